import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { apiError, sendReply, type ApiReply } from './github-answer.ts'
import { answerOfHistory } from './github-commits.ts'
import { GitHubState, type StandInComment, type StandInUser } from './github-state.ts'

/** Something that goes wrong: the answer instead, for the first so many requests of that method and path. */
export interface ApiFault {
  method: string
  path: RegExp
  times?: number
  /** Undefined: no answer at all. */
  reply: (() => ApiReply) | undefined
  /** The work is done before the wrong answer goes out, as when a proxy loses it. */
  works?: boolean
}

/** A running stand-in of GitHub's REST API for one repository. */
export interface GitHubApiStandIn extends AsyncDisposable {
  /** The value of GITHUB_API_URL. */
  readonly url: string
  readonly state: GitHubState
  /** Who writes with which token. */
  readonly users: Map<string, StandInUser>
  faults: ApiFault[]
  /** Milliseconds by which its clock is wrong. */
  clockOffsetMs: number
  /** `METHOD path` of everything that was asked, in order, without the query. */
  requests(): string[]
  /** The status of every answer, in order. */
  answered(): number[]
}

/** How it behaves. */
export interface GitHubApiOptions {
  /** Random waits before and after each look at its state, the same ones for the same seed. */
  delays?: { seed: number; maxMs: number }
  repository?: string
}

/** What the runner's token writes as. */
export const actionsBot: StandInUser = { login: 'github-actions[bot]', type: 'Bot', canWrite: true }

/**
 * Starts a stand-in over real HTTP with the part of the API that is used here: pages, ETags, one reaction of a kind per user,
 * history and tags from a real repository, refusals of read-only tokens, unknown things and bodies over 65,536 characters.
 */
export async function startGitHubApi(options: GitHubApiOptions = {}): Promise<GitHubApiStandIn> {
  const { delays, repository = 'acme/shop' } = options
  const state = new GitHubState()
  const users = new Map<string, StandInUser>([['bot-token', actionsBot]])
  const requests: string[] = []
  const answered: number[] = []
  const seen = new WeakMap<ApiFault, number>()
  const random = randomNumbers(delays?.seed ?? 0)
  const pause = async (): Promise<void> => {
    if (delays !== undefined) await sleep(random() * delays.maxMs)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.once('finish', () => answered.push(response.statusCode))
    const url = new URL(request.url ?? '/', standIn.url)
    const method = request.method ?? 'GET'
    requests.push(`${method} ${url.pathname}`)
    const body = parseBody(await text(request))
    const user = users.get((request.headers.authorization ?? '').replace(/^(?:token|bearer) /i, ''))
    const fault = standIn.faults.find((one) => {
      const isMeant = one.method === method && one.path.test(url.pathname)
      const count = seen.get(one) ?? 0
      if (!isMeant || count >= (one.times ?? Infinity)) return false
      seen.set(one, count + 1)
      return true
    })
    const now = (): number => Date.now() + standIn.clockOffsetMs
    if (fault !== undefined) {
      if (fault.works) answer({ state, repository, url, method, body, user, now: now() })
      if (fault.reply !== undefined) sendReply(response, fault.reply(), now())
      return
    }
    await pause()
    const reply = answer({ state, repository, url, method, body, user, now: now() })
    await pause()
    sendReply(response, reply, now(), request.headers['if-none-match'])
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent && !response.destroyed) response.writeHead(500).end(String(error))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const standIn: GitHubApiStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ state, users, faults: [], clockOffsetMs: 0 },
    requests: () => [...requests],
    answered: () => [...answered],
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await Promise.resolve()
    },
  }
  return standIn
}

interface ApiRequest {
  state: GitHubState
  repository: string
  url: URL
  method: string
  body: Record<string, unknown>
  user: StandInUser | undefined
  now: number
}

const notFound = apiError(404, 'Not Found')
const forbidden = apiError(403, 'Resource not accessible by integration')

function answer(request: ApiRequest): ApiReply {
  const { state, repository, url, method, user } = request
  if (user === undefined) return apiError(401, 'Bad credentials')
  if (url.pathname === '/graphql') return { status: 200, body: { data: { viewer: { login: user.login } } } }
  const root = `/repos/${repository}/`
  if (!url.pathname.startsWith(root)) return notFound
  const path = url.pathname.slice(root.length)
  if (method !== 'GET' && !user.canWrite) return forbidden
  const ofIssue = /^issues\/(\d+)\/comments$/.exec(path)
  if (ofIssue) return answerComments(request, user, Number(ofIssue[1]))
  const ofComment = /^issues\/comments\/(\d+)$/.exec(path)
  if (ofComment) return answerComment(request, Number(ofComment[1]))
  const ofReactions = /^issues\/comments\/(\d+)\/reactions(?:\/(\d+))?$/.exec(path)
  if (ofReactions) return answerReactions(request, user, Number(ofReactions[1]), ofReactions[2])
  const ofLabels = /^issues\/(\d+)\/labels$/.exec(path)
  if (ofLabels) {
    const pull = state.pulls.find(({ number }) => number === Number(ofLabels[1]))
    return pull === undefined
      ? notFound
      : { status: 200, body: (pull.labels ?? []).map((name, id) => ({ id, name })) }
  }
  const told = state.folder && answerOfHistory(state.folder, path, url.searchParams)
  if (told) return user.canReadCode === false ? notFound : told
  if (path === 'pulls' && method === 'GET') {
    const [owner, ref] = (url.searchParams.get('head') ?? ':').split(':')
    const found = state.pulls.filter(
      ({ head }) => head.ref === ref && head.repo.full_name.split('/')[0] === owner,
    )
    return { status: 200, body: found }
  }
  return notFound
}

function answerComments(
  { state, url, method, body }: ApiRequest,
  user: StandInUser,
  issue: number,
): ApiReply {
  if (!state.pulls.some(({ number }) => number === issue)) return notFound
  if (method === 'POST') {
    const text = String(body['body'])
    return isTooLong(text) ? tooLong : { status: 201, body: toJson(state.addComment(issue, text, user), url) }
  }
  const perPage = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100)
  const page = Number(url.searchParams.get('page') ?? 1)
  const all = state.comments.filter((comment) => comment.issue === issue)
  const shown = all.slice((page - 1) * perPage, page * perPage)
  const next = new URL(url)
  next.searchParams.set('page', String(page + 1))
  const link = page * perPage < all.length ? { link: `<${next.href}>; rel="next"` } : {}
  return { status: 200, headers: link, body: shown.map((comment) => toJson(comment, url)) }
}

function answerComment({ state, url, method, body }: ApiRequest, id: number): ApiReply {
  const comment = state.comments.find((one) => one.id === id)
  if (comment === undefined) return notFound
  if (method === 'DELETE') {
    state.removeComment(id)
    return { status: 204 }
  }
  if (method === 'PATCH') {
    const text = String(body['body'])
    if (isTooLong(text)) return tooLong
    comment.body = text
    comment.edits += 1
  }
  return { status: 200, body: toJson(comment, url) }
}

function answerReactions(
  { state, method, body, now }: ApiRequest,
  user: StandInUser,
  comment: number,
  id: string | undefined,
): ApiReply {
  if (!state.comments.some((one) => one.id === comment)) return notFound
  if (method === 'DELETE') {
    const at = state.reactions.findIndex((one) => one.id === Number(id))
    if (at < 0) return notFound
    state.reactions.splice(at, 1)
    return { status: 204 }
  }
  const { isNew, reaction } = state.react(comment, user.login, String(body['content']), now)
  const { createdAt, login, content } = reaction
  // GitHub tells times in whole seconds.
  const created_at = new Date(createdAt).toISOString().replace(/\.\d+/, '')
  return { status: isNew ? 201 : 200, body: { id: reaction.id, content, created_at, user: { login } } }
}

const tooLong = apiError(422, 'Validation Failed: body is too long (maximum is 65536 characters)')

function isTooLong(body: string): boolean {
  return Array.from(body).length > 65_536
}

function toJson({ id, issue, body, user }: StandInComment, { origin }: URL): unknown {
  return { id, body, user, html_url: `${origin}/acme/shop/pull/${issue}#issuecomment-${id}` }
}

function parseBody(body: string): Record<string, unknown> {
  return body === '' ? {} : (JSON.parse(body) as Record<string, unknown>)
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
