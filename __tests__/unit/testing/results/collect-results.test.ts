import { expect, test } from '@jest/globals'
import { withoutCopies, type CollectedRun } from '../../../../src/testing/results/collect-results.ts'
import type { RecordedProcess } from '../../../../src/testing/results/processes.ts'
import { counts, run } from '../recorded.ts'

const runner = (id: string, assembly: string): RecordedProcess => ({
  ...{ testRun: 0, id, parent: '', startedAtMs: 1, environment: 'e', hasTests: false, folder: '/src' },
  words: ['/sdk/vstest.console.dll', assembly],
  exitCode: 0,
})
const kept = (process: string, project: string, startedAt = 5): CollectedRun => ({
  ...run({ source: 'trx', project, counts: counts(1, 1, 0, 0) }),
  ...{ testRun: 0, process, startedAt, assembly: `/src/${project.toLowerCase()}.dll` },
})

test('runners that end at the same time keep what lies in their folder, each run once, by the one that did it', () => {
  const processes = [runner('a', '/src/A.dll'), runner('b', '/src/B.dll')]
  const runs = [kept('a', 'A'), kept('a', 'B'), kept('b', 'A'), kept('b', 'B')]
  expect(withoutCopies({ runs, processes })).toEqual([kept('a', 'A'), kept('b', 'B')])
})

test('two runs of one project are two', () => {
  const runs = [kept('a', 'A'), kept('a', 'A', 6)]
  expect(withoutCopies({ runs, processes: [] })).toEqual(runs)
})
