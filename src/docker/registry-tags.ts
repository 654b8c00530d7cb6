import type { Docker } from './docker.ts'

const deadlineMs = 120_000

/**
 * Gives what a registry has under a digest its names there, with one command; nothing is sent anew. `reference` is
 * `repository@digest`, `names` are of the same repository. Throws an Error with docker's words.
 */
export async function setTags(
  docker: Docker,
  reference: string,
  names: readonly string[],
  builder: string | undefined,
): Promise<void> {
  const args = [
    ...['buildx', 'imagetools', 'create', '--progress=plain'],
    ...(builder === undefined ? [] : ['--builder', builder]),
    // A manifest stays one: else it would get an index around it, and another digest.
    ...['--prefer-index=false', ...names.flatMap((name) => ['--tag', name]), reference],
  ]
  const ended = await docker.run({ args, deadlineMs })
  if (ended.kind === 'exited' && ended.code === 0) return
  const said = ended.kind === 'exited' ? ended.stderr.trim().split('\n').at(-1) : undefined
  throw new Error(said?.replace(/^ERROR:\s*/, '') ?? `no answer within ${deadlineMs / 1000} s`)
}
