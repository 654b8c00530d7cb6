import * as v from 'valibot'
import { mountUseSchema } from '../../build/fill-cache-mounts.ts'
import { budgetSchema } from '../../compare/budget.ts'
import { releaseSchema } from '../../compare/compare-with-baseline.ts'
import { outputSchema } from '../../deliver/deliver-image.ts'
import { findingSchema, stepSchema } from '../../docker/build/build-result.ts'
import { stageSchema } from '../../plan/stages/describe-stages.ts'
import { smokeSchema } from '../../smoke/smoke-test.ts'
import { baseline, comparison, downloadBytes, image } from './image-schema.ts'
import {
  bytes,
  commit,
  count,
  counts,
  digest,
  maybe,
  milliseconds,
  place,
  said,
  sizes,
  text,
  time,
} from '../../shared/schema-values.ts'
import { flakyTestSchema, testResultSchema, testRunSchema } from '../../testing/results/test-results.ts'
import { coverageSchema } from '../../testing/coverage/merge-coverage.ts'

/** Where advice may link to: a report from a fork must not bring links of its own, nor what ends a link in Markdown. */
const vendorPage =
  /^https:\/\/(?:learn\.microsoft\.com|docs\.docker\.com|github\.com\/dotnet\/dotnet-docker|alpinelinux\.org|wiki\.debian\.org|ubuntu\.com)\/[\w./#-]*$/

/** What the tests came to. */
const tests = v.object({
  result: v.picklist(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
  reason: said(v.string(), 'Why the result is this one, in words.'),
  whyNotRun: maybe(
    v.picklist(['elsewhere', 'missing', 'unrelated']),
    'Why the tests were skipped: another job runs them, there is no test stage, or none for the target.',
  ),
  cached: maybe(v.boolean(), 'No test ran: nothing that they depend on has changed since they passed.'),
  hiddenBy: maybe(v.string(), 'What kept a failure from failing the build.'),
  stages: said(v.array(v.string()), 'The test stages that were built.'),
  place: maybe(
    v.object({ file: v.string(), line: v.optional(count), command: v.string() }),
    'The RUN to look at when something is wrong.',
  ),
  source: said(v.picklist(['files', 'log', 'none']), 'Where the results come from.'),
  counts,
  failures: v.array(
    v.object({ ...testResultSchema.entries, project: v.string(), framework: text, place: v.optional(place) }),
  ),
  flaky: maybe(v.array(flakyTestSchema), 'Tests that failed in one attempt and passed in a later one.'),
  coverage: v.optional(coverageSchema),
  runs: said(v.array(testRunSchema), 'One for each test project and framework.'),
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

/** The version of report.json's form; it changes when a field changes its meaning or goes away. */
export const reportVersion = 2

/** The form of report.json, which docs/reference/report.schema.json publishes. Sizes are in bytes, times in milliseconds. */
export const reportSchema = v.object({
  version: v.literal(reportVersion),
  imageKey: said(v.string(), 'The image’s name in reports and baselines.'),
  file: said(v.string(), 'The Dockerfile, relative to the workspace.'),
  target: said(v.string(), 'The final stage.'),
  sizeMetric: said(v.picklist(['compressed', 'uncompressed']), 'What headline and budgets use.'),
  problems: said(
    v.array(v.object({ title: v.string(), message: v.string(), place: v.optional(place), snippet: text })),
    'What failed the job; empty when it passed.',
  ),
  warnings: said(v.array(v.string()), 'What was lost or left out; it does not fail the job.'),
  source: maybe(
    v.object({
      repository: v.pipe(v.string(), v.regex(/^https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/)),
      commit,
      folder: maybe(v.string(), 'Where the clone is in the workspace; absent where it is the workspace.'),
    }),
    'The checked-out commit, which places link to; absent in a terminal.',
  ),
  notices: maybe(
    v.array(v.object({ message: v.string(), snippet: text })),
    'What is good to know, such as a stage to paste.',
  ),
  testsOnly: maybe(v.boolean(), 'The Dockerfile has nothing but tests, so there is no image.'),
  tests: v.optional(tests),
  image: v.optional(image),
  baseline: v.optional(baseline),
  comparison: v.optional(comparison),
  release: maybe(releaseSchema, 'The newest release before this commit; no budget is held against it.'),
  advice: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      compressedBytes: v.optional(bytes),
      uncompressedBytes: v.optional(bytes),
      evidence: v.array(v.string()),
      place: v.optional(place),
      fix: v.string(),
      link: said(v.pipe(v.string(), v.regex(vendorPage)), 'The vendor’s page about it.'),
    }),
  ),
  history: said(
    v.array(v.object({ createdAt: time, commit: text, ...sizes })),
    'Earlier baselines, the oldest first.',
  ),
  budget: budgetSchema,
  platforms: maybe(
    v.array(
      v.object({
        platform: v.string(),
        manifestDigest: digest,
        ...sizes,
        downloadBytes,
        baseline: v.optional(v.object(sizes)),
        isBelowMinChange: v.optional(v.boolean()),
        release: v.optional(releaseSchema),
        budget: budgetSchema,
      }),
    ),
    'Of an image for several platforms, each with its own baseline and budget; the first is `image`.',
  ),
  checks: maybe(v.array(findingSchema), 'What BuildKit’s own checks say of the Dockerfile.'),
  cache: v.optional(
    v.object({
      kind: v.picklist(['gha', 'registry', 'local', 'own', 'off']),
      from: v.array(v.string()),
      to: v.array(v.string()),
      testsFrom: v.optional(v.array(v.string())),
      testsTo: said(v.array(v.string()), 'For what only test stages need, one for each of them.'),
      reason: v.string(),
      warnings: v.array(v.string()),
    }),
  ),
  cacheUse: v.optional(
    v.object({
      readMs: said(milliseconds, 'For finding out what is in it.'),
      receivedBytes: said(bytes, 'Of layers that came out of it, compressed.'),
      writeMs: v.optional(milliseconds),
    }),
  ),
  cacheMounts: maybe(
    mountUseSchema,
    'What it cost to keep what the Dockerfile’s cache mounts have, and what it brought.',
  ),
  steps: said(
    v.object({ test: v.array(stepSchema), image: v.array(stepSchema) }),
    'Of the build of the tests, and of that of the image.',
  ),
  stages: maybe(
    v.array(stageSchema),
    'The stages of the Dockerfile; `from` and `copiesFrom` are places in this list.',
  ),
  smokeTest: v.optional(smokeSchema),
  exported: maybe(
    v.object({ digest: v.string(), outputs: v.array(outputSchema) }),
    'Where the image was pushed, loaded or written.',
  ),
})

/** report.json. */
export type ReportJson = v.InferOutput<typeof reportSchema>
