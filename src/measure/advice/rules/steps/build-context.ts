import { fromOf, copyWords, isCopy } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { readCopiedTree } from '../../../../plan/dockerfile/copied-paths.ts'
import { type Advice, minAdvisedBytes } from '../../advice.ts'
import { formatSize } from '../../../../shared/format.ts'
import { inFile } from '../../edits.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** A build context without a .dockerignore, and what was sent of it. Not where only what the Dockerfile names is sent, and no folder with projects. */
export function findBuildContext(facts: ImageFacts): Advice[] {
  const { dockerfile, needed, hasDockerignore, contextBytes, repository } = facts
  if (hasDockerignore || contextBytes === undefined || contextBytes < minAdvisedBytes) return []
  const whole = [...needed]
    .flatMap((stage) => readCopiedTree(dockerfile, stage).copies)
    .find(
      ({ source }) =>
        source === '' ||
        repository.projects.some(({ path }) => path.startsWith(`${source.replace(/\/$/, '')}/`)),
    )
  if (whole === undefined) return []
  return [
    {
      id: 'no-dockerignore',
      title: `${formatSize(contextBytes)} were sent to the builder, and no .dockerignore keeps out what it does not need.`,
      evidence: [],
      place: { file: dockerfile.shown, line: whole.line },
      fix: inFile('.dockerignore, a new file at the top of the build context', unneeded(facts)),
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
    ['.git', '.vs', 'bin', 'obj', 'TestResults', 'node_modules']
      .filter((name) => !taken.includes(name))
      .filter((name) => name !== '.git' || !readsHistory(facts))
      // What nothing installs in the build comes with the sources.
      .filter((name) => name !== 'node_modules' || installsPackages)
      .map((name) => `**/${name}`)
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
