import { expect, test } from '@jest/globals'
import { shareOut } from '../../../../src/measure/oci/compressed-shares.ts'

test.each<{ name: string; total: number; weights: number[]; shares: number[] }>([
  { name: 'what can be divided', total: 10, weights: [1, 4], shares: [2, 8] },
  { name: 'what can not, to those that lost most', total: 10, weights: [1, 1, 1], shares: [4, 3, 3] },
  { name: 'nothing', total: 0, weights: [3, 1], shares: [0, 0] },
  { name: 'less than nothing', total: -5, weights: [3, 0, 1], shares: [-4, 0, -1] },
  { name: 'one byte among many', total: 1, weights: [1, 2, 1], shares: [0, 1, 0] },
  {
    name: 'the bytes of a large layer',
    total: 2 ** 41 + 1,
    weights: [2 ** 42, 2 ** 42],
    shares: [2 ** 40 + 1, 2 ** 40],
  },
])('shares out $name', ({ total, weights, shares }) => {
  expect(shareOut(total, weights)).toEqual(shares)
})

test('the shares always add up', () => {
  // A linear congruential generator (Numerical Recipes): the same numbers in every run.
  let seed = 42
  const next = (limit: number): number => {
    seed = (seed * 1_664_525 + 1_013_904_223) % 2 ** 32
    return seed % limit
  }
  for (let round = 0; round < 2_000; round += 1) {
    const weights = Array.from({ length: 1 + next(60) }, () => next(5_000_000))
    if (weights.every((weight) => weight === 0)) continue
    const total = next(3_000_000_000) - 1_500_000_000
    expect(shareOut(total, weights).reduce((sum, share) => sum + share, 0)).toBe(total)
  }
})
