import type { Dockerfile, Instruction, Stage } from '../dockerfile/parse-dockerfile.ts'
import type { TestRunInstruction } from '../instrument/run-mounts.ts'
import { neededFor, parentOf, sourcesOf } from '../dockerfile/stage-graph.ts'

/** A Dockerfile that builds what the tests need, and does not test. */
export interface UntestedDockerfile {
  text: string
  /** The stages with steps of their own that the stage that ships does not need. */
  stages: Stage[]
}

/**
 * Cuts each stage off where it tests, or needs what such a stage came to. What is left is what a cache can bring back in
 * another job: the steps before a test, such as the restore of test projects. `text` has the same stages on the same lines.
 */
export function cutTests(
  dockerfile: Dockerfile,
  text: string,
  testRuns: readonly Pick<TestRunInstruction, 'instruction'>[],
  final: Stage,
  testStages: readonly Stage[],
): UntestedDockerfile {
  const tests = new Set(testRuns.map(({ instruction }) => instruction))
  const left = new Map<Stage, Instruction[]>()
  const isCut = (stage: Stage): boolean => left.get(stage)?.length !== stage.instructions.length
  const lines = text.split('\n')
  for (const stage of dockerfile.stages) {
    const parent = parentOf(dockerfile, stage)
    const end = stage.instructions.findIndex(
      (one) =>
        tests.has(one) ||
        (parent !== undefined && isCut(parent)) ||
        sourcesOf(dockerfile, stage, one).some(isCut),
    )
    left.set(stage, end < 0 ? stage.instructions : stage.instructions.slice(0, end))
    const from = end < 0 ? undefined : stage.instructions[end]?.firstLine
    const next = dockerfile.stages[stage.index + 1]?.firstLine ?? lines.length + 1
    if (from !== undefined) lines.fill('#', from - 1, next - 1)
  }
  const shipped = neededFor(dockerfile, final)
  const hasOwn = (stage: Stage): boolean =>
    [...neededFor(dockerfile, stage)].some(
      (one) => !shipped.has(one) && (left.get(one) ?? []).some(makesLayer),
    )
  return { text: lines.join('\n'), stages: testStages.filter(hasOwn) }
}

function makesLayer({ keyword }: Instruction): boolean {
  return ['RUN', 'COPY', 'ADD'].includes(keyword)
}
