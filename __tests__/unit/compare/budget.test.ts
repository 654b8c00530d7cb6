import { expect, test } from '@jest/globals'
import { checkBudget, type BudgetOutcome } from '../../../src/compare/budget.ts'
import type { ImageRecord } from '../../../src/measure/image-record.ts'

const sizes = { packedBytes: 100, unpackedBytes: 300 } as ImageRecord

test.each<{ name: string; metric: 'packed' | 'unpacked'; limit: number | undefined; outcome: BudgetOutcome }>(
  [
    { name: 'no budget', metric: 'packed', limit: undefined, outcome: { kind: 'none' } },
    {
      name: 'room left',
      metric: 'packed',
      limit: 101,
      outcome: { kind: 'ok', limitBytes: 101, sizeBytes: 100 },
    },
    {
      name: 'exactly the budget',
      metric: 'packed',
      limit: 100,
      outcome: { kind: 'ok', limitBytes: 100, sizeBytes: 100 },
    },
    {
      name: 'a byte too much',
      metric: 'packed',
      limit: 99,
      outcome: { kind: 'breached', limitBytes: 99, sizeBytes: 100 },
    },
    {
      name: 'the other metric',
      metric: 'unpacked',
      limit: 200,
      outcome: { kind: 'breached', limitBytes: 200, sizeBytes: 300 },
    },
    {
      name: 'a budget of nothing, which is a budget',
      metric: 'packed',
      limit: 0,
      outcome: { kind: 'breached', limitBytes: 0, sizeBytes: 100 },
    },
  ],
)('tells of $name', ({ metric, limit, outcome }) => {
  expect(checkBudget(sizes, metric, limit)).toEqual(outcome)
})
