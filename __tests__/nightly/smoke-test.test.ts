import { expect, test } from '@jest/globals'
import { useContainerJob } from '../e2e/harness/container-job.ts'
import { useContainerBuilder, useLegacyEngine, useRemoteBuilder } from '../e2e/harness/engines.ts'
import { dotnetDockerfile, scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import { leftOf, smokeWorkspace } from '../e2e/harness/smoke-app.ts'
import { newTag, refused, smoke, tryFailingImage, type FailingImage } from '../e2e/harness/smoke-steps.ts'

test('in a job with a container the image is asked through the network of that', async () => {
  await using job = await useContainerJob()
  await using workspace = await smokeWorkspace()
  const result = await smoke(workspace, { 'smoke-test': '/healthz', tags: newTag() }, { node: job.node })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.report?.smokeTest).toMatchObject({ outcome: 'passed', httpStatus: 200 })
  expect(await leftOf(workspace)).toEqual([])
})

const failures: FailingImage[] = [
  {
    name: 'whose port is not the one that it listens on',
    final: ['EXPOSE 8080', 'ENV ASPNETCORE_HTTP_PORTS=5000'],
    inputs: { 'smoke-test': '/healthz', 'smoke-timeout': '8 s' },
    title:
      /^Smoke test: nothing listened on port 8080 for 8 s; EXPOSE says 8080, the log says it listens on http:\/\/\[::\]:5000$/,
    message: /^Set smoke-port or EXPOSE to the port that it listens on/,
  },
  {
    name: 'that answers with a redirect',
    inputs: { 'smoke-test': '/moved', 'smoke-timeout': '8 s' },
    title: /^Smoke test: GET \/moved answered 302 for 8 s$/,
    message: /^It redirects to \/healthz: give a path that answers 2xx itself\.\n/,
  },
  {
    name: 'that has no HEALTHCHECK',
    inputs: { 'smoke-test': 'healthcheck' },
    title: /^Smoke test: the image has no HEALTHCHECK$/,
    message:
      /Write one into the Dockerfile, or give a path such as \/healthz\.\nNothing was loaded or pushed\.$/,
  },
  {
    name: 'that does not have the program of the command',
    inputs: { 'smoke-test': '/app/check now' },
    title: /^Smoke test: the container could not be started$/,
    message: /exec: "\/app\/check": stat \/app\/check: no such file or directory/,
  },
]

test.each(failures)('an image $name is neither loaded nor pushed', async (image) => {
  expect(await tryFailingImage(image)).toEqual(refused(image))
})

test.each([
  { name: 'its HEALTHCHECK', inputs: { 'smoke-test': 'healthcheck' }, check: 'HEALTHCHECK' },
  {
    name: 'a command in place of its own',
    inputs: { 'smoke-test': '["dotnet", "Shop.dll", "--self-check"]', 'smoke-env': 'SHOP=open' },
    check: '["dotnet", "Shop.dll", "--self-check"]',
  },
  { name: 'arguments for its ENTRYPOINT', inputs: { 'smoke-test': '--self-check' }, check: '--self-check' },
  {
    name: 'a path that needs a variable',
    inputs: { 'smoke-test': '/env', 'smoke-env': 'SHOP=open' },
    check: 'GET /env on port 8080',
  },
])('$name can be what shows that an image works', async ({ inputs, check }) => {
  const probe = 'exec 3<>/dev/tcp/127.0.0.1/8080'
  // With Docker's own interval of 30 s.
  await using workspace = await smokeWorkspace([`HEALTHCHECK CMD ["bash", "-c", "${probe}"]`])
  const result = await smoke(workspace, inputs)
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(result.report?.smokeTest).toMatchObject({ check, outcome: 'passed' })
  expect(result.outputs).toMatchObject({ 'smoke-test': 'passed' })
  expect(await leftOf(workspace)).toEqual([])
})

test.each([
  { name: 'the driver remote', use: useRemoteBuilder },
  { name: 'the driver docker-container', use: useContainerBuilder },
  { name: 'an engine with its legacy store', use: useLegacyEngine },
])('the image that $name built is started, and then loaded', async ({ use }) => {
  await using engine = await use()
  await using workspace = await scriptedWorkspace({
    dockerfile: dotnetDockerfile,
    files: { 'app.txt': 'an app to start\n' },
  })
  const inputs = { ...engine.inputs, 'smoke-test': 'cat /app/app.txt', tags: newTag(), load: 'true' }
  const result = await smoke(workspace, inputs, { env: engine.env })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.report?.exported?.outputs).toMatchObject([{ how: 'loaded' }])
  expect(result.report?.smokeTest).toMatchObject({
    ...{ check: 'cat /app/app.txt', outcome: 'passed', exitCode: 0, logLines: ['an app to start'] },
  })
})
