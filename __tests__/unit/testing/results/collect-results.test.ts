import { expect, test } from '@jest/globals'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'
import { Redactor } from '../../../../src/redaction/redactor.ts'
import {
  readResults,
  withoutCopies,
  type CollectedRun,
} from '../../../../src/testing/results/collect-results.ts'
import type { RecordedProcess } from '../../../../src/testing/results/processes.ts'
import { makeTempFolder } from '../../temp-folder.ts'
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

test('a TRX that a logger of the team has called otherwise has results, and coverage is none', async () => {
  await using folder = await makeTempFolder()
  const pack = tar.pack()
  pack.entry(
    { name: '0/res.xml' },
    '<TestRun><Results><UnitTestResult outcome="Passed" /></Results></TestRun>',
  )
  pack.entry({ name: '0/cobertura.xml' }, '<coverage line-rate="1"></coverage>')
  pack.finalize()
  const archive = join(folder.path, 'results.tar')
  await pipeline(pack, createWriteStream(archive))
  const tools = { tempFolder: folder.path, redactor: new Redactor() }
  const { runs } = await readResults(tools, { kind: 'archive', path: archive }, join(folder.path, 'out'))
  expect(runs).toMatchObject([{ testRun: 0, counts: counts(1, 1, 0, 0) }])
})

test('two runs of one project are two', () => {
  const runs = [kept('a', 'A'), kept('a', 'A', 6)]
  expect(withoutCopies({ runs, processes: [] })).toEqual(runs)
})
