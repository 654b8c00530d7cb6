import { expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { recorderAssembly } from '../../../../src/plan/instrument/recorder-assembly.ts'

const read = (name: string) =>
  readFile(new URL(`../../../../src/plan/instrument/${name}`, import.meta.url), 'utf8')

test('the assembly is of the source as it is now; a nightly test compiles it again', async () => {
  const source = createHash('sha256')
    .update(await read('process-recorder.cs'))
    .digest('hex')
  expect(await read('recorder-assembly.json')).toContain(source)
  expect(recorderAssembly().subarray(0, 2).toString()).toBe('MZ')
})
