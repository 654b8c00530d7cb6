import { setTimeout as sleep } from 'node:timers/promises'
import { cleanLogLine } from '../shared/text.ts'
import { docsLink } from '../shared/help-link.ts'

/** What GitHub answered, with the headers' names in lower case. */
export interface ApiAnswer {
  status: number
  data: unknown
  headers: Readonly<Record<string, string | number | undefined>>
}

/** GitHub's REST API with the token of the job; every method throws an ApiTrouble. */
export interface GitHubApi {
  /** Asks for a route such as `GET /repos/{owner}/{repo}/pulls`; what the route does not name goes into query or body. */
  request(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<ApiAnswer>
  /** The login that the token writes as, such as `github-actions[bot]`. */
  viewer(): Promise<string>
}

/** Where the API is and what opens it. */
export interface ApiOptions {
  /** GITHUB_API_URL: another one on GitHub Enterprise Server. */
  url: string
  token: string
  /** One request may take so long, waiting for a rate limit included. */
  deadlineMs?: number
  /** The pause before a request that failed is tried again; the next one is four times as long. */
  retryMs?: number | undefined
}

/** Why GitHub did not do what was asked; `status` is undefined where it gave no answer. */
export class ApiTrouble extends Error {
  readonly status: number | undefined

  constructor(message: string, status: number | undefined, cause: unknown) {
    super(message, { cause })
    this.name = 'ApiTrouble'
    this.status = status
  }
}

/** Longer than this nobody's job waits for a rate limit to end. */
const maxRetryAfterSeconds = 30

/** Whom the runner's own token writes as. */
const actionsBot = 'github-actions[bot]'

/** Loads the client, which few jobs need. Failed reads and 5xx are tried three times; a rate limit is waited for once, if it ends within 30 s. */
export async function connectToGitHub(options: ApiOptions): Promise<GitHubApi> {
  const { url, token, deadlineMs = 45_000, retryMs = 1000 } = options
  const [{ getOctokit }, { retry }] = await Promise.all([
    import('@actions/github'),
    import('@octokit/plugin-retry'),
  ])
  const octokit = getOctokit(
    token,
    {
      baseUrl: url,
      log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
      retry: {
        retries: 2,
        retryAfterBaseValue: retryMs,
        doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
      },
    },
    retry,
  )
  const withTrouble = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const signal = AbortSignal.timeout(deadlineMs)
    try {
      return await afterLimit(() => work(signal), signal)
    } catch (error) {
      if (signal.aborted) throw new ApiTrouble(`no answer within ${deadlineMs / 1000} s`, undefined, error)
      throw toTrouble(error)
    }
  }
  return {
    request: (route, parameters) =>
      withTrouble(async (signal) => {
        const answer = await octokit.request(route, { ...parameters, request: { signal } })
        return { status: answer.status, data: answer.data as unknown, headers: answer.headers }
      }),
    viewer: async () => {
      try {
        const asked = await withTrouble((signal) =>
          octokit.graphql<{ viewer?: { login?: unknown } }>('{ viewer { login } }', { request: { signal } }),
        )
        const login = asked.viewer?.login
        return typeof login === 'string' && login !== '' ? login : actionsBot
      } catch (error) {
        if (error instanceof ApiTrouble && error.status === undefined) throw error
        // Whoever may not ask who they are is no person.
        return actionsBot
      }
    },
  }
}

/** Does the work, and where a rate limit refuses it that ends soon, once more after that. */
async function afterLimit<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const seconds = secondsToLimitEnd(error)
    if (seconds === undefined || seconds > maxRetryAfterSeconds) throw error
    await sleep(seconds * 1000, undefined, { signal })
    return await work()
  }
}

/** When a rate limit ends, as GitHub or a proxy in front of it says; undefined where the answer is none, or does not say when. */
function secondsToLimitEnd(error: unknown): number | undefined {
  const { status, response } = error as { status?: unknown; response?: { headers: ApiAnswer['headers'] } }
  if (response === undefined || (status !== 403 && status !== 429)) return undefined
  const { headers } = response
  const read = (name: string): number => Number(headers[name] ?? NaN)
  // Both times are GitHub's, so that a runner's clock says nothing.
  const now = Date.parse(String(headers['date'] ?? '')) / 1000
  const reset = read('x-ratelimit-remaining') === 0 ? read('x-ratelimit-reset') - now + 1 : NaN
  return [read('retry-after'), reset].find((seconds) => seconds >= 0)
}

function ignore(): void {
  // Octokit prints on the console, where the runner would read it.
}

function toTrouble(error: unknown): ApiTrouble {
  if (error instanceof ApiTrouble) return error
  const { status, response, message } = error as {
    status?: unknown
    response?: unknown
    message?: unknown
  }
  const words = typeof message === 'string' ? message : String(error)
  // Octokit gives 500 to what never got an answer, and no status to an answer of GraphQL that is an error.
  const answered = typeof status === 'number' ? status : 200
  return new ApiTrouble(words, response === undefined ? undefined : answered, error)
}

/** Where the API of this run's GitHub is; a GitHub Enterprise Server has another one. */
export function apiUrlOf(env: NodeJS.ProcessEnv): string {
  return env['GITHUB_API_URL'] ?? 'https://api.github.com'
}

/** Words why the API did not write what was asked, with the way out where there is one. */
export function describeTrouble(error: unknown, { isFork }: { isFork: boolean }): string {
  const { status, said, words } = describeAny(error)
  if (words !== undefined) return words
  if (status === 403 && /\blocked\b/i.test(said))
    return `the conversation of the pull request is locked (${said})`
  if (status === 403 && isFork)
    return (
      'the token of a pull request from a fork may only read; a workflow_run workflow with the action in comment/ can ' +
      `post it, see ${docsLink('guides/forks.md')}`
    )
  // What is not named in a job's permissions is taken from its token.
  const wayOut = 'give the job permissions: { contents: read, pull-requests: write }, or set comment: off'
  if (status === 403) return `the token may not write comments (${said}); ${wayOut}`
  // To a token that may not look there, a pull request of a private repository is not there.
  if (status === 404)
    return `GitHub answered 404 (${said}), as it does to a token that may not look there; ${wayOut}`
  return `GitHub answered ${status} (${said})`
}

/** Words why the API did not tell what was asked; `permission` is the one that the job needs for it. */
export function describeReadTrouble(error: unknown, permission: string): string {
  const { status, said, words } = describeAny(error)
  if (words !== undefined) return words
  // To a token that may not look there, what a private repository has is not there.
  const wayOut = status === 403 || status === 404 ? `; the job needs the permission ${permission}` : ''
  return `GitHub answered ${status} (${said})${wayOut}`
}

/** What is the same for reading and writing; without `words` it is the status that tells. */
function describeAny(error: unknown): { status: number; said: string; words?: string } {
  if (!(error instanceof ApiTrouble)) {
    const why = error instanceof Error ? oneLine(error.message) : 'no error'
    return { status: 0, said: why, words: `GitHub’s answer is not understood (${why})` }
  }
  const { status } = error
  const said = oneLine(error.message)
  if (status === undefined) return { status: 0, said, words: said }
  if (status === 429 || (status === 403 && /rate limit/i.test(said)))
    return { status, said, words: `GitHub’s rate limit is reached, and does not end within 30 s (${said})` }
  if (status === 401)
    return { status, said, words: `GitHub does not know the token (${said}); look at the input github-token` }
  return { status, said }
}

function oneLine(words: string): string {
  return cleanLogLine(words.replace(/\s+/g, ' ').trim()).slice(0, 300)
}
