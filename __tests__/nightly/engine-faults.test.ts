import { expect, test } from '@jest/globals'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startThrowawayEngine } from '../../scripts/machine/throwaway-engine.mjs'
import { docker } from '../e2e/harness/docker.ts'
import { processesByCommand, processesByVariable } from '../e2e/harness/processes.ts'
import { leaveTrx, dotnetDockerfile, scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import { runAction, startAction } from '../e2e/harness/run-action.ts'
import { testFolder } from '../e2e/harness/workspace.ts'

const runtime = 'mcr.microsoft.com/dotnet/runtime:10.0'

/** An engine of its own with the runtime image, and what a step needs to use it. */
async function useOwnEngine(
  name: string,
  more: { dataRootSizeMb?: number } = {},
): Promise<Awaited<ReturnType<typeof startThrowawayEngine>> & { step: Record<string, string | undefined> }> {
  const engine = await startThrowawayEngine({ name: `${name}-${process.pid}`, ...more })
  await engine.loadImages(process.env, [runtime])
  return { ...engine, step: { DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined } }
}

/** Waits until a process with this text in its command line is there. */
async function waitForProcess(text: string): Promise<void> {
  while ((await processesByCommand(text)).length === 0) await sleep(50)
}

const inputs = { cache: 'off', baseline: 'off' }

test.each([
  { stage: 'test', at: 'RUN bash /run-tests.sh', title: 'The tests of stage test could not run' },
  { stage: 'final', at: 'COPY app.txt /app/', title: 'Stage final could not be built' },
])(
  'an engine that dies while the stage $stage is built is reported, and nothing waits for it',
  async ({ at, title }) => {
    await using engine = await useOwnEngine('e2e-kill')
    const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
    const dockerfile = dotnetDockerfile.replace(at, `RUN ${command}\n${at}`)
    await using workspace = await scriptedWorkspace({ dockerfile })
    // Else the engine may die while the tests still run beside the final stage.
    const inTurn = { ...inputs, 'parallel-build': 'false' }
    await using step = await startAction({ workspace, inputs: inTurn, env: engine.step })
    await waitForProcess(command)
    process.kill(engine.pid, 'SIGKILL')
    const result = await step.ended
    expect(result).toMatchObject({ exitCode: 1, outputs: { digest: '' } })
    expect(result.errors).toEqual([
      expect.objectContaining({
        ...{ title, file: 'Dockerfile' },
        message: expect.stringContaining(
          'The builder went away in the middle of the build: look at the log of',
        ),
      }),
    ])
    expect(await processesByVariable(step.mark)).toEqual([])
  },
)

test('an engine that dies in a smoke test is reported, with what may be left of it', async () => {
  await using engine = await useOwnEngine('e2e-smoke')
  const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  const smoke = { ...inputs, 'smoke-test': command, 'smoke-timeout': '5 min' }
  await using step = await startAction({ workspace, inputs: smoke, env: engine.step })
  await waitForProcess(command)
  process.kill(engine.pid, 'SIGKILL')
  const result = await step.ended
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'passed', digest: '' } })
  expect(result.errors).toEqual([
    expect.objectContaining({ title: 'The Docker engine lost the container of the smoke test' }),
  ])
  expect(result.stdout).toMatch(/The container dotnet-container-smoke-\S+ could not be removed/)
})

test('an engine that hangs from the start is reported, and nothing waits for it', async () => {
  await using engine = await useOwnEngine('e2e-stop')
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  process.kill(engine.pid, 'SIGSTOP')
  try {
    const result = await runAction({ workspace, inputs, env: engine.step, deadlineMs: 180_000 })
    expect(result).toMatchObject({ exitCode: 1, durationMs: expect.any(Number) })
    expect(result.errors).toEqual([
      { title: 'Docker does not answer', message: 'docker gave no answer within 30 s. Restart its engine.' },
    ])
  } finally {
    process.kill(engine.pid, 'SIGCONT')
  }
})

test('an engine that hangs while tests run ends with test-timeout', async () => {
  await using engine = await useOwnEngine('e2e-hang')
  const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
  await using workspace = await scriptedWorkspace({
    dockerfile: dotnetDockerfile.replace('RUN bash', `RUN ${command} && bash`),
  })
  const limited = { ...inputs, 'test-timeout': '0.2' }
  await using step = await startAction({ workspace, inputs: limited, env: engine.step, deadlineMs: 180_000 })
  await waitForProcess(command)
  process.kill(engine.pid, 'SIGSTOP')
  try {
    const result = await step.ended
    expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'error' } })
    expect(result.errors[0]?.message).toContain('the tests did not end in time')
    expect(result.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^The result files could not be collected.*no sign of life for 45 s/),
    )
  } finally {
    process.kill(engine.pid, 'SIGCONT')
  }
})

/** A registry that takes connections and never answers, on the address that an engine sees this machine by. */
async function useSilentRegistry(
  host: string,
): Promise<AsyncDisposable & { address: string; asked: Promise<unknown> }> {
  const server = createServer()
  const asked = once(server, 'connection')
  server.listen(0, host)
  await once(server, 'listening')
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)))
  return {
    address: `${host}:${(server.address() as AddressInfo).port}`,
    asked,
    [Symbol.asyncDispose]: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      return Promise.resolve()
    },
  }
}

test.concurrent.each([
  { stage: 'test', at: 'RUN bash /run-tests.sh', title: 'The tests of stage test could not run' },
  { stage: 'final', at: 'COPY app.txt /app/', title: 'Stage final could not be built' },
  { stage: 'push', at: undefined, title: 'The push failed' },
])(
  'an engine that hangs in the $stage is reported, though no limit was set',
  async ({ stage, at, title }) => {
    await using engine = await useOwnEngine(`e2e-${stage}`)
    await using registry = await useSilentRegistry(engine.gateway)
    const command = `sleep ${randomInt(1_000_000, 9_999_999)}`
    const dockerfile =
      at === undefined ? dotnetDockerfile : dotnetDockerfile.replace(at, `RUN ${command}\n${at}`)
    await using workspace = await scriptedWorkspace({ dockerfile })
    await using step = await startAction({
      workspace,
      inputs: { ...inputs, push: 'true', tags: `${registry.address}/shop:1` },
      env: engine.step,
      deadlineMs: 400_000,
    })
    await (at === undefined ? registry.asked : waitForProcess(command))
    // The image is built while the tests run.
    if (stage === 'final') await step.saw(' tests passed.')
    process.kill(engine.pid, 'SIGSTOP')
    try {
      const result = await step.ended
      expect(result).toMatchObject({ exitCode: 1, outputs: { digest: '' } })
      expect(result.errors).toEqual([expect.objectContaining({ title })])
      expect(result.errors[0]?.message).toContain(`The Docker engine at ${engine.host} stopped answering: `)
      expect(result.errors[0]?.message).toContain(
        'Look at the log of the engine, restart it, and run the job again.',
      )
      expect(await processesByVariable(step.mark)).toEqual([])
    } finally {
      process.kill(engine.pid, 'SIGCONT')
    }
  },
)

test('a builder whose disk is full is reported in its words', async () => {
  await using engine = await useOwnEngine('e2e-full', { dataRootSizeMb: 640 })
  const dockerfile = `${dotnetDockerfile}RUN head -c 700000000 /dev/urandom > /large\n`
  await using workspace = await scriptedWorkspace({ dockerfile })
  const result = await runAction({ workspace, inputs, env: engine.step })
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'passed', digest: '' } })
  expect(result.errors).toEqual([
    expect.objectContaining({
      title: 'No space is left on the disk',
      message: expect.stringMatching(/no space left on device/i),
      ...{ file: 'Dockerfile', line: 7 },
    }),
  ])
})

test('results are found in a builder that counts what is on its disk', async () => {
  // BuildKit holds a folder while it counts it, and gives an empty one to whoever asks for it meanwhile.
  const leave = leaveTrx([{ name: 'Shop.Tests.One', outcome: 'Passed' }])
  const countedLong =
    'mkdir -p /.dotnet-container/other && cd /.dotnet-container/other && seq 1 80000 | xargs touch'
  await using workspace = await scriptedWorkspace({
    script: `${leave}\n(${countedLong})`,
    dockerfile: dotnetDockerfile.replace('RUN bash', 'RUN bash /run-tests.sh\nRUN bash'),
  })
  await using step = await startAction({ workspace, inputs })
  const ended = new AbortController()
  const counting = (async () => {
    while (!ended.signal.aborted) await docker('builder', 'du', '--filter', 'type=exec.cachemount')
  })()
  const result = await step.ended
  ended.abort()
  await counting
  expect(result).toMatchObject({
    exitCode: 0,
    outputs: { 'test-result': 'passed', 'tests-total': '2', 'tests-passed': '2' },
  })
})

test('a docker configuration that is no JSON is a warning of docker and nothing more', async () => {
  const config = await mkdtemp(join(testFolder(), 'config-'))
  await writeFile(join(config, 'config.json'), 'foo_bar')
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  const result = await runAction({ workspace, inputs, env: { DOCKER_CONFIG: config } })
  expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { 'test-result': 'passed' } })
})
