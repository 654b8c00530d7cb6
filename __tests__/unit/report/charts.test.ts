import { expect, test } from '@jest/globals'
import { historyChart, pieChart } from '../../../src/report/charts.ts'

const lines = (chart: string): string[] => chart.split('\n')

test('a pie has its largest slices first, and the small ones as one', () => {
  const slices = Array.from({ length: 12 }, (_, index) => ({ label: `part ${index}`, value: index * 10 }))
  expect(lines(pieChart('What it is', slices))).toEqual([
    '```mermaid',
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
  expect(chart).toHaveLength(5)
  expect(chart[2]).toMatch(/^ {4}"[^"`#;%<>{}[\]\\|&]*" : 2$/)
  expect(chart[1]).toMatch(/^pie title [^"`#;%<>{}[\]\\|&]*$/)
  const history = lines(
    historyChart(
      label,
      [1, 2, 3].map((value) => ({ label, value })),
    ),
  )
  expect(history).toHaveLength(7)
  expect(history[3]).toMatch(/^ {4}x-axis \[(?:"[^"`#;%<>{}[\]\\|&]*"(?:, )?){3}\]$/)
})
