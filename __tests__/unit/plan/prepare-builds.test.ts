import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../src/plan/dockerfile/parse-dockerfile.ts'
import { labelsOf } from '../../../src/plan/prepare-builds.ts'
import { settingsWith } from '../some-settings.ts'

const facts = {
  ...{ event: 'push', ref: 'refs/heads/main', commit: 'c0ffee', defaultBranch: 'main' },
  ...{
    repositoryUrl: 'https://github.com/acme/shop',
    description: 'A\nshop',
    license: 'MIT',
    committedAt: '2026-11-29T10:00:00Z',
  },
}
const labels = async (dockerfile: string, inputs = {}): Promise<string[]> =>
  labelsOf(
    { ...(await settingsWith(inputs)), facts, version: 'main' },
    parseDockerfile(dockerfile, 'Dockerfile', []),
  )

test('an image has the labels of the OCI specification that its run knows', async () => {
  expect(await labels('FROM scratch', { tags: 'ghcr.io/acme/store:1' })).toEqual([
    'org.opencontainers.image.title=store',
    'org.opencontainers.image.description=A shop',
    'org.opencontainers.image.url=https://github.com/acme/shop',
    'org.opencontainers.image.source=https://github.com/acme/shop',
    'org.opencontainers.image.revision=c0ffee',
    'org.opencontainers.image.version=main',
    'org.opencontainers.image.created=2026-11-29T10:00:00Z',
    'org.opencontainers.image.licenses=MIT',
  ])
})

test('what the team says itself wins, in the Dockerfile and in the inputs', async () => {
  const dockerfile = 'FROM scratch\nLABEL org.opencontainers.image.title="Our shop"'
  const found = await labels(dockerfile, {
    labels: 'org.opencontainers.image.licenses=Apache-2.0\nteam=shop',
  })
  expect(found.filter((label) => /title|licenses|team/.test(label))).toEqual([
    ...['org.opencontainers.image.licenses=Apache-2.0', 'team=shop'],
  ])
})

test('none are set where that was said, and in a terminal', async () => {
  expect(await labels('FROM scratch', { 'oci-labels': 'false' })).toEqual([])
  const dockerfile = parseDockerfile('FROM scratch', 'Dockerfile', [])
  expect(labelsOf(await settingsWith({ labels: 'a=b' }), dockerfile)).toEqual(['a=b'])
})
