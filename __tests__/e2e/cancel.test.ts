import { expect, test } from '@jest/globals'
import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { processesByCommand, processesByVariable } from './harness/processes.ts'
import { scriptedDockerfile, scriptedWorkspace } from './harness/recorded-tests.ts'
import { startAction, type RunningAction, type StepResult } from './harness/run-action.ts'

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

/** Sends a signal, and expects the end of the step and of all that it started in time. */
async function expectQuickEnd(step: RunningAction, signal: NodeJS.Signals): Promise<StepResult> {
  const start = performance.now()
  step.signal(signal)
  const result = await step.ended
  expect(performance.now() - start).toBeLessThan(limitMs)
  expect(await processesByVariable(step.mark)).toEqual([])
  expect(result).toMatchObject({ exitCode: 130, signal: null, errors: [] })
  return result
}

const stages = { test: 'the tests', final: 'the image' } as const

test.concurrent.each<{ stage: keyof typeof stages; signal: NodeJS.Signals }>([
  { stage: 'test', signal: 'SIGINT' },
  { stage: 'test', signal: 'SIGTERM' },
  { stage: 'final', signal: 'SIGINT' },
  { stage: 'final', signal: 'SIGTERM' },
])('$signal while the stage $stage is built ends everything within 5 s', async ({ stage, signal }) => {
  const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
  const hanging = { test: `${command} && bash /run-tests.sh`, final: command }[stage]
  const dockerfile =
    stage === 'test'
      ? scriptedDockerfile.replace('RUN bash /run-tests.sh', `RUN ${hanging}`)
      : `${scriptedDockerfile}RUN ${hanging}\n`
  await using workspace = await scriptedWorkspace({ dockerfile })
  await using step = await startAction({ workspace, inputs: { baseline: 'off' } })
  const sleepers = () => processesByCommand(command)
  await waitFor(sleepers, (length) => length > 0)
  const start = performance.now()
  const result = await expectQuickEnd(step, signal)
  await waitFor(sleepers, (length) => length === 0)
  expect(performance.now() - start).toBeLessThan(limitMs)
  expect(result.outputs['digest'] ?? '').toBe('')
  expect(result.leftInTemp).toEqual([])
})

test('a second signal ends it at once', async () => {
  const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
  await using workspace = await scriptedWorkspace({ dockerfile: `${scriptedDockerfile}RUN ${command}\n` })
  await using step = await startAction({ workspace, inputs: { baseline: 'off' } })
  const sleepers = () => processesByCommand(command)
  await waitFor(sleepers, (length) => length > 0)
  step.signal('SIGINT')
  await expectQuickEnd(step, 'SIGTERM')
  expect(await waitFor(sleepers, (length) => length === 0)).toBeLessThan(limitMs)
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
  await expectQuickEnd(step, 'SIGINT')
})
