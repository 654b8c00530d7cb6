import { setTimeout as sleep } from 'node:timers/promises'
import type { Container, ContainerState } from './container.ts'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'

/** How a smoke test ended; times are in milliseconds. */
export type SmokeEnd =
  | {
      kind: 'passed'
      durationMs: number
      httpStatus?: number
      exitCode?: number
      memoryBytes?: number | undefined
    }
  /** There was nothing to start it for. */
  | { kind: 'no-port' }
  | { kind: 'no-healthcheck' }
  | { kind: 'elsewhere'; host: string }
  | { kind: 'not-started'; why: string }
  /** It ended though it should have gone on, or with another code than 0. */
  | { kind: 'stopped'; exitCode: number; isOutOfMemory: boolean; durationMs: number }
  | { kind: 'no-success'; last: HttpAnswer | undefined; durationMs: number }
  | { kind: 'unhealthy'; health: ContainerState['health']; durationMs: number }
  | { kind: 'not-ended'; durationMs: number }

/** How long one request may take; a first one may wait for a compiler or a database. */
const requestMs = 10_000
const betweenRequestsMs = 50
/** A look at a container's health is a start of docker; its HEALTHCHECK runs every second. */
const betweenLooksMs = 250

/** A container that was started, and how long it has. */
export interface Wait {
  container: Container
  /** That which it shares with this process; see `findOwnNetwork`. */
  network: string | undefined
  timeoutMs: number
  /** By `performance.now()`. */
  startedAt: number
}

/** Asks a path until the answer is 2xx, the container stops or the time is over. */
export async function waitForAnswer(wait: Wait, path: string, port: number): Promise<SmokeEnd> {
  const { container, network, timeoutMs } = wait
  const over = whenOver(wait)
  const address = await container.addressOf(port, network)
  let last: HttpAnswer | undefined
  while (address !== undefined && !over.signal.aborted) {
    const answer = await askHttp(address, path, requestMs, over.signal)
    const isSuccess = answer.kind === 'answered' && answer.status >= 200 && answer.status < 300
    if (isSuccess) {
      const reached = reachedAt(wait)
      const durationMs = reached(await container.state())
      const memoryBytes = await container.memoryBytes()
      return { kind: 'passed', durationMs, httpStatus: answer.status, memoryBytes }
    }
    // The last request is often cut short; what was said before it tells more.
    if (last === undefined || answer.kind !== 'silent') last = answer
    await sleep(betweenRequestsMs)
  }
  return (await over.stopped)
    ? await readStop(container)
    : { kind: 'no-success', last, durationMs: timeoutMs }
}

/** Waits until the container's own HEALTHCHECK is content, the container stops or the time is over. */
export async function waitForHealth(wait: Wait): Promise<SmokeEnd> {
  const { container, timeoutMs } = wait
  const over = whenOver(wait)
  let state = await container.state()
  while (!over.signal.aborted && state.isRunning) {
    if (state.health?.status === 'healthy') {
      const durationMs = reachedAt(wait)(state)
      const memoryBytes = await container.memoryBytes()
      return { kind: 'passed', durationMs, memoryBytes }
    }
    await sleep(betweenLooksMs)
    state = await container.state()
  }
  if (await over.stopped) return await readStop(container)
  return { kind: 'unhealthy', health: state.health, durationMs: timeoutMs }
}

/** Waits until the container ends, which it has to do with 0. */
export async function waitForEnd({ container, timeoutMs }: Wait): Promise<SmokeEnd> {
  if (!(await container.stops(timeoutMs))) return { kind: 'not-ended', durationMs: timeoutMs }
  const stop = await readStop(container)
  if (stop.kind !== 'stopped' || stop.exitCode !== 0) return stop
  const { durationMs, exitCode } = stop
  return { kind: 'passed', durationMs, exitCode }
}

async function readStop(container: Container): Promise<SmokeEnd> {
  const { exitCode, isOutOfMemory, startedAt, finishedAt } = await container.state()
  const durationMs = Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt))
  return { kind: 'stopped', exitCode, isOutOfMemory, durationMs }
}

/** A signal that comes when the container stops or has had its time, and which of them it was. */
function whenOver({ container, timeoutMs, startedAt }: Wait): {
  signal: AbortSignal
  stopped: Promise<boolean>
} {
  const controller = new AbortController()
  // A cancelled job is told so by the next command.
  const left = Math.max(1, timeoutMs - (performance.now() - startedAt))
  const stopped = container
    .stops(left)
    .catch(() => false)
    .finally(() => {
      controller.abort()
    })
  return { signal: controller.signal, stopped }
}

/** Milliseconds from the start of the container to now, by the engine's clock where that can be right. */
function reachedAt({ startedAt }: Wait): (state: Pick<ContainerState, 'startedAt'>) => number {
  const [now, sinceCommandMs] = [Date.now(), performance.now() - startedAt]
  return (state) => {
    const sinceStartMs = now - Date.parse(state.startedAt)
    return sinceStartMs > 0 && sinceStartMs < sinceCommandMs ? sinceStartMs : sinceCommandMs
  }
}

/** What came of one HTTP GET. */
export type HttpAnswer =
  | { kind: 'answered'; status: number; location: string | undefined; body: string }
  /** Nobody took the connection, or it was closed before a word was said: nothing listens there (yet). */
  | { kind: 'refused' }
  | { kind: 'silent' }
  | { kind: 'not-http' }

const maxBodyLength = 2_000

/** Asks a server at an address such as `127.0.0.1:32768`, without a proxy; no redirect is followed. Throws nothing for what the server does. */
export async function askHttp(
  address: string,
  path: string,
  deadlineMs: number,
  over: AbortSignal,
): Promise<HttpAnswer> {
  const { pathname, search } = new URL(`http://${address}${path}`)
  const [host, port] = address.split(':')
  // `localhost`: ASP.NET's AllowedHosts, where a team set it, rarely has an address.
  const headers = { host: 'localhost', 'user-agent': 'dotnet-container-smoke-test', accept: '*/*' }
  const signal = AbortSignal.any([AbortSignal.timeout(Math.max(1, deadlineMs)), over])
  const request = get({ host, port, path: `${pathname}${search}`, headers, agent: false, signal })
  let response: IncomingMessage
  try {
    ;[response] = (await once(request, 'response')) as [IncomingMessage]
  } catch (error) {
    if (signal.aborted) return { kind: 'silent' }
    return { kind: (error as NodeJS.ErrnoException).code?.startsWith('HPE_') ? 'not-http' : 'refused' }
  }
  // What breaks off now has answered all the same.
  request.on('error', () => undefined)
  let body = ''
  try {
    for await (const chunk of response.setEncoding('utf8')) {
      body += String(chunk)
      // One that never ends must not hold the process.
      if (body.length >= maxBodyLength) break
    }
  } catch {
    // The same.
  }
  const { statusCode: status = 0, headers: said } = response
  return { kind: 'answered', status, location: said.location, body: body.slice(0, maxBodyLength) }
}
