/**
 * Builds dist/, or the same into an empty folder that is given: one bundle, the thin entries that start it, and the
 * program that talks to the Actions cache.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { licensesOf } from './licenses.mjs'

const require = createRequire(import.meta.url)
const root = fileURLToPath(new URL('..', import.meta.url))
const [given] = process.argv.slice(2)
const out = given === undefined ? join(root, 'dist') : resolve(given)
if (given !== undefined && existsSync(out) && readdirSync(out).length > 0)
  throw new Error(`${out} is not empty; give an empty folder, or none for dist/.`)

/** @param {string} tool @param {string[]} args */
function run(tool, args) {
  const { status } = spawnSync(process.execPath, [require.resolve(tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}

// ncc writes the path of what it bundles into the bundle, so lib/ is the same wherever the output goes.
for (const folder of [join(root, 'lib'), out]) rmSync(folder, { recursive: true, force: true })
// The types are checked by npm run types; here they only go away.
run('typescript/bin/tsc', ['--noCheck', '--outDir', 'lib'])

/** @param {string} name @param {string} entry */
function bundle(name, entry) {
  const stats = join(root, 'lib', `${name}.json`)
  const options = ['--out', join(out, name), '--stats-out', stats, '--quiet']
  run('@vercel/ncc/dist/ncc/cli.js', ['build', entry, ...options])
  writeFileSync(join(out, name, 'licenses.txt'), licensesOf(stats))
}
bundle('app', 'lib/src/entries/app.js')
bundle('cache-process', 'lib/src/store/cache-process.mjs')

const entries = {
  action: 'runAction',
  cli: 'runCli',
  comment: 'runCommentAction',
  matrix: 'runMatrix',
  merge: 'runMerge',
  post: 'runPost',
}
for (const [name, start] of Object.entries(entries)) {
  mkdirSync(join(out, name), { recursive: true })
  cpSync(join(out, 'app', 'package.json'), join(out, name, 'package.json'))
  // The exit code is set, not forced, so that everything written to stdout arrives; then nothing may hold the process.
  const lines =
    name === 'post'
      ? // Most jobs made no builder, and then nothing is worth loading.
        [
          "if (process.env['STATE_builder']) {",
          `  const { ${start} } = await import('../app/index.js')`,
          `  process.exitCode = await ${start}()`,
          '}',
          '',
        ]
      : [`import { ${start} } from '../app/index.js'`, '', `process.exitCode = await ${start}()`, '']
  writeFileSync(join(out, name, 'index.js'), lines.join('\n'))
}
