/**
 * Everything that can be said of the tree without running it: one line per check, and the output of those that failed.
 * What a person runs before pushing is what CI runs.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Name, the npm script that checks, and what to do when it fails. */
const checks = [
  { name: 'lint', script: 'lint', wayOut: 'npm run lint -- --fix mends some of it' },
  { name: 'imports', script: 'imports', wayOut: 'move the code, not the rule' },
  { name: 'types', script: 'types', wayOut: 'mend what is named below' },
  { name: 'unused', script: 'unused', wayOut: 'remove what nobody uses, or name its user in knip.json' },
  { name: 'format', script: 'format:check', wayOut: 'npm run format' },
  { name: 'docs', script: 'docs:check', wayOut: 'npm run docs' },
  { name: 'dist', script: 'dist:check', wayOut: 'npm run build, and commit dist/ with the change' },
]
/** Two at a time: each is one process with one busy thread, and small machines have two cores. */
const atOnce = 2

/** @param {string} script @returns {Promise<{ passed: boolean, output: string }>} */
function runScript(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    const collect = (/** @type {string} */ text) => (output += text)
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.once('error', (error) => {
      resolve({ passed: false, output: `npm could not be started: ${error.message}` })
    })
    child.once('close', (code) => {
      resolve({ passed: code === 0, output })
    })
  })
}

const waiting = [...checks]
let failed = 0

/** Takes one check after the other until none is left. */
async function work() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const startedAt = performance.now()
    const { passed, output } = await runScript(check.script)
    const took = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
    const line = `${passed ? 'ok    ' : 'failed'}  ${check.name.padEnd(8)}${took.padStart(8)}`
    if (passed) {
      console.log(line)
    } else {
      failed++
      console.log(`${line}  way out: ${check.wayOut}\n${output.trimEnd().replace(/^/gm, '    ')}`)
    }
  }
}

await Promise.all(Array.from({ length: atOnce }, work))
console.log(failed === 0 ? 'All checks are ok.' : `${failed} of ${checks.length} checks failed.`)
if (failed > 0) process.exitCode = 1
