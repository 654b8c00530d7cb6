import { expect, test } from '@jest/globals'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasNewImage, listBlobs } from '../../../src/deliver/check-delivery.ts'
import { makeTempFolder } from '../temp-folder.ts'

const rootfs = { type: 'layers', diff_ids: [] }
const blobs = 'blobs/sha256'

test.each([
  { name: 'nothing', added: {}, isNew: false },
  { name: 'a layer', added: { c: '\u001f\u008b…' }, isNew: false },
  { name: 'an index', added: { c: JSON.stringify({ manifests: [] }) }, isNew: false },
  {
    name: 'the config of an attestation',
    added: { c: JSON.stringify({ os: 'unknown', architecture: 'unknown', rootfs }) },
    isNew: false,
  },
  { name: 'the config of an image', added: { c: JSON.stringify({ os: 'linux', rootfs }) }, isNew: true },
])('after $name was added', async ({ added, isNew }) => {
  await using folder = await makeTempFolder({ [`${blobs}/a`]: JSON.stringify({ os: 'linux', rootfs }) })
  const before = await listBlobs(folder.path)
  for (const [name, text] of Object.entries(added)) await writeFile(join(folder.path, blobs, name), text)
  expect(await hasNewImage(folder.path, before)).toBe(isNew)
})
