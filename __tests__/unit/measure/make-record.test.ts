import { expect, test } from '@jest/globals'
import type { Step } from '../../../src/docker/build/build-result.ts'
import { parseImageRecord, recordVersion } from '../../../src/measure/record/image-record.ts'
import { recordOf, type Measurement, type RecordContext } from '../../../src/measure/measurement.ts'
import { notRun } from '../../../src/testing/test-report.ts'
import { layerRecord, sha256 } from './a-layout.ts'

const measured: Measurement & { layoutFolder: string } = {
  platform: 'linux/amd64',
  method: 'oci-layout',
  compression: 'gzip',
  manifestDigest: sha256('manifest'),
  configDigest: sha256('config'),
  configBytes: 50,
  compressedBytes: 150,
  uncompressedBytes: 300,
  layers: [layerRecord('app')],
  base: { name: 'aspnet', layerCount: 0 },
  user: '1654',
  layersRead: 1,
  warnings: ['a warning'],
  layoutFolder: '/tmp/layout',
}

const context: RecordContext = {
  identity: { imageKey: 'shop', file: 'Dockerfile', target: 'final', buildArgs: [['VERSION', '01234567']] },
  builder: { driver: 'docker', engine: 'Docker 28.5.2' },
  source: { commit: 'c'.repeat(40), branch: 'main' },
  tests: {
    ...notRun('missing', ''),
    result: 'passed',
    counts: { total: 2, passed: 1, failed: 0, skipped: 1 },
    durationMs: 1234.5,
  },
  steps: [],
  neighbours: undefined,
}

test('makes a record that can be read back, without what only this job needs', () => {
  const record = recordOf(measured, context)
  expect(parseImageRecord(JSON.parse(JSON.stringify(record)))).toEqual(record)
  expect(record).toMatchObject({
    ...context.identity,
    ...context.builder,
    ...context.source,
    version: recordVersion,
    compressedBytes: 150,
    base: { name: 'aspnet' },
    tests: { result: 'passed', total: 2, passed: 1, failed: 0, skipped: 1, durationMs: 1235 },
  })
})

test('a record of changed files has no commit', () => {
  expect(recordOf(measured, { ...context, source: { branch: 'main' } }).commit).toBeUndefined()
})

const step = (name: string, outcome: Step['outcome']): Step => ({
  ...{ stage: 'build', position: '2/3', name, outcome, durationMs: 1, error: undefined },
})

test.each([
  { name: 'from the cache', steps: [step('RUN dotnet restore "a.csproj"', 'cached')], isRestoreCached: true },
  {
    name: 'that ran',
    steps: [step('RUN --mount=type=cache,target=/x dotnet restore', 'done')],
    isRestoreCached: false,
  },
  {
    name: 'that is part of the publish',
    steps: [step('RUN dotnet publish', 'done')],
    isRestoreCached: undefined,
  },
])('knows of a restore $name', ({ steps, isRestoreCached }) => {
  expect(recordOf(measured, { ...context, steps }).isRestoreCached).toBe(isRestoreCached)
  const tests = { ...notRun('missing', ''), ...context.tests, steps }
  expect(recordOf(measured, { ...context, tests }).isRestoreCached).toBe(isRestoreCached)
})
