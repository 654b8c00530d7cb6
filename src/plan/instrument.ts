import { stageLabel, type Dockerfile, type Instruction, type Stage } from './dockerfile.ts'
import { neededFor } from './stage-graph.ts'
import { classifyInstruction } from './test-command.ts'

/** A RUN that runs the tests. */
export interface TestRunInstruction {
  /** As `stageLabel` gives it. */
  stage: string
  instruction: Instruction
}

/** The team's Dockerfile with a flag on its testing RUN lines; line numbers are the same. */
export interface InstrumentedDockerfile {
  text: string
  testRuns: TestRunInstruction[]
}

/** What `instrumentTests` puts into a RUN line, with the number of the RUN among `testRuns`. */
const markPattern = / --mount=type=secret,id=dotnet-container-[0-9a-z]+-(\d+)/g

/**
 * Marks the RUNs that test with a mount of a secret that is never given: nothing is mounted and nothing is left in the
 * image, but progress events tell which step it is, and with a `runId` of its own the step misses the cache.
 */
export function instrumentTests(
  dockerfile: Dockerfile,
  stages: readonly Stage[],
  runId: string,
): InstrumentedDockerfile {
  const needed = new Set(stages.flatMap((stage) => [...neededFor(dockerfile, stage)]))
  const testRuns = [...needed].flatMap((stage) =>
    testingRuns(stage, stages.includes(stage)).map((instruction) => ({
      stage: stageLabel(stage),
      instruction,
    })),
  )
  const lines = dockerfile.text.split('\n')
  for (const [number, { instruction }] of testRuns.entries()) {
    const mark = ` --mount=type=secret,id=dotnet-container-${runId}-${number}`
    const line = lines[instruction.firstLine - 1] ?? ''
    lines[instruction.firstLine - 1] = line.replace(/^(\s*RUN)\b/i, `$1${mark}`)
  }
  return { text: lines.join('\n'), testRuns }
}

/** A text of BuildKit's without our marks: what the team wrote. */
export function withoutMarks(text: string): string {
  return text.replace(markPattern, '')
}

/** The number of the testing RUN that a step's name belongs to, when it is one. */
export function testRunNumber(stepName: string): number | undefined {
  const number = [...stepName.matchAll(markPattern)][0]?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The RUNs of a stage that test; in a stage that was asked for, where none surely does, those that may. */
function testingRuns(stage: Stage, wasAskedFor: boolean): Instruction[] {
  const runs = stage.instructions.filter((instruction) => instruction.keyword === 'RUN')
  const testing = runs.filter((instruction) => classifyInstruction(instruction) === 'tests')
  if (testing.length > 0 || !wasAskedFor) return testing
  return runs.filter((instruction) => classifyInstruction(instruction) === 'unknown')
}
