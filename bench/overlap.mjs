/**
 * What `overlap` saves after a change, for each example: beside one after the other, and beside docker/build-push-action; and what two
 * plain builds at once would take, of which no results are known.
 */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFile, cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { besidePush } from './beside-push.mjs'
import { prepareMachine } from './machine.mjs'
import { measurePairs, ms } from './pairs.mjs'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = 5
/** Two builds of build-push-action take half a minute. */
const roundsBeside = 3

/** A source file of each example, and one of a project, that ship. */
const examples = {
  'several-projects': { source: 'src/Orders.Core/Order.cs', project: 'src/Orders.Core/Orders.Core.csproj' },
  'two-stage': { source: 'src/Shop.Api/Program.cs', project: undefined },
  'unnamed-final': { source: 'Greeter/Program.cs', project: undefined },
  'visual-studio': { source: 'WeatherApi/WeatherForecast.cs', project: 'WeatherApi/WeatherApi.csproj' },
}

/** @param {(line: string) => void} print */
export async function benchOverlap(print) {
  const { docker, folder, env, node, remove } = await prepareMachine()
  try {
    for (const [example, { source, project }] of Object.entries(examples)) {
      const context = join(folder, example)
      await cp(join(root, 'examples', example), context, { recursive: true })
      // Never the same text twice: the builder would still know it from an earlier run.
      const changeSource = () => appendFile(join(context, source), `// ${randomUUID()}\n`)
      /** @param {string[]} options */
      const build = async (...options) => {
        await changeSource()
        const cli = [join(root, 'dist/cli/index.js'), context, '--missing-test-stage', 'synthesize']
        await run(node, [...cli, '--report-dir', join(folder, 'report'), ...options], { env })
      }
      const { a, b, ratio } = await measurePairs(
        rounds,
        () => build('--overlap'),
        () => build(),
      )
      print(`${example.padEnd(29)} overlap ${ms(a)}, one after the other ${ms(b)}: ${ratio.toFixed(2)} x`)
      if (project === undefined) continue
      const changeProject = () => appendFile(join(context, project), `<!-- ${randomUUID()} -->\n`)
      /** @param {string} target @param {string} output */
      const plain = (target, output) =>
        run(docker, ['buildx', 'build', `--target=${target}`, `--output=type=${output}`, context], { env })
      const atOnce = async () => {
        await Promise.all([plain('test', 'cacheonly'), plain('final', 'docker')])
      }
      const pairs = await besidePush(node, env, context, print)
      await pairs?.compare('  source, overlap', roundsBeside, changeSource, { overlap: 'true' })
      await pairs?.compare('  source, plain, at once', roundsBeside, changeSource, atOnce)
      await pairs?.compare('  csproj, overlap', roundsBeside, changeProject, { overlap: 'true' })
      await pairs?.compare('  csproj, plain, at once', roundsBeside, changeProject, atOnce)
      pairs?.stop()
    }
  } finally {
    await remove()
  }
}
