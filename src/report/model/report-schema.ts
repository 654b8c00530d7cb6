import * as v from 'valibot'
import { baseline, budget, comparison, downloadBytes, image, release } from './image-schema.ts'
import { bytes, count, digest, maybe, milliseconds, place, said, sizes, text, time } from './schema-values.ts'
import { tests } from './tests-schema.ts'

const step = v.object({
  stage: text,
  platform: text,
  position: text,
  name: v.string(),
  outcome: v.picklist(['cached', 'done', 'failed', 'cancelled']),
  durationMs: milliseconds,
  error: text,
  sentBytes: maybe(bytes, 'What went to the builder of the build context.'),
  receivedBytes: maybe(bytes, 'What came from a registry or a cache for it, compressed.'),
})

const smokeTest = v.object({
  check: said(v.string(), 'What was asked, such as `GET /healthz on port 8080`.'),
  outcome: v.picklist(['passed', 'failed']),
  durationMs: said(
    milliseconds,
    'From the start of the container to the success of the test, or to its failure; 0 where it never started.',
  ),
  httpStatus: v.optional(count),
  exitCode: v.optional(v.pipe(v.number(), v.safeInteger())),
  memoryBytes: maybe(bytes, 'What the container used when the test had passed, without the page cache.'),
  logLines: said(v.array(v.string()), 'The last lines that the container wrote.'),
})

/** Where advice may link to: a report from a fork must not bring links of its own, nor what ends a link in Markdown. */
const vendorPage =
  /^https:\/\/(?:learn\.microsoft\.com|docs\.docker\.com|github\.com\/dotnet\/dotnet-docker|alpinelinux\.org|wiki\.debian\.org|ubuntu\.com)\/[\w./#-]*$/

/** The version of report.json's form; it changes when a field changes its meaning or goes away. */
export const reportVersion = 2

/** The form of report.json, which docs/reference/report.schema.json publishes. Sizes are in bytes, times in milliseconds. */
export const reportSchema = v.object({
  version: v.literal(reportVersion),
  imageKey: v.string(),
  file: v.string(),
  target: v.string(),
  sizeMetric: said(v.picklist(['compressed', 'uncompressed']), 'What headline and budgets use.'),
  problems: v.array(
    v.object({ title: v.string(), message: v.string(), place: v.optional(place), snippet: text }),
  ),
  warnings: v.array(v.string()),
  source: maybe(
    v.object({
      repository: v.pipe(v.string(), v.regex(/^https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/)),
      commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)),
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
  release: maybe(release, 'The newest release before this commit; no budget is held against it.'),
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
  budget,
  platforms: maybe(
    v.array(
      v.object({
        platform: v.string(),
        manifestDigest: digest,
        ...sizes,
        downloadBytes,
        baseline: v.optional(v.object(sizes)),
        isBelowMinChange: v.optional(v.boolean()),
        release: v.optional(release),
        budget,
      }),
    ),
    'Of an image for several platforms, each with its own baseline and budget; the first is `image`.',
  ),
  checks: maybe(
    v.array(v.object({ rule: v.string(), message: v.string(), url: text, line: count })),
    'What BuildKit’s own checks say of the Dockerfile.',
  ),
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
    v.object({
      restoreMs: milliseconds,
      restoredBytes: said(bytes, 'Uncompressed; 0 where there was nothing to restore.'),
      saveMs: v.optional(milliseconds),
      savedBytes: v.optional(bytes),
    }),
    'What it cost to keep what the Dockerfile’s cache mounts have, and what it brought.',
  ),
  steps: v.object({ test: v.array(step), image: v.array(step) }),
  stages: maybe(
    v.array(
      v.object({
        name: v.string(),
        line: v.optional(count),
        from: v.optional(count),
        base: v.string(),
        copiesFrom: v.array(count),
        runsTests: v.boolean(),
        isFinal: v.boolean(),
      }),
    ),
    'The stages of the Dockerfile; `from` and `copiesFrom` are places in this list.',
  ),
  smokeTest: v.optional(smokeTest),
  exported: v.optional(
    v.object({
      digest: v.string(),
      outputs: v.array(
        v.object({
          how: v.picklist(['pushed', 'loaded', 'written']),
          where: said(v.string(), 'Image names, or a path; empty for an engine that was given no name.'),
          checkedBy: said(
            v.picklist(['manifest', 'config', 'build']),
            'What proves that it is the measured image: its manifest, its config, or that it comes from the same build.',
          ),
          durationMs: said(v.optional(milliseconds), 'Missing where the build itself did it.'),
        }),
      ),
    }),
  ),
})

/** report.json. */
export type ReportJson = v.InferOutput<typeof reportSchema>
