import { posix } from 'node:path'
import { foldersUp } from '../../shared/files/workspace-files.ts'

/** What MSBuild knows at a place of a file: properties by their names in lower case, and which files are there. */
export interface Scope {
  properties: ReadonlyMap<string, string>
  exists: (path: string) => boolean
}

/** A text with its `$(…)` filled in, those that nobody set as empty; undefined where it has item lists, metadata or a function that is not known here. */
export function expand(text: string, scope: Scope): string | undefined {
  let expanded = ''
  let rest = text
  for (let at = rest.indexOf('$('); at >= 0; at = rest.indexOf('$(')) {
    const end = closing(rest, at + 2)
    if (end === undefined) return undefined
    const value = evaluate(rest.slice(at + 2, end).trim(), scope)
    if (value === undefined) return undefined
    expanded += rest.slice(0, at) + value
    rest = rest.slice(end + 1)
  }
  expanded += rest
  return /[@%]\(/.test(expanded) ? undefined : expanded
}

/** The place of the bracket that closes what is open at `start`, quoted texts passed over. */
function closing(text: string, start: number): number | undefined {
  let depth = 1
  let quote = ''
  for (let at = start; at < text.length; at++) {
    const character = text[at] ?? ''
    if (quote !== '') {
      if (character === quote) quote = ''
    } else if (/['"`]/.test(character)) quote = character
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at
  }
  return undefined
}

/** What stands between `$(` and `)`: a property or a static function, and string methods behind it. */
function evaluate(inner: string, scope: Scope): string | undefined {
  const fixed = /^\[([\w.]+)\]::(\w+)\s*\(/.exec(inner)
  let value: string | undefined
  let rest: string
  if (fixed !== null) {
    const end = closing(inner, fixed[0].length)
    if (end === undefined) return undefined
    const call = `${(fixed[1] ?? '').replace(/^System\./i, '')}.${fixed[2] ?? ''}`.toLowerCase()
    const values = readArguments(inner.slice(fixed[0].length, end), scope)
    value = values && staticFunctions[call]?.(values, scope)
    rest = inner.slice(end + 1)
  } else {
    const name = /^[\w-]+/.exec(inner)?.[0] ?? ''
    value = scope.properties.get(name.toLowerCase()) ?? (name === '' ? undefined : '')
    rest = inner.slice(name.length)
  }
  while (value !== undefined && rest !== '') {
    const method = /^\s*\.\s*(\w+)\s*\(/.exec(rest)
    const end = method === null ? undefined : closing(rest, method[0].length)
    if (method === null || end === undefined) return undefined
    const values = readArguments(rest.slice(method[0].length, end), scope)
    value = values && stringMethods[(method[1] ?? '').toLowerCase()]?.(value, values)
    rest = rest.slice(end + 1)
  }
  return value
}

function readArguments(text: string, scope: Scope): string[] | undefined {
  const parts = text.trim() === '' ? [] : splitArguments(text)
  const values = parts.map((part) => expand(part.trim().replace(/^(['"`])([\s\S]*)\1$/, '$2'), scope))
  return values.every((value) => value !== undefined) ? values : undefined
}

/** Splits at commas outside of brackets and quotes. */
function splitArguments(text: string): string[] {
  return text.match(/(?:\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|'[^']*'|"[^"]*"|`[^`]*`|[^,])+/g) ?? []
}

const truth = (value: boolean): string => (value ? 'True' : 'False')

const stringMethods: Record<string, (value: string, values: string[]) => string | undefined> = {
  endswith: (value, [end = '']) => truth(value.endsWith(end)),
  startswith: (value, [start = '']) => truth(value.startsWith(start)),
  contains: (value, [part = '']) => truth(value.includes(part)),
  equals: (value, [other = '']) => truth(value === other),
  tolower: (value) => value.toLowerCase(),
  tolowerinvariant: (value) => value.toLowerCase(),
  toupper: (value) => value.toUpperCase(),
  toupperinvariant: (value) => value.toUpperCase(),
  trim: (value) => value.trim(),
  replace: (value, [from = '', to = '']) => (from === '' ? value : value.replaceAll(from, to)),
}

const staticFunctions: Record<string, (values: string[], scope: Scope) => string | undefined> = {
  'msbuild.getpathoffileabove': ([file = '', from], scope) => {
    const start = from ?? scope.properties.get('msbuildthisfiledirectory') ?? '/'
    const folder = folderAbove(file, start, scope.exists)
    return folder === undefined ? '' : posix.join(folder, file)
  },
  'msbuild.getdirectorynameoffileabove': ([start = '/', file = ''], scope) =>
    folderAbove(file, start, scope.exists) ?? '',
  'msbuild.normalizepath': (parts) => posix.resolve('/', ...parts.map(toSlashes)),
  'msbuild.normalizedirectory': (parts) => `${posix.resolve('/', ...parts.map(toSlashes))}/`,
  'msbuild.ensuretrailingslash': ([path = '']) => (path === '' || path.endsWith('/') ? path : `${path}/`),
  'msbuild.valueordefault': ([value = '', other = '']) => (value === '' ? other : value),
  'msbuild.isosplatform': ([name = '']) => truth(name.toLowerCase() === 'linux'),
  'io.path.combine': (parts) => posix.join(...parts.map(toSlashes)),
  'io.path.getfullpath': (parts) => posix.resolve('/', ...parts.map(toSlashes)),
  'io.path.getfilename': ([path = '']) => posix.basename(toSlashes(path)),
  'io.path.getdirectoryname': ([path = '']) => posix.dirname(toSlashes(path)),
  'io.file.exists': ([path = ''], scope) => truth(scope.exists(posix.resolve('/', toSlashes(path)))),
  'string.copy': ([text = '']) => text,
  'string.isnullorempty': ([text = '']) => truth(text === ''),
  'string.isnullorwhitespace': ([text = '']) => truth(text.trim() === ''),
  'environment.getenvironmentvariable': () => '',
}

/** The nearest folder, from one on upwards, that has a file. */
export function folderAbove(file: string, start: string, exists: Scope['exists']): string | undefined {
  const folders = foldersUp(posix.resolve('/', toSlashes(start)), '/')
  return folders.find((folder) => exists(posix.join(folder, file)))
}

/** What a list of MSBuild's holds. */
export function listOf(text: string): string[] {
  return text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** A path with `/`, as MSBuild takes both. */
export function toSlashes(path: string): string {
  return path.replaceAll('\\', '/')
}
