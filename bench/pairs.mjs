/** Timing in pairs: A B A B …, so that a machine whose speed drifts says the same of both. */

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/** Milliseconds that some work takes. @param {() => Promise<void>} work */
export async function time(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Runs A and B in turn, once without counting, and gives the medians in ms, of the ratio A/B and of the difference A−B too.
 * @param {number} rounds @param {() => Promise<void>} a @param {() => Promise<void>} b
 */
export async function measurePairs(rounds, a, b) {
  await a()
  await b()
  const pairs = []
  for (let round = 0; round < rounds; round++) pairs.push({ a: await time(a), b: await time(b) })
  return {
    rounds,
    a: median(pairs.map((pair) => pair.a)),
    b: median(pairs.map((pair) => pair.b)),
    ratio: median(pairs.map((pair) => pair.a / pair.b)),
    differenceMs: median(pairs.map((pair) => pair.a - pair.b)),
  }
}

/** Milliseconds as people read them. @param {number} value */
export function ms(value) {
  return value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`
}
