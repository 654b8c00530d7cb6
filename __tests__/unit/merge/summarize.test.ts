import { expect, test } from '@jest/globals'
import { summarize } from '../../../src/merge/summarize.ts'
import { toReportJson } from '../../../src/report/model/to-json.ts'
import { compared } from '../report/a-report.ts'

test.each([
  { sizeMetric: 'compressed' as const, changeBytes: 250_100 },
  { sizeMetric: 'uncompressed' as const, changeBytes: 500_000 },
])('tells the change in the metric of the image: $sizeMetric', ({ sizeMetric, changeBytes }) => {
  const report = toReportJson(compared({ sizeMetric }))
  expect(summarize({ name: 'shop', kind: 'report', report })).toMatchObject({
    ...{ compressedBytes: 81_252_100, uncompressedBytes: 203_500_000, changeBytes },
  })
})
