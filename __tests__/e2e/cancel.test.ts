import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { useLegacyEngine } from './harness/engines.ts'
import { processesByCommand, processesByVariable } from './harness/processes.ts'
import { dotnetDockerfile, scriptedWorkspace } from './harness/recorded-tests.ts'
import { startAction, type RunningAction } from './harness/run-action.ts'

const run = promisify(execFile)

/** How long the runner waits between its signals, and a little less than a user would. */
const limitMs = 5_000

/** Waits until a list is as it should be; gives the milliseconds that it took, or throws after a minute. */
async function waitFor(list: () => Promise<unknown[]>, isGood: (length: number) => boolean): Promise<number> {
  const start = performance.now()
  for (;;) {
    const found = await list()
    if (isGood(found.length)) return performance.now() - start
    if (performance.now() - start > 60_000) throw new Error(`After a minute: ${JSON.stringify(found)}`)
    await sleep(50)
  }
}

/** How a step ended that got a signal. */
interface Ending {
  exitCode: number | null
  signal: NodeJS.Signals | null
  isInTime: boolean
  errors: unknown[]
  /** Processes of the step that are still there. */
  left: unknown[]
  digest: string | undefined
  leftInTemp: unknown[]
}

/** The folder of the reports, which are written of a cancelled job, too. */
const reportFolder: unknown = expect.stringMatching(/^dotnet-container-report-__self-/)

/** Nothing of it runs on, nothing is told as wrong, nothing was delivered. */
const goodEnding: Ending = {
  exitCode: 130,
  signal: null,
  isInTime: true,
  errors: [],
  left: [],
  digest: '',
  leftInTemp: [reportFolder],
}

/** Sends a signal to the action's own process and waits for its end. */
async function endWith(step: RunningAction, name: NodeJS.Signals): Promise<Ending> {
  const start = performance.now()
  step.signal(name)
  const { exitCode, signal, errors, outputs, leftInTemp } = await step.ended
  const isInTime = performance.now() - start < limitMs
  const left = await processesByVariable(step.mark)
  return { exitCode, signal, isInTime, errors, left, digest: outputs['digest'], leftInTemp }
}

test.concurrent.each<{ stage: 'test' | 'final'; signal: NodeJS.Signals }>([
  { stage: 'test', signal: 'SIGINT' },
  { stage: 'test', signal: 'SIGHUP' },
  { stage: 'final', signal: 'SIGTERM' },
  { stage: 'final', signal: 'SIGQUIT' },
])('$signal while the stage $stage is built ends everything within 5 s', async ({ stage, signal }) => {
  const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
  const hanging = { test: `${command} && bash /run-tests.sh`, final: command }[stage]
  const dockerfile =
    stage === 'test'
      ? dotnetDockerfile.replace('RUN bash /run-tests.sh', `RUN ${hanging}`)
      : `${dotnetDockerfile}RUN ${hanging}\n`
  await using workspace = await scriptedWorkspace({ dockerfile })
  await using step = await startAction({ workspace, inputs: { baseline: 'off' } })
  const sleepers = () => processesByCommand(command)
  await waitFor(sleepers, (length) => length > 0)
  const start = performance.now()
  expect(await endWith(step, signal)).toEqual(goodEnding)
  await waitFor(sleepers, (length) => length === 0)
  expect(performance.now() - start).toBeLessThan(limitMs)
})

test('a job that is cancelled after its tests reports them', async () => {
  const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
  await using workspace = await scriptedWorkspace({ dockerfile: `${dotnetDockerfile}RUN ${command}\n` })
  await using step = await startAction({ workspace, inputs: { baseline: 'off' } })
  await waitFor(
    () => processesByCommand(command),
    (length) => length > 0,
  )
  await step.saw(' tests passed.')
  const start = performance.now()
  const result = await step.cancel()
  expect(performance.now() - start).toBeLessThan(limitMs)
  expect(result).toMatchObject({ exitCode: 130, signal: null, errors: [] })
  expect(result.outputs).toMatchObject({
    'test-result': 'passed',
    'tests-total': '3',
    'tests-passed': '3',
    digest: '',
  })
  expect(result.report).toMatchObject({
    tests: { counts: { total: 3, passed: 3 } },
    problems: [{ title: 'The job was cancelled' }],
  })
  expect(result.summary).toContain('The job was cancelled')
  expect(result.summary).toContain('3 tests passed')
  expect(result.log.oddities()).toEqual([])
})

test('a second signal ends it at once', async () => {
  const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
  await using workspace = await scriptedWorkspace({ dockerfile: `${dotnetDockerfile}RUN ${command}\n` })
  await using step = await startAction({ workspace, inputs: { baseline: 'off' } })
  const sleepers = () => processesByCommand(command)
  await waitFor(sleepers, (length) => length > 0)
  step.signal('SIGINT')
  // Whether there was time for a report is left open.
  const { exitCode, signal, isInTime, errors, left } = goodEnding
  expect(await endWith(step, 'SIGTERM')).toMatchObject({ exitCode, signal, isInTime, errors, left })
  expect(await waitFor(sleepers, (length) => length === 0)).toBeLessThan(limitMs)
})

test('a job that is cancelled while an image of the legacy store is measured leaves no name of it', async () => {
  await using engine = await useLegacyEngine()
  // To save and to compress that takes some seconds.
  const dockerfile = dotnetDockerfile.replace(
    'COPY app',
    'RUN head -c 300000000 /dev/urandom > /large\nCOPY app',
  )
  await using workspace = await scriptedWorkspace({ dockerfile })
  const inputs = { ...engine.inputs, baseline: 'off', cache: 'off' }
  await using step = await startAction({ workspace, inputs, env: engine.env })
  await waitFor(
    async () =>
      (await processesByVariable(step.mark)).filter(({ commandLine }) => commandLine.includes('image save')),
    (length) => length > 0,
  )
  const images = async (): Promise<string> =>
    (await run('docker', ['image', 'ls', '--format', '{{.Tag}}'], { env: { ...process.env, ...engine.env } }))
      .stdout
  expect(await images()).toContain('measured')
  expect(await endWith(step, 'SIGINT')).toEqual(goodEnding)
  expect(await images()).not.toContain('measured')
})

test('a cache service that hangs does not hold a cancelled job', async () => {
  await using service = await startCacheService()
  service.faults = [{ method: 'CreateCacheEntry', kind: 'hang' }]
  await using workspace = await scriptedWorkspace()
  await using step = await startAction({
    workspace,
    inputs: { cache: 'off' },
    cache: { url: service.url, token: service.token({ scopes: [mainScope] }) },
  })
  const saves = () => Promise.resolve(service.requests().filter(({ call }) => call === 'CreateCacheEntry'))
  await waitFor(saves, (length) => length > 0)
  // The image was loaded before its record was saved.
  const digest = expect.stringMatching(/^sha256:/) as unknown
  expect(await endWith(step, 'SIGINT')).toEqual({ ...goodEnding, digest })
})
