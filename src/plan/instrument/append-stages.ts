import {
  findStage,
  parseDockerfile,
  stageLabel,
  type Dockerfile,
  type Stage,
} from '../dockerfile/parse-dockerfile.ts'
import { nameStage } from '../dockerfile/stage-graph.ts'
import type { Programs } from '../projects/repository.ts'
import { classifyIn, readStartCommand, type StartCommand } from '../stages/stage-commands.ts'
import type { StageSuggestion } from '../generate/suggest-test-stage.ts'

type LineOrigins = Map<number, number | undefined>

/** A Dockerfile with stages of ours below the team's own, whose lines stay where they are. */
export interface ExtendedDockerfile {
  dockerfile: Dockerfile
  testStages: Stage[]
  /** What people call each of them, the team's own stage; a generated one by its name. */
  labels: string[]
  /** For each line of ours, the line of the team's that it stands for; undefined in a generated stage. */
  origins: LineOrigins
  /** A stage whose commands nobody knows, whose results are collected all the same. */
  tried?: Stage | undefined
}

/** Stages of ours that start what a team's stage only starts. */
export const startStagePrefix = 'dotnet-container-start-'

/**
 * Gives stages that test in ENTRYPOINT or CMD, which a build never runs, a stage of ours that runs that command in a RUN. Stages that
 * test while they are built stay as they are, but for those that `test-target` names: their start command is run all the same.
 */
export function appendStartCommands(
  dockerfile: Dockerfile,
  testStages: readonly Stage[],
  programs: Programs,
  wereNamed: boolean,
): ExtendedDockerfile {
  const added: AddedLine[] = []
  const lines = dockerfile.text.split('\n')
  const names = testStages.map((stage) => {
    const start = readStartCommand(stage, programs)
    if (start === undefined || !isToRun(stage, start, programs, wereNamed)) return undefined
    const name = `${startStagePrefix}${stage.index}`
    const origin = start.instruction.firstLine
    added.push({ text: `FROM ${nameStage(lines, stage)} AS ${name}`, origin })
    added.push({ text: `RUN ${start.command}`, origin })
    return name
  })
  const extended = append({ ...dockerfile, text: lines.join('\n') }, added)
  const find = (wanted: string): Stage[] =>
    extended.dockerfile.stages.filter((stage) => stage.name === wanted)
  const stages = testStages.flatMap((stage, index) => {
    const name = names[index]
    return name === undefined ? (extended.dockerfile.stages[stage.index] ?? []) : find(name)
  })
  return { ...extended, testStages: stages, labels: testStages.map(stageLabel) }
}

function isToRun(stage: Stage, { kind }: StartCommand, programs: Programs, wereNamed: boolean): boolean {
  const runsTests = stage.instructions.some(
    (one) => one.keyword === 'RUN' && classifyIn(one, programs) === 'tests',
  )
  if (kind === 'tests') return wereNamed || !runsTests
  // What nobody knows may be a server, which would never end.
  return kind === 'unknown' && wereNamed && !runsTests
}

/** Adds the stage that was suggested for a Dockerfile without one. */
export function appendSuggestion(
  dockerfile: Dockerfile,
  { source, image, lines }: StageSuggestion,
  tried?: Stage,
): ExtendedDockerfile {
  const text = dockerfile.text.split('\n')
  const base = source === undefined ? image : nameStage(text, source)
  const isFree = findStage(dockerfile.stages, 'generated-test') === undefined
  const added = [`FROM ${base} AS ${isFree ? 'generated-test' : 'dotnet-container-tests'}`, ...lines]
  const extended = append(
    { ...dockerfile, text: text.join('\n') },
    added.map((line) => ({ text: line, origin: undefined })),
  )
  return {
    ...extended,
    testStages: extended.dockerfile.stages.slice(-1),
    labels: [],
    tried: tried && extended.dockerfile.stages[tried.index],
  }
}

interface AddedLine {
  text: string
  origin: number | undefined
}

function append(
  dockerfile: Dockerfile,
  added: readonly AddedLine[],
): Omit<ExtendedDockerfile, 'testStages' | 'labels'> {
  if (added.length === 0) return { dockerfile, origins: new Map() }
  const lines = [...dockerfile.text.replace(/\s*$/, '').split('\n'), '']
  const origins: LineOrigins = new Map()
  for (const { text, origin } of added) origins.set(lines.push(text), origin)
  const { shown, buildArgs, platform } = dockerfile
  return { dockerfile: parseDockerfile(`${lines.join('\n')}\n`, shown, [...buildArgs], platform), origins }
}
