import { posix } from 'node:path'
import type { OwnFile } from '../../../analyze/attribution.ts'
import { folderOf } from '../../../dotnet/apps.ts'
import { formatSize } from '../../../../shared/format.ts'
import { type Advice, evidenceOf, heaviestLayer, minAdvisedBytes, placeOf, sumOf } from '../../advice.ts'
import type { DotnetCommand } from '../../../../plan/projects/dotnet-commands.ts'
import { commandsInPlace } from '../../command-edits.ts'
import { nameOfImage } from '../../dotnet-image.ts'
import { fixOf, fromInPlace } from '../../edits.ts'
import { isSharedStage, type ImageFacts } from '../../image-facts.ts'

const installed = /(?:^|\/)dotnet\/(?:shared|host)\/|(?:^|\/)shared\/Microsoft\.(?:NETCore|AspNetCore)\.App\//
/** Only what brings its own runtime has these beside it; an installed one lies in a folder `shared`. */
const runtimeSign = /(?:^|\/)(?:libcoreclr\.(?:so|dylib)|coreclr\.dll|System\.Private\.CoreLib\.dll)$/
/** Where the base image's files are not listed. */
const runtimeName =
  /^(?:System\.|Microsoft\.(?:AspNetCore|Extensions|CSharp|VisualBasic|Win32)\.|mscor|netstandard|lib(?:coreclr|clr|System|hostpolicy|hostfxr|mscor))/
/** A single file with less has no runtime in it: the smallest one that has is about 30 MB even where it was trimmed. */
const minBundleBytes = 25_000_000
const flags =
  /^(?:--self-contained(?:[=:]true)?|--sc(?:[=:]true)?|-{1,2}p(?:roperty)?:(?:SelfContained|PublishSelfContained|PublishAot|PublishTrimmed)=true)$/i

/**
 * An application that brings its own .NET, on a base image that has .NET too: it lies in the image twice. A single file counts where its
 * size or the command that published it says that it needs none.
 */
export function findSecondRuntime(facts: ImageFacts): Advice[] {
  const ofBase = facts.baseFiles.filter(({ path }) => installed.test(path))
  const kind = facts.base?.kind
  if (ofBase.length === 0 && (kind === undefined || kind === 'runtime-deps')) return []
  const folders = new Set(
    facts.visibleFiles
      .filter(({ path }) => runtimeSign.test(path) && !installed.test(path))
      .map(({ path }) => folderOf(path)),
  )
  const names = new Set(ofBase.map(({ path }) => posix.basename(path)))
  const own = facts.visibleFiles.filter(({ path, owner: { owner } }) => {
    if (installed.test(path) || !folders.has(folderOf(path))) return false
    const name = posix.basename(path)
    return owner.kind === 'runtime' || (names.size === 0 ? runtimeName.test(name) : names.has(name))
  })
  const single = facts.visibleFiles.find((file) => isWholeApp(facts, file))
  const [files, brought] = own.length > 0 ? [own, own] : [ofBase, single === undefined ? [] : [single]]
  if (brought.length === 0 || sumOf(files).uncompressedBytes < minAdvisedBytes) return []
  // An application that uses the base's runtime needs the base as it is.
  const needsBase =
    facts.configs.some(({ config }) => !config.isSelfContained) || isSharedStage(facts, facts.root)
  const ways = [
    ...(own.length > 0 ? [dependOnBase(facts)] : []),
    ...(needsBase
      ? []
      : [`${own.length > 0 ? 'Or begin' : 'Begin'} from an image without .NET.`, beginWithout(facts)]),
  ]
  if (ways.length === 0) return []
  const both = [sumOf(own), sumOf(ofBase)].map((one) => one.compressedBytes).filter((bytes) => bytes > 0)
  const sizes = new Set([Math.min(...both), Math.max(...both)].map(formatSize))
  return [
    {
      id: 'second-runtime',
      title: `The .NET runtime is in the image twice: the application brings its own, on a base image that has one. One of them less saves ${[...sizes].join(' to ')} compressed.`,
      ...sumOf(files),
      evidence: evidenceOf(brought),
      place: placeOf(facts, heaviestLayer(brought)),
      fix: fixOf(...ways),
      link: 'https://learn.microsoft.com/en-us/dotnet/core/deploying/',
    },
  ]
}

/** The way to let the application use the runtime of the base image. */
function dependOnBase({ dockerfile, commands, publish }: ImageFacts): string {
  if (publish === undefined)
    return 'Publish without --self-contained, with <SelfContained>false</SelfContained> in the project file.'
  // What is only published has to be built for it, too.
  const builds = commands.filter((one) => one === publish || (one.verb === 'build' && bringsRuntime(one)))
  const changes = commandsInPlace(
    dockerfile,
    builds.map((command) => ({
      command,
      words: [...withoutFlags(command.words), '--self-contained', 'false'],
    })),
  )
  return fixOf('Publish for the runtime of the base image.', changes)
}

function beginWithout({ base, dockerfile, root }: ImageFacts): string {
  if (base?.version === undefined) return 'Such as one of runtime-deps.'
  const suffix = base.suffix.replace('-composite', '')
  return fromInPlace(dockerfile, root, nameOfImage('runtime-deps', base.version, suffix, base.folder))
}

function bringsRuntime({ words }: Pick<DotnetCommand, 'words'>): boolean {
  return words.some((word, index) => flags.test(word) && words[index + 1]?.toLowerCase() !== 'false')
}

function withoutFlags(words: readonly string[]): string[] {
  return words.filter(
    (word, index) =>
      !flags.test(word) && !(word === 'true' && /^--(?:self-contained|sc)$/.test(words[index - 1] ?? '')),
  )
}

/** An application in one file that needs no runtime beside it. */
function isWholeApp({ publish }: ImageFacts, { owner: { owner, trait }, sizeBytes }: OwnFile): boolean {
  if (owner.kind !== 'single-file' || trait.kind !== 'native') return false
  return sizeBytes >= minBundleBytes || (publish !== undefined && bringsRuntime(publish))
}
