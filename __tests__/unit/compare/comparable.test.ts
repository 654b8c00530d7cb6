import { expect, test } from '@jest/globals'
import {
  recordOfBaseline,
  requireComparable,
  requireSameKind,
  toBaseline,
  type Baseline,
} from '../../../src/compare/comparable.ts'
import type { ImageRecord } from '../../../src/measure/record/image-record.ts'
import type { ImageIdentity } from '../../../src/plan/image-identity.ts'
import type { FindOutcome } from '../../../src/store/record-store.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'

const identity: ImageIdentity = { imageKey: 'shop', file: 'Dockerfile', target: 'final', buildArgs: [] }
const record = imageRecord([layerRecord('base')], identity)
const found: Baseline = { kind: 'found', record, source: 'cache', warnings: [] }

test.each([
  { name: 'the name', other: { imageKey: 'other' }, what: 'image-key' },
  { name: 'the Dockerfile', other: { file: 'src/Dockerfile' }, what: 'Dockerfile' },
  { name: 'the stage', other: { target: 'base' }, what: 'target' },
  {
    name: 'several things',
    other: { target: 'base', file: 'api/Dockerfile' },
    what: 'Dockerfile, target',
  },
])('a record that differs in $name is no baseline', ({ other, what }) => {
  expect(() => requireComparable({ ...record, ...other }, identity)).toThrow(
    new Error(`it was measured with another ${what}`),
  )
})

test('a record of the same image is one', () => {
  expect(requireComparable(record, identity)).toBe(record)
})

test.each<{ name: string; outcome: FindOutcome<ImageRecord>; where: string; baseline: Baseline }>([
  {
    name: 'a record',
    outcome: { kind: 'found', record, source: 'folder', lookup: { branch: 'main' } },
    where: 'main',
    baseline: { kind: 'found', record, source: 'folder', warnings: [] },
  },
  {
    name: 'nothing yet',
    outcome: { kind: 'none', rejected: [] },
    where: 'main',
    baseline: {
      kind: 'none',
      reason: 'No baseline yet: no image of this name, stage and platform was measured before on main.',
      warnings: [],
      isStoreDown: false,
    },
  },
  {
    name: 'nothing yet, wherever that is',
    outcome: { kind: 'none', rejected: [] },
    where: '',
    baseline: {
      kind: 'none',
      reason: 'No baseline yet: no image of this name, stage and platform was measured before.',
      warnings: [],
      isStoreDown: false,
    },
  },
  {
    name: 'records that can not be used',
    outcome: { kind: 'none', rejected: ['a/1: it was measured with another target', 'a/2: not valid'] },
    where: 'main',
    baseline: {
      kind: 'none',
      reason: 'No baseline that can be compared.',
      warnings: ['A stored baseline was not used: a/1: it was measured with another target.'],
      isStoreDown: false,
    },
  },
  {
    name: 'a store that does not answer',
    outcome: { kind: 'unavailable', reason: 'the Actions cache gave no answer within 60 s' },
    where: 'main',
    baseline: {
      kind: 'none',
      reason: 'No baseline: its store could not be asked.',
      warnings: [
        'The baseline is missing, and this run is not kept as one: the Actions cache gave no answer within 60 s.',
      ],
      isStoreDown: true,
    },
  },
])('words $name', ({ outcome, where, baseline }) => {
  expect(toBaseline(outcome, where)).toEqual(baseline)
})

test.each<{ name: string; other: Partial<ImageRecord>; why: string }>([
  {
    name: 'of another platform',
    other: { platform: 'linux/arm64/v8' },
    why: 'it is of linux/amd64, this image is of linux/arm64/v8',
  },
  {
    name: 'measured in another way',
    other: { method: 'docker-save' },
    why: 'it was measured by oci-layout, this image by docker-save',
  },
  {
    name: 'compressed otherwise',
    other: { compression: 'zstd' },
    why: 'its layers are compressed with gzip, those of this image compressed with zstd',
  },
  {
    name: 'not compressed',
    other: { compression: 'none' },
    why: 'its layers are compressed with gzip, those of this image not compressed',
  },
])('a baseline $name is none', ({ other, why }) => {
  expect(requireSameKind(found, { ...record, ...other }, 'compressed')).toEqual({
    kind: 'none',
    reason: 'No baseline that can be compared.',
    warnings: [`A stored baseline was not used: ${why}.`],
    isStoreDown: false,
  })
})

test.each(['cache', 'folder', 'registry', 'rebuild'] as const)(
  'a baseline of %s stays one whatever the build arguments are, and however its platform is written',
  (source) => {
    const baseline: Baseline = { ...found, source }
    const image: ImageRecord = { ...record, buildArgs: [['VERSION', '01234567']], platform: 'linux/amd64/v1' }
    expect(requireSameKind(baseline, image, 'compressed')).toBe(baseline)
  },
)

test.each<Partial<ImageRecord>>([
  { compression: 'zstd' },
  { compression: 'none' },
  { method: 'docker-save' },
])('for uncompressed sizes it stays one in another form: %j', (other) => {
  expect(requireSameKind(found, { ...record, ...other }, 'uncompressed')).toBe(found)
})

test('a baseline of the same kind stays one, and none stays none', () => {
  const none: Baseline = {
    kind: 'none',
    reason: 'Not compared: baseline is off.',
    warnings: [],
    isStoreDown: false,
  }
  expect(requireSameKind(found, record, 'compressed')).toBe(found)
  expect(requireSameKind(none, record, 'compressed')).toBe(none)
  expect([recordOfBaseline(found), recordOfBaseline(none)]).toEqual([record, undefined])
})

test('for uncompressed sizes it is none where that of a layer is not known', () => {
  const layers = record.layers.map((layer) => ({ ...layer, uncompressedBytes: 0 }))
  expect(requireSameKind(found, { ...record, layers }, 'uncompressed')).toMatchObject({
    kind: 'none',
    warnings: ['A stored baseline was not used: the uncompressed size of a layer is not known.'],
  })
  expect(requireSameKind(found, { ...record, layers }, 'compressed')).toBe(found)
})
