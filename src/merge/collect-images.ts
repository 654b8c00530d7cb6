import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError, UserError } from '../shared/errors.ts'
import { readReport } from '../report/model/read-report.ts'
import type { ReportJson } from '../report/model/report-schema.ts'
import { changeOf } from '../compare/size-change.ts'

/** The images that must have a report: these names, or as many as that. */
type Expected = { kind: 'names'; names: string[] } | { kind: 'count'; count: number }

/** Reads names, one per line, or one number. Throws a UserError when it says nothing: then any silence would be green. */
export function parseExpected(text: string): Expected {
  const names = [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '')
  const [first] = names
  if (first === undefined) {
    throw new UserError(
      'Nothing is expected',
      'expected is empty: name the images, one per line, or say how many reports there must be. ' +
        'In the reusable workflow this means that the list of images could not be read; see the job "plan".',
    )
  }
  if (names.length > 1 || !/^\d+$/.test(first)) return { kind: 'names', names }
  const count = Number(first)
  if (count < 1 || count > 10_000)
    throw new UserError('Wrong input', `expected: ${first} is not a number of reports between 1 and 10000.`)
  return { kind: 'count', count }
}

/**
 * Adds an image without a report for each that is missing, so that a job that died is not silently green. Where names are
 * expected, they give the order, and reports of other names are left out: they are another workflow's of the same run.
 */
export function withMissing(images: readonly MergedImage[], expected: Expected): MergedImage[] {
  const reason = 'There is no report of it: its job did not run, or died before it could upload one.'
  if (expected.kind === 'count') {
    const missing = Math.max(0, expected.count - images.length)
    const unknown = Array.from({ length: missing }, (_, index): MergedImage => {
      return { name: `missing-${index + 1}`, kind: 'lost', reason }
    })
    return [...images, ...unknown]
  }
  const byName = new Map(images.map((image) => [image.name, image]))
  return expected.names.map((name) => byName.get(name) ?? { name, kind: 'lost', reason })
}

/** A report in a folder of downloaded artifacts, and the name of the image that its folder gives. */
interface FoundReport {
  name: string
  path: string
}

/** Finds `<folder>/<prefix><name>/report.json`, sorted by name. No link is followed; a folder that is not there holds none. */
export async function findReports(folder: string, prefix: string): Promise<FoundReport[]> {
  return (await listFolders(folder))
    .filter((name) => name.startsWith(prefix))
    .map((name) => ({ name: name.slice(prefix.length), path: join(folder, name, 'report.json') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function listFolders(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return []
    throw error
  }
}

/** Reports of real jobs have some MB at most; JSON of this size still fits into memory many times. */
const maxBytes = 64_000_000

/** Reads one report.json of another job. What is not one, a link or too large is lost, with the reason. */
export async function readImage({ name, path }: FoundReport): Promise<MergedImage> {
  const found = await readReport(path, maxBytes)
  if (found.kind === 'invalid')
    return { name, kind: 'lost', reason: `Its report.json was not used: ${found.reason}.` }
  if (found.kind === 'missing')
    return { name, kind: 'lost', reason: 'It left no report.json: its job died before it could write one.' }
  const { tests, ...report } = found.report
  // The results of single tests are most of a report and are not shown here; hundreds of reports fit without them.
  return { name, kind: 'report', report: { ...report, tests: tests && { ...tests, runs: [] } } }
}

/** An output of a job holds 1 MiB for all; titles are short, but they are somebody else's. */
const maxTitles = 5

/** What a later job wants to know of one image, as a line of the output `images`. */
interface ImageAnswer {
  name: string
  imageKey?: string
  ok: boolean
  testResult: string
  problems: string[]
  digest?: string
  compressedBytes?: number
  uncompressedBytes?: number
  /** In the metric of the image’s `size-metric`. */
  changeBytes?: number
}

/** The answer of one image; what is not known is left out. Digests are of what was pushed, and only then there. */
export function summarize(image: MergedImage): ImageAnswer {
  const { name } = image
  const state = { name, ok: !isBad(image), testResult: verdictOf(image) }
  if (image.kind === 'lost') return { ...state, problems: [image.reason.slice(0, 300)] }
  const { imageKey, problems, exported, image: record, comparison, sizeMetric } = image.report
  return {
    ...state,
    imageKey: imageKey.slice(0, 300),
    problems: problems.slice(0, maxTitles).map(({ title }) => title.slice(0, 300)),
    ...(exported && { digest: exported.digest.slice(0, 300) }),
    ...(record && { compressedBytes: record.compressedBytes, uncompressedBytes: record.uncompressedBytes }),
    ...(comparison && { changeBytes: changeOf(comparison, sizeMetric) }),
  }
}

/** What became of one image of a workflow: its report, or why there is none. */
export type MergedImage =
  { name: string; kind: 'report'; report: ReportJson } | { name: string; kind: 'lost'; reason: string }

/** What the tests of an image, or of all of them, came to. */
export type Verdict = NonNullable<ReportJson['tests']>['result']

/** From the worst to the best. */
const verdicts: readonly Verdict[] = ['error', 'failed', 'no-tests', 'unknown', 'skipped', 'passed']

/** What the tests of one image came to; without a report, or where the job ended before them, they are `error`. */
export function verdictOf(image: MergedImage): Verdict {
  return (image.kind === 'report' ? image.report.tests?.result : undefined) ?? 'error'
}

/** Whether something is wrong with the image, so that the whole is red. */
export function isBad(image: MergedImage): boolean {
  return image.kind === 'lost' || image.report.problems.length > 0
}

/** The worst verdict of all; `error` when there are none, since nothing proves that anything was tested. A platform whose tests another job runs does not count. */
export function worstVerdict(images: readonly MergedImage[]): Verdict {
  const tested = images.filter(
    (image) => image.kind === 'lost' || image.report.tests?.whyNotRun !== 'elsewhere',
  )
  const found = new Set((tested.length > 0 ? tested : images).map(verdictOf))
  return verdicts.find((verdict) => found.has(verdict)) ?? 'error'
}
