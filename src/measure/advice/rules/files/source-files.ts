import type { Advice } from '../../advice.ts'
import { adviceOnFiles, heaviestLayer, minAdvisedBytes, sumOf } from '../../advice-on-files.ts'
import { outputOf, publishOf } from '../../dotnet-commands.ts'
import { instructionOf, type ImageFacts, type ImageFile } from '../../image-facts.ts'

const gitFolder = /(?:^|\/)\.git\/(?:objects\/|refs\/|logs\/|HEAD$|index$|config$|compressed-refs$)/
const objFolder = /(?:^|\/)obj\/(?:Debug\/|Release\/|project\.assets\.json$|[^/]*\.nuget\.)/
/** What a build reads; views stay out, since they may be compiled at run time. */
const source = /\.(?:cs|fs|fsi|vb|csproj|fsproj|vbproj|sln|slnx|resx)$/i
const contextPage = 'https://docs.docker.com/build/concepts/context/#dockerignore-files'

/** The team's source, what a build left in `obj`, and the history of its repository. */
export function findSourceFiles(facts: ImageFacts): Advice[] {
  const files = facts.applicationFiles
  const git = files.filter(({ path }) => gitFolder.test(path))
  const obj = files.filter(({ path }) => objFolder.test(path))
  const others = files.filter(
    ({ path }) => source.test(path) && !objFolder.test(path) && !gitFolder.test(path),
  )
  return [
    ...adviceOnFiles(facts, git, {
      id: 'git-history',
      title: (size) =>
        `${size} of the repository's history (.git) are in the image, for anyone to read who has the image.`,
      fix: 'In .dockerignore:\n**/.git',
      link: contextPage,
    }),
    ...adviceOnFiles(facts, obj, {
      id: 'obj-folders',
      title: (size) => `${size} of what a build leaves in obj folders are in the image.`,
      fix: 'In .dockerignore:\n**/bin\n**/obj\nand copy from the building stage only the folder that `dotnet publish -o` wrote.',
      link: contextPage,
    }),
    ...(sumOf(others).uncompressedBytes < minAdvisedBytes ? [] : onSources(facts, others)),
  ]
}

/** The line that brings sources is one too many where another copies what a stage published; else it is to copy that instead. */
function onSources(facts: ImageFacts, files: readonly ImageFile[]): Advice[] {
  const { dockerfile, final, ownFiles } = facts
  const publish = publishOf(dockerfile, final)
  const stage = dockerfile.stages.find((one) => publish && one.instructions.includes(publish.instruction))
  const output = (publish && outputOf(publish)) ?? '/app/publish'
  const from = stage === undefined || stage === final ? 'build' : (stage.name ?? String(stage.index))
  const layer = heaviestLayer(files)
  const copy = layer === undefined ? undefined : instructionOf(facts, layer)
  const copied = final.instructions.find(
    (one) => one.flags.some(({ name }) => name === 'from') && one.argument.startsWith(output),
  )
  const more = { id: 'source-files', link: 'https://docs.docker.com/build/building/multi-stage/' }
  if (copied !== undefined && copy?.keyword === 'COPY' && copy !== copied) {
    const whole = ownFiles.filter((file) => file.layer === layer)
    return adviceOnFiles(facts, whole, {
      ...more,
      title: (size) =>
        `${size} are in the image by line ${copy.firstLine}, source files among them; line ${copied.firstLine} copies what was published.`,
      fix: `Take line ${copy.firstLine} out.`,
    })
  }
  const where = copy?.keyword === 'COPY' ? `, in place of line ${copy.firstLine}` : ''
  return adviceOnFiles(facts, files, {
    ...more,
    title: (size) => `At least ${size} of files in the image are sources.`,
    fix: `Copy only what was published${where}:\nCOPY --from=${from} ${output} .`,
  })
}
