/**
 * The job on a warm builder beside an earlier build of ours, which EARLIER_DIST names, and beside two plain builds at once, of which nobody
 * knows any results.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copyExample, copyWebApp } from './examples.mjs'
import { prepareMachine } from './machine.mjs'
import { startOurAction } from './our-action.mjs'
import { measurePairs, ms } from './pairs.mjs'

const run = promisify(execFile)

/** @param {(line: string) => void} print @param {{ rounds: number, only?: string | undefined }} options `only`: a pattern for the names of rows */
export async function benchEarlier(print, { rounds, only = '' }) {
  const dist = process.env['EARLIER_DIST']
  if (dist === undefined) return
  const { docker, folder, env, node, remove } = await prepareMachine()
  const nothing = () => Promise.resolve()
  try {
    for (const [name, { context, changeSource, changeProject }] of /** @type {const} */ ([
      ['web-app', await copyWebApp(join(folder, 'web-app'))],
      ['several-projects', await copyExample('several-projects', folder)],
    ])) {
      const [now, earlier] = [
        await startOurAction(node, env, context),
        await startOurAction(node, env, context, dist),
      ]
      /** @param {string} target @param {string} output */
      const build = (target, output) =>
        run(docker, ['buildx', 'build', `--target=${target}`, `--output=type=${output}`, context], { env })
      const plain = () => Promise.all([build('test', 'cacheonly'), build('final', 'docker')])
      const cached = { cache: 'off', 'test-cache': 'true' }
      const rows = /** @type {const} */ ([
        ['nothing, test-cache', nothing, cached],
        ['nothing, tests run', nothing, { cache: 'off' }],
        ['source', changeSource, { cache: 'off' }],
        ['csproj', changeProject, { cache: 'off' }],
      ])
      for (const [what, change, inputs] of rows) {
        if (!new RegExp(only).test(`${name}, ${what}`)) continue
        const ours = async () => {
          await change()
          await now.run(inputs)
        }
        const before = await measurePairs(rounds, ours, async () => {
          await change()
          await earlier.run(inputs)
        })
        const bare = await measurePairs(rounds, ours, async () => {
          await change()
          await plain()
        })
        print(
          `${`${name}, ${what}`.padEnd(38)} ${ms(before.a)}, earlier ${ms(before.b)}: ${before.ratio.toFixed(2)} x; ` +
            `two plain builds at once ${ms(bare.b)}: ${bare.ratio.toFixed(2)} x, +${ms(bare.differenceMs)}`,
        )
      }
      now.stop()
      earlier.stop()
    }
  } finally {
    await remove()
  }
}
