import { containerPathOf, readCopiedTree } from '../../../../plan/dockerfile/copied-paths.ts'
import { stageLabel, writtenFlags } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import type { Advice } from '../../advice.ts'
import { adviceOnFiles, heaviestLayer, minAdvisedBytes, sumOf } from '../../advice-on-files.ts'
import { commandWith, dotnetCommands, outputOf, publishOf } from '../../dotnet-commands.ts'
import { fromLine, nameOfImage, parseDotnetImage, type DotnetImage } from '../../dotnet-image.ts'
import { applicationOf, assemblyIn, type ImageFacts, type ImageFile } from '../../image-facts.ts'
import { currentDotnet } from '../../support-dates.ts'

const sdkFiles =
  /(?:^|\/)dotnet\/(?:sdk|templates|sdk-manifests|packs\/[\w.-]+)\/\d[^/]*\/|(?:^|\/)\.nuget\/packages\//
const toolFiles =
  /^(?:usr\/lib\/git-core\/|usr\/(?:lib|libexec)\/(?:gcc|gcc-cross)\/|usr\/lib\/llvm|usr\/share\/cmake|usr\/(?:local\/)?bin\/(?:git|make|cmake|ninja|clang|(?:[\w-]*-)?(?:gcc|g\+\+|ld|as|cpp))(?:-[\d.]+|\.bfd|\.gold)?$)/
const multiStage = 'https://docs.docker.com/build/building/multi-stage/'

/** The .NET SDK in the final image: seen by its files, or by the name of the base image where those are not listed. */
export function findSdk(facts: ImageFacts): Advice[] {
  const { record, dockerfile, final, root } = facts
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
  const base = record.base === undefined ? undefined : parseDotnetImage(record.base.name)
  if (onFiles.length > 0 || base?.kind !== 'sdk' || facts.isListed) return onFiles
  return [
    {
      id: 'sdk-in-final-stage',
      title: `The final stage, ${stageLabel(final)}, begins from the SDK image, which is made to build and not to run.`,
      uncompressedBytes: undefined,
      compressedBytes: undefined,
      evidence: [`FROM ${root.base}`],
      place: { file: dockerfile.shown, line: root.firstLine },
      fix,
      link: multiStage,
    },
  ]
}

/** Whether the final stage copies what another one built, so that it needs nothing but another image to begin from. */
function copiesFromStage({ final }: ImageFacts): boolean {
  return final.instructions.some(
    ({ keyword, flags }) => keyword === 'COPY' && flags.some(({ name }) => name === 'from'),
  )
}

/** The files of own layers that a final stage of its own has not: all but those beside the published application. */
function leftOfBuild(facts: ImageFacts): ImageFile[] {
  const { dockerfile, final, configs, ownFiles } = facts
  const publish = publishOf(dockerfile, final)
  const output = publish === undefined ? undefined : outputOf(publish)
  const folder = output?.slice(1) ?? configs[0]?.path.replace(/\/[^/]*$/, '')
  return folder === undefined ? [] : ownFiles.filter(({ path }) => !path.startsWith(`${folder}/`))
}

/** Compilers, make and git in the image's own layers. */
export function findTools(facts: ImageFacts): Advice[] {
  const files = facts.visibleFiles.filter(({ path }) => toolFiles.test(path))
  const names = [...new Set(files.map(({ path }) => toolOf(path)))].sort()
  const layer = heaviestLayer(files)
  const line = layer === undefined ? undefined : facts.record.layers[layer]?.line
  const where = line === undefined ? 'the final stage' : `line ${line}`
  return adviceOnFiles(facts, files, {
    id: 'build-tools',
    title: (size) => `${size} of tools to build with (${names.join(', ')}) are in the final image.`,
    fix: `Take ${names.join(', ')} out of ${where}; install them in the stage that builds, and copy from there what it made.`,
    link: multiStage,
  })
}

function toolOf(path: string): string {
  if (/\/git(?:-core)?(?:\/|$)/.test(path)) return 'git'
  if (/llvm|clang/.test(path)) return 'clang'
  return /\/(make|cmake|ninja)/.exec(path)?.[1] ?? 'gcc'
}

/** A final stage that begins from the image with the runtime alone. */
function shipTheRuntime(facts: ImageFacts): string {
  const { record, dockerfile, final, root, configs, today } = facts
  const sdk = parseDotnetImage(record.base?.name ?? '')
  const version = sdk?.version ?? currentDotnet(today)
  const image = nameOfImage(runtimeKind(configs), version, (sdk?.suffix ?? '').replace(/-aot$/, ''))
  if (copiesFromStage(facts)) return fromLine(dockerfile, root, image)
  const builder = final.name ?? 'build'
  const named =
    final.name === undefined
      ? `Name the stage that builds: ${fromLine(dockerfile, root, root.base)} AS build\n`
      : ''
  const { first, output } = publishedFolder(facts)
  const stage = [
    `FROM ${image}`,
    'WORKDIR /app',
    `COPY --from=${builder} ${output} .`,
    ...final.instructions
      .filter(({ keyword }) => /^(?:EXPOSE|ENV|HEALTHCHECK)$/.test(keyword))
      .map((one) => [one.keyword, ...writtenFlags(one), one.argument].join(' ')),
    ...startLines(facts),
  ]
  return `${named}${first}Add a final stage below it:\n\n${stage.join('\n')}`
}

/** Where the stage publishes to, and what has to be done before, where it doesn't or where nothing says to which folder. */
function publishedFolder(facts: ImageFacts): { first: string; output: string } {
  const { dockerfile, final } = facts
  const publish = dotnetCommands(dockerfile, final).findLast(({ verb }) => verb === 'publish')
  const output = publish === undefined ? undefined : outputOf(publish)
  if (output !== undefined) return { first: '', output }
  const folder = '/app/publish'
  if (publish !== undefined) {
    const line = commandWith(publish, [...publish.words, '-o', folder])
    return {
      first: `Publish to a folder of its own (line ${publish.instruction.firstLine}):\n${line}\n`,
      output: folder,
    }
  }
  const application = applicationOf(facts)
  const place = application && containerPathOf(readCopiedTree(dockerfile, final), application.path)
  const project = place === undefined ? '' : ` ${place}`
  return {
    first: `Publish at the end of the stage that builds:\nRUN dotnet publish${project} -c Release -o ${folder}\n`,
    output: folder,
  }
}

/** What the container starts, with the assembly in the folder where it is then; the same words behind it. */
function startLines(facts: ImageFacts): string[] {
  const { final, configs } = facts
  const start = final.instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD')
  const words = start?.execForm ?? start?.argument.split(/\s+/) ?? []
  const assembly = words.find((word) => /\.dll$/i.test(word))?.replace(/^.*\//, '')
  const name = assembly ?? `${applicationOf(facts)?.assemblyName ?? assemblyIn(configs) ?? 'App'}.dll`
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
