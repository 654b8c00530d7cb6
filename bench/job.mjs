/** What the whole job costs above the bare docker commands, with everything cached and after a change of one source file. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFile, cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { prepareMachine } from './machine.mjs'
import { buildPushAction } from './build-push-action.mjs'
import { noteDocker } from './docker-time.mjs'
import { measurePairs, median, ms, time } from './pairs.mjs'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {(line: string) => void} print */
export async function benchJob(print) {
  const { docker: client, folder, env, node, remove } = await prepareMachine()
  const context = join(folder, 'several-projects')
  await cp(join(root, 'examples/several-projects'), context, { recursive: true })
  /** @param {string[]} args */
  const docker = (args) => run(client, ['buildx', 'build', '--progress=plain', ...args, context], { env })
  const plain = async () => {
    await docker(['--target', 'test', '--output', 'type=cacheonly'])
    await docker(['--target', 'final', '--output', 'type=docker'])
  }
  const cli = join(root, 'dist/cli/index.js')
  /** @param {string[]} options */
  const oursArguments = (...options) => {
    const names = ['--image-key', 'bench', '--report-dir', join(folder, 'report')]
    return [cli, context, ...names, ...options]
  }
  /** @param {string[]} options */
  const ours = async (...options) => {
    await run(node, oursArguments(...options), { env })
  }
  // Never the same text twice: the builder would still know it from an earlier run.
  const change = () => appendFile(join(context, 'src/Orders.Core/Order.cs'), `// ${randomUUID()}\n`)
  const push = await buildPushAction(node, env, context)
  /** @param {string} what @param {number} rounds @param {() => Promise<void>} prepare @param {string[]} options */
  const besidePush = async (what, rounds, prepare, ...options) => {
    if (push === undefined) return
    const figures = await measurePairs(
      rounds,
      async () => {
        await prepare()
        await ours(...options)
      },
      async () => {
        await prepare()
        await push({ target: 'test' })
        await push({ target: 'final' })
      },
    )
    print(
      `${what} ours ${ms(figures.a)}, build-push-action twice ${ms(figures.b)}: ${figures.ratio.toFixed(2)} x`,
    )
  }
  const nothing = () => Promise.resolve()
  try {
    await besidePush('nothing changed, test-cache  ', 9, nothing, '--test-cache')
    await besidePush('nothing changed, tests run   ', 5, nothing)
    await besidePush('one source file changed      ', 5, change)
    const cached = await measurePairs(9, () => ours('--test-cache'), plain)
    print(
      `nothing changed, test-cache   ours ${ms(cached.a)}, plain buildx ${ms(cached.b)}: +${ms(cached.differenceMs)}, ${cached.ratio.toFixed(2)} x`,
    )
    const noted = await noteDocker(client, folder, env.PATH)
    const own = []
    for (let round = 0; round < 9; round++) {
      const whole = await time(async () => {
        await run(node, oursArguments('--test-cache'), { env: { ...env, PATH: noted.path } })
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
        await change()
        await ours()
      },
      async () => {
        await change()
        await plain()
      },
    )
    print(
      `one source file changed       ours ${ms(changed.a)}, plain buildx ${ms(changed.b)}: +${ms(changed.differenceMs)}, ${changed.ratio.toFixed(2)} x`,
    )
  } finally {
    await remove()
  }
}
