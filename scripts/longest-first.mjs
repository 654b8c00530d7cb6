import { statSync } from 'node:fs'

/** What takes long: a clean clone has no times of earlier runs to go by. */
const longest = [/\/__tests__\/(?:e2e|nightly|fuzz)\//, /\/(?:many-writers|docker\/docker)\.test\.ts$/]

/** @param {string} path @returns {number} */
function rankOf(path) {
  const rank = longest.findIndex((kind) => kind.test(path))
  return rank < 0 ? longest.length : rank
}

/** The order of the test files (jest's testSequencer): what takes long begins first, so that no worker is left alone with it in the end. */
export default class LongestFirst {
  /** @template {{ path: string }} Test @param {Test[]} tests @returns {Test[]} */
  sort(tests) {
    return tests
      .map((test) => ({ test, rank: rankOf(test.path), bytes: statSync(test.path).size }))
      .sort((a, b) => a.rank - b.rank || b.bytes - a.bytes)
      .map(({ test }) => test)
  }

  /** jest hands over what it would keep for the next run; there is nothing to keep. */
  cacheResults() {}
}
