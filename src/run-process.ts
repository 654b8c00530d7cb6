import { rmSync } from 'node:fs'
import { access, constants, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CancelledError } from './cancelled-error.ts'
import { Docker } from './docker/docker.ts'
import type { Host } from './host.ts'
import type { Log } from './log.ts'
import { runJob } from './main.ts'
import { UserError } from './user-error.ts'

/** 128 + SIGINT, as shells report it. */
const cancelledExitCode = 130

/** What a host gets from the process that it runs in. */
export type ProcessParts = Pick<Host, 'env' | 'docker' | 'tempFolder'> & { signal: AbortSignal }

/**
 * Runs one job as the whole process: gives it docker and a private folder, and ends it within seconds when a signal
 * comes, with no child left behind; a second signal kills at once. Gives the exit code.
 */
export async function runProcess(
  log: Log,
  makeHost: (parts: ProcessParts) => Promise<Host>,
): Promise<number> {
  const { env } = process
  const docker = new Docker(env)
  docker.tell = (line) => {
    log.debug(line)
  }
  const abort = new AbortController()
  const tempFolder = await makeTempFolder(env)
  process.once('exit', () => {
    rmSync(tempFolder, { recursive: true, force: true })
  })
  let isStopping = false
  const stop = (): void => {
    if (isStopping) {
      docker.kill()
      process.exit(cancelledExitCode)
    }
    isStopping = true
    abort.abort()
    process.stderr.write('Cancelled: stopping what runs.\n')
    void docker.cancel().then(() => process.exit(cancelledExitCode))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    return await runJob(await makeHost({ env, docker, tempFolder, signal: abort.signal }))
  } catch (error) {
    if (error instanceof CancelledError) return cancelledExitCode
    throw error
  } finally {
    // A job that ended early may still look for its baseline, and nobody waits for that.
    abort.abort()
  }
}

async function makeTempFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const root = env['RUNNER_TEMP'] ?? tmpdir()
  try {
    await access(root, constants.W_OK)
    return await mkdtemp(join(root, 'dotnet-container-'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(
      'No room for temporary files',
      `The folder ${root} (RUNNER_TEMP) can't be written: ${why}`,
    )
  }
}
