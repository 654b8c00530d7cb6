import { execFile } from 'node:child_process'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { testFolder } from './workspace.ts'

const run = promisify(execFile)

/** Runs docker against the machine's engine and gives its stdout without spaces around; throws when it fails. */
export async function docker(...args: string[]): Promise<string> {
  return (await run('docker', args, { maxBuffer: 16 * 1024 * 1024 })).stdout.trim()
}

/** Whether the machine's engine has an image of that name. */
export async function hasImage(reference: string): Promise<boolean> {
  return (await docker('image', 'ls', '--quiet', reference)) !== ''
}

/** Has an image that was loaded into the machine's engine removed when all tests have ended. */
export async function removeLater(digest: string): Promise<void> {
  await appendFile(join(testFolder(), 'images'), `${digest}\n`)
}
