import { realpath } from 'node:fs/promises'
import { nameOfBuilder } from './builder-name.ts'
import { readDockerInputs, type DockerInputs } from './docker-inputs.ts'
import type { GrowthLimit } from './parsers/amounts.ts'
import type { FetchTree } from '../docker/fetch-tree.ts'
import { gitSecret, isGitUrl, withDefaultContext } from './parsers/git-context.ts'
import { findContext, type Paths } from './paths.ts'
import { Problems } from './problems.ts'
import { InputReader } from './input-reader.ts'
import { isPush, namesOf } from './parsers/outputs.ts'
import { readSecrets, readSecretFileValues, secretValuesOf } from './secrets.ts'
import type { InputName, RawInputs } from './input-table.ts'
import type { TagPattern } from './parsers/tag-pattern.ts'
import { readTags, type ImageTags } from './tags.ts'
import { readRunFacts, type RunFacts } from './run-facts.ts'
import type { SmokeCheck } from './parsers/smoke-check.ts'

/** What to do when no stage tests. */
const missingTestStageChoices = ['auto', 'fail', 'skip', 'generate'] as const
const testResultsChoices = ['auto', 'log', 'off'] as const
const cacheChoices = ['auto', 'gha', 'registry', 'local', 'off'] as const
const cacheModes = ['min', 'max'] as const
const cacheWriteChoices = ['auto', 'always', 'never'] as const
const baselineSources = ['cache', 'registry', 'rebuild'] as const
const commentChoices = ['auto', 'changes', 'off'] as const
const sizeMetrics = ['compressed', 'uncompressed'] as const

/** `compressed`: as a registry stores it; `uncompressed`: as on a node's disk. */
export type SizeMetric = (typeof sizeMetrics)[number]

/** Everything that was asked for, checked and typed. */
export interface Settings extends Paths, DockerInputs, ImageTags {
  /** What the run says of itself. */
  facts: RunFacts
  /** Whether the final image gets labels of the OCI specification. */
  ociLabels: boolean
  testTargets: string[]
  target: string | undefined
  missingTestStage: (typeof missingTestStageChoices)[number]
  testResults: (typeof testResultsChoices)[number]
  testCache: boolean
  testTimeoutMs: number | undefined
  coverage: boolean
  minCoveragePercent: number | undefined
  allowNoTests: boolean
  buildArgs: [key: string, value: string][]
  secrets: [id: string, value: string][]
  push: boolean
  load: boolean
  pull: boolean
  noCache: boolean
  /** Undefined: chosen by what is there. */
  builder: string | undefined
  cache: (typeof cacheChoices)[number]
  cacheRef: string | undefined
  cacheMode: (typeof cacheModes)[number]
  cacheWrite: (typeof cacheWriteChoices)[number]
  /** Whether what cache mounts have is kept from job to job. */
  cacheMounts: boolean
  cacheFrom: string[]
  cacheTo: string[]
  parallelBuild: boolean
  imageKey: string | undefined
  /** Where the baseline is looked for, in this order; empty: nowhere. */
  baseline: (typeof baselineSources)[number][]
  baselineImage: string | undefined
  /** Undefined: sizes are not compared with those of a release. */
  baselineRelease: TagPattern | undefined
  sizeMetric: SizeMetric
  maxSizeBytes: number | undefined
  maxIncrease: GrowthLimit[]
  ignoreBaseImage: boolean
  sizeOverrideLabel: string | undefined
  minChangeBytes: number
  /** Undefined: the image is not started. */
  smokeCheck: SmokeCheck | undefined
  smokePort: number | undefined
  smokeTimeoutMs: number
  smokeEnv: [name: string, value: string][]
  comment: (typeof commentChoices)[number]
  /** Undefined where nobody gave one, as in a terminal. */
  githubToken: string | undefined
  summary: boolean
  fileAnnotations: boolean
  /** What is taken otherwise than it was written. */
  warnings: string[]
}

/** Where inputs are read. */
export interface InputPlace {
  /** What relative paths in lists are relative to. */
  folder: string
  env: NodeJS.ProcessEnv
  /** Hides a secret from now on; it is told of all of them before anything is done with them. */
  mask?: (secret: string) => void
  /** Fetches a context that is a Git repository; without it there is none. */
  fetchTree?: FetchTree
}

/** A tag as the distribution specification allows it (reference grammar, without a digest). */
const tagPattern =
  /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[0-9a-fA-F:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?$/

/** A tag, with a digest or without. */
const referencePattern = new RegExp(`${tagPattern.source.replace(/\$$/, '')}(?:@sha256:[0-9a-f]{64})?$`)

/** Inputs that end up as the value of an option or as a name: one that begins with `-` is a slip or an attack. */
const neverOptions: InputName[] = [
  'target',
  'builder',
  'cache-ref',
  'image-key',
  'baseline-image',
  'baseline-release',
  'context',
  'file',
  'report-dir',
  'network',
  'shm-size',
  'provenance',
  'sbom',
]

/**
 * Checks the raw inputs against each other and against the disk (`workspace` is an absolute folder).
 * Throws one UserError that lists every problem.
 */
export async function readSettings(
  raw: RawInputs,
  workspace: string,
  { folder, env, mask, fetchTree }: InputPlace = { folder: workspace, env: {} },
): Promise<Settings> {
  const problems = new Problems()
  const read = new InputReader(raw, problems)
  const facts = await readRunFacts(env)
  for (const input of neverOptions) {
    if (raw[input].trim().startsWith('-'))
      problems.add(input, `"${raw[input]}" begins with "-"; an option is not a value here.`)
  }
  const place = { workspace: await realpath(workspace), folder: await realpath(folder), env }
  const settings = {
    ...readTestInputs(read),
    ...readBuildInputs(read, env),
    ...readCacheInputs(read),
    ...readSizeInputs(read),
    ...readSmokeInputs(read),
    ...readReportInputs(read),
    ...readSecrets(read, env),
    ...(await readDockerInputs(read, place, problems)),
    ...readTags(read, facts, problems),
    facts,
    builder: nameOfBuilder(raw.builder),
  }
  const secrets = [...secretValuesOf(settings), ...(await readSecretFileValues(settings.secretFiles))]
  for (const secret of secrets) mask?.(secret)
  checkTogether(settings, problems)
  const paths = await findSources(
    { ...raw, context: withDefaultContext(raw.context, env) },
    workspace,
    problems,
    async (url) => {
      problems.throwIfAny()
      const { builder, ssh, secrets, githubToken } = settings
      const all = [...secrets, ...gitSecret(url, githubToken, secrets, env)]
      return fetchTree?.({ url, builder, ssh, secrets: all })
    },
  )
  problems.throwIfAny()
  return { ...settings, ...paths }
}

function readTestInputs(read: InputReader) {
  return {
    missingTestStage: read.choice('missing-test-stage', missingTestStageChoices),
    testResults: read.choice('test-results', testResultsChoices),
    testTargets: read.list('test-target', true),
    testCache: read.flag('test-cache'),
    testTimeoutMs: read.minutes('test-timeout'),
    coverage: read.flag('coverage') || read.text('min-coverage') !== undefined,
    minCoveragePercent: read.percent('min-coverage'),
    allowNoTests: read.flag('allow-no-tests'),
  }
}

function readBuildInputs(read: InputReader, env: NodeJS.ProcessEnv) {
  return {
    target: read.text('target'),
    buildArgs: read.keyValues('build-args', 'KEY=VALUE', { bareValue: (key) => env[key] }),
    ociLabels: read.flag('oci-labels'),
    push: read.flag('push'),
    load: read.flag('load'),
    pull: read.flag('pull'),
    noCache: read.flag('no-cache'),
    parallelBuild: read.flag('parallel-build'),
  }
}

function readCacheInputs(read: InputReader) {
  return {
    cache: read.choice('cache', cacheChoices),
    cacheMode: read.choice('cache-mode', cacheModes),
    cacheWrite: read.choice('cache-write', cacheWriteChoices),
    cacheRef: read.text('cache-ref'),
    cacheMounts: read.flag('cache-mounts'),
    cacheFrom: read.list('cache-from', false),
    cacheTo: read.list('cache-to', false),
  }
}

function readSizeInputs(read: InputReader) {
  return {
    imageKey: read.text('image-key'),
    sizeMetric: read.choice('size-metric', sizeMetrics),
    baseline: read.choices('baseline', baselineSources, 'off'),
    baselineImage: read.text('baseline-image'),
    baselineRelease: read.tagPattern('baseline-release'),
    maxSizeBytes: read.size('max-size'),
    maxIncrease: read.growthLimits('max-increase'),
    ignoreBaseImage: read.flag('ignore-base-image'),
    sizeOverrideLabel: read.text('size-override-label'),
    minChangeBytes: read.size('min-change') ?? 0,
  }
}

function readSmokeInputs(read: InputReader) {
  return {
    smokeCheck: read.smokeCheck('smoke-test'),
    smokePort: read.port('smoke-port'),
    smokeTimeoutMs: read.duration('smoke-timeout'),
    smokeEnv: read.keyValues('smoke-env', 'KEY=VALUE'),
  }
}

function readReportInputs(read: InputReader) {
  return {
    comment: read.choice('comment', commentChoices),
    githubToken: readToken(read.text('github-token')),
    summary: read.flag('summary'),
    fileAnnotations: read.flag('file-annotations'),
  }
}

/** Context and Dockerfile: in the workspace, or in the tree of a Git repository that `fetch` brings. */
async function findSources(
  raw: RawInputs,
  workspace: string,
  problems: Problems,
  fetch: (url: string) => Promise<string | undefined>,
): Promise<Paths> {
  const context = raw.context.trim() || '.'
  const file = raw.file.trim()
  const tree = isGitUrl(context) ? await fetch(context) : undefined
  return tree === undefined
    ? findContext(context, file, workspace, problems)
    : findContext('.', file, tree, problems)
}

/** An expression that no runner evaluated, such as the default in a terminal, is no token. */
function readToken(written: string | undefined): string | undefined {
  return written?.startsWith('${{') ? undefined : written
}

/** What no input can tell alone. */
function checkTogether(
  settings: Pick<
    Settings,
    | 'cache'
    | 'cacheRef'
    | 'push'
    | 'tags'
    | 'outputs'
    | 'baseline'
    | 'baselineImage'
    | 'baselineRelease'
    | 'smokeCheck'
    | 'smokePort'
    | 'smokeEnv'
  >,
  problems: Problems,
): void {
  for (const tag of settings.tags) {
    if (!tagPattern.test(tag)) {
      problems.add('tags', `"${tag}" is not an image name; write it as ghcr.io/acme/shop:1.2, in lower case.`)
    }
  }
  if ((settings.cache === 'registry' || settings.cache === 'local') && settings.cacheRef === undefined) {
    const example = settings.cache === 'registry' ? 'ghcr.io/acme/shop:buildcache' : '/tmp/build-cache'
    problems.add('cache-ref', `cache: ${settings.cache} needs it, for example ${example}.`)
  }
  if (settings.cacheRef?.includes(',')) problems.add('cache-ref', 'a comma can not be part of it.')
  if (settings.baseline.includes('registry') && settings.baselineImage === undefined) {
    problems.add('baseline-image', 'baseline: registry needs it, for example ghcr.io/acme/shop:main.')
  }
  if (settings.baselineImage !== undefined && !referencePattern.test(settings.baselineImage)) {
    problems.add(
      'baseline-image',
      `"${settings.baselineImage}" is not an image name; write it as ghcr.io/acme/shop:main, in lower case.`,
    )
  }
  if (settings.baselineRelease !== undefined && !settings.baseline.includes('cache')) {
    problems.add(
      'baseline-release',
      'it needs cache in baseline, whose measurements carry the sizes of releases.',
    )
  }
  // docker reads them from a file of lines.
  if (settings.smokeEnv.some(([, value]) => /[\r\n]/.test(value))) {
    problems.add('smoke-env', 'a value has more than one line, which docker run can not take.')
  }
  if (settings.smokePort !== undefined && settings.smokeCheck?.kind !== 'path') {
    problems.add('smoke-port', 'it is for a path in smoke-test, such as /healthz; nothing else needs a port.')
  }
  const pushes = settings.outputs.filter(isPush)
  const isNamed = settings.tags.length > 0 || pushes.some((output) => namesOf(output).length > 0)
  if ((settings.push || pushes.length > 0) && !isNamed) {
    const what = settings.push ? 'push: true' : 'an output to a registry'
    problems.add('tags', `${what} needs at least one tag, such as ghcr.io/acme/shop:1.2.`)
  }
}
