import { readlink, realpath, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { InputReader } from './input-reader.ts'
import { parseOutput, type Output } from './parsers/outputs.ts'
import type { InputName } from './input-table.generated.ts'
import { isOutside } from './paths.ts'
import { flawOfSecret } from './secrets.ts'
import { withDefaultContext } from './parsers/git-context.ts'

/** Inputs of docker/build-push-action that are only passed on, each split as it does (src/context.ts, v7.3.0). */
export async function readDockerInputs(read: InputReader, place: PathPlace) {
  return {
    buildContexts: await readBuildContexts(read, place),
    secretFiles: await readSecretFiles(read, place),
    ssh: read.list('ssh', true),
    network: read.name('network'),
    shmSize: read.name('shm-size'),
    ulimits: read.list('ulimit', false),
    addHosts: read.list('add-hosts', true),
    allow: read.list('allow', true),
    /** As they were written, each once; empty: the builder's own. */
    platforms: readPlatforms(read),
    /** Stages that are built without the cache. */
    noCacheFilters: read.list('no-cache-filters', true),
    labels: read.list('labels', false),
    annotations: readAnnotations(read),
    provenance: read.name('provenance'),
    sbom: read.name('sbom'),
    attests: read.list('attests', false),
    outputs: await readOutputs(read, place),
  }
}

function readPlatforms(read: InputReader): string[] {
  const platforms = [...new Set(read.list('platforms', true))]
  for (const platform of platforms) {
    if (!/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/.test(platform))
      read.refuse('platforms', `"${platform}" is not a platform; write it as linux/amd64 or linux/arm/v7.`)
  }
  return platforms
}

function readAnnotations(read: InputReader): string[] {
  const annotations = read.list('annotations', false)
  for (const annotation of annotations) {
    if (!annotation.includes('='))
      read.refuse('annotations', `"${annotation}" is not of the form key=value or type:key=value.`)
  }
  return annotations
}

async function readOutputs(read: InputReader, place: PathPlace): Promise<Output[]> {
  const outputs: Output[] = []
  for (const written of read.list('outputs', false, { hasQuotes: false })) {
    const output = read.attempt('outputs', () => parseOutput(written))
    if (output?.dest !== undefined) {
      const dest = await findListed({ input: 'outputs', path: output.dest, kind: 'new' }, place, read)
      if (dest !== undefined) outputs.push({ ...output, dest })
    } else if (output !== undefined) outputs.push(output)
  }
  return outputs
}

/** Where paths in lists are looked for. */
export interface PathPlace {
  /** Absolute folder of the checkout, without symbolic links. */
  workspace: string
  /** What relative paths are relative to. */
  folder: string
  env: NodeJS.ProcessEnv
}

/** A path as it was written in an input. */
interface WrittenPath {
  input: InputName
  path: string
  /** `new`: where something will be written, there already or not. */
  kind: 'file' | 'folder' | 'new'
}

/** The absolute path of what an entry names; one in the workspace must not lead out of it by a link, which a pull request can bring along. */
async function findListed(
  { input, path, kind }: WrittenPath,
  { workspace, folder }: Pick<PathPlace, 'workspace' | 'folder'>,
  read: InputReader,
): Promise<string | undefined> {
  const written = resolve(folder, path)
  const isRelative = !isAbsolute(path)
  if (isRelative && isOutside(relative(folder, written))) {
    read.refuse(input, `${path} leads out of ${folder}; write an absolute path where that is meant.`)
    return undefined
  }
  const real = kind === 'new' ? await realOfNew(written) : await realpath(written).catch(() => undefined)
  if (real === undefined) {
    read.refuse(input, `there is no ${kind} ${path}.`)
    return undefined
  }
  if (!isOutside(relative(workspace, written)) && isOutside(relative(workspace, real))) {
    read.refuse(input, `${path} is a link out of the workspace, to ${real}.`)
    return undefined
  }
  if (kind === 'new') return real
  const found = await stat(real)
  if (kind === 'file' ? found.isFile() : found.isDirectory()) return real
  read.refuse(input, `${path} is no ${kind}.`)
  return undefined
}

/** Where a path will lead, links in the part that is there already followed. */
async function realOfNew(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined)
  if (real !== undefined || dirname(path) === path) return real ?? path
  // What writes to a link that leads to nothing makes the file that it leads to.
  const link = await readlink(path).catch(() => undefined)
  if (link !== undefined) return resolve(dirname(path), link)
  return join(await realOfNew(dirname(path)), basename(path))
}

/** Reads `id=path` of secrets that are files. */
async function readSecretFiles(read: InputReader, place: PathPlace): Promise<[id: string, path: string][]> {
  const files: [string, string][] = []
  for (const [id, path] of read.keyValues('secret-files', 'id=path', { flawOf: flawOfSecret })) {
    const found = await findListed({ input: 'secret-files', path, kind: 'file' }, place, read)
    if (found !== undefined) files.push([id, found])
  }
  return files
}

/** What is no path: `docker-image://…`, `oci-layout://…`, a URL, or a Git repository in the short form. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i

/** Reads `name=source` of named contexts; those that are folders are looked for. */
async function readBuildContexts(
  read: InputReader,
  place: PathPlace,
): Promise<[name: string, source: string][]> {
  const contexts: [string, string][] = []
  for (const entry of read.list('build-contexts', false)) {
    const [, name, source] = /^([^=\s]+)=(.+)$/.exec(withDefaultContext(entry, place.env)) ?? []
    if (name === undefined || source === undefined) {
      read.refuse(
        'build-contexts',
        `"${entry}" is not of the form name=path, name=docker-image://… or name=URL.`,
      )
      continue
    }
    const found = elsewhere.test(source)
      ? source
      : await findListed({ input: 'build-contexts', path: source, kind: 'folder' }, place, read)
    if (found !== undefined) contexts.push([name, found])
  }
  return contexts
}
