import { expect, test } from '@jest/globals'
import { renderFailures, renderTests } from '../../../../src/report/summary/render-tests.ts'
import type { TestRun } from '../../../../src/testing/results/test-results.ts'
import { counts, failure, testReport } from '../a-report.ts'

const titles = (parts: readonly string[]): string[] => parts.map((part) => part.split('\n')[0] ?? '')

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
  const parts = renderFailures(testReport({ counts: counts(0, 203), failures }))
  expect(titles(parts)).toEqual([
    '❌ **<code>CartTests.Adds(item: 0)</code>** and 199 more rows of it, with the same message',
    '❌ **<code>Shop.Tests.CartTests.Adds(item: 200)</code>**',
    '❌ **<code>Shop.Tests.CartTests.Adds(item: 0)</code>**',
    '❌ **<code>Shop.Tests.CartTests.AddsTwice(item: 0)</code>**',
  ])
  expect(parts[0]).toContain('Shop.Tests.CartTests.Adds(item: 1)\nShop.Tests.CartTests.Adds(item: 2)\n')
  expect(parts[0]).toContain('Shop.Tests.CartTests.Adds(item: 49)\n… and 150 more\n')
})

test('what is left out is counted in tests, not in groups of them', () => {
  const failures = Array.from({ length: 21 }, (_, index) => [
    failure(`Test${index}(1)`, { message: 'no' }),
    failure(`Test${index}(2)`, { message: 'no' }),
  ]).flat()
  const parts = renderFailures(testReport({ counts: counts(0, 42), failures }))
  expect(parts).toHaveLength(21)
  expect(parts.at(-1)).toBe('… and 2 more failed tests; report.json has them.')
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
  const [table = ''] = renderTests(testReport({ runs }))
  expect(table.match(/<code>\w<\/code>/g)?.join(' ')).toBe(
    '<code>B</code> <code>D</code> <code>A</code> <code>C</code>',
  )
})
