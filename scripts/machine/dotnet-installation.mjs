import { readdir, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findProgram } from './docker-client.mjs'

/**
 * @typedef {object} DotnetInstallation
 * @property {string} root the folder with `sdk`, `shared`, `host` and `packs`
 * @property {string} sdkVersion
 * @property {string} runtimeVersion of Microsoft.NETCore.App
 * @property {string} aspnetVersion of Microsoft.AspNetCore.App
 */

/**
 * Finds the newest SDK of one major version in this machine's own .NET, with its two runtimes; null when it has none.
 * @param {number} major
 * @returns {Promise<DotnetInstallation | null>}
 */
export async function findDotnetInstallation(major) {
  const program = await findProgram('dotnet')
  if (program === null) return null
  const root = dirname(await realpath(program))
  const sdkVersion = await newestVersion(join(root, 'sdk'), major)
  const runtimeVersion = await newestVersion(join(root, 'shared', 'Microsoft.NETCore.App'), major)
  const aspnetVersion = await newestVersion(join(root, 'shared', 'Microsoft.AspNetCore.App'), major)
  if (sdkVersion === null || runtimeVersion === null || aspnetVersion === null) return null
  return { root, sdkVersion, runtimeVersion, aspnetVersion }
}

/**
 * @param {string} folder with one folder per version
 * @param {number} major
 * @returns {Promise<string | null>}
 */
async function newestVersion(folder, major) {
  const names = await readdir(folder).catch(() => [])
  const versions = names.filter((name) => name.startsWith(`${String(major)}.`))
  return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? null
}
