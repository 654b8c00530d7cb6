import { rmSync, rmdirSync } from 'node:fs'
import { access, constants, mkdtemp, chmod, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CancelledError, UserError, messageOf } from '../shared/errors.ts'
import type { Job } from '../job/job.ts'
import type { Log } from '../shared/log.ts'
import { runJob } from '../job/run-job.ts'
import { exitCodes } from './run-entry.ts'
import type { StartedProcess } from './start-process.ts'

/** What a job gets from the process that it runs in. */
export interface ProcessParts extends StartedProcess {
  env: NodeJS.ProcessEnv
  tempFolder: string
}

/** Runs one job as the whole process: gives it docker and a private folder. Gives the exit code. */
export async function runProcess(
  started: StartedProcess,
  log: Log,
  makeJob: (parts: ProcessParts) => Promise<Job>,
): Promise<number> {
  const { env } = process
  const { docker } = started
  docker.tell = (line) => {
    log.debug(line)
  }
  const tempFolder = await makeTempFolder(env)
  process.once('exit', () => {
    rmSync(tempFolder, { recursive: true, force: true })
  })
  try {
    const job = runJob(await makeJob({ ...started, env, tempFolder }))
    started.endAfter(job)
    const exitCode = await job
    return started.signal.aborted ? exitCodes.cancelled : exitCode
  } catch (error) {
    if (error instanceof CancelledError) return exitCodes.cancelled
    throw error
  } finally {
    await started.end()
  }
}

async function makeTempFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const root = env['RUNNER_TEMP'] ?? tmpdir()
  try {
    await access(root, constants.W_OK)
    return await mkdtemp(join(root, 'dotnet-container-'))
  } catch (error) {
    const why = messageOf(error)
    throw new UserError(
      'No room for temporary files',
      `The folder ${root} (RUNNER_TEMP) can't be written: ${why}`,
    )
  }
}

/** Makes a folder that nobody else may look into. Throws a UserError where somebody else put one there, as anybody can in /tmp. */
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
  removeIfEmpty(folder)
}

/** Where nothing is put into a folder, it goes away with this process. */
export function removeIfEmpty(folder: string): void {
  process.once('exit', () => {
    try {
      rmdirSync(folder)
    } catch {
      // It is in use.
    }
  })
}
