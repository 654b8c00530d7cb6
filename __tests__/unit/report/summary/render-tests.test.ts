import { expect, test } from '@jest/globals'
import { renderFailures } from '../../../../src/report/summary/render-failures.ts'
import { renderTests } from '../../../../src/report/summary/render-tests.ts'
import type { TestRun } from '../../../../src/testing/results/test-results.ts'
import { counts, failure, testReport } from '../a-report.ts'

/** What is to be seen of folded parts. */
const titles = (parts: readonly string[]): string[] =>
  parts.map((part) => /^<details><summary>(.*)<\/summary>/.exec(part)?.[1] ?? part)

test('rows of one test that failed alike are told once, so that others are seen', () => {
  const rows = Array.from({ length: 200 }, (_, index) =>
    failure(`Shop.Tests.CartTests.Adds(item: ${index})`, {
      className: 'Shop.Tests.CartTests',
      message: 'No connection',
    }),
  )
  const failures = [
    ...rows,
    failure('Shop.Tests.CartTests.Adds(item: 200)', { message: 'Expected: 1' }),
    failure('Shop.Tests.CartTests.Adds(item: 0)', { message: 'No connection', framework: 'net8.0' }),
    failure('Shop.Tests.CartTests.AddsTwice(item: 0)', { message: 'No connection' }),
  ]
  const parts = renderFailures({ tests: testReport({ counts: counts(0, 203), failures }) })
  expect(titles(parts)).toEqual([
    '❌ <code>CartTests.Adds(item: 0)</code> and 199 more rows with the same message',
    '❌ <code>Shop.Tests.CartTests.Adds(item: 200)</code>',
    '❌ <code>Shop.Tests.CartTests.Adds(item: 0)</code>',
    '❌ <code>Shop.Tests.CartTests.AddsTwice(item: 0)</code>',
  ])
  expect(parts[0]).toContain('Shop.Tests.CartTests.Adds(item: 1)\nShop.Tests.CartTests.Adds(item: 2)\n')
  expect(parts[0]).toContain('Shop.Tests.CartTests.Adds(item: 49)\n… and 150 more\n')
})

test('what is left out is counted in tests, not in groups of them', () => {
  const failures = Array.from({ length: 21 }, (_, index) => [
    failure(`Test${index}(1)`, { message: 'no' }),
    failure(`Test${index}(2)`, { message: 'no' }),
  ]).flat()
  const parts = renderFailures({ tests: testReport({ counts: counts(0, 42), failures }) })
  expect(parts).toHaveLength(11)
  expect(titles(parts).at(-1)).toBe('22 more failed tests')
  expect(parts.at(-1)).toContain('| <code>Test20(1)</code> and 1 more row with the same message | no |')
})

test('projects with failures stand above the others', () => {
  const run = (project: string, failed: number): TestRun => ({
    source: 'trx',
    project,
    results: [],
    counts: counts(1, failed),
    errors: [],
    aborted: false,
    incomplete: false,
  })
  const runs = [run('A', 0), run('B', 2), run('C', 0), run('D', 1)]
  const [table = ''] = renderTests({ tests: testReport({ runs }) })
  expect(table.match(/<code>\w<\/code>/g)?.join(' ')).toBe(
    '<code>B</code> <code>D</code> <code>A</code> <code>C</code>',
  )
})

const baseline = {
  ...{ durationMs: 1_000, counts: counts(10, 1, 3) },
  ...{ gone: [], newlySkipped: [], added: [] },
}

test('counts have their change against the baseline', () => {
  const run = {
    ...{ source: 'trx', project: 'A', results: [], errors: [] },
    aborted: false,
    incomplete: false,
  }
  const one = { ...run, source: 'trx' as const, counts: counts(12, 0, 3) }
  const rows = (runs: TestRun[]): string[] =>
    renderTests({ tests: { ...testReport({ runs, counts: counts(12, 0, 3) }), baseline } })[0]
      ?.replaceAll('\u00a0', ' ')
      .split('\n')
      .slice(2) ?? []
  expect(rows([one])).toEqual(['| <code>A</code> | 12 (+2) | 0 (−1) | 3 (±0) |  |'])
  expect(rows([one, { ...one, project: 'B' }])).toEqual([
    '| <code>A</code> | 12 | 0 | 3 |  |',
    '| <code>B</code> | 12 | 0 | 3 |  |',
    '| **All** | 12 (+2) | 0 (−1) | 3 (±0) |  |',
  ])
})

test('tests that ran before and are skipped now are named', () => {
  const run: TestRun = {
    ...{ source: 'trx', project: 'A', results: [], errors: [], counts: counts(1) },
    ...{ aborted: false, incomplete: false },
  }
  const newlySkipped = ['A: one', 'A: two', 'A: 3', 'A: 4', 'A: 5', 'A: 6']
  const [first] = renderTests({
    tests: { ...testReport({ runs: [run] }), baseline: { ...baseline, newlySkipped } },
  })
  expect(first).toBe(
    '⚠️ 6 tests newly skipped: <code>A: one</code>, <code>A: two</code>, <code>A: 3</code>, <code>A: 4</code>, <code>A: 5</code> and 1 more',
  )
})

test('a failed test leads to its line in the commit that was tested', () => {
  const source = { repository: 'https://github.com/acme/shop', commit: 'a'.repeat(40) }
  const at = (file: string): string =>
    renderFailures({
      source,
      tests: testReport({ failures: [failure('T', { place: { file, line: 7 } })] }),
    })[0] ?? ''
  expect(at('tests/My Cart.cs')).toContain(
    `<a href="https://github.com/acme/shop/blob/${'a'.repeat(40)}/tests/My%20Cart.cs#L7"><code>tests/My Cart.cs:7</code></a>`,
  )
  for (const elsewhere of ['/src/Cart.cs', '../Cart.cs', 'a/../../b.cs'])
    expect(at(elsewhere)).not.toContain('<a')
})
