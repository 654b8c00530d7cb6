import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { parseAs } from '../shared/schema-values.ts'
import type { Log } from '../shared/log.ts'
import { isDone, whyNot, type Docker, type DockerOutcome } from './docker.ts'
import { watchBuilder } from './build/watch-builder.ts'

const answerDeadlineMs = 30_000

const descriptorSchema = v.looseObject({ digest: v.string() })

/** What the engine has under a name: an index, or the manifest for one platform. */
export type EngineDescriptor = v.InferOutput<typeof descriptorSchema>

/** What the engine has under a name, or of that for one platform; undefined for its legacy store, and for a platform before Docker 28. */
export async function askDescriptor(
  docker: Docker,
  reference: string,
  platform?: string,
): Promise<EngineDescriptor | undefined> {
  const options = platform === undefined ? [] : ['--platform', platform]
  const args = ['image', 'inspect', ...options, '--format', '{{json .Descriptor}}', reference]
  return parseAs(descriptorSchema, (await docker.ask(args, answerDeadlineMs)) ?? '')
}

/** Gives an image of the engine another name. Throws an Error with docker's words. */
export async function tagImage(docker: Docker, image: string, name: string): Promise<void> {
  const args = ['image', 'tag', image, name]
  requireDone(await docker.run({ args, deadlineMs: answerDeadlineMs, isBrief: true }))
}

/** Pushes an image of the engine under its name; gives the digest that the registry has now, as far as docker tells. Throws its words. */
export async function pushImage(
  docker: Docker,
  name: string,
  print: (line: string) => void,
): Promise<string | undefined> {
  let digest: string | undefined
  const watch = watchBuilder(docker, 'default')
  const onLine = (line: string): void => {
    watch.heard()
    digest = /digest: (sha256:[0-9a-f]{64})/.exec(line)?.[1] ?? digest
    print(line)
  }
  const ended = await docker
    .run({ args: ['image', 'push', name], onLine, signal: watch.lost })
    .finally(watch.stop)
  if (watch.lost.aborted) throw new Error(String(watch.lost.reason))
  requireDone(ended)
  return digest
}

/** A name in the engine that nobody else uses; it goes away when this is disposed of, and when the job is cancelled. */
export interface OwnName extends AsyncDisposable {
  reference: string
}

/** Makes a name for an image that is loaded next; the log hears of one that could not be taken away. */
export function makeOwnName(docker: Docker, log: Pick<Log, 'warning'>, purpose: string): OwnName {
  const reference = `dotnet-container-${randomUUID()}:${purpose}`
  const undo = docker.undoLater(['image', 'rm', '--force', reference], (why) => {
    // A load that failed has left no name.
    if (!/no such image/i.test(why)) log.warning(`The image ${reference} could not be removed: ${why}`)
  })
  return { reference, ...undo }
}

function requireDone(ended: DockerOutcome): void {
  if (!isDone(ended)) throw new Error(ended.kind === 'exited' ? whyNot(ended) : `docker: ${ended.kind}`)
}
