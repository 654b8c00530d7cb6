import { expect, test } from '@jest/globals'
import {
  parseImageRecord,
  recordVersion,
  type ImageRecord,
} from '../../../../src/measure/record/image-record.ts'
import { layerRecord, sha256 } from '../a-layout.ts'

const record: ImageRecord = {
  version: recordVersion,
  imageKey: 'ghcr.io/acme/shop',
  platform: 'linux/amd64',
  file: 'Dockerfile',
  target: 'final',
  buildArgs: [],
  driver: 'docker',
  engine: 'Docker 28.5.2',
  method: 'oci-layout',
  compression: 'gzip',
  createdAt: '2026-11-21T08:07:17.011Z',
  commit: 'a'.repeat(40),
  branch: 'main',
  manifestDigest: sha256('manifest'),
  configDigest: sha256('config'),
  configBytes: 50,
  compressedBytes: 250,
  uncompressedBytes: 600,
  layers: [
    layerRecord('base'),
    layerRecord('app', {
      line: 12,
      copiedFrom: 'publish',
      content: {
        files: [['app/Shop.dll', 200, '0123456789abcdef', 80]],
        removed: ['tmp/'],
        documents: [{ path: 'app/Shop.deps.json', text: '{}' }],
      },
    }),
  ],
  base: {
    name: 'mcr.microsoft.com/dotnet/aspnet:10.0',
    digest: sha256('base'),
    layerCount: 1,
    dotnetVersion: '10.0.1',
  },
  user: '1654',
  history: [
    {
      createdAt: '2026-11-20T08:07:17.011Z',
      commit: 'c'.repeat(40),
      compressedBytes: 240,
      uncompressedBytes: 590,
    },
  ],
  tests: { result: 'passed', total: 3, passed: 3, failed: 0, skipped: 0, durationMs: 1500 },
}

test.each<{ name: string; stored: object }>([
  { name: 'a whole record', stored: record },
  {
    name: 'a record without what not every place knows',
    stored: { ...record, commit: undefined, branch: undefined, tests: undefined },
  },
  { name: 'a commit of sha256', stored: { ...record, commit: 'b'.repeat(64) } },
  {
    name: 'an image of no layers',
    stored: { ...record, layers: [], compressedBytes: 50, uncompressedBytes: 0 },
  },
])('takes $name back as it was stored', ({ stored }) => {
  const json = JSON.parse(JSON.stringify(stored)) as unknown
  expect(parseImageRecord(json)).toEqual(json)
})

test('what was stored by a clock that was ahead is as old as now', () => {
  const ahead = '2999-01-01T00:00:00.000Z'
  const [point] = record.history
  const read = parseImageRecord({ ...record, createdAt: ahead, history: [{ ...point, createdAt: ahead }] })
  for (const { createdAt } of [read, ...read.history])
    expect(Math.abs(Date.parse(createdAt) - Date.now())).toBeLessThan(60_000)
})

test('drops what a newer program may have added', () => {
  expect(parseImageRecord({ ...record, added: 'later' })).toEqual(record)
})

test.each<{ name: string; stored: unknown; message: RegExp }>([
  { name: 'nothing', stored: null, message: /^the measurement is not valid at its top: / },
  { name: 'a text', stored: 'record', message: /^the measurement is not valid at its top: / },
  {
    name: 'another version',
    stored: { ...record, version: 1 },
    message: /^another version of this action stored it$/,
  },
  {
    name: 'no version',
    stored: { ...record, version: undefined },
    message: /^the measurement is not valid at version: /,
  },
  {
    name: 'another way to measure',
    stored: { ...record, method: 'docker-inspect' },
    message: /^the measurement is not valid at method: /,
  },
  {
    name: 'files that are larger than their layer',
    stored: {
      ...record,
      layers: [
        layerRecord('base'),
        layerRecord('app', { content: { files: [['a', 1, '', 101]], removed: [], documents: [] } }),
      ],
    },
    message: /^the measurement has files in the layer sha256:[0-9a-f]{64} that are larger than it$/,
  },
  {
    name: 'a size that is no number',
    stored: { ...record, compressedBytes: Number.NaN },
    message: /^the measurement is not valid at compressedBytes: /,
  },
  {
    name: 'a size in words',
    stored: { ...record, compressedBytes: '250' },
    message: /^the measurement is not valid at compressedBytes: /,
  },
  {
    name: 'a negative size',
    stored: { ...record, configBytes: -1 },
    message: /^the measurement is not valid at configBytes: /,
  },
  {
    name: 'a size beyond all disks',
    stored: { ...record, uncompressedBytes: 1e30 },
    message: /^the measurement is not valid at uncompressedBytes: /,
  },
  {
    name: 'a size without end',
    stored: { ...record, compressedBytes: Infinity },
    message: /^the measurement is not valid at compressedBytes: /,
  },
  {
    name: 'half a byte',
    stored: { ...record, compressedBytes: 250.5 },
    message: /^the measurement is not valid at compressedBytes: /,
  },
  {
    name: 'a layer with a negative size',
    stored: { ...record, layers: [layerRecord('base', { compressedBytes: -1 })] },
    message: /^the measurement is not valid at layers\.0\.compressedBytes: /,
  },
  {
    name: 'a digest that is a path',
    stored: { ...record, layers: [layerRecord('base', { digest: 'sha256:../../x' })] },
    message: /^the measurement is not valid at layers\.0\.digest: /,
  },
  {
    name: 'line zero',
    stored: { ...record, layers: [layerRecord('base', { line: 0 })] },
    message: /^the measurement is not valid at layers\.0\.line: /,
  },
  {
    name: 'more layers than any image has',
    stored: { ...record, layers: Array.from({ length: 1001 }, () => layerRecord('x')) },
    message: /^the measurement is not valid at layers: /,
  },
  {
    name: 'a name without end',
    stored: { ...record, imageKey: 'x'.repeat(5_000) },
    message: /^the measurement is not valid at imageKey: /,
  },
  {
    name: 'a time that is none',
    stored: { ...record, createdAt: 'yesterday' },
    message: /^the measurement is not valid at createdAt: /,
  },
  {
    name: 'a commit that is none',
    stored: { ...record, commit: 'main; rm -rf /' },
    message: /^the measurement is not valid at commit: /,
  },
  {
    name: 'a verdict that is none',
    stored: { ...record, tests: { ...record.tests, result: 'green' } },
    message: /^the measurement is not valid at tests\.result: /,
  },
  {
    name: 'compressed bytes that its layers do not add up to',
    stored: { ...record, compressedBytes: 251 },
    message: /^the measurement’s totals are not the sum of its layers$/,
  },
  {
    name: 'uncompressed bytes that its layers do not add up to',
    stored: { ...record, uncompressedBytes: 599 },
    message: /^the measurement’s totals are not the sum of its layers$/,
  },
])('refuses $name', ({ stored, message }) => {
  expect(() => parseImageRecord(stored)).toThrow(message)
})
