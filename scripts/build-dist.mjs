/** Builds dist/: one bundle, the thin entries that start it, and the program that talks to the Actions cache. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const root = new URL('..', import.meta.url).pathname

/** @param {string} tool @param {string[]} args */
function run(tool, args) {
  const { status } = spawnSync(process.execPath, [require.resolve(tool), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}

for (const folder of ['lib', 'dist'])
  rmSync(new URL(`../${folder}`, import.meta.url), { recursive: true, force: true })
// The types are checked by npm run types; here they only go away.
run('typescript/bin/tsc', ['--noCheck', '--outDir', 'lib'])

const bundles = { app: 'lib/src/app.js', 'cache-process': 'lib/src/store/cache-process.mjs' }
for (const [name, entry] of Object.entries(bundles)) {
  run('@vercel/ncc/dist/ncc/cli.js', [
    'build',
    entry,
    '--out',
    `dist/${name}`,
    '--license',
    'licenses.txt',
    '--quiet',
  ])
}

for (const [name, start] of Object.entries({ action: 'runAction', cli: 'runCli' })) {
  mkdirSync(`${root}dist/${name}`, { recursive: true })
  cpSync(`${root}dist/app/package.json`, `${root}dist/${name}/package.json`)
  // The exit code is set, not forced, so that everything written to stdout arrives; then nothing may hold the process.
  const lines = [`import { ${start} } from '../app/index.js'`, '', `process.exitCode = await ${start}()`, '']
  writeFileSync(`${root}dist/${name}/index.js`, lines.join('\n'))
}
