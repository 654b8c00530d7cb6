import type { Advice } from '../../advice.ts'
import { adviceOnFiles } from '../../advice-on-files.ts'
import { commandWith, publishOf } from '../../dotnet-commands.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** Debug symbols in the image. */
export function findSymbols(facts: ImageFacts): Advice[] {
  const files = facts.applicationFiles.filter(({ owner }) => owner.trait.kind === 'symbols')
  const isNative = files.length > 0 && files.every(({ path }) => path.endsWith('.dbg'))
  return adviceOnFiles(facts, files, {
    id: 'symbols',
    title: (size) => `${size} of debug symbols are in the image.`,
    fix: isNative
      ? 'Keep the symbols out of what is published; keep them elsewhere to read crash dumps:\n<CopyOutputSymbolsToPublishDirectory>false</CopyOutputSymbolsToPublishDirectory>'
      : `Build and publish without symbols, if stack traces may do without line numbers:\n${publishWith(facts, '-p:DebugType=none')}`,
    link: isNative
      ? 'https://learn.microsoft.com/en-us/dotnet/core/deploying/native-aot/'
      : 'https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/compiler-options/code-generation',
  })
}

function publishWith({ dockerfile, final }: ImageFacts, word: string): string {
  const publish = publishOf(dockerfile, final)
  return publish === undefined
    ? `RUN dotnet publish -c Release -o /app/publish ${word}`
    : commandWith(publish, [...publish.words, word])
}
