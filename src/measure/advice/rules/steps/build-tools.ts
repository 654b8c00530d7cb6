import { stageLabel } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import type { Advice } from '../../advice.ts'
import { adviceOnFiles, heaviestLayer } from '../../advice-on-files.ts'
import { dotnetCommands, outputOf } from '../../dotnet-commands.ts'
import { fromLine, nameOfImage, parseDotnetImage, type DotnetImage } from '../../dotnet-image.ts'
import type { ImageFacts } from '../../image-facts.ts'
import { currentDotnet } from '../../support-dates.ts'

const sdkFiles =
  /(?:^|\/)dotnet\/(?:sdk|templates|sdk-manifests|packs\/[\w.-]+)\/\d[^/]*\/|(?:^|\/)\.nuget\/packages\//
const toolFiles =
  /^(?:usr\/lib\/git-core\/|usr\/(?:lib|libexec)\/(?:gcc|gcc-cross)\/|usr\/lib\/llvm|usr\/share\/cmake|usr\/(?:local\/)?bin\/(?:git|make|cmake|ninja|clang|(?:[\w-]*-)?(?:gcc|g\+\+|ld|as|cpp))(?:-[\d.]+|\.bfd|\.gold)?$)/
const multiStage = 'https://docs.docker.com/build/building/multi-stage/'

/** The .NET SDK in the image that ships: seen by its files, or by the name of the base image where those are not listed. */
export function findSdk(facts: ImageFacts): Advice[] {
  const { record, dockerfile, final, root } = facts
  const files = [...facts.baseFiles, ...facts.visibleFiles].filter(({ path }) => sdkFiles.test(path))
  const fix = shipTheRuntime(facts)
  const onFiles = adviceOnFiles(facts, files, {
    id: 'sdk-in-final-stage',
    title: (size) =>
      `${size} of the .NET SDK and of NuGet packages are in the image, and nothing of that is needed to run it.`,
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
function shipTheRuntime({ record, dockerfile, final, root, configs, today }: ImageFacts): string {
  const sdk = parseDotnetImage(record.base?.name ?? '')
  const version = sdk?.version ?? currentDotnet(today)
  const image = nameOfImage(runtimeKind(configs), version, (sdk?.suffix ?? '').replace(/-aot$/, ''))
  const copied = final.instructions.find(
    ({ keyword, flags }) => keyword === 'COPY' && flags.some(({ name }) => name === 'from'),
  )
  if (copied !== undefined) return fromLine(dockerfile, root, image)
  const publish = dotnetCommands(dockerfile, final).findLast(({ verb }) => verb === 'publish')
  const output = (publish === undefined ? undefined : outputOf(publish)) ?? '/app/publish'
  const builder = final.name ?? 'build'
  const named =
    final.name === undefined
      ? `Name the stage that builds: ${fromLine(dockerfile, root, root.base)} AS build\n`
      : ''
  return `${named}Add a final stage below it:\n\nFROM ${image}\nWORKDIR /app\nCOPY --from=${builder} ${output} .`
}

function runtimeKind(configs: ImageFacts['configs']): DotnetImage['kind'] {
  if (configs.length === 0) return 'aspnet'
  if (configs.every(({ config }) => config.isSelfContained)) return 'runtime-deps'
  const asked = configs.flatMap(({ config }) => config.frameworks.map(({ name }) => name))
  return asked.includes('Microsoft.AspNetCore.App') ? 'aspnet' : 'runtime'
}
