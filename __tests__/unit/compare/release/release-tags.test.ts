import { expect, test } from '@jest/globals'
import { highestFirst } from '../../../../src/compare/release/release-tags.ts'
import { parseTagPattern } from '../../../../src/inputs/parsers/tag-pattern.ts'

test.each<{ name: string; pattern: string; tags: string[]; order: string[] }>([
  {
    name: 'versions by their numbers, not by their letters',
    pattern: 'v*',
    tags: ['v2.9.0', 'v2.10.0', 'v1.99.0', 'v2.9.1'],
    order: ['v2.10.0', 'v2.9.1', 'v2.9.0', 'v1.99.0'],
  },
  {
    name: 'a tag that is moved on below the release that it names',
    pattern: 'v*',
    tags: ['v2', 'v2.0.0', 'v2.0', 'v1.0.0'],
    order: ['v2.0.0', 'v2.0', 'v2', 'v1.0.0'],
  },
  {
    name: 'no pre-releases and no words',
    pattern: 'v*',
    tags: ['v2.0.0-rc.1', 'v1.0.0', 'vNext', 'v', 'v1.0.0+build.7', 'version1'],
    order: ['v1.0.0', 'v1.0.0+build.7'],
  },
  {
    name: 'those of one image of a repository with several',
    pattern: 'shop-v*',
    tags: ['shop-v1.0', 'api-v2.0', 'v3.0', 'shop-v1.1'],
    order: ['shop-v1.1', 'shop-v1.0'],
  },
  { name: 'what stands behind the version', pattern: '*-lts', tags: ['8.0-lts', '9.0'], order: ['8.0-lts'] },
  { name: 'dates', pattern: '*', tags: ['2026.11.3', '2026.2.20'], order: ['2026.11.3', '2026.2.20'] },
  { name: 'nothing of nothing', pattern: 'v*', tags: [], order: [] },
])('orders $name', ({ pattern, tags, order }) => {
  const parsed = parseTagPattern(pattern)
  if (parsed === undefined) throw new Error(pattern)
  expect(
    highestFirst(
      tags.map((name) => ({ name })),
      parsed,
    ).map(({ name }) => name),
  ).toEqual(order)
})
