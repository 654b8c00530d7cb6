/** What every program needs to find its files, its network and its language, also on Windows. */
const everybody = names(`
  PATH HOME USER LOGNAME SHELL LANG LANGUAGE LC_* TZ TERM NO_COLOR TMPDIR TMP TEMP XDG_* SSL_CERT_FILE SSL_CERT_DIR
  HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY FTP_PROXY
  SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT USERPROFILE USERNAME USERDOMAIN HOMEDRIVE HOMEPATH APPDATA
  LOCALAPPDATA PROGRAMDATA PROGRAMFILES WSL_DISTRO_NAME`)

/** What docker/cli, docker/buildx and moby/buildkit read (os.Getenv), and where credential helpers, cache backends and drivers find their keys. */
const docker = names(`
  DOCKER_HOST DOCKER_CONTEXT DOCKER_CONFIG DOCKER_CERT_PATH DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_API_VERSION
  DOCKER_AUTH_CONFIG DOCKER_CUSTOM_HEADERS DOCKER_DEFAULT_PLATFORM DOCKER_BUILDKIT DOCKER_CLI_* DOCKER_CONTENT_TRUST
  DOCKER_CONTENT_TRUST_SERVER BUILDX_* BUILDKIT_* EXPERIMENTAL_BUILDKIT_* OTEL_* TRACEPARENT TRACESTATE
  SOURCE_DATE_EPOCH SSH_AUTH_SOCK KUBECONFIG KUBERNETES_* POD_NAMESPACE GODEBUG AWS_* AZURE_* GOOGLE_* CLOUDSDK_*
  GNUPGHOME GPG_TTY PASSWORD_STORE_* DBUS_SESSION_BUS_ADDRESS DISPLAY SUDO_COMMAND SUDO_UID SUDO_GID`)

/** What buildx turns into the address and the token of `type=gha` (build/opt.go). */
const actionsCache = names(
  'ACTIONS_CACHE_SERVICE_V2 ACTIONS_CACHE_URL ACTIONS_RESULTS_URL ACTIONS_RUNTIME_TOKEN',
)

/** What `@actions/cache` reads on top. */
const cacheLibrary = names(`
  ACTIONS_CACHE_MODE CACHE_UPLOAD_CHUNK_SIZE CACHE_UPLOAD_CONCURRENCY SEGMENT_DOWNLOAD_TIMEOUT_MINS GITHUB_REF
  GITHUB_REPOSITORY GITHUB_SERVER_URL GITHUB_WORKSPACE RUNNER_TEMP RUNNER_OS RUNNER_ARCH RUNNER_DEBUG
  NODE_EXTRA_CA_CERTS`)

const git = names(`
  GIT_CONFIG_* GIT_DIR GIT_WORK_TREE GIT_CEILING_DIRECTORIES GIT_SSL_* SSH_AUTH_SOCK GIT_DISCOVERY_ACROSS_FILESYSTEM
  GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES`)

function names(list: string): string[] {
  return list.trim().split(/\s+/)
}

/**
 * The environment of one docker command: what docker reads and nothing else, so that neither the inputs of this action nor
 * tokens that other steps left in the job's environment get there. The Actions cache's token comes only with a command that names that cache.
 */
export function environmentForDocker(env: NodeJS.ProcessEnv, args: readonly string[]): NodeJS.ProcessEnv {
  const usesActionsCache = args.some((argument) => /\btype=gha\b/.test(argument))
  return pick(env, [...everybody, ...docker, ...(usesActionsCache ? actionsCache : [])])
}

/** The environment of the process that talks to the Actions cache. */
export function environmentForCache(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return pick(env, [...everybody, ...actionsCache, ...cacheLibrary])
}

/** The environment of git, which is only asked about what lies on this disk. */
export function environmentForGit(env: NodeJS.ProcessEnv): Record<string, string> {
  return pick(env, [...everybody, ...git])
}

/** The variables with these names, in any case; one that ends in `*` is the beginning of many. */
function pick(env: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  const exact = new Set(names)
  const beginnings = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => {
      const name = entry[0].toUpperCase()
      return (
        entry[1] !== undefined &&
        (exact.has(name) || beginnings.some((beginning) => name.startsWith(beginning)))
      )
    }),
  )
}
