/**
 * Jobs of a generated repository with 1, 4 and 16 images, two at a time: first a push to main, then a pull request; in the end the 16 on
 * two remote BuildKits, every other image on each. Counts requests to GitHub's API and to the Actions cache by stand-ins, and bytes of the
 * build cache, which is in a registry on this machine.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startCacheService } from '../__tests__/stand-ins/cache-service.ts'
import { mainScope } from '../__tests__/stand-ins/cached-job.ts'
import { startGitHubApi } from '../__tests__/stand-ins/github-api.ts'
import { createRemoteBuilder } from '../scripts/machine/buildx-builders.mjs'
import { startRegistry } from '../scripts/machine/registry.mjs'
import { startThrowawayEngine } from '../scripts/machine/throwaway-engine.mjs'
import { startCountingProxy } from './counting-proxy.mjs'
import { prepareMachine } from './machine.mjs'
import { ms } from './pairs.mjs'
import { runStep, stepEnvironment } from './step.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const action = { main: join(root, 'dist/action/index.js'), post: join(root, 'dist/post/index.js') }
const atOnce = 2
const passed =
  'Passed!  - Failed:     0, Passed:     3, Skipped:     0, Total:     3, Duration: 12 ms - Shop.Tests.dll'

/** An image with 3 MB of its own on a stage of 10 MB that all of them have in common. @param {number} index */
const dockerfile = (index) => `FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY common.txt /
RUN head -c 10000000 /dev/urandom > /common
COPY image-${index}/own.txt /
RUN head -c 3000000 /dev/urandom > /own
FROM build AS test
RUN : dotnet test; echo '${passed} (net10.0)'
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final
COPY --from=build /common /own /app/
`

const { docker, folder, env: ofMachine, node, remove } = await prepareMachine()
/** @type {(() => Promise<void> | void)[]} */
const ends = [remove]
const usage = join(folder, 'usage')
const hook = join(folder, 'usage.cjs')
await writeFile(
  hook,
  `process.on('exit', () => require('node:fs').writeFileSync(require('node:path').join(${JSON.stringify(usage)}, String(process.pid)), String(process.resourceUsage().maxRSS / 1000)))`,
)
const env = {
  ...ofMachine,
  NODE_OPTIONS: `--require=${hook} --no-warnings`,
  BUILDX_CONFIG: join(folder, 'buildx'),
}

const registry = await startRegistry()
ends.unshift(registry.stop)
/** @type {Awaited<ReturnType<typeof startCountingProxy>>[]} */
const proxies = []
/** Where a builder finds the registry. @param {string} address of the machine for it */
const openRegistry = async (address) => {
  const proxy = await startCountingProxy(registry.address, address)
  proxies.push(proxy)
  ends.unshift(proxy.stop)
  return proxy.address
}

/** Two engines of their own, as builders of the driver remote. */
async function startBuilders() {
  const builders = []
  for (const name of ['scale-a', 'scale-b']) {
    const engine = await startThrowawayEngine({ name, docker })
    ends.unshift(engine.stop)
    await engine.loadImages(ofMachine, [
      'mcr.microsoft.com/dotnet/sdk:10.0',
      'mcr.microsoft.com/dotnet/aspnet:10.0',
    ])
    const { remove } = await createRemoteBuilder({ name, env, docker, host: engine.host })
    ends.unshift(remove)
    builders.push({ builder: { builder: name }, registry: await openRegistry(engine.gateway) })
  }
  return builders
}

/** The largest memory of a process since the last time, in MB. */
async function takePeakMb() {
  const names = await readdir(usage)
  const peaks = await Promise.all(names.map((name) => readFile(join(usage, name), 'utf8')))
  await Promise.all(names.map((name) => rm(join(usage, name))))
  return Math.max(...peaks.map(Number))
}

try {
  await mkdir(usage)
  const engine = [{ builder: {}, registry: await openRegistry('127.0.0.1') }]
  for (const { count, isRemote } of [
    ...[1, 4, 16].map((count) => ({ count, isRemote: false })),
    { count: 16, isRemote: true },
  ]) {
    const builders = isRemote ? await startBuilders() : engine
    const workspace = join(folder, `images-${count}${isRemote ? '-remote' : ''}`)
    for (let index = 0; index < count; index++) {
      await mkdir(join(workspace, `image-${index}`), { recursive: true })
      await writeFile(join(workspace, `image-${index}/Dockerfile`), dockerfile(index))
      await writeFile(join(workspace, `image-${index}/own.txt`), randomUUID())
    }
    await writeFile(join(workspace, 'common.txt'), randomUUID())
    await using service = await startCacheService()
    await using api = await startGitHubApi()
    const sha = 'f'.repeat(40)
    api.state.pulls.push({ number: 7, head: { sha, ref: 'feature', repo: { full_name: 'acme/shop' } } })
    // One after the other, since each makes a commit.
    /** @type {Awaited<ReturnType<typeof stepEnvironment>>[]} */
    const steps = []
    for (let index = 0; index < count; index++) steps.push(await stepEnvironment(workspace))
    /** @param {number} index @param {Record<string, string>} variables @param {string} scope */
    const job = async (index, variables, scope) => {
      const step = steps[index]
      if (step === undefined) throw new Error(`no step for image ${index}`)
      const services = {
        ACTIONS_RESULTS_URL: service.url,
        ACTIONS_RUNTIME_TOKEN: service.token({
          scopes: [
            { ...mainScope, scope },
            { ...mainScope, permission: 1 },
          ],
        }),
        ACTIONS_CACHE_SERVICE_V2: 'True',
        GITHUB_API_URL: api.url,
        GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/ci.yml@refs/heads/main',
      }
      const place = builders[index % builders.length]
      if (place === undefined) throw new Error('no builder')
      const cache = { cache: 'registry', 'cache-ref': `${place.registry}/cache:image-${index}` }
      const inputs = {
        ...place.builder,
        context: '.',
        file: `image-${index}/Dockerfile`,
        'image-key': `image-${index}`,
      }
      const own = { GITHUB_JOB: `image-${index}` }
      await runStep(
        node,
        action,
        { ...env, ...step, ...services, ...own, ...variables },
        {
          ...inputs,
          ...cache,
          'github-token': 'bot-token',
        },
      )
    }
    const event = join(folder, `pull-request-${count}.json`)
    const repository = { full_name: 'acme/shop', default_branch: 'main' }
    const base = { sha: 'e'.repeat(40), ref: 'main', repo: repository }
    await writeFile(
      event,
      JSON.stringify({
        number: 7,
        repository,
        pull_request: { number: 7, labels: [], base, head: { sha, ref: 'feature', repo: repository } },
      }),
    )
    const kinds = /** @type {const} */ ([
      ['push to main', {}, mainScope.scope],
      [
        'pull request',
        {
          GITHUB_EVENT_NAME: 'pull_request',
          GITHUB_EVENT_PATH: event,
          GITHUB_REF: 'refs/pull/7/merge',
          GITHUB_REF_NAME: '7/merge',
          GITHUB_BASE_REF: 'main',
          GITHUB_HEAD_REF: 'feature',
        },
        'refs/pull/7/merge',
      ],
    ])
    for (const [what, variables, scope] of kinds) {
      for (const proxy of proxies) proxy.take()
      const before = { api: api.requests().length, service: service.requests().length }
      const startedAt = performance.now()
      const left = Array.from({ length: count }, (_, index) => index)
      await Promise.all(
        Array.from({ length: Math.min(atOnce, count) }, async () => {
          for (let index = left.shift(); index !== undefined; index = left.shift())
            await job(index, variables, scope)
        }),
      )
      const passed = proxies.map((proxy) => proxy.take())
      const fetched = passed.reduce((sum, one) => sum + one.fetched, 0)
      const sent = passed.reduce((sum, one) => sum + one.sent, 0)
      const asked = api.requests().slice(before.api)
      const calls = service.requests().slice(before.service).length
      console.log(
        `${String(count).padStart(2)} images${isRemote ? ' on two remote builders' : ''}, ${what}: ${ms(performance.now() - startedAt)}, build cache ${(sent / 1e6).toFixed(1)} MB sent, ` +
          `${(fetched / 1e6).toFixed(1)} MB fetched; ${asked.length} requests to GitHub's API (${asked.filter((one) => !one.startsWith('GET') && !one.endsWith('graphql')).length} writing), ${calls} to the Actions cache; ` +
          `peak of a process ${(await takePeakMb()).toFixed(0)} MB`,
      )
      if (process.env['SCALE_REQUESTS']) console.log(asked.join('\n'))
    }
  }
} finally {
  for (const end of ends) await end()
}
