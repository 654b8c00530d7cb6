import { expect, test } from '@jest/globals'
import { choosePlatforms, expectedPlatforms, isSamePlatform } from '../../../src/plan/choose-platforms.ts'

const amd64 = ['linux/amd64', 'linux/amd64/v2', 'linux/386']

test.each([
  { name: 'nothing', asked: [], has: amd64, image: [], tests: [] },
  {
    name: 'one that is foreign',
    asked: ['linux/arm64'],
    has: amd64,
    image: ['linux/arm64'],
    tests: ['linux/arm64'],
  },
  {
    name: 'the own one among others',
    asked: ['linux/arm64', 'linux/amd64'],
    has: amd64,
    image: ['linux/amd64', 'linux/arm64'],
    tests: ['linux/amd64'],
  },
  {
    name: 'one that can be run, behind one that can’t',
    asked: ['linux/arm64', 'linux/386'],
    has: amd64,
    image: ['linux/arm64', 'linux/386'],
    tests: ['linux/386'],
  },
  {
    name: 'none that can be run',
    asked: ['linux/s390x', 'linux/arm64'],
    has: amd64,
    image: ['linux/s390x', 'linux/arm64'],
    tests: ['linux/s390x'],
  },
  {
    name: 'the own one by its other name',
    asked: ['linux/amd64', 'linux/arm64'],
    has: ['linux/arm64/v8'],
    image: ['linux/arm64', 'linux/amd64'],
    tests: ['linux/arm64'],
  },
])('asked for $name', ({ asked, has, image, tests }) => {
  expect(choosePlatforms(asked, { platforms: has })).toEqual({ image, tests })
})

test.each([
  { one: 'linux/arm64', other: 'linux/arm64/v8', isSame: true },
  { one: 'linux/amd64', other: 'linux/amd64/v1', isSame: true },
  { one: 'linux/amd64', other: 'linux/amd64/v2', isSame: false },
  { one: 'linux/arm/v7', other: 'linux/arm/v6', isSame: false },
])('$one and $other are the same: $isSame', ({ one, other, isSame }) => {
  expect(isSamePlatform(one, other)).toBe(isSame)
})

const ownPlatform = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`

test.each([
  {
    name: 'those that were asked for',
    image: ['linux/arm64'],
    of: ['linux/amd64'],
    expected: ['linux/arm64'],
  },
  { name: 'the builder’s own', image: [], of: ['linux/arm64', 'linux/amd64'], expected: ['linux/arm64'] },
  { name: 'the machine’s, where the builder does not tell', image: [], of: [], expected: [ownPlatform] },
])('expects $name', ({ image, of, expected }) => {
  expect(expectedPlatforms({ image }, { platforms: of }, {})).toEqual(expected)
})

test('expects the platform that docker builds for by default', () => {
  const env = { DOCKER_DEFAULT_PLATFORM: 'linux/arm64' }
  expect(expectedPlatforms({ image: [] }, { platforms: ['linux/amd64'] }, env)).toEqual(['linux/arm64'])
})
