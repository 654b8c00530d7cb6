/** What the whole job costs above the bare docker commands, with everything cached and after a change of one source file. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { besidePush } from './beside-push.mjs'
import { noteDocker } from './docker-time.mjs'
import { copyExample, copyWebApp } from './examples.mjs'
import { prepareMachine } from './machine.mjs'
import { measurePairs, median, ms, time } from './pairs.mjs'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {(line: string) => void} print */
export async function benchJob(print) {
  const { docker: client, folder, env, node, remove } = await prepareMachine()
  const { context, changeSource } = await copyExample('several-projects', folder)
  /** @param {string[]} args */
  const docker = (args) => run(client, ['buildx', 'build', '--progress=plain', ...args, context], { env })
  const plain = async () => {
    await docker(['--target', 'test', '--output', 'type=cacheonly'])
    await docker(['--target', 'final', '--output', 'type=docker'])
  }
  const cli = join(root, 'dist/cli/index.js')
  const terminal = [cli, context, '--image-key', 'bench', '--report-dir', join(folder, 'report')]
  /** The same job without a runner and its cache service. @param {string[]} options */
  const ours = async (...options) => {
    await run(node, [...terminal, ...options], { env })
  }
  const nothing = () => Promise.resolve()
  /**
   * The default job beside build-push-action.
   * @param {string} name @param {Awaited<ReturnType<typeof copyExample>>} changing
   */
  const compareChanges = async (name, changing) => {
    const beside = await besidePush(node, env, changing.context, print)
    for (const [what, change] of /** @type {const} */ ([
      ['source', changing.changeSource],
      ['csproj', changing.changeProject],
    ])) {
      await beside?.compare(`${name}, ${what}`, 5, change, {})
    }
    beside?.stop()
  }
  const pairs = await besidePush(node, env, context, print)
  try {
    const cachedTests = { 'test-cache': 'true' }
    await pairs?.compare('nothing changed, test-cache', 9, nothing, cachedTests)
    await pairs?.compare('nothing changed, test-cache', 5, nothing, cachedTests, { isBare: true })
    await pairs?.compare('nothing changed, tests run', 5, nothing, {})
    await compareChanges('web-app', await copyWebApp(join(folder, 'web-app')))
    for (const example of /** @type {const} */ (['several-projects', 'visual-studio']))
      await compareChanges(example, await copyExample(example, join(folder, 'changing')))
    const cached = await measurePairs(9, () => ours('--test-cache'), plain)
    print(
      `nothing changed, test-cache   from a terminal ${ms(cached.a)}, plain buildx ${ms(cached.b)}: +${ms(cached.differenceMs)}, ${cached.ratio.toFixed(2)} x`,
    )
    const noted = await noteDocker(client, folder, env.PATH)
    const own = []
    for (let round = 0; round < 9; round++) {
      const whole = await time(async () => {
        await run(node, [...terminal, '--test-cache'], { env: { ...env, PATH: noted.path } })
      })
      own.push(whole - (await noted.takeBusyMs()))
    }
    print(`the same, none of its docker commands running: ${ms(median(own))}`)
    const collected = await measurePairs(
      5,
      () => ours(),
      () => ours('--test-results', 'log'),
    )
    print(
      `collecting the test results   with ${ms(collected.a)}, from the log ${ms(collected.b)}: +${ms(collected.differenceMs)}`,
    )
    const changed = await measurePairs(
      3,
      async () => {
        await changeSource()
        await ours()
      },
      async () => {
        await changeSource()
        await plain()
      },
    )
    print(
      `one source file changed       from a terminal ${ms(changed.a)}, plain buildx ${ms(changed.b)}: +${ms(changed.differenceMs)}, ${changed.ratio.toFixed(2)} x`,
    )
  } finally {
    pairs?.stop()
    await remove()
  }
}
