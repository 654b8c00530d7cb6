import { chooseBaseline, findStored, saveBaseline } from '../baselines/find-baseline.ts'
import type { Baseline } from '../compare/baseline.ts'
import { isUpToLabel } from '../compare/budget.ts'
import { compareWithBaseline } from '../compare/compare-with-baseline.ts'
import type { SizeFindings } from '../compare/size-findings.ts'
import { whyUnknown } from '../github/repository.ts'
import type { Host } from './job-context.ts'
import { buildImage, type ImageJob } from './build-image.ts'
import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import { recordOf, type RecordContext } from '../measure/record/make-record.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { ActionsCacheState } from '../github/actions-cache-state.ts'
import type { ImageIdentity } from '../plan/image-identity.ts'

/** Looks for the stored measurements of all platforms, in their order: each has a series of its own, whichever job builds it. */
export async function findStoredOfAll(
  host: Host,
  settings: Settings,
  identity: ImageIdentity,
  actionsCache: ActionsCacheState,
  [first, ...others]: readonly [string, ...string[]],
): Promise<[Baseline, ...Baseline[]]> {
  const found: [Baseline, ...Baseline[]] = [await findStored(host, settings, identity, actionsCache, first)]
  // One after the other: records pass through one folder.
  for (const platform of others) {
    found.push(await findStored(host, settings, identity, actionsCache, platform))
  }
  return found
}

/** The records of all platforms. The tests ran once; they are kept with the first one. */
export function recordAll(
  [first, ...others]: readonly [Measurement, ...Measurement[]],
  context: RecordContext,
): [ImageRecord, ...ImageRecord[]] {
  const rest = { ...context, tests: undefined, neighbours: undefined }
  return [recordOf(first, context), ...others.map((measurement) => recordOf(measurement, rest))]
}

/**
 * Compares the image of each platform with its own baseline, and holds each against the budget. Where that is up to a label, GitHub
 * is asked for those of now: a run that is started again has the event of the first time.
 */
export async function compareAll(
  host: Host,
  job: Omit<ImageJob, 'before'>,
  images: readonly ImageRecord[],
  stored: readonly Baseline[],
): Promise<SizeFindings[]> {
  const tools = {
    ...host,
    rebuild: (rebuilt: ImageJob, tempFolder: string) => buildImage({ ...host, tempFolder }, rebuilt),
  }
  const pairs: { image: ImageRecord; baseline: Baseline }[] = []
  for (const [index, image] of images.entries()) {
    const found = stored[index]
    if (found === undefined) continue
    pairs.push({ image, baseline: await chooseBaseline(tools, job, image, found) })
  }
  const compare = (labels: readonly string[], warnings: string[] = []): SizeFindings[] =>
    pairs.map(({ image, baseline }, index) => {
      const told = index === 0 ? [...baseline.warnings, ...warnings] : baseline.warnings
      return compareWithBaseline(image, { ...baseline, warnings: told }, job.settings, labels)
    })
  const { pullRequest, labels } = host.context
  const findings = compare(labels)
  if (pullRequest === undefined || !findings.some(({ budget }) => isUpToLabel(budget, job.settings)))
    return findings
  const now = await host.github?.labelsOf(pullRequest)
  if (now?.kind === 'told') return compare(now.value)
  const reason = whyUnknown(now)
  const warning = `The labels that the pull request has now are not known, so those of the event that started the run count: ${reason}.`
  return findings.some(({ budget }) => budget.kind === 'exceeded') ? compare(labels, [warning]) : findings
}

/** Keeps the records of all platforms for the next time; gives a warning for each that was lost. */
export async function saveAll(
  host: Host,
  settings: Settings,
  findings: readonly SizeFindings[],
  stored: readonly Baseline[],
  platforms: readonly string[],
): Promise<string[]> {
  const lost: string[] = []
  for (const [index, { image }] of findings.entries()) {
    const found = stored[index]
    const platform = platforms[index] ?? image.platform
    if (found !== undefined) lost.push(...(await saveBaseline(host, settings, image, found, platform)))
  }
  return lost
}

/** What to tell about the baselines; with several platforms, of which one. */
export function baselineWarnings(findings: readonly SizeFindings[]): string[] {
  return findings.flatMap(({ image, baseline }) =>
    baseline.warnings.map((warning) => (findings.length > 1 ? `${image.platform}: ${warning}` : warning)),
  )
}
