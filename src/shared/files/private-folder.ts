import { rmdirSync } from 'node:fs'
import { chmod, lstat, mkdir } from 'node:fs/promises'
import { UserError } from '../errors.ts'

/**
 * Makes a folder that nobody else may look into, or takes the one of an earlier run; where nothing is put into it, it goes away
 * with this process. Throws a UserError where something else stands there: in a folder that all users share, such as /tmp,
 * anybody can have put it there.
 */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  })
  const found = await lstat(folder)
  const isOurs = process.getuid === undefined || found.uid === process.getuid()
  if (!found.isDirectory() || !isOurs) {
    throw new UserError(
      'The folder for the reports is taken',
      `${folder} is ${found.isDirectory() ? 'a folder of another user' : 'no folder'}. Remove it, or name another one with report-dir.`,
    )
  }
  await chmod(folder, 0o700)
  process.once('exit', () => {
    try {
      rmdirSync(folder)
    } catch {
      // It is in use.
    }
  })
}
