/**
 * What a job takes on a runner that starts with nothing but the base images: an engine of its own, emptied before each job, with the
 * build cache that main wrote in a registry on this machine. Beside it docker/build-push-action for the stages test and final, and the
 * same with plain buildx, each with a build cache of its own, `mode=max`.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startRegistry } from '../scripts/machine/registry.mjs'
import { startThrowawayEngine } from '../scripts/machine/throwaway-engine.mjs'
import { buildPushAction } from './build-push-action.mjs'
import { startCountingProxy } from './counting-proxy.mjs'
import { copyWebApp } from './examples.mjs'
import { prepareMachine } from './machine.mjs'
import { startOurAction } from './our-action.mjs'
import { median, ms, time } from './pairs.mjs'

const run = promisify(execFile)
const images = ['sdk', 'aspnet'].map((name) => `mcr.microsoft.com/dotnet/${name}:10.0`)

/** @typedef {Awaited<ReturnType<typeof copyWebApp>>} Project */
/** @typedef {{ name: string, project: Project, job: (inputs?: Record<string, string>) => Promise<unknown> }} Contender */

const red = {
  what: 'a csproj and a red test',
  change: async (/** @type {Project} */ { changeProject, breakTest }) => {
    await changeProject()
    await breakTest()
  },
  inputs: {},
}

/** What happens on main, one after the other: who is in a row, what changes before it, and with which inputs of ours. */
const rows = [
  { what: 'nothing changed, tests run', change: () => Promise.resolve(), inputs: {} },
  { what: 'nothing changed, test-cache', change: () => Promise.resolve(), inputs: { 'test-cache': 'true' } },
  { what: 'a source file', change: (/** @type {Project} */ { changeSource }) => changeSource(), inputs: {} },
  { what: 'a csproj', change: (/** @type {Project} */ { changeProject }) => changeProject(), inputs: {} },
  red,
  {
    what: 'the fix after it',
    change: (/** @type {Project} */ { mendTest }) => mendTest(),
    inputs: {},
  },
]

/** @param {(line: string) => void} print @param {{ rounds: number }} options */
export async function benchHosted(print, { rounds }) {
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
    const env = { ...ofMachine, DOCKER_HOST: engine.host }
    const contenders = await startContenders({ docker, folder, env, node, cache: proxy.address })
    ends.unshift(contenders.stop)
    /** @param {Contender} contender @param {Record<string, string>} inputs @param {boolean} [isRed] */
    const measure = async ({ name, job }, inputs, isRed = false) => {
      await engine.prune()
      proxy.take()
      let hasFailed = false
      const tookMs = await time(async () => {
        await job(inputs).catch((/** @type {unknown} */ error) => {
          if (!isRed) throw error
          hasFailed = true
        })
      })
      if (hasFailed !== isRed) throw new Error(`${name}: a red test was green`)
      return { tookMs, ...proxy.take() }
    }
    for (const contender of contenders.all) {
      const first = await measure(contender, {})
      print(`the first job of main          ${contender.name}: ${describe([first])}`)
    }
    /** @type {Map<string, { tookMs: number, fetched: number, sent: number }[]>} */
    const measured = new Map()
    for (let round = 0; round < rounds; round++) {
      for (const row of rows) {
        for (const contender of contenders.all) {
          await row.change(contender.project)
          const key = `${row.what}\0${contender.name}`
          const job = await measure(contender, row.inputs, row === red)
          print(`  round ${round + 1}, ${row.what}, ${contender.name}: ${describe([job])}`)
          measured.set(key, [...(measured.get(key) ?? []), job])
        }
      }
    }
    for (const { what } of rows) {
      const ours = measured.get(`${what}\0ours`) ?? []
      for (const { name } of contenders.all) {
        const theirs = measured.get(`${what}\0${name}`) ?? []
        const ratio = median(ours.map(({ tookMs }, index) => tookMs / (theirs[index]?.tookMs ?? NaN)))
        print(
          `${what.padEnd(30)} ${name}: ${describe(theirs)}${name === 'ours' ? '' : `, ours ${ratio.toFixed(2)} x`}`,
        )
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
 * @param {{ docker: string, folder: string, env: NodeJS.ProcessEnv, node: string, cache: string }} place
 */
async function startContenders({ docker, folder, env, node, cache }) {
  const projects = {
    ours: await copyWebApp(join(folder, 'ours')),
    push: await copyWebApp(join(folder, 'push')),
    plain: await copyWebApp(join(folder, 'plain')),
  }
  const action = await startOurAction(node, env, projects.ours.context)
  const push = await buildPushAction(node, env, projects.push.context)
  /** @param {string} name @param {string} target */
  const cacheOf = (name, target) => `type=registry,ref=${cache}/${name}:${target}`
  /** @param {string} target @param {string} output */
  const build = (target, output) => {
    const place = cacheOf('plain', target)
    const caches = ['--cache-from', place, '--cache-to', `${place},mode=max`]
    const args = ['buildx', 'build', '--target', target, '--output', `type=${output}`, ...caches]
    return run(docker, [...args, projects.plain.context], { env })
  }
  /** @type {Contender[]} */
  const all = [
    {
      name: 'ours',
      project: projects.ours,
      job: (inputs) => action.run({ cache: 'registry', 'cache-ref': `${cache}/ours:main`, ...inputs }),
    },
    {
      name: 'plain buildx',
      project: projects.plain,
      job: async () => {
        await build('test', 'cacheonly')
        await build('final', 'docker')
      },
    },
  ]
  if (push !== undefined)
    all.push({
      name: 'build-push-action twice',
      project: projects.push,
      job: async () => {
        for (const target of ['test', 'final']) {
          const place = cacheOf('push', target)
          await push({ target, 'cache-from': place, 'cache-to': `${place},mode=max` })
        }
      },
    })
  return {
    all,
    stop: () => {
      action.stop()
    },
  }
}
