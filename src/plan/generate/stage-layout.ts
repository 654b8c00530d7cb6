import { posix } from 'node:path'
import { containerPathOf, type CopiedTree } from '../dockerfile/copied-paths.ts'
import { folderOf, withReferences } from '../projects/image-tests.ts'
import type { Project } from '../projects/project.ts'
import type { Repository } from '../projects/repository.ts'

/** How the sources stand in a stage, and what of the tests is missing there. */
export interface StageLayout {
  /** The container folder in which every file stands at its path below `from`. */
  root: string
  /** The folder of the build context that the root is made of; an empty text is the whole context. */
  from: string
  /** Files of the build context to copy before a restore. */
  files: string[]
  /** What to copy behind it: folders, which end in `/`, and files; an empty text is the whole context. */
  sources: string[]
  /** Files in those folders that a restore reads beside the projects. */
  shared: string[]
  /** The projects of the tests and of what they refer to, taken on. */
  needed: Project[]
}

/**
 * Finds the folder of a stage in which the sources keep their layout, and which folders of the tests, of what they refer to, and which
 * shared files are not there. Sources that were moved get a second place, with everything.
 */
export function findLayout(
  tree: CopiedTree,
  tests: readonly Project[],
  { projects, sharedFiles, platformFolder }: Repository,
): StageLayout {
  const needed = withReferences(tests, projects).filter(({ place }) => place.kind === 'context')
  const moved = { root: '/tests-src', from: '', files: [], sources: [''], shared: [], needed }
  const rule = platformFolder === undefined ? [] : [posix.join(platformFolder, 'global.json')]
  const root = rootOf(tree, needed)
  if (root === undefined) return findMoved(tree, needed, rule) ?? moved
  const isThere = (path: string): boolean => containerPathOf(tree, path) === posix.join(root, path)
  const hasFolder = (folder: string): boolean => isThere(posix.join(folder, '.any'))
  const whole = { ...moved, root }
  const absent = needed.filter((one) => !hasFolder(folderOf(one.path)))
  const present = needed.filter((one) => hasFolder(folderOf(one.path)))
  if (present.length === 0 && tree.copies.some(({ source }) => source === '')) return whole
  // A list of feeds is needed where the image's own restore has it.
  const isFeedList = (path: string): boolean =>
    /^nuget\.config$/i.test(posix.basename(path)) && tree.patterns.some(({ brings }) => brings(path))
  const folders = absent.map((one) => widest(folderOf(one.path), present, projects, absent))
  const besides = sharedFiles.filter(
    (path) =>
      (posix.basename(path) === 'global.json'
        ? posix.dirname(path) === platformFolder
        : /^packages\.lock/i.test(posix.basename(path)) || isFeedList(path)) &&
      absent.some((one) => isAbove(posix.dirname(path), one.path)),
  )
  const files = new Set([...absent.flatMap(({ imports }) => imports), ...besides, ...rule])
  const missing = [...files].filter((path) => !isThere(path))
  const linked = linkedOf(absent).filter((path) =>
    path.endsWith('/') ? !hasFolder(path) : path === '' || !isThere(path),
  )
  const isWithin = (path: string): boolean => folders.some((one) => path.startsWith(`${one}/`))
  const sources = [
    ...new Set([...folders.map((one) => one && `${one}/`), ...linked.filter((one) => !isWithin(one))]),
  ]
  if (sources.includes('')) return whole
  return {
    ...{ ...whole, sources },
    files: missing.filter((path) => !isWithin(path)),
    shared: missing.filter(isWithin),
  }
}

/** The place of a folder of the context that one COPY moved, where it has all that the tests need. */
function findMoved(tree: CopiedTree, needed: Project[], rule: readonly string[]): StageLayout | undefined {
  const files = [...needed.flatMap(({ path, imports }) => [path, ...imports]), ...rule]
  const found = tree.copies.find(({ source, destination }) =>
    files.every(
      (path) => containerPathOf(tree, path) === posix.join(destination, posix.relative(source, path)),
    ),
  )
  if (found === undefined) return undefined
  const root = posix.join(found.destination, '.')
  return { root, from: found.source, files: [], sources: [], shared: [], needed }
}

/** What projects link from elsewhere; the folder of files where they are several. */
function linkedOf(projects: readonly Project[]): string[] {
  const all = [...new Set(projects.flatMap(({ linked }) => linked))]
  const folderOf = (path: string): string => (path.endsWith('/') ? path : `${posix.dirname(path)}/`)
  return all.map((path) => {
    const folder = folderOf(path)
    const isOne = folder === './' || all.filter((other) => folderOf(other) === folder).length === 1
    return path === '/' ? '' : isOne ? path : folder
  })
}

function isAbove(folder: string, path: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`)
}

/** The highest folder above a project in which nothing is that the stage has, or that nobody asked for. */
function widest(
  folder: string,
  present: readonly Project[],
  projects: readonly Project[],
  absent: readonly Project[],
): string {
  let found = folder
  for (let above = posix.dirname(found); above !== '.' && found !== ''; above = posix.dirname(above)) {
    const within = projects.filter((one) => one.place.kind === 'context' && isAbove(above, one.path))
    if (within.some((one) => present.includes(one) || !absent.includes(one))) break
    found = above
  }
  return found
}

/** The root as the projects' places tell it, else as any file's does. */
function rootOf(tree: CopiedTree, needed: readonly Project[]): string | undefined {
  for (const { path } of needed) {
    const place = containerPathOf(tree, path)
    const root = place === undefined ? undefined : rootAt(place, path)
    if (root !== undefined) return root
    if (place !== undefined) return undefined
  }
  for (const { source, destination } of tree.copies) {
    if (source === '') return posix.join(destination, '.')
    const isFile = destination.endsWith('/') && /\.\w+$/.test(source)
    const place = isFile ? posix.join(destination, posix.basename(source)) : destination.replace(/\/$/, '')
    const root = rootAt(place, source) ?? rootAt(place, posix.dirname(source))
    if (root !== undefined) return root
  }
  return undefined
}

function rootAt(place: string, path: string): string | undefined {
  if (path === '.' || path === '' || !place.endsWith(`/${path}`)) return undefined
  return place.slice(0, -path.length - 1) || '/'
}
