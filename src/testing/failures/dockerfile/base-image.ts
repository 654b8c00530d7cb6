import { isUntrusted } from '../ways-out.ts'
import { lineOf, type FailedBuild, type BuildFailure } from '../failure.ts'

const unresolved =
  /(?:^|[\s"])(\S+): failed to resolve source metadata for (\S+?): ([^]*)|^failed to resolve source metadata for (\S+?): ([^]*)/

/** What fetches layers says; a cache is asked in the same words, and done without. */
const lostLayer = /httpReadSeeker[^]*|failed commit on ref "layer-[^]*/

/** An image that a stage begins from, or copies from, could not be read from its registry. */
export function readBaseImage(build: FailedBuild): BuildFailure | undefined {
  const { error, sources } = build
  const found = unresolved.exec(error.message)
  const [layer] = lostLayer.exec(error.message) ?? []
  if (found === null && layer !== undefined) return explain(layer, layer)
  const image = found?.[1] ?? found?.[4]
  const why = (found?.[3] ?? found?.[5])?.trim()
  if (image === undefined || why === undefined) return undefined
  const where = error.line === undefined ? '' : `${lineOf(build, error.line)}: `
  const said = `${where}${image}: ${why}`
  const noStage = describeNoStage(build, image)
  if (noStage !== undefined) return { title: 'No stage has that name', message: `${where}${noStage}` }
  const line = sources.dockerfile.text.split('\n')[(error.line ?? 0) - 1]
  if (line?.startsWith('#') === true)
    return {
      title: 'The Dockerfile frontend could not be pulled',
      message: `${said}\nIt is the image of the line # syntax=. Without that line the builder takes its own.`,
    }
  return explain(said, why)
}

function explain(said: string, why: string): BuildFailure {
  if (/\b429\b|toomanyrequests|pull rate limit/i.test(why))
    return {
      title: 'The registry of a base image limits pulls',
      message: `${said}\nLog in to it before this step (docker/login-action), or take the image from another registry.`,
    }
  if (/not found|manifest unknown|no match for platform/i.test(why) && !/denied|unauthorized/i.test(why))
    return {
      title: 'A base image was not found',
      message: `${said}\nThe registry has no such name or tag, or not for this platform.`,
    }
  if (isUntrusted.test(why))
    return {
      title: 'A base image could not be pulled',
      message: `${said}\nThe builder does not trust its registry: give it the certificate of the authority (ca in buildkitd.toml, or in /etc/docker/certs.d).`,
    }
  if (/unexpected commit digest/.test(why))
    return {
      title: 'A base image could not be pulled',
      message: `${said}\nWhat arrived is not what the registry promised: start the job again.`,
    }
  const isRefused = /\b40[13]\b|unauthorized|authorization|denied|authentication/i.test(why)
  const wayOut = isRefused
    ? 'Is the name right? Else log in to its registry before this step (docker/login-action), with an account that may read it. Runs of forks have no secrets.'
    : 'Is the name right, and can the builder reach its registry?'
  return { title: 'A base image could not be pulled', message: `${said}\n${wayOut}` }
}

/** A name of a stage that BuildKit took for an image: it looks like one of them, or stands in `--from` without tag, registry or folder. */
function describeNoStage(build: FailedBuild, image: string): string | undefined {
  const { sources, error, instruction } = build
  const names = sources.dockerfile.stages.flatMap(({ name }) => name ?? [])
  const below = sources.dockerfile.stages.find(({ name }) => name === image)
  if (below !== undefined)
    return `stage ${image} begins below, at ${lineOf(build, below.firstLine)}, so it was taken for an image: a stage takes only from those above it.`
  const meant = /\(did you mean (\S+?)\?\)/.exec(error.message)?.[1]
  const isNamed = meant !== undefined && names.includes(meant)
  const isOfFrom = instruction.flags.some(({ value }) => new RegExp(`(?:^|from=)${image}(?:,|$)`).test(value))
  if (!isNamed && !(isOfFrom && /^\w+$/.test(image))) return undefined
  const words = `no stage above is called ${image}, so it was taken for an image`
  return isNamed
    ? `${words}. Is it ${meant}?`
    : `${words}, which could not be pulled. The stages are ${names.join(', ')}.`
}
