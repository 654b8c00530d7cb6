import { describe, expect, it } from '@jest/globals'
import { marked } from 'marked'
import * as v from 'valibot'
import { composeComment } from '../../../src/report/comment/comment-body.ts'
import { commentMarker, parseSections, renderSectionOf } from '../../../src/report/comment/comment-section.ts'
import { renderJson, toReportJson } from '../../../src/report/model/to-json.ts'
import { renderMarkdown } from '../../../src/report/summary/render-summary.ts'
import { renderMerged } from '../../../src/merge/render-merged.ts'
import { renderTerminal } from '../../../src/report/render-terminal.ts'
import { reportSchema, type ReportJson } from '../../../src/report/model/report-schema.ts'
import { compared, counts, failure, now, step, testReport } from './a-report.ts'

/** What a test, a file, a log or a registry may be named or say, to act in a report. */
const attacks = [
  { name: 'mentions', says: '@octocat and @acme/team, mail me@example.org' },
  { name: 'references', says: 'fixes #12, acme/shop#3, GH-4 and gh-5' },
  { name: 'commits', says: 'see 1f2e3d4c5b6a79881f2e3d4c5b6a79881f2e3d4c and acme/shop@1f2e3d4' },
  { name: 'addresses', says: 'https://evil.example www.evil.example ftp://evil.example HTTP://EVIL.EXAMPLE' },
  { name: 'mail and chat addresses', says: 'mailto:a@evil.example xmpp:a@evil.example a.b-c@evil.example' },
  { name: 'links', says: '[click](https://evil.example) [a]: https://evil.example <https://evil.example>' },
  { name: 'images', says: '![x](https://evil.example/p.png) <img src="https://evil.example/p.png">' },
  { name: 'HTML', says: '</code></summary></details></td><script>alert(1)</script><a href="//evil">x</a>' },
  { name: 'our own marks', says: '<!-- dotnet-container:end --> <!-- dotnet-container:details --> <!--' },
  { name: 'pipes', says: 'a | b \\| c || d' },
  { name: 'fences', says: '```\n@octocat\n~~~\n````\n# heading\n</details>' },
  { name: 'emphasis', says: '**a** __b__ ~~c~~ *d* _e_ `f` ==g==' },
  { name: 'blocks', says: '\n# heading\n> quote\n- [ ] task\n1. list\n---\n| a |\n| - |\n| b |' },
  {
    name: 'turned and hidden text',
    says: 'a\u202eb\u2066c\u200fd\u061ce\u200bf\u2060g\ufeffh\u00adi\u{e0041}j',
  },
  { name: 'controls', says: '\x1b[31mred\x1b]0;title\x07\x00\x07\x08\u0085\u2028' },
  { name: 'emoji and formulas', says: ':tada: :+1: $\\href{https://evil.example}{x}$' },
  { name: 'workflow commands', says: '::error::x\n##[error]y\n::set-output name=a::b' },
  { name: 'entities', says: '&lt;img&gt; &#64;octocat &#x23;12 &commat;octocat' },
]

/** A report in which every text that its form leaves free says that. */
function hostileReport(says: string): ReportJson {
  const job = compared({
    tests: testReport({
      result: 'error',
      hiddenBy: 'x',
      counts: counts(1, 1, 1),
      failures: [failure('x', { message: 'x', stack: 'x', stdout: 'x', place: { file: 'x', line: 1 } })],
      runs: [
        {
          source: 'trx',
          project: 'x',
          framework: 'x',
          counts: counts(1, 1, 1),
          durationMs: 1,
          errors: ['x'],
          aborted: false,
          incomplete: false,
          results: [
            { name: 'x', outcome: 'failed', message: 'x', durationMs: 5 },
            { name: 'x', outcome: 'skipped', message: 'x', durationMs: 6 },
          ],
        },
      ],
      compilerMessages: [{ severity: 'error', code: 'x', text: 'x', place: { file: 'x', line: 1 } }],
      coverage: {
        total: { linesCovered: 1, linesValid: 2, branchesCovered: 1, branchesValid: 2 },
        files: [{ path: 'x', linesCovered: 1, linesValid: 2, branchesCovered: 1, branchesValid: 2 }],
      },
    }),
    problems: [
      { title: 'x', message: 'x', place: { file: 'x', line: 1 } },
      { title: 'x', message: 'x', place: undefined, snippet: 'x' },
    ],
    warnings: ['x'],
    stages: [0, 1].map((from) => ({
      ...{ name: 'x', line: 1, from, base: 'x', copiesFrom: [0] },
      ...{ runsTests: true, isFinal: true },
    })),
    steps: [step('x', '1/2', 'x', { outcome: 'failed', error: 'x' })],
    cache: {
      kind: 'own',
      from: ['x'],
      to: ['x'],
      testsFrom: ['x'],
      testsTo: ['x'],
      reason: 'x',
      warnings: ['x'],
    },
    advice: [
      {
        ...{ id: 'x', title: 'x', evidence: ['x'], fix: 'x', place: { file: 'x', line: 1 } },
        ...{ compressedBytes: 1, uncompressedBytes: 1 },
        link: 'https://docs.docker.com/build/',
      },
    ],
    budget: {
      kind: 'overridden',
      label: 'x',
      limits: [
        {
          ...{ kind: 'growth', isExceeded: true, written: 'x' },
          limitBytes: 1,
          growthBytes: 2,
          ignoredBytes: 0,
        },
      ],
    },
  })
  const plain = JSON.parse(renderJson(toReportJson(job))) as ReportJson
  if (plain.tests) plain.tests.baseline = { durationMs: 1, gone: ['x'], newlySkipped: ['x'], added: ['x'] }
  if (plain.image) {
    plain.image.sdk = { name: 'x', compressedBytes: 1 }
    plain.image.hidden = { bytes: 1_000_000, files: [{ path: 'x', sizeBytes: 1, layer: 0, hiddenBy: 1 }] }
  }
  plain.release = {
    ...{ kind: 'found', tag: 'x', taggedCommit: 'x', commitsBefore: 1, createdAt: '2026-11-20T00:00:00Z' },
    ...{
      compressedBytes: 1,
      uncompressedBytes: 1,
      compressedChangeBytes: 2,
      uncompressedChangeBytes: 2,
      isBelowMinChange: false,
    },
  }
  plain.history = [1, 2, 3].map((compressedBytes) => ({
    ...{ createdAt: '2026-11-20T00:00:00Z', commit: 'x', compressedBytes, uncompressedBytes: 4 },
  }))
  sayEverywhere(plain, plain, says)
  return v.parse(reportSchema, plain)
}

/** Puts the words wherever the form of a report takes them. */
function sayEverywhere(report: ReportJson, value: object, says: string): void {
  for (const [key, old] of Object.entries(value) as [string, unknown][]) {
    if (typeof old === 'object' && old !== null) sayEverywhere(report, old, says)
    if (typeof old !== 'string') continue
    Object.assign(value, { [key]: says })
    if (!v.is(reportSchema, report)) Object.assign(value, { [key]: old })
  }
}

const run = { run: 1, attempt: 1, commit: 'a'.repeat(40), url: 'https://github.com/acme/shop/actions/runs/1' }
const marker = commentMarker('.github/workflows/ci.yml')
const writers: Record<string, (report: ReportJson) => string> = {
  'the summary': (report) => renderMarkdown(report, now),
  'the comment': (report) => composeComment(marker, [], [renderSectionOf(report, run, report.imageKey, now)]),
  'the summary of many': (report) =>
    renderMerged([
      { name: report.imageKey, kind: 'report', report },
      { name: report.imageKey, kind: 'lost', reason: report.warnings[0] ?? '' },
    ]),
}

/** What Markdown of ours becomes; all other elements are somebody else's. */
const ownElements = new Set(
  'a blockquote br code details h2 h3 li p pre strong sub summary table tbody td th thead tr ul'.split(' '),
)
const ownLinks =
  /^(?:https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/blob\/main\/docs\/troubleshooting\.md(?:#[a-z-]+)?|#user-content-image-[\w.-]*|https:\/\/docs\.docker\.com\/build\/|https:\/\/github\.com\/acme\/shop\/(?:actions\/runs\/1|blob\/a{40}\/[\w%.~!'()*/-]+(?:#L\d+)?))$/

/** Where the text of an element is shown as it is written: GitHub looks for no mention, issue or commit there. */
const verbatim = /<(pre|code)\b[^>]*>[\s\S]*?<\/\1>/g

describe.each(attacks)('$name', ({ says }) => {
  const report = hostileReport(says)

  it.each(Object.entries(writers))('are nothing but text in %s', (_, write) => {
    const markdown = write(report)
    expect(markdown).not.toMatch(
      /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u,
    )
    const html = marked.parse(markdown, { gfm: true, async: false })
    const elements = [...html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<\/?([a-z][\w-]*)([^>]*)>/gi)]
    const foreign = elements.filter(([, name = '']) => !ownElements.has(name.toLowerCase()))
    expect(foreign.map(([element]) => element)).toEqual([])
    const links = elements.flatMap(([, , attributes]) => /href="([^"]*)"/.exec(attributes ?? '')?.[1] ?? [])
    expect(links.filter((link) => !ownLinks.test(link))).toEqual([])
    for (const name of ['details', 'summary', 'code', 'table'])
      expect(countOf(html, `</${name}>`)).toBe(countOf(html, `<${name}>`) + countOf(html, `<${name} `))

    const shown = decode(html.replace(verbatim, '').replace(/<[^>]+>/g, '\n'))
    expect(shown).not.toMatch(/(?<![\w`])@\w/)
    expect(shown).not.toMatch(/#\d|\bGH-\d/i)
    expect(shown).not.toMatch(/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b/)
    expect(shown).not.toMatch(/:[\w+-]+:/)
  })

  it('tables keep their columns', () => {
    for (const write of Object.values(writers)) {
      const blocks = outsideOfFences(write(report)).split('\n\n')
      for (const block of blocks.filter((text) => text.startsWith('| '))) {
        const columns = block.split('\n').map((line) => countOf(line, '|'))
        expect(new Set(columns).size).toBe(1)
      }
    }
  })

  it('are one section of the comment, read back as it was written', () => {
    const section = renderSectionOf(report, run, 'build', now)
    const body = composeComment(marker, [], [section])
    expect(parseSections(body)).toHaveLength(1)
    expect(composeComment(marker, [body], [section])).toBe(body)
  })

  it('move nothing in a terminal', () => {
    expect(renderTerminal(report, now)).not.toMatch(
      /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b]/,
    )
  })
})

function countOf(text: string, part: string): number {
  return text.split(part).length - 1
}

function outsideOfFences(markdown: string): string {
  return markdown.replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '')
}

function decode(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
