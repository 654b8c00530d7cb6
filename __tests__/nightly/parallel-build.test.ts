import { expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { docker } from '../e2e/harness/docker.ts'
import { untilGone } from '../e2e/harness/processes.ts'
import { threePassed } from '../e2e/harness/recorded-tests.ts'
import { listTags } from '../e2e/harness/registry-client.ts'
import { runAction, startAction } from '../e2e/harness/run-action.ts'
import { makeWorkspace, type Workspace } from '../e2e/harness/workspace.ts'

/** A Dockerfile whose tests and final stage each run a script, with a folder that both see while they run. */
function twoScripts(tests: string, final: string): Promise<Workspace> {
  const shared = `--mount=type=cache,id=overlap-${randomUUID()},target=/shared`
  return makeWorkspace({
    Dockerfile: [
      'FROM mcr.microsoft.com/dotnet/runtime:10.0 AS test',
      'COPY tests.sh /',
      `RUN ${shared} bash /tests.sh dotnet test`,
      'FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final',
      'COPY final.sh /',
      `RUN ${shared} bash /final.sh`,
      '',
    ].join('\n'),
    // Which cache mount it is, is not part of a step's cache key.
    'tests.sh': `set -e # ${randomUUID()}\n${tests}`,
    'final.sh': `set -e # ${randomUUID()}\n${final}`,
  })
}

const waitFor = (file: string): string =>
  `for i in $(seq 600); do if [ -e ${file} ]; then break; fi; sleep 0.1; done; [ -e ${file} ]\n`

test('the final stage is built while the tests run', async () => {
  // The tests end only when a step of the final stage has begun.
  const tests = `${waitFor('/shared/final-began')}echo '${threePassed}'\n`
  const final = 'touch /shared/final-began\nsleep 1\necho warning of the linker\necho built > /app\n'
  await using workspace = await twoScripts(tests, final)
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(result).toMatchObject({
    exitCode: 0,
    errors: [],
    outputs: { 'test-result': 'passed', 'tests-passed': '3' },
  })
  // What ran beside the tests is told with the time that it took.
  const step = result.report?.steps.image.find(({ name }) => name.includes('/final.sh'))
  expect(step).toMatchObject({ outcome: 'done' })
  expect(step?.durationMs).toBeGreaterThan(900)
  // What it printed is in the log, after the tests, once.
  expect(result.stdout.split('warning of the linker')).toHaveLength(2)
  expect(result.stdout).toMatch(/Passed! [^]*Image: docker buildx build[^]*warning of the linker/)
})

test('what lasts longer than the tests is shown from its beginning, and delivered when it is built', async () => {
  const tests = `${waitFor('/shared/final-began')}echo '${threePassed}'\n`
  const final = 'touch /shared/final-began\necho first words\nsleep 6\necho last words\necho built > /app\n'
  await using workspace = await twoScripts(tests, final)
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { 'test-result': 'passed' } })
  expect(result.stdout).toMatch(/Image: docker buildx build[^]*first words[^]*last words/)
  expect(result.outputs['digest']).toMatch(/^sha256:/)
})

test('where nothing has to be built, no second build is begun', async () => {
  await using workspace = await twoScripts(`echo '${threePassed}'\n`, 'echo words of the final stage\n')
  const inputs = { 'test-cache': 'true', baseline: 'off' }
  const first = await runAction({ workspace, inputs })
  expect(first.stdout).toContain('words of the final stage')
  const again = await runAction({ workspace, inputs, env: { RUNNER_DEBUG: '1' } })
  expect(again).toMatchObject({ exitCode: 0, outputs: { 'test-result': 'passed', 'tests-cached': 'true' } })
  // That of the tests is the only one to nowhere.
  expect(again.stdout.match(/buildx build .*type=cacheonly/g)).toHaveLength(1)
})

test('tests that are killed while it is built run once more by themselves', async () => {
  await using workspace = await twoScripts(
    [
      'for i in $(seq 100); do if [ -e /shared/final-began ] || [ -e /shared/tried ]; then break; fi; sleep 0.1; done',
      'if [ -e /shared/final-began ] && [ ! -e /shared/tried ]; then touch /shared/tried; kill -9 $$; fi',
      `echo '${threePassed}'\n`,
    ].join('\n'),
    'touch /shared/final-began\nsleep 5\n',
  )
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(result).toMatchObject({
    exitCode: 0,
    errors: [],
    outputs: { 'test-result': 'passed', 'tests-passed': '3' },
  })
  expect(result.warnings).toEqual([
    {
      message: expect.stringMatching(
        /^The tests ran a second time, by themselves: too little memory was left .* parallel-build: false/,
      ),
    },
  ])
})

test('tests that have no time left while it is built get the advice to run alone', async () => {
  await using workspace = await twoScripts(
    `${waitFor('/shared/final-began')}sleep 600\n`,
    'touch /shared/final-began\nsleep 600\n',
  )
  const result = await runAction({ workspace, inputs: { 'test-timeout': '0.1', baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'error' } })
  expect(result.errors).toEqual([
    expect.objectContaining({
      title: 'The tests of stage test did not come to their end',
      message: expect.stringMatching(/did not end in time[^]*with parallel-build: false it waits/),
    }),
  ])
})

test('a stage that sends packages out waits for the tests', async () => {
  await using workspace = await twoScripts(
    `sleep 2\n[ ! -e /shared/final-began ]\necho '${threePassed}'\n`,
    'touch /shared/final-began\n',
  )
  await workspace.edit('Dockerfile', 'bash /final.sh', 'bash /final.sh dotnet nuget push')
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 0, outputs: { 'test-result': 'passed' } })
})

test('failing tests stop it, and nothing is delivered', async () => {
  await using registry = await startRegistry()
  const tests = `${waitFor('/shared/final-began')}echo '  Failed Shop.Tests.Cart.Adds [1 ms]'\nexit 1\n`
  const mark = `sleep 29${Date.now()}`
  await using workspace = await twoScripts(tests, `touch /shared/final-began\nexec ${mark}\n`)
  const tags = `${registry.address}/overlap:1`
  const result = await runAction({
    workspace,
    inputs: { baseline: 'off', tags, push: 'true' },
  })
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'failed', digest: '' } })
  expect(result.errors).toHaveLength(1)
  expect(await listTags(registry.address)).toEqual([])
  await untilGone(mark)
})

test('an image that was there before the tests failed is taken away', async () => {
  const label = `overlap=${randomUUID()}`
  const isThere = async (): Promise<boolean> =>
    (await docker('image', 'ls', '--quiet', '--filter', `label=${label}`)) !== ''
  await using workspace = await twoScripts(
    `${waitFor('/shared/seen')}echo '  Failed Shop.Tests.Cart.Adds [1 ms]'\nexit 1\n`,
    'echo built > /app\n',
  )
  const [shared = ''] = /--mount=\S+/.exec(await workspace.read('Dockerfile')) ?? []
  const tags = `overlap-${randomUUID()}:1`
  await using running = await startAction({ workspace, inputs: { baseline: 'off', tags, labels: label } })
  while (!(await isThere())) await sleep(200)
  // In the builder, where the tests look for it.
  await using other = await makeWorkspace({
    Dockerfile: `FROM mcr.microsoft.com/dotnet/runtime:10.0\nRUN ${shared} : ${randomUUID()} && touch /shared/seen\n`,
  })
  await docker('buildx', 'build', '--output', 'type=cacheonly', other.path('.'))
  expect(await running.ended).toMatchObject({ exitCode: 1 })
  expect(await isThere()).toBe(false)
})

test('a final stage that can not be built is reported after the tests, once', async () => {
  await using workspace = await twoScripts(
    `${waitFor('/shared/final-began')}echo '${threePassed}'\n`,
    'touch /shared/final-began\necho no such setting\nexit 3\n',
  )
  const result = await runAction({ workspace, inputs: { baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'passed' } })
  expect(result.errors).toEqual([
    expect.objectContaining({ title: 'Stage final could not be built', line: 6 }),
  ])
})

test('cancelling stops both builds', async () => {
  const [tests, final] = [`sleep 28${Date.now()}`, `sleep 27${Date.now()}`]
  await using workspace = await twoScripts(
    `${waitFor('/shared/final-began')}echo ready for it\nexec ${tests}\n`,
    `touch /shared/final-began\nexec ${final}\n`,
  )
  await using running = await startAction({ workspace, inputs: { baseline: 'off' } })
  await running.saw('ready for it')
  running.signal('SIGINT')
  expect(await running.ended).toMatchObject({ exitCode: 130 })
  await untilGone(tests)
  await untilGone(final)
})

test('with parallel-build: false the final stage waits for the tests', async () => {
  await using workspace = await twoScripts(
    `sleep 2\n[ ! -e /shared/final-began ]\necho '${threePassed}'\n`,
    'touch /shared/final-began\necho built > /app\n',
  )
  const result = await runAction({ workspace, inputs: { 'parallel-build': 'false', baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 0, outputs: { 'test-result': 'passed' } })
})
