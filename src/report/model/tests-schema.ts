import * as v from 'valibot'
import { count, counts, maybe, milliseconds, place, said, text } from '../../shared/schema-values.ts'

const testResult = {
  name: v.string(),
  className: text,
  outcome: v.picklist(['passed', 'failed', 'skipped']),
  durationMs: v.optional(milliseconds),
  message: text,
  stack: text,
  stdout: text,
  stderr: text,
}

const coverageCounts = {
  linesCovered: count,
  linesValid: count,
  branchesCovered: count,
  branchesValid: count,
}

/** What the tests came to. */
export const tests = v.object({
  result: v.picklist(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
  reason: v.string(),
  cached: maybe(v.boolean(), 'No test ran: nothing that they depend on has changed since they passed.'),
  hiddenBy: maybe(v.string(), 'What kept a failure from failing the build.'),
  stages: v.array(v.string()),
  place: maybe(
    v.object({ file: v.string(), line: v.optional(count), command: v.string() }),
    'The RUN to look at when something is wrong.',
  ),
  source: v.picklist(['files', 'log', 'none']),
  counts,
  failures: v.array(
    v.object({ ...testResult, project: v.string(), framework: text, place: v.optional(place) }),
  ),
  flaky: maybe(
    v.array(
      v.object({
        name: v.string(),
        project: v.string(),
        framework: text,
        attempts: v.array(v.picklist(['passed', 'failed', 'skipped'])),
        message: text,
      }),
    ),
    'Tests that failed in one attempt and passed in a later one.',
  ),
  coverage: v.optional(
    v.object({
      total: v.object(coverageCounts),
      files: v.array(v.object({ path: v.string(), ...coverageCounts })),
    }),
  ),
  runs: v.array(
    v.object({
      source: v.picklist(['trx', 'log']),
      project: v.string(),
      framework: text,
      results: v.array(v.object(testResult)),
      counts,
      durationMs: v.optional(milliseconds),
      errors: v.array(v.string()),
      aborted: v.boolean(),
      incomplete: v.boolean(),
    }),
  ),
  compilerMessages: v.array(
    v.object({
      severity: v.picklist(['error', 'warning']),
      code: v.string(),
      text: v.string(),
      place: v.optional(place),
    }),
  ),
  durationMs: milliseconds,
  baseline: maybe(
    v.object({
      durationMs: milliseconds,
      linesCovered: v.optional(count),
      linesValid: v.optional(count),
      counts: v.optional(counts),
      gone: said(v.array(v.string()), 'Tests that ran then and are not there now.'),
      newlySkipped: said(v.array(v.string()), 'Tests that ran then and are skipped now.'),
      added: said(v.array(v.string()), 'Tests that ran now and did not run then.'),
    }),
    'The tests of the baseline, and which came and went since.',
  ),
})
