import { randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { bytes, milliseconds, said } from '../shared/schema-values.ts'
import { parseBuildError } from '../docker/build/buildkit-words.ts'
import type { BuildRequest } from '../docker/build/build-request.ts'
import { runBuild } from '../docker/build/run-build.ts'
import type { Docker } from '../docker/docker.ts'
import type { Log } from '../shared/log.ts'
import {
  archiveName,
  fillingDockerfile,
  readingDockerfile,
  type CacheMounts,
} from '../plan/find-cache-mounts.ts'

/** The transfer of a large archive says nothing meanwhile. */
const silenceMs = 120_000

/** What it cost to keep the cache mounts, and what it brought; nothing of the saving where nothing was saved. */
export const mountUseSchema = v.object({
  restoreMs: milliseconds,
  restoredBytes: said(bytes, 'Uncompressed; 0 where there was nothing to restore.'),
  saveMs: v.optional(milliseconds),
  savedBytes: v.optional(bytes),
})

/** The same as a type. */
export type MountUse = v.InferOutput<typeof mountUseSchema>

/** What it takes to reach the cache mounts of a builder. */
export interface MountTools {
  docker: Docker
  log: Log
  tempFolder: string
  request: Pick<BuildRequest, 'builder' | 'buildArgs' | 'buildContexts'>
}

/** Puts the archives of a folder into the builder's cache mounts that are empty; gives their bytes. Throws an Error that says why it could not. */
export async function fillCacheMounts(
  tools: MountTools,
  mounts: CacheMounts,
  folder: string,
): Promise<number> {
  const archiveBytes = await sizeOfArchives(folder, mounts)
  const text = fillingDockerfile(mounts, randomUUID())
  await build(tools, 'Restore the cache mounts', text, folder, 'type=cacheonly')
  return archiveBytes
}

/** Packs what the builder's cache mounts have into a folder; gives the bytes of its archives. Throws an Error that says why it could not. */
export async function readCacheMounts(
  tools: MountTools,
  mounts: CacheMounts,
  folder: string,
): Promise<number> {
  const empty = join(tools.tempFolder, 'mounts-context')
  await mkdir(empty, { recursive: true })
  await rm(folder, { recursive: true, force: true })
  const text = readingDockerfile(mounts, randomUUID())
  await build(tools, 'Read the cache mounts', text, empty, `type=local,dest=${folder}`)
  return sizeOfArchives(folder, mounts)
}

/** The bytes of a folder's archives. Throws where it holds anything else, as only a foreign hand would have put there. */
async function sizeOfArchives(folder: string, { mounts }: CacheMounts): Promise<number> {
  if (!(await lstat(folder)).isDirectory()) throw new Error('its archive holds something else')
  const names = mounts.map((_, index) => archiveName(index))
  let sum = 0
  for (const name of await readdir(folder)) {
    const found = await lstat(join(folder, name))
    if (!found.isFile() || !names.includes(name)) throw new Error(`${name} is none of its archives`)
    sum += found.size
  }
  return sum
}

async function build(
  { docker, log, tempFolder, request }: MountTools,
  title: string,
  text: string,
  context: string,
  output: string,
): Promise<void> {
  const dockerfile = join(tempFolder, 'mounts.Dockerfile')
  await writeFile(dockerfile, text)
  const { builder, buildArgs, buildContexts } = request
  const asked = { builder, buildArgs, buildContexts, context, dockerfile, outputs: [output] }
  const view = { reword: (words: string) => words, isQuiet: true, silenceMs }
  const built = await runBuild(docker, log, title, asked, view)
  if (built.outcome === 'timed-out')
    throw new Error(`the builder gave no sign of life for ${silenceMs / 1000} s`)
  if (built.outcome === 'failed')
    throw new Error(built.output.at(-1)?.text ?? parseBuildError(built.text).message.split('\n')[0])
}
