import { chainOf } from '../../../../plan/dockerfile/stage-graph.ts'
import type { Advice } from '../../advice.ts'
import { parseDotnetImage } from '../../dotnet-image.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** An image whose processes run as root. From .NET 8 on Microsoft's images have a user for the application. */
export function findRootUser({ record, dockerfile, final, root }: ImageFacts): Advice[] {
  const [user = ''] = record.user.split(':')
  if (!['', '0', 'root'].includes(user) || !record.platform.startsWith('linux/')) return []
  const version = record.base?.dotnetVersion ?? parseDotnetImage(root.base)?.version ?? ''
  const hasAppUser = Number.parseInt(version, 10) >= 8
  const start = chainOf(dockerfile, final)
    .flatMap(({ instructions }) => instructions)
    .find(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD')
  return [
    {
      id: 'root-user',
      title: 'The container runs as root.',
      uncompressedBytes: undefined,
      compressedBytes: undefined,
      evidence: [`user: ${record.user === '' ? 'none set' : record.user}`],
      place: { file: dockerfile.shown, line: start?.firstLine ?? final.firstLine },
      fix: `Above this line:\nUSER ${hasAppUser ? '$APP_UID' : '1000:1000'}`,
      link: 'https://docs.docker.com/build/building/best-practices/#user',
    },
  ]
}
