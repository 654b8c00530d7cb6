import type { Instruction } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { type Advice, adviceOnFiles, heaviestLayer } from '../../advice.ts'
import { inPlaceOf, pasteAt, writtenLines } from '../../edits.ts'
import { type ImageFacts, instructionOf } from '../../image-facts.ts'

/** Where package managers leave what they download, and what takes it away in the same layer. */
const managers = [
  {
    name: 'apt',
    files: /^var\/(?:lib\/apt\/lists|cache\/apt)\//,
    cleanUp: 'rm -rf /var/lib/apt/lists/* /var/cache/apt/*',
  },
  {
    name: 'apk',
    files: /^var\/cache\/apk\//,
    cleanUp: 'rm -rf /var/cache/apk/*',
  },
  {
    name: 'dnf',
    files: /^var\/(?:cache|lib)\/(?:dnf|yum|libdnf5|tdnf)\//,
    cleanUp: 'rm -rf /var/cache/dnf /var/cache/yum /var/cache/tdnf',
  },
  { name: 'zypper', files: /^var\/cache\/zypp\//, cleanUp: 'zypper clean --all' },
  {
    name: 'pacman',
    files: /^var\/(?:cache\/pacman|lib\/pacman\/sync)\//,
    cleanUp: 'rm -rf /var/cache/pacman /var/lib/pacman/sync',
  },
  { name: 'pip', files: /(?:^|\/)\.cache\/pip\//, cleanUp: 'rm -rf ~/.cache/pip' },
  { name: 'npm', files: /(?:^|\/)\.npm\/_(?:cacache|logs|npx)\//, cleanUp: 'npm cache clean --force' },
  {
    name: 'nuget',
    files: /(?:^|\/)\.local\/share\/NuGet\/(?:http-cache|v3-cache|plugins-cache)\/|^tmp\/NuGetScratch/,
    cleanUp: 'dotnet nuget locals http-cache --clear',
  },
]

/** Whether a file is a package list or a downloaded package. */
export function isPackageList(path: string): boolean {
  return managers.some(({ files }) => files.test(path))
}

/** Package lists and downloaded packages, also those that a later layer deletes: they are still pulled. */
export function findPackageLists(facts: ImageFacts): Advice[] {
  return managers.flatMap(({ name, files: pattern, cleanUp }) => {
    const files = facts.ownFiles.filter(({ path }) => pattern.test(path))
    return adviceOnFiles(facts, files, {
      id: `${name}-package-lists`,
      title: (size) =>
        `${size} of ${name}'s lists and downloads are in the image; what a later layer deletes is still pulled.`,
      fix: fixFor(facts, instructionOf(facts, heaviestLayer(files)), cleanUp),
      link: 'https://docs.docker.com/build/building/best-practices/#apt-get',
    })
  })
}

function fixFor({ dockerfile }: ImageFacts, run: Instruction | undefined, cleanUp: string): string {
  const written = run === undefined ? [] : writtenLines(dockerfile, run)
  const [, mark] = /^[^'"<]*<<-?["']?(\w+)["']?\s*$/.exec(written[0] ?? '') ?? []
  if (run?.keyword === 'RUN' && mark !== undefined && written.at(-1)?.trim() === mark)
    return pasteAt('Above', run.lastLine, [cleanUp])
  if (run?.keyword !== 'RUN' || run.execForm !== undefined || run.argument.includes('\n'))
    return `Delete them in the RUN that brings them:\n${cleanUp}`
  return inPlaceOf(run, [`${written.join('\n').trimEnd()} \\`, `    && ${cleanUp}`])
}
