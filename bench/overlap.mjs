/** What `overlap` saves after a change of one source file, for each example with a stage that tests beside the one that ships. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFile, cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { prepareMachine } from './machine.mjs'
import { measurePairs, ms } from './pairs.mjs'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = 5

/** @param {(line: string) => void} print */
export async function benchOverlap(print) {
  const { folder, env, node, remove } = await prepareMachine()
  try {
    for (const example of ['several-projects', 'visual-studio']) {
      const context = join(folder, example)
      await cp(join(root, 'examples', example), context, { recursive: true })
      const source = await findSource(context)
      /** @param {string[]} options */
      const build = async (...options) => {
        // Never the same text twice: the builder would still know it from an earlier run.
        await appendFile(source, `// ${randomUUID()}\n`)
        const cli = [join(root, 'dist/cli/index.js'), context, '--missing-test-stage', 'synthesize']
        await run(node, [...cli, '--report-dir', join(folder, 'report'), ...options], { env })
      }
      const { a, b, ratio } = await measurePairs(
        rounds,
        () => build('--overlap'),
        () => build(),
      )
      print(`${example.padEnd(29)} overlap ${ms(a)}, one after the other ${ms(b)}: ${ratio.toFixed(2)} x`)
    }
  } finally {
    await remove()
  }
}

/** A source file that ships. @param {string} context */
async function findSource(context) {
  const names = await readdir(context, { recursive: true })
  const found = names.find((name) => name.endsWith('.cs') && !/test/i.test(name))
  if (found === undefined) throw new Error(`${context} has no source file`)
  return join(context, found)
}
