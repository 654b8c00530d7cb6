import { recordOfBaseline, type Baseline } from '../compare/baseline.ts'
import { releaseWarnings, withRelease, type ReleaseBaseline } from '../compare/release/release.ts'
import type { SizeFindings } from '../compare/size-findings.ts'
import { askCompressedBytes } from '../docker/registry-size.ts'
import { readContextBytes, type Step } from '../docker/build/steps.ts'
import type { Host } from './job-context.ts'
import type { BuiltImage, ImageJob, MeasuredImage } from './build-image.ts'
import { wordsOfBaseline, wordsOfMeasurement } from './log-messages.ts'
import type { Advice } from '../measure/advice/advice.ts'
import { adviseOn } from '../measure/advice/advise-on.ts'
import { askNeighbours, nameNeighbours } from '../measure/analyze/neighbour-tags.ts'
import { runPhase } from '../shared/phase.ts'
import { baselineWarnings, compareAll, recordAll } from './platform-records.ts'
import type { TestReport } from '../testing/describe-tests.ts'

/** What a job found out about the image, and the ways on from here. */
export interface WeighedImage extends Pick<MeasuredImage, 'toStart' | 'deliver'> {
  findings: { platforms: SizeFindings[]; layersRead: number; advice: Advice[] }
  warnings: string[]
}

/** What happened before the image was there. */
export interface ImageHistory {
  tests: TestReport
  /** Of the final build. */
  steps: Step[]
  /** One for a platform. */
  stored: readonly [Baseline, ...Baseline[]]
  /** One for a platform, or none. */
  released: readonly ReleaseBaseline[]
}

/** Measures the image for each platform, looks what could be better, and compares it with its baseline and its budget. */
export async function weighImage(
  host: Host,
  job: Omit<ImageJob, 'before'>,
  built: BuiltImage,
  { tests, steps, stored, released }: ImageHistory,
): Promise<WeighedImage> {
  const { docker, log, context, redactor } = host
  const { settings, plan, builder } = job
  const asking = askNeighbours(
    (name, of) => askCompressedBytes(docker, name, of, settings.builder),
    nameNeighbours(plan.dockerfile, plan.final),
    recordOfBaseline(stored[0]),
  )
  const [{ measurements, toStart, deliver }, neighbours] = await runPhase(
    log,
    'Measure',
    () => Promise.all([built.measure(), asking]),
    ([found]) => found.measurements.map(wordsOfMeasurement).join('; '),
  )
  const known = { identity: plan.identity, builder, source: context.writes }
  // They are kept where the pull requests of strangers can read them.
  const images = redactor.hideKnownIn(recordAll(measurements, { ...known, tests, steps, neighbours }))
  const contextBytes = readContextBytes([...tests.steps, ...steps])
  const hasDockerignore = plan.ignoreFile !== undefined
  const advice = adviseOn({ record: images[0], ...plan, hasDockerignore, contextBytes, today: new Date() })
  const compared = await runPhase(
    log,
    'Baseline',
    () => compareAll(host, job, images, stored),
    (found) => found.map(({ baseline }) => wordsOfBaseline(baseline)).join('; '),
  )
  const platforms = compared.map((found, index) => withRelease(found, released[index], settings))
  return {
    findings: {
      platforms,
      layersRead: measurements.reduce((sum, { layersRead }) => sum + layersRead, 0),
      advice,
    },
    warnings: [
      ...measurements.flatMap(({ warnings }) => warnings),
      ...baselineWarnings(platforms),
      ...releaseWarnings(released),
    ],
    toStart,
    deliver,
  }
}
