/** What stands for the repository and commit of the workflow run, in docker/build-push-action's words. */
const defaultContext = /\{\{\s*defaultContext\s*\}\}/g

/** A Git repository as buildx tells one from a folder (build/git.go and BuildKit's gitutil): by scheme or by `.git`. */
const gitUrl = /^(?:git:\/\/|ssh:\/\/|git@|github\.com\/|https?:\/\/[^?#]+\.git(?:[?#]|$))/i

/** Whether a context is written as a Git repository. */
export function isGitUrl(context: string): boolean {
  return gitUrl.test(context)
}

/** Puts the repository of the workflow run, at its commit, where it was asked for; in a terminal there is none. */
export function withDefaultContext(text: string, env: NodeJS.ProcessEnv): string {
  const repository = repositoryUrl(env)
  const commit = env['GITHUB_SHA']
  return repository === undefined || !commit
    ? text
    : text.replace(defaultContext, () => `${repository}#${commit}`)
}

/** Whether a Git context is the very commit of the workflow run: by its fragment (`#<commit>:folder`) or its query (`?ref=<commit>`). */
export function isOwnCommit(url: string, env: NodeJS.ProcessEnv): boolean {
  const commit = env['GITHUB_SHA']
  const ref = /#([^:]*)/.exec(url)?.[1] || /[?&](?:ref|checksum|commit)=([^&#]*)/.exec(url)?.[1]
  return isOwnRepository(url, env) && !!commit && ref === commit
}

/** The secret by which BuildKit reads the workflow's own private repository: the job's token, unless the user gives one. */
export function gitSecret(
  url: string,
  token: string | undefined,
  secrets: readonly [id: string, value: string][],
  env: NodeJS.ProcessEnv,
): [id: string, value: string][] {
  const own = repositoryUrl(env)
  const isGiven = secrets.some(([id]) => /^GIT_AUTH_TOKEN(?:\.|$)/.test(id))
  if (own === undefined || !isOwnRepository(url, env) || isGiven || token === undefined) return []
  return [[`GIT_AUTH_TOKEN.${new URL(own).host}`, token]]
}

function isOwnRepository(url: string, env: NodeJS.ProcessEnv): boolean {
  const own = repositoryUrl(env)
  return own !== undefined && (url === own || url.startsWith(`${own}#`) || url.startsWith(`${own}?`))
}

function repositoryUrl({
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: repository,
}: NodeJS.ProcessEnv): string | undefined {
  return server && repository ? `${server}/${repository}.git` : undefined
}
