import { expect, test } from '@jest/globals'
import { formatImageSize } from '../../../../src/report/summary/image-size.ts'
import { imageRecord, layerRecord } from '../../measure/a-layout.ts'

const layers = [layerRecord('app', { packedBytes: 1_000_000, unpackedBytes: 3_000_000 })]

test.each([
  { name: 'a packed size', method: 'oci-layout', metric: 'packed', shown: '1.00 MB' },
  { name: 'an estimated packed size', method: 'docker-save', metric: 'packed', shown: '1.00 MB (estimated)' },
  { name: 'an unpacked size, which is exact', method: 'docker-save', metric: 'unpacked', shown: '3.00 MB' },
] as const)('shows $name', ({ method, metric, shown }) => {
  expect(formatImageSize(imageRecord(layers, { method }), metric)).toBe(shown)
})
