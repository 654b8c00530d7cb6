import type { Settings } from '../../inputs/settings.ts'
import { nameLine } from '../../plan/dockerfile/parse-dockerfile.ts'
import { formatCount, plural } from '../../shared/format.ts'
import { describeNeeds } from './missing-services.ts'
import { noCoverage, lineCoveragePercent } from '../coverage/merge-coverage.ts'
import type { TestReport } from '../test-report.ts'

/** What a verdict means for the job. */
export type Judgement =
  | { kind: 'go-on'; warnings: string[] }
  | { kind: 'fail'; warnings: string[]; title: string; message: string; place: TestReport['place'] }

const maxLines = 10

const alone =
  'The image was built at the same time; with parallel-build: false it waits, and the tests have the machine for themselves.'

/**
 * Decides whether the job may go on: only tests that ran and passed, or were cached or left out as asked, let it. `ranInParallel` says
 * that the image was built at the same time.
 */
export function judgeTests(
  tests: TestReport,
  { allowNoTests, minCoveragePercent }: Pick<Settings, 'allowNoTests' | 'minCoveragePercent'>,
  ranInParallel: boolean,
): Judgement {
  const stages = tests.stages.join(', ')
  const { warnings } = tests
  const fail = (title: string, lines: readonly string[]): Judgement => {
    const all = [describePlace(tests), ...lines, tests.hiddenBy ?? '']
    const message = all.filter((line) => line !== '').join('\n')
    return { kind: 'fail', warnings, title, message, place: tests.place }
  }
  switch (tests.result) {
    case 'unknown':
    case 'passed':
      return judgeCoverage(tests, minCoveragePercent) ?? { kind: 'go-on', warnings }
    case 'skipped':
      return tests.whyNotRun === 'elsewhere'
        ? { kind: 'go-on', warnings }
        : { kind: 'go-on', warnings: [...warnings, `No tests were run: ${tests.reason}.`] }
    case 'no-tests':
      return allowNoTests
        ? { kind: 'go-on', warnings: [...warnings, `No test ran in stage ${stages}: ${tests.reason}.`] }
        : fail(`No test ran in stage ${stages}`, [
            tests.reason,
            'If that is meant to be, set allow-no-tests: true.',
          ])
    case 'failed':
      return fail(
        `${formatCount(tests.counts.failed)} of ${plural(tests.counts.total, 'test')} failed in stage ${stages}`,
        failedLines(tests),
      )
    case 'error':
      return fail(tests.failure?.title ?? titleOf(tests), [
        ...brokenLines(tests),
        ...(ranInParallel && tests.shortage !== undefined ? [alone] : []),
      ])
  }
}

/** What became of the tests, in at most 60 characters where the project's name lets it. */
function titleOf({ stages, trouble }: TestReport): string {
  const names = stages.join(', ')
  const { project } = trouble ?? {}
  switch (trouble?.kind) {
    case 'stopped':
      return `The tests of ${project ?? `stage ${names}`} did not come to their end`
    case 'failed':
      return `${project ?? 'A test run'} failed, although none of its tests did`
    case 'never-started':
      return project === undefined ? 'A test command never started' : `The tests of ${project} never started`
    case 'lost':
    case 'silent':
      return `Results of the tests of ${project ?? `stage ${names}`} are missing`
    case 'exit-code':
      return `The test command of stage ${names} failed`
    default:
      return `The tests of stage ${names} could not run`
  }
}

function judgeCoverage(tests: TestReport, minimum: number | undefined): Judgement | undefined {
  if (minimum === undefined || tests.isCached === true) return undefined
  const { warnings, coverage } = tests
  const percent = coverage && lineCoveragePercent(coverage)
  if (percent !== undefined && percent >= minimum) return undefined
  const missing = warnings.find((one) => one.startsWith(noCoverage)) ?? `${noCoverage}.`
  const message =
    percent === undefined
      ? `min-coverage is ${minimum} %. ${missing}`
      : `The tests cover ${percent.toFixed(1)} % of the lines; min-coverage is ${minimum} %.`
  const others = warnings.filter((one) => one !== missing)
  return {
    kind: 'fail',
    warnings: others,
    title: 'Line coverage is below its minimum',
    message,
    place: undefined,
  }
}

function describePlace({ place }: TestReport): string {
  if (place === undefined) return ''
  return `${nameLine(place.file, place.line)}${place.command === '' ? '' : ` ${place.command}`}`
}

function failedLines({ failures, counts, failure, place }: TestReport): string[] {
  const lines = listLines(
    failures.map((failure) => `✘ ${failure.name}`),
    counts.failed,
  )
  const missing = failure?.isMissingFile === true ? failure.message.split('\n') : []
  const needs = describeNeeds(failures.map(({ message }) => message))
  const isGenerated = place !== undefined && place.line === undefined
  return [...lines, ...missing, needs ?? '', needs !== undefined && isGenerated ? ofGenerated : '']
}

const ofGenerated =
  'This stage was generated: paste it without the projects of these tests, or set missing-test-stage: skip to run none here.'

function brokenLines({ reason, failure, counts }: TestReport): string[] {
  const [, ...rest] = failure?.message.split('\n') ?? []
  if (failure?.isKnown === true)
    return [...(failure.isAfterTests ? countsLine(counts) : []), ...failure.message.split('\n')]
  return [reason, ...rest]
}

/** That the tests passed, where something else failed their command. */
function countsLine({ passed, skipped }: TestReport['counts']): string[] {
  if (passed === 0) return []
  return [
    `The tests passed: ${formatCount(passed)}${skipped > 0 ? `, and ${formatCount(skipped)} skipped` : ''}.`,
  ]
}

function listLines(lines: readonly string[], total: number): string[] {
  const shown = lines.slice(0, maxLines)
  return total > shown.length ? [...shown, `… and ${formatCount(total - shown.length)} more`] : shown
}
