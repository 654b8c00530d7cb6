import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { compareImages } from '../../src/compare/compare-with-baseline.ts'
import { ownersOf } from '../../src/measure/dotnet/owners.ts'
import { readDepsJson, readRuntimeConfig } from '../../src/measure/dotnet/json-documents.ts'
import { parseImageRecord, type ImageRecord } from '../../src/measure/record/image-record.ts'
import { parseConfig } from '../../src/measure/oci/oci-layout.ts'
import { readReport } from '../../src/report/model/read-report.ts'
import { renderSectionOf } from '../../src/report/comment/comment-section.ts'
import { renderMarkdown } from '../../src/report/summary/render-summary.ts'
import { renderMerged } from '../../src/merge/render-merged.ts'
import { renderTerminal } from '../../src/report/render-terminal.ts'
import { summarize } from '../../src/merge/collect-images.ts'
import { toReportJson } from '../../src/report/model/to-json.ts'
import { readParts } from '../../src/measure/analyze/attribution.ts'
import { findHiddenFiles } from '../../src/measure/analyze/shadowed-files.ts'
import { after, before, compared, failure, now, report, testReport } from '../unit/report/a-report.ts'
import { makeTempFolder, type TempFolder } from '../unit/temp-folder.ts'
import { fuzz } from './fuzz.ts'
import { mutateJson } from './json.ts'
import { mutate } from './mutate.ts'
import type { Random } from './random.ts'

const published = fileURLToPath(new URL('../fixtures/publish/', import.meta.url))
const publishedTexts = (ending: string) =>
  readdirSync(published, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(published + name, 'utf8'))
const documents = { deps: publishedTexts('.deps.json'), configs: publishedTexts('.runtimeconfig.json') }
const broken = (random: Random, text: string): string =>
  random.oneIn(2) ? mutate(random, text) : mutateJson(random, JSON.parse(text.replace(/^\ufeff/, '')))

fuzz('a deps.json gives libraries whose files can be owned', {
  rounds: 300,
  make: (random) => broken(random, random.pick(documents.deps)),
  check: (text) => {
    const files = readDepsJson(text).flatMap((library) => library.files)
    for (const { path } of files) expect(typeof path).toBe('string')
    const listed = [...files.map(({ path }) => `app/${path}`), 'app/Shop.deps.json', 'app/x']
    const owned = ownersOf(
      listed.map((path) => ({ path, sizeBytes: 1 })),
      [{ path: 'app/Shop.deps.json', text }],
    )
    expect(owned).toHaveLength(listed.length)
  },
})

fuzz('a runtimeconfig.json gives frameworks', {
  rounds: 500,
  make: (random) => broken(random, random.pick(documents.configs)),
  check: (text) => {
    for (const { name, version } of readRuntimeConfig(text)?.frameworks ?? []) {
      expect(typeof name + typeof version).toBe('stringstring')
    }
  },
})

/** An image record whose totals are what its layers say, or nearly. */
function makeRecord(random: Random): unknown {
  const json = JSON.parse(mutateJson(random, random.pick([before, after]))) as unknown
  if (!isObject(json) || !Array.isArray(json['layers']) || random.oneIn(10)) return json
  const sum = (key: string) =>
    (json['layers'] as unknown[]).reduce<number>(
      (total, layer) => total + (isObject(layer) ? Number(layer[key]) : 0),
      0,
    )
  return {
    ...json,
    compressedBytes: sum('compressedBytes') + Number(json['configBytes']),
    uncompressedBytes: sum('uncompressedBytes'),
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** Reads a record; undefined where it is refused in words. */
function readRecord(json: unknown): ImageRecord | undefined {
  try {
    return parseImageRecord(json)
  } catch (error) {
    expect(String(error)).toMatch(/^Error: (?:the measurement|another version of this action stored it$)/)
    return undefined
  }
}

fuzz('an image record that is taken can be compared, divided and advised on', {
  rounds: 500,
  make: makeRecord,
  check: (json) => {
    const record = readRecord(json)
    if (record === undefined) return
    for (const [one, other] of [
      [record, after],
      [before, record],
    ] as const) {
      const { compressedChangeBytes } = compareImages(one, other, {
        sizeMetric: 'compressed',
        minChangeBytes: 500,
      })
      expect(compressedChangeBytes).toBe(other.compressedBytes - one.compressedBytes)
    }
    expect(readParts(record).reduce((total, part) => total + part.compressedBytes, 0)).toBe(
      record.compressedBytes,
    )
    findHiddenFiles(record)
  },
})

fuzz('an image’s config is taken or refused in words', {
  rounds: 500,
  make: (random) =>
    broken(
      random,
      '{"os":"linux","architecture":"amd64","config":{"User":"1","Env":["A=b"],"Labels":{"a":"b"}},"rootfs":{"diff_ids":[]},"history":[{"created_by":"x","empty_layer":true}]}',
    ),
  check: (text) => {
    try {
      expect(Array.isArray(parseConfig(Buffer.from(text), 'it').rootfs.diff_ids)).toBe(true)
    } catch (error) {
      expect(String(error)).toMatch(/^Error: it is (?:no JSON|not valid)/)
    }
  },
})

let temp: TempFolder
beforeAll(async () => {
  temp = await makeTempFolder()
})
afterAll(async () => {
  await temp[Symbol.asyncDispose]()
})
const reports = [report(), compared(), report({ tests: testReport({ failures: [failure('a')] }) })].map(
  toReportJson,
)

fuzz('a report that is taken can be shown in every form', {
  rounds: 300,
  make: (random) => broken(random, JSON.stringify(random.pick(reports))),
  check: async (text) => {
    const path = join(temp.path, 'report.json')
    await writeFile(path, text)
    const found = await readReport(path, 1_000_000)
    if (found.kind !== 'report') {
      expect(found.kind).toBe('invalid')
      return
    }
    const shown = [
      renderMarkdown(found.report, now),
      renderTerminal(found.report, now),
      renderMerged([{ name: 'a', kind: 'report', report: found.report }]),
      renderSectionOf(
        found.report,
        { run: 1, attempt: 1, commit: 'a'.repeat(40), url: 'https://x' },
        'job',
        now,
      ),
      summarize({ name: 'a', kind: 'report', report: found.report }),
    ]
    expect(JSON.stringify(shown)).not.toMatch(/\bNaN\b|Infinity|\[object Object\]/)
  },
})
