import { readCopiedTree } from '../../../../plan/dockerfile/copied-paths.ts'
import { neededFor } from '../../../../plan/dockerfile/stage-graph.ts'
import { splitWords } from '../../../../plan/dockerfile/variables.ts'
import type { Advice } from '../../advice.ts'
import { minAdvisedBytes } from '../../advice-on-files.ts'
import { formatSize } from '../../../../shared/format.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** A build context without a .dockerignore, and what was sent of it. */
export function findBuildContext(facts: ImageFacts): Advice[] {
  const { dockerfile, final, hasDockerignore, contextBytes } = facts
  if (hasDockerignore || contextBytes === undefined || contextBytes < minAdvisedBytes) return []
  const whole = [...neededFor(dockerfile, final)]
    .flatMap((stage) => readCopiedTree(dockerfile, stage).copies)
    .find(({ source }) => source === '')
  return [
    {
      id: 'no-dockerignore',
      title: `${formatSize(contextBytes)} were sent to the builder, and no .dockerignore keeps out what it does not need.`,
      uncompressedBytes: undefined,
      compressedBytes: undefined,
      evidence: [],
      place: whole === undefined ? undefined : { file: dockerfile.shown, line: whole.line },
      fix: `A file .dockerignore in the folder of the sources:\n${unneeded(facts).join('\n')}`,
      link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    },
  ]
}

/** What no build needs, without what this one takes by name, or reads for its version. */
function unneeded({ dockerfile, final, repository }: ImageFacts): string[] {
  const instructions = [...neededFor(dockerfile, final)].flatMap((stage) => stage.instructions)
  const taken = instructions
    .filter(
      ({ keyword, flags }) => /^(?:COPY|ADD)$/.test(keyword) && flags.every(({ name }) => name !== 'from'),
    )
    .flatMap(({ argument, execForm }) => (execForm ?? splitWords(argument)).slice(0, -1))
    .flatMap((path) => path.split('/'))
  const readsHistory =
    instructions.some(
      ({ keyword, argument }) => keyword === 'RUN' && /\bgit(?:version)?\b|\bnbgv\b|minver/i.test(argument),
    ) ||
    repository.projects.some(({ packages }) =>
      [...packages].some((name) => /gitversion|minver|gitinfo/.test(name)),
    )
  return ['.git', '.vs', 'bin', 'obj', 'TestResults', 'node_modules']
    .filter((name) => !taken.includes(name) && !(name === '.git' && readsHistory))
    .map((name) => `**/${name}`)
}
