import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { composeComment, cutAtRow } from '../../../../src/report/comment/comment-body.ts'
import {
  commentMarker,
  parseSections,
  type Section,
  isNotable,
  renderSectionOf,
} from '../../../../src/report/comment/comment-section.ts'
import { toReportJson } from '../../../../src/report/model/to-json.ts'
import { compared, counts, failure, noChange, now, report, testReport } from '../a-report.ts'

const marker = commentMarker('.github/workflows/ci.yml')
const [first, second, third] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string]

const section = (name: string, more: Partial<Section> = {}): Section => ({
  key: name,
  run: 5,
  attempt: 1,
  commit: first,
  url: 'https://github.com/acme/shop/actions/runs/5',
  digest: '0'.repeat(32),
  head: `### ✅ ${name}`,
  details: [],
  ...more,
})

const compose = (bodies: string[], ...sections: Section[]): string => composeComment(marker, bodies, sections)
const keysOf = (body: string): string[] => parseSections(body).map(({ key }) => key)

test('a section comes back as it was written', () => {
  const one = section('shop', { details: ['<details>\n\nx\n\n</details>', 'y'] })
  expect(parseSections(compose([], one))).toEqual([one])
})

test('each section leads to its run, whatever it ends with', () => {
  const sections = [
    section('a'),
    section('b', { details: ['<details><summary>x</summary>\n\ny\n\n</details>'] }),
  ]
  const html = marked.parse(compose([], ...sections), { gfm: true, async: false })
  expect(html.match(/<a href="https:\/\/github\.com\/acme\/shop\/actions\/runs\/5">/g)).toHaveLength(2)
})

test('sections stand in the order of their names, numbers by their value', () => {
  expect(keysOf(compose([], section('shop-10'), section('shop-9'), section('api')))).toEqual([
    'api',
    'shop-9',
    'shop-10',
  ])
})

test('the same again changes nothing', () => {
  const body = compose([], section('a', { details: ['x'] }), section('b'))
  expect(compose([body], section('b'))).toBe(body)
  expect(compose([body], section('b', { run: 6, head: 'another time' }))).toBe(body)
})

test('a newer run replaces what an older one said, and never the other way round', () => {
  const newer = section('a', { run: 6, commit: second, digest: '1'.repeat(32), head: 'new' })
  const body = compose([compose([], section('a'))], newer)
  expect(parseSections(body)).toEqual([newer])
  expect(compose([body], section('a'))).toBe(body)
})

test('sections of two comments become one text', () => {
  expect(keysOf(compose([compose([], section('a')), compose([], section('b'))], section('c')))).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('what the last run did not tell again goes away with the next one, and is marked until then', () => {
  const of = (name: string, run: number, commit: string): Section =>
    section(name, { run, commit, digest: `${run}`.repeat(32) })
  const one = compose([], of('a', 1, first), of('gone', 1, first))
  const two = compose([one], of('a', 2, second))
  expect(keysOf(two)).toEqual(['a', 'gone'])
  expect(two.match(/⏳/g)).toHaveLength(1)
  const three = compose([two], of('a', 3, third))
  expect(keysOf(three)).toEqual(['a'])
  expect(three).not.toContain('⏳')
})

test('a failed job that is run again does not take away what the other jobs said', () => {
  const body = compose([], section('a'), section('b', { digest: '1'.repeat(32) }))
  expect(keysOf(compose([body], section('b', { attempt: 2, digest: '2'.repeat(32) })))).toEqual(['a', 'b'])
})

test('of two images of one name in a run the failed one stays, whichever job comes last, and a line tells of the other', () => {
  const red = section('shop', { head: '### ❌ shop', digest: '2'.repeat(32) })
  const green = section('shop', { head: '### ✅ shop', digest: '1'.repeat(32) })
  const both = compose([compose([], red)], green)
  expect(both).toContain('### ❌ shop\n\n> ⚠️ Another job of this run has an image of the same name')
  expect(compose([compose([], green)], red)).toBe(both)
  expect(compose([], green, red)).toBe(both)
  // Their jobs look again after they wrote: neither must begin anew.
  for (const one of [red, green]) expect(compose([both], one)).toBe(both)
  const next = section('shop', { run: 6, digest: '3'.repeat(32) })
  expect(parseSections(compose([both], next))).toEqual([next])
})

test('marks in the words of a test are no marks', () => {
  const head = `### ✅ a\n\n\`\`\`\n<!-- dotnet-container:end -->\n${compose([], section('evil'))}\n\`\`\``
  expect(keysOf(compose([], section('a', { head }), section('b')))).toEqual(['a', 'b'])
})

test('a section that somebody changed by hand is left out', () => {
  expect(parseSections('<!-- dotnet-container:section bm8 -->\nx\n<!-- dotnet-container:end -->')).toEqual([])
})

describe('a comment that would be too long', () => {
  const row = `| ${'x'.repeat(90)} 🐳 | 1 |`
  const long = `<details open><summary>Size</summary>\n\n| a | b |\n| --- | --- |\n${`${row}\n`.repeat(500)}\n</details>`

  test('keeps every first line and cuts details at a row, with the tags closed', () => {
    const names = Array.from({ length: 20 }, (_, index) => `shop-${index + 10}`)
    const body = compose([], ...names.map((name) => section(name, { details: [long, 'more'] })))
    expect(body.length).toBeLessThanOrEqual(65_000)
    expect(body.length).toBeGreaterThan(50_000)
    expect(keysOf(body)).toEqual(names)
    expect(body.split('<details')).toHaveLength(body.split('</details>').length)
    expect(body).toMatch(/\n\n… and \d+ more rows\n\n<\/details>/)
    expect(compose([body], section('shop-10', { details: [long, 'more'] }))).toBe(body)
  })

  test('leaves images out when there are thousands', () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      section(`shop-${index}`, { head: 'h'.repeat(5_000) }),
    )
    const body = compose([], ...many)
    expect(body.length).toBeLessThanOrEqual(65_000)
    expect(body).toMatch(/… and \d,\d+ more images; their runs have summaries of them\.$/)
  })
})

test('rows in a code block are not where a part is cut', () => {
  const part = `| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n\n\`\`\`text\n${'| x | y |\n'.repeat(50)}\`\`\``
  expect(cutAtRow(part, 120)).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |\n\n… and more')
  expect(cutAtRow(part, 10)).toBeUndefined()
})

const run = { run: 5, attempt: 1, commit: first, url: 'https://github.com/acme/shop/actions/runs/5' }

test('an image’s section has the answer in its heading, why in a sentence, and the rest folded', () => {
  const { key, head, details } = renderSectionOf(toReportJson(compared()), run, 'build', now)
  expect(key).toBe('shop#final Dockerfile')
  expect(head).toBe(
    '### ✅ <code>shop</code>: 12 tests passed · 81.25 MB compressed, +250.10 kB (+0.31 %)\n\nCompared with <code>abcdef0</code> on ' +
      '<code>main</code>, 3 hours ago. Largest cause: package <code>Newtonsoft.Json</code> <code>13.0.1 → 13.0.3</code> +250.00 kB.',
  )
  expect(details.every((part) => part.startsWith('<details>'))).toBe(true)
})

/** The titles of what can be folded, and whether it is open, without what is in it. */
const titlesOf = (parts: readonly string[]): string[] =>
  parts.map((part) => {
    const [, open = '', title = part] = /^<details( open)?><summary>(.*?)<\/summary>/.exec(part) ?? []
    return `${title}${open}`
  })

const failedJob = (names: readonly string[]): ReturnType<typeof renderSectionOf> => {
  const failures = names.map((name) => failure(name, { message: `${name} is wrong\nreally`, stack: 'at x' }))
  const tests = testReport({ result: 'failed', counts: counts(0, names.length), failures })
  const problems = [{ title: 'Tests failed', message: 'as told', place: { file: 'Dockerfile', line: 12 } }]
  return renderSectionOf(toReportJson(report({ tests, problems })), run, 'build', now)
}

test('a failed test is named openly, with where it ran; its message is folded', () => {
  const { head, details } = failedJob(['Shop.Adds'])
  expect(head.split('\n\n').slice(1, 3)).toEqual([
    `Failed in stage <code>test</code> <a href="https://github.com/acme/shop/blob/${first}/Dockerfile#L12"><code>Dockerfile:12</code></a> <code>RUN dotnet test</code>`,
    '- ❌ <code>Shop.Adds</code>',
  ])
  expect(titlesOf(details)).toEqual(['Messages of the failed tests', 'Size'])
  expect(details.join('\n').match(/Shop\.Adds is wrong/g)).toHaveLength(1)
})

test('of many failed tests ten are named, the others are rows, none both', () => {
  const names = Array.from({ length: 70 }, (_, index) => `Shop.Adds${index + 10}`)
  const { head, details } = failedJob(names)
  expect(head.match(/- ❌ /g)).toHaveLength(10)
  expect(head).toContain('- … and 60 more failed tests')
  expect(titlesOf(details)).toEqual(['Messages of the failed tests', '60 more failed tests', 'Size'])
  expect(details[0]).not.toContain('Adds20')
  expect(details[1]).not.toContain('Adds19')
  expect(details[1]).toContain('| <code>Shop.Adds20</code> | Shop.Adds20 is wrong |')
  expect(details[1]).toContain('… and 10 more failed tests; report.json has them.')
})

test('of several images one line over all says which failed, and those stand first', () => {
  const head = (mark: string, name: string) => `### ${mark} <code>${name}</code>: 12 tests`
  const images = (...marks: string[]): Section[] =>
    marks.map((mark, index) => section(`image-${index}`, { head: head(mark, `image-${index}`) }))
  expect(compose([], ...images('✅'))).not.toContain('## ✅ All')
  expect(compose([], ...images('✅', '✅')).split('\n')[2]).toBe('## ✅ All 2 images passed')
  expect(compose([], ...images('✅', '⚠️')).split('\n')[2]).toBe('## ⚠️ 2 images, some of them without tests')
  const body = compose([], ...images('✅', '❌', '✅', '❌'))
  expect(body.split('\n')[2]).toBe('## ❌ 2 of 4 images failed: <code>image-1</code>, <code>image-3</code>')
  expect(keysOf(body)).toEqual(['image-1', 'image-3', 'image-0', 'image-2'])
})

test('how long it took and when it was is no change, another size is one', () => {
  const digest = (job: Parameters<typeof toReportJson>[0]): string =>
    renderSectionOf(toReportJson(job), run, '', now).digest
  const timed = (durationMs: number): string => digest(compared({ tests: testReport({ durationMs }) }))
  expect(timed(1)).toBe(timed(2))
  expect(digest(report())).not.toBe(digest(compared()))
})

test('hostile names stay names', () => {
  const evil = '</code></details><!-- dotnet-container:end --> @acme/team #12 | `x`'
  const failures = [failure(evil, { message: evil })]
  const job = report({
    imageKey: evil,
    tests: testReport({ result: 'failed', counts: counts(0, 1), failures }),
  })
  const body = compose([], renderSectionOf(toReportJson(job), run, '', now), section('zzz'))
  expect(parseSections(body)).toHaveLength(2)
  expect(body.replace(/```[\s\S]*?```/g, '')).not.toMatch(/@acme|(?<!&)#12|<\/code><\/details><!--/)
})

test.each([
  {
    name: 'a failed job',
    job: report({ problems: [{ title: 'x', message: 'x', place: undefined }] }),
    notable: true,
  },
  { name: 'a change', job: compared(), notable: true },
  { name: 'min-change', job: compared({ comparison: noChange }), notable: false },
  { name: 'no baseline', job: report(), notable: false },
])('$name is worth a comment of its own: $notable', ({ job, notable }) => {
  expect(isNotable(toReportJson(job))).toBe(notable)
})
