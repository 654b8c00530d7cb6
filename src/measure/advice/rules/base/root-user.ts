import type { Advice } from '../../advice.ts'
import { parseDotnetImage } from '../../dotnet-image.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** An image whose processes run as root. From .NET 8 on Microsoft's images have a user for the application. */
export function findRootUser({ record, dockerfile, final, root }: ImageFacts): Advice[] {
  const [user = ''] = record.user.split(':')
  if (!['', '0', 'root'].includes(user) || !record.platform.startsWith('linux/')) return []
  const version = record.base?.dotnetVersion ?? parseDotnetImage(root.base)?.version ?? ''
  const hasAppUser = Number.parseInt(version, 10) >= 8
  const own = final.instructions
  const start = own.findIndex(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD')
  // What a RUN does below it may need root.
  const isLast = start >= 0 && own.slice(start).every(({ keyword }) => keyword !== 'RUN')
  const line = isLast ? own[start]?.firstLine : (own.at(-1)?.lastLine ?? final.fromLastLine)
  return [
    {
      id: 'root-user',
      title: 'The container runs as root.',
      uncompressedBytes: undefined,
      compressedBytes: undefined,
      evidence: [`user: ${record.user === '' ? 'none set' : record.user}`],
      place: { file: dockerfile.shown, line: line ?? final.firstLine },
      fix: `${isLast ? 'Above' : 'Below'} this line:\nUSER ${hasAppUser ? '$APP_UID' : '1000:1000'}`,
      link: 'https://docs.docker.com/build/building/best-practices/#user',
    },
  ]
}
