import { join } from 'node:path'
import { tryCommand } from './command.mjs'
import { cacheFolder, installPackage } from './npm-package.mjs'

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
  const folder = join(cacheFolder(), `${packageName}-${MAJOR}`)
  const binary = join(
    folder,
    'node_modules',
    packageName,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )
  if (await isNode24(binary)) return binary
  log(`This is node ${process.versions.node}: installing ${packageName}@${MAJOR} from npm into ${folder}.`)
  const wayOut = `Install node ${MAJOR} from https://nodejs.org/ and try again.`
  await installPackage(`${packageName}@${MAJOR}`, folder, () => isNode24(binary), wayOut)
  if (await isNode24(binary)) return binary
  throw new Error(
    `${binary} does not answer --version with v${MAJOR} or newer. Remove ${folder} and try again.`,
  )
}

/**
 * @param {string} binary
 * @returns {Promise<boolean>}
 */
async function isNode24(binary) {
  const { stdout, trouble } = await tryCommand([binary, '--version'], { timeoutMs: 20_000 })
  return trouble === null && Number(/^v(\d+)\./.exec(stdout)?.[1]) >= MAJOR
}
