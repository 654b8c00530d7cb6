import { readCopiedTree } from '../../../../plan/dockerfile/copied-paths.ts'
import { neededFor } from '../../../../plan/dockerfile/stage-graph.ts'
import type { Advice } from '../../advice.ts'
import { minAdvisedBytes } from '../../advice-on-files.ts'
import { formatSize } from '../../../../shared/format.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** A build context without a .dockerignore, and what was sent of it. */
export function findBuildContext({ dockerfile, final, hasDockerignore, contextBytes }: ImageFacts): Advice[] {
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
      fix: 'A file .dockerignore in the folder of the sources:\n**/.git\n**/.vs\n**/bin\n**/obj\n**/TestResults\n**/node_modules',
      link: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    },
  ]
}
