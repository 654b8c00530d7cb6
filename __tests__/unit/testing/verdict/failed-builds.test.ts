import { expect, test } from '@jest/globals'
import { findTests } from '../../../../src/plan/commands/find-test-commands.ts'
import { settle } from '../../../../src/testing/verdict/ledger.ts'
import type { RunEvidence } from '../../../../src/testing/verdict/gather-evidence.ts'
import { counts, run } from '../recorded.ts'

const build = (id: string, exitCode: number, words = ['A']): RunEvidence['processes'][number] => ({
  ...{ testRun: 0, id, parent: '', startedAtMs: 1, environment: 'e', folder: '/src', hasTests: false },
  words: ['/usr/share/dotnet/sdk/10.0.401/dotnet.dll', 'build', ...words],
  exitCode,
})

const entriesAfter = (...processes: RunEvidence['processes']) => {
  const assembly = '/src/A/bin/Debug/net10.0/A.dll'
  const file = { ...run({ project: 'A', assembly, counts: counts(3, 3, 0, 0) }), testRun: 0 }
  const { commands } = findTests({ text: 'dotnet test A --no-build' })
  const evidence = {
    commands,
    processes,
    endedWell: true,
    files: [file],
    logs: [],
    isClipped: false,
  }
  return settle(evidence).entries.map(({ kind, what }) => `${kind}: ${what}`)
}

test('a build that failed of what was tested afterwards is known, unless it was done again', () => {
  expect(entriesAfter(build('x', 1))).toEqual([
    'failed: `dotnet build A` failed, so the tests of A ran on what an earlier build had left',
    'finished: A (net10.0) finished',
  ])
  expect(entriesAfter(build('x', 1), build('y', 0))).toEqual(['finished: A (net10.0) finished'])
  expect(entriesAfter(build('x', 1, ['B']))).toEqual(['finished: A (net10.0) finished'])
})
