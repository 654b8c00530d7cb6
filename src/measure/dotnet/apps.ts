/** An application in a folder: one with its assemblies beside it, or one in a single file. */
export interface App {
  kind: 'project' | 'single-file'
  name: string
}

/** A single file without other signs must be larger: it holds at least a part of the runtime. */
const minBundleBytes = 1024 * 1024
/** A folder with more has names made to be many. */
const maxApps = 100
/** Files that only .NET's publish puts beside an executable of the same name. */
const signsOfSingleFile = ['.pdb', '.dbg', '.staticwebassets.endpoints.json']
const libraryName = /\.(?:dll|exe|so(?:\.\d+)*|dylib|json|js|wasm)$/i

/** The folder of a path, with a slash at its end; empty for the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/**
 * Finds the applications by folder, longer names first: by deps.json or runtimeconfig.json; one in a single file by symbols or web assets of its name, else by
 * an appsettings.json beside the only large program. Bundle and Native AOT look alike, and a lone executable like any other program.
 */
export function findApps(files: readonly { path: string; sizeBytes: number }[]): Map<string, App[]> {
  const folders = new Map<string, Map<string, number>>()
  for (const { path, sizeBytes } of files) {
    const folder = folderOf(path)
    const names = folders.get(folder) ?? new Map<string, number>()
    folders.set(folder, names.set(path.slice(folder.length), sizeBytes))
  }
  const apps = new Map<string, App[]>()
  for (const [folder, names] of folders) {
    const found = appsIn(names)
    if (found.length > 0) apps.set(folder, found)
  }
  return apps
}

function appsIn(names: ReadonlyMap<string, number>): App[] {
  const projects = [...names.keys()].flatMap(
    (name) => /^(.+)\.(?:deps|runtimeconfig)\.json$/.exec(name)?.[1] ?? [],
  )
  const known = new Set(projects)
  const singles = singleFilesIn(names).filter((name) => !known.has(name))
  return [
    ...[...known].map((name): App => ({ kind: 'project', name })),
    ...singles.map((name): App => ({ kind: 'single-file', name })),
  ]
    .sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, maxApps)
}

function singleFilesIn(names: ReadonlyMap<string, number>): string[] {
  const programs = [...names.keys()].filter((name) => !libraryName.test(name) && !names.has(`${name}.dll`))
  const certain = programs.filter((name) => signsOfSingleFile.some((sign) => names.has(`${name}${sign}`)))
  if (certain.length > 0 || !names.has('appsettings.json')) return certain
  // Beside assemblies a large file may be any tool.
  if ([...names.keys()].some((name) => name.endsWith('.dll'))) return []
  const large = programs.filter(
    (name) => (names.get(name) ?? 0) >= minBundleBytes && /^[^.]+$|\.[A-Z]\w*$/.test(name),
  )
  return large.length === 1 ? large : []
}
