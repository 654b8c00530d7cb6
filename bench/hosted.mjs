/**
 * What a job takes on a runner that starts with nothing but the base images: an engine of its own, emptied before each job, with the
 * build cache that main wrote in a registry on this machine. Beside it docker/build-push-action for the stages test and final, and the
 * same with plain buildx, each with a build cache of its own, `mode=max`. EARLIER_DIST names the dist/ of another build of ours.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { offerBuildkit } from '../scripts/machine/buildx-builders.mjs'
import { startRegistry } from '../scripts/machine/registry.mjs'
import { startThrowawayEngine } from '../scripts/machine/throwaway-engine.mjs'
import { buildPushAction } from './build-push-action.mjs'
import { startCountingProxy } from './counting-proxy.mjs'
import { copyWebApp } from './examples.mjs'
import { prepareMachine } from './machine.mjs'
import { startActionsCache, startOurAction } from './our-action.mjs'
import { median, ms, time } from './pairs.mjs'

const run = promisify(execFile)
const images = ['sdk', 'aspnet'].map((name) => `mcr.microsoft.com/dotnet/${name}:10.0`)

/** @typedef {Awaited<ReturnType<typeof copyWebApp>>} Project */
/** @typedef {{ name: string, project: Project, job: () => Promise<string>, isIn?: typeof rows }} Contender */

const red = {
  what: 'a csproj and a red test',
  change: async (/** @type {Project} */ { changeProject, breakTest }) => {
    await changeProject()
    await breakTest()
  },
}

const nothing = { what: 'nothing changed', change: () => Promise.resolve() }

/** What happens on main, one after the other. */
const rows = [
  { what: 'a csproj', change: (/** @type {Project} */ { changeProject }) => changeProject() },
  nothing,
  { what: 'a source file', change: (/** @type {Project} */ { changeSource }) => changeSource() },
  // Where sources alone changed the cache is not written.
  { what: 'nothing since then', change: () => Promise.resolve() },
  red,
  { what: 'the fix after it', change: (/** @type {Project} */ { mendTest }) => mendTest() },
]

/**
 * @param {(line: string) => void} print
 * @param {{ rounds: number, only?: string | undefined, isLegacy: boolean, isInActionsCache: boolean }} options `only`: a pattern for the names of rows; `isLegacy`:
 *   images go into an engine with the legacy store, as on ubuntu-24.04, and each job makes a builder of the driver docker-container;
 *   `isInActionsCache`: the build cache is in a stand-in of the Actions cache, whose bytes are not counted
 */
export async function benchHosted(print, { rounds, only = '', isLegacy, isInActionsCache }) {
  const { docker, folder, env: ofMachine, node, remove } = await prepareMachine()
  /** @type {(() => Promise<void> | void)[]} */
  const ends = [remove]
  try {
    const engine = await startThrowawayEngine({ name: 'bench-hosted', docker })
    ends.unshift(engine.stop)
    const registry = await startRegistry({ address: engine.gateway })
    ends.unshift(registry.stop)
    const proxy = await startCountingProxy(registry.address, engine.gateway)
    ends.unshift(proxy.stop)
    await engine.loadImages(ofMachine, images)
    const target = isLegacy ? await startLegacyEngine({ docker, ofMachine, buildkit: engine.host }) : engine
    if (target !== engine) ends.unshift(target.stop)
    const env = {
      ...ofMachine,
      DOCKER_HOST: target.host,
      BUILDX_CONFIG: join(folder, 'buildx'),
      RUNNER_ENVIRONMENT: 'github-hosted',
    }
    const service = isInActionsCache ? engine.gateway : undefined
    const contenders = await startContenders({
      docker,
      folder,
      env,
      node,
      cache: proxy.address,
      service,
      isLegacy,
    })
    ends.unshift(contenders.stop)
    /** @param {Contender} contender @param {boolean} [isRed] */
    const measure = async ({ name, job }, isRed = false) => {
      await engine.prune()
      if (target !== engine) await run(docker, ['system', 'prune', '--force', '--volumes'], { env })
      proxy.take()
      let hasFailed = false
      let printed = ''
      const tookMs = await time(async () => {
        printed = await job().catch((/** @type {unknown} */ error) => {
          if (!isRed) throw error
          hasFailed = true
          return ''
        })
      })
      if (hasFailed !== isRed) throw new Error(`${name}: a red test was green`)
      for (const [phase] of printed.matchAll(/^[A-Z].*(?: done in .*| \(\d[\d.]* m?s\))$/gm))
        print(`    ${phase}`)
      return { tookMs, ...proxy.take() }
    }
    for (const contender of contenders.all) {
      const first = await measure(contender)
      print(`the first job of main          ${contender.name}: ${describe([first])}`)
    }
    /** @type {Map<string, { tookMs: number, fetched: number, sent: number }[]>} */
    const measured = new Map()
    const asked = rows.filter(({ what }) => new RegExp(only).test(what))
    for (let round = 0; round < rounds; round++) {
      for (const row of asked) {
        for (const contender of contenders.all.filter(({ isIn = rows }) => isIn.includes(row))) {
          await row.change(contender.project)
          const key = `${row.what}\0${contender.name}`
          const job = await measure(contender, row === red)
          print(`  round ${round + 1}, ${row.what}, ${contender.name}: ${describe([job])}`)
          measured.set(key, [...(measured.get(key) ?? []), job])
        }
      }
    }
    for (const { what } of asked) {
      const of = (/** @type {string} */ name) => measured.get(`${what}\0${name}`) ?? []
      for (const { name } of contenders.all) {
        const theirs = of(name)
        if (theirs.length === 0) continue
        const ratios = contenders.all
          .filter((one) => one.name.startsWith('ours') && one.name !== name && of(one.name).length > 0)
          .map((one) => {
            const ratio = of(one.name).map(({ tookMs }, index) => tookMs / (theirs[index]?.tookMs ?? NaN))
            return `; ${one.name}: ${median(ratio).toFixed(2)} x`
          })
        print(`${what.padEnd(23)} ${name}: ${describe(theirs)}${ratios.join('')}`)
      }
    }
  } finally {
    for (const end of ends) await end()
  }
}

/** @param {{ tookMs: number, fetched: number, sent: number }[]} jobs */
function describe(jobs) {
  /** @param {'fetched' | 'sent'} what */
  const megabytes = (what) => `${(median(jobs.map((job) => job[what])) / 1e6).toFixed(1)} MB`
  return `${ms(median(jobs.map(({ tookMs }) => tookMs)))}, ${megabytes('fetched')} fetched, ${megabytes('sent')} sent`
}

/**
 * Each with a copy of the project and a build cache of its own.
 * @param {{ docker: string, folder: string, env: NodeJS.ProcessEnv, node: string, cache: string, service: string | undefined, isLegacy: boolean }} place
 *   `cache`: a registry; `service`: where an Actions cache is to listen that stands in its place
 */
async function startContenders({ docker, folder, env: ofMachine, node, cache, service, isLegacy }) {
  /** @type {(() => void)[]} */
  const stops = []
  const theirs = service === undefined ? undefined : await startActionsCache(node, service)
  if (theirs !== undefined) stops.push(theirs.stop)
  const env = { ...ofMachine, ...theirs?.env }
  const projects = {
    push: await copyWebApp(join(folder, 'push')),
    plain: await copyWebApp(join(folder, 'plain')),
  }
  const push = await buildPushAction(node, env, projects.push.context)
  /** @param {string} name @param {string} target */
  const cacheOf = (name, target) =>
    service === undefined
      ? `type=registry,ref=${cache}/${name}:${target}`
      : `type=gha,scope=${name}-${target}`
  const builder = isLegacy ? 'bench' : 'default'
  /** As docker/setup-buildx-action makes a builder for the others; this action makes its own. @param {() => Promise<void>} job */
  const withBuilder = async (job) => {
    const create = ['--name', builder, '--driver', 'docker-container', '--bootstrap']
    if (isLegacy) await run(docker, ['buildx', 'create', ...create], { env })
    try {
      await job()
    } finally {
      if (isLegacy) await run(docker, ['buildx', 'rm', '--force', builder], { env })
    }
    return ''
  }
  /** @param {string} target @param {string} output */
  const build = (target, output) => {
    const place = cacheOf('plain', target)
    const caches = ['--cache-from', place, '--cache-to', `${place},mode=max`]
    const where = ['--builder', builder, '--target', target, '--output', `type=${output}`]
    return run(docker, ['buildx', 'build', ...where, ...caches, projects.plain.context], { env })
  }
  /** @param {string} name @param {Record<string, string>} inputs @param {string} [dist] @returns {Promise<Contender>} */
  const ours = async (name, inputs, dist) => {
    const place = name.replace(/\W+/g, '-')
    const project = await copyWebApp(join(folder, place))
    const action = await startOurAction(node, env, project.context, dist, service)
    stops.push(action.stop)
    const caches =
      service === undefined ? { cache: 'registry', 'cache-ref': `${cache}/${place}:main` } : { cache: 'gha' }
    return { name, project, job: () => action.run({ ...caches, ...inputs }) }
  }
  const earlier = process.env['EARLIER_DIST']
  /** @type {Contender[]} */
  const all = [
    await ours('ours', {}),
    { ...(await ours('ours, test-cache', { 'test-cache': 'true' })), isIn: [nothing] },
    {
      name: 'plain buildx',
      project: projects.plain,
      job: () =>
        withBuilder(async () => {
          await build('test', 'cacheonly')
          await build('final', 'docker')
        }),
    },
  ]
  if (earlier !== undefined) all.push(await ours('ours, earlier', {}, earlier))
  if (push !== undefined)
    all.push({
      name: 'build-push-action twice',
      project: projects.push,
      job: () =>
        withBuilder(async () => {
          for (const target of ['test', 'final']) {
            const place = cacheOf('push', target)
            const output = isLegacy ? { builder, load: String(target === 'final') } : {}
            await push({ ...output, target, 'cache-from': place, 'cache-to': `${place},mode=max` })
          }
        }),
    })
  return {
    all,
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}

/**
 * An engine as ubuntu-24.04 has it, for images alone; what is made from moby/buildkit there has another engine's BuildKit behind it.
 * @param {{ docker: string, ofMachine: NodeJS.ProcessEnv, buildkit: string }} place
 */
async function startLegacyEngine({ docker, ofMachine, buildkit }) {
  const engine = await startThrowawayEngine({ name: 'bench-legacy', docker, containerdStore: false })
  const baseImage = 'mcr.microsoft.com/dotnet/aspnet:10.0'
  await engine.loadImages(ofMachine, [baseImage])
  const env = { ...ofMachine, DOCKER_HOST: engine.host }
  const bridge = await offerBuildkit({ docker, env, baseImage, host: buildkit, address: engine.gateway })
  // What only the engine has would keep this action from making a builder.
  await run(docker, ['image', 'rm', baseImage], { env })
  const stop = async () => {
    await engine.stop()
    await bridge.stop()
  }
  return { host: engine.host, stop }
}
