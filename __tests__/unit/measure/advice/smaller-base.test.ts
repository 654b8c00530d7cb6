import { expect, test } from '@jest/globals'
import { findSmallerBase } from '../../../../src/measure/advice/rules/base/smaller-base.ts'
import type { Neighbours } from '../../../../src/measure/record/image-record.ts'
import { someFacts } from './an-image.ts'

const mcr = 'mcr.microsoft.com/dotnet'
const neighbours: Neighbours = {
  askedAt: '2026-03-01T00:00:00.000Z',
  platform: 'linux/amd64',
  base: { name: `${mcr}/aspnet:10.0`, compressedBytes: 92_480_000 },
  smaller: [
    { name: `${mcr}/aspnet:10.0-alpine`, compressedBytes: 51_930_000 },
    { name: `${mcr}/aspnet:10.0-noble-chiseled`, compressedBytes: 52_810_000 },
  ],
}

function adviceWith(more: Partial<Neighbours>, platform = 'linux/amd64'): ReturnType<typeof findSmallerBase> {
  const facts = someFacts({ platform })
  return findSmallerBase({ ...facts, record: { ...facts.record, neighbours: { ...neighbours, ...more } } })
}

test('names the smallest variant, with the difference that the registry tells', () => {
  expect(adviceWith({})).toMatchObject([
    {
      id: 'smaller-base',
      title: `${mcr}/aspnet:10.0-alpine is 40.55 MB smaller than the base image: 51.93 MB compressed instead of 92.48 MB.`,
      compressedBytes: 40_550_000,
      evidence: [
        `${mcr}/aspnet:10.0-alpine (51.93 MB compressed)`,
        `${mcr}/aspnet:10.0-noble-chiseled (52.81 MB compressed)`,
      ],
      place: { file: 'Dockerfile', line: 1 },
      fix: expect.stringContaining(`In place of line 1:\nFROM ${mcr}/aspnet:10.0-alpine AS final\n`),
    },
  ])
})

test.each<{ name: string; more: Partial<Neighbours>; platform?: string }>([
  { name: 'that nobody could ask', more: { base: { name: `${mcr}/aspnet:10.0` } } },
  { name: 'of another name', more: { base: { name: `${mcr}/aspnet:9.0`, compressedBytes: 99_000_000 } } },
  { name: 'of which the registry has no variant', more: { smaller: [] } },
  { name: 'that is as small', more: { base: { name: `${mcr}/aspnet:10.0`, compressedBytes: 51_950_000 } } },
  { name: 'of another platform', more: {}, platform: 'linux/arm64/v8' },
])('says nothing of a base image $name', ({ more, platform }) => {
  expect(adviceWith(more, platform)).toEqual([])
})

test('says nothing where nobody was asked', () => {
  expect(findSmallerBase(someFacts())).toEqual([])
})
