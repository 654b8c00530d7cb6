import { formatFields } from '../../shared/csv.ts'

/** One build as data; absolute paths throughout. It asks for no more than what is given. */
export interface BuildRequest {
  context: string
  dockerfile: string
  /** Undefined: the last stage, which may have no name. */
  target?: string | undefined
  builder?: string | undefined
  /** Empty: the builder's own. */
  platforms?: readonly string[] | undefined
  buildArgs?: readonly [key: string, value: string][] | undefined
  /** Each source is a path (absolute), an image (`docker-image://…`), a layout (`oci-layout://…`) or a URL. */
  buildContexts?: readonly [name: string, source: string][] | undefined
  secrets?: readonly [id: string, value: string][]
  /** Secrets that are files; absolute paths. */
  secretFiles?: readonly [id: string, path: string][]
  ssh?: readonly string[]
  network?: string | undefined
  shmSize?: string | undefined
  ulimits?: readonly string[]
  addHosts?: readonly string[]
  /** Entitlements, such as `network.host`. */
  allow?: readonly string[]
  labels?: readonly string[]
  annotations?: readonly string[]
  /** In buildx's words, such as `type=provenance,mode=max`. */
  attests?: readonly string[]
  tags?: readonly string[]
  pull?: boolean
  noCache?: boolean
  /** Stages that are built without the cache, by name. */
  noCacheStages?: readonly string[]
  cacheFrom?: readonly string[]
  cacheTo?: readonly string[]
  /** In buildx's words, such as `type=cacheonly`. */
  outputs?: readonly string[]
  metadataFile?: string | undefined
}

/** The command line of a build and what its environment needs on top: secrets travel there, not in the arguments. */
export function planBuildCommand(request: BuildRequest): { args: string[]; env: Record<string, string> } {
  const { secrets = [], secretFiles = [], platforms = [] } = request
  const variables = secrets.map(([id, value], index) => ({ id, value, name: `BUILD_SECRET_${index}` }))
  const options: Readonly<Record<string, readonly (string | undefined)[] | undefined>> = {
    builder: [request.builder],
    file: [request.dockerfile],
    target: [request.target],
    platform: platforms.length === 0 ? [] : [platforms.join(',')],
    'build-arg': request.buildArgs?.map(([key, value]) => `${key}=${value}`),
    secret: [
      ...variables.map(({ id, name }) => `id=${id},env=${name}`),
      ...secretFiles.map(([id, path]) => formatFields([`id=${id}`, `src=${path}`])),
    ],
    'build-context': request.buildContexts?.map(([name, source]) => `${name}=${source}`),
    ssh: request.ssh,
    network: [request.network],
    'shm-size': [request.shmSize],
    ulimit: request.ulimits,
    'add-host': request.addHosts,
    allow: request.allow,
    label: request.labels,
    annotation: request.annotations,
    attest: request.attests,
    tag: request.tags,
    'no-cache-filter': request.noCacheStages,
    'cache-from': request.cacheFrom,
    'cache-to': request.cacheTo,
    output: request.outputs,
    'metadata-file': [request.metadataFile],
  }
  const args = Object.entries(options).flatMap(([name, values = []]) =>
    values.flatMap((value) => (value === undefined ? [] : [`--${name}`, value])),
  )
  const flags = [...(request.pull ? ['--pull'] : []), ...(request.noCache ? ['--no-cache'] : [])]
  return {
    args: ['buildx', 'build', '--progress=rawjson', ...args, ...flags, request.context],
    env: Object.fromEntries(variables.map(({ name, value }) => [name, value])),
  }
}
