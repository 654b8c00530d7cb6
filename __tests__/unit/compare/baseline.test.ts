import { expect, test } from '@jest/globals'
import {
  knownLayers,
  requireComparable,
  requirePlatform,
  toBaseline,
  type Baseline,
} from '../../../src/compare/baseline.ts'
import type { ImageRecord } from '../../../src/measure/image-record.ts'
import type { FindOutcome } from '../../../src/store/record-store.ts'
import { layerRecord } from '../measure/a-layout.ts'

const identity = { imageKey: 'shop', file: 'Dockerfile', target: 'final', buildArgsDigest: 'x' }
const record = {
  ...identity,
  platform: 'linux/amd64',
  layers: [layerRecord('base')],
} as unknown as ImageRecord
const found: Baseline = { kind: 'found', record, source: 'cache', warnings: [] }

test.each([
  { name: 'the name', other: { imageKey: 'other' }, what: 'image-key' },
  { name: 'the Dockerfile', other: { file: 'src/Dockerfile' }, what: 'Dockerfile' },
  { name: 'the stage', other: { target: 'base' }, what: 'target' },
  { name: 'the build arguments', other: { buildArgsDigest: 'y' }, what: 'build arguments' },
  {
    name: 'several things',
    other: { target: 'base', buildArgsDigest: 'y' },
    what: 'target, build arguments',
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
      reason: 'No baseline yet: nothing was measured before on main.',
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
      reason: 'No baseline yet: nothing was measured before.',
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

test('a baseline of another platform is none', () => {
  expect(requirePlatform(found, 'linux/amd64')).toBe(found)
  expect(requirePlatform(found, 'linux/arm64/v8')).toEqual({
    kind: 'none',
    reason: 'No baseline that can be compared.',
    warnings: ['A stored baseline was not used: it is of linux/amd64, this image is of linux/arm64/v8.'],
    isStoreDown: false,
  })
  const none: Baseline = {
    kind: 'none',
    reason: 'Not compared: baseline is off.',
    warnings: [],
    isStoreDown: false,
  }
  expect(requirePlatform(none, 'linux/amd64')).toBe(none)
})

test('the layers of a baseline are known, and without one none are', () => {
  expect(knownLayers(found)).toEqual([layerRecord('base')])
  expect(knownLayers({ kind: 'none', reason: '', warnings: [], isStoreDown: false })).toEqual([])
})
