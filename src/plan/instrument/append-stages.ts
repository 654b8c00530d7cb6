import {
  parseDockerfile,
  stageLabel,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../dockerfile/parse-dockerfile.ts'
import { nameStage } from '../dockerfile/name-stage.ts'
import { chainOf } from '../dockerfile/stage-graph.ts'
import { splitWords } from '../dockerfile/variables.ts'
import { classifyCommand, classifyInstruction, commandOf } from '../stages/test-command.ts'
import type { StageSuggestion } from '../stages/suggest-test-stage.ts'

/** A Dockerfile with stages of ours below the team's own, whose lines stay where they are. */
export interface ExtendedDockerfile {
  dockerfile: Dockerfile
  testStages: Stage[]
  /** What people call each of them: the team's own stage. */
  labels: string[]
  /** For each line of ours, the line of the team's that it stands for. */
  origins: Map<number, number>
}

/**
 * Gives stages that test only in ENTRYPOINT or CMD, which a build never runs, a stage of ours that runs that command in a
 * RUN. Stages that already test while they are built stay as they are.
 */
export function appendStartCommands(
  dockerfile: Dockerfile,
  testStages: readonly Stage[],
  buildArgs: [string, string][],
): ExtendedDockerfile {
  const added: { text: string; origin: number }[] = []
  const lines = dockerfile.text.split('\n')
  const names = testStages.map((stage) => {
    if (stage.instructions.some((one) => one.keyword === 'RUN' && classifyInstruction(one) !== 'known'))
      return undefined
    const start = readStartCommand(dockerfile, stage)
    if (start === undefined) return undefined
    const name = `dotnet-container-start-${stage.index}`
    added.push({ text: `FROM ${nameStage(lines, stage)} AS ${name}`, origin: start.line })
    added.push({ text: `RUN ${start.command}`, origin: start.line })
    return name
  })
  const extended = append({ ...dockerfile, text: lines.join('\n') }, added, buildArgs)
  const find = (wanted: string): Stage[] =>
    extended.dockerfile.stages.filter((stage) => stage.name === wanted)
  const stages = testStages.flatMap((stage, index) => {
    const name = names[index]
    return name === undefined ? (extended.dockerfile.stages[stage.index] ?? []) : find(name)
  })
  return { ...extended, testStages: stages, labels: testStages.map(stageLabel) }
}

/** Adds the stage that was suggested for a Dockerfile without one, with the secrets and keys of its restore step. */
export function appendSuggestion(
  dockerfile: Dockerfile,
  { source, lines }: StageSuggestion,
  buildArgs: [string, string][],
): ExtendedDockerfile {
  const flags = restoreFlags(dockerfile, source)
  const text = dockerfile.text.split('\n')
  const added = [
    `FROM ${nameStage(text, source)} AS dotnet-container-tests`,
    ...lines.map((line) => line.replace(/^RUN /, `RUN ${flags}`)),
  ]
  const named = { ...dockerfile, text: text.join('\n') }
  const extended = append(
    named,
    added.map((line) => ({ text: line, origin: source.firstLine })),
    buildArgs,
  )
  return { ...extended, testStages: extended.dockerfile.stages.slice(-1), labels: ['test'] }
}

function append(
  dockerfile: Dockerfile,
  added: readonly { text: string; origin: number }[],
  buildArgs: [string, string][],
): Omit<ExtendedDockerfile, 'testStages' | 'labels'> {
  if (added.length === 0) return { dockerfile, origins: new Map() }
  const lines = [...dockerfile.text.replace(/\s*$/, '').split('\n'), '']
  const origins = new Map<number, number>()
  for (const { text, origin } of added) origins.set(lines.push(text), origin)
  return { dockerfile: parseDockerfile(`${lines.join('\n')}\n`, dockerfile.shown, buildArgs), origins }
}

/** The command that a container of the stage starts, as the argument of a RUN, when it tests. */
function readStartCommand(
  dockerfile: Dockerfile,
  stage: Stage,
): { command: string; line: number } | undefined {
  const all = chainOf(dockerfile, stage)
    .reverse()
    .flatMap((one) => one.instructions)
  const entrypoint = all.findLast((one) => one.keyword === 'ENTRYPOINT')
  const cmd = all.findLast((one) => one.keyword === 'CMD')
  const start = entrypoint ?? cmd
  if (start === undefined || classifyCommand(wholeCommand(start, cmd)) !== 'tests') return undefined
  const words = start.execForm
  const unset = argumentsOnly(all)
  const line = start.firstLine
  if (words === undefined)
    return {
      command: unset.length === 0 ? start.argument : `unset ${unset.join(' ')}; ${start.argument}`,
      line,
    }
  const more = start === entrypoint ? (cmd?.execForm ?? []) : []
  const without = unset.length === 0 ? [] : ['env', ...unset.map((name) => `-u${name}`)]
  return { command: JSON.stringify([...without, ...words, ...more]), line }
}

/** Names of ARG that no ENV sets: a RUN sees them, a container doesn't. */
function argumentsOnly(instructions: readonly Instruction[]): string[] {
  const namesOf = (keyword: string): string[] =>
    instructions
      .filter((one) => one.keyword === keyword)
      .flatMap(({ argument }) => splitWords(argument))
      .flatMap((word) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? [])
  const inContainer = new Set(namesOf('ENV'))
  return [...new Set(namesOf('ARG'))].filter((name) => !inContainer.has(name))
}

function wholeCommand(start: Instruction, cmd: Instruction | undefined): string {
  return cmd === undefined || cmd === start ? commandOf(start) : `${commandOf(start)} ${commandOf(cmd)}`
}

/** The mounts with which a restore reaches private feeds: `dotnet test` restores what is missing. */
function restoreFlags(dockerfile: Dockerfile, source: Stage): string {
  const restore = chainOf(dockerfile, source)
    .flatMap((stage) => stage.instructions)
    .find((one) => one.keyword === 'RUN' && /\bdotnet\s+restore\b/.test(commandOf(one)))
  const mounts = (restore?.flags ?? []).filter(
    ({ name, value }) => name === 'mount' && /(?:^|,)type=(?:secret|ssh)\b/.test(value),
  )
  return mounts.map(({ value }) => `--mount=${value} `).join('')
}
