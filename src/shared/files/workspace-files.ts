import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** What tools write, in which nobody keeps sources. */
const skipped = new Set(['bin', 'obj', 'node_modules', '.git', '.vs', 'TestResults'])

/** How far a walk goes, and the path of a folder that is left out. */
interface WalkLimits {
  maxFolders?: number
  without?: string | undefined
}

/**
 * Gives the folders below a folder with what is in them, as paths in it, with `/`, itself as an empty one: those nearest to the top first and then by
 * name; not those that tools write, and none of what comes after `maxFolders`. Links are not followed, and a folder that can't be read is empty.
 */
export function* walkFolders(
  folder: string,
  { maxFolders = 2_000, without }: WalkLimits = {},
): Generator<{ path: string; entries: Dirent[] }, undefined> {
  const folders = ['']
  for (const path of folders.values()) {
    const entries = entriesOf(join(folder, path)).sort((a, b) => a.name.localeCompare(b.name, 'en'))
    for (const entry of entries) {
      const inner = posix.join(path, entry.name)
      if (folders.length < maxFolders && entry.isDirectory() && !skipped.has(entry.name) && inner !== without)
        folders.push(inner)
    }
    yield { path, entries }
  }
  return undefined
}

/** The files that are in them. */
export function* walkFiles(folder: string, limits?: WalkLimits): Generator<string, undefined> {
  for (const { path, entries } of walkFolders(folder, limits))
    for (const entry of entries) if (entry.isFile()) yield posix.join(path, entry.name)
  return undefined
}

/** A folder and those above it, up to `top`; none where it is not in that. */
export function foldersUp(folder: string, top: string): string[] {
  const above = dirname(folder)
  if (folder === top) return [folder]
  const others = above === folder ? [] : foldersUp(above, top)
  return others.length === 0 ? [] : [folder, ...others]
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** What is at a path, through links; undefined also where one of the folders above it is a file. */
export function kindOfPath(path: string): 'file' | 'folder' | undefined {
  try {
    const found = statSync(path)
    return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : undefined
  } catch {
    return undefined
  }
}

const maxLength = 1024 * 1024

/** The text of a file, at most a mebibyte of it; empty where it can't be read. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, maxLength)
  } catch {
    return ''
  }
}
