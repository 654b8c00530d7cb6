import { posix } from 'node:path'
import { treeBefore } from '../../../../plan/dockerfile/copied-paths.ts'
import { type Instruction, writeAnew } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { stageCopyOf } from '../../../../plan/dockerfile/stage-graph.ts'
import { hasVariables } from '../../../../plan/dockerfile/variables.ts'
import { type Advice, adviceOnFiles, heaviestLayer, minAdvisedBytes, sumOf } from '../../advice.ts'
import { dotnetCommands } from '../../../../plan/projects/dotnet-commands.ts'
import { inFile, inPlaceOf, takeOut } from '../../edits.ts'
import { instructionOf, type ImageFacts, type ImageFile } from '../../image-facts.ts'
import { readsHistory } from '../steps/build-context.ts'

const gitFolder = /(?:^|\/)\.git\/(?:objects\/|refs\/|logs\/|HEAD$|index$|config$|compressed-refs$)/
/** What a build reads, and what it leaves in obj; views stay out, since they may be compiled at run time. */
const source =
  /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|resx)$|(?:^|\/)obj\/(?:Debug\/|Release\/|project\.assets\.json$|[^/]*\.nuget\.)/i

/** The team's source with what a build left in `obj`, and the history of its repository. */
export function findSourceFiles(facts: ImageFacts): Advice[] {
  const files = facts.applicationFiles
  const git = files.filter(({ path }) => gitFolder.test(path))
  const others = files.filter(({ path }) => source.test(path) && !gitFolder.test(path))
  return [
    ...adviceOnFiles(facts, git, {
      id: 'git-history',
      title: (size) =>
        `${size} of the repository's history (.git) are in the image, for anyone to read who has the image.`,
      fix: readsHistory(facts)
        ? 'The build needs it: copy from its stage only the folder that `dotnet publish -o` wrote.'
        : inFile('.dockerignore', ['**/.git']),
      link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    }),
    ...(sumOf(others).uncompressedBytes < minAdvisedBytes ? [] : onSources(facts, others)),
  ]
}

/**
 * The line that brings sources is one too many where another copies what was published; where that lies among the sources, it alone is to be
 * copied. An image that builds itself has the advice on its SDK.
 */
function onSources(facts: ImageFacts, files: readonly ImageFile[]): Advice[] {
  const layer = heaviestLayer(files)
  const copy = instructionOf(facts, layer)
  if (copy !== undefined && copy.keyword !== 'COPY') return []
  const more = { id: 'source-files', link: 'https://docs.docker.com/build/building/multi-stage/' }
  const whole = facts.ownFiles.filter((file) => file.layer === layer)
  const copied = facts.final.instructions.find((one) => one !== copy && publishedBy(one) !== undefined)
  if (copy !== undefined && copied !== undefined)
    return adviceOnFiles(facts, whole, {
      ...more,
      title: (size) =>
        `${size} are in the image by line ${copy.firstLine}, source files among them; line ${copied.firstLine} copies what was published.`,
      fix: takeOut(copy),
    })
  const published = copy && publishedBy(copy)
  if (copy === undefined || published === undefined)
    return adviceOnFiles(facts, files, {
      ...more,
      title: (size) => `At least ${size} of files in the image are sources, or what their build left in obj.`,
      fix: `Publish to a folder of its own in the stage that builds, with \`dotnet publish -o\`, and copy that one alone${copy === undefined ? '' : ` in line ${copy.firstLine}`}.`,
    })
  const { output, target } = published
  return adviceOnFiles(
    facts,
    whole.filter(({ path }) => !`/${path}`.startsWith(`${target}/`)),
    {
      ...more,
      title: (size) => `${size} in the image are no part of what was published, source files among them.`,
      fix: inPlaceOf(copy, [writeAnew(copy, output, target)]),
    },
  )
}

/** Where a COPY of a stage's folder brings what was published there: in that stage, and in the image. */
function publishedBy(copy: Instruction): { output: string; target: string } | undefined {
  const { stage, sources = [], target = '' } = stageCopyOf(copy) ?? {}
  const [source] = sources
  if (stage === undefined || source === undefined || sources.length > 1) return undefined
  const folder = posix.resolve('/', source)
  const published = dotnetCommands(stage).findLast(({ verb }) => /^(?:publish|build)$/.test(verb))?.output
  if (published === undefined || hasVariables(source + target)) return undefined
  const inside = posix.relative(folder, published)
  if (inside.startsWith('..')) return undefined
  return {
    output: published,
    target: posix.resolve(treeBefore(copy).workdir, target, inside),
  }
}
