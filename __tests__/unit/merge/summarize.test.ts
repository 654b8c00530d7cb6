import { expect, test } from '@jest/globals'
import { summarize } from '../../../src/merge/summarize.ts'
import { toReportJson } from '../../../src/report/model/to-json.ts'
import { compared } from '../report/a-report.ts'

test.each([
  { sizeMetric: 'packed' as const, deltaBytes: 250_100 },
  { sizeMetric: 'unpacked' as const, deltaBytes: 500_000 },
])('tells the change in the metric of the image: $sizeMetric', ({ sizeMetric, deltaBytes }) => {
  const report = toReportJson(compared({ sizeMetric }))
  expect(summarize({ name: 'shop', kind: 'report', report })).toMatchObject({
    ...{ packedBytes: 81_252_100, unpackedBytes: 203_500_000, deltaBytes },
  })
})
