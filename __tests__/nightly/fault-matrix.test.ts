import { afterAll, describe, expect, test } from '@jest/globals'
import { randomInt } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startThrowawayEngine } from '../../scripts/machine/throwaway-engine.mjs'
import type { CacheFault } from '../stand-ins/cache-faults.ts'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope, shopSeries, startCachedJob } from '../stand-ins/cached-job.ts'
import { apiError } from '../stand-ins/github-answer.ts'
import { actionsBot, startGitHubApi, type ApiFault } from '../stand-ins/github-api.ts'
import { closedPort } from '../e2e/harness/closed-port.ts'
import { docker } from '../e2e/harness/docker.ts'
import { pullRequest, pushTo } from '../e2e/harness/events.ts'
import { mountFolder } from '../e2e/harness/mounted-folder.ts'
import { processesByCommand } from '../e2e/harness/processes.ts'
import { dotnetDockerfile, leaveTrx, scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import { runAction, startAction, type ActionStep, type StepResult } from '../e2e/harness/run-action.ts'
import { testFolder, type Workspace } from '../e2e/harness/workspace.ts'

/** Part of a step, and what is to be stopped after it. */
interface Arranged {
  step: Partial<Omit<ActionStep, 'workspace'>>
  stop?: () => PromiseLike<void>
}

/** How far a job comes: its tests have ended; sizes are compared; all is done, and kept for the next time. */
const ways = ['tested', 'compared', 'done'] as const
type Way = (typeof ways)[number]

/** Something wrong with what tells of a build or is kept for the next one, and the warning that it costs. */
interface ReportingFault {
  fault: string
  /** The job has to come so far to meet it. */
  met: Way
  arrange: () => Promise<Arranged>
  told: RegExp | RegExp[]
}

const head = 'a'.repeat(40)

/** A pull request, and an API in which something is wrong. */
function withApi(faults: ApiFault[], token = 'bot-token'): () => Promise<Arranged> {
  return async () => {
    const api = await startGitHubApi()
    api.users.set('read-only', { ...actionsBot, canWrite: false })
    api.state.pulls.push({ number: 7, head: { sha: head, ref: 'feature', repo: { full_name: 'acme/shop' } } })
    api.faults = faults
    const event = pullRequest('main', 'feature', { sha: head })
    return { step: { event, github: { url: api.url, token } }, stop: () => api[Symbol.asyncDispose]() }
  }
}

/** An Actions cache in which something is wrong, for records and build cache. */
function withCache(faults: CacheFault[], inputs: Record<string, string> = {}): () => Promise<Arranged> {
  return async () => {
    const service = await startCacheService()
    service.faults = faults
    const cache = { url: service.url, token: service.token({ scopes: [mainScope] }) }
    return {
      step: { cache, inputs: { cache: 'gha', baseline: 'cache', ...inputs } },
      stop: () => service[Symbol.asyncDispose](),
    }
  }
}

/** A cache that has a record, of which this comes in place of its content. */
function withRecord(spoil: 'garbage' | 'stall'): () => Promise<Arranged> {
  return async () => {
    const job = await startCachedJob()
    const commit = '2'.repeat(40)
    await job.store().save({ image: shopSeries, branch: 'main', commit, run: '1-1' }, {})
    job.service.faults = [{ method: 'GET blob', kind: spoil }]
    const cache = { url: job.service.url, token: job.service.token({ scopes: [mainScope] }) }
    return {
      step: { cache, inputs: { baseline: 'cache' }, event: pushTo('main', { before: commit }) },
      stop: () => job[Symbol.asyncDispose](),
    }
  }
}

/** A folder where a file is expected; a file where a folder is. Permissions mean nothing to root. */
const aFolder = (): Promise<string> => mkdtemp(join(testFolder(), 'no-file-'))
const noFolder = '/etc/hostname/reports'

const step = (part: Arranged['step']) => (): Promise<Arranged> => Promise.resolve({ step: part })

const lostComment = /^The pull-request comment is lost: /

const reportingFaults: ReportingFault[] = [
  {
    fault: 'a token that may not comment',
    met: 'tested',
    arrange: withApi([], 'read-only'),
    told: lostComment,
  },
  {
    fault: 'a comment that is refused',
    met: 'tested',
    arrange: withApi([
      { method: 'POST', path: /comments$/, reply: () => apiError(422, 'Validation Failed') },
    ]),
    told: lostComment,
  },
  {
    fault: 'an API that answers 503',
    met: 'tested',
    arrange: withApi([{ method: 'GET', path: /comments$/, reply: () => apiError(503, 'Unavailable') }]),
    told: lostComment,
  },
  {
    fault: 'an API whose answer is cut',
    met: 'tested',
    arrange: withApi([
      { method: 'GET', path: /comments$/, reply: () => ({ ...apiError(200, 'x'.repeat(500)), isCut: true }) },
    ]),
    told: lostComment,
  },
  {
    fault: 'an API that never answers',
    met: 'tested',
    arrange: withApi([
      { method: 'GET', path: /./, reply: undefined },
      { method: 'POST', path: /./, reply: undefined },
    ]),
    told: lostComment,
  },
  {
    fault: 'an API that is not there',
    met: 'tested',
    arrange: async () => ({
      step: {
        event: pullRequest('main', 'feature', { sha: head }),
        github: { url: `http://127.0.0.1:${await closedPort()}`, token: 'bot-token' },
      },
    }),
    told: lostComment,
  },
  {
    fault: 'a summary that can not be written',
    met: 'tested',
    arrange: async () => ({ step: { env: { GITHUB_STEP_SUMMARY: await aFolder() } } }),
    told: /^Lost: the job summary \(EISDIR/,
  },
  {
    fault: 'outputs that can not be written',
    met: 'tested',
    arrange: async () => ({ step: { env: { GITHUB_OUTPUT: await aFolder() } } }),
    told: /^Lost: the outputs \(.*EISDIR/,
  },
  {
    fault: 'a report-dir that can not be written',
    met: 'tested',
    arrange: step({ inputs: { 'report-dir': noFolder } }),
    told: [
      /^Lost: the reports \(ENOTDIR/,
      /^Lost: files of test results, which could not be left in .* \(ENOTDIR/,
    ],
  },
  {
    fault: 'an event that is no JSON',
    met: 'tested',
    arrange: step({
      event: pullRequest('main', 'feature'),
      github: { url: 'http://127.0.0.1:1', token: 'bot-token' },
      env: { GITHUB_EVENT_PATH: '/etc/passwd' },
    }),
    told: /^No comment: the event does not name its pull request/,
  },
  {
    fault: 'a cache service that answers 500',
    met: 'tested',
    arrange: withCache([{ method: 'GetCacheEntryDownloadURL', kind: 'status', status: 500 }]),
    told: /^The image is built without the Actions cache: its service answered 500/,
  },
  {
    fault: 'a cache service that finds nothing after the first question, and never answers',
    met: 'compared',
    arrange: withCache([{ method: 'GetCacheEntryDownloadURL', after: 1, kind: 'hang' }], { cache: 'off' }),
    told: /^The baseline is missing, and this run is not kept as one: .*no answer within 25 s/,
  },
  {
    fault: 'a baseline of garbage',
    met: 'compared',
    arrange: withRecord('garbage'),
    told: /^A stored baseline was not used: /,
  },
  {
    fault: 'a baseline whose download stalls',
    met: 'compared',
    arrange: withRecord('stall'),
    told: /^(?:The baseline is missing, and this run is not kept as one|A stored baseline was not used): /,
  },
  {
    fault: 'a baseline in a registry that is not there',
    met: 'compared',
    arrange: async () => ({
      step: {
        inputs: { baseline: 'registry', 'baseline-image': `127.0.0.1:${await closedPort()}/shop:main` },
      },
    }),
    told: /^baseline-image .* is no baseline: /,
  },
  {
    fault: 'a baseline of a commit that is not there',
    met: 'compared',
    arrange: step({ inputs: { baseline: 'rebuild' }, event: pushTo('main', { before: '3'.repeat(40) }) }),
    told: /^baseline: rebuild gave none: /,
  },
  {
    fault: 'a cache that takes no record',
    met: 'done',
    arrange: withCache([{ method: 'CreateCacheEntry', kind: 'status', status: 403 }]),
    told: /^The next run will miss this one as its baseline: /,
  },
  {
    fault: 'a cache whose store is full',
    met: 'done',
    arrange: withCache([{ method: 'PUT blob', kind: 'status', status: 507 }]),
    told: /^The next run will miss this one as its baseline: /,
  },
  {
    fault: 'a cache that never ends to take a record',
    met: 'done',
    arrange: withCache([{ method: 'FinalizeCacheEntryUpload', kind: 'hang' }], { cache: 'off' }),
    told: /^The next run will miss this one as its baseline: /,
  },
  {
    fault: 'a build cache that is not written',
    met: 'done',
    arrange: withCache([{ method: 'CreateCacheEntry', kind: 'status', status: 500 }], { baseline: 'off' }),
    told: /^The build cache was not written: /,
  },
  {
    fault: 'a build cache in a registry that is not there',
    met: 'tested',
    arrange: async () => ({
      step: { inputs: { cache: 'registry', 'cache-ref': `127.0.0.1:${await closedPort()}/cache:shop` } },
    }),
    told: /^The build cache was not read: /,
  },
]

/** How a build ends, without any fault. */
interface Outcome {
  outcome: string
  reaches: Way
  exitCode: 0 | 1
  script?: string
  /** Lines at the end of the Dockerfile. */
  final?: string
  inputs?: Record<string, string>
}

/** Nothing of it stands in the log: what becomes of the job hangs on the result files. */
const passes = leaveTrx([
  { name: 'Shop.Tests.One', outcome: 'Passed' },
  { name: 'Shop.Tests.Two', outcome: 'Passed' },
])
const fails = leaveTrx([
  { name: 'Shop.Tests.One', outcome: 'Passed' },
  { name: 'Shop.Tests.Two', outcome: 'Failed', message: 'no' },
])

const outcomes: Outcome[] = [
  { outcome: 'a green build', reaches: 'done', exitCode: 0 },
  { outcome: 'failed tests', reaches: 'tested', exitCode: 1, script: `${fails}\nexit 1` },
  { outcome: 'an image that can not be built', reaches: 'tested', exitCode: 1, final: 'RUN exit 7' },
  { outcome: 'a exceeded budget', reaches: 'compared', exitCode: 1, inputs: { 'max-size': '100 B' } },
]

const made = new Map<string, Promise<{ workspace: Workspace; plain: StepResult }>>()

/** The workspace of an outcome, and how it ends where nothing else is wrong. */
function without({ outcome, script = passes, final = '', inputs = {} }: Outcome): ReturnType<typeof make> {
  const make = async (): Promise<{ workspace: Workspace; plain: StepResult }> => {
    const workspace = await scriptedWorkspace({ script, dockerfile: smallDockerfile(final) })
    return { workspace, plain: await runAction({ workspace, inputs: { ...defaults, ...inputs } }) }
  }
  const known = made.get(outcome) ?? make()
  made.set(outcome, known)
  return known
}

afterAll(async () => {
  for (const one of made.values()) await (await one).workspace[Symbol.asyncDispose]()
})

/** An image of next to nothing, so that measuring it and writing its cache take no time of their own. */
const smallDockerfile = (final: string): string => `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS test
COPY run-tests.sh /
RUN bash /run-tests.sh

FROM ${final === '' ? 'scratch' : 'mcr.microsoft.com/dotnet/runtime:10.0'} AS final
COPY app.txt /app/
${final}
`

const defaults = { cache: 'off', baseline: 'off', 'image-key': 'shop' }

/** Which line BuildKit names is another one's when two builds fail at the same step at the same time. */
const withoutLines = ({ errors }: StepResult): unknown[] =>
  errors.map(({ title, message }) => ({ title, message }))

describe.each(outcomes)('$outcome', (outcome) => {
  const met = reportingFaults.filter((fault) => ways.indexOf(outcome.reaches) >= ways.indexOf(fault.met))
  test.concurrent.each(met)(
    'ends the same way with $fault, and says what is lost',
    async ({ arrange, told }) => {
      const { workspace, plain } = await without(outcome)
      const { step: part, stop } = await arrange()
      const inputs = { ...defaults, ...part.inputs, ...outcome.inputs }
      const result = await runAction({ workspace, ...part, inputs })
      await stop?.()
      expect(plain).toMatchObject({ exitCode: outcome.exitCode, warnings: [] })
      expect({ exitCode: result.exitCode, errors: withoutLines(result) }).toEqual({
        exitCode: plain.exitCode,
        errors: withoutLines(plain),
      })
      const said = [...result.warnings.map(({ message }) => message), ...result.log.lines]
      for (const words of [told].flat()) expect(said).toContainEqual(expect.stringMatching(words))
    },
  )
})

/** Everything that a job tells goes wrong: comment, summary, outputs, reports, result files and cache. */
async function withAll(): Promise<Arranged> {
  const api = await withApi([], 'read-only')()
  const cache = await withCache([{ method: 'GetCacheEntryDownloadURL', kind: 'status', status: 500 }])()
  return {
    step: {
      ...api.step,
      ...cache.step,
      inputs: { ...defaults, ...cache.step.inputs, 'report-dir': noFolder },
      env: { GITHUB_STEP_SUMMARY: await aFolder(), GITHUB_OUTPUT: await aFolder() },
    },
    stop: async () => {
      await api.stop?.()
      await cache.stop?.()
    },
  }
}

/** Red for this reason, though nothing but the log can tell. */
function expectRed(result: StepResult, title: RegExp): void {
  expect(result.exitCode).toBe(1)
  expect(result.errors[0]).toMatchObject({ title: expect.stringMatching(title) })
  const warnings = result.warnings.map(({ message }) => message).join('\n')
  for (const what of [
    /^Lost: the reports/m,
    /^Lost: the job summary/m,
    /^Lost: the outputs/m,
    lostComment.source,
  ])
    expect(warnings).toMatch(new RegExp(what, 'm'))
}

const runtimeImage = 'mcr.microsoft.com/dotnet/runtime:10.0'

test.concurrent.each<{
  name: string
  script?: string
  edit?: (dockerfile: string) => string
  inputs?: () => Promise<Record<string, string>>
  title: RegExp
}>([
  { name: 'a failed test', script: `${fails}\nexit 1`, title: /^1 of 2 tests failed in stage test$/ },
  { name: 'a failed test that nothing but a file tells of', script: fails, title: /^1 of 2 tests failed/ },
  {
    name: 'a failed test behind || true',
    script: `${fails}\nexit 1`,
    edit: (text) => text.replace('RUN bash /run-tests.sh', 'RUN bash /run-tests.sh || true'),
    title: /^1 of 2 tests failed in stage test$/,
  },
  { name: 'no test', script: 'true', title: /^No test ran in stage test$/ },
  {
    name: 'a compiler error',
    script: "echo '/src/Shop.cs(3,5): error CS1002: ; expected [/src/Shop.csproj]'\nexit 1",
    title: /^The code did not compile: 1 error$/,
  },
  {
    name: 'a test command that is killed',
    script: 'kill -9 $$',
    title: /^The tests of stage test did not come to their end$/,
  },
  {
    name: 'a stage that can not be built',
    edit: (text) => `${text.replace('FROM scratch', `FROM ${runtimeImage}`)}RUN exit 7\n`,
    title: /^Stage final could not be built$/,
  },
  {
    name: 'a smoke test that fails',
    edit: (text) => text.replace('FROM scratch', `FROM ${runtimeImage}`),
    inputs: () => Promise.resolve({ 'smoke-test': 'ls /not-there' }),
    title: /^Smoke test: /,
  },
  {
    name: 'a push that is refused',
    inputs: async () => ({ push: 'true', tags: `127.0.0.1:${await closedPort()}/shop:1` }),
    title: /^The push failed$/,
  },
  {
    name: 'an archive that can not be written',
    inputs: () => Promise.resolve({ outputs: 'type=oci,dest=app.txt/image.tar' }),
    title: /./,
  },
])('$name is red when nothing can be known', async ({ script = passes, edit, inputs, title }) => {
  const dockerfile = smallDockerfile('')
  await using workspace = await scriptedWorkspace({ script, dockerfile: edit?.(dockerfile) ?? dockerfile })
  const { step: part, stop } = await withAll()
  const result = await runAction({ workspace, ...part, inputs: { ...part.inputs, ...(await inputs?.()) } })
  await stop?.()
  expectRed(result, title)
})

test('an engine that loses its disk or its life is red when nothing can be known, and a lost cache is made good', async () => {
  await using engine = await startThrowawayEngine({ name: `e2e-mat-${process.pid}`, dataRootSizeMb: 640 })
  await engine.loadImages(process.env, [runtimeImage])
  const { step: part, stop } = await withAll()
  const env = { ...part.env, DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined }
  const start = (workspace: Workspace, inputs: Record<string, string> = {}): ReturnType<typeof startAction> =>
    startAction({ workspace, ...part, env, inputs: { ...part.inputs, ...inputs } })
  const plain = smallDockerfile('').replace('FROM scratch', `FROM ${runtimeImage}`)
  const seconds = randomInt(1_000_000, 9_999_999)

  // The same steps give another image the second time, since the builder has forgotten the first one: that one is measured, too.
  {
    const dockerfile = `${plain}RUN cat /proc/sys/kernel/random/uuid > /id\n`
    await using workspace = await scriptedWorkspace({ script: passes, dockerfile })
    const dest = join(workspace.folder, '.git', 'image.tar')
    await using running = await start(workspace, {
      ...{ 'smoke-test': 'sleep 6', 'smoke-timeout': '60 s' },
      outputs: `type=oci,dest=${dest}`,
    })
    while ((await processesByCommand('sleep 6')).length === 0) await sleep(50)
    await docker('--host', engine.host, 'builder', 'prune', '--all', '--force')
    const { exitCode, errors, stdout } = await running.ended
    expect([exitCode, errors]).toEqual([0, []])
    expect(stdout).toContain('The builder gave another image than the measured one')
    expect(stdout).toContain('It is built and measured once more.')
  }
  {
    const dockerfile = `${plain}RUN head -c 700000000 /dev/urandom > /large\n`
    await using workspace = await scriptedWorkspace({ script: passes, dockerfile })
    await using running = await start(workspace)
    expectRed(await running.ended, /^No space is left on the disk$/)
  }
  {
    await using workspace = await scriptedWorkspace({
      script: passes,
      dockerfile: `${plain}RUN sleep ${seconds}\n`,
    })
    await using running = await start(workspace)
    await running.saw(' tests passed.')
    while ((await processesByCommand(`sleep ${seconds}`)).length === 0) await sleep(50)
    process.kill(engine.pid, 'SIGKILL')
    expectRed(await running.ended, /^Stage final could not be built$/)
  }
  await stop?.()
})

test('a disk of the runner that is full is red when nothing can be known', async () => {
  const { step: part, stop } = await withAll()
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  await using temp = await mountFolder('size=5m')
  const result = await runAction({ workspace, ...part, env: { ...part.env, RUNNER_TEMP: temp.folder } })
  await stop?.()
  expectRed(result, /./)
  expect(result.errors[0]?.message).toMatch(/no space left on device/i)
})
