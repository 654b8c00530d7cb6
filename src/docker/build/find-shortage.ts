import { parseBuildError } from './build-error.ts'
import type { BuildResult } from './run-build.ts'

/** What a build had too little of; something else at work on the same machine may have had it. */
export type Shortage = 'memory' | 'disk' | 'time' | 'builder'

/** What gave out, so that a build failed; undefined where it failed over something else, or did not fail. */
export function findShortage({ outcome, isBuilderLost, text, output }: BuildResult): Shortage | undefined {
  if (outcome === 'built') return undefined
  if (outcome === 'timed-out') return 'time'
  if (isBuilderLost) return 'builder'
  // The kernel kills with SIGKILL, which shells tell as 128 + 9.
  if (parseBuildError(text).exitCode === 137) return 'memory'
  const lines = [...text, ...output.map((line) => line.text)]
  return lines.some((line) => /no space left on device/i.test(line)) ? 'disk' : undefined
}
