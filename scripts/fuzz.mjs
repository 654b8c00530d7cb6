/**
 * `npm run fuzz`: the tests of `__tests__/fuzz` with a seed that nobody tried before, and many more rounds than `npm test` has.
 * FUZZ_SEED and FUZZ_ROUNDS say which and how many; what follows goes to jest: `npm run fuzz -- -t TRX`.
 */
import { randomInt } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const { FUZZ_SEED = String(randomInt(1, 2 ** 31)), FUZZ_ROUNDS = '3000' } = process.env
const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit']
const fuzz = ['--testPathPatterns', '__tests__/fuzz/', ...process.argv.slice(2)]

console.log(`FUZZ_SEED=${FUZZ_SEED} FUZZ_ROUNDS=${FUZZ_ROUNDS}`)
const { status } = spawnSync(process.execPath, [...jest, ...fuzz], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, FUZZ_SEED, FUZZ_ROUNDS },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
