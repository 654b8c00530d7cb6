import { expect, test } from '@jest/globals'
import { canonicalName } from '../../../src/deliver/give-names.ts'

test.each([
  ['shop', 'docker.io/library/shop:latest'],
  ['acme/shop:1', 'docker.io/acme/shop:1'],
  ['ghcr.io/acme/shop', 'ghcr.io/acme/shop:latest'],
  ['localhost/shop:1', 'localhost/shop:1'],
  ['127.0.0.1:5000/shop', '127.0.0.1:5000/shop:latest'],
  ['127.0.0.1:5000/shop:1', '127.0.0.1:5000/shop:1'],
])('buildx calls %s %s', (name, full) => {
  expect(canonicalName(name)).toBe(full)
})
