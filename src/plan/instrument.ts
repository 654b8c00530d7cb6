import type { ExtendedDockerfile } from './append-stages.ts'
import { chooseCollectWay, type CollectWay, type TestHabits } from './collect-way.ts'
import { stageLabel, type Dockerfile, type Instruction, type Stage } from './dockerfile.ts'
import { chainOf, neededFor } from './stage-graph.ts'
import { classifyInstruction } from './test-command.ts'
import { hasVariables } from './variables.ts'

/** A RUN that runs the tests, or one that may. */
export interface TestRunInstruction {
  owner: Stage
  instruction: Instruction
  way: CollectWay
  /** Whether its words say that it tests; another one tests when it leaves results. */
  isCertain: boolean
}

/** The team's Dockerfile with flags on its testing RUN lines; line numbers are the same. */
export interface InstrumentedDockerfile {
  text: string
  testRuns: TestRunInstruction[]
  /** Values that the mounts bring into the RUNs, by secret id. */
  secrets: [id: string, value: string][]
  /** The parsed file before the marks, and for each line of ours the line of the team's that it stands for. */
  dockerfile: Dockerfile
  origins: ReadonlyMap<number, number>
  /** What `--target` has to say for each stage that tests, and for the one that ships. */
  targets: { target: string; label: string }[]
  finalTarget: string
  /** Whether the stage that ships needs a stage with testing RUNs. */
  finalHasTests: boolean
  /** Folder of this job's results below `resultsFolder`, one folder per RUN in it. */
  jobFolder: string
}

/** What shapes the instrumented text beside the Dockerfile itself. */
export interface InstrumentOptions {
  /** Sets this job's results apart from those of every other. */
  jobId: string
  /** Unchanged tests may come from the cache. */
  mayBeCached: boolean
  collects: boolean
  coverage: boolean
  /** After so long without an end VSTest stops a test host, so that results and the hanging test's name survive. */
  hangTimeoutMs: number | undefined
  habits: TestHabits
}

/** Where the cache mount with the results is in a RUN; nothing of it stays in an image. */
export const resultsFolder = '/.dotnet-container'
const cacheId = 'dotnet-container-results'

/** Everything that is put into a RUN line: mounts whose ids begin with our name. */
const marksPattern = / --mount=type=(?:cache|secret),id=dotnet-container-\S+/g

/**
 * Puts mounts on the RUNs that test: secrets that MSBuild reads as properties (so that an unchanged `dotnet test` writes
 * TRX), the cache mount that outlives a failing RUN, and one secret that is never given, whose id makes the step miss
 * the cache. Secrets change neither the image nor, by their value, the cache key.
 */
export function instrumentTests(
  { dockerfile, testStages: stages, labels, origins }: ExtendedDockerfile,
  final: Stage,
  options: InstrumentOptions,
): InstrumentedDockerfile {
  const needed = new Set(stages.flatMap((stage) => [...neededFor(dockerfile, stage)]))
  const testRuns = [...needed].flatMap((stage) =>
    findTestRuns(dockerfile, stage, stages.includes(stage), options),
  )
  const lines = dockerfile.text.split('\n')
  const secrets: [string, string][] = []
  for (const [number, run] of testRuns.entries()) {
    const mounts = mountsOf(dockerfile, run, number, options)
    secrets.push(...mounts.secrets)
    const at = run.instruction.firstLine - 1
    lines[at] = (lines[at] ?? '').replace(/^(\s*RUN)\b/i, (keyword) => `${keyword}${mounts.flags.join('')}`)
  }
  const nameOf = (stage: Stage): string => stage.name ?? nameStage(lines, stage)
  const targets = stages.map((stage, index) => ({
    target: nameOf(stage),
    label: labels[index] ?? stageLabel(stage),
  }))
  const shipped = dockerfile.stages[final.index] ?? final
  const finalTarget = nameOf(shipped)
  const finalStages = neededFor(dockerfile, shipped)
  return {
    text: lines.join('\n'),
    testRuns,
    secrets,
    dockerfile,
    origins,
    targets,
    finalTarget,
    finalHasTests: testRuns.some((run) => finalStages.has(run.owner)),
    jobFolder: `${resultsFolder}/${options.jobId}`,
  }
}

/** A text of BuildKit's without our marks: what the team wrote. */
export function withoutMarks(text: string): string {
  return text.replace(marksPattern, '')
}

/** The number of the testing RUN that a step's name belongs to, when it is one. */
export function testRunNumber(stepName: string): number | undefined {
  const number = /,id=dotnet-container-run-(\d+)/.exec(stepName)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The mount with the results, for a RUN of a stage and for the one that collects them. */
export function resultsMount(dockerfile: Dockerfile, stage: Stage): string {
  const image = rootImageOf(dockerfile, stage)
  // A new cache mount belongs to root alone; with the content of the image's /tmp it also has its open rights.
  const openRights = hasVariables(image) || image === 'scratch' ? '' : `,from=${image},source=/tmp`
  return ` --mount=type=cache,id=${cacheId},target=${resultsFolder}${openRights}`
}

/** The image that a stage's chain begins from. */
export function rootImageOf(dockerfile: Dockerfile, stage: Stage): string {
  return (chainOf(dockerfile, stage).at(-1) ?? stage).base
}

function findTestRuns(
  dockerfile: Dockerfile,
  stage: Stage,
  wasAskedFor: boolean,
  { habits, collects }: InstrumentOptions,
): TestRunInstruction[] {
  const runs = stage.instructions.filter((instruction) => instruction.keyword === 'RUN')
  const kinds = new Map(runs.map((instruction) => [instruction, classifyInstruction(instruction)]))
  const certain = runs.some((instruction) => kinds.get(instruction) === 'tests')
  return runs
    .filter((one) => kinds.get(one) === 'tests' || (wasAskedFor && !certain && kinds.get(one) === 'unknown'))
    .map((instruction) => ({
      owner: stage,
      instruction,
      way: collects ? chooseCollectWay(dockerfile, instruction, habits) : 'log',
      isCertain: kinds.get(instruction) === 'tests',
    }))
}

function mountsOf(
  dockerfile: Dockerfile,
  { owner, way }: TestRunInstruction,
  number: number,
  options: InstrumentOptions,
): { flags: string[]; secrets: [string, string][] } {
  const flags = [
    ` --mount=type=secret,id=dotnet-container-run-${number}${options.mayBeCached ? '' : `-${options.jobId}`}`,
  ]
  const secrets: [string, string][] = []
  const give = (name: string, value: string): void => {
    const id = `dotnet-container-${number}-${name}`
    flags.push(` --mount=type=secret,id=${id},env=${name}`)
    secrets.push([id, value])
  }
  if (options.hangTimeoutMs !== undefined) {
    give('VSTestBlameHang', 'true')
    give('VSTestBlameHangTimeout', `${options.hangTimeoutMs}ms`)
  }
  if (way === 'log') return { flags, secrets }
  flags.push(resultsMount(dockerfile, owner))
  const folder = `${resultsFolder}/${options.jobId}/${number}`
  if (way === 'file') give('VSTestLogger', `trx%3BLogFileName=${folder}/results.trx`)
  if (way === 'folder') give('VSTestLogger', 'trx')
  if (way !== 'file') give('VSTestResultsDirectory', folder)
  if (way === 'settings') {
    const id = `dotnet-container-${number}-settings`
    flags.push(` --mount=type=secret,id=${id},target=${settingsFile},mode=0444`)
    secrets.push([id, trxSettings])
    give('VSTestSetting', settingsFile)
  }
  if (options.coverage) give('VSTestCollect', 'XPlat Code Coverage')
  if (options.habits.platformReportOption !== undefined) {
    give(
      'TestingPlatformCommandLineArguments',
      `${options.habits.platformReportOption} --results-directory ${folder}`,
    )
  }
  return { flags, secrets }
}

const settingsFile = '/.dotnet-container.runsettings'
const trxSettings =
  '<RunSettings><LoggerRunSettings><Loggers><Logger friendlyName="trx" enabled="True" /></Loggers></LoggerRunSettings></RunSettings>'

/** Gives a stage without a name one, since `--target` takes no number; the line stays where it is. */
function nameStage(lines: string[], stage: Stage): string {
  const name = `dotnet-container-stage-${stage.index}`
  const at = stage.firstLine - 1
  const line = lines[at] ?? ''
  if (!line.endsWith(` AS ${name}`)) lines[at] = line.replace(/\s*$/, ` AS ${name}`)
  return name
}
