import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { treeBefore } from './dockerfile/copied-paths.ts'
import { type Dockerfile, type Instruction, type Stage } from './dockerfile/parse-dockerfile.ts'
import { mountsOf, targetOfMount, type MountOptions } from './dockerfile/mounts.ts'
import { neededFor, rootOf } from './dockerfile/stage-graph.ts'
import { expandVariables, hasVariables } from './dockerfile/variables.ts'
import { headOf, imageOf } from './instrument/collector.ts'

/** A place in the builder that RUN instructions share: `RUN --mount=type=cache`. */
export interface CacheMount {
  /** As the builder knows it. */
  id: string
  /** What tells it from another one of that id, such as `uid=1654`. */
  rights: string[]
}

/** The cache mounts that are kept from one job to the next, and those that can't be. */
export interface CacheMounts {
  mounts: CacheMount[]
  /** An image with a shell, in which they can be reached. */
  image: string
  /** What stands above the first FROM of the team's Dockerfile. */
  head: string
  /** For each that is left out, its line and why, as half a sentence. */
  left: { line: number; reason: string }[]
}

/** Where the archives are while they go into the mounts or come out of them. */
const archivesFolder = '/dotnet-container-archives'
const mountsFolder = '/dotnet-container-mounts'

/** Finds the cache mounts of all RUNs that the given stages need; undefined where they have none. */
export function findCacheMounts(dockerfile: Dockerfile, wanted: readonly Stage[]): CacheMounts | undefined {
  // Those that test may be of another reading of the file.
  const needed = new Set(wanted.flatMap((stage) => [...neededFor(stage)].map(({ index }) => index)))
  const found = new Map<string, CacheMount>()
  const left: CacheMounts['left'] = []
  let image: string | undefined
  for (const stage of dockerfile.stages.filter(({ index }) => needed.has(index))) {
    for (const instruction of stage.instructions.filter(({ keyword }) => keyword === 'RUN')) {
      for (const options of mountsOf(instruction, 'cache')) {
        const read = readMount(instruction, options)
        if (typeof read === 'string') left.push({ line: instruction.firstLine, reason: read })
        else found.set(JSON.stringify(read), read)
        const root = rootOf(stage)
        if (root.base !== 'scratch' && !hasVariables(root.base)) image ??= imageOf(stage)
      }
    }
  }
  if (image === undefined || found.size + left.length === 0) return undefined
  return { mounts: [...found.values()], image, head: headOf(dockerfile), left }
}

/** Gives why a mount is left out where it can't be reached from another Dockerfile. */
function readMount(instruction: Instruction, options: MountOptions): CacheMount | string {
  if ((options.get('from') ?? 'scratch') !== 'scratch' || options.has('source') || options.has('src'))
    return 'it begins with the files of an image'
  const { variables } = treeBefore(instruction)
  const known = new Map([...variables, ...instruction.stage.dockerfile.buildArgs])
  const target = targetOfMount(options) ?? ''
  // BuildKit's own name of a mount without one.
  const id = expandVariables(options.get('id') ?? posix.normalize(target), known)
  const rights = ['uid', 'gid', 'mode'].flatMap((name) => {
    const value = options.get(name)
    return value === undefined ? [] : [`${name}=${expandVariables(value, known)}`]
  })
  if ([id, ...rights].some(hasVariables)) return 'its name has a variable that only the build knows'
  if (id === '' || [id, ...rights].some((value) => /[\s,"'\\]/.test(value)))
    return 'of how its name is written'
  return { id, rights }
}

/** The cache's key of what mounts have, by their place and files that tell which packages there are, and beginnings of keys that serve as well, best first. */
export function nameMounts(
  { mounts }: Pick<CacheMounts, 'mounts'>,
  { folder, platform }: { folder: string; platform: string },
  files: readonly (readonly [path: string, text: string])[],
): { key: string; beginnings: string[] } {
  const place = hash(JSON.stringify([folder, platform, mounts]))
  const beginning = `cache-mounts/v1/${place}/`
  return { key: `${beginning}${hash(JSON.stringify(files))}`, beginnings: [beginning] }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}

/** The file that holds what one of the mounts has. */
export function archiveName(index: number): string {
  return `${index}.tar`
}

/** A Dockerfile whose build puts archives into mounts that are empty. `mark` is new each time: a step's cache key has nothing of mounts, and `--no-cache` gives others. */
export function fillingDockerfile({ head, image, mounts }: CacheMounts, mark: string): string {
  const fill = mounts.map((_, index) => {
    const [archive, mount] = [`${archivesFolder}/${archiveName(index)}`, `${mountsFolder}/${index}`]
    return `if [ -f ${archive} ] && [ -z "$(ls -A ${mount})" ]; then tar -xpf ${archive} -C ${mount}; fi`
  })
  const context = ` --mount=type=bind,target=${archivesFolder}`
  return withRun(head, image, `${flagsOf(mounts)}${context} : ${mark} && ${fill.join(' && ')}`)
}

/** A Dockerfile whose last stage has nothing but an archive of what each of the mounts has; with a `mark` as above. */
export function readingDockerfile({ head, image, mounts }: CacheMounts, mark: string): string {
  const pack = mounts.map(
    (_, index) => `tar -cf ${archivesFolder}/${archiveName(index)} -C ${mountsFolder}/${index} .`,
  )
  const run = withRun(
    head,
    image,
    `${flagsOf(mounts)} : ${mark} && mkdir ${archivesFolder} && ${pack.join(' && ')}`,
  )
  return `${run}FROM scratch\nCOPY --from=dotnet-container-mounts ${archivesFolder}/ /\n`
}

function withRun(head: string, image: string, run: string): string {
  // A network for it would take longer than its work.
  return [head, `FROM ${image} AS dotnet-container-mounts`, 'USER 0', `RUN --network=none${run}`, ''].join(
    '\n',
  )
}

function flagsOf(mounts: readonly CacheMount[]): string {
  return mounts
    .map(({ id, rights }, index) =>
      [` --mount=type=cache,id=${id},target=${mountsFolder}/${index}`, ...rights].join(','),
    )
    .join('')
}
