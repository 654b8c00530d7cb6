/** What the pictures of README and docs show: reports of real runs (__tests__/fixtures/reports/, see scripts/record-reports.mjs), as Markdown of today. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/**
 * @typedef {import('../src/report/model/report-schema.ts').ReportJson} ReportJson
 * @typedef {object} Renderers of src/report/, which need node 24 or jest
 * @property {typeof import('../src/report/summary/render-summary.ts').renderMarkdown} renderMarkdown
 * @property {typeof import('../src/merge/render-merged.ts').renderMerged} renderMerged
 * @property {typeof import('../src/report/comment/comment-section.ts').renderSectionOf} renderSectionOf
 * @property {typeof import('../src/report/comment/comment-body.ts').composeComment} composeComment
 */

/** When the reader looks at them. */
const now = new Date('2026-11-29T15:00:00Z')

/** Those that README and docs show; the others are there to be looked at. */
export const published = ['summary', 'summary-red', 'comment-over-limit']

/** The Markdown of each picture by its name. @param {Renderers} renderers @returns {Record<string, string>} */
export function pictureTexts({ renderMarkdown, renderMerged, renderSectionOf, composeComment }) {
  const green = read('green')
  const red = read('one-red-test')
  const many = read('twelve-red-tests')
  const overLimit = read('over-limit')
  const first = read('first-run')
  const four = [
    { ...first, imageKey: 'mail' },
    green,
    { ...red, imageKey: 'pay' },
    { ...overLimit, imageKey: 'web' },
  ]
  const run = (/** @type {ReportJson} */ report) => ({
    ...{ run: 1, attempt: 1, commit: four[0]?.source?.commit ?? '' },
    url: `${report.source?.repository ?? ''}/actions/runs/1`,
  })
  const comment = (/** @type {ReportJson[]} */ reports) =>
    composeComment(
      '',
      [],
      reports.map((report) => renderSectionOf(report, run(report), 'container', now)),
    )
  return {
    summary: renderMarkdown(green, now),
    'summary-red': renderMarkdown(red, now),
    'summary-twelve-red': renderMarkdown(many, now),
    'summary-over-limit': renderMarkdown(overLimit, now),
    'summary-first-run': renderMarkdown(first, now),
    'summary-tests-only': renderMarkdown(read('tests-only'), now),
    'summary-four-images': renderMerged(
      four.map((report) => ({ kind: 'report', name: report.imageKey, report })),
    ),
    'comment-green': comment([green]),
    'comment-red': comment([red]),
    'comment-twelve-red': comment([many]),
    'comment-over-limit': comment([overLimit]),
    'comment-four-images': comment(four),
  }
}

/** By what a picture knows its text. @param {string} text */
export function hashOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** @param {string} name @returns {ReportJson} */
function read(name) {
  return JSON.parse(
    readFileSync(new URL(`../__tests__/fixtures/reports/${name}.json`, import.meta.url), 'utf8'),
  )
}
