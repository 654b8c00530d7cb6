/** What a file is for, as far as its name and place tell. */
export type Trait =
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

/** What the name and the place of a file tell of it. `hasFile` knows the files of the image, for what lies beside. */
export function traitOf(path: string, hasFile: (path: string) => boolean): Trait {
  const [, rid] = runtimeFolder.exec(path) ?? []
  if (rid !== undefined) return { kind: 'runtime-specific', rid }
  const [, culture] = satellite.exec(path) ?? []
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
export function describedBy(path: string, hasFile: (path: string) => boolean): string | undefined {
  const stem = /^(.+)\.(?:pdb|dbg|dwarf|xml)$/i.exec(path)?.[1]
  // The symbols of an executable without extension have its whole name.
  return stem === undefined ? undefined : [`${stem}.dll`, `${stem}.exe`, stem].find(hasFile)
}
