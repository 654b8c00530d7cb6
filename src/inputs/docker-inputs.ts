import { readSecretFiles, readBuildContexts, findListed, type PathPlace } from './parsers/listed-paths.ts'
import { unreadable, type InputReader } from './input-reader.ts'
import { parseOutput, type Output } from './parsers/outputs.ts'

/**
 * The inputs that are docker/build-push-action's own and ask for no more than to be passed on, each split as it does (src/context.ts,
 * v7.3.0).
 */
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
    const output = read.attempt('outputs', () => parseOutput(written), unreadable)
    if (typeof output === 'string') read.refuse('outputs', output)
    else if (output?.dest === undefined) outputs.push(...(output === undefined ? [] : [output]))
    else {
      const dest = await findListed({ input: 'outputs', path: output.dest, kind: 'new' }, place, read)
      if (dest !== undefined) outputs.push({ ...output, dest })
    }
  }
  return outputs
}
