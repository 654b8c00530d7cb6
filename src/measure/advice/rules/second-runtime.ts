import { formatSize } from '../../../shared/format.ts'
import type { OwnFile } from '../../analyze/attribution.ts'
import type { Advice } from '../advice.ts'
import { evidenceOf, heaviestLayer, minAdvisedBytes, placeOf, sumOf } from '../advice-on-files.ts'
import { commandWith, publishOf } from '../dotnet-commands.ts'
import { fromLine, nameOfImage, parseDotnetImage } from '../dotnet-image.ts'
import type { ImageFacts, ImageFile } from '../image-facts.ts'

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
  const kind = parseDotnetImage(facts.record.base?.name ?? '')?.kind
  if (ofBase.length === 0 && (kind === undefined || kind === 'runtime-deps')) return []
  const folders = new Set(
    facts.visibleFiles
      .filter(({ path }) => runtimeSign.test(path) && !installed.test(path))
      .map(({ path }) => folderOf(path)),
  )
  const own = facts.visibleFiles.filter((file) => isRuntimeOf(file, folders, namesOf(ofBase)))
  const single = facts.visibleFiles.find((file) => isWholeApp(facts, file))
  const files = own.length > 0 ? own : ofBase
  if ((own.length === 0 && single === undefined) || sumOf(files).uncompressedBytes < minAdvisedBytes)
    return []
  // An application that uses the base's runtime needs the base as it is.
  const usesBase = facts.configs.some(({ config }) => !config.isSelfContained)
  return usesBase && own.length === 0 ? [] : [adviceOn(facts, { own, ofBase, single, usesBase })]
}

interface Found {
  own: readonly ImageFile[]
  ofBase: readonly ImageFile[]
  single: OwnFile | undefined
  usesBase: boolean
}

function adviceOn(facts: ImageFacts, { own, ofBase, single, usesBase }: Found): Advice {
  const { record, dockerfile, root } = facts
  const base = parseDotnetImage(record.base?.name ?? '')
  const saved = sumOf(own.length > 0 ? own : ofBase)
  const both = [sumOf(own), sumOf(ofBase)].map((one) => one.compressedBytes).filter((bytes) => bytes > 0)
  const size = [Math.min(...both), Math.max(...both)].map(formatSize)
  const shown = size[0] === size[1] ? (size[0] ?? '') : size.join(' to ')
  const publish = publishOf(dockerfile, facts.final)
  const dependent =
    publish === undefined
      ? 'Publish without --self-contained, with <SelfContained>false</SelfContained> in the project file.'
      : `Publish for the runtime of the base image (line ${publish.instruction.firstLine}):\n${commandWith(publish, [...withoutFlags(publish.words), '--self-contained', 'false'])}`
  const image =
    base?.version === undefined ? undefined : nameOfImage('runtime-deps', base.version, base.suffix)
  const from = image === undefined ? 'an image of runtime-deps' : fromLine(dockerfile, root, image)
  const ways = [
    ...(own.length > 0 ? [dependent] : []),
    ...(usesBase ? [] : [`${own.length > 0 ? 'or begin' : 'Begin'} from an image without .NET:\n${from}`]),
  ]
  return {
    id: 'second-runtime',
    title: `The .NET runtime is in the image twice: the application brings its own, on a base image that has one. One of them less saves ${shown} compressed.`,
    ...saved,
    evidence: evidenceOf(own.length > 0 ? own : single === undefined ? ofBase : [single]),
    place: placeOf(facts, heaviestLayer(own.length > 0 ? own : single === undefined ? ofBase : [single])),
    fix: ways.join('\n'),
    link: 'https://learn.microsoft.com/en-us/dotnet/core/deploying/',
  }
}

function withoutFlags(words: readonly string[]): string[] {
  return words.filter(
    (word, index) =>
      !flags.test(word) && !(word === 'true' && /^--(?:self-contained|sc)$/.test(words[index - 1] ?? '')),
  )
}

function isRuntimeOf(
  { path, owner: { owner } }: OwnFile,
  folders: ReadonlySet<string>,
  names: ReadonlySet<string>,
): boolean {
  if (installed.test(path) || !folders.has(folderOf(path))) return false
  const name = path.slice(path.lastIndexOf('/') + 1)
  return owner.kind === 'runtime' || (names.size === 0 ? runtimeName.test(name) : names.has(name))
}

function namesOf(files: readonly ImageFile[]): Set<string> {
  return new Set(files.map(({ path }) => path.slice(path.lastIndexOf('/') + 1)))
}

/** An application in one file that needs no runtime beside it. */
function isWholeApp(
  { dockerfile, final }: ImageFacts,
  { owner: { owner, trait }, sizeBytes }: OwnFile,
): boolean {
  if (owner.kind !== 'single-file' || trait.kind !== 'native') return false
  const words = publishOf(dockerfile, final)?.words ?? []
  return sizeBytes >= minBundleBytes || words.some((word) => flags.test(word))
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
