import { formatSize } from '../../../../shared/format.ts'
import type { Advice } from '../../advice.ts'
import { minAdvisedBytes } from '../../advice-on-files.ts'
import { fromLine } from '../../dotnet-image.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** Smaller variants of the base image, with the sizes that the registry has for this platform. */
export function findSmallerBase({ record, dockerfile, root }: ImageFacts): Advice[] {
  const { neighbours } = record
  const baseBytes = neighbours?.base.compressedBytes
  if (neighbours === undefined || baseBytes === undefined || neighbours.base.name !== root.base) return []
  if (!record.platform.startsWith(neighbours.platform)) return []
  const smaller = neighbours.smaller
    .filter(({ compressedBytes }) => baseBytes - compressedBytes >= minAdvisedBytes)
    .sort((a, b) => a.compressedBytes - b.compressedBytes)
  const [smallest] = smaller
  if (smallest === undefined) return []
  const saved = baseBytes - smallest.compressedBytes
  return [
    {
      id: 'smaller-base',
      title: `${smallest.name} is ${formatSize(saved)} smaller than the base image: ${formatSize(smallest.compressedBytes)} compressed instead of ${formatSize(baseBytes)}.`,
      uncompressedBytes: undefined,
      compressedBytes: saved,
      evidence: smaller.map(
        ({ name, compressedBytes }) => `${name} (${formatSize(compressedBytes)} compressed)`,
      ),
      place: { file: dockerfile.shown, line: root.firstLine },
      fix: [
        ...smaller.map(({ name }) => fromLine(dockerfile, root, name)),
        'Alpine is made of musl: native libraries need builds for it. Chiseled images have no shell and no package manager.',
      ].join('\n'),
      link: 'https://github.com/dotnet/dotnet-docker/blob/main/documentation/image-variants.md',
    },
  ]
}
