import type { LogPlace } from '../shared/log.ts'
import { cut } from './text/markdown.ts'
import type { JobReport } from './model/job-report.ts'

/** GitHub shows ten errors and ten warnings of a step; one error is the job's own problem. */
const maxErrors = 9
const maxWarnings = 8
const maxMessageLength = 3_000

/** A note on a file of the checkout. */
export interface FileAnnotation {
  severity: 'error' | 'warning'
  message: string
  place: LogPlace
}

/** Failed tests, then compiler messages, each on its file and line; those without a place in the checkout are left out. */
export function readAnnotations({ tests }: JobReport): FileAnnotation[] {
  if (tests === undefined) return []
  const failures = tests.failures.flatMap(({ name, message, place }): FileAnnotation[] =>
    place === undefined
      ? []
      : [
          {
            severity: 'error',
            message: cut(message ?? 'failed', maxMessageLength),
            place: { ...place, title: cut(name, 200) },
          },
        ],
  )
  const messages = tests.compilerMessages.flatMap(({ severity, code, text, place }): FileAnnotation[] =>
    place === undefined
      ? []
      : [{ severity, message: cut(text, maxMessageLength), place: { ...place, title: code } }],
  )
  const all = [...failures, ...messages]
  return [
    ...all.filter((one) => one.severity === 'error').slice(0, maxErrors),
    ...all.filter((one) => one.severity === 'warning').slice(0, maxWarnings),
  ]
}
