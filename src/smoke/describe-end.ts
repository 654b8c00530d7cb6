import { formatDuration } from '../shared/format.ts'
import type { SmokeCheck } from '../inputs/parsers/values.ts'
import { oneLine, plainText } from '../shared/text.ts'
import type { HttpAnswer, SmokeEnd } from './wait-for-answer.ts'
import type { ChosenPort } from './choose-port.ts'
import type { ContainerState } from './container.ts'

/** Why the job fails. */
export interface SmokeProblem {
  title: string
  message: string
}

/** What is needed to word a failure. */
export interface SmokeContext {
  check: SmokeCheck
  port: ChosenPort | undefined
  logLines: readonly string[]
  timeoutMs: number
}

/** Most lines of a log that stand in a message; report.json has more. */
const maxTold = 30
const maxLineLength = 500

/** What is looked at, for people. */
export function describeCheck(check: SmokeCheck, port: number | undefined): string {
  if (check.kind === 'path') return `GET ${check.path}${port === undefined ? '' : ` on port ${port}`}`
  return check.kind === 'healthcheck' ? 'HEALTHCHECK' : check.written
}

/** One line for the log. */
export function describeSuccess(end: SmokeEnd, title: string): string {
  if (end.kind !== 'passed') return title
  const answer = end.httpStatus === undefined ? '' : ` answered ${end.httpStatus}`
  return `${title}${answer} after ${formatDuration(end.durationMs)}`
}

/** Words a failure: in its title what happened, below it why that may be and the end of the container's log. */
export function describeFailure(end: SmokeEnd, context: SmokeContext): SmokeProblem | undefined {
  if (end.kind === 'passed') return undefined
  const [what, ...hints] = explain(end, context)
  const told = [...hints, 'Nothing was loaded or pushed.', ...tellLog(end, context.logLines)]
  return { title: `Smoke test: ${what}`, message: told.join('\n') }
}

/** What happened, in a few words, and what to do about it. */
type Explanation = [what: string, ...hints: string[]]

function explain(end: Exclude<SmokeEnd, { kind: 'passed' }>, context: SmokeContext): Explanation {
  const limit = formatLimit(context.timeoutMs)
  switch (end.kind) {
    case 'no-port':
      return [
        'the port is not known',
        'The image EXPOSEs no port and sets no ASPNETCORE_HTTP_PORTS: write EXPOSE 8080 into the Dockerfile, or set smoke-port.',
      ]
    case 'no-healthcheck':
      return [
        'the image has no HEALTHCHECK',
        'smoke-test: healthcheck waits for the one of the image. Write one into the Dockerfile, or give a path such as /healthz.',
      ]
    case 'elsewhere':
      return [
        'the container can not be reached',
        `A path is asked at the loopback address of the machine with the Docker engine, and that is another one (${end.host}).`,
        'There, use smoke-test: healthcheck or a command.',
      ]
    case 'not-started':
      return ['the container could not be started', plainText(end.why)]
    case 'stopped':
      return explainStop(end, context.check)
    case 'no-success':
      return explainAnswer(end.last, context)
    case 'unhealthy':
      return explainHealth(end.health, limit)
    case 'not-ended':
      return [
        `the command did not end within ${limit}`,
        'A command has to end by itself, with 0. For one that serves, give a path such as /healthz; for a slow one, set smoke-timeout.',
      ]
  }
}

/** What is known of exit codes: 128 and the number of a signal. */
const signals: Readonly<Record<number, string>> = {
  132: 'SIGILL',
  134: 'SIGABRT, as after an unhandled exception',
  135: 'SIGBUS',
  136: 'SIGFPE',
  137: 'SIGKILL',
  // abort() of process 1, which no SIGABRT ends, comes to this.
  139: 'SIGSEGV, as after an unhandled exception',
  143: 'SIGTERM',
}

function explainStop(
  { exitCode, isOutOfMemory, durationMs }: Extract<SmokeEnd, { kind: 'stopped' }>,
  check: SmokeCheck,
): Explanation {
  const signal = isOutOfMemory ? 'out of memory' : signals[exitCode]
  const who = check.kind === 'command' ? 'the command' : 'the container'
  const what = `${who} exited with ${exitCode}${signal === undefined ? '' : ` (${signal})`} after ${formatDuration(durationMs)}`
  if (check.kind === 'command') return [what, `${check.written} has to end with 0.`]
  const wanted = check.kind === 'path' ? `GET ${check.path} answered 2xx` : 'its HEALTHCHECK succeeded'
  return [what, `It ended before ${wanted}.`]
}

function explainAnswer(last: HttpAnswer | undefined, context: SmokeContext): Explanation {
  const { check, port, timeoutMs } = context
  const asked = describeCheck(check, undefined)
  const limit = formatLimit(timeoutMs)
  switch (last?.kind) {
    case 'answered':
      return [
        `${asked} answered ${last.status} for ${limit}`,
        ...(last.location === undefined
          ? []
          : [`It redirects to ${plainText(last.location)}: give a path that answers 2xx itself.`]),
        ...(last.body.trim() === '' ? [] : [said(last.body)]),
      ]
    case 'silent':
      return [`${asked} gave no answer within ${limit}`, 'The connection was taken, and nothing came.']
    case 'not-http':
      return [
        `port ${port?.port ?? 0} does not speak HTTP`,
        `${port?.reason ?? ''}. HTTPS is not spoken here: set smoke-port to the port for plain HTTP.`,
      ]
    default:
      return explainNothingListens(context)
  }
}

function explainNothingListens({ port, logLines, timeoutMs }: SmokeContext): Explanation {
  const number = port?.port ?? 0
  // What Kestrel says; its words are in English whatever the language.
  const urls = logLines.flatMap((line) => /Now listening on: (\S+)/.exec(plainText(line))?.[1] ?? [])
  const what = `nothing listened on port ${number} for ${formatLimit(timeoutMs)}; ${port?.reason ?? ''}`
  if (urls.length === 0)
    return [what, 'Set smoke-port to the port that it listens on, or smoke-timeout if it starts slowly.']
  return [`${what}, the log says it listens on ${urls.join(', ')}`, adviseOn(urls, number)]
}

/** What to do about a server that listens at these addresses, and not where it was looked for. */
function adviseOn(urls: readonly string[], port: number): string {
  if (urls.every((url) => /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(url))) {
    return `There it can’t be reached from outside the container: set ASPNETCORE_HTTP_PORTS=${port} in the Dockerfile, or in smoke-env.`
  }
  if (urls.some((url) => url.replace(/\/$/, '').endsWith(`:${port}`))) {
    return (
      'The loopback address of the Docker engine seems not to be that of this job: use ' +
      'smoke-test: healthcheck or a command, which need no port.'
    )
  }
  return 'Set smoke-port or EXPOSE to the port that it listens on, or ASPNETCORE_HTTP_PORTS to the one that is meant.'
}

function explainHealth(health: ContainerState['health'], limit: string): Explanation {
  const { status = 'none', lastExitCode, lastOutput = '' } = health ?? {}
  const what = `the HEALTHCHECK was still ${status} after ${limit}`
  const code =
    lastExitCode === undefined ? 'It has not ended once.' : `Its last exit code was ${lastExitCode}.`
  return [what, code, ...(lastOutput.trim() === '' ? [] : [said(lastOutput)])]
}

function tellLog(end: SmokeEnd, logLines: readonly string[]): string[] {
  if (logLines.length === 0) return 'durationMs' in end ? ['The container wrote nothing to its log.'] : []
  const last = logLines.slice(-maxTold).map((line) => `  ${plainText(line).slice(0, maxLineLength)}`)
  return [
    last.length === logLines.length ? 'The container’s log:' : 'The end of the container’s log:',
    ...last,
  ]
}

/** A limit as it was meant: `30 s`, not `30.0 s`. */
function formatLimit(timeoutMs: number): string {
  return formatDuration(timeoutMs).replace('.0 s', ' s')
}

function said(text: string): string {
  return `It said: ${oneLine(text).slice(0, maxLineLength)}`
}
