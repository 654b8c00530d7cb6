import type { BaselineTools, Records } from '../baselines/baseline-tools.ts'
import { chooseBaseline } from '../baselines/find-baseline.ts'
import type { Baseline } from '../compare/comparable.ts'
import { isUpToLabel } from '../compare/budget.ts'
import { compareWithBaseline, type SizeFindings } from '../compare/compare-with-baseline.ts'
import { releaseWarnings, withRelease } from '../compare/compare-with-release.ts'
import type { DockerTools } from '../docker/docker.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { Problem } from '../report/model/job-report.ts'
import { describeExcesses } from '../report/text/describe-excess.ts'
import { whyUnknown } from '../shared/errors.ts'
import { joinParts } from '../shared/format.ts'
import { runPhase } from '../shared/log.ts'
import { buildImage } from './build-image.ts'
import type { Before, ImageJob, Run, Tools } from './job.ts'

/** How an image stands against what it was. */
export interface ComparedImage {
  /** One for each platform. */
  platforms: SizeFindings[]
  warnings: string[]
  /** The budgets that it exceeds. */
  problems: Problem[]
}

type CompareTools = DockerTools & Pick<Tools, 'github'>

/** Compares the image of each platform with its own baseline and the last release, and holds each against the budget. */
export async function compareImage(
  tools: CompareTools,
  context: Run['context'],
  job: Omit<ImageJob, 'before'> & Before,
  images: readonly ImageRecord[],
): Promise<ComparedImage> {
  const { settings, released } = job
  const compared = await runPhase(
    tools.log,
    'Baseline',
    async () => {
      const pairs = await chooseBaselines(tools, { history: context, remote: tools.github }, job, images)
      return await compareAll(tools.github, context, settings, pairs)
    },
    (found) => found.map(({ baseline }) => describeChoice(baseline)).join('; '),
  )
  const platforms = compared.map((found, index) => withRelease(found, released[index], settings))
  return {
    platforms,
    warnings: [...baselineWarnings(platforms), ...releaseWarnings(released)],
    problems: describeExcesses(platforms, settings),
  }
}

interface Pair {
  image: ImageRecord
  baseline: Baseline
}

async function chooseBaselines(
  { docker, log, tempFolder }: Omit<CompareTools, 'github'>,
  records: Pick<Records, 'history' | 'remote'>,
  job: Omit<ImageJob, 'before'> & Before,
  images: readonly ImageRecord[],
): Promise<Pair[]> {
  const rebuild: BaselineTools['rebuild'] = (rebuilt, folder) =>
    buildImage({ docker, log, tempFolder: folder }, { ...rebuilt, deliveries: [] })
  const pairs: Pair[] = []
  for (const [index, image] of images.entries()) {
    const found = job.stored[index]
    if (found === undefined) continue
    const tools = { docker, log, tempFolder, rebuild }
    pairs.push({ image, baseline: await chooseBaseline(tools, records, job, image, found) })
  }
  return pairs
}

/** Where the budget is up to a label, GitHub is asked for those of now: a run that is started again has the event of the first time. */
export async function compareAll(
  github: Pick<NonNullable<Tools['github']>, 'labelsOf'> | undefined,
  { pullRequest, labels }: Pick<Run['context'], 'pullRequest' | 'labels'>,
  settings: ImageJob['settings'],
  pairs: readonly Pair[],
): Promise<SizeFindings[]> {
  const compare = (labels: readonly string[], warnings: string[] = []): SizeFindings[] =>
    pairs.map(({ image, baseline }, index) => {
      const told = index === 0 ? [...baseline.warnings, ...warnings] : baseline.warnings
      return compareWithBaseline(image, { ...baseline, warnings: told }, settings, labels)
    })
  const findings = compare(labels)
  if (pullRequest === undefined || !findings.some(({ budget }) => isUpToLabel(budget, settings)))
    return findings
  const now = await github?.labelsOf(pullRequest)
  if (now?.kind === 'known') return compare(now.value)
  const reason = whyUnknown(now)
  const warning = `The labels that the pull request has now are not known, so those of the event that started the run count: ${reason}.`
  return findings.some(({ budget }) => budget.kind === 'exceeded') ? compare(labels, [warning]) : findings
}

/** What to tell about the baselines; with several platforms, of which one. */
function baselineWarnings(findings: readonly SizeFindings[]): string[] {
  return findings.flatMap(({ image, baseline }) =>
    baseline.warnings.map((warning) => (findings.length > 1 ? `${image.platform}: ${warning}` : warning)),
  )
}

/** Which baseline was chosen, or why there is none, for the log. */
function describeChoice(baseline: Baseline): string {
  if (baseline.kind === 'none') return baseline.reason.replace(/\.$/, '')
  const { commit, branch } = baseline.record
  return joinParts(' ', [
    `found by ${baseline.source}`,
    commit && `of commit ${commit.slice(0, 7)}`,
    branch && `on ${branch}`,
  ])
}
