import { expect, test } from '@jest/globals'
import { choosePlatforms, isSamePlatform } from '../../../src/plan/choose-platforms.ts'

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
