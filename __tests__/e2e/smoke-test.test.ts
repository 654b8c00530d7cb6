import { expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { hasImage } from './harness/docker.ts'
import { processesByVariable } from './harness/processes.ts'
import { startAction } from './harness/run-action.ts'
import { leftOf, smokeWorkspace } from './harness/smoke-app.ts'
import { newTag, refused, smoke, tryFailingImage, type FailingImage } from './harness/smoke-steps.ts'

test('an image whose path answers is delivered, and the report tells how soon and with what memory', async () => {
  await using workspace = await smokeWorkspace()
  const tag = newTag()
  const result = await smoke(workspace, { 'smoke-test': '/healthz', tags: tag })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(result.report?.smokeTest).toMatchObject({
    check: 'GET /healthz on port 8080',
    outcome: 'passed',
    httpStatus: 200,
    logLines: expect.arrayContaining([expect.stringContaining('Now listening on: http://[::]:8080')]),
  })
  const { 'startup-ms': startupMs, 'memory-bytes': memoryBytes } = result.outputs
  expect(result.outputs).toMatchObject({ 'smoke-test': 'passed', digest: expect.stringMatching(/^sha256:/) })
  expect(Number(startupMs)).toBeGreaterThan(0)
  expect(Number(memoryBytes)).toBeGreaterThan(1_000_000)
  expect(result.summary).toMatch(
    /^Smoke test: <code>GET \/healthz on port 8080<\/code> answered 200 [\d.]+\ss after the start, with [\d.]+\sMB of memory in use\.$/m,
  )
  expect(await hasImage(tag)).toBe(true)
  expect(await leftOf(workspace)).toEqual([])
})

const failures: FailingImage[] = [
  {
    name: 'that crashes at its start',
    final: ['EXPOSE 8080', 'ENV CRASH="the `key` is missing"'],
    inputs: { 'smoke-test': '/healthz' },
    title:
      /^Smoke test: the container exited with 1(?:34|39) \(SIG(?:ABRT|SEGV), as after an unhandled exception\) after [\d.]+ s$/,
    message:
      /It ended before GET \/healthz answered 2xx\.\nNothing was loaded or pushed\.\nThe container’s log:\n.*the `key` is missing/s,
  },
  {
    name: 'that answers 503 for ever',
    inputs: { 'smoke-test': '/broken', 'smoke-timeout': '8 s' },
    title: /^Smoke test: GET \/broken answered 503 for 8 s$/,
    message: /^It said: the `database` is away ::error::no command\n/,
  },
  {
    name: 'whose HEALTHCHECK is never content',
    final: ['HEALTHCHECK CMD ["bash", "-c", "echo not yet; exit 1"]'],
    inputs: { 'smoke-test': 'healthcheck', 'smoke-timeout': '8 s' },
    title: /^Smoke test: the HEALTHCHECK was still (?:unhealthy|starting) after 8 s$/,
    message: /^Its last exit code was 1\.\nIt said: not yet\n/,
  },
  {
    name: 'whose command ends with another code than 0',
    inputs: { 'smoke-test': 'dotnet Shop.dll --self-check --badly' },
    title: /^Smoke test: the command exited with 3 after [\d.]+ s$/,
    message: /^dotnet Shop\.dll --self-check --badly has to end with 0\.\n.*\n.*\n {2}checked $/,
  },
]

// Side by side, since they wait more than they do.
test.concurrent.each(failures)('an image $name is neither loaded nor pushed', async (image) => {
  expect(await tryFailingImage(image)).toEqual(refused(image))
})

test('a job that is cancelled in its smoke test leaves no container and no image', async () => {
  await using workspace = await smokeWorkspace()
  const tag = newTag()
  await using step = await startAction({
    workspace,
    inputs: {
      ...{ cache: 'off', baseline: 'off', tags: tag },
      ...{ 'smoke-test': 'sleep 1000000', 'smoke-timeout': '5 min' },
    },
  })
  await step.saw('Smoke test: sleep')
  // The name of the image is there already.
  while ((await leftOf(workspace)).length < 2) await sleep(100)
  step.signal('SIGINT')
  expect(await step.ended).toMatchObject({
    exitCode: 130,
    errors: [],
    leftInTemp: [expect.stringMatching(/^dotnet-container-report-/)],
  })
  expect(await processesByVariable(step.mark)).toEqual([])
  expect(await leftOf(workspace)).toEqual([])
  expect(await hasImage(tag)).toBe(false)
})
