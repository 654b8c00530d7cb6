import { expect, test } from '@jest/globals'
import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { startGitHubApi } from '../stand-ins/github-api.ts'
import { docker } from '../e2e/harness/docker.ts'
import { pullRequest } from '../e2e/harness/events.ts'
import { processesByCommand, processesByVariable } from '../e2e/harness/processes.ts'
import { dotnetDockerfile, scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import {
  startAction,
  type ActionStep,
  type RunningAction,
  type StepResult,
} from '../e2e/harness/run-action.ts'

/** Takes what has to be done after a test. */
type Later = (cleanup: () => unknown) => void

/** How far a job has come when its end comes. */
interface Moment {
  name: string
  /** Part of the step that hangs there, and what tells that it does. */
  arrange: (later: Later) => Promise<{
    part: Partial<ActionStep>
    dockerfile?: string
    isThere: (step: RunningAction) => Promise<boolean>
    /** In place of the runner's. */
    limitMs?: number
    /** The image is loaded by then. */
    isDelivered?: boolean
  }>
}

/** A server that takes connections and never says a word. */
async function startSilentServer(later: Later): Promise<{ address: string; count: () => number }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => sockets.add(socket.on('error', () => undefined))).listen(
    0,
    '127.0.0.1',
  )
  await once(server, 'listening')
  later(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, count: () => sockets.size }
}

/** What the runner waits for before its second signal. */
const runnerLimitMs = 7_500

const someDigest: unknown = expect.stringMatching(/^sha256:/)

const head = 'a'.repeat(40)

const moments: Moment[] = [
  {
    name: 'the image is pushed',
    arrange: async (later) => {
      const { address, count } = await startSilentServer(later)
      const inputs = { push: 'true', tags: `${address}/shop:1`, cache: 'off' }
      return { part: { inputs }, isThere: () => Promise.resolve(count() > 0) }
    },
  },
  {
    name: 'the build cache is written',
    arrange: async (later) => {
      const { address, count } = await startSilentServer(later)
      const inputs = { 'cache-to': `type=registry,ref=${address}/cache:1`, tags: `ends-${randomUUID()}:1` }
      // It begins before the image is delivered, and is told when the job has nothing else to wait for.
      const isThere = async (step: RunningAction): Promise<boolean> => {
        await step.saw('Write the build cache')
        return count() > 0
      }
      return { part: { inputs }, isDelivered: true, isThere }
    },
  },
  {
    name: 'the image is measured',
    arrange: () =>
      Promise.resolve({
        part: { inputs: { cache: 'off' } },
        dockerfile: dotnetDockerfile.replace(
          'COPY app',
          'RUN head -c 400000000 /dev/urandom > /large\nCOPY app',
        ),
        isThere: async (step) =>
          (await processesByVariable(step.mark)).some(({ commandLine }) => commandLine.includes('type=oci')),
      }),
  },
  {
    name: 'the smoke test runs',
    arrange: () => {
      const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
      return Promise.resolve({
        part: { inputs: { 'smoke-test': command, cache: 'off', tags: `ends-${randomUUID()}:1` } },
        dockerfile: dotnetDockerfile,
        isThere: async () => (await processesByCommand(command)).length > 0,
      })
    },
  },
  {
    name: 'the comment is posted',
    arrange: async (later) => {
      const api = await startGitHubApi()
      later(() => api[Symbol.asyncDispose]())
      api.state.pulls.push({
        number: 7,
        head: { sha: head, ref: 'feature', repo: { full_name: 'acme/shop' } },
      })
      api.faults = [{ method: 'POST', path: /comments$/, reply: undefined }]
      const event = pullRequest('main', 'feature', { sha: head })
      return {
        ...{ isDelivered: true, limitMs: 4_000 },
        part: { event, github: { url: api.url, token: 'bot-token' }, inputs: { cache: 'off' } },
        isThere: () => Promise.resolve(api.requests().some((one) => /^POST .*comments$/.test(one))),
      }
    },
  },
]

/** What a step leaves of its end, as a user sees it. */
async function describeEnd(step: RunningAction, result: StepResult, before: string[]): Promise<object> {
  const { exitCode, errors, outputs, report, summary, leftInTemp } = result
  const containers = (await docker('ps', '-aq')).split('\n')
  return {
    ...{ exitCode, errors, digest: outputs['digest'] },
    tests: [outputs['test-result'], outputs['tests-passed'], report?.tests?.counts.passed],
    isInSummary: summary.includes('3 tests passed'),
    processes: (await processesByVariable(step.mark)).map(({ commandLine }) => commandLine),
    containers: containers.filter((id) => id !== '' && !before.includes(id)),
    temp: leftInTemp.filter((one) => !one.startsWith('dotnet-container-report-')),
  }
}

/** How a runner, a terminal and a supervisor end a step. */
const ways: { way: string; end: (step: RunningAction) => Promise<StepResult> }[] = [
  { way: 'a cancelled job', end: (step) => step.cancel() },
  {
    way: 'a terminal that is closed',
    end: (step) => {
      step.signal('SIGHUP')
      return step.ended
    },
  },
  {
    way: 'a supervisor that reads no more',
    end: (step) => {
      step.closeOutput()
      step.signal('SIGTERM')
      return step.ended
    },
  },
]

test.each(ways.flatMap((way) => moments.map((moment) => ({ ...way, moment, name: moment.name }))))(
  '$way while $name: what was known is told, and nothing is left',
  async ({ end, moment }) => {
    const cleanups: (() => unknown)[] = []
    await using _ = {
      [Symbol.asyncDispose]: async () => {
        for (const cleanup of cleanups) await cleanup()
      },
    }
    const arranged = await moment.arrange((cleanup) => {
      cleanups.push(cleanup)
    })
    const { part, isThere, dockerfile, isDelivered = false, limitMs = runnerLimitMs } = arranged
    await using workspace = await scriptedWorkspace(dockerfile === undefined ? {} : { dockerfile })
    const before = (await docker('ps', '-aq')).split('\n')
    await using step = await startAction({ workspace, ...part, inputs: { baseline: 'off', ...part.inputs } })
    await step.saw(' tests passed.')
    const until = performance.now() + 60_000
    while (!(await isThere(step))) {
      if (performance.now() > until) throw new Error(`It never came so far that ${moment.name}`)
      await sleep(50)
    }
    const start = performance.now()
    const result = await end(step)
    expect(performance.now() - start).toBeLessThan(limitMs)
    expect(await describeEnd(step, result, before)).toEqual({
      ...{ exitCode: 130, errors: [], tests: ['passed', '3', 3], isInSummary: true },
      digest: isDelivered ? someDigest : '',
      ...{ processes: [], containers: [], temp: [] },
    })
  },
)
