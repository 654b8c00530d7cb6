/** The default job on a builder that is warm, after a change of one source file, beside two plain builds at once, which read no results and no sizes. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { copyExample, copyWebApp } from './examples.mjs'
import { prepareMachine } from './machine.mjs'
import { startOurAction } from './our-action.mjs'
import { measurePairs, ms } from './pairs.mjs'

const run = promisify(execFile)

/** @param {(line: string) => void} print @param {{ rounds: number }} options */
export async function benchWarm(print, { rounds }) {
  const { docker, folder, env, node, remove } = await prepareMachine()
  try {
    const projects = {
      'web-app': await copyWebApp(folder),
      'several-projects': await copyExample('several-projects', folder),
    }
    for (const [name, { context, changeSource }] of Object.entries(projects)) {
      const action = await startOurAction(node, env, context, process.env['EARLIER_DIST'])
      /** @param {string} target @param {string} output */
      const build = (target, output) =>
        run(docker, ['buildx', 'build', `--target=${target}`, `--output=type=${output}`, context], { env })
      const { a, b, ratio, differenceMs } = await measurePairs(
        rounds,
        async () => {
          await changeSource()
          await action.run({ cache: 'off' })
        },
        async () => {
          await changeSource()
          await Promise.all([build('test', 'cacheonly'), build('final', 'docker')])
        },
      )
      action.stop()
      print(
        `${name.padEnd(17)} ${ms(a)}, two plain builds at once ${ms(b)}: ${ratio.toFixed(2)} x, ${ms(differenceMs)} more`,
      )
    }
  } finally {
    await remove()
  }
}
