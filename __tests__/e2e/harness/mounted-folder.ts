import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { testFolder } from './workspace.ts'

const run = promisify(execFile)

/** A folder on a file system of its own with these options of tmpfs (Linux, as root). */
export async function mountFolder(
  options: string,
): Promise<{ folder: string; remove: () => Promise<void> } & AsyncDisposable> {
  const folder = await mkdtemp(join(testFolder(), 'mount-'))
  await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder])
  const remove = async (): Promise<void> => {
    await run('umount', ['--lazy', folder])
  }
  return { folder, remove, [Symbol.asyncDispose]: remove }
}
