import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { runCommand, tryCommand } from './command.mjs'

const MAJOR = 24

/**
 * The path of a node 24 or newer, the runtime of the action: the one that runs this, else the one in the npm package of
 * `node@24` for this platform, kept in the user's cache folder.
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<string>}
 */
export async function ensureNode24({ log = () => undefined } = {}) {
  if (Number(process.versions.node.split('.')[0]) >= MAJOR) return process.execPath
  // What the package `node` installs by a script of its own, which `ignore-scripts` in an .npmrc would skip.
  const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'dotnet-container')
  const folder = join(cache, `${packageName}-${MAJOR}`)
  const binary = join(
    folder,
    'node_modules',
    packageName,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (await isNode24(binary)) return binary
  log(`This is node ${process.versions.node}: installing ${packageName}@${MAJOR} from npm into ${folder}.`)
  await installPackage(`${packageName}@${MAJOR}`, folder, () => isNode24(binary))
  if (await isNode24(binary)) return binary
  throw new Error(
    `${binary} does not answer --version with v${MAJOR} or newer. Remove ${folder} and try again.`,
  )
}

/**
 * Installs into a folder of its own first, so that nobody ever finds half of it.
 * @param {string} specifier
 * @param {string} folder
 * @param {() => Promise<boolean>} isUsable whether the folder is good as it is
 * @returns {Promise<void>}
 */
async function installPackage(specifier, folder, isUsable) {
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
    throw new Error(
      `${specifier} can't be had from npm. Install node ${MAJOR} from https://nodejs.org/ and try again.`,
      {
        cause: error,
      },
    )
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

/**
 * @param {string} binary
 * @returns {Promise<boolean>}
 */
async function isNode24(binary) {
  const { stdout, trouble } = await tryCommand([binary, '--version'], { timeoutMs: 20_000 })
  return trouble === null && Number(/^v(\d+)\./.exec(stdout)?.[1]) >= MAJOR
}
