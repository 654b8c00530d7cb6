import type { LogPlace } from '../shared/log.ts'
import { cut } from './text/markdown.ts'
import type { TestReport } from '../testing/describe-tests.ts'
import type { JobReport } from './model/job-report.ts'

/** GitHub shows so many errors of a step, and so many warnings. */
const maxOfAKind = 10
const maxMessageLength = 3_000

/** A note on a file of the checkout. */
export interface FileAnnotation {
  severity: 'error' | 'warning'
  message: string
  place: LogPlace
}

/** Those that there is room for, and how many there is none for, in words; empty where all are shown. */
export interface ShownAnnotations {
  shown: FileAnnotation[]
  more: string
}

/**
 * Failed tests, then compiler messages, each on its file and line; those without a place in the checkout are left out. The job's own
 * problems and warnings come first: only what they leave of GitHub's ten of a kind is taken.
 */
export function readAnnotations({ tests, problems, warnings }: JobReport): ShownAnnotations {
  const all =
    tests === undefined
      ? []
      : [...tests.failures.flatMap(ofFailure), ...tests.compilerMessages.flatMap(ofMessage)]
  const errors = all.filter((one) => one.severity === 'error')
  const shownErrors = errors.slice(0, Math.max(0, maxOfAKind - problems.length))
  const shownWarnings = all
    .filter((one) => one.severity === 'warning')
    .slice(0, Math.max(0, maxOfAKind - warnings.length))
  const left = errors.length - shownErrors.length
  return {
    shown: [...shownErrors, ...shownWarnings],
    more:
      left === 0
        ? ''
        : `${shownErrors.length} of ${errors.length} errors are shown on their files, since GitHub shows ${maxOfAKind} for a step; ` +
          `the other ${left} are in the report.`,
  }
}

function ofFailure({ name, message, place }: TestReport['failures'][number]): FileAnnotation[] {
  if (place === undefined) return []
  const text = cut(message ?? 'failed', maxMessageLength)
  return [{ severity: 'error', message: text, place: { ...place, title: cut(name, 200) } }]
}

function ofMessage({
  severity,
  code,
  text,
  place,
}: TestReport['compilerMessages'][number]): FileAnnotation[] {
  if (place === undefined) return []
  return [{ severity, message: cut(text, maxMessageLength), place: { ...place, title: code } }]
}
