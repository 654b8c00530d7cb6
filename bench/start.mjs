/** From the start of the action to its first docker process, beside docker/build-push-action where it is there. */
import { execFile } from 'node:child_process'
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNode24 } from '../scripts/machine/node24.mjs'
import { buildPushAction } from './build-push-action.mjs'
import { median, ms } from './pairs.mjs'
import { inputVariables, stepEnvironment } from './step.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = 11

/** @param {(line: string) => void} print */
export async function benchStart(print) {
  const node = await ensureNode24({ log: () => undefined })
  const folder = await mkdtemp(join(tmpdir(), 'dotnet-container-bench-'))
  const workspace = join(folder, 'several-projects')
  await cp(join(root, 'examples/several-projects'), workspace, { recursive: true })
  const first = join(folder, 'first')
  // It says when it was started, once, and that there is no docker.
  const stub = join(folder, 'docker')
  await writeFile(stub, `#!/bin/sh\n[ -e "${first}" ] || date +%s%N > "${first}"\nexit 1\n`)
  await chmod(stub, 0o755)
  const env = { ...process.env, PATH: [folder, process.env['PATH']].join(delimiter) }
  const step = await stepEnvironment(workspace)
  const ours = () =>
    new Promise((resolve) => {
      const variables = inputVariables({ context: '.' })
      execFile(
        node,
        [join(root, 'dist/action/index.js')],
        { cwd: workspace, env: { ...env, ...step, ...variables } },
        resolve,
      )
    })
  const theirs = await buildPushAction(node, env, workspace)
  /** @param {() => Promise<unknown>} start */
  const untilDocker = async (start) => {
    await rm(first, { force: true })
    const startedAt = Date.now()
    await start().catch(() => undefined)
    return Number(await readFile(first, 'utf8')) / 1e6 - startedAt
  }
  try {
    const times = []
    for (let round = 0; round <= rounds; round++) {
      const a = await untilDocker(ours)
      times.push({ a, b: theirs === undefined ? NaN : await untilDocker(() => theirs({})) })
    }
    // The first round finds the files on the disk.
    const counted = times.slice(1)
    const a = median(counted.map((time) => time.a))
    const peer =
      theirs === undefined
        ? ''
        : `, build-push-action ${ms(median(counted.map((time) => time.b)))}: ${median(counted.map((time) => time.a / time.b)).toFixed(2)} x`
    print(`start to the first docker     ours ${ms(a)}${peer}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
