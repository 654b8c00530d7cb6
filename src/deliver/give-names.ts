import { createReadStream, createWriteStream } from 'node:fs'
import { cp, lstat, mkdir, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as v from 'valibot'
import type { Docker } from '../docker/docker.ts'
import { pushImage, tagImage } from '../docker/engine-image.ts'
import { canonicalName, setTags, repositoryOf } from '../docker/registry.ts'
import { CancelledError, messageOf } from '../shared/errors.ts'
import type { Log } from '../shared/log.ts'
import { repositoriesOf, type PlannedDelivery } from './plan-deliveries.ts'
import { readFileAs } from '../shared/schema-values.ts'

/** The digest by which a delivered image is known, and what buildx says of it. */
interface Sent {
  digest?: string | undefined
  metadata: Record<string, unknown>
}

/** Gives an image that waits, and was compared, the names that were asked for. Throws an Error with docker's words. */
export async function giveNames(
  { docker, log, builder }: { docker: Docker; log: Log; builder: string | undefined },
  { how, names, waits, asked }: PlannedDelivery,
  { sent, place = '' }: { sent: Sent; place: string | undefined },
  title: string,
): Promise<Sent | undefined> {
  if (waits === 'folder') await putOutput(place, asked.dest ?? '')
  if (waits === 'nowhere' || waits === 'folder') return undefined
  let { digest } = sent
  if (waits === 'registry') {
    for (const repository of repositoriesOf(names)) {
      const own = names.filter((name) => repositoryOf(name) === repository)
      await setTags(docker, `${repository}@${digest ?? ''}`, own, builder)
    }
  } else {
    for (const name of names) await tagImage(docker, place, name)
    const push = async (print: (line: string) => void): Promise<void> => {
      for (const [index, name] of names.entries()) {
        const pushed = await pushImage(docker, name, print).catch((error: unknown) => {
          if (error instanceof CancelledError) throw error
          const before = index === 0 ? '' : `\nPushed before that: ${names.slice(0, index).join(', ')}.`
          throw new Error(`${name}: ${messageOf(error)}${before}`, { cause: error })
        })
        digest = pushed ?? digest
      }
    }
    if (how === 'pushed') await log.group(title, push)
  }
  const own = digest === undefined ? {} : { 'containerimage.digest': digest }
  return { digest, metadata: { ...sent.metadata, ...own, 'image.name': names.map(canonicalName).join(',') } }
}

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
