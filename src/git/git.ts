import { stat } from 'node:fs/promises'
import { getExecOutput } from '@actions/exec'
import { environmentForGit } from '../shared/child-environment.ts'

/** Runs git in a folder and gives what it prints; undefined where it fails, or is not there. */
export async function runGit(
  folder: string,
  args: string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  try {
    // A spawn that fails in a file, not a folder, throws past the promise of @actions/exec.
    if (!(await stat(folder)).isDirectory()) return undefined
    const result = await getExecOutput('git', args, {
      cwd: folder,
      silent: true,
      ignoreReturnCode: true,
      env: { ...environmentForGit(process.env), ...env },
    })
    return result.exitCode === 0 ? result.stdout : undefined
  } catch {
    return undefined
  }
}

/** Whether a text is a commit as git names it. Commits come from events and stored records: nothing else may become an argument of git. */
export function isCommit(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text)
}
