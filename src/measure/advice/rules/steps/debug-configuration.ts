import { posix } from 'node:path'
import {
  copyWords,
  findStage,
  fromOf,
  type Instruction,
  type Stage,
} from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { chainOf } from '../../../../plan/dockerfile/stage-graph.ts'
import { hasVariables } from '../../../../plan/dockerfile/variables.ts'
import { type Advice, evidenceOf } from '../../advice.ts'
import {
  dotnetCommands,
  optionOf,
  outputOf,
  propertyOf,
  type DotnetCommand,
} from '../../../../plan/projects/dotnet-commands.ts'
import { commandsInPlace, withoutOption } from '../../command-edits.ts'
import { parseDotnetImage } from '../../dotnet-image.ts'
import type { ImageFacts } from '../../image-facts.ts'

const debugFolder = /(?:^|\/)bin\/Debug\//

/**
 * An application that was built without optimisation: seen by a folder `bin/Debug`, or by the command whose output folder
 * the final stage copies. `dotnet build` means Debug where it says nothing; `dotnet publish` did before the .NET 8 SDK.
 */
export function findDebugConfiguration(facts: ImageFacts): Advice[] {
  const files = facts.visibleFiles.filter(({ path }) => debugFolder.test(path) && path.endsWith('.dll'))
  const copy = copiesFrom(facts).find(({ source }) => debugFolder.test(`${source}/`))
  const command = copiesFrom(facts)
    .map(({ stage, source }) => writerOf(facts, stage, source))
    .find((one) => one !== undefined && isDebug(facts, one))
  const line = command?.instruction.firstLine ?? copy?.instruction.firstLine
  if (line === undefined && files.length === 0) return []
  const shown = facts.dockerfile.shown
  return [
    {
      id: 'debug-configuration',
      title: 'The application is published in its Debug configuration, which runs without optimisation.',
      evidence:
        files.length > 0
          ? evidenceOf(files)
          : [`${shown}:${line ?? 0} ${shorten(command?.instruction ?? copy?.instruction)}`],
      place: line === undefined ? undefined : { file: shown, line },
      fix: fixFor(facts, command),
      link: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-publish',
    },
  ]
}

interface CopiedFolder {
  stage: Stage
  /** Absolute, without a slash at its end. */
  source: string
  instruction: Instruction
}

/** The folders that the stage which ships copies from other stages. */
function copiesFrom({ dockerfile, final }: ImageFacts): CopiedFolder[] {
  return chainOf(dockerfile, final)
    .flatMap(({ instructions }) => instructions)
    .flatMap((instruction) => {
      const from = instruction.keyword === 'COPY' ? fromOf(instruction) : undefined
      const stage = from === undefined ? undefined : findStage(dockerfile.stages, from)
      if (stage === undefined) return []
      return copyWords(instruction)
        .slice(0, -1)
        .filter((word) => !hasVariables(word))
        .map((word) => ({
          stage,
          instruction,
          source: posix.join('/', word.replace(/["']/g, '')).replace(/\/\.?$/, ''),
        }))
    })
}

/** The command that wrote a folder last. */
function writerOf({ dockerfile }: ImageFacts, stage: Stage, folder: string): DotnetCommand | undefined {
  return dotnetCommands(dockerfile, stage).findLast(
    (command) => /^(?:build|publish)$/.test(command.verb) && outputOf(command) === folder,
  )
}

function isDebug(facts: ImageFacts, { verb, words, stage }: DotnetCommand): boolean {
  const given = optionOf(words, ['-c', '--configuration']) ?? propertyOf(words, 'Configuration')
  if (given !== undefined) return given.toLowerCase() === 'debug'
  // Both can be set for all commands of a stage.
  if (/PublishRelease|^\s*ENV\s.*\bConfiguration[= ]/im.test(facts.dockerfile.text)) return false
  return verb === 'build' || sdkMajorOf(facts, stage) < 8
}

/** The SDK's major version in a stage, as its image's name tells; infinite where it doesn't. */
function sdkMajorOf({ dockerfile }: ImageFacts, stage: Stage): number {
  const version = parseDotnetImage(chainOf(dockerfile, stage).at(-1)?.base ?? '')?.version
  return version === undefined ? Infinity : Number.parseInt(version, 10)
}

function fixFor({ dockerfile }: ImageFacts, command: DotnetCommand | undefined): string {
  if (command === undefined)
    return 'Publish in the Release configuration, and copy what that wrote:\nRUN dotnet publish -c Release -o /app/publish'
  const kept = withoutOption(command.words, ['-c', '--configuration']).filter(
    (word) => !/Configuration=/i.test(word),
  )
  return commandsInPlace(dockerfile, [{ command, verb: 'publish', words: [...kept, '-c', 'Release'] }])
}

function shorten(instruction: Instruction | undefined): string {
  return instruction === undefined
    ? ''
    : `${instruction.keyword} ${instruction.argument}`.replace(/\s+/g, ' ').slice(0, 200)
}
