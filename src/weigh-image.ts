import { chooseBaseline } from './baseline.ts'
import { recordOfBaseline, type Baseline } from './compare/baseline.ts'
import { compareWithBaseline, type SizeFindings } from './compare/compare-with-baseline.ts'
import { askPackedBytes } from './docker/registry-size.ts'
import { readContextBytes, type Step } from './docker/steps.ts'
import type { Host } from './host.ts'
import type { BuiltImage, ImageJob, MeasuredImage } from './image-way.ts'
import { wordsOfBaseline, wordsOfMeasurement } from './log-words.ts'
import type { Advice } from './measure/advice/advice.ts'
import { adviseOn } from './measure/advice/advise-on.ts'
import { recordOf } from './measure/make-record.ts'
import { askNeighbours, nameNeighbours } from './measure/neighbours.ts'
import { runPhase } from './phase.ts'
import type { TestReport } from './verdict/describe-tests.ts'

/** What a job found out about the image, and the ways on from here. */
export interface WeighedImage extends Pick<MeasuredImage, 'toStart' | 'deliver'> {
  findings: SizeFindings & { layersRead: number; advice: Advice[] }
  warnings: string[]
}

/** What happened before the image was there. */
export interface ImageHistory {
  tests: TestReport
  /** Of the final build. */
  steps: Step[]
  stored: Baseline
}

/** Measures the image, looks what could be better, and compares it with its baseline and its budget. */
export async function weighImage(
  host: Host,
  job: Omit<ImageJob, 'before'>,
  built: BuiltImage,
  { tests, steps, stored }: ImageHistory,
): Promise<WeighedImage> {
  const { docker, log, context, redactor } = host
  const { settings, plan, builder } = job
  const asking = askNeighbours(
    (name, of) => askPackedBytes(docker, name, of, settings.builder),
    nameNeighbours(plan.dockerfile, plan.final),
    recordOfBaseline(stored),
  )
  const [{ measurement, toStart, deliver }, neighbours] = await runPhase(
    log,
    'Measure',
    () => Promise.all([built.measure(), asking]),
    ([found]) => wordsOfMeasurement(found.measurement),
  )
  const known = { identity: plan.identity, builder, source: context.writes }
  // It is kept where the pull requests of strangers can read it.
  const image = redactor.hideKnownIn(recordOf(measurement, { ...known, tests, steps, neighbours }))
  const contextBytes = readContextBytes([...tests.steps, ...steps])
  const advice = adviseOn({ record: image, ...plan, contextBytes, today: new Date() })
  const choose = (): Promise<Baseline> => chooseBaseline(host, job, image, stored)
  const baseline = await runPhase(log, 'Baseline', choose, wordsOfBaseline)
  const compared = compareWithBaseline(image, baseline, settings, context.labels)
  return {
    findings: { ...compared, layersRead: measurement.layersRead, advice },
    warnings: [...measurement.warnings, ...compared.baseline.warnings],
    toStart,
    deliver,
  }
}
