import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * @typedef {object} NugetPackage
 * @property {string} id in lower case, as its folder is named
 * @property {string} version
 * @property {readonly string[]} dependencies ids in lower case, for any framework
 */

/**
 * Lists a folder laid out as `<id>/<version>/<id>.nuspec`, as NuGet's own folders and its feeds on disk are; empty when there
 * is no such folder.
 * @param {string} folder
 * @returns {Promise<NugetPackage[]>} sorted by id and version
 */
export async function listNugetPackages(folder) {
  const packages = await Promise.all(
    (await listFolders(folder)).map(async (id) => {
      const versions = await listFolders(join(folder, id))
      return Promise.all(
        versions.map(async (version) => ({
          id,
          version,
          dependencies: await readDependencies(join(folder, id, version, `${id}.nuspec`)),
        })),
      )
    }),
  )
  return packages.flat()
}

/**
 * A project that restores exactly these packages and nothing that they depend on.
 * @param {readonly NugetPackage[]} packages
 * @returns {string}
 */
export function nugetDownloadProject(packages) {
  return project(
    packages.map(({ id, version }) => `<PackageDownload Include="${id}" Version="[${version}]" />`),
  )
}

/**
 * A project that references the packages that no other one depends on, each in its newest version, and so restores what they
 * depend on as a test project does.
 * @param {readonly NugetPackage[]} packages
 * @returns {string}
 */
export function nugetRootsProject(packages) {
  const dependencies = new Set(packages.flatMap((item) => item.dependencies))
  const newest = new Map(packages.map(({ id, version }) => [id, version]))
  const roots = [...newest].filter(([id]) => !dependencies.has(id))
  return project(roots.map(([id, version]) => `<PackageReference Include="${id}" Version="${version}" />`))
}

/**
 * @param {readonly string[]} items
 * @returns {string}
 */
function project(items) {
  return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
    <UseAppHost>false</UseAppHost>
  </PropertyGroup>
  <ItemGroup>
${items.map((item) => `    ${item}`).join('\n')}
  </ItemGroup>
</Project>
`
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
async function listFolders(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/**
 * @param {string} nuspec
 * @returns {Promise<string[]>}
 */
async function readDependencies(nuspec) {
  const text = await readFile(nuspec, 'utf8').catch(() => '')
  return [...text.matchAll(/<dependency\s[^>]*?\bid="([^"]+)"/g)].map((match) =>
    (match[1] ?? '').toLowerCase(),
  )
}
