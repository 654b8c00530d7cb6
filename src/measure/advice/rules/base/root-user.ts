import { posix } from 'node:path'
import { readCopiedTree } from '../../../../plan/dockerfile/copied-paths.ts'
import type { Advice } from '../../advice.ts'
import { parseDotnetImage } from '../../dotnet-image.ts'
import { fixOf, pasteAt } from '../../edits.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** What starts another program as another user. */
const givesUp = /\b(?:gosu|su-exec|setpriv|runuser|chpst|s6-setuidgid)\b/

/** An image whose processes run as root. From .NET 8 on Microsoft's images have a user for the application, 1654. */
export function findRootUser(facts: ImageFacts): Advice[] {
  const { record, dockerfile, final, root, configs, instructions } = facts
  const [user = ''] = record.user.split(':')
  if (!['', '0', 'root'].includes(user) || !record.platform.startsWith('linux/')) return []
  if (instructions.some(({ argument }) => givesUp.test(argument))) return []
  const image = parseDotnetImage(root.base)
  const isOfficial = image?.isDead === false && Number.parseInt(image.version ?? '', 10) >= 8
  const name = isOfficial ? '$APP_UID' : '1654'
  const own = final.instructions
  const start = own.findIndex(({ keyword }) => keyword === 'ENTRYPOINT' || keyword === 'CMD')
  // What a RUN does below it may need root.
  const isLast = start >= 0 && own.slice(start).every(({ keyword }) => keyword !== 'RUN')
  const line = (isLast ? own[start]?.firstLine : own.at(-1)?.lastLine) ?? final.fromLastLine
  const [config] = configs
  const { workdir } = readCopiedTree(final)
  const folder = config === undefined ? workdir : posix.dirname(`/${config.path}`)
  return [
    {
      id: 'root-user',
      title: 'The container runs as root.',
      evidence: [`user: ${record.user === '' ? 'none set' : record.user}`],
      place: { file: dockerfile.shown, line },
      fix: fixOf(
        pasteAt(isLast ? 'Above' : 'Below', line, [`USER ${name}`]),
        folder === '/'
          ? undefined
          : `Where the app writes into its own folder, give that to the user, in a line above:\nRUN chown ${name} ${folder}`,
      ),
      link: 'https://docs.docker.com/build/building/best-practices/#user',
    },
  ]
}
