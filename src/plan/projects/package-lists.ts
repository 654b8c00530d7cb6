import { posix } from 'node:path'
import { parseXmlTree } from './xml-tree.ts'

/** The packages, in lower case, that lists of NuGet's old form and of Paket beside a project name. */
export function listedPackages(project: string, read: (path: string) => string | undefined): string[] {
  const beside = (name: string): string => read(posix.join(posix.dirname(project), name)) ?? ''
  const old = parseXmlTree(beside('packages.config'))?.children.map(
    ({ attributes }) => attributes['id'] ?? '',
  )
  const paket = beside('paket.references')
    .split(/\r?\n/)
    .filter((line) => !/^\s*(?:group\b|File:)/.test(line))
    .map((line) => /^\s*([\w.-]+)/.exec(line)?.[1] ?? '')
  return [...(old ?? []), ...paket].filter((name) => name !== '').map((name) => name.toLowerCase())
}
