import { formatFields } from '../../shared/csv.ts'

/** What RUN instructions see or need beside the Dockerfile and its build context, in docker's own words. */
export interface RunSurroundings {
  /** A path (absolute), an image (`docker-image://…`), a layout (`oci-layout://…`) or a URL. */
  buildContexts: readonly [name: string, source: string][]
  /** Secrets that are files; absolute paths. */
  secretFiles: readonly [id: string, path: string][]
  ssh: readonly string[]
  network: string | undefined
  shmSize: string | undefined
  ulimits: readonly string[]
  addHosts: readonly string[]
  /** Entitlements, such as `network.host`. */
  allow: readonly string[]
}

/** One build as data; absolute paths throughout. */
export interface BuildRequest extends RunSurroundings {
  context: string
  dockerfile: string
  /** Undefined: the last stage, which may have no name. */
  target: string | undefined
  builder: string | undefined
  /** Empty: the builder's own. */
  platforms: readonly string[]
  buildArgs: readonly [key: string, value: string][]
  secrets: readonly [id: string, value: string][]
  labels: readonly string[]
  annotations: readonly string[]
  /** In buildx's words, such as `type=provenance,mode=max`. */
  attests: readonly string[]
  tags: readonly string[]
  pull: boolean
  noCache: boolean
  /** Stages that are built without the cache, by name. */
  noCacheStages: readonly string[]
  cacheFrom: readonly string[]
  cacheTo: readonly string[]
  /** In buildx's words, such as `type=cacheonly`. */
  outputs: readonly string[]
  metadataFile: string | undefined
}

/** A build of a Dockerfile that asks for no more than what is given: no target, output, cache, secret, tag. */
export function toBuildRequest(
  given: Pick<BuildRequest, 'context' | 'dockerfile'> & Partial<BuildRequest>,
): BuildRequest {
  return {
    target: undefined,
    builder: undefined,
    platforms: [],
    buildArgs: [],
    secrets: [],
    buildContexts: [],
    secretFiles: [],
    ssh: [],
    network: undefined,
    shmSize: undefined,
    ulimits: [],
    addHosts: [],
    allow: [],
    labels: [],
    annotations: [],
    attests: [],
    tags: [],
    pull: false,
    noCache: false,
    noCacheStages: [],
    cacheFrom: [],
    cacheTo: [],
    outputs: [],
    metadataFile: undefined,
    ...given,
  }
}

/** The command line of a build and what its environment needs on top: secrets travel there, not in the arguments. */
export function planBuildCommand(request: BuildRequest): { args: string[]; env: Record<string, string> } {
  const secretNames = request.secrets.map((_, index) => `BUILD_SECRET_${index}`)
  const args = [
    'buildx',
    'build',
    '--progress=rawjson',
    ...option('builder', [request.builder]),
    ...option('file', [request.dockerfile]),
    ...option('target', [request.target]),
    ...option('platform', request.platforms.length === 0 ? [] : [request.platforms.join(',')]),
    ...option(
      'build-arg',
      request.buildArgs.map(([key, value]) => `${key}=${value}`),
    ),
    ...option(
      'secret',
      request.secrets.map(([id], index) => `id=${id},env=BUILD_SECRET_${index}`),
    ),
    ...surroundingsOf(request),
    ...option('label', request.labels),
    ...option('annotation', request.annotations),
    ...option('attest', request.attests),
    ...option('tag', request.tags),
    ...(request.pull ? ['--pull'] : []),
    ...(request.noCache ? ['--no-cache'] : []),
    ...option('no-cache-filter', request.noCacheStages),
    ...option('cache-from', request.cacheFrom),
    ...option('cache-to', request.cacheTo),
    ...option('output', request.outputs),
    ...option('metadata-file', [request.metadataFile]),
    request.context,
  ]
  const env = Object.fromEntries(request.secrets.map(([, value], index) => [secretNames[index] ?? '', value]))
  return { args, env }
}

function surroundingsOf(request: RunSurroundings): string[] {
  const { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow } = request
  return [
    ...option(
      'build-context',
      buildContexts.map(([name, source]) => `${name}=${source}`),
    ),
    ...option(
      'secret',
      secretFiles.map(([id, path]) => formatFields([`id=${id}`, `src=${path}`])),
    ),
    ...option('ssh', ssh),
    ...option('network', [network]),
    ...option('shm-size', [shmSize]),
    ...option('ulimit', ulimits),
    ...option('add-host', addHosts),
    ...option('allow', allow),
  ]
}

function option(name: string, values: readonly (string | undefined)[]): string[] {
  return values.flatMap((value) => (value === undefined ? [] : [`--${name}`, value]))
}
