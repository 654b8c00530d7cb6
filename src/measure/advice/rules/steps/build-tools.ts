import { scriptOf } from '../../../../plan/commands/shell-text.ts'
import { shellCommands } from '../../../../plan/commands/shell-commands.ts'
import { startInstructions } from '../../../../plan/dockerfile/stage-graph.ts'
import { containerPathOf, readCopiedTree } from '../../../../plan/dockerfile/copied-paths.ts'
import { endOfStage, fromOf, stageLabel, writeAnew } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { type Advice, adviceOnFiles, heaviestLayer, minAdvisedBytes, sumOf } from '../../advice.ts'
import { dotnetCommands } from '../../../../plan/projects/dotnet-commands.ts'
import { nameOfImage, type DotnetImage } from '../../dotnet-image.ts'
import { commandsInPlace } from '../../command-edits.ts'
import { fixOf, fromInPlace, pasteAt, takeOut } from '../../edits.ts'
import {
  assemblyIn,
  instructionOf,
  isSharedStage,
  type ImageFacts,
  type ImageFile,
} from '../../image-facts.ts'
import { currentDotnet } from '../../support-dates.ts'

const sdkFiles =
  /(?:^|\/)dotnet\/(?:sdk|templates|sdk-manifests|packs\/[\w.-]+)\/\d[^/]*\/|(?:^|\/)\.nuget\/packages\//
const toolFiles =
  /^(?:usr\/lib\/git-core\/|usr\/(?:lib|libexec)\/(?:gcc|gcc-cross)\/|usr\/lib\/llvm|usr\/share\/cmake|usr\/(?:local\/)?bin\/(?:git|make|cmake|ninja|clang|(?:[\w-]*-)?(?:gcc|g\+\+|ld|as|cpp))(?:-[\d.]+|\.bfd|\.gold)?$)/
const multiStage = 'https://docs.docker.com/build/building/multi-stage/'

/** The .NET SDK in the final image: seen by its files, or by the name of the base image where those are not listed. */
export function findSdk(facts: ImageFacts): Advice[] {
  if (startsSdk(facts)) return []
  const { base, dockerfile, final, root } = facts
  const ofSdk = [...facts.baseFiles, ...facts.visibleFiles].filter(({ path }) => sdkFiles.test(path))
  const left = copiesFromStage(facts) ? [] : leftOfBuild(facts)
  const files = sumOf(ofSdk).uncompressedBytes < minAdvisedBytes ? [] : [...new Set([...ofSdk, ...left])]
  const fix = shipTheRuntime(facts)
  const onFiles = adviceOnFiles(facts, files, {
    id: 'sdk-in-final-stage',
    title: (size) =>
      `At least ${size} are in the image and not needed to run it: the .NET SDK, NuGet packages${left.length === 0 ? '' : ', and what the build left'}.`,
    fix,
    link: multiStage,
  })
  if (onFiles.length > 0 || base?.kind !== 'sdk' || facts.isListed) return onFiles
  return [
    {
      id: 'sdk-in-final-stage',
      title: `The final stage, ${stageLabel(final)}, begins from the SDK image, which is made to build and not to run.`,
      evidence: [`FROM ${root.base}`],
      place: { file: dockerfile.shown, line: root.firstLine },
      fix,
      link: multiStage,
    },
  ]
}

/** Verbs of `dotnet` that an image with the runtime alone does not know, but `run` and `watch`: what these start can be published. */
const sdkVerbs = /^(?:fsi|test|build|msbuild|publish|pack|restore|new|tool|ef|script|repl|format)$/

/** Whether the container starts the SDK itself, such as a script or a tool of it. */
function startsSdk({ instructions }: ImageFacts): boolean {
  const starts = startInstructions(instructions)
  const [first] = starts
  if (first === undefined) return false
  const script = { ...scriptOf(first), text: starts.map((one) => scriptOf(one).text).join(' ') }
  return shellCommands(script).some(({ words: [program = '', verb = '', ...rest] }) => {
    if (!/(?:^|\/)dotnet$/.test(program)) return false
    return sdkVerbs.test(verb) || [verb, ...rest].some((word) => /\.(?:cs|csx|fsx)$/i.test(word))
  })
}

/** Whether the final stage copies what another one built, so that it needs nothing but another image to begin from. */
function copiesFromStage({ final }: ImageFacts): boolean {
  return final.instructions.some((one) => one.keyword === 'COPY' && fromOf(one) !== undefined)
}

/** The files of own layers that a final stage of its own has not: all but those beside the published application. */
function leftOfBuild(facts: ImageFacts): ImageFile[] {
  const { publish, configs, ownFiles } = facts
  const folder = publish?.output?.slice(1) ?? configs[0]?.path.replace(/\/[^/]*$/, '')
  return folder === undefined ? [] : ownFiles.filter(({ path }) => !path.startsWith(`${folder}/`))
}

/** Compilers, make and git in the image's own layers. */
export function findTools(facts: ImageFacts): Advice[] {
  const files = facts.visibleFiles.filter(({ path }) => toolFiles.test(path))
  const names = [...new Set(files.map(({ path }) => toolOf(path)))].sort()
  return adviceOnFiles(facts, files, {
    id: 'build-tools',
    title: (size) =>
      `At least ${size} of tools to build with (${names.join(', ')}) are in the final image; an app that starts none of them does without.`,
    fix: withoutTools(facts, files, names),
    link: multiStage,
  })
}

/** Packages that bring such tools. */
const toolPackages =
  /^(?:git|gcc|g\+\+|make|cmake|ninja-build|clang|llvm|build-essential|build-base|zlib1g-dev|zlib-dev|musl-dev)(?:-[\d.]+)?(?:=.*)?$/

/** The installation without their packages, where one RUN is all about it and no other stage or line has them from there. */
function withoutTools(facts: ImageFacts, files: readonly ImageFile[], names: readonly string[]): string {
  const { dockerfile, instructions } = facts
  const run = instructionOf(facts, heaviestLayer(files))
  const stage = run?.stage
  const tools = names.join(', ')
  const elsewhere = `Install ${tools} in the stage that builds, and copy from there what it made${run === undefined ? '.' : `; take the installation out of line ${run.firstLine}.`}`
  if (run?.keyword !== 'RUN' || stage === undefined) return elsewhere
  const later = instructions.filter((one) => one !== run && one.keyword === 'RUN')
  const isUsed = later.some(({ argument }) =>
    names.some((name) => new RegExp(`\\b${name}\\b`).test(argument)),
  )
  const all = shellCommands(scriptOf(run))
  const install = all.find(
    ({ words }) =>
      /^(?:apt|apt-get|apk|dnf|yum|microdnf|tdnf)$/.test(words[0] ?? '') &&
      words.some((word) => toolPackages.test(word)),
  )
  const [program = '', verb = '', ...words] = install?.words ?? []
  if (isSharedStage(facts, stage) || isUsed || !/^(?:install|add)$/.test(verb)) return elsewhere
  const kept = words.filter((word) => !toolPackages.test(word))
  // A command that would install nothing goes with its line only where nothing else is done there.
  if (kept.every((word) => word.startsWith('-')))
    return all.every(({ words: [name] }) => name === program || name === 'rm') ? takeOut(run) : elsewhere
  return commandsInPlace(dockerfile, [{ command: { program, verb, words, instruction: run }, words: kept }])
}

function toolOf(path: string): string {
  if (/\/git(?:-core)?(?:\/|$)/.test(path)) return 'git'
  if (/llvm|clang/.test(path)) return 'clang'
  return /\/(make|cmake|ninja)/.exec(path)?.[1] ?? 'gcc'
}

/** A final stage that begins from the image with the runtime alone. */
function shipTheRuntime(facts: ImageFacts): string {
  const { base, dockerfile, final, root, configs, today } = facts
  const version = base?.version ?? currentDotnet(today)
  const suffix = (base?.suffix ?? '').replace(/-aot$/, '')
  const image = nameOfImage(runtimeKind(configs), version, suffix, base?.folder)
  if (copiesFromStage(facts)) return fromInPlace(dockerfile, root, image)
  const builder = final.name ?? 'build'
  const named = final.name === undefined ? fromInPlace(dockerfile, root, `${root.base} AS build`) : undefined
  const { first, below, output } = publishedFolder(facts)
  const stage = [
    `FROM ${image}`,
    'WORKDIR /app',
    `COPY --from=${builder} ${output} .`,
    ...final.instructions
      .filter(({ keyword }) => /^(?:EXPOSE|ENV|HEALTHCHECK)$/.test(keyword))
      .map((one) => writeAnew(one, one.argument)),
    ...startLines(facts),
  ]
  return fixOf('Add a final stage.', named, first, pasteAt('Below', endOfStage(final), [...below, ...stage]))
}

/** Where the stage publishes to; what has to be changed, or be written at its end, where it doesn't or where nothing says to which folder. */
function publishedFolder(facts: ImageFacts): { first: string | undefined; below: string[]; output: string } {
  const { dockerfile, final, application } = facts
  const publish = dotnetCommands(final).findLast(({ verb }) => verb === 'publish')
  if (publish?.output !== undefined) return { first: undefined, below: [], output: publish.output }
  const folder = '/app/publish'
  if (publish !== undefined) {
    const words = [...publish.words, '-o', folder]
    return { first: commandsInPlace(dockerfile, [{ command: publish, words }]), below: [], output: folder }
  }
  const place = application && containerPathOf(readCopiedTree(final), application.path)
  const project = place === undefined ? '' : ` ${place}`
  return { first: undefined, below: [`RUN dotnet publish${project} -c Release -o ${folder}`], output: folder }
}

/** What the container starts, with the assembly in the folder where it is then; the same words behind it. */
function startLines(facts: ImageFacts): string[] {
  const { final, configs, application } = facts
  const start = final.instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD')
  const words = start?.execForm ?? start?.argument.split(/\s+/) ?? []
  const assembly = words.find((word) => /\.dll$/i.test(word))?.replace(/^.*\//, '')
  const name = assembly ?? `${application?.assemblyName ?? assemblyIn(configs) ?? 'App'}.dll`
  const at = assembly === undefined ? words.indexOf('--') : words.findIndex((word) => /\.dll$/i.test(word))
  const more = at < 0 ? [] : words.slice(at + 1)
  return [`ENTRYPOINT ${JSON.stringify(['dotnet', name, ...more]).replaceAll('","', '", "')}`]
}

function runtimeKind(configs: ImageFacts['configs']): DotnetImage['kind'] {
  if (configs.length === 0) return 'aspnet'
  if (configs.every(({ config }) => config.isSelfContained)) return 'runtime-deps'
  const asked = configs.flatMap(({ config }) => config.frameworks.map(({ name }) => name))
  return asked.includes('Microsoft.AspNetCore.App') ? 'aspnet' : 'runtime'
}
