import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mainScope } from '../stand-ins/cached-job.ts'
import { pullRequest } from './harness/events.ts'
import {
  project,
  restoreDockerfile,
  restoreOf,
  startCachedRestore,
  type CachedRestore,
} from './harness/cached-restore.ts'
import { outcomeOf } from './harness/report.ts'
import { scriptedWorkspace } from './harness/recorded-tests.ts'
import { runAction, type ActionStep } from './harness/run-action.ts'

let cached: CachedRestore
let engine: CachedRestore['engine']
let service: CachedRestore['service']
let registry: CachedRestore['registry']
let workspace: CachedRestore['workspace']
let run: CachedRestore['run']

beforeAll(async () => {
  cached = await startCachedRestore()
  ;({ engine, service, registry, workspace, run } = cached)
})

afterAll(async () => {
  await cached[Symbol.asyncDispose]()
})

const actionsCache = (inputs: Record<string, string>): Partial<ActionStep> => ({
  cache: { url: service.url, token: service.token({ scopes: [mainScope] }) },
  inputs: { baseline: 'off', ...inputs },
})

test('nothing is cached at first, and all of it is written', async () => {
  const cold = await run(actionsCache({ cache: 'gha' }))
  expect(restoreOf(cold)).toBe('done')
  expect(cold.warnings).toEqual([])
  expect(service.entries().length).toBeGreaterThan(0)
})

test('an emptied engine does not restore again', async () => {
  await engine.prune()
  const result = await run(actionsCache({ cache: 'gha' }))
  expect(restoreOf(result)).toBe('cached')
  // Nothing of the image needs it, so that it has a cache of its own.
  expect(outcomeOf(result.report?.steps.test ?? [], 'RUN head')).toBe('cached')
  expect(result.warnings).toEqual([])
  expect(result.report?.cache).toMatchObject({ kind: 'gha' })
  expect(result.report?.cacheUse?.receivedBytes).toBeGreaterThan(3_000_000)
  expect(result.report?.cacheUse?.writeMs).toBeGreaterThan(0)
  expect(result.summary).toMatch(
    /Reading it took [\d.]+\ss and brought [\d.]+\sMB; writing it took [\d.]+\ss\./,
  )
})

test('auto takes the Actions cache, and a pull request only reads it', async () => {
  await engine.prune()
  const before = service.requests().filter(({ call }) => call === 'CreateCacheEntry').length
  const result = await run({ ...actionsCache({}), event: pullRequest('main', 'feature') })
  expect(restoreOf(result)).toBe('cached')
  expect(result.stdout).toContain('cache: auto chose the Actions cache, read only (pull request)')
  expect(service.requests().filter(({ call }) => call === 'CreateCacheEntry')).toHaveLength(before)
})

test('tests that fail keep what came before them: the fix does not restore again', async () => {
  const env = { DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined }
  const inputs = { cache: 'registry', 'cache-ref': `${registry.address}/red:shop`, baseline: 'off' }
  await workspace.edit('run-tests.sh', 'echo ', 'exit 1; echo ')
  const red = await runAction({ workspace, env, inputs })
  expect(red).toMatchObject({ exitCode: 1, warnings: [] })
  expect(red.report?.cacheUse?.writeMs).toBeGreaterThan(0)
  await engine.prune()
  await workspace.edit('run-tests.sh', 'exit 1; echo ', 'echo ')
  expect(restoreOf(await run({ inputs }))).toBe('cached')
})

test('a stage that only tests: a red one keeps the restore, and with test-cache: true unchanged tests are not run on an emptied engine', async () => {
  const dockerfile = restoreDockerfile.replace(/RUN head .*\n/, '')
  await using plain = await scriptedWorkspace({
    dockerfile,
    files: { 'App.csproj': project, '.dockerignore': '.git\n' },
  })
  const env = { DOCKER_HOST: engine.host, DOCKER_CONTEXT: undefined }
  const inputs = { cache: 'registry', 'cache-ref': `${registry.address}/plain:shop`, baseline: 'off' }
  await plain.edit('run-tests.sh', 'echo ', 'exit 1; echo ')
  expect(await runAction({ workspace: plain, env, inputs })).toMatchObject({ exitCode: 1, warnings: [] })
  await engine.prune()
  await plain.edit('run-tests.sh', 'exit 1; echo ', 'echo ')
  expect(restoreOf(await run({ workspace: plain, inputs }))).toBe('cached')
  const cachedTests = { workspace: plain, inputs: { ...inputs, 'test-cache': 'true' } }
  await run(cachedTests)
  await engine.prune()
  const again = await run(cachedTests)
  expect([restoreOf(again), again.outputs['tests-cached']]).toEqual(['cached', 'true'])
})
