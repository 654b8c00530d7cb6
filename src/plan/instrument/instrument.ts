import { startStagePrefix, type ExtendedDockerfile } from './append-stages.ts'
import { chooseCollectWay } from './result-strategy.ts'
import { stageLabel, type Dockerfile, type Stage, type Instruction } from '../dockerfile/parse-dockerfile.ts'
import { nameStage, neededFor, parentOf, sourcesOf } from '../dockerfile/stage-graph.ts'
import {
  againMark,
  planMounts,
  type MountOptions,
  type ResultsPlace,
  type TestRunInstruction,
} from './run-mounts.ts'
import { scriptIn } from '../commands/shell-text.ts'
import { hidesFailedBuild } from '../commands/find-test-commands.ts'
import type { Programs, TestHabits } from '../projects/repository.ts'
import { classifyIn, findTestsIn } from '../stages/stage-commands.ts'

/** The team's Dockerfile with flags on its testing RUN lines; line numbers are the same. */
export interface InstrumentedDockerfile {
  text: string
  testRuns: TestRunInstruction[]
  /** Values that the mounts bring into the RUNs, by secret id. */
  secrets: [id: string, value: string][]
  /** The parsed file before the marks, and for each line of ours the line of the team's that it stands for; undefined in a generated stage. */
  dockerfile: Dockerfile
  origins: ReadonlyMap<number, number | undefined>
  /** What `--target` has to say for each stage that tests, and for the one that ships. */
  targets: { target: string; label: string }[]
  finalTarget: string
  /** Whether the stage that ships needs a stage with testing RUNs. */
  finalHasTests: boolean
  habits: TestHabits
  /** The same without the tests, and what `--target` has to say for stages with steps that only the tests need. */
  untested: { text: string; targets: string[] }
  /** Sets this job's results apart: a folder of that name in each place, and in it one with the number of the RUN. */
  jobId: string
  place: ResultsPlace
}

/** What shapes the instrumented text beside the Dockerfile itself. */
export interface InstrumentOptions extends MountOptions {
  collects: boolean
  programs: Programs
}

/**
 * Puts mounts on the RUNs that test: secrets that MSBuild reads as properties (so that an unchanged `dotnet test` writes
 * TRX), the cache mount that outlives a failing RUN, and one secret that is never given, whose id makes the step miss
 * the cache. Secrets change neither the image nor, by their value, the cache key.
 */
export function instrumentTests(
  { dockerfile, testStages: stages, labels, origins, tried }: ExtendedDockerfile,
  final: Stage,
  options: InstrumentOptions,
): InstrumentedDockerfile {
  const shipped = dockerfile.stages[final.index] ?? final
  const needed = new Set(stages.flatMap((stage) => [...neededFor(stage)]))
  // What a stage of ours starts belongs to the team's stage below it.
  const asked = stages.flatMap((stage) =>
    stage.name?.startsWith(startStagePrefix) ? [stage, parentOf(stage)] : [stage],
  )
  // In the order of their lines, so that a RUN of the team's has the same number whatever is added below.
  const testRuns = [...needed]
    .flatMap((stage) => {
      const isTried = stage === tried
      const runs = findTestRuns(stage, shipped, isTried || asked.includes(stage), options)
      return runs.map((run) => ({ ...run, isTried }))
    })
    .sort((a, b) => a.instruction.firstLine - b.instruction.firstLine)
  const lines = dockerfile.text.split('\n')
  const secrets: [string, string][] = []
  for (const [number, run] of testRuns.entries()) {
    const mounts = planMounts(run, number, shipped, options)
    secrets.push(...mounts.secrets)
    addFlags(lines, run.instruction, mounts.flags.join(''))
  }
  if (!options.mayBeCached)
    for (const hidden of [...needed].flatMap((stage) => hiddenBuilds(stage, options)))
      addFlags(lines, hidden, againMark(options))
  const targets = stages.map((stage, index) => ({
    target: nameStage(lines, stage),
    label: labels[index] ?? stageLabel(stage),
  }))
  const finalTarget = nameStage(lines, shipped)
  const text = lines.join('\n')
  const untested = cutTests(dockerfile, text, testRuns, shipped, stages)
  const finalStages = neededFor(shipped)
  const { habits, jobId, placeId, mayBeCached } = options
  return {
    ...{ text, testRuns, secrets, dockerfile, origins, targets, finalTarget, habits, jobId },
    finalHasTests: testRuns.some((run) => finalStages.has(run.instruction.stage)),
    untested: { text: untested.text, targets: untested.stages.map((stage) => nameStage(lines, stage)) },
    place: { placeId, mayBeCached },
  }
}

/** The RUNs that hide whether their build failed: they must miss the cache. */
function hiddenBuilds(stage: Stage, { programs }: InstrumentOptions): Instruction[] {
  return stage.instructions.filter(
    (one) =>
      one.keyword === 'RUN' && classifyIn(one, programs) !== 'tests' && hidesFailedBuild(scriptIn(one)),
  )
}

function addFlags(lines: string[], { firstLine }: Instruction, flags: string): void {
  const line = lines[firstLine - 1] ?? ''
  lines[firstLine - 1] = line.replace(/^(\s*RUN)\b/i, (keyword) => `${keyword}${flags}`)
}

function findTestRuns(
  stage: Stage,
  final: Stage,
  wasAskedFor: boolean,
  { habits, collects, programs }: InstrumentOptions,
): TestRunInstruction[] {
  const runs = stage.instructions.filter((instruction) => instruction.keyword === 'RUN')
  const found = runs.map((instruction) => ({
    instruction,
    ...findTestsIn(instruction, programs),
  }))
  const firstCertain = found.findIndex(({ kind }) => kind === 'tests')
  return found.flatMap(({ instruction, kind, commands }, index) => {
    const isCertain = kind === 'tests'
    // What nobody knows is read where it may be what tests, and behind what does: there it runs again in any case.
    const isUnknown = kind === 'unknown'
    const mayTest = isUnknown && firstCertain < 0 && wasAskedFor
    const isBeside = isUnknown && firstCertain >= 0 && index > firstCertain && collects
    if (!isCertain && !mayTest && !isBeside) return []
    const way = collects ? chooseCollectWay(instruction, final, habits) : 'log'
    return {
      instruction,
      way,
      commands,
      isCertain,
      isRecorded: collects,
      ...(isBeside && { isBeside }),
    }
  })
}

/**
 * Cuts each stage off where it tests, or needs what such a stage came to. What is left is what a cache can bring back in
 * another job: the steps before a test, such as the restore of test projects. `text` has the same stages on the same lines, `stages` are those with steps of
 * their own that the stage which ships does not need.
 */
export function cutTests(
  dockerfile: Dockerfile,
  text: string,
  testRuns: readonly Pick<TestRunInstruction, 'instruction'>[],
  final: Stage,
  testStages: readonly Stage[],
): { text: string; stages: Stage[] } {
  const tests = new Set(testRuns.map(({ instruction }) => instruction))
  const left = new Map<Stage, Instruction[]>()
  const isCut = (stage: Stage): boolean => left.get(stage)?.length !== stage.instructions.length
  const lines = text.split('\n')
  for (const stage of dockerfile.stages) {
    const parent = parentOf(stage)
    const end = stage.instructions.findIndex(
      (one) => tests.has(one) || (parent !== undefined && isCut(parent)) || sourcesOf(one).some(isCut),
    )
    left.set(stage, end < 0 ? stage.instructions : stage.instructions.slice(0, end))
    const from = end < 0 ? undefined : stage.instructions[end]?.firstLine
    const next = dockerfile.stages[stage.index + 1]?.firstLine ?? lines.length + 1
    if (from !== undefined) lines.fill('#', from - 1, next - 1)
  }
  const shipped = neededFor(final)
  const hasOwn = (stage: Stage): boolean =>
    [...neededFor(stage)].some((one) => !shipped.has(one) && (left.get(one) ?? []).some(makesLayer))
  return { text: lines.join('\n'), stages: testStages.filter(hasOwn) }
}

function makesLayer({ keyword }: Instruction): boolean {
  return ['RUN', 'COPY', 'ADD'].includes(keyword)
}
