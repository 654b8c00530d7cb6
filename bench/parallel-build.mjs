/** What building the image while the tests run saves after a change of one source file, for each example. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { copyExample, examples } from './examples.mjs'
import { prepareMachine } from './machine.mjs'
import { measurePairs, ms } from './pairs.mjs'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))
const rounds = 5

/** @param {(line: string) => void} print */
export async function benchParallelBuild(print) {
  const { folder, env, node, remove } = await prepareMachine()
  try {
    for (const example of examples) {
      const { context, changeSource } = await copyExample(example, folder)
      const reports = ['--report-dir', join(folder, 'report')]
      /** @param {string} parallelBuild */
      const build = async (parallelBuild) => {
        await changeSource()
        const asked = ['--missing-test-stage', 'generate', '--parallel-build', parallelBuild]
        await run(node, [cli, context, ...asked, ...reports], { env })
      }
      const { a, b, ratio } = await measurePairs(
        rounds,
        () => build('true'),
        () => build('false'),
      )
      print(`${example.padEnd(29)} overlap ${ms(a)}, one after the other ${ms(b)}: ${ratio.toFixed(2)} x`)
    }
  } finally {
    await remove()
  }
}
