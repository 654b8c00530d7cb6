import { mountsOf, targetOfMount, secretIdOf, type MountOptions } from '../../../plan/dockerfile/mounts.ts'
import { lineOf, type FailedBuild, type BuildFailure } from '../failure.ts'

/** How a build secret is given, and when it is not there. */
function secretWords(id: string): string {
  const name = id.replace(/\W/g, '_').toUpperCase()
  return (
    `Set the input secrets: ${id}=\${{ secrets.${name} }}, or secret-envs or secret-files. ` +
    'Runs of forks have no secrets, and those of Dependabot only its own.'
  )
}

/** A server refuses a RUN: the build secret that the RUN has, or how it is given one. */
export function describeCredentials(
  server: string,
  { instruction }: Pick<FailedBuild, 'instruction'>,
  [id, mount]: [id: string, mount: string],
): string {
  const own = mountsOf(instruction, 'secret').map(secretIdOf).find(Boolean)
  return own === undefined
    ? `${server} wants credentials: give them to this RUN as a build secret, --mount=type=secret,${mount}. ${secretWords(id)}`
    : `${server} refused what the build secret ${own} of this RUN has. ${secretWords(own)}`
}

/** A RUN wants a build secret or an SSH key that this build was not given. */
export function readMissingSecret(build: FailedBuild): BuildFailure | undefined {
  const { error, instruction } = build
  const required = /^secret (\S+): not found$/m.exec(error.message)?.[1]
  const unread = required === undefined ? findUnreadSecret(build) : undefined
  const id = required ?? unread?.id
  if (id !== undefined) {
    const said = unread?.isRefused === true ? [unread.line.trim().slice(0, 300)] : []
    return {
      title: 'A build secret was not given',
      message: [
        `RUN of ${lineOf(build, instruction.firstLine)} ${required === undefined ? 'reads' : 'requires'} the build secret ${id}, and the build has none with a value.`,
        ...said,
        secretWords(id),
      ].join('\n'),
    }
  }
  const key = /unset ssh forward key (\S+)/.exec(error.message)?.[1]
  if (key === undefined) return undefined
  return {
    title: 'An SSH key was not given to the build',
    message: `A RUN requires the SSH key ${key}. Start an agent that has it, and set the input ssh: ${key}. Runs of forks have no secrets.`,
  }
}

/** What servers and their clients say to who has no credentials. */
const refusal =
  /\b40[13] \((?:Unauthorized|Forbidden)\)|\bE40[134]\b|\b40[13] (?:Unauthorized|Forbidden)|authentication (?:failed|required)|credential provider could not acquire|could not read Username/i

/** A secret that isn't required is an empty place: the command misses its file or its variable, or goes without and is refused. */
function findUnreadSecret({
  instruction,
  lines,
  sources: { secretIds },
}: FailedBuild): { id: string; line: string; isRefused: boolean } | undefined {
  for (const options of mountsOf(instruction, 'secret')) {
    const id = secretIdOf(options)
    if (id === undefined || secretIds?.includes(id) === true) continue
    const missed = lines.find((line) => missesSecret(line, options))
    const refused = secretIds === undefined ? undefined : lines.find((line) => refusal.test(line))
    const line = missed ?? refused
    if (line !== undefined) return { id, line, isRefused: missed === undefined }
  }
  return undefined
}

function missesSecret(line: string, options: MountOptions): boolean {
  const path = targetOfMount(options) ?? `/run/secrets/${options.get('id') ?? ''}`
  if (line.includes(path))
    return /no such file|not found|(?:does not|doesn't) exist|cannot (?:find|open|stat)|could not find/i.test(
      line,
    )
  const variable = options.get('env')
  if (variable === undefined || !line.includes(variable)) return false
  return /unbound variable|parameter (?:not set|null)|not set|is empty|missing|required/i.test(line)
}
