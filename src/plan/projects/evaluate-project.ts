import { posix } from 'node:path'
import { evaluateCondition } from './conditions.ts'
import { toMatcher } from '../dockerfile/dockerignore.ts'
import { expand, folderAbove, listOf, toSlashes, type Scope } from './expressions.ts'
import { parseXmlTree, type XmlElement } from './xml-tree.ts'

/** The files that projects are made of, by their absolute paths in a tree of their own; with `/`. */
export interface ProjectFiles {
  /** The text of a project file, a props file, a list of packages; empty for any other file, undefined where there is none. */
  read: (path: string) => string | undefined
  /** Every file with a project in it. */
  projectPaths: readonly string[]
}

/** A project as far as MSBuild's evaluation is done here. */
export interface EvaluatedProject {
  path: string
  sdks: string[]
  /** By name in lower case. */
  properties: ReadonlyMap<string, string>
  /** Names of packages in lower case, wherever they are written. */
  packages: ReadonlySet<string>
  /** The versions of packages, by name in lower case, as far as they are written. */
  versions: ReadonlyMap<string, string>
  /** The files that it is made of besides its own: what it and its Directory.Build files import. */
  imports: string[]
  /** What its items and properties take from outside of its folder: files, and folders, which end in `/`. */
  linked: string[]
  /** The paths of the projects that it refers to, those that are missing as well. */
  references: string[]
  /** Whether an import or a condition could not be evaluated, so that more may be true of it. */
  isPartlyUnknown: boolean
}

const maxImports = 200

/**
 * Evaluates a project as MSBuild does on Linux: Directory.Build.props, the file with its imports, Directory.Packages.props, Directory.Build.targets; properties
 * first, then items. Not what SDKs and packages bring, targets, item functions and metadata. A condition that can't be evaluated is true in the project and
 * false in a shared file, which would make every project a test project.
 */
export function evaluateProject(path: string, files: ProjectFiles): EvaluatedProject {
  return new Evaluation(path, files).run()
}

class Evaluation {
  readonly #path: string
  readonly #files: ProjectFiles
  readonly #properties = new Map<string, string>()
  /** The elements of items, each with the file that it stands in. */
  readonly #items: [XmlElement, file: string][] = []
  readonly #sdks: string[] = []
  readonly #packages = new Set<string>()
  readonly #references = new Set<string>()
  readonly #versions = new Map<string, string>()
  readonly #imported = new Set<string>()
  readonly #linked = new Set<string>()
  #isPartlyUnknown = false
  readonly #exists = (path: string): boolean => this.#files.read(path) !== undefined

  constructor(path: string, files: ProjectFiles) {
    this.#path = path
    this.#files = files
    this.#set('MSBuildProjectName', posix.basename(path).replace(/\.\w+$/, ''))
    this.#set('MSBuildProjectFile', posix.basename(path))
    this.#set('MSBuildProjectExtension', posix.extname(path))
    this.#set('MSBuildProjectDirectory', posix.dirname(path))
    this.#set('MSBuildProjectFullPath', path)
    this.#set('Configuration', 'Debug')
    this.#set('Platform', 'AnyCPU')
    this.#set('OS', 'Unix')
    this.#set('MSBuildRuntimeType', 'Core')
    this.#set('UsingMicrosoftNETSdk', 'true')
  }

  run(): EvaluatedProject {
    this.#readAbove('Directory.Build.props')
    this.#readFile(this.#path)
    this.#readAbove('Directory.Packages.props')
    this.#readAbove('Directory.Build.targets')
    for (const item of this.#items) this.#readItem(item)
    for (const name of listedPackages(this.#path, this.#files.read)) this.#packages.add(name)
    // A key to sign with, a set of rules, settings of a run.
    for (const [name, value] of this.#properties)
      if (!name.startsWith('msbuild')) this.#link(value.replace(/\*.*/, ''))
    return {
      path: this.#path,
      sdks: this.#sdks,
      properties: this.#properties,
      packages: this.#packages,
      versions: this.#versions,
      imports: [...this.#imported].filter((path) => path !== this.#path),
      linked: [...this.#linked],
      references: [...this.#references],
      isPartlyUnknown: this.#isPartlyUnknown,
    }
  }

  #set(name: string, value: string): void {
    this.#properties.set(name.toLowerCase(), value)
  }

  #scopeOf(file: string): Scope {
    const folder = posix.dirname(file)
    this.#set('MSBuildThisFileDirectory', folder === '/' ? '/' : `${folder}/`)
    this.#set('MSBuildThisFile', posix.basename(file))
    this.#set('MSBuildThisFileName', posix.basename(file).replace(/\.\w+$/, ''))
    this.#set('MSBuildThisFileFullPath', file)
    return { properties: this.#properties, exists: this.#exists }
  }

  /** The nearest file of a name at the project or above it, as the SDK imports it. */
  #readAbove(name: string): void {
    const folder = folderAbove(name, posix.dirname(this.#path), this.#exists)
    if (folder !== undefined) this.#readFile(posix.join(folder, name))
  }

  #readFile(path: string): void {
    const text = this.#files.read(path)
    if (text === undefined || this.#imported.has(path) || this.#imported.size > maxImports) return
    this.#imported.add(path)
    const root = parseXmlTree(text)
    if (root?.name.toLowerCase() !== 'project') return
    this.#readSdks(root.attributes['Sdk'])
    for (const child of root.children) this.#readElement(child, path)
  }

  #readSdks(list: string | undefined): void {
    for (const sdk of listOf(list ?? '')) this.#sdks.push(sdk.split('/')[0] ?? '')
  }

  #holds(element: XmlElement, file: string): boolean {
    const value = evaluateCondition(element.attributes['Condition'], this.#scopeOf(file))
    if (value !== undefined) return value
    this.#isPartlyUnknown = true
    return file === this.#path
  }

  #readElement(element: XmlElement, file: string): void {
    if (element.name === 'Choose') {
      this.#readChoice(element, file)
      return
    }
    if (!this.#holds(element, file)) return
    switch (element.name) {
      case 'PropertyGroup':
        for (const child of element.children) {
          if (!this.#holds(child, file)) continue
          const value = expand(child.text.trim(), this.#scopeOf(file))
          if (value !== undefined) this.#set(child.name, value)
        }
        return
      case 'ItemGroup':
        for (const child of element.children) this.#items.push([child, file])
        return
      case 'ImportGroup':
        for (const child of element.children) this.#readElement(child, file)
        return
      case 'Sdk':
        this.#readSdks(element.attributes['Name'])
        return
      case 'Import':
        this.#import(element, file)
    }
  }

  #readChoice(element: XmlElement, file: string): void {
    const when = element.children.find((one) => one.name === 'When' && this.#holds(one, file))
    const chosen = when ?? element.children.find((one) => one.name === 'Otherwise')
    for (const child of chosen?.children ?? []) this.#readElement(child, file)
  }

  #import(element: XmlElement, file: string): void {
    if (element.attributes['Sdk'] !== undefined) {
      this.#readSdks(element.attributes['Sdk'])
      return
    }
    const path = expand(element.attributes['Project'] ?? '', this.#scopeOf(file))
    const resolved = path && posix.resolve(posix.dirname(file), toSlashes(path))
    if (resolved === undefined || resolved === '' || !this.#exists(resolved)) {
      this.#isPartlyUnknown = true
      return
    }
    this.#readFile(resolved)
  }

  #readItem([element, file]: [XmlElement, string]): void {
    if (!this.#holds(element, file)) return
    const scope = this.#scopeOf(file)
    const list = (attribute: string): string[] =>
      listOf(expand(element.attributes[attribute] ?? '', scope) ?? '')
    if (element.name === 'ProjectReference') {
      for (const one of list('Include')) for (const path of this.#projectsAt(one)) this.#references.add(path)
      for (const one of list('Remove'))
        for (const path of this.#projectsAt(one)) this.#references.delete(path)
      return
    }
    if (!/^(?:(?:Global)?PackageReference|PackageVersion|Reference)$/.test(element.name)) {
      // What only goes into a package is not needed to test.
      const isPacked = element.attributes['Pack'] ?? element.children.find((one) => one.name === 'Pack')?.text
      if (!/^true$/i.test(isPacked?.trim() ?? '')) for (const one of list('Include')) this.#link(one)
      return
    }
    // Of an assembly's full name the first part is what packages are called as well.
    const nameOf = (text: string): string => (text.split(',')[0] ?? '').toLowerCase()
    const [version] = [...list('VersionOverride'), ...list('Version')]
    for (const one of [...list('Include'), ...list('Update')])
      if (version !== undefined && (element.name !== 'PackageVersion' || !this.#versions.has(nameOf(one))))
        this.#versions.set(nameOf(one), version)
    if (element.name === 'PackageVersion') return
    for (const one of list('Include')) this.#packages.add(nameOf(one))
    for (const one of list('Remove')) this.#packages.delete(nameOf(one))
  }

  /** What an item's path means, from the folder of the project, also where it stands in a shared file. */
  #projectsAt(written: string): string[] {
    const path = posix.resolve(posix.dirname(this.#path), toSlashes(written))
    if (!/[*?]/.test(path)) return [path]
    const matcher = new RegExp(toMatcher(path), 'i')
    return this.#files.projectPaths.filter((one) => matcher.test(one.slice(1)))
  }

  /** Takes a file or a pattern outside of the project's folder, where there is such a file; of a pattern its folder. */
  #link(written: string): void {
    const own = posix.dirname(this.#path)
    const path = posix.resolve(own, toSlashes(written))
    const fixed = posix.join(path.replace(/(?<=\/)[^/]*[*?].*$/, ''))
    if (fixed === own || fixed.startsWith(own === '/' ? own : `${own}/`)) return
    if (fixed !== path || this.#exists(path)) this.#linked.add(fixed)
  }
}

/** The packages, in lower case, that lists of NuGet's old form and of Paket beside a project name. */
function listedPackages(project: string, read: (path: string) => string | undefined): string[] {
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
