import { expect, test } from '@jest/globals'
import { formatImageSize } from '../../../../src/report/summary/image-size.ts'
import { imageRecord, layerRecord } from '../../measure/a-layout.ts'

const layers = [layerRecord('app', { compressedBytes: 1_000_000, uncompressedBytes: 3_000_000 })]

test.each([
  { name: 'a compressed size', method: 'oci-layout', metric: 'compressed', shown: '1.00 MB' },
  {
    name: 'an estimated compressed size',
    method: 'docker-save',
    metric: 'compressed',
    shown: '1.00 MB (estimated)',
  },
  {
    name: 'an uncompressed size, which is exact',
    method: 'docker-save',
    metric: 'uncompressed',
    shown: '3.00 MB',
  },
] as const)('shows $name', ({ method, metric, shown }) => {
  expect(formatImageSize(imageRecord(layers, { method }), metric)).toBe(shown)
})
