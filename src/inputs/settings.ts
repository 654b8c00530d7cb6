import { realpath } from 'node:fs/promises'
import { nameOfBuilder } from '../docker/builder.ts'
import { readDockerInputs, type PathPlace } from './docker-inputs.ts'
import type { FetchTree } from '../docker/fetch-tree.ts'
import { gitSecret, isGitUrl, withDefaultContext } from './parsers/git-context.ts'
import { findContext, type Paths } from './paths.ts'
import { Problems } from '../shared/errors.ts'
import { InputReader } from './input-reader.ts'
import { isPush, namesOf } from './parsers/outputs.ts'
import {
  parseDuration,
  parseGrowthLimit,
  parseMinutes,
  parsePercent,
  parsePort,
  parseSize,
  parseSmokeCheck,
  parseTagPattern,
} from './parsers/values.ts'
import { readSecrets, readSecretFileValues, secretValuesOf } from './secrets.ts'
import type { RawInputs } from './input-table.generated.ts'
import { flawOfName, flawOfPush, readTags } from './tags.ts'
import { readRunFacts } from './run-facts.ts'

/** Everything that was asked for, checked and typed: what `readAll` reads, and where context and Dockerfile are. */
export interface Settings extends Paths, Asked {}
type Asked = Awaited<ReturnType<typeof readAll>>

/** `compressed`: as a registry stores it; `uncompressed`: as on a node's disk. */
export type SizeMetric = Settings['sizeMetric']

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

/** Checks the raw inputs against each other and the disk. Throws one UserError that lists every problem. */
export async function readSettings(
  raw: RawInputs,
  workspace: string,
  { folder, env, mask, fetchTree }: InputPlace = { folder: workspace, env: {} },
): Promise<Settings> {
  const problems = new Problems()
  const read = new InputReader(raw, problems)
  const root = await realpath(workspace).catch(() => undefined)
  if (root === undefined) problems.add('context', `there is no folder ${workspace}.`)
  problems.throwIfAny()
  const place = { workspace: root ?? workspace, folder: await realpath(folder), env }
  const settings = await readAll(read, place)
  const secrets = [...secretValuesOf(settings), ...(await readSecretFileValues(settings.secretFiles))]
  for (const secret of secrets) mask?.(secret)
  checkTogether(settings, problems)
  const context = withDefaultContext(raw.context, env).trim() || '.'
  const file = raw.file.trim()
  let paths: Paths | undefined
  if (isGitUrl(context)) {
    problems.throwIfAny()
    const { builder, ssh, githubToken } = settings
    const all = [...settings.secrets, ...gitSecret(context, githubToken, settings.secrets, env)]
    const tree = await fetchTree?.({ url: context, builder, ssh, secrets: all })
    if (tree !== undefined) paths = await findContext('.', file, tree, problems)
  }
  paths ??= await findContext(context, file, workspace, problems)
  problems.throwIfAny()
  return { ...settings, ...paths }
}

/** Every input, one line each; `undefined` where nothing was given. */
async function readAll(read: InputReader, place: PathPlace) {
  const facts = await readRunFacts(place.env)
  for (const input of ['context', 'file', 'report-dir'] as const) read.name(input)
  return {
    ...readTestInputs(read),
    ...readBuildInputs(read, place.env),
    ...readSizeInputs(read),
    ...readReportInputs(read),
    ...readSecrets(read, place.env),
    ...(await readDockerInputs(read, place)),
    ...readTags(read, facts),
    /** What the run says of itself. */
    facts,
  }
}

function readTestInputs(read: InputReader) {
  return {
    /** What to do when no stage tests. */
    missingTestStage: read.choice('missing-test-stage', ['auto', 'fail', 'skip', 'generate']),
    testResults: read.choice('test-results', ['auto', 'log', 'off']),
    testTargets: read.list('test-target', true),
    testCache: read.flag('test-cache'),
    testTimeoutMs: read.value('test-timeout', parseMinutes),
    coverage: read.flag('coverage') || read.text('min-coverage') !== undefined,
    minCoveragePercent: read.value('min-coverage', parsePercent),
    allowNoTests: read.flag('allow-no-tests'),
  }
}

function readBuildInputs(read: InputReader, env: NodeJS.ProcessEnv) {
  return {
    target: read.name('target'),
    /** Undefined: chosen by what is there. */
    builder: nameOfBuilder(read.name('builder') ?? ''),
    buildArgs: read.keyValues('build-args', 'KEY=VALUE', { bareValue: (key) => env[key] }),
    /** Whether the final image gets labels of the OCI specification. */
    ociLabels: read.flag('oci-labels'),
    push: read.flag('push'),
    load: read.flag('load'),
    pull: read.flag('pull'),
    noCache: read.flag('no-cache'),
    parallelBuild: read.flag('parallel-build'),
    cache: read.choice('cache', ['auto', 'gha', 'registry', 'local', 'off']),
    cacheMode: read.choice('cache-mode', ['min', 'max']),
    cacheWrite: read.choice('cache-write', ['auto', 'always', 'never']),
    cacheRef: read.name('cache-ref'),
    /** Whether what cache mounts have is kept from job to job. */
    cacheMounts: read.flag('cache-mounts'),
    cacheFrom: read.list('cache-from', false),
    cacheTo: read.list('cache-to', false),
  }
}

function readSizeInputs(read: InputReader) {
  return {
    imageKey: read.name('image-key'),
    sizeMetric: read.choice('size-metric', ['compressed', 'uncompressed']),
    /** Where the baseline is looked for, in this order; empty: nowhere. */
    baseline: read.choices('baseline', ['cache', 'registry', 'rebuild'], 'off'),
    baselineImage: read.name('baseline-image'),
    /** Undefined: sizes are not compared with those of a release. */
    baselineRelease: read.value('baseline-release', parseTagPattern),
    maxSizeBytes: read.value('max-size', parseSize),
    maxIncrease: read.values('max-increase', parseGrowthLimit),
    ignoreBaseImage: read.flag('ignore-base-image'),
    sizeOverrideLabel: read.text('size-override-label'),
    minChangeBytes: read.value('min-change', parseSize) ?? 0,
  }
}

function readReportInputs(read: InputReader) {
  // An expression that no runner evaluated, such as the default in a terminal, is no token.
  const token = read.text('github-token')
  return {
    /** Undefined: the image is not started. */
    smokeCheck: read.value('smoke-test', parseSmokeCheck),
    smokePort: read.value('smoke-port', parsePort),
    smokeTimeoutMs: read.value('smoke-timeout', parseDuration) ?? 0,
    smokeEnv: read.keyValues('smoke-env', 'KEY=VALUE'),
    comment: read.choice('comment', ['auto', 'changes', 'off']),
    /** Undefined where nobody gave one, as in a terminal. */
    githubToken: token?.startsWith('${{') ? undefined : token,
    summary: read.flag('summary'),
    fileAnnotations: read.flag('file-annotations'),
  }
}

/** What no input can tell alone. */
function checkTogether(settings: Asked, problems: Problems): void {
  for (const tag of settings.tags) {
    const flaw = tagPattern.test(tag) ? flawOfPush(tag, settings.push) : flawOfName(tag)
    if (flaw !== undefined) problems.add('tags', `"${tag}" ${flaw}`)
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
    problems.add(
      'tags',
      `${what} needs at least one tag, such as ghcr.io/acme/shop:1.2, or image-name, which gives some.`,
    )
  }
}
