import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { hostname } from 'node:os'
import * as v from 'valibot'
import { parseAs, bytes, count, maybe, milliseconds, said } from '../shared/schema-values.ts'
import { askEngineAddress } from '../docker/builder.ts'
import type { Docker, DockerTools } from '../docker/docker.ts'
import type { Settings } from '../inputs/settings.ts'
import type { SmokeCheck } from '../inputs/parsers/values.ts'
import { choosePort, type ChosenPort } from './choose-port.ts'
import { Container, readImageConfig } from './container.ts'
import { describeCheck, describeFailure, describeSuccess, type SmokeProblem } from './describe-end.ts'
import { waitForAnswer, waitForEnd, waitForHealth, type SmokeEnd, type Wait } from './wait-for-answer.ts'
import { repeatBuild } from '../build/build-final.ts'
import { makeOwnName } from '../docker/engine-image.ts'
import { readDiffIds } from '../measure/measure-saved.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import { OtherImageError } from '../shared/errors.ts'
import type { Log } from '../shared/log.ts'

/** What came of starting the image. */
export const smokeSchema = v.object({
  check: said(v.string(), 'What was asked, such as `GET /healthz on port 8080`.'),
  outcome: v.picklist(['passed', 'failed']),
  durationMs: said(
    milliseconds,
    'From the start of the container to the success of the test, or to its failure; 0 where it never started.',
  ),
  httpStatus: v.optional(count),
  exitCode: v.optional(v.pipe(v.number(), v.safeInteger())),
  memoryBytes: maybe(bytes, 'What the container used when the test had passed, without the page cache.'),
  logLines: said(v.array(v.string()), 'The last lines that the container wrote.'),
})

/** What came of starting the image, and where it failed the problem. */
export type SmokeReport = v.InferOutput<typeof smokeSchema> & { problem: SmokeProblem | undefined }

type SmokeSettings = Pick<Settings, 'smokeCheck' | 'smokePort' | 'smokeTimeoutMs' | 'smokeEnv'>

/** What came of a smoke test, and what could not be removed after it. */
export interface SmokeTest {
  /** Undefined where none was asked for. */
  report: SmokeReport | undefined
  warnings: string[]
}

/** Starts the measured image and looks whether it works, if that was asked for; nothing of it stays. Throws a UserError for docker's faults. */
export async function runSmokeTest(
  tools: DockerTools,
  { smokeCheck: check, ...settings }: SmokeSettings,
  image: ImageToStart,
): Promise<SmokeTest> {
  if (check === undefined) return { report: undefined, warnings: [] }
  const warnings: string[] = []
  const held: Held = { warning: (text) => void warnings.push(text) }
  const start = (reference: string): Promise<SmokeReport> => test(tools, { check, settings, reference, held })
  try {
    return { report: await withLoadedImage(tools, image, start, held), warnings }
  } catch (error) {
    for (const warning of warnings) tools.log.warning(warning)
    throw error
  }
}

/** Takes warnings that belong to the report, or to the log where there will be none. */
type Held = Pick<Log, 'warning'>

/** A test of an image that the engine has under a name. */
interface Test {
  check: SmokeCheck
  settings: Omit<SmokeSettings, 'smokeCheck'>
  reference: string
  held: Held
}

async function test(
  { docker, log, tempFolder }: DockerTools,
  { check, settings, reference, held }: Test,
): Promise<SmokeReport> {
  const config = await readImageConfig(docker, reference)
  const port = check.kind === 'path' ? choosePort(settings.smokePort, config) : undefined
  const title = describeCheck(check, port?.port)
  return await log.group(`Smoke test: ${title}`, async (print) => {
    const obstacle = await findObstacle(docker, check, port, config.hasHealthcheck)
    const network = port === undefined ? undefined : await findOwnNetwork(docker)
    const start = {
      image: reference,
      port: port?.port,
      network,
      words: check.kind === 'command' ? check.words : [],
      env: settings.smokeEnv,
    }
    const container = new Container(docker, `dotnet-container-smoke-${randomUUID()}`)
    const removal = ['container', 'rm', '--force', '--volumes', container.name]
    const startAndWait = async (): Promise<{ end: SmokeEnd; logLines: string[] }> => {
      await using _removed = docker.undoLater(removal, (words) => {
        if (!/no such container/i.test(words))
          held.warning(`The container ${container.name} could not be removed: ${words}`)
      })
      const startedAt = performance.now()
      const why = await container.start(start, tempFolder)
      if (why !== undefined)
        return { end: { kind: 'not-started', why }, logLines: await container.logLines() }
      const how = { container, network, timeoutMs: settings.smokeTimeoutMs, startedAt }
      const end = await wait(how, check, port)
      return { end, logLines: await container.logLines() }
    }
    const { end, logLines } = obstacle === undefined ? await startAndWait() : { end: obstacle, logLines: [] }
    for (const line of logLines) print(`  ${line}`)
    const problem = describeFailure(end, { check, port, logLines, timeoutMs: settings.smokeTimeoutMs })
    print(problem?.title ?? describeSuccess(end, title))
    return toReport(title, end, logLines, problem)
  })
}

function wait(how: Wait, check: SmokeCheck, port: ChosenPort | undefined): Promise<SmokeEnd> {
  if (check.kind === 'path') return waitForAnswer(how, check.path, port?.port ?? 0)
  return check.kind === 'healthcheck' ? waitForHealth(how) : waitForEnd(how)
}

/** Why a container need not even be started. */
async function findObstacle(
  docker: Docker,
  check: SmokeCheck,
  port: ChosenPort | undefined,
  hasHealthcheck: boolean,
): Promise<SmokeEnd | undefined> {
  if (check.kind === 'healthcheck') return hasHealthcheck ? undefined : { kind: 'no-healthcheck' }
  if (check.kind === 'command') return undefined
  if (port === undefined) return { kind: 'no-port' }
  // Published on the loopback address of the machine that the engine runs on, so that nobody else reaches it.
  const host = (await askEngineAddress(docker)) ?? ''
  const isElsewhere =
    /^(?:tcp|ssh|https?):/.test(host) && !/^\w+:\/\/(?:127\.|localhost[:/]|localhost$|\[::1\])/.test(host)
  return isElsewhere ? { kind: 'elsewhere', host } : undefined
}

function toReport(
  check: string,
  end: SmokeEnd,
  logLines: string[],
  problem: SmokeProblem | undefined,
): SmokeReport {
  const isPassed = end.kind === 'passed'
  return {
    check,
    outcome: isPassed ? 'passed' : 'failed',
    durationMs: Math.round('durationMs' in end ? end.durationMs : 0),
    httpStatus: isPassed
      ? end.httpStatus
      : end.kind === 'no-success' && end.last?.kind === 'answered'
        ? end.last.status
        : undefined,
    exitCode: isPassed || end.kind === 'stopped' ? end.exitCode : undefined,
    memoryBytes: isPassed ? end.memoryBytes : undefined,
    logLines,
    problem,
  }
}

const deadlineMs = 10_000

/** Docker puts this file into each container. */
const sign = '/.dockerenv'

const networksSchema = v.record(v.string(), v.unknown())

/**
 * The network of the container that this process runs in, as in a job with `container:`, from which the loopback address of the engine's machine can't be
 * reached. Undefined on a machine, in its own network, and where the engine does not know this container.
 */
async function findOwnNetwork(docker: Docker): Promise<string | undefined> {
  if (!existsSync(sign)) return undefined
  // The name of a container's machine is its id, unless somebody gave it another one.
  const args = ['container', 'inspect', '--format', '{{json .NetworkSettings.Networks}}', hostname()]
  const networks = parseAs(networksSchema, (await docker.ask(args, deadlineMs)) ?? '') ?? {}
  return Object.keys(networks).find((name) => name !== 'host' && name !== 'none')
}

/** The measured image, and how the builder makes it again from its cache. */
export interface ImageToStart {
  request: PreparedBuilds['image']
  /** Outputs that the build needs beside the load, so that its metadata name the config. */
  outputs: readonly string[]
  measured: Pick<Measurement, 'configDigest' | 'layers'>
}

/** Loads the measured image under a name of its own for `work`, and takes the name away again. Throws a UserError, also for another image. */
async function withLoadedImage<T>(
  { docker, log, tempFolder }: DockerTools,
  { request, outputs, measured }: ImageToStart,
  work: (reference: string) => Promise<T>,
  held: Held,
): Promise<T> {
  await using own = makeOwnName(docker, held, 'smoke-test')
  const { reference } = own
  const words = {
    title: 'Load the image for the smoke test, under a name of its own',
    failure: 'The image could not be loaded for its smoke test',
  }
  const asked = { ...request, tags: [reference], outputs: [...outputs, 'type=docker'] }
  const { configDigest } = await repeatBuild(docker, log, words, asked, tempFolder)
  // Where buildx names no config, by the content of its layers: that is all of an image that can come out differently the second time.
  const diffIds = configDigest === undefined ? await readDiffIds(docker, reference) : undefined
  const isMeasured =
    configDigest === undefined
      ? diffIds?.join() === measured.layers.map(({ diffId }) => diffId).join()
      : configDigest === measured.configDigest
  if (!isMeasured) throw notMeasured(measured)
  return await work(reference)
}

function notMeasured({ configDigest }: Pick<Measurement, 'configDigest'>): OtherImageError {
  return new OtherImageError(
    'The smoke test got another image than the measured one',
    `Measured was the config ${configDigest}. A step of the final stage gave another result when the build was repeated, ` +
      'twice: something else changes its files meanwhile, or the cache of the builder. Nothing was loaded or pushed. Run the job again.',
  )
}
