import { expect, test } from '@jest/globals'
import { historyChart, pieChart } from '../../../../src/report/text/charts.ts'

const lines = (chart: string): string[] => chart.split('\n')

test('a pie has its largest slices first, and the small ones as one', () => {
  const slices = Array.from({ length: 12 }, (_, index) => ({ label: `part ${index}`, value: index * 10 }))
  expect(lines(pieChart('What it is', slices))).toEqual([
    '```mermaid',
    expect.stringMatching(/^%%\{init: \{"theme":"base",.*\}\}%%$/),
    'pie title What it is',
    ...[11, 10, 9, 8, 7, 6, 5, 4].map((index) => `    "part ${index}" : ${index * 10}`),
    '    "everything else" : 60',
    '```',
  ])
})

test.each([
  { slices: [] },
  { slices: [{ label: 'all', value: 5 }] },
  {
    slices: [
      { label: 'a', value: 5 },
      { label: 'b', value: 0 },
    ],
  },
])('nothing is divided into less than two: $slices', ({ slices }) => {
  expect(pieChart('What it is', slices)).toBe('')
})

test.each([
  'a"] : 1\n```\n<img src=x>',
  'x; %%{init: {"securityLevel": "loose"}}%%',
  'click a href "javascript:alert(1)"',
  '`a` | b & #quot; \u202e [c]\\',
])('a hostile name stays one label: %s', (label) => {
  const slices = [
    { label, value: 2 },
    { label: 'b', value: 1 },
  ]
  const chart = lines(pieChart(label, slices))
  expect(chart).toHaveLength(6)
  expect(chart[3]).toMatch(/^ {4}"[^"`#;%<>{}[\]\\|&]*" : 2$/)
  expect(chart[2]).toMatch(/^pie title [^"`#;%<>{}[\]\\|&]*$/)
  const history = lines(historyChart(label, [{ label, sizeBytes: 1 }]))
  expect(history).toHaveLength(8)
  expect(history[3]).toMatch(/^ {4}title "[^"`#;%<>{}[\]\\|&]*"$/)
})

test('thin slices are told as one, since their figures would lie upon each other', () => {
  const slices = [90, 7, 2, 1].map((value) => ({ label: String(value), value }))
  expect(lines(pieChart('Parts', slices)).slice(3)).toEqual([
    '    "90" : 90',
    '    "7" : 7',
    '    "everything else" : 3',
    '```',
  ])
})

const point = (label: string, sizeBytes: number) => ({ label, sizeBytes })

test('a history has the commits on its axis, and one that does not make a cliff of 1 %', () => {
  const points = [point('abcdef0', 80_900_000), point('abcdef0', 81_002_000), point('1234567', 81_252_100)]
  expect(lines(historyChart('Size', points)).slice(2)).toEqual([
    'xychart-beta',
    '    title "Size"',
    '    x-axis ["abcdef0", "abcdef0 (2)", "1234567"]',
    '    y-axis "MB" 72.951 --> 89.201',
    '    line [80.900, 81.002, 81.252]',
    '```',
  ])
})

test('there is room for the last ten commits; an axis never begins below nothing', () => {
  const points = Array.from({ length: 30 }, (_, index) => point(`c${index}`, index < 25 ? 0 : 5_000_000))
  const chart = lines(historyChart('Size', points))
  expect(chart[4]).toBe(
    `    x-axis [${points
      .slice(20)
      .map(({ label }) => `"${label}"`)
      .join(', ')}]`,
  )
  expect(chart[5]).toBe('    y-axis "MB" 0.000 --> 7.500')
})
