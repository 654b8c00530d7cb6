import { posix } from 'node:path'
import type { Step } from '../docker/build/build-result.ts'
import type { Settings } from '../inputs/settings.ts'
import { mounts, readCopiedTree } from './dockerfile/copied-paths.ts'
import { type Dockerfile, type Instruction, type Stage } from './dockerfile/parse-dockerfile.ts'
import { findStepInstruction, parentOf, sourcesOf } from './dockerfile/stage-graph.ts'
import type { Plan } from './plan.ts'

/** What took less is not written for the few runs whose sources are those of the run before: writing costs every run some seconds. */
const worthMs = 20_000
/** A `WORKDIR` or a small `COPY` before the sources is not worth writing all the rest. */
const worthBeforeSourcesMs = 500

/** Whether builds made what later runs can use: `only-sources` has nothing that outlasts the next change of a source file. */
export type CacheNews = 'write' | 'nothing-new' | 'only-sources'

/** Where a job runs, as far as its build cache is concerned. */
export interface CacheUse {
  settings: Pick<Settings, 'testCache' | 'cacheWrite'>
  /** The builder begins empty, so that what is cached came from the cache that was read. */
  isHosted: boolean
}

/** Says from the steps of a job's builds what they have for the build cache that was not in it. */
export function decideCacheWrite(
  { instrumented, repository }: Pick<Plan, 'instrumented' | 'repository'>,
  { settings, isHosted }: CacheUse,
  steps: readonly Step[],
): CacheNews {
  const { dockerfile } = instrumented
  const testing = settings.testCache ? [] : instrumented.testRuns.map(({ instruction }) => instruction)
  const made = steps
    .filter(({ position, name }) => position !== undefined && !name.startsWith('FROM '))
    .filter(({ outcome }) => outcome !== 'cached')
    .map((step) => ({ step, instruction: findStepInstruction(dockerfile, step) }))
    // The cache does not keep them.
    .filter(({ instruction }) => instruction === undefined || !testing.includes(instruction))
  if (!wasRead(steps)) return 'write'
  if (made.length === 0) return 'nothing-new'
  if (!isHosted || settings.testCache || settings.cacheWrite === 'always') return 'write'
  const ofSources = findSourceInstructions(dockerfile, repository.projects)
  const before = made.filter(({ instruction }) => instruction === undefined || !ofSources.has(instruction))
  const tookMs = (some: typeof made): number => some.reduce((sum, { step }) => sum + step.durationMs, 0)
  return tookMs(before) < worthBeforeSourcesMs && tookMs(made) < worthMs ? 'only-sources' : 'write'
}

/** A cache was there, and could be read. */
function wasRead(steps: readonly Step[]): boolean {
  const imports = steps.filter(({ name }) => name.startsWith('importing cache manifest'))
  return imports.length > 0 && imports.every(({ outcome }) => outcome === 'done' || outcome === 'cached')
}

/** What each change of a source file makes anew: a COPY or a mount with a project's folder, what comes after it, and what takes from such a stage. */
export function findSourceInstructions(
  dockerfile: Dockerfile,
  projects: readonly { path: string }[],
): Set<Instruction> {
  const sources = projects.map(({ path }) => posix.join(posix.dirname(path), 'Source.cs'))
  const found = new Set<Instruction>()
  const stagesWith = new Set<Stage>()
  for (const stage of dockerfile.stages) {
    const copying = readCopiedTree(stage).patterns.filter(({ brings }) => sources.some(brings))
    const lines = new Set(copying.map(({ line }) => line))
    const parent = parentOf(stage)
    let isAfter = parent !== undefined && stagesWith.has(parent)
    for (const instruction of stage.instructions) {
      isAfter ||=
        lines.has(instruction.firstLine) ||
        sources.some((path) => mounts(instruction, path)) ||
        sourcesOf(instruction).some((one) => stagesWith.has(one))
      if (isAfter) found.add(instruction)
    }
    if (isAfter) stagesWith.add(stage)
  }
  return found
}
