import { testedElsewhere } from '../../testing/test-report.ts'
import type { ReportJson } from './report-schema.ts'

/** What became of one image of a workflow: its report, or why there is none. */
export type MergedImage =
  { name: string; kind: 'report'; report: ReportJson } | { name: string; kind: 'lost'; reason: string }

/** What the tests of an image, or of all of them, came to. */
export type Verdict = NonNullable<ReportJson['tests']>['result']

/** From the worst to the best. */
const verdicts: readonly Verdict[] = ['error', 'failed', 'no-tests', 'unknown', 'skipped', 'passed']

/** What the tests of one image came to; without a report, or where the job ended before them, they are `error`. */
export function verdictOf(image: MergedImage): Verdict {
  return (image.kind === 'report' ? image.report.tests?.result : undefined) ?? 'error'
}

/** Whether something is wrong with the image, so that the whole is red. */
export function isBad(image: MergedImage): boolean {
  return image.kind === 'lost' || image.report.problems.length > 0
}

/** The worst verdict of all; `error` when there are none, since nothing proves that anything was tested. A platform whose tests another job runs does not count. */
export function worstVerdict(images: readonly MergedImage[]): Verdict {
  const tested = images.filter(
    (image) => image.kind === 'lost' || image.report.tests?.reason !== testedElsewhere,
  )
  const found = new Set((tested.length > 0 ? tested : images).map(verdictOf))
  return verdicts.find((verdict) => found.has(verdict)) ?? 'error'
}
