import { findApps, type App } from './apps.ts'
import { readDepsJson, type DepsFile, type DepsLibrary } from './read-deps-json.ts'
import { describedBy, traitOf, type Trait } from './traits.ts'

export type { Trait } from './traits.ts'

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
const webRoot = /^(?:(.*?)\/)?wwwroot\/(?:_content\/([^/]+)\/)?/

/**
 * Tells of each file whom it belongs to and what it is for, in the order of the files. Paths have no slash in front.
 * `documents` are the texts of the files named *.deps.json; others are ignored, as is a deps.json that can't be read. Where
 * several of one folder name the same file, the first by name counts.
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
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
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
  const slash = path.lastIndexOf('/')
  const name = path.slice(slash + 1)
  const here = apps.get(path.slice(0, Math.max(slash, 0))) ?? []
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
  const slash = path.lastIndexOf('/')
  const here = apps.get(path.slice(0, Math.max(slash, 0))) ?? []
  return listedAs === 'native' || here.some(({ name }) => name === path.slice(slash + 1))
}
