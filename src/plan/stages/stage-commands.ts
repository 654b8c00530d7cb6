import { readCopiedTree, treeBefore } from '../dockerfile/copied-paths.ts'
import { type Instruction, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { mountsOf } from '../dockerfile/mounts.ts'
import { instructionsOf, neededFor, rootOf, startInstructions } from '../dockerfile/stage-graph.ts'
import { splitWords } from '../dockerfile/variables.ts'
import type { Project } from '../projects/project.ts'
import { takesProject } from '../projects/published.ts'
import type { Programs } from '../projects/repository.ts'
import { namesOtherTarget, type CommandKind } from '../commands/classify-command.ts'
import { commandOf, scriptIn, scriptOf } from '../commands/shell-text.ts'
import { findTests, type FoundTests } from '../commands/find-test-commands.ts'

/** What a container of a stage starts, and what that does. */
export interface StartCommand {
  kind: CommandKind
  /** As the argument of a RUN. */
  command: string
  instruction: Instruction
}

/** The tests that an instruction of a stage starts, by its words, its working folder and the repository's projects. */
export function findTestsIn(instruction: Instruction, programs: Programs): FoundTests {
  return findTests(scriptIn(instruction), programs)
}

/** What an instruction of a stage does: it tests when any of its commands does. */
export function classifyIn(instruction: Instruction, programs: Programs): CommandKind {
  if (instruction.keyword !== 'RUN' && neverEnds.test(instruction.argument)) return 'unknown'
  return findTestsIn(instruction, programs).kind
}

/** A start command that waits for changes of files: it tests for as long as its container runs. */
const neverEnds = /\bdotnet["',\s]+watch\b/

/** `RUN ./build.sh`, as it stands in a line. */
export function quoteCommand(instruction: Instruction): string {
  return `${instruction.keyword} ${instruction.argument.replace(/\s+/g, ' ').slice(0, 80)}`
}

/** The instructions of a stage that run tests: RUNs in a build, or the ENTRYPOINT or CMD that a build never runs. */
export function testingInstructions(stage: Stage, programs: Programs): Instruction[] {
  return stage.instructions.filter(
    (one) => ['RUN', 'ENTRYPOINT', 'CMD'].includes(one.keyword) && classifyIn(one, programs) === 'tests',
  )
}

/** ENTRYPOINT with CMD as a container of the stage starts them, from whatever stage of its chain they are. */
export function readStartCommand(stage: Stage, programs: Programs): StartCommand | undefined {
  const all = instructionsOf(stage)
  const parts = startInstructions(all)
  const [instruction, cmd] = parts
  if (instruction === undefined) return undefined
  const text = parts.map((one) => scriptOf(one).text).join(' ')
  const { workdir, variables } = readCopiedTree(stage)
  const script = { text, folder: workdir, variables }
  const kind = neverEnds.test(text) ? 'unknown' : findTests(script, programs).kind
  return { kind, command: inContainer(instruction, cmd, all), instruction }
}

/** A start command as the argument of a RUN that sees what a container does. */
function inContainer(start: Instruction, cmd: Instruction | undefined, all: readonly Instruction[]): string {
  const unset = argumentsOnly(all)
  const words = start.execForm
  if (words === undefined)
    return unset.length === 0 ? start.argument : `unset ${unset.join(' ')}; ${start.argument}`
  const without = unset.length === 0 ? [] : ['env', ...unset.map((name) => `-u${name}`)]
  return JSON.stringify([...without, ...words, ...(cmd?.execForm ?? [])])
}

/** Names of ARG that no ENV sets: a RUN sees them, a container doesn't. */
function argumentsOnly(instructions: readonly Instruction[]): string[] {
  const namesOf = (keyword: string): string[] =>
    instructions
      .filter((one) => one.keyword === keyword)
      .flatMap(({ argument }) => splitWords(argument))
      .flatMap((word) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? [])
  const inImage = new Set(namesOf('ENV'))
  return [...new Set(namesOf('ARG'))].filter((name) => !inImage.has(name))
}

/** Whether a stage begins from an image with the SDK, as far as that image's name tells. */
export function isSdk(stage: Stage): boolean {
  return /(?:^|[/_.-])sdk(?=$|[:@/_.-])|dotnet-sdk|[:-]sdk/i.test(rootOf(stage).base)
}

/** An instruction of which nobody can say here whether it tests. */
export interface Suspect {
  stage: Stage
  instruction: Instruction
  /** A build runs it, and its words don't say that it does something else. */
  mayBeTried: boolean
}

/** Commands that may test: RUNs that nobody knows, beside SDK and projects, and what containers start of stages that the final one has no use for. */
export function findSuspects(final: Stage, programs: Programs, projects: readonly Project[]): Suspect[] {
  const needed = neededFor(final)
  return final.dockerfile.stages.filter(canTest).flatMap((stage) =>
    stage.instructions
      .filter(
        ({ keyword }) => keyword === 'RUN' || (/^(?:ENTRYPOINT|CMD)$/.test(keyword) && !needed.has(stage)),
      )
      .filter((one) => hasSources(one, projects))
      .filter((one) => classifyIn(one, programs) === 'unknown')
      .map((instruction) => ({
        stage,
        instruction,
        mayBeTried:
          instruction.keyword === 'RUN' && !namesOtherTarget(commandOf(instruction).replace(/["']/g, '')),
      })),
  )
}

function canTest(stage: Stage): boolean {
  return isSdk(stage) || instructionsOf(stage).some(namesDotnet)
}

/** Whether a RUN starts `dotnet` or installs its SDK: scripts of others have the word in their names as well. */
export function namesDotnet(one: Instruction): boolean {
  return one.keyword === 'RUN' && /(?<![\w.-])dotnet(?:-sdk[\w.-]*)?(?=[\s"';&|)]|$)/m.test(commandOf(one))
}

/** Whether a project of the build context is there where a command runs. */
function hasSources(instruction: Instruction, projects: readonly Project[]): boolean {
  const isMounted = mountsOf(instruction, 'bind').some((options) => !options.has('from'))
  return isMounted || takesProject(treeBefore(instruction), projects)
}
