import * as v from 'valibot'
import { formatCount, plural } from '../../shared/format.ts'
import { counts, milliseconds, text } from '../../shared/schema-values.ts'

const outcome = v.picklist(['passed', 'failed', 'skipped'])

/** What one test came to: `skipped` also stands for tests that were found but never ran. */
export type Outcome = v.InferOutput<typeof outcome>

/** One test, or one row of a data-driven test; texts are cut by the reader, `message` is the reason of a skipped one. */
export const testResultSchema = v.object({
  name: v.string(),
  className: text,
  outcome,
  durationMs: v.optional(milliseconds),
  message: text,
  stack: text,
  stdout: text,
  stderr: text,
})

/** The same as a type. */
export type TestResult = v.InferOutput<typeof testResultSchema>

/** How many tests a run had, by outcome; `total` is the sum of the other three. */
export type Counts = v.InferOutput<typeof counts>

/** A test that failed in one attempt and passed in a later one. */
export const flakyTestSchema = v.object({
  name: v.string(),
  project: v.string(),
  framework: text,
  /** What each attempt came to, in their order, as far as it is known. */
  attempts: v.array(outcome),
  /** What the first failed attempt said. */
  message: text,
})

/** The same as a type. */
export type FlakyTest = v.InferOutput<typeof flakyTestSchema>

/** The tests of one assembly on one framework. `counts` outranks the length of `results`: a log names no passed test, and long lists are cut. */
export const testRunSchema = v.object({
  source: v.picklist(['trx', 'log']),
  /** Name of the assembly without its extension; empty where the source does not say it. */
  project: v.string(),
  /** Short name such as `net10.0`. */
  framework: text,
  results: v.array(testResultSchema),
  counts,
  durationMs: v.optional(milliseconds),
  /** Errors of the run itself: words of a crash, an abort, a file that could not be read to its end. */
  errors: v.array(v.string()),
  /** The run says of itself that it crashed, hung or was stopped. */
  aborted: v.boolean(),
  /** The source ended before the run did: a cut file, or a log without the run's summary. */
  incomplete: v.boolean(),
})

/** The same as a type, with what the report does not show. */
export interface TestRun extends v.InferOutput<typeof testRunSchema> {
  /** Path of the assembly, as far as the source has one. */
  assembly?: string | undefined
  /** When it began, in milliseconds since 1970. */
  startedAt?: number | undefined
  /** Tests that it ran more than once. */
  flaky?: FlakyTest[] | undefined
  /** The last line that it printed, where the log does not tell of its end. */
  lastLine?: string | undefined
  /** The process that left its file. */
  process?: string | undefined
  /** Microsoft.Testing.Platform printed its failures and no exit code: where that was 0, they passed in a later attempt. */
  mayHavePassed?: boolean | undefined
}

/** Counts of nothing. */
export const noCounts: Readonly<Counts> = { total: 0, passed: 0, failed: 0, skipped: 0 }

/** The sum of two counts, by outcome. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    total: a.total + b.total,
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  }
}

/** Passed tests in words, with what else is to be said of green ones: `12 tests passed, 3 skipped, 1 flaky`. */
export function formatPassed({ passed, skipped }: Pick<Counts, 'passed' | 'skipped'>, flaky = 0): string {
  const others = [
    ...(skipped > 0 ? [`${formatCount(skipped)} skipped`] : []),
    ...(flaky > 0 ? [`${formatCount(flaky)} flaky`] : []),
  ]
  return [`${plural(passed, 'test')} passed`, ...others].join(', ')
}

/** Counts results by their outcome. */
export function countResults(results: Iterable<Pick<TestResult, 'outcome'>>): Counts {
  const counts = { ...noCounts }
  for (const { outcome } of results) {
    counts[outcome] += 1
    counts.total += 1
  }
  return counts
}

/** The name of a test with its class, which NUnit and MSTest leave out of it. */
export function fullName({ name, className }: TestResult): string {
  return className === undefined || name.startsWith(className) ? name : `${className}.${name}`
}

/** A run whose tests all have their class in their name. */
export function withFullNames(run: TestRun): TestRun {
  return { ...run, results: run.results.map((result) => ({ ...result, name: fullName(result) })) }
}
