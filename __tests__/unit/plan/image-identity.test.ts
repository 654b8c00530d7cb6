import { expect, test } from '@jest/globals'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { changedBuildArgs, identityOf } from '../../../src/plan/image-identity.ts'
import { parseDockerfile } from '../../../src/plan/dockerfile/parse-dockerfile.ts'
import { defaultInputs, settingsWith } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** The identity in a workspace named `shop` with Dockerfiles in it. */
async function identityWith(inputs: Partial<RawInputs>) {
  await using folder = await makeTempFolder()
  const workspace = join(folder.path, 'shop')
  await mkdir(workspace)
  for (const name of ['Dockerfile', 'src/api/Dockerfile', 'src/api/Debug.Dockerfile'])
    await folder.write(`shop/${name}`, 'FROM a')
  return identityOf(
    await readSettings({ ...defaultInputs, ...inputs }, workspace),
    { name: 'final', index: 0 },
    { stages: [] },
  )
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
    name: 'the Dockerfile and not the context, with its own name where that is another one',
    inputs: { file: 'src/api/Debug.Dockerfile' },
    imageKey: 'src/api/Debug.Dockerfile:final',
    file: 'src/api/Debug.Dockerfile',
  },
])('an image is known by $name', async ({ inputs, imageKey, file }) => {
  expect(await identityWith(inputs)).toEqual({
    imageKey,
    file,
    target: 'final',
    buildArgs: [],
  })
})

test('build arguments are known by name, their values by a short hash, those of secrets not at all', async () => {
  const { buildArgs } = await identityWith({
    'build-args': 'VERSION=1.0.1\nA=1\nNUGET_TOKEN=hunter2-of-them',
  })
  expect(buildArgs).toEqual([
    ['A', '6b86b273'],
    ['NUGET_TOKEN', ''],
    ['VERSION', expect.stringMatching(/^[0-9a-f]{8}$/)],
  ])
})

test.each([
  { before: 'VERSION=1\nA=1', after: 'A=1\nVERSION=2', changed: ['VERSION'] },
  { before: 'A=1\nB=2', after: 'B=2\nA=1', changed: [] },
  { before: 'A=1', after: 'B=1', changed: ['A', 'B'] },
  { before: 'NUGET_TOKEN=hunter2-of-them', after: 'NUGET_TOKEN=another-of-them', changed: [] },
])('tells which build arguments changed from $before to $after', async ({ before, after, changed }) => {
  const [then, now] = [
    await identityWith({ 'build-args': before }),
    await identityWith({ 'build-args': after }),
  ]
  expect(changedBuildArgs(then, now)).toEqual(changed)
})

test('a last stage without a name is the same image when a stage is put above it', async () => {
  const settings = await settingsWith({})
  const [one, two] = [1, 2].map((index) =>
    identityOf(settings, { name: undefined, index }, parseDockerfile('FROM a\n'.repeat(index + 1), '', [])),
  )
  expect(two).toEqual(one)
  expect(one).toMatchObject({ target: '' })
  const other = identityOf(
    settings,
    { name: undefined, index: 0 },
    parseDockerfile('FROM a\nFROM b\n', '', []),
  )
  expect(other).toMatchObject({ target: 'stage-0', imageKey: `${one?.imageKey ?? ''}:stage-0` })
})
