import type { Dockerfile, Instruction } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { instructionsOf } from '../../../../plan/dockerfile/stage-graph.ts'
import type { OwnFile } from '../../../analyze/attribution.ts'
import { type Advice, adviceOnFiles } from '../../advice.ts'
import type { DotnetCommand } from '../../../../plan/projects/dotnet-commands.ts'
import { type CommandChange, commandsInPlace, withoutOption, wordsFor } from '../../command-edits.ts'
import { fixOf, inProject, pasteAt } from '../../edits.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** .NET's names for the architectures of Go, which image platforms use. */
const architectures = new Map([
  ['amd64', 'x64'],
  ['arm64', 'arm64'],
  ['arm', 'arm'],
  ['386', 'x86'],
  ['s390x', 's390x'],
  ['ppc64le', 'ppc64le'],
  ['riscv64', 'riscv64'],
  ['loong64', 'loongarch64'],
])
const knownArchitecture =
  /-(x64|x86|arm64|arm|armel|armv6|s390x|ppc64le|riscv64|loongarch64|mips64|wasm|wasm32)$/
const otherSystem =
  /^(?:win\d*|osx(?:\.[\d.]+)?|ios\w*|tvos\w*|mac\w*|aix|openbsd|netbsd|android|browser|wasi|freebsd|illumos|solaris|haiku|tizen|linux-bionic)$/

/**
 * Files for other systems or architectures, below `runtimes/<runtime identifier>/`. What an identifier means: dotnet/runtime,
 * PortableRuntimeIdentifierGraph.json. On musl one for glibc counts only where its twin lies beside: it may be all that the package has.
 */
export function findForeignRuntimes(facts: ImageFacts): Advice[] {
  const libc = libcOf(facts)
  const rid = `linux-${libc === 'musl' ? 'musl-' : ''}${architectureOf(facts) ?? ''}`
  return adviceOnFiles(facts, foreignFiles(facts), {
    id: 'foreign-runtimes',
    title: (size) =>
      `${publishesMore(facts) ? 'At least ' : ''}${size} of files for other systems lie in runtimes/ and are never used on ${facts.record.platform}.`,
    fix: fixFor(facts, rid),
    link: 'https://learn.microsoft.com/en-us/dotnet/core/rid-catalog',
  })
}

/** The files that this rule has taken out: other rules don't count them again. */
export function foreignFiles(facts: ImageFacts): OwnFile[] {
  const architecture = architectureOf(facts)
  if (architecture === undefined) return []
  const libc = libcOf(facts)
  const paths = new Set(facts.applicationFiles.map(({ path }) => path))
  return facts.applicationFiles.filter((file) => isForeign(file, architecture, libc, paths))
}

/** The architecture in .NET's words; undefined for another system than Linux. */
function architectureOf({ record }: ImageFacts): string | undefined {
  const [os, architecture = ''] = record.platform.split('/')
  return os === 'linux' ? architectures.get(architecture) : undefined
}

/** The words of a command with the application's project: no solution can be built or published for one system (NETSDK1134). */
function wordsOf({ application }: ImageFacts, command: DotnetCommand): string[] {
  return (application && wordsFor(command, application.path)) ?? command.words
}

/** Whether the command publishes more than the application, as one of a solution does, which the fix no longer does. */
function publishesMore(facts: ImageFacts): boolean {
  const { publish } = facts
  return publish !== undefined && wordsOf(facts, publish).join('\n') !== publish.words.join('\n')
}

function fixFor(facts: ImageFacts, rid: string): string {
  const { dockerfile, commands, publish } = facts
  const inside = inProject(
    facts,
    `<RuntimeIdentifier>${rid}</RuntimeIdentifier>`,
    '<SelfContained>false</SelfContained>',
  )
  if (publish === undefined) return inside
  const own = withoutOption(wordsOf(facts, publish), ['-r', '--runtime', '--self-contained', '--sc'])
  // One system would be wrong for the others of an image of several platforms.
  const isForSeveral = /\$\{?(?:BUILDPLATFORM|TARGET(?:ARCH|PLATFORM))\b/.test(dockerfile.text)
  const system = isForSeveral ? ['-a', '$TARGETARCH'] : ['-r', rid]
  const words = [...own, ...system, '--self-contained', 'false']
  // What was restored or built for no system can't be published for one.
  const isBefore = (one: DotnetCommand): boolean =>
    one.verb === 'restore' || (one.verb === 'build' && one !== publish && own.includes('--no-build'))
  const before = commands.filter(isBefore).map((command) => {
    const kept = command.verb === 'build' ? wordsOf(facts, command) : command.words
    return { command, words: [...withoutOption(kept, ['-r', '--runtime']), ...system] }
  })
  const changes = [...before, { command: publish, words }]
  return fixOf(
    commandsInPlace(dockerfile, changes),
    isForSeveral ? declareArchitecture(dockerfile, changes) : `Or ${inside.replace('In', 'in')}`,
  )
}

/** The ARG above the first of these commands, where their stages have none. */
function declareArchitecture(dockerfile: Dockerfile, changes: readonly CommandChange[]): string {
  const isDeclared = ({ keyword, argument }: Instruction): boolean =>
    keyword === 'ARG' && /^TARGETARCH\b/.test(argument)
  const stages = dockerfile.stages.filter(
    (stage) =>
      changes.some(({ command }) => stage.instructions.includes(command.instruction)) &&
      !instructionsOf(stage).some(isDeclared),
  )
  return fixOf(...stages.map((stage) => pasteAt('Below', stage.fromLastLine, ['ARG TARGETARCH'])))
}

function libcOf({ system }: ImageFacts): 'musl' | 'glibc' | undefined {
  if (system === undefined) return undefined
  return system.id === 'alpine' ? 'musl' : 'glibc'
}

function isForeign(
  { path, owner: { trait } }: OwnFile,
  architecture: string,
  libc: 'musl' | 'glibc' | undefined,
  paths: ReadonlySet<string>,
): boolean {
  if (trait.kind !== 'runtime-specific') return false
  const [, ridArchitecture] = knownArchitecture.exec(trait.rid) ?? []
  const system = trait.rid.replace(knownArchitecture, '')
  if (otherSystem.test(system) || (ridArchitecture !== undefined && ridArchitecture !== architecture))
    return true
  if (libc === 'glibc') return /^(?:linux-musl|alpine(?:\.[\d.]+)?)$/.test(system)
  return libc === 'musl' && system === 'linux' && paths.has(twinForMusl(path, trait.rid))
}

function twinForMusl(path: string, rid: string): string {
  return path.replace(`runtimes/${rid}/`, () => `runtimes/${rid.replace('linux', 'linux-musl')}/`)
}
