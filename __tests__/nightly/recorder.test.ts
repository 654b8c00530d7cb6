import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const script = fileURLToPath(new URL('../../scripts/build-recorder.mjs', import.meta.url))

test('the assembly that records processes is what its source compiles to', async () => {
  await expect(promisify(execFile)(process.execPath, [script, '--check'])).resolves.toBeDefined()
})
