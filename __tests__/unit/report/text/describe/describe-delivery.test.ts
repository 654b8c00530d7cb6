import { expect, test } from '@jest/globals'
import { describeDelivery } from '../../../../../src/report/text/describe/describe-delivery.ts'
import type { ReportJson } from '../../../../../src/report/model/report-schema.ts'

type Outputs = NonNullable<ReportJson['exported']>['outputs']

test.each<{ name: string; outputs: Outputs | undefined; words: string }>([
  { name: 'nothing', outputs: undefined, words: '' },
  {
    name: 'a load',
    outputs: [{ how: 'loaded', where: '', checkedBy: 'build', durationMs: 900 }],
    words: 'Loaded in 0.9 s.',
  },
  {
    name: 'a load that the build did',
    outputs: [{ how: 'loaded', where: 'acme/shop:1', checkedBy: 'build' }],
    words: 'Loaded with the build.',
  },
  {
    name: 'several places',
    outputs: [
      { how: 'pushed', where: 'acme/shop:1', checkedBy: 'manifest', durationMs: 1_200 },
      { how: 'written', where: 'out/image.tar', checkedBy: 'config', durationMs: 2_000 },
      { how: 'written', where: 'out/files', checkedBy: 'build', durationMs: 500 },
    ],
    words:
      'Pushed in 1.2 s, wrote out/image.tar in 2.0 s, wrote out/files in 0.5 s (it has no digest; it comes from the measured build).',
  },
])('reports $name', ({ outputs, words }) => {
  expect(describeDelivery(outputs && { digest: 'sha256:1', outputs })).toBe(words)
})
