import { findApps, folderOf, type App } from './apps.ts'
import { readDepsJson, type DepsFile, type DepsLibrary } from './json-documents.ts'

/** Whom a file of an image belongs to. */
export type Owner =
  | { kind: 'package'; name: string; version: string }
  /** The team's own code: the application, and the projects that it references. */
  | { kind: 'project'; name: string }
  /** .NET itself, in a self-contained application or copied into the image. */
  | { kind: 'runtime'; name: string; version?: string }
  /** An application in one file: a bundle or Native AOT, which a listing can't tell apart. */
  | { kind: 'single-file'; name: string }
  /** What a web application serves from wwwroot; by the name of the project or package that brings it. */
  | { kind: 'static-web-assets'; name: string }
  | { kind: 'other' }

/** Whom a file belongs to, and what it is for. */
export interface FileOwner {
  owner: Owner
  trait: Trait
}

/** Folders that .NET is installed in (dotnet/designs, accepted/2020/install-locations.md; the layout of its archives). */
const installed: [RegExp, name: string | undefined][] = [
  [/(?:^|\/)shared\/(Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All))\/(\d[^/]*)\//, undefined],
  [/(?:^|\/)dotnet\/(sdk)\/(\d[^/]*)\//, '.NET SDK'],
  [/(?:^|\/)dotnet\/(packs\/[\w.-]+|templates|sdk-manifests)\/\d[^/]*\//, '.NET SDK'],
  [/(?:^|\/)dotnet\/(host)\/fxr\/(\d[^/]*)\//, '.NET host'],
  [/(?:^|\/)dotnet\/(dotnet)$/, '.NET host'],
]
const configurationOfApp = /^(?:appsettings(?:\..+)?\.json|web\.config)$/i
const webRoot = /^((?:.*?\/)?)wwwroot\/(?:_content\/([^/]+)\/)?/

/**
 * Tells of each file whom it belongs to and what it is for, in order; paths have no slash in front. Of the `documents` deps.json files count, the first by
 * name where several of one folder name a file.
 */
export function ownersOf(
  files: readonly { path: string; sizeBytes: number }[],
  documents: readonly { path: string; text: string }[],
): FileOwner[] {
  const paths = new Set(files.map(({ path }) => path))
  const hasFile = (path: string): boolean => paths.has(path)
  const apps = findApps(files)
  const listed = readListed(documents)
  const ownerOf = (path: string): Owner =>
    installedOwner(path) ??
    listed.get(path)?.owner ??
    webOwner(path, apps) ??
    appOwner(path, apps) ?? { kind: 'other' }
  return files.map(({ path }) => {
    const owner = ownerOf(path)
    if (owner.kind === 'static-web-assets') return { owner, trait: { kind: 'static-web-asset' } }
    const trait = traitOf(path, hasFile)
    const described = describedBy(path, hasFile)
    return {
      owner: described === undefined ? owner : ownerOf(described),
      trait: isProgram(trait, path, apps, listed.get(path)?.kind) ? { kind: 'native' } : trait,
    }
  })
}

interface ListedFile {
  owner: Owner
  kind: DepsFile['kind']
}

/** What the deps.json files say of the files that they name, by path. */
function readListed(documents: readonly { path: string; text: string }[]): Map<string, ListedFile> {
  const listed = new Map<string, ListedFile>()
  // A layer above may have replaced a document: the last one of a path is what counts.
  const texts = new Map(
    documents.filter(({ path }) => path.endsWith('.deps.json')).map(({ path, text }) => [path, text]),
  )
  for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const folder = folderOf(path)
    for (const library of readDepsJson(text)) {
      const owner = ownerOfLibrary(library)
      for (const file of library.files) {
        const place = `${folder}${file.path}`
        if (!listed.has(place)) listed.set(place, { owner, kind: file.kind })
      }
    }
  }
  return listed
}

function ownerOfLibrary({ type, name, version }: DepsLibrary): Owner {
  if (type === 'package') return { kind: 'package', name, version }
  if (type !== 'runtimepack') return { kind: 'project', name }
  // runtimepack.Microsoft.NETCore.App.Runtime.linux-x64 is what is installed as Microsoft.NETCore.App elsewhere.
  return { kind: 'runtime', name: name.replace(/^runtimepack\./, '').replace(/\.Runtime\..*$/, ''), version }
}

function installedOwner(path: string): Owner | undefined {
  for (const [pattern, title] of installed) {
    const [, name, version] = pattern.exec(path) ?? []
    if (name !== undefined)
      return { kind: 'runtime', name: title ?? name, ...(version === undefined ? {} : { version }) }
  }
  return undefined
}

function webOwner(path: string, apps: ReadonlyMap<string, App[]>): Owner | undefined {
  const match = webRoot.exec(path)
  const [app] = apps.get(match?.[1] ?? '') ?? []
  return match === null || app === undefined
    ? undefined
    : { kind: 'static-web-assets', name: match[2] ?? app.name }
}

function appOwner(path: string, apps: ReadonlyMap<string, App[]>): Owner | undefined {
  const folder = folderOf(path)
  const name = path.slice(folder.length)
  const here = apps.get(folder) ?? []
  const namesake = here.find((app) => name === app.name || name.startsWith(`${app.name}.`))
  if (namesake !== undefined) return namesake
  const [first, second] = here
  if (first !== undefined && configurationOfApp.test(name)) return first
  // Of what a single file holds the symbols may still lie beside it.
  return first?.kind === 'single-file' && second === undefined && name.endsWith('.pdb') ? first : undefined
}

/** Whether a file is machine code although its name doesn't say so: an application's executable, or a listed native file. */
function isProgram(
  trait: Trait,
  path: string,
  apps: ReadonlyMap<string, App[]>,
  listedAs: DepsFile['kind'] | undefined,
): boolean {
  if (trait.kind === 'assembly') return listedAs === 'native'
  if (trait.kind !== 'other') return false
  const folder = folderOf(path)
  return (
    listedAs === 'native' || (apps.get(folder) ?? []).some(({ name }) => name === path.slice(folder.length))
  )
}

/** What a file is for, as far as its name and place tell. */
type Trait =
  | { kind: 'assembly' }
  /** Texts in one language. */
  | { kind: 'satellite'; culture: string }
  /** For one of several systems; the one that runs is chosen at start. */
  | { kind: 'runtime-specific'; rid: string }
  | { kind: 'native' }
  | { kind: 'symbols' }
  | { kind: 'documentation' }
  | { kind: 'static-web-asset' }
  | { kind: 'configuration' }
  | { kind: 'source' }
  | { kind: 'other' }

const runtimeFolder = /(?:^|\/)runtimes\/([^/]+)\/(?:native\w*|lib|[^/]+\.\w+$)/
const satellite = /(?:^|\/)([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\/[^/]+\.resources\.dll$/
const symbols = /\.(?:pdb|dbg|dwarf)$/i
const configuration =
  /(?:^|\/)appsettings(?:\.[^/]+)?\.json$|\.(?:deps|runtimeconfig(?:\.dev)?|staticwebassets\.(?:endpoints|runtime))\.json$|\.config$/i
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|razor|cshtml|resx)$/i
const native = /\.(?:so(?:\.\d+)*|dylib|exe|node)$/i

/** The language of a satellite assembly, by its path; undefined for any other file. */
export function cultureOf(path: string): string | undefined {
  return satellite.exec(path)?.[1]
}

/** What the name and the place of a file tell of it. `hasFile` knows the files of the image, for what lies beside. */
function traitOf(path: string, hasFile: (path: string) => boolean): Trait {
  const [, rid] = runtimeFolder.exec(path) ?? []
  if (rid !== undefined) return { kind: 'runtime-specific', rid }
  const culture = cultureOf(path)
  if (culture !== undefined) return { kind: 'satellite', culture }
  if (symbols.test(path)) return { kind: 'symbols' }
  if (/\.xml$/i.test(path))
    return { kind: hasFile(path.replace(/\.xml$/i, '.dll')) ? 'documentation' : 'other' }
  if (configuration.test(path)) return { kind: 'configuration' }
  if (source.test(path)) return { kind: 'source' }
  if (/\.dll$/i.test(path)) return { kind: 'assembly' }
  return { kind: native.test(path) ? 'native' : 'other' }
}

/** The file that symbols or documentation tell of, when it lies beside them. */
function describedBy(path: string, hasFile: (path: string) => boolean): string | undefined {
  const stem = /^(.+)\.(?:pdb|dbg|dwarf|xml)$/i.exec(path)?.[1]
  // The symbols of an executable without extension have its whole name.
  return stem === undefined ? undefined : [`${stem}.dll`, `${stem}.exe`, stem].find(hasFile)
}
