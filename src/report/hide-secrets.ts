import type { ReportJson } from './report-schema.ts'

/** A line that is shorter is a bracket of a JSON secret or the like, and would take half of the report along. */
const minLength = 4

/** What has one of a few values or is a figure in words: nothing of it comes from a program that could print a secret. */
const closed = new Set([
  ...[
    'kind',
    'verdict',
    'outcome',
    'source',
    'severity',
    'method',
    'compression',
    'sizeMetric',
    'how',
    'id',
    'link',
  ],
  ...['digest', 'manifestDigest', 'configDigest', 'createdAt', 'commit'],
])

/**
 * The report without the values of build secrets, line by line as the runner masks them in a log: it masks neither files nor
 * comments, and a test that fails may print what it was given.
 */
export function hideSecrets(
  report: ReportJson,
  secrets: readonly (readonly [id: string, value: string])[],
): ReportJson {
  const lines = secrets
    .flatMap(([, value]) => value.split(/\r\n|\r|\n/))
    .map((line) => line.trim())
    .filter((line) => line.length >= minLength)
  // A secret that is part of another one must not leave the rest of that standing.
  const hidden = [...new Set(lines)].sort((a, b) => b.length - a.length)
  return hidden.length === 0 ? report : (hideIn(report, hidden) as ReportJson)
}

function hideIn(value: unknown, hidden: readonly string[]): unknown {
  if (typeof value === 'string') return hidden.reduce((text, secret) => text.replaceAll(secret, '***'), value)
  if (Array.isArray(value)) return value.map((entry) => hideIn(entry, hidden))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, of]) => [key, closed.has(key) ? (of as unknown) : hideIn(of, hidden)]),
  )
}
