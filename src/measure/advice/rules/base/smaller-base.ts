import { scriptOf } from '../../../../plan/commands/shell-text.ts'
import { shellCommands } from '../../../../plan/commands/shell-commands.ts'
import { formatSize } from '../../../../shared/format.ts'
import { type Advice, minAdvisedBytes } from '../../advice.ts'
import { optionOf } from '../../../../plan/projects/dotnet-commands.ts'
import { fixOf, fromInPlace } from '../../edits.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** Programs that Alpine has as well, with the same options. */
const onAlpine =
  /^(?:mkdir|chown|chmod|ln|rm|rmdir|cp|mv|touch|echo|printf|cat|sed|true|test|\[|ls|dotnet|:)$/
const options = ['-r', '--runtime', '--os', '--arch', '-a', '--use-current-runtime', '--ucr']

/** Smaller variants of the base image that the image can begin from as it is, with the sizes that the registry has for this platform. */
export function findSmallerBase(facts: ImageFacts): Advice[] {
  const { record, dockerfile, root } = facts
  const { neighbours } = record
  const baseBytes = neighbours?.base.compressedBytes
  if (neighbours === undefined || baseBytes === undefined || neighbours.base.name !== root.base) return []
  if (!record.platform.startsWith(neighbours.platform)) return []
  const smaller = neighbours.smaller
    .filter(({ compressedBytes }) => baseBytes - compressedBytes >= minAdvisedBytes)
    .filter(({ name }) => (name.endsWith('-alpine') ? fitsAlpine(facts) : fitsChiseled(facts)))
    .sort((a, b) => a.compressedBytes - b.compressedBytes)
  const [smallest] = smaller
  if (smallest === undefined) return []
  const saved = baseBytes - smallest.compressedBytes
  return [
    {
      id: 'smaller-base',
      title: `${smallest.name} is ${formatSize(saved)} smaller than the base image: ${formatSize(smallest.compressedBytes)} compressed instead of ${formatSize(baseBytes)}.`,
      compressedBytes: saved,
      evidence: smaller.map(
        ({ name, compressedBytes }) => `${name} (${formatSize(compressedBytes)} compressed)`,
      ),
      place: { file: dockerfile.shown, line: root.firstLine },
      fix: fixOf(
        ...smaller.map(
          ({ name }, index) => `${index > 0 ? 'Or:\n' : ''}${fromInPlace(dockerfile, root, name)}`,
        ),
        'Neither has ICU: texts sort and format as in the invariant culture. Chiseled images run as the user 1654 and have no shell.',
      ),
      link: 'https://github.com/dotnet/dotnet-docker/blob/main/documentation/image-variants.md',
    },
  ]
}

/** Alpine is made of musl: nothing in the image may be made for glibc, and no command may be Debian's. */
function fitsAlpine({ instructions, publish, visibleFiles }: ImageFacts): boolean {
  const commands = instructions
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap((one) => shellCommands(scriptOf(one)))
  const hasEntrypoint = instructions.some(({ keyword }) => keyword === 'ENTRYPOINT')
  const starts = instructions.filter(
    ({ keyword }) =>
      /^(?:ENTRYPOINT|HEALTHCHECK|SHELL)$/.test(keyword) || (keyword === 'CMD' && !hasEntrypoint),
  )
  const paths = new Set(visibleFiles.map(({ path }) => path))
  return (
    commands.every(({ words: [program = ''] }) => onAlpine.test(program)) &&
    starts.every(({ argument }) => /^\[?\s*"?dotnet\b/.test(argument)) &&
    options.every((one) => optionOf(publish?.words ?? [], [one]) === undefined) &&
    [...paths].every((path) => !/\.so(?:\.\d+)*$/.test(path) || isPortable(path, paths))
  )
}

/** Whether a native library lies beside its twin for musl. */
function isPortable(path: string, paths: ReadonlySet<string>): boolean {
  return (
    /\/runtimes\/(?!linux-(?!musl))/.test(`/${path}`) ||
    paths.has(path.replace('runtimes/linux-', 'runtimes/linux-musl-'))
  )
}

/** A chiseled image has no shell, no package manager and nothing else to start than .NET. */
function fitsChiseled({ instructions }: ImageFacts): boolean {
  return instructions.every(
    ({ keyword, execForm }) =>
      keyword !== 'RUN' &&
      keyword !== 'HEALTHCHECK' &&
      (execForm !== undefined || !/^(?:ENTRYPOINT|CMD)$/.test(keyword)),
  )
}
