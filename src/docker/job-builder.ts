import type { Log } from '../shared/log.ts'
import { UserError, messageOf } from '../shared/errors.ts'
import { errorLineOf } from './build/buildkit-words.ts'
import { inspectBuilder, writesLayouts, type Builder } from './builder.ts'
import { isDone, whyNot, type Docker } from './docker.ts'
import { formatDuration } from '../shared/format.ts'

/** It pulls the image moby/buildkit, some 100 MB. */
const createDeadlineMs = 180_000
const removeDeadlineMs = 60_000

/** A builder that a job may make for itself. */
export interface JobBuilder {
  /** The same for all steps of one job, and for no other job. */
  name: string
  /** Sees to it that `removeJobBuilder` is called when the job ends, however it ends; comes before the builder is there. */
  remember: () => void
}

/** What a job wants of what builds. */
export interface BuilderWish {
  /** The builder that was asked for by name; undefined: any that can do the work. */
  name: string | undefined
  /** That builder, or the one that docker uses by itself. */
  current: Promise<Builder>
  /** The images that the Dockerfile begins from: a builder other than the engine can't see those that only the engine has. */
  images: readonly string[]
}

/** What builds, and what the user did not get. */
export interface OpenedBuilder {
  builder: Builder
  /** It stands in for the engine, where people expect to find the image afterwards. */
  isMadeForJob: boolean
  warnings: string[]
}

/**
 * Gives what builds: the builder asked for, the current one, or, in place of an engine with its legacy store, one made for the job; where that
 * fails the engine, with a warning. Throws a UserError as `current` rejects.
 */
export async function openBuilder(
  docker: Docker,
  log: Log,
  { name, current: asked, images }: BuilderWish,
  own: JobBuilder | undefined,
): Promise<OpenedBuilder> {
  const current = await asked
  if (name !== undefined || writesLayouts(current) || own === undefined) {
    return { builder: current, isMadeForJob: false, warnings: [] }
  }
  const known = await inspectBuilder(docker, own.name).catch(unlessUserError)
  if (known !== undefined) return { builder: known, isMadeForJob: true, warnings: [] }
  const reason = await whyEngine(docker, log, own, images)
  if (reason !== undefined) {
    const warnings = [`The Docker engine builds by itself: ${reason}.`]
    return { builder: current, isMadeForJob: false, warnings }
  }
  return { builder: await inspectBuilder(docker, own.name), isMadeForJob: true, warnings: [] }
}

/** Takes a job's builder away with its container, its cache and its network; gives why that failed. */
export async function removeJobBuilder(docker: Docker, name: string): Promise<string | undefined> {
  const ended = await docker.run({
    args: ['buildx', 'rm', '--force', name],
    deadlineMs: removeDeadlineMs,
  })
  // A builder that never came to be needs no removing.
  return isDone(ended) || /no builder/i.test(whyNot(ended)) ? undefined : whyNot(ended)
}

/** Makes the job's builder; gives why the engine has to do without. */
async function whyEngine(
  docker: Docker,
  log: Log,
  own: JobBuilder,
  images: readonly string[],
): Promise<string | undefined> {
  const local = await findLocalImage(docker, images)
  if (local !== undefined) {
    return `${local} is in no registry but in the engine alone, where no other builder finds it. Push it, or name it in build-contexts`
  }
  try {
    own.remember()
  } catch (error) {
    const why = messageOf(error)
    return `one that is made for this job could not be removed at its end, since the runner takes no state (${why})`
  }
  log.info('The Docker engine has its legacy image store, so a builder is made for this job.')
  const startedAt = performance.now()
  const args = ['buildx', 'create', '--name', own.name, '--driver', 'docker-container', '--bootstrap']
  // What docker/setup-buildx-action permits too; a build gets none of it unless `allow` names it.
  const permitted = ['security.insecure', 'network.host'].map((one) => `--allow-insecure-entitlement ${one}`)
  const made = await docker.run({
    args: [...args, '--buildkitd-flags', permitted.join(' ')],
    deadlineMs: createDeadlineMs,
  })
  if (isDone(made)) {
    log.info(`Builder ${own.name} is ready after ${formatDuration(performance.now() - startedAt)}.`)
    return undefined
  }
  await removeJobBuilder(docker, own.name)
  const said = made.kind === 'exited' ? errorLineOf(made.stderr) : 'it was not ready in time'
  return `no builder could be made for this job from the image moby/buildkit (${said})`
}

/** The first of these images that the engine has from no registry: its legacy store gives a digest only to what was pulled or pushed. */
async function findLocalImage(docker: Docker, images: readonly string[]): Promise<string | undefined> {
  const asked = images.map(async (image) => {
    const args = ['image', 'inspect', '--format', '{{len .RepoDigests}}', image]
    return (await docker.ask(args))?.trim() === '0'
  })
  const isLocal = await Promise.all(asked)
  return images.find((_, index) => isLocal[index])
}

function unlessUserError(error: unknown): undefined {
  if (error instanceof UserError) return undefined
  throw error
}
