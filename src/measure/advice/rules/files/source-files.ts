import type { Advice } from '../../advice.ts'
import { adviceOnFiles } from '../../advice-on-files.ts'
import type { ImageFacts } from '../../image-facts.ts'

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
    ...adviceOnFiles(facts, others, {
      id: 'source-files',
      title: (size) => `${size} of source files are in the image.`,
      fix: 'Copy only what was published:\nCOPY --from=build /app/publish .',
      link: 'https://docs.docker.com/build/building/multi-stage/',
    }),
  ]
}
