import { expect, test } from '@jest/globals'
import { findLoadWithBuild, planDeliveries, waitingOutput } from '../../../src/deliver/plan-deliveries.ts'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { settingsWith } from '../some-settings.ts'

const tags = 'acme/shop:1'
const pushed = 'type=registry,oci-mediatypes=true'

// What buildx makes of docker/build-push-action's inputs (buildx 0.29, commands/build.go, RunBuild), but for the media types.
test.each<{ name: string; inputs: Partial<RawInputs>; driver?: string; deliveries: [string, string][] }>([
  { name: 'nothing, with a builder of its own', inputs: {}, driver: 'remote', deliveries: [] },
  { name: 'nothing, with the engine itself', inputs: {}, deliveries: [['loaded', 'type=docker']] },
  { name: 'a push', inputs: { push: 'true', tags }, deliveries: [['pushed', pushed]] },
  {
    name: 'a push and a load',
    inputs: { push: 'true', load: 'true', tags },
    deliveries: [
      ['loaded', 'type=docker'],
      ['pushed', pushed],
    ],
  },
  {
    name: 'an output to a registry beside push',
    inputs: { push: 'true', outputs: 'type=registry,compression=zstd', tags },
    deliveries: [['pushed', 'type=registry,compression=zstd,oci-mediatypes=true']],
  },
  {
    name: 'an image output that push makes one to a registry',
    inputs: { push: 'true', outputs: 'type=image,compression=zstd', tags },
    deliveries: [['pushed', 'type=image,compression=zstd,push=true,oci-mediatypes=true']],
  },
  {
    name: 'an output by digest, without a tag',
    inputs: { outputs: 'type=image,"name=ghcr.io/acme/shop",push-by-digest=true,push=true' },
    deliveries: [
      ['pushed', 'type=image,name=ghcr.io/acme/shop,push-by-digest=true,push=true,oci-mediatypes=true'],
    ],
  },
  {
    name: 'Docker’s media types, where they were asked for',
    inputs: { outputs: 'type=registry,oci-mediatypes=false', tags },
    deliveries: [['pushed', 'type=registry,oci-mediatypes=false']],
  },
  {
    name: 'archives and folders, with a push on top',
    inputs: { push: 'true', outputs: 'type=oci,dest=/out/a.tar\n/out/files\ntype=tar,dest=/out/b.tar', tags },
    deliveries: [
      ['written', 'type=oci,dest=/out/a.tar'],
      ['written', 'type=local,dest=/out/files'],
      ['written', 'type=tar,dest=/out/b.tar'],
      ['pushed', pushed],
    ],
  },
  {
    name: 'a Docker archive, which is no load',
    inputs: { load: 'true', outputs: 'type=docker,dest=/out/a.tar' },
    deliveries: [
      ['written', 'type=docker,dest=/out/a.tar'],
      ['loaded', 'type=docker'],
    ],
  },
  { name: 'nothing, because it was asked for', inputs: { outputs: 'type=cacheonly' }, deliveries: [] },
])('delivers $name', async ({ inputs, driver = 'docker', deliveries }) => {
  const planned = planDeliveries(await settingsWith(inputs), driver)
  expect(planned.map(({ how, output }) => [how, output])).toEqual(deliveries)
})

test.each([
  { name: 'an archive beside a push', outputs: 'type=registry\ntype=oci,dest=/a.tar', alike: [true, true] },
  {
    name: 'an archive that is compressed otherwise than what is pushed',
    outputs: 'type=oci,dest=/a.tar\ntype=registry,compression=zstd',
    alike: [false, true],
  },
])('knows that $name', async ({ outputs, alike }) => {
  const planned = planDeliveries(await settingsWith({ outputs, tags }), 'docker')
  expect(planned.map(({ isCompressedAlike }) => isCompressedAlike)).toEqual(alike)
})

test.each<{ name: string; inputs: Partial<RawInputs>; driver?: string; output: string | undefined }>([
  { name: 'of the engine that builds', inputs: { tags }, output: 'type=docker' },
  { name: 'beside a push', inputs: { load: 'true', push: 'true', tags }, output: 'type=docker' },
  {
    name: 'into an engine that does not build',
    inputs: { load: 'true' },
    driver: 'remote',
    output: undefined,
  },
  { name: 'that a size can hold back', inputs: { 'max-size': '10MB' }, output: undefined },
  { name: 'that growth can hold back', inputs: { 'max-increase': '5%' }, output: undefined },
  { name: 'that a smoke test can hold back', inputs: { 'smoke-test': '/' }, output: undefined },
  {
    name: 'beside a push of another compression, which is the one that is measured',
    inputs: { load: 'true', outputs: 'type=registry,compression=zstd', tags },
    output: 'type=registry,compression=zstd,oci-mediatypes=true',
  },
  { name: 'of what docker pushes from the engine', inputs: { push: 'true', tags }, output: pushed },
])('a load $name: does the build do it?', async ({ inputs, driver = 'docker', output }) => {
  const settings = await settingsWith(inputs)
  const found = findLoadWithBuild(planDeliveries(settings, driver), settings, { driver })
  expect(found?.output).toBe(output)
})

test.each<{ name: string; inputs: Partial<RawInputs>; driver?: string; waits: string; output: string }>([
  {
    name: 'a push from the engine',
    inputs: { push: 'true', tags },
    waits: 'engine',
    output: 'type=image,oci-mediatypes=true',
  },
  {
    name: 'a push from another builder',
    inputs: { push: 'true', tags: 'acme/shop:1\nacme/shop:latest\nghcr.io/acme/shop' },
    ...{ driver: 'remote', waits: 'registry' },
    output:
      'type=image,oci-mediatypes=true,"name=acme/shop,ghcr.io/acme/shop",push=true,push-by-digest=true,name-canonical=true',
  },
  {
    name: 'a push with names and a compression of its own',
    inputs: { outputs: 'type=image,name=ghcr.io/acme/shop:1,push=true,compression=zstd', tags },
    ...{ driver: 'docker-container', waits: 'registry' },
    output:
      'type=image,compression=zstd,oci-mediatypes=true,name=ghcr.io/acme/shop,push=true,push-by-digest=true,name-canonical=true',
  },
  {
    name: 'a push that is by digest already',
    inputs: { outputs: 'type=image,name=ghcr.io/acme/shop,push-by-digest=true,push=true' },
    ...{ driver: 'remote', waits: 'nowhere' },
    output: 'type=image,name=ghcr.io/acme/shop,push-by-digest=true,push=true,oci-mediatypes=true',
  },
  {
    name: 'a push that is not by digest, in so many words',
    inputs: { outputs: 'type=registry,push-by-digest=false', tags },
    ...{ waits: 'engine', output: 'type=image,oci-mediatypes=true' },
  },
  {
    name: 'a load with a name',
    inputs: { load: 'true', tags },
    driver: 'remote',
    waits: 'engine',
    output: 'type=docker',
  },
  { name: 'a load without a name', inputs: { load: 'true' }, waits: 'nowhere', output: 'type=docker' },
  {
    name: 'a load into the engine of another context',
    inputs: { outputs: 'type=docker,context=other', tags },
    ...{ waits: 'nowhere', output: 'type=docker,context=other' },
  },
  {
    name: 'an archive',
    inputs: { outputs: 'type=oci,dest=/a.tar', tags },
    waits: 'folder',
    output: 'type=oci,dest=/temp/output-0',
  },
])('until it was compared, $name has no name that was asked for', async (row) => {
  const [planned] = planDeliveries(await settingsWith(row.inputs), row.driver ?? 'docker')
  expect(planned?.waits).toBe(row.waits)
  expect(planned && waitingOutput(planned, '/temp/output-0')).toBe(row.output)
})
