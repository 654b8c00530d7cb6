import type { Settings } from '../inputs/settings.ts'
import type { TestReport } from './run-tests.ts'

/** What a verdict means for the job. */
export type Judgement =
  | { kind: 'go-on'; warnings: string[] }
  | { kind: 'fail'; warnings: string[]; title: string; message: string; place: TestReport['place'] }

const maxNames = 10

/** Decides whether the job may go on: only tests that ran and passed, or were cached or left out as asked, let it. */
export function judgeTests(tests: TestReport, settings: Pick<Settings, 'allowNoTests'>): Judgement {
  const stages = tests.stages.join(', ')
  const message = [describePlace(tests), tests.reason, ...failedNames(tests)]
    .filter((line) => line !== '')
    .join('\n')
  switch (tests.verdict) {
    case 'passed':
    case 'cached':
      return { kind: 'go-on', warnings: [] }
    case 'not-run':
      return { kind: 'go-on', warnings: [`No tests were run: ${tests.reason}.`] }
    case 'none-ran': {
      if (settings.allowNoTests)
        return { kind: 'go-on', warnings: [`No test ran in stage ${stages}: ${tests.reason}.`] }
      const wayOut = 'If that is meant to be, set allow-no-tests: true.'
      return {
        kind: 'fail',
        warnings: [],
        title: `No test ran in stage ${stages}`,
        message: `${message}\n${wayOut}`,
        place: tests.place,
      }
    }
    case 'failed':
      return {
        kind: 'fail',
        warnings: [],
        title: `${tests.counts.failed} of ${tests.counts.total} tests failed in stage ${stages}`,
        message,
        place: tests.place,
      }
    case 'broken':
      return {
        kind: 'fail',
        warnings: [],
        title: `The tests of stage ${stages} could not run`,
        message,
        place: tests.place,
      }
  }
}

function describePlace({ place }: TestReport): string {
  if (place === undefined) return ''
  return `${place.file}:${place.line ?? 1}${place.command === '' ? '' : ` ${place.command}`}`
}

function failedNames({ runs, counts }: TestReport): string[] {
  const names = runs.flatMap((run) =>
    run.results.filter((one) => one.outcome === 'failed').map((one) => `  ✘ ${one.name}`),
  )
  const left = counts.failed - Math.min(names.length, maxNames)
  return names.length === 0
    ? []
    : [...names.slice(0, maxNames), ...(left > 0 ? [`  … and ${left} more`] : [])]
}
