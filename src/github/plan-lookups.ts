import type { Lookup } from '../store/record-store.ts'

/**
 * Where to look for the record to compare with: those of the commits that the tree grew from, the nearest first, on each
 * branch; then the newest of each branch.
 */
export function planLookups(branches: readonly string[], commits: readonly string[]): Lookup[] {
  const named = branches.filter((branch, index) => branch !== '' && branches.indexOf(branch) === index)
  return [
    // Branch by branch: lookups of one branch share a request to the cache.
    ...named.flatMap((branch) => commits.map((commit) => ({ branch, commit }))),
    ...named.map((branch) => ({ branch })),
  ]
}
