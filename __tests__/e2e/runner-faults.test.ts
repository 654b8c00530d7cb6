import { expect, test } from '@jest/globals'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { actionsBot, startGitHubApi } from '../stand-ins/github-api.ts'
import { startProxy } from '../stand-ins/proxy.ts'
import { pullRequest } from './harness/events.ts'
import { mountFolder } from './harness/mounted-folder.ts'
import {
  dotnetDockerfile,
  scriptedDockerfile,
  scriptedWorkspace,
  threePassed,
} from './harness/recorded-tests.ts'
import { runAction, startAction } from './harness/run-action.ts'
import { makeWorkspace } from './harness/workspace.ts'

const inputs = { cache: 'off', baseline: 'off' }

test.each([
  { name: 'is missing', make: () => Promise.resolve({ folder: '/no/such/temp', remove: undefined }) },
  { name: 'is read-only', make: () => mountFolder('ro') },
])('a RUNNER_TEMP that $name is reported before anything is built', async ({ make }) => {
  const place = await make()
  await using workspace = await scriptedWorkspace()
  const result = await runAction({ workspace, inputs, env: { RUNNER_TEMP: place.folder } })
  expect(result).toMatchObject({ exitCode: 1, log: { groups: [] } })
  expect(result.errors).toEqual([
    {
      title: 'No room for temporary files',
      message: expect.stringContaining(`The folder ${place.folder} (RUNNER_TEMP) can't be written: `),
    },
  ])
  await place.remove?.()
})

test('a disk of the runner that is full is reported, and nothing is pushed or loaded', async () => {
  await using place = await mountFolder('size=5m')
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  const result = await runAction({ workspace, inputs, env: { RUNNER_TEMP: place.folder } })
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'passed', digest: '' } })
  expect(result.errors).toEqual([
    expect.objectContaining({ message: expect.stringMatching(/no space left on device/i) }),
  ])
})

test('without the runner’s files the job goes on, and says what is lost', async () => {
  await using workspace = await scriptedWorkspace()
  const env = { GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined, GITHUB_EVENT_PATH: undefined }
  const result = await runAction({ workspace, inputs, env })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Lost: the job summary \(/),
  ])
})

test('a job whose output is no longer read ends as any other', async () => {
  await using workspace = await scriptedWorkspace({ script: `sleep 2; echo '${threePassed}'; exit 3` })
  await using step = await startAction({ workspace, inputs })
  await step.saw('run-tests.sh')
  step.closeOutput()
  const { exitCode, report, outputs, summary } = await step.ended
  expect([exitCode, outputs['test-result']]).toEqual([1, report?.tests?.result])
  expect(summary).toContain(report?.problems[0]?.title)
})

test('folders with spaces, quotes and letters of all the world are folders', async () => {
  const context = 'Shöp & Söhne\'s "größter" $HOME 店 🐳'
  await using workspace = await makeWorkspace({
    [`${context}/Dockerfile`]: scriptedDockerfile,
    [`${context}/run-tests.sh`]: `echo '${threePassed}'\n`,
    [`${context}/app.txt`]: 'an app\n',
  })
  const temp = join(workspace.folder, 'témp folder')
  await mkdir(temp)
  const result = await runAction({
    workspace,
    inputs: { ...inputs, context },
    env: { RUNNER_TEMP: temp },
  })
  expect(result).toMatchObject({
    exitCode: 0,
    errors: [],
    warnings: [],
    outputs: { 'test-result': 'passed' },
  })
})

const lots = 'head -c 3500000 /dev/zero | tr "\\0" x | fold -w 100'

test.each([
  {
    name: 'that passes',
    end: `echo '${threePassed}'`,
    result: 'error',
    words: 'BuildKit cut off what they printed',
  },
  {
    name: 'that fails',
    end: `echo '${threePassed.replace('Passed!  - Failed:     0', 'Failed!  - Failed:     1')}'; exit 1`,
    result: 'failed',
    words: 'RUN bash /run-tests.sh',
  },
])(
  'a log over 2 MiB of a step $name is never green without proof',
  async ({ end, result: expected, words }) => {
    await using workspace = await scriptedWorkspace({ script: `${lots}\necho\n${end}` })
    const result = await runAction({ workspace, inputs })
    expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': expected } })
    expect(result.errors[0]?.message).toContain(words)
  },
)

test('a line of 50 MB without an end costs little memory', async () => {
  await using workspace = await scriptedWorkspace({
    script: `echo '${threePassed}'\nhead -c 50000000 /dev/zero | tr "\\0" x`,
  })
  const env = { NODE_OPTIONS: '--max-old-space-size=200' }
  const result = await runAction({ workspace, inputs, env })
  expect(result).toMatchObject({ exitCode: 0, signal: null, outputs: { 'test-result': 'passed' } })
})

test('a secret that a test prints stands in no report and in no comment', async () => {
  await using api = await startGitHubApi()
  api.users.set('bot-token', actionsBot)
  const head = 'a'.repeat(40)
  api.state.pulls.push({ number: 7, head: { sha: head, ref: 'feature', repo: { full_name: 'acme/shop' } } })
  const secret = 'hunter2-of-the-feed'
  const script = [
    'cat <<END',
    '  Failed Shop.Tests.Names [3 ms]',
    '  Error Message:',
    `   401 for ${secret}`,
    '',
    'Failed!  - Failed:     1, Passed:     2, Skipped:     0, Total:     3, Duration: 12 ms - Shop.Tests.dll (net10.0)',
    'END',
    'exit 1',
  ].join('\n')
  await using workspace = await scriptedWorkspace({ script })
  const result = await runAction({
    workspace,
    inputs: { ...inputs, 'image-key': 'shop', secrets: `feed=${secret}` },
    github: { url: api.url, token: 'bot-token' },
    event: pullRequest('main', 'feature', { sha: head }),
  })
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'tests-failed': '1' } })
  // The runner masks the log by this command, and nothing else.
  expect(result.log.commands).toContainEqual({ command: 'add-mask', properties: {}, data: secret })
  expect(api.state.comments[0]?.body).toContain('401 for ***')
  for (const text of [JSON.stringify(result.report), result.summary, api.state.comments[0]?.body])
    expect(text).not.toContain(secret)
})

test('behind a proxy the cache service and the API are reached', async () => {
  await using proxy = await startProxy()
  await using service = await startCacheService()
  await using api = await startGitHubApi()
  const head = 'a'.repeat(40)
  api.state.pulls.push({ number: 7, head: { sha: head, ref: 'feature', repo: { full_name: 'acme/shop' } } })
  const at = (url: string, name: string): string => url.replace('127.0.0.1', `${name}.invalid`)
  await using workspace = await scriptedWorkspace()
  const result = await runAction({
    workspace,
    inputs: { cache: 'off', 'image-key': 'shop' },
    cache: { url: at(service.url, 'results'), token: service.token({ scopes: [mainScope] }) },
    github: { url: at(api.url, 'api'), token: 'bot-token' },
    event: pullRequest('main', 'feature', { sha: head }),
    env: { http_proxy: proxy.url, https_proxy: proxy.url },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(service.requests().map(({ call }) => call)).toContain('GetCacheEntryDownloadURL')
  expect(api.state.comments).toHaveLength(1)
})

test('GitHub Enterprise Server, whose cache is the older one, is recognized and fails nothing', async () => {
  await using service = await startCacheService()
  await using workspace = await scriptedWorkspace()
  const result = await runAction({
    workspace,
    inputs: { cache: 'gha' },
    env: {
      GITHUB_SERVER_URL: 'https://github.acme.example',
      ACTIONS_CACHE_URL: service.url,
      ACTIONS_RUNTIME_TOKEN: service.token({ scopes: [mainScope] }),
    },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [], outputs: { 'test-result': 'passed' } })
  expect(result.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The image is built without the Actions cache/),
    expect.stringMatching(/baseline|record/),
  ])
})
