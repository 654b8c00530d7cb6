import { runCommand, tryCommand } from './command.mjs'

/** @type {Promise<string> | null} */
let update = null

/**
 * Installs Debian or Ubuntu packages without questions and without recommended ones, `name/suite` picks a suite; refreshes
 * the package lists once per process, and does nothing when all of them are installed.
 * @param {readonly string[]} names
 * @returns {Promise<void>}
 */
export async function installPackages(names) {
  const missing = []
  for (const name of names) {
    // One that is to come from a certain suite may be there in another version: apt knows.
    if (name.includes('/') || !(await isPackageInstalled(name))) missing.push(name)
  }
  if (missing.length === 0) return
  await refreshPackageLists()
  // --no-remove: better an error than somebody's docker-ce taken away in favour of docker.io.
  await aptGet(['install', '--yes', '--no-install-recommends', '--no-remove', ...missing])
}

/**
 * Runs `apt-get update`, once per process unless a source was added since.
 * @param {{ again?: boolean }} [options]
 * @returns {Promise<void>}
 */
export async function refreshPackageLists({ again = false } = {}) {
  if (again) update = null
  update ??= aptGet(['update'])
  await update
}

/**
 * Whether a source of normal priority offers a package of that name, so not the low-pinned suite that we added.
 * @param {string} name
 * @returns {Promise<boolean>}
 */
export async function isPackageOffered(name) {
  await refreshPackageLists()
  const { stdout } = await tryCommand(['apt-cache', 'policy', name], { env: aptEnvironment() })
  const sources = [...stdout.matchAll(/^\s+(\d+) (\S+) /gm)]
  return sources.some(([, priority, source]) => Number(priority) >= 500 && source !== '/var/lib/dpkg/status')
}

/**
 * @param {string} name
 * @returns {Promise<boolean>}
 */
async function isPackageInstalled(name) {
  const { stdout } = await tryCommand(['dpkg-query', '--show', '--showformat=${db:Status-Status}', name])
  return stdout === 'installed'
}

/**
 * @param {string[]} args
 * @returns {Promise<string>}
 */
function aptGet(args) {
  // Another apt (a machine's first-boot upgrade) may hold dpkg's lock for a while.
  const argv = /** @type {const} */ ([
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
    '-o',
    'Acquire::Retries=2',
    ...args,
  ])
  return runCommand(argv, { env: aptEnvironment(), timeoutMs: 15 * 60_000 })
}

/** @returns {NodeJS.ProcessEnv} */
function aptEnvironment() {
  return { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }
}
