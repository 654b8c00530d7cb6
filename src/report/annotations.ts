import { formatCount, plural } from '../shared/format.ts'
import { cutText } from '../shared/text.ts'
import type { LogPlace } from '../shared/log.ts'
import type { Notice } from '../plan/generate/answer-missing.ts'
import type { JobReport } from './model/job-report.ts'

/** GitHub shows so many errors of a step, and so many warnings. */
const maxOfAKind = 10
const maxMessageLength = 3_000

/** A note on a file of the checkout. */
export interface FileAnnotation {
  severity: 'error' | 'warning' | 'notice'
  message: string
  place: LogPlace
}

/**
 * Failed tests, then compiler messages, then as notices what the plan says of the Dockerfile and BuildKit's checks of it, each on its file and
 * line; those without a place in the checkout are left out. The job's own problems and warnings come first: only what they leave of GitHub's ten of a kind is `shown`,
 * and `more` has words on the errors that are not.
 */
export function readAnnotations(report: JobReport): { shown: FileAnnotation[]; more: string } {
  const { tests, problems, warnings, notices, checks, fileShown: file } = report
  const all = [
    ...(tests?.failures ?? []).map(({ name, message, place }) =>
      annotate('error', message ?? 'failed', place && { ...place, title: cutText(name, 200) }),
    ),
    ...(tests?.compilerMessages ?? []).map(({ severity, code, text, place }) =>
      annotate(severity, text === '' ? code : text, place && { ...place, title: code }),
    ),
    ...notices.map((notice) => annotate('notice', withoutSnippet(notice), { file, line: 1 })),
    ...checks.map(({ rule, message, url, line }) =>
      annotate('notice', url === undefined ? message : `${message} (${url})`, { file, line, title: rule }),
    ),
  ].flat()
  const firstOf = (severity: FileAnnotation['severity'], taken: number): FileAnnotation[] =>
    all.filter((one) => one.severity === severity).slice(0, Math.max(0, maxOfAKind - taken))
  const errors = firstOf('error', problems.length)
  const errorCount = all.filter(({ severity }) => severity === 'error').length
  const left = errorCount - errors.length
  const more =
    `${errors.length} of ${plural(errorCount, 'error')} are shown on their files, since GitHub shows ${maxOfAKind} for a step; ` +
    `the other ${formatCount(left)} are in the report.`
  return {
    shown: [...errors, ...firstOf('warning', warnings.length), ...firstOf('notice', 0)],
    more: left === 0 ? '' : more,
  }
}

/** None for what has no place in the checkout. */
function annotate(
  severity: FileAnnotation['severity'],
  message: string,
  place: LogPlace | undefined,
): FileAnnotation[] {
  return place === undefined ? [] : [{ severity, message: cutText(message, maxMessageLength), place }]
}

/** Without the lines to paste, which the report has. */
function withoutSnippet({ message, snippet }: Notice): string {
  return message.replace(snippet ?? '', '(in the report)').replace(/\n{2,}/g, '\n')
}
