import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a bundler's own modules lie in. */
const ownTools = new Set(['@vercel/ncc'])

/**
 * The licences of all packages in a bundle, as text: name, identifier, words. From ncc's --stats-out, since its --license keeps
 * those of the last chunk alone. Throws for a package that has none.
 * @param {string} statsFile
 */
export function licensesOf(statsFile) {
  /** @type {Map<string, string>} folders of packages, by name and version */
  const packages = new Map()
  for (const module of modulesOf(JSON.parse(readFileSync(statsFile, 'utf8')))) {
    const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module) ?? []
    if (folder === undefined || !existsSync(join(folder, 'package.json'))) continue
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (!ownTools.has(name)) packages.set(`${name}@${version}`, folder)
  }
  return [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, folder]) => licenseOf(folder))
    .join('\n')
}

/** @param {string} folder */
function licenseOf(folder) {
  const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(entry))
  if (license === undefined && file === undefined) throw new Error(`${name} has no licence.`)
  const words = file === undefined ? '' : `${readFileSync(join(folder, file), 'utf8').trim()}\n`
  return `${name}\n${license ?? ''}\n${words}`
}

/**
 * The files of all modules in webpack's statistics.
 * @param {{ modules?: object[], chunks?: object[], nameForCondition?: string | null }} part
 * @returns {string[]}
 */
function modulesOf(part) {
  const below = [...(part.modules ?? []), ...(part.chunks ?? [])]
  const own = part.nameForCondition ?? undefined
  return [...(own === undefined ? [] : [own]), ...below.flatMap(modulesOf)]
}
