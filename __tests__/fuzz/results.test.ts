import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { expect } from '@jest/globals'

import { readConsoleLog } from '../../src/testing/log/read-log.ts'
import { mergeCoverage } from '../../src/testing/coverage/merge-coverage.ts'
import { readCoverage } from '../../src/testing/coverage/read-coverage.ts'
import { readTrx } from '../../src/testing/trx/read-trx.ts'
import type { TestRun } from '../../src/testing/results/test-results.ts'
import { fuzz } from './fuzz.ts'
import { mutate } from './mutate.ts'
import type { Random } from './random.ts'
import { inChunks } from './xml-documents.ts'

const folder = fileURLToPath(new URL('../fixtures/dotnet-test/', import.meta.url))
const textsOf = (kind: string) =>
  readdirSync(folder + kind).map((name) => readFileSync(`${folder}${kind}/${name}`, 'utf8'))
const [trx, coverage, logs] = [textsOf('trx'), textsOf('coverage'), textsOf('logs')]

/** What holds for every run, whatever a file or a log says. */
function expectSound(run: TestRun): void {
  const { total, passed, failed, skipped } = run.counts
  for (const count of [total, passed, failed, skipped])
    expect(Number.isSafeInteger(count) && count >= 0).toBe(true)
  expect(total).toBe(passed + failed + skipped)
  for (const { name, durationMs = 0, message = '', stack = '', stdout = '', stderr = '' } of run.results) {
    expect(name.length).toBeLessThanOrEqual(1024)
    expect(Number.isFinite(durationMs) && durationMs >= 0).toBe(true)
    for (const text of [message, stack, stdout, stderr]) expect(text.length).toBeLessThanOrEqual(16_384)
  }
}

/** As bytes, in UTF-16 at times. */
function encode(random: Random, text: string): Buffer {
  const encoded = random.oneIn(8) ? Buffer.from(text, 'utf16le') : Buffer.from(text)
  return random.oneIn(8) ? encoded.subarray(random.below(4)) : encoded
}

fuzz('a TRX gives a sound run', {
  rounds: 400,
  make: (random) => encode(random, mutate(random, random.pick(trx), 8)),
  check: async (bytes, random) => {
    const run = await readTrx(inChunks(random, bytes), 'a_net10.0.trx')
    expectSound(run)
    expect(run.results).toHaveLength(run.counts.total)
  },
})

fuzz('a coverage file gives counts that add up', {
  rounds: 400,
  make: (random) => encode(random, mutate(random, random.pick(coverage), 8)),
  check: async (bytes, random) => {
    const { total } = mergeCoverage(await readCoverage(inChunks(random, bytes)), ['Shop.Tests'])
    for (const count of Object.values(total)) expect(Number.isSafeInteger(count) && count >= 0).toBe(true)
    expect(total.linesCovered).toBeLessThanOrEqual(total.linesValid)
    expect(total.branchesCovered).toBeLessThanOrEqual(total.branchesValid)
  },
})

/** Two logs whose lines come mixed, as those of parallel projects do. */
function mix(random: Random, one: string, other: string): string {
  const lines = one.split('\n')
  for (const line of other.split('\n'))
    if (random.oneIn(2)) lines.splice(random.below(lines.length + 1), 0, line)
  return lines.join('\n')
}

fuzz('a console log gives sound runs', {
  rounds: 250,
  make: (random) => {
    const log = random.pick(logs)
    return mutate(random, random.oneIn(3) ? mix(random, log, random.pick(logs)) : log, 12)
  },
  check: (text) => {
    const { runs, compilerMessages } = readConsoleLog(text.split('\n'))
    for (const run of runs) expectSound(run)
    expect(compilerMessages.length).toBeLessThanOrEqual(1000)
  },
})
