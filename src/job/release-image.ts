import type { AheadBuild } from '../build/build-ahead.ts'
import { recordOfBaseline } from '../compare/baseline.ts'
import type { Host } from './job-context.ts'
import { buildImage, type ImageJob } from './build-image.ts'
import { OtherImageError } from '../shared/errors.ts'
import { describeExcesses } from '../report/text/describe/describe-excess.ts'
import type { JobReport } from '../report/model/job-report.ts'
import { runSmokeTest } from '../smoke/smoke-test.ts'
import { weighImage, type ImageHistory } from './measure-and-compare.ts'

/** What happened before the image is built. */
export interface ShippingTools extends Omit<ImageHistory, 'steps'> {
  ahead: AheadBuild
}

/**
 * Builds the image, weighs it, holds it against its budget, starts it and delivers it; says whether it went out. What stopped
 * it is in `report`, with all that was found out. Throws a UserError.
 *
 * Who else uses the builder at the same time can make it give another image when the cached build is repeated, such as one from
 * their build cache. Then all of this is done once more, so that what went out in the end is what was measured.
 */
export async function shipImage(
  host: Host,
  job: Omit<ImageJob, 'before'>,
  tools: ShippingTools,
  report: JobReport,
): Promise<boolean> {
  const warnings = [...report.warnings]
  try {
    return await shipOnce(host, job, tools, report)
  } catch (error) {
    if (!(error instanceof OtherImageError)) throw error
    host.log.info(`${error.title}: ${error.message}\nIt is built and measured once more.`)
    report.warnings = warnings
    return shipOnce(host, job, tools, report)
  }
}

async function shipOnce(
  host: Host,
  job: Omit<ImageJob, 'before'>,
  { ahead, ...history }: ShippingTools,
  report: JobReport,
): Promise<boolean> {
  const before = history.stored.flatMap((baseline) => recordOfBaseline(baseline) ?? [])
  await using built = await buildImage(host, { ...job, before })
  report.steps = await ahead.addTo(built.steps)
  report.warnings.push(...built.warnings)

  const weighed = await weighImage(host, job, built, { ...history, steps: report.steps })
  Object.assign(report, weighed.findings)
  report.warnings.push(...weighed.warnings)
  report.problems.push(...describeExcesses(report.platforms, job.settings))
  if (report.problems.length > 0) return false

  report.smoke = await runSmokeTest(host, job.settings, weighed.toStart, (warning) =>
    report.warnings.push(warning),
  )
  if (report.smoke?.problem) {
    report.problems.push(report.smoke.problem)
    return false
  }
  report.delivery = await weighed.deliver()
  return true
}
