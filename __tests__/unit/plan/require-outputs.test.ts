import { expect, test } from '@jest/globals'
import type { Builder } from '../../../src/docker/builder.ts'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { requireOutputs } from '../../../src/plan/require-outputs.ts'
import { settingsWith } from '../some-settings.ts'

const containerd: Builder = {
  ...{ name: 'default', driver: 'docker', buildxVersion: '0.29.1', engine: 'Docker 28.5.2' },
  ...{ platforms: ['linux/amd64'], containerdStore: true },
}
const legacy = { ...containerd, containerdStore: false }
const container = { ...containerd, driver: 'docker-container' }
const two = 'linux/amd64,linux/arm64'

test.each<{ name: string; builder: Builder; inputs: Partial<RawInputs>; title: string | undefined }>([
  { name: 'an archive', builder: containerd, inputs: { outputs: 'type=oci,dest=/a' }, title: undefined },
  {
    name: 'several platforms',
    builder: containerd,
    inputs: { platforms: two, load: 'true' },
    title: undefined,
  },
  {
    name: 'an archive, by a legacy store',
    builder: legacy,
    inputs: { outputs: 'type=oci,dest=/a' },
    title: 'Outputs that this builder can’t write',
  },
  {
    name: 'a compression, by a legacy store',
    builder: legacy,
    inputs: { outputs: 'type=registry,compression=zstd', tags: 'a/b' },
    title: 'Outputs that this builder can’t write',
  },
  { name: 'a folder, by a legacy store', builder: legacy, inputs: { outputs: '/files' }, title: undefined },
  {
    name: 'several platforms, by a legacy store',
    builder: legacy,
    inputs: { platforms: two },
    title: 'This builder makes images for one platform',
  },
  {
    name: 'several platforms to load, by a container',
    builder: container,
    inputs: { platforms: two, load: 'true' },
    title: 'Several platforms can’t be loaded from this builder',
  },
  {
    name: 'several platforms in a Docker archive',
    builder: containerd,
    inputs: { platforms: two, outputs: 'type=docker,dest=/a' },
    title: 'A Docker archive holds one platform',
  },
])('$name', async ({ builder, inputs, title }) => {
  const settings = await settingsWith(inputs)
  const error = ((): unknown => {
    try {
      requireOutputs(settings, builder)
      return undefined
    } catch (thrown) {
      return thrown
    }
  })()
  expect((error as { title?: string } | undefined)?.title).toBe(title)
})
