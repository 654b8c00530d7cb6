import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { repository } from './action-manifest.ts'
import { parseEnvironmentFile } from './environment-file.ts'
import { testFolder } from './workspace.ts'

/** What a finished step of one of the smaller actions left. */
export interface EntryResult {
  exitCode: number
  stdout: string
  outputs: Record<string, string>
  summary: string
}

/**
 * Runs `matrix/`, `merge/` or `comment/` as the runner does: the program that its action.yml names (from dist/ or the folder in
 * ACTION_DIST), on node 24, with these inputs and variables.
 */
export async function runEntry(
  action: 'matrix' | 'merge' | 'comment',
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<EntryResult> {
  const manifest = parse(await readFile(join(repository, action, 'action.yml'), 'utf8')) as {
    runs: { main: string }
  }
  const program = join(
    process.env['ACTION_DIST'] ?? join(repository, 'dist'),
    manifest.runs.main.replace(/^\.\.\/dist\//, ''),
  )
  const folder = await mkdtemp(join(testFolder(), 'entry-'))
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') }
  for (const file of Object.values(files)) await writeFile(file, '')
  const written = Object.entries(inputs).map(([name, value]): [string, string] => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ])
  const variables = { ...files, GITHUB_WORKSPACE: folder, ...env, ...Object.fromEntries(written) }
  try {
    const ended = await new Promise<{ exitCode: number; stdout: string }>((resolve) => {
      const child = execFile(
        process.env['E2E_NODE'] ?? 'node',
        [program],
        { env: { PATH: process.env['PATH'] ?? '', ...variables }, timeout: 60_000 },
        (_, stdout) => {
          resolve({ exitCode: child.exitCode ?? -1, stdout })
        },
      )
    })
    const outputs = parseEnvironmentFile(await readFile(files.GITHUB_OUTPUT, 'utf8'))
    return { ...ended, outputs, summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
