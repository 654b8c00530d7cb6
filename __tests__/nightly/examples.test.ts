import { afterAll, beforeAll, test } from '@jest/globals'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { examples, expectGreen, expectRed } from '../e2e/harness/examples.ts'

let registry: Awaited<ReturnType<typeof startRegistry>>

beforeAll(async () => {
  registry = await startRegistry()
})

afterAll(async () => {
  await registry.stop()
})

test.each(examples.filter(({ name }) => name !== 'several-projects'))(
  '$name is red when a test is broken, and nothing is built or pushed',
  async (example) => {
    await expectRed(example, registry.address)
  },
)

test.each(examples.filter(({ name }) => name === 'unnamed-final'))(
  '$name is green with the stage of the error, with the counts of its tests',
  async (example) => {
    await expectGreen(example, registry.address)
  },
)
