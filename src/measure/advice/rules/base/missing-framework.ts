import type { Framework } from '../../../dotnet/json-documents.ts'
import { listWords } from '../../../../shared/format.ts'
import type { Advice } from '../../advice.ts'
import { lastingSuffix, nameOfImage } from '../../dotnet-image.ts'
import { fixOf, fromInPlace } from '../../edits.ts'
import type { FoundConfig, ImageFacts } from '../../image-facts.ts'

const sharedFramework = /(?:^|\/)shared\/([\w.]+)\/(\d[^/]*)\//
const core = 'Microsoft.NETCore.App'
const web = 'Microsoft.AspNetCore.App'
const desktop = 'Microsoft.WindowsDesktop.App'
/** What the images have (dotnet/dotnet-docker, README of each). */
const ofImage = { sdk: [core, web], aspnet: [core, web], runtime: [core], 'runtime-deps': [] }

/** An application that asks for a framework which the image doesn't have: by its files where all are listed, else by the name of the base image. */
export function findMissingFramework(facts: ImageFacts): Advice[] {
  const installed = installedFrameworks(facts)
  if (installed === undefined) return []
  const paths = new Set(facts.visibleFiles.map(({ path }) => path))
  const start = facts.instructions
    .flatMap(({ keyword, argument }) => (/^(?:ENTRYPOINT|CMD)$/.test(keyword) ? [argument] : []))
    .join('\n')
  const applications = facts.configs.filter(({ path }) => isApplication(path, paths))
  const failing = applications.flatMap((found) => {
    const { isSelfContained, frameworks, rollForward = 'Minor' } = found.config
    // What starts it may say otherwise, and the variable overrides what the file says.
    const how = /ROLL_FORWARD|--roll-forward/.test(start)
      ? undefined
      : (facts.record.rollForward ?? rollForward).toLowerCase()
    const missing = frameworks.filter((asked) => !installed.some((one) => suits(one, asked, how)))
    return isSelfContained || missing.length === 0 ? [] : [{ found, missing }]
  })
  const started = failing.find(
    ({ found: { name } }) => applications.length === 1 || start.includes(`${name}.dll`),
  )
  const [first = started] = started === undefined ? failing : [started]
  return first === undefined ? [] : [adviceOn(facts, first, first === started)]
}

/** Tools of the SDK have a runtimeconfig.json too. */
function isApplication(path: string, paths: ReadonlySet<string>): boolean {
  const assembly = path.replace(/\.runtimeconfig\.json$/, '.dll')
  return !/(?:^|\/)dotnet\/sdk\//.test(path) && paths.has(assembly)
}

/** A framework in the image; its version is undefined where only the base image's name tells of it. */
interface Installed {
  name: string
  version: string | undefined
}

function installedFrameworks(facts: ImageFacts): Installed[] | undefined {
  const { baseFiles, visibleFiles, isListed, base, record, ownFrom } = facts
  const found = new Map<string, Installed>()
  for (const { path } of [...baseFiles, ...visibleFiles]) {
    const [, name, version] = sharedFramework.exec(path) ?? []
    if (name !== undefined && version !== undefined) found.set(`${name} ${version}`, { name, version })
  }
  if (isListed) return [...found.values()]
  const isOwnListed = record.layers.slice(ownFrom).every(({ content }) => content !== undefined)
  if (base === undefined || !isOwnListed) return undefined
  return [...found.values(), ...ofImage[base.kind].map((name) => ({ name, version: undefined }))]
}

/**
 * Whether the host takes a framework for the one that is asked for (dotnet/runtime, docs/design/features/framework-version-resolution.md);
 * `how` is undefined where nobody can tell here how far it rolls forward.
 */
function suits({ name, version }: Installed, asked: Framework, how: string | undefined): boolean {
  if (name !== asked.name) return false
  // With a preview the order is another one.
  if (how === undefined || version === undefined || /-/.test(asked.version + version)) return true
  return rollsForward(numbersOf(asked.version), numbersOf(version), how)
}

function rollsForward(asked: number[], there: number[], how: string): boolean {
  const at = [0, 1, 2].find((index) => asked[index] !== there[index])
  if (at === undefined) return true
  if ((there[at] ?? 0) < (asked[at] ?? 0)) return false
  if (how.endsWith('major')) return true
  return how === 'disable' ? false : how === 'latestpatch' ? at === 2 : at >= 1
}

function numbersOf(version: string): number[] {
  const numbers = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  return [0, 1, 2].map((index) => numbers[index] ?? 0)
}

/** A container that can't start, or an application in it that can't. */
function adviceOn(
  { dockerfile, root, base }: ImageFacts,
  { found: { name, path }, missing }: { found: FoundConfig; missing: Framework[] },
  isStarted: boolean,
): Advice {
  const isWeb = missing.some((one) => one.name === web) || base?.kind === 'aspnet'
  const kind = base?.kind === 'sdk' ? base.kind : isWeb ? 'aspnet' : 'runtime'
  const versions = missing.map((one) => numbersOf(one.version))
  const [newest = [0, 0]] = versions.sort(([a = 0, b = 0], [c = 0, d = 0]) => c - a || d - b)
  const version = newest.slice(0, 2).join('.')
  const asked = listWords(missing.map((one) => `${one.name} ${one.version}`))
  const suffix = base?.suffix ?? ''
  const ending = base?.version === version ? suffix : lastingSuffix(suffix)
  return {
    id: 'missing-framework',
    title: `${isStarted ? "The container can't start" : `${name} can't start`}: ${name} asks for ${asked}, which the image doesn't have.`,
    evidence: [path],
    place: { file: dockerfile.shown, line: root.firstLine },
    fix: missing.some((one) => one.name === desktop)
      ? `${desktop} runs on Windows alone: take UseWPF and UseWindowsForms out of the projects that the image needs.`
      : fixOf(
          base === undefined ? 'Begin from an image that has it, such as this one.' : undefined,
          fromInPlace(dockerfile, root, nameOfImage(kind, version, ending, base?.folder)),
        ),
    link: 'https://learn.microsoft.com/en-us/dotnet/core/docker/container-images',
  }
}
