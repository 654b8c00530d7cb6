import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { readFileSync } from 'node:fs'

/** What tools write, in which nobody keeps sources. */
const skipped = new Set(['bin', 'obj', 'node_modules', '.git', '.vs', 'TestResults'])

/**
 * Gives the files below a folder as paths in it, with `/`, those nearest to the top first and then by name; not those in folders that tools write,
 * and none of what comes after `maxFolders`. Links are not followed, and a folder that can't be read has no files. `without` is the path of a folder that is left out.
 */
export async function* walkFiles(
  folder: string,
  { maxFolders, without }: { maxFolders: number; without?: string | undefined },
): AsyncGenerator<string, undefined> {
  const folders = ['']
  for (let visited = 0; folders.length > 0 && visited < maxFolders; visited++) {
    const current = folders.shift() as string
    const entries = await readdir(join(folder, current), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
      const path = posix.join(current, entry.name)
      if (entry.isDirectory() && !skipped.has(entry.name) && path !== without) folders.push(path)
      if (entry.isFile()) yield path
    }
  }
  return undefined
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
