import { type Advice, adviceOnFiles } from '../../advice.ts'
import { dotnetCommandsFor } from '../../../../plan/projects/dotnet-commands.ts'
import { publishOf } from '../../../../plan/projects/published.ts'
import { commandsInPlace } from '../../command-edits.ts'
import { fixOf, inFile } from '../../edits.ts'
import { applicationOf, projectFileOf, type ImageFacts } from '../../image-facts.ts'

/** Debug symbols in the image. */
export function findSymbols(facts: ImageFacts): Advice[] {
  const files = facts.applicationFiles.filter(({ owner }) => owner.trait.kind === 'symbols')
  const isNative = files.length > 0 && files.every(({ path }) => path.endsWith('.dbg'))
  return adviceOnFiles(facts, files, {
    id: 'symbols',
    title: (size) => `${size} of debug symbols are in the image.`,
    fix: isNative
      ? fixOf(
          'Keep the symbols out of what is published; keep them elsewhere to read crash dumps.',
          inFile(`the PropertyGroup of ${applicationOf(facts)?.path ?? projectFileOf(facts)}`, [
            '<CopyOutputSymbolsToPublishDirectory>false</CopyOutputSymbolsToPublishDirectory>',
          ]),
        )
      : fixOf('Publish without symbols, if stack traces may do without line numbers.', withoutSymbols(facts)),
    link: isNative
      ? 'https://learn.microsoft.com/en-us/dotnet/core/deploying/native-aot/'
      : 'https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/compiler-options/code-generation',
  })
}

function withoutSymbols(facts: ImageFacts): string {
  const { dockerfile, final } = facts
  const commands = dotnetCommandsFor(dockerfile, final)
  const publish = publishOf(dockerfile, final, commands)
  if (publish === undefined)
    return inFile(`the PropertyGroup of ${applicationOf(facts)?.path ?? projectFileOf(facts)}`, [
      '<DebugType>none</DebugType>',
    ])
  // What was built with symbols is published with them.
  return commandsInPlace(
    dockerfile,
    commands
      .filter((one) => one === publish || one.verb === 'build')
      .map((command) => ({ command, words: [...command.words, '-p:DebugType=none'] })),
  )
}
