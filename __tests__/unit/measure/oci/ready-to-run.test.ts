import { expect, test } from '@jest/globals'
import { headBytes, isReadyToRun } from '../../../../src/measure/oci/list-layer.ts'

/** The beginning of an assembly: its COFF header says for which machine it is. */
function assembly(machine: number): Buffer {
  const head = Buffer.alloc(headBytes)
  head.write('MZ', 0, 'latin1')
  head.writeUInt32LE(0x80, 0x3c)
  head.write('PE\0\0', 0x80, 'latin1')
  head.writeUInt16LE(machine, 0x84)
  return head
}

// As dotnet publish of SDK 10.0.401 writes them, with and without PublishReadyToRun, for linux-x64 and linux-arm64.
test.each([
  ['IL for any machine', assembly(0x014c), false],
  ['IL for x64', assembly(0x8664), false],
  ['ReadyToRun for linux-x64', assembly(0xfd1d), true],
  ['ReadyToRun for linux-arm64', assembly(0xaa64 ^ 0x7b79), true],
  ['a native library of Windows', assembly(0xaa64), false],
  ['an assembly that is cut', assembly(0xfd1d).subarray(0, 0x84), false],
  ['an empty file', Buffer.alloc(0), false],
  ['a text', Buffer.from('MZ is no assembly'.repeat(10)), false],
])('%s', (_, head, expected) => {
  expect(isReadyToRun(head)).toBe(expected)
})
