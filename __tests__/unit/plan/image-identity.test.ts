import { expect, test } from '@jest/globals'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RawInputs } from '../../../src/inputs/input-table.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { identityOf } from '../../../src/plan/image-identity.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'

const emptyDigest = '4f53cda18c2baa0c'

/** The identity in a workspace named `shop` with Dockerfiles in it. */
async function identityWith(inputs: Partial<RawInputs>) {
  await using folder = await makeTempFolder()
  const workspace = join(folder.path, 'shop')
  await mkdir(workspace)
  for (const name of ['Dockerfile', 'src/api/Dockerfile', 'src/api/Debug.Dockerfile'])
    await folder.write(`shop/${name}`, 'FROM a')
  return identityOf(await readSettings({ ...defaultInputs, ...inputs }, workspace), 'final')
}

test.each<{ name: string; inputs: Partial<RawInputs>; imageKey: string; file: string }>([
  {
    name: 'the first tag without its tag part',
    inputs: { tags: 'ghcr.io/acme/shop:1.2\nother' },
    imageKey: 'ghcr.io/acme/shop',
    file: 'Dockerfile',
  },
  {
    name: 'a tag whose registry has a port',
    inputs: { tags: 'localhost:5000/shop' },
    imageKey: 'localhost:5000/shop',
    file: 'Dockerfile',
  },
  {
    name: 'its own input before any tag',
    inputs: { 'image-key': 'the shop', tags: 'acme/shop:1' },
    imageKey: 'the shop',
    file: 'Dockerfile',
  },
  {
    name: 'the folder of the Dockerfile with the stage',
    inputs: { context: 'src/api' },
    imageKey: 'src/api:final',
    file: 'Dockerfile',
  },
  {
    name: 'the workspace’s folder for a Dockerfile at its top',
    inputs: {},
    imageKey: 'shop:final',
    file: 'Dockerfile',
  },
  {
    name: 'the Dockerfile’s folder and not the context',
    inputs: { file: 'src/api/Debug.Dockerfile' },
    imageKey: 'src/api:final',
    file: 'src/api/Debug.Dockerfile',
  },
])('an image is known by $name', async ({ inputs, imageKey, file }) => {
  expect(await identityWith(inputs)).toEqual({
    imageKey,
    file,
    target: 'final',
    buildArgsDigest: emptyDigest,
  })
})

test('build arguments count, their order does not, and their values do not show', async () => {
  const digests = await Promise.all(
    ['A=1\nB=2', 'B=2\nA=1', 'A=1\nB=3', 'A=1', 'A=hunter2'].map(
      async (args) => (await identityWith({ 'build-args': args })).buildArgsDigest,
    ),
  )
  expect(digests[0]).toBe(digests[1])
  expect(new Set(digests).size).toBe(4)
  expect(digests.every((digest) => /^[0-9a-f]{16}$/.test(digest))).toBe(true)
})
