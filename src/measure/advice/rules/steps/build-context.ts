import { posix } from 'node:path'
import { fromOf, copyWords, isCopy } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { readCopiedTree } from '../../../../plan/dockerfile/copied-paths.ts'
import { type Advice, minAdvisedBytes } from '../../advice.ts'
import { formatSize } from '../../../../shared/format.ts'
import { inFile } from '../../edits.ts'
import type { ImageFacts } from '../../image-facts.ts'
import { unneededNames } from '../../leftovers.ts'

/** A build context without a .dockerignore of which more is sent than the build needs. */
export function findBuildContext(facts: ImageFacts): Advice[] {
  const { dockerfile, needed, leftovers, contextBytes } = facts
  if (contextBytes === undefined || contextBytes < minAdvisedBytes) return []
  const names = unneeded(facts)
  const sent = (source: string): string[] =>
    leftovers.filter(
      (path) => names.includes(posix.basename(path)) && (source === '' || path.startsWith(`${source}/`)),
    )
  const copies = [...needed].flatMap((stage) => readCopiedTree(stage).copies)
  const first = copies.find(({ source }) => sent(source).length > 0)
  if (first === undefined) return []
  const among = [...new Set(copies.flatMap(({ source }) => sent(source)).map((path) => posix.basename(path)))]
  return [
    {
      id: 'no-dockerignore',
      title: `${formatSize(contextBytes)} were sent to the builder, also what it does not need: ${among.join(', ')}. There is no .dockerignore.`,
      evidence: [],
      place: { file: dockerfile.shown, line: first.line },
      fix: inFile(
        '.dockerignore, a new file at the top of the build context',
        names.map((name) => `**/${name}`),
      ),
      link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    },
  ]
}

/** What no build needs, without what this one takes by name, or reads for its version. */
function unneeded(facts: ImageFacts): string[] {
  const instructions = [...facts.needed].flatMap((stage) => stage.instructions)
  const runs = instructions.filter(({ keyword }) => keyword === 'RUN').map(({ argument }) => argument)
  const taken = instructions
    .filter((one) => isCopy(one) && fromOf(one) === undefined)
    .flatMap((one) => copyWords(one).slice(0, -1))
    // A program of the sources that a RUN starts is taken, too: ./bin/build.sh
    .concat(runs.flatMap((run) => run.match(/(?<![\w./-])(?:\.\/)?(?:[\w-]+\/)*bin\/[\w.-]+/g) ?? []))
    .flatMap((path) => path.split('/'))
  const installsPackages = runs.some((run) => /\b(?:npm|yarn|pnpm|bun)\b/.test(run))
  return (
    unneededNames
      .filter((name) => !taken.includes(name))
      .filter((name) => name !== '.git' || !readsHistory(facts))
      // What nothing installs in the build comes with the sources.
      .filter((name) => name !== 'node_modules' || installsPackages)
  )
}

/** Whether the build reads the history of the repository, as for its version. */
export function readsHistory({ needed, repository }: ImageFacts): boolean {
  const instructions = [...needed].flatMap((stage) => stage.instructions)
  return (
    instructions.some(
      ({ keyword, argument }) => keyword === 'RUN' && /\bgit(?:version)?\b|\bnbgv\b|minver/i.test(argument),
    ) ||
    repository.projects.some(({ packages }) =>
      [...packages].some((name) => /gitversion|minver|gitinfo|gitversioning/.test(name)),
    )
  )
}
