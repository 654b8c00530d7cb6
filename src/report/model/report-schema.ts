import * as v from 'valibot'

/** A value, and what it means where its name doesn't say that. */
const said = <T extends v.GenericSchema>(schema: T, text: string) =>
  v.pipe(schema, v.description<v.InferOutput<T>, string>(text))

const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const changeBytes = v.pipe(v.number(), v.safeInteger())
const milliseconds = v.pipe(v.number(), v.minValue(0))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))
const text = v.optional(v.string())
const time = v.pipe(v.string(), v.isoTimestamp())
const sizes = { compressedBytes: bytes, uncompressedBytes: bytes }
const changes = { compressedChangeBytes: changeBytes, uncompressedChangeBytes: changeBytes }

/** Where advice may link to: a report from a fork must not bring links of its own, nor what ends a link in Markdown. */
const vendorPage =
  /^https:\/\/(?:learn\.microsoft\.com|docs\.docker\.com|github\.com\/dotnet\/dotnet-docker|alpinelinux\.org|wiki\.debian\.org|ubuntu\.com)\/[\w./#-]*$/

const place = v.object({
  file: said(v.string(), 'Relative to the workspace.'),
  line: v.optional(count),
  column: v.optional(count),
})

const counts = v.object({ total: count, passed: count, failed: count, skipped: count })

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

const tests = v.object({
  result: v.picklist(['passed', 'failed', 'error', 'no-tests', 'skipped', 'unknown']),
  reason: v.string(),
  cached: v.optional(
    said(v.boolean(), 'No test ran: nothing that they depend on has changed since they passed.'),
  ),
  hiddenBy: v.optional(said(v.string(), 'What kept a failure from failing the build.')),
  stages: v.array(v.string()),
  place: v.optional(
    said(
      v.object({ file: v.string(), line: v.optional(count), command: v.string() }),
      'The RUN to look at when something is wrong.',
    ),
  ),
  source: v.picklist(['files', 'log', 'none']),
  counts,
  failures: v.array(
    v.object({ ...testResult, project: v.string(), framework: text, place: v.optional(place) }),
  ),
  flaky: v.optional(
    said(
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
  baseline: v.optional(
    said(
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
  ),
})

const base = v.object({
  name: v.string(),
  digest: v.optional(digest),
  layerCount: count,
  dotnetVersion: text,
})

const layer = v.object({
  digest,
  ...sizes,
  createdBy: said(v.string(), 'What made it, as the image’s history words it.'),
  isBase: v.boolean(),
  line: v.optional(count),
  copiedFrom: text,
})

const partKind = v.picklist([
  'base',
  'package',
  'project',
  'runtime',
  'single-file',
  'static-web-assets',
  'other',
  'repeated',
  'archive',
  'unlisted',
  'config',
])

const downloadBytes = said(
  bytes,
  'Compressed layers that a machine which holds the baseline image does not have; all without a baseline.',
)

const image = v.object({
  platform: v.string(),
  engine: v.string(),
  driver: v.string(),
  method: said(v.picklist(['oci-layout', 'docker-save']), 'docker-save: compressed sizes are estimates.'),
  compression: v.picklist(['gzip', 'zstd', 'none', 'other']),
  manifestDigest: digest,
  configDigest: digest,
  configBytes: bytes,
  compressedBytes: said(bytes, 'Compressed layers plus the config, as a registry stores them.'),
  uncompressedBytes: said(bytes, 'Sum of the uncompressed layers, as on a node’s disk.'),
  downloadBytes,
  base: v.optional(base),
  user: v.string(),
  layers: v.array(layer),
  layersRead: said(count, 'The others are known from the baseline.'),
  createdAt: time,
  commit: text,
  sdk: v.optional(
    said(
      v.object({ name: v.string(), compressedBytes: bytes }),
      'The image that it was built in, as the registry has it.',
    ),
  ),
  parts: said(
    v.array(
      v.object({
        kind: partKind,
        name: v.string(),
        version: text,
        fileCount: count,
        ...sizes,
        isEstimate: v.boolean(),
      }),
    ),
    'What the image is made of; they add up to both sizes exactly.',
  ),
  hidden: v.object({
    bytes: said(bytes, 'Uncompressed bytes of files that a later layer replaces or removes.'),
    files: v.array(v.object({ path: v.string(), sizeBytes: bytes, layer: count, hiddenBy: count })),
  }),
})

const comparison = v.object({
  ...changes,
  isBelowMinChange: said(v.boolean(), 'The change is no larger than the input min-change.'),
  minChangeBytes: said(bytes, 'The input min-change: smaller changes count as none.'),
  layers: v.array(
    v.object({
      kind: v.picklist(['same', 'changed', 'added', 'removed']),
      before: v.optional(layer),
      after: v.optional(layer),
    }),
  ),
  parts: said(
    v.array(
      v.object({
        kind: v.picklist([...partKind.options, 'recompressed']),
        name: v.string(),
        versionBefore: text,
        versionAfter: text,
        ...changes,
        isEstimate: v.boolean(),
      }),
    ),
    'What the change consists of; they add up to both changes exactly.',
  ),
  files: v.array(
    v.object({
      kind: v.picklist(['added', 'removed', 'changed', 'renamed']),
      path: v.string(),
      pathBefore: text,
      beforeBytes: bytes,
      afterBytes: bytes,
      compressedChangeBytes: said(
        changeBytes,
        'An estimate: a file of the same size may compress otherwise.',
      ),
      part: v.object({ kind: v.picklist([...partKind.options, 'recompressed']), name: v.string() }),
    }),
  ),
})

const baseline = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    source: v.picklist(['cache', 'folder', 'registry', 'rebuild']),
    reference: v.optional(said(v.string(), 'The image’s name in its registry.')),
    commitsBetween: v.optional(said(count, 'How many commits its own one is behind the base commit.')),
    commit: text,
    branch: text,
    changedBuildArgs: v.optional(
      said(v.array(v.string()), 'Names of build arguments that differ from those of then.'),
    ),
    createdAt: time,
    ...sizes,
    base: v.optional(base),
    baseCompressedBytes: said(bytes, 'Its layers that come from its base image.'),
  }),
  v.object({ kind: v.literal('none'), reason: v.string() }),
])

const step = v.object({
  stage: text,
  platform: text,
  position: text,
  name: v.string(),
  outcome: v.picklist(['cached', 'done', 'failed', 'cancelled']),
  durationMs: milliseconds,
  error: text,
  sentBytes: v.optional(said(bytes, 'What went to the builder of the build context.')),
  receivedBytes: v.optional(said(bytes, 'What came from a registry or a cache for it, compressed.')),
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
  memoryBytes: v.optional(
    said(bytes, 'What the container used when the test had passed, without the page cache.'),
  ),
  logLines: said(v.array(v.string()), 'The last lines that the container wrote.'),
})

const limits = v.array(
  v.variant('kind', [
    v.object({ kind: v.literal('size'), isExceeded: v.boolean(), limitBytes: bytes, sizeBytes: bytes }),
    v.object({
      kind: v.literal('growth'),
      isExceeded: v.boolean(),
      written: v.string(),
      limitBytes: bytes,
      growthBytes: said(changeBytes, 'What counts, without `ignoredBytes`.'),
      ignoredBytes: said(bytes, 'Growth of the base image that does not count.'),
    }),
  ]),
)

/** The version of report.json's form; it changes when a field changes its meaning or goes away. */
export const reportVersion = 2

const budget = v.variant('kind', [
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.picklist(['passed', 'exceeded']), limits }),
  v.object({
    kind: v.literal('overridden'),
    limits,
    label: said(v.string(), 'The label of the pull request that allows its growth.'),
  }),
])

const release = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    tag: v.string(),
    taggedCommit: v.string(),
    commitsBefore: said(count, 'How many commits before that one the image was measured.'),
    createdAt: time,
    ...sizes,
    ...changes,
    isBelowMinChange: said(v.boolean(), 'The change is no larger than the input min-change.'),
  }),
  v.object({ kind: v.literal('none'), reason: v.string() }),
])

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
  source: v.optional(
    said(
      v.object({
        repository: v.pipe(v.string(), v.regex(/^https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/)),
        commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)),
      }),
      'The checked-out commit, which places link to; absent in a terminal.',
    ),
  ),
  notices: v.optional(
    said(
      v.array(v.object({ message: v.string(), snippet: text })),
      'What is good to know, such as a stage to paste.',
    ),
  ),
  testsOnly: v.optional(said(v.boolean(), 'The Dockerfile has nothing but tests, so there is no image.')),
  tests: v.optional(tests),
  image: v.optional(image),
  baseline: v.optional(baseline),
  comparison: v.optional(comparison),
  release: v.optional(said(release, 'The newest release before this commit; no budget is held against it.')),
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
  platforms: v.optional(
    said(
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
  ),
  checks: v.optional(
    said(
      v.array(v.object({ rule: v.string(), message: v.string(), url: text, line: count })),
      'What BuildKit’s own checks say of the Dockerfile.',
    ),
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
  cacheMounts: v.optional(
    said(
      v.object({
        restoreMs: milliseconds,
        restoredBytes: said(bytes, 'Uncompressed; 0 where there was nothing to restore.'),
        saveMs: v.optional(milliseconds),
        savedBytes: v.optional(bytes),
      }),
      'What it cost to keep what the Dockerfile’s cache mounts have, and what it brought.',
    ),
  ),
  steps: v.object({ test: v.array(step), image: v.array(step) }),
  stages: v.optional(
    said(
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
