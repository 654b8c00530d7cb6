import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCommand } from './command.mjs'

/** Where such packages are kept: in the user's cache folder. @returns {string} */
export function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'dotnet-container')
}

/**
 * Installs a package that is no dependency of the project, since few need it; into a folder of its own first, so that
 * nobody ever finds half of it.
 * @param {string} specifier
 * @param {string} folder
 * @param {() => Promise<boolean>} isUsable whether the folder is good as it is
 * @param {string} wayOut what to do when npm doesn't have it
 * @returns {Promise<void>}
 */
export async function installPackage(specifier, folder, isUsable, wayOut) {
  await mkdir(dirname(folder), { recursive: true })
  const fresh = await mkdtemp(`${folder}-`)
  try {
    await runCommand(
      [
        ...npm(),
        'install',
        '--prefix',
        fresh,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        specifier,
      ],
      { cwd: fresh, timeoutMs: 5 * 60_000 },
    )
    try {
      await rename(fresh, folder)
    } catch {
      // Another process was faster, or what stands there is broken.
      if (await isUsable()) return
      await rm(folder, { recursive: true, force: true })
      await rename(fresh, folder)
    }
  } catch (error) {
    throw new Error(`${specifier} can't be had from npm. ${wayOut}`, { cause: error })
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
}

/**
 * How to call npm without a shell: under `npm run` its own script is known, which on Windows is the only way.
 * @returns {[string, ...string[]]}
 */
function npm() {
  const script = process.env['npm_execpath']
  return script !== undefined && /\.[cm]?js$/.test(script) ? [process.execPath, script] : ['npm']
}
