import { folderOf } from '../../../dotnet/apps.ts'
import { endOfStage, type Instruction, writeAnew } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { stageCopyOf } from '../../../../plan/dockerfile/stage-graph.ts'
import { formatSize } from '../../../../shared/format.ts'
import type { OwnFile } from '../../../analyze/attribution.ts'
import { type Advice, evidenceOf, placeOf, sumOf } from '../../advice.ts'
import { fixOf, inPlaceOf, pasteAt } from '../../edits.ts'
import { instructionOf, type ImageFacts } from '../../image-facts.ts'
import { foreignFiles } from './foreign-runtimes.ts'
import { unwantedTexts } from './publish-output.ts'

/** What is sent again with each deploy is worth two lines of the Dockerfile from here on, compressed. */
const minPackageBytes = 5_000_000
/** More names would make a command that nobody reads. */
const maxNames = 12

/**
 * Packages in one layer with the application's own files: a deploy of changed code sends them anew. Only where they are most of what a COPY
 * brings from a stage without what other advice takes out, and the own files can be named.
 */
export function findPackagesWithApp(facts: ImageFacts): Advice[] {
  const dropped = new Set([...foreignFiles(facts), ...unwantedTexts(facts).files])
  const layers = [...new Set(facts.visibleFiles.map(({ layer }) => layer))]
  return layers.flatMap((layer) => {
    const copy = instructionOf(facts, layer)
    const from = copy === undefined ? undefined : wholeFolderOf(copy)
    const files = facts.visibleFiles.filter((file) => file.layer === layer)
    const packages = files.filter(({ owner }) => owner.owner.kind === 'package')
    const kept = packages.filter((file) => !dropped.has(file))
    const own = files.filter(({ owner }) => owner.owner.kind !== 'package')
    const sent = { packages: sumOf(kept).compressedBytes, own: sumOf(own).compressedBytes }
    if (copy === undefined || from === undefined || own.length === 0) return []
    if (sent.packages < minPackageBytes || sent.packages < 2 * sent.own) return []
    const names = ownNames(own, packages)
    if (names === undefined) return []
    const { folder, target, lastLine } = from
    const apart = `${folder}-own`
    const moved = names.map((name) => `${folder}/${name}`).join(' ')
    return [
      {
        id: 'packages-with-app',
        title: `A deploy of changed code sends ${formatSize(sent.packages + sent.own)} compressed instead of about ${formatSize(sent.own)}: packages that did not change are in the layer of line ${copy.firstLine}, too.`,
        evidence: evidenceOf(kept),
        place: placeOf(facts, layer),
        fix: fixOf(
          'Take your own files apart where they are built, and copy the packages first.',
          pasteAt('Below', lastLine, [`RUN mkdir ${apart} && mv ${moved} ${apart}/`]),
          inPlaceOf(copy, [writeAnew(copy, folder, target), writeAnew(copy, apart, target)]),
        ),
        link: 'https://docs.docker.com/build/cache/optimize/',
      },
    ]
  })
}

interface CopiedFolder {
  /** The last line of the stage that it is taken from. */
  lastLine: number
  folder: string
  target: string
}

/** What a `COPY --from=stage /folder target` takes; undefined for another form, and for paths that a variable is in. */
function wholeFolderOf(copy: Instruction): CopiedFolder | undefined {
  const { stage, sources = [], target = '' } = stageCopyOf(copy) ?? {}
  const [source = ''] = sources
  if (stage === undefined || sources.length > 1 || !/^\/[\w./-]+$/.test(source) || /[\s$"']/.test(target))
    return undefined
  return { lastLine: endOfStage(stage), folder: source.replace(/\/*(?:\/\.)?$/, ''), target }
}

/** Names in the copied folder, `*` behind those of projects, for all own files and no package's; undefined: too many, or a folder has both. */
function ownNames(own: readonly OwnFile[], packages: readonly OwnFile[]): string[] | undefined {
  const folder = commonFolder([...own, ...packages].map(({ path }) => path))
  const nameOf = ({ path }: OwnFile): string => path.slice(folder.length).split('/')[0] ?? ''
  const taken = new Set(packages.map(nameOf))
  const projects = own.flatMap(({ owner: { owner } }) => (owner.kind === 'project' ? [owner.name] : []))
  const prefixes = [...new Set(projects)].filter(
    (name) => ![...taken].some((other) => other.startsWith(name)),
  )
  const names = own.map(nameOf).map((name) => {
    const prefix = prefixes.find((one) => name.startsWith(one))
    return prefix === undefined ? name : `${prefix}*`
  })
  const unique = [...new Set(names)].sort()
  const isClear = unique.every((name) => !taken.has(name) && /^[\w.*-]+$/.test(name))
  return isClear && unique.length <= maxNames ? unique : undefined
}

/** The longest folder, with a slash at its end, that all paths are in. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = folderOf(first)
  while (!others.every((path) => path.startsWith(folder))) folder = folderOf(folder.slice(0, -1))
  return folder
}
