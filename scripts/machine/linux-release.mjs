import { readFile } from 'node:fs/promises'

/**
 * @typedef {object} LinuxRelease
 * @property {string} id as in os-release: debian, ubuntu, fedora, …
 * @property {string} codename the suite's name, such as bookworm or noble; empty where there is none
 * @property {string} prettyName
 */

/**
 * Reads /etc/os-release; null where there is none (macOS, Windows).
 * @returns {Promise<LinuxRelease | null>}
 */
export async function readLinuxRelease() {
  if (process.platform !== 'linux') return null
  const text = await readFile('/etc/os-release', 'utf8').catch(() => null)
  if (text === null) return null
  const field = (/** @type {string} */ name) =>
    new RegExp(`^${name}=(.*)$`, 'm')
      .exec(text)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, '$2') ?? ''
  return { id: field('ID'), codename: field('VERSION_CODENAME'), prettyName: field('PRETTY_NAME') }
}

/**
 * Whether this process may install packages here: Debian or Ubuntu, as root.
 * @param {LinuxRelease | null} release
 * @returns {release is LinuxRelease}
 */
export function canInstallPackages(release) {
  return (release?.id === 'debian' || release?.id === 'ubuntu') && process.getuid?.() === 0
}
