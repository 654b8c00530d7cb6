import * as v from 'valibot'

const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const changeBytes = v.pipe(v.number(), v.safeInteger())
const milliseconds = v.pipe(v.number(), v.minValue(0))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const digest = v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/))

/** Where advice may link to: a report from a fork must not bring links of its own, nor what ends a link in Markdown. */
const vendorPage =
  /^https:\/\/(?:learn\.microsoft\.com|docs\.docker\.com|github\.com\/dotnet\/dotnet-docker|alpinelinux\.org|wiki\.debian\.org|ubuntu\.com)\/[\w./#-]*$/

const place = v.object({
  file: v.pipe(v.string(), v.description('Relative to the workspace.')),
  line: v.optional(count),
  column: v.optional(count),
})

const counts = v.object({ total: count, passed: count, failed: count, skipped: count })

const testResult = {
  name: v.string(),
  className: v.optional(v.string()),
  outcome: v.picklist(['passed', 'failed', 'skipped']),
  durationMs: v.optional(milliseconds),
  message: v.optional(v.string()),
  stack: v.optional(v.string()),
  stdout: v.optional(v.string()),
  stderr: v.optional(v.string()),
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
    v.pipe(
      v.boolean(),
      v.description('No test ran: nothing that they depend on has changed since they passed.'),
    ),
  ),
  hiddenBy: v.optional(v.pipe(v.string(), v.description('What kept a failure from failing the build.'))),
  stages: v.array(v.string()),
  place: v.optional(
    v.pipe(
      v.object({ file: v.string(), line: v.optional(count), command: v.string() }),
      v.description('The RUN to look at when something is wrong.'),
    ),
  ),
  source: v.picklist(['files', 'log', 'none']),
  counts,
  failures: v.array(
    v.object({
      ...testResult,
      project: v.string(),
      framework: v.optional(v.string()),
      place: v.optional(place),
    }),
  ),
  flaky: v.optional(
    v.pipe(
      v.array(
        v.object({
          name: v.string(),
          project: v.string(),
          framework: v.optional(v.string()),
          attempts: v.array(v.picklist(['passed', 'failed', 'skipped'])),
          message: v.optional(v.string()),
        }),
      ),
      v.description('Tests that failed in one attempt and passed in a later one.'),
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
      framework: v.optional(v.string()),
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
    v.pipe(
      v.object({
        durationMs: milliseconds,
        linesCovered: v.optional(count),
        linesValid: v.optional(count),
        counts: v.optional(counts),
        gone: v.pipe(v.array(v.string()), v.description('Tests that ran then and are not there now.')),
        newlySkipped: v.pipe(v.array(v.string()), v.description('Tests that ran then and are skipped now.')),
        added: v.pipe(v.array(v.string()), v.description('Tests that ran now and did not run then.')),
      }),
      v.description('The tests of the baseline, and which came and went since.'),
    ),
  ),
})

const base = v.object({
  name: v.string(),
  digest: v.optional(digest),
  layerCount: count,
  dotnetVersion: v.optional(v.string()),
})

const layer = v.object({
  digest,
  compressedBytes: bytes,
  uncompressedBytes: bytes,
  createdBy: v.pipe(v.string(), v.description('What made it, as the image’s history words it.')),
  isBase: v.boolean(),
  line: v.optional(count),
  copiedFrom: v.optional(v.string()),
})

const partKind = v.picklist([
  'base',
  'package',
  'project',
  'runtime',
  'single-file',
  'static-web-assets',
  'other',
  'archive',
  'unlisted',
  'config',
])

const size = v.object({ compressedBytes: bytes, uncompressedBytes: bytes })

const downloadBytes = v.pipe(
  bytes,
  v.description(
    'Compressed layers that a machine which holds the baseline image does not have; all without a baseline.',
  ),
)

const image = v.object({
  platform: v.string(),
  engine: v.string(),
  driver: v.string(),
  method: v.pipe(
    v.picklist(['oci-layout', 'docker-save']),
    v.description('docker-save: compressed sizes are estimates.'),
  ),
  compression: v.picklist(['gzip', 'zstd', 'none', 'other']),
  manifestDigest: digest,
  configDigest: digest,
  configBytes: bytes,
  compressedBytes: v.pipe(
    bytes,
    v.description('Compressed layers plus the config, as a registry stores them.'),
  ),
  uncompressedBytes: v.pipe(bytes, v.description('Sum of the uncompressed layers, as on a node’s disk.')),
  downloadBytes,
  base: v.optional(base),
  user: v.string(),
  layers: v.array(layer),
  layersRead: v.pipe(count, v.description('The others are known from the baseline.')),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  commit: v.optional(v.string()),
  sdk: v.optional(
    v.pipe(
      v.object({ name: v.string(), compressedBytes: bytes }),
      v.description('The image that it was built in, as the registry has it.'),
    ),
  ),
  parts: v.pipe(
    v.array(
      v.object({
        kind: partKind,
        name: v.string(),
        version: v.optional(v.string()),
        fileCount: count,
        ...size.entries,
        isEstimate: v.boolean(),
      }),
    ),
    v.description('What the image is made of; they add up to both sizes exactly.'),
  ),
  hidden: v.object({
    bytes: v.pipe(
      bytes,
      v.description('Uncompressed bytes of files that a later layer replaces or removes.'),
    ),
    files: v.array(v.object({ path: v.string(), sizeBytes: bytes, layer: count, hiddenBy: count })),
  }),
})

const comparison = v.object({
  compressedChangeBytes: changeBytes,
  uncompressedChangeBytes: changeBytes,
  isBelowMinChange: v.pipe(v.boolean(), v.description('The change is no larger than the input min-change.')),
  minChangeBytes: v.pipe(bytes, v.description('The input min-change: smaller changes count as none.')),
  layers: v.array(
    v.object({
      kind: v.picklist(['same', 'changed', 'added', 'removed']),
      before: v.optional(layer),
      after: v.optional(layer),
    }),
  ),
  parts: v.pipe(
    v.array(
      v.object({
        kind: v.picklist([...partKind.options, 'recompressed']),
        name: v.string(),
        versionBefore: v.optional(v.string()),
        versionAfter: v.optional(v.string()),
        compressedChangeBytes: changeBytes,
        uncompressedChangeBytes: changeBytes,
        isEstimate: v.boolean(),
      }),
    ),
    v.description('What the change consists of; they add up to both changes exactly.'),
  ),
  files: v.array(
    v.object({
      kind: v.picklist(['added', 'removed', 'changed', 'renamed']),
      path: v.string(),
      pathBefore: v.optional(v.string()),
      beforeBytes: bytes,
      afterBytes: bytes,
      compressedChangeBytes: v.pipe(
        changeBytes,
        v.description('An estimate: a file of the same size may compress otherwise.'),
      ),
      part: v.object({ kind: v.picklist([...partKind.options, 'recompressed']), name: v.string() }),
    }),
  ),
})

const baseline = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    source: v.picklist(['cache', 'folder', 'registry', 'rebuild']),
    reference: v.optional(v.pipe(v.string(), v.description('The image’s name in its registry.'))),
    commitsBetween: v.optional(
      v.pipe(count, v.description('How many commits its own one is behind the base commit.')),
    ),
    commit: v.optional(v.string()),
    branch: v.optional(v.string()),
    changedBuildArgs: v.optional(
      v.pipe(v.array(v.string()), v.description('Names of build arguments that differ from those of then.')),
    ),
    createdAt: v.pipe(v.string(), v.isoTimestamp()),
    ...size.entries,
    base: v.optional(base),
    baseCompressedBytes: v.pipe(bytes, v.description('Its layers that come from its base image.')),
  }),
  v.object({ kind: v.literal('none'), reason: v.string() }),
])

const step = v.object({
  stage: v.optional(v.string()),
  platform: v.optional(v.string()),
  position: v.optional(v.string()),
  name: v.string(),
  outcome: v.picklist(['cached', 'done', 'failed', 'cancelled']),
  durationMs: milliseconds,
  error: v.optional(v.string()),
  sentBytes: v.optional(v.pipe(bytes, v.description('What went to the builder of the build context.'))),
  receivedBytes: v.optional(
    v.pipe(bytes, v.description('What came from a registry or a cache for it, compressed.')),
  ),
})

const smokeTest = v.object({
  check: v.pipe(v.string(), v.description('What was asked, such as `GET /healthz on port 8080`.')),
  outcome: v.picklist(['passed', 'failed']),
  durationMs: v.pipe(
    milliseconds,
    v.description(
      'From the start of the container to the success of the test, or to its failure; 0 where it never started.',
    ),
  ),
  httpStatus: v.optional(count),
  exitCode: v.optional(v.pipe(v.number(), v.safeInteger())),
  memoryBytes: v.optional(
    v.pipe(bytes, v.description('What the container used when the test had passed, without the page cache.')),
  ),
  logLines: v.pipe(v.array(v.string()), v.description('The last lines that the container wrote.')),
})

const limits = v.array(
  v.variant('kind', [
    v.object({ kind: v.literal('size'), isExceeded: v.boolean(), limitBytes: bytes, sizeBytes: bytes }),
    v.object({
      kind: v.literal('growth'),
      isExceeded: v.boolean(),
      written: v.string(),
      limitBytes: bytes,
      growthBytes: v.pipe(changeBytes, v.description('What counts, without `ignoredBytes`.')),
      ignoredBytes: v.pipe(bytes, v.description('Growth of the base image that does not count.')),
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
    label: v.pipe(v.string(), v.description('The label of the pull request that allows its growth.')),
  }),
])

const release = v.variant('kind', [
  v.object({
    kind: v.literal('found'),
    tag: v.string(),
    taggedCommit: v.string(),
    commitsBefore: v.pipe(count, v.description('How many commits before that one the image was measured.')),
    createdAt: v.pipe(v.string(), v.isoTimestamp()),
    ...size.entries,
    compressedChangeBytes: changeBytes,
    uncompressedChangeBytes: changeBytes,
    isBelowMinChange: v.pipe(
      v.boolean(),
      v.description('The change is no larger than the input min-change.'),
    ),
  }),
  v.object({ kind: v.literal('none'), reason: v.string() }),
])

/** The form of report.json, which docs/reference/report.schema.json publishes. Sizes are in bytes, times in milliseconds. */
export const reportSchema = v.object({
  version: v.literal(reportVersion),
  imageKey: v.string(),
  file: v.string(),
  target: v.string(),
  sizeMetric: v.pipe(
    v.picklist(['compressed', 'uncompressed']),
    v.description('What headline and budgets use.'),
  ),
  problems: v.array(
    v.object({
      title: v.string(),
      message: v.string(),
      place: v.optional(place),
      snippet: v.optional(v.string()),
    }),
  ),
  warnings: v.array(v.string()),
  source: v.optional(
    v.pipe(
      v.object({
        repository: v.pipe(v.string(), v.regex(/^https?:\/\/[\w.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+$/)),
        commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)),
      }),
      v.description('The checked-out commit, which places link to; absent in a terminal.'),
    ),
  ),
  notices: v.optional(
    v.pipe(
      v.array(v.object({ message: v.string(), snippet: v.optional(v.string()) })),
      v.description('What is good to know, such as a stage to paste.'),
    ),
  ),
  testsOnly: v.optional(
    v.pipe(v.boolean(), v.description('The Dockerfile has nothing but tests, so there is no image.')),
  ),
  tests: v.optional(tests),
  image: v.optional(image),
  baseline: v.optional(baseline),
  comparison: v.optional(comparison),
  release: v.optional(
    v.pipe(release, v.description('The newest release before this commit; no budget is held against it.')),
  ),
  advice: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      compressedBytes: v.optional(bytes),
      uncompressedBytes: v.optional(bytes),
      evidence: v.array(v.string()),
      place: v.optional(place),
      fix: v.string(),
      link: v.pipe(v.string(), v.regex(vendorPage), v.description('The vendor’s page about it.')),
    }),
  ),
  history: v.pipe(
    v.array(
      v.object({
        createdAt: v.pipe(v.string(), v.isoTimestamp()),
        commit: v.optional(v.string()),
        ...size.entries,
      }),
    ),
    v.description('Earlier baselines, the oldest first.'),
  ),
  budget,
  platforms: v.optional(
    v.pipe(
      v.array(
        v.object({
          platform: v.string(),
          manifestDigest: digest,
          ...size.entries,
          downloadBytes,
          baseline: v.optional(size),
          isBelowMinChange: v.optional(v.boolean()),
          release: v.optional(release),
          budget,
        }),
      ),
      v.description(
        'Of an image for several platforms, each with its own baseline and budget; the first is `image`.',
      ),
    ),
  ),
  checks: v.optional(
    v.pipe(
      v.array(v.object({ rule: v.string(), message: v.string(), url: v.optional(v.string()), line: count })),
      v.description('What BuildKit’s own checks say of the Dockerfile.'),
    ),
  ),
  cache: v.optional(
    v.object({
      kind: v.picklist(['gha', 'registry', 'local', 'own', 'off']),
      from: v.array(v.string()),
      to: v.array(v.string()),
      testsFrom: v.optional(v.array(v.string())),
      testsTo: v.pipe(
        v.array(v.string()),
        v.description('For what only test stages need, one for each of them.'),
      ),
      reason: v.string(),
      warnings: v.array(v.string()),
    }),
  ),
  cacheUse: v.optional(
    v.object({
      readMs: v.pipe(milliseconds, v.description('For finding out what is in it.')),
      receivedBytes: v.pipe(bytes, v.description('Of layers that came out of it, compressed.')),
      writeMs: v.optional(milliseconds),
    }),
  ),
  cacheMounts: v.optional(
    v.pipe(
      v.object({
        restoreMs: milliseconds,
        restoredBytes: v.pipe(bytes, v.description('Uncompressed; 0 where there was nothing to restore.')),
        saveMs: v.optional(milliseconds),
        savedBytes: v.optional(bytes),
      }),
      v.description('What it cost to keep what the Dockerfile’s cache mounts have, and what it brought.'),
    ),
  ),
  steps: v.object({ test: v.array(step), image: v.array(step) }),
  stages: v.optional(
    v.pipe(
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
      v.description('The stages of the Dockerfile; `from` and `copiesFrom` are places in this list.'),
    ),
  ),
  smokeTest: v.optional(smokeTest),
  exported: v.optional(
    v.object({
      digest: v.string(),
      outputs: v.array(
        v.object({
          how: v.picklist(['pushed', 'loaded', 'written']),
          where: v.pipe(
            v.string(),
            v.description('Image names, or a path; empty for an engine that was given no name.'),
          ),
          checkedBy: v.pipe(
            v.picklist(['manifest', 'config', 'build']),
            v.description(
              'What proves that it is the measured image: its manifest, its config, or that it comes from the same build.',
            ),
          ),
          durationMs: v.pipe(
            v.optional(milliseconds),
            v.description('Missing where the build itself did it.'),
          ),
        }),
      ),
    }),
  ),
})

/** report.json. */
export type ReportJson = v.InferOutput<typeof reportSchema>
