import { posix } from 'node:path'
import type { Instruction, Stage } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { rootOf, stageCopyOf } from '../../../../plan/dockerfile/stage-graph.ts'
import { treeBefore } from '../../../../plan/dockerfile/copied-paths.ts'
import { expandWord, hasVariables } from '../../../../plan/dockerfile/variables.ts'
import { type Advice, evidenceAt, evidenceOf } from '../../advice.ts'
import {
  dotnetCommands,
  optionOf,
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
  const { dockerfile } = facts
  const files = facts.visibleFiles.filter(({ path }) => debugFolder.test(path) && path.endsWith('.dll'))
  const copies = copiesFrom(facts)
  // Of the commands that wrote a folder the last one.
  const command = copies
    .map(({ stage, source }) =>
      dotnetCommands(stage).findLast(
        ({ verb, output }) => /^(?:build|publish)$/.test(verb) && output === source,
      ),
    )
    .find((one) => one !== undefined && isDebug(facts, one))
  const copy = copies.find(({ source }) => debugFolder.test(`${source}/`))
  const brings = command?.instruction ?? copy?.instruction
  if (brings === undefined && files.length === 0) return []
  const { keyword, argument, firstLine: line } = brings ?? {}
  const written = `${keyword ?? ''} ${argument ?? ''}`.replace(/\s+/g, ' ')
  return [
    {
      id: 'debug-configuration',
      title: 'The application is published in its Debug configuration, which runs without optimisation.',
      evidence: files.length > 0 ? evidenceOf(files) : [evidenceAt(dockerfile, line ?? 0, written)],
      place: line === undefined ? undefined : { file: dockerfile.shown, line },
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
function copiesFrom({ instructions }: ImageFacts): CopiedFolder[] {
  return instructions.flatMap((instruction) => {
    const { stage, sources = [] } = stageCopyOf(instruction) ?? {}
    if (stage === undefined) return []
    return sources
      .filter((word) => !hasVariables(word))
      .map((word) => ({
        stage,
        instruction,
        source: posix.join('/', word.replace(/["']/g, '')).replace(/\/\.?$/, ''),
      }))
  })
}

function isDebug(facts: ImageFacts, { verb, words, instruction }: DotnetCommand): boolean {
  const given = optionOf(words, ['-c', '--configuration']) ?? propertyOf(words, 'Configuration')
  if (given !== undefined) {
    const { variables } = treeBefore(instruction)
    return expandWord(given, variables).toLowerCase() === 'debug'
  }
  // Both can be set for all commands of a stage.
  if (/PublishRelease|^\s*ENV\s.*\bConfiguration[= ]/im.test(facts.dockerfile.text)) return false
  return verb === 'build' || sdkMajorOf(instruction.stage) < 8
}

/** The SDK's major version in a stage, as its image's name tells; infinite where it doesn't. */
function sdkMajorOf(stage: Stage): number {
  const version = parseDotnetImage(rootOf(stage).base)?.version
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
