import { folderOf } from '../../dotnet/owners.ts'
import { posix } from 'node:path'
import { formatSize } from '../../../shared/format.ts'
import { chainOf } from '../../../plan/dockerfile/stage-graph.ts'
import type { OwnFile } from '../../analyze/attribution.ts'
import { type Advice, evidenceOf, heaviestLayer, minAdvisedBytes, placeOf, sumOf } from '../advice.ts'
import { dotnetCommandsFor } from '../../../plan/projects/dotnet-commands.ts'
import { publishOf } from '../../../plan/projects/published.ts'
import { nameOfImage, parseDotnetImage } from '../dotnet-image.ts'
import { commandsInPlace } from '../command-edits.ts'
import { fixOf, fromInPlace } from '../edits.ts'
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
  return own.length === 0 && (usesBase || isShared(facts))
    ? []
    : [adviceOn(facts, { own, ofBase, single, usesBase })]
}

interface Found {
  own: readonly ImageFile[]
  ofBase: readonly ImageFile[]
  single: OwnFile | undefined
  usesBase: boolean
}

function adviceOn(facts: ImageFacts, { own, ofBase, single, usesBase }: Found): Advice {
  const saved = sumOf(own.length > 0 ? own : ofBase)
  const both = [sumOf(own), sumOf(ofBase)].map((one) => one.compressedBytes).filter((bytes) => bytes > 0)
  const size = [Math.min(...both), Math.max(...both)].map(formatSize)
  const shown = size[0] === size[1] ? (size[0] ?? '') : size.join(' to ')
  const ways = [
    ...(own.length > 0 ? [dependOnBase(facts)] : []),
    ...(usesBase || isShared(facts)
      ? []
      : [`${own.length > 0 ? 'Or begin' : 'Begin'} from an image without .NET.`, beginWithout(facts)]),
  ]
  return {
    id: 'second-runtime',
    title: `The .NET runtime is in the image twice: the application brings its own, on a base image that has one. One of them less saves ${shown} compressed.`,
    ...saved,
    evidence: evidenceOf(own.length > 0 ? own : single === undefined ? ofBase : [single]),
    place: placeOf(facts, heaviestLayer(own.length > 0 ? own : single === undefined ? ofBase : [single])),
    fix: fixOf(...ways),
    link: 'https://learn.microsoft.com/en-us/dotnet/core/deploying/',
  }
}

/** The way to let the application use the runtime of the base image. */
function dependOnBase({ dockerfile, final }: ImageFacts): string {
  const commands = dotnetCommandsFor(dockerfile, final)
  const publish = publishOf(dockerfile, final, commands)
  if (publish === undefined)
    return 'Publish without --self-contained, with <SelfContained>false</SelfContained> in the project file.'
  // What is only published has to be built for it, too.
  const builds = commands.filter(
    (one) => one === publish || (one.verb === 'build' && one.words.some((word) => flags.test(word))),
  )
  const changes = commandsInPlace(
    dockerfile,
    builds.map((command) => ({
      command,
      words: [...withoutFlags(command.words), '--self-contained', 'false'],
    })),
  )
  return fixOf('Publish for the runtime of the base image.', changes)
}

function beginWithout({ record, dockerfile, root }: ImageFacts): string {
  const { version, suffix = '', folder } = parseDotnetImage(record.base?.name ?? '') ?? {}
  return version === undefined
    ? 'Such as one of runtime-deps.'
    : fromInPlace(
        dockerfile,
        root,
        nameOfImage('runtime-deps', version, suffix.replace('-composite', ''), folder),
      )
}

/** Whether the image of another stage begins from the same base, and may need its .NET. */
function isShared({ dockerfile, final, root }: ImageFacts): boolean {
  const chain = chainOf(dockerfile, final)
  return dockerfile.stages.some(
    (stage) => !chain.includes(stage) && chainOf(dockerfile, stage).includes(root),
  )
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
  const name = posix.basename(path)
  return owner.kind === 'runtime' || (names.size === 0 ? runtimeName.test(name) : names.has(name))
}

function namesOf(files: readonly ImageFile[]): Set<string> {
  return new Set(files.map(({ path }) => posix.basename(path)))
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
