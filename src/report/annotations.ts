import { formatCount, plural } from '../shared/format.ts'
import { cutText } from '../shared/text.ts'
import type { LogPlace } from '../shared/log.ts'
import type { DockerfileFinding } from '../docker/check-dockerfile.ts'
import type { TestReport } from '../testing/test-report.ts'
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

/** Those that there is room for, and how many there is none for, in words; empty where all are shown. */
export interface ShownAnnotations {
  shown: FileAnnotation[]
  more: string
}

/**
 * Failed tests, then compiler messages, then as notices what the plan says of the Dockerfile and BuildKit's checks of it, each on its file and
 * line; those without a place in the checkout are left out. The job's own problems and warnings come first: only what they leave of GitHub's ten of a kind is taken.
 */
export function readAnnotations(report: JobReport): ShownAnnotations {
  const { tests, problems, warnings } = report
  const all = [
    ...(tests?.failures.flatMap(ofFailure) ?? []),
    ...(tests?.compilerMessages.flatMap(ofMessage) ?? []),
  ]
  const errors = all.filter((one) => one.severity === 'error')
  const shownErrors = errors.slice(0, Math.max(0, maxOfAKind - problems.length))
  const shownWarnings = all
    .filter((one) => one.severity === 'warning')
    .slice(0, Math.max(0, maxOfAKind - warnings.length))
  const left = errors.length - shownErrors.length
  return {
    shown: [
      ...shownErrors,
      ...shownWarnings,
      ...[
        ...report.notices.map((notice) => ofNotice(notice, report.fileShown)),
        ...report.checks.map((check) => ofCheck(check, report.fileShown)),
      ].slice(0, maxOfAKind),
    ],
    more:
      left === 0
        ? ''
        : `${shownErrors.length} of ${plural(errors.length, 'error')} are shown on their files, since GitHub shows ${maxOfAKind} for a step; ` +
          `the other ${formatCount(left)} are in the report.`,
  }
}

function ofFailure({ name, message, place }: TestReport['failures'][number]): FileAnnotation[] {
  if (place === undefined) return []
  const text = cutText(message ?? 'failed', maxMessageLength)
  return [{ severity: 'error', message: text, place: { ...place, title: cutText(name, 200) } }]
}

function ofMessage({
  severity,
  code,
  text,
  place,
}: TestReport['compilerMessages'][number]): FileAnnotation[] {
  if (place === undefined) return []
  return [
    {
      severity,
      message: cutText(text === '' ? code : text, maxMessageLength),
      place: { ...place, title: code },
    },
  ]
}

/** Without the lines to paste, which the report has. */
function ofNotice({ message, snippet }: Notice, file: string): FileAnnotation {
  const words = message.replace(snippet ?? '', '(in the report)').replace(/\n{2,}/g, '\n')
  return { severity: 'notice', message: cutText(words, maxMessageLength), place: { file, line: 1 } }
}

function ofCheck({ rule, message, url, line }: DockerfileFinding, file: string): FileAnnotation {
  const text = url === undefined ? message : `${message} (${url})`
  return { severity: 'notice', message: cutText(text, maxMessageLength), place: { file, line, title: rule } }
}
