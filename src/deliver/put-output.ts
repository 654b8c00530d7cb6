import { createReadStream, createWriteStream } from 'node:fs'
import { cp, lstat, mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as v from 'valibot'
import { readFileAs } from '../shared/json.ts'

const indexSchema = v.looseObject({
  manifests: v.array(
    v.looseObject({ digest: v.string(), annotations: v.optional(v.record(v.string(), v.string())) }),
  ),
})
const nameOf = ({ annotations }: { annotations?: Record<string, string> | undefined }): string =>
  annotations?.['io.containerd.image.name'] ?? annotations?.['org.opencontainers.image.ref.name'] ?? ''

/** Brings what was written to where it was to go: a file in place of the one that is there, a folder's content into the one that is there. */
export async function putOutput(waiting: string, dest: string): Promise<void> {
  await mkdir(dirname(dest), { recursive: true })
  const there = await stat(dest).catch(() => undefined)
  if ((await stat(waiting)).isDirectory()) {
    await mkdir(dest, { recursive: true })
    await addToLayout(join(waiting, 'index.json'), join(dest, 'index.json'))
    for (const name of await readdir(waiting)) await merge(join(waiting, name), join(dest, name))
  } else if (there !== undefined && !there.isFile()) {
    // Such as /dev/null; a folder is refused in the system's own words.
    await pipeline(createReadStream(waiting), createWriteStream(dest))
  } else await move(waiting, there === undefined ? dest : await realpath(dest))
}

/** What an OCI layout that is there has under other names stays in its index, as buildx leaves it. */
async function addToLayout(index: string, before: string): Promise<void> {
  const [added, old] = [await readFileAs(indexSchema, index), await readFileAs(indexSchema, before)]
  if (added === undefined || old === undefined) return
  const names = new Set(added.manifests.map(nameOf))
  const kept = old.manifests.filter((manifest) => !names.has(nameOf(manifest)))
  await writeFile(index, JSON.stringify({ ...added, manifests: [...kept, ...added.manifests] }))
}

async function merge(from: string, to: string): Promise<void> {
  const [source, target] = [await lstat(from), await lstat(to).catch(() => undefined)]
  if (source.isDirectory() && target?.isDirectory()) {
    for (const name of await readdir(from)) await merge(join(from, name), join(to, name))
    return
  }
  if (target !== undefined && source.isDirectory() !== target.isDirectory())
    await rm(to, { recursive: true, force: true })
  await move(from, to)
}

/** The temporary folder may be on another file system. */
async function move(from: string, to: string): Promise<void> {
  await rename(from, to).catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await cp(from, to, { recursive: true, force: true, verbatimSymlinks: true })
  })
}
