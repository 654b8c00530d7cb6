import { describe, expect, it } from '@jest/globals'
import { Problems } from '../../../src/shared/errors.ts'
import { readPlatformRunners, splitPlatforms } from '../../../src/matrix/split-platforms.ts'

const facts = {
  ...{ event: 'push', ref: 'refs/heads/main', commit: '0123456789', defaultBranch: 'main' },
  ...{ repositoryUrl: '', description: '', license: '', committedAt: '' },
}
const runners = { 'linux/amd64': 'ubuntu-24.04', 'linux/arm64': ['self-hosted', 'arm64'] }
const row = {
  name: 'shop',
  'runs-on': 'ubuntu-latest',
  image: {
    platforms: 'linux/amd64, linux/arm64',
    'image-name': 'ghcr.io/Acme/shop',
    tags: 'type=ref,event=branch',
    'max-size': '9 MB',
  },
}

function split(
  given: typeof row | { name: string; 'runs-on': string; image: Record<string, string> },
  isPushed = true,
  of: object = runners,
) {
  const problems = new Problems()
  const place = { runners: of as typeof runners, isPushed, facts }
  const found = splitPlatforms(given, place, problems)
  problems.throwIfAny()
  return found
}

describe('an image for several platforms with a runner each', () => {
  it('is a job for each, of which the first tests, and one index in the end', () => {
    const outputs = 'type=image,name=ghcr.io/acme/shop,push-by-digest=true,name-canonical=true,push=true'
    const shared = { outputs, 'max-size': '9 MB' }
    expect(split(row)).toEqual({
      jobs: [
        {
          ...{ name: 'shop-linux-amd64', 'runs-on': 'ubuntu-24.04', push: 'false' },
          image: { ...shared, platforms: 'linux/amd64', 'image-key': 'ghcr.io/acme/shop (linux/amd64)' },
        },
        {
          ...{ name: 'shop-linux-arm64', 'runs-on': ['self-hosted', 'arm64'], push: 'false' },
          image: {
            ...{ ...shared, platforms: 'linux/arm64', 'image-key': 'ghcr.io/acme/shop (linux/arm64)' },
            'test-target': 'off',
          },
        },
      ],
      index: {
        ...{ name: 'shop', source: 'ghcr.io/acme/shop', tags: ['ghcr.io/acme/shop:main'] },
        parts: ['shop-linux-amd64', 'shop-linux-arm64'],
      },
    })
  })

  it('pushes under tags of its own with a builder that may be an engine', () => {
    const { jobs } = split({ ...row, image: { ...row.image, builder: 'default' } as typeof row.image })
    expect(jobs.map(({ image }) => image['outputs'])).toEqual([
      'type=image,name=ghcr.io/acme/shop:0123456789-linux-amd64,push=true',
      'type=image,name=ghcr.io/acme/shop:0123456789-linux-arm64,push=true',
    ])
  })

  it('pushes nothing and has no index where nothing is pushed', () => {
    const { jobs, index } = split(row, false)
    expect([jobs.map(({ image }) => image['outputs']), index]).toEqual([[undefined, undefined], undefined])
  })

  it('needs a tag where it is pushed', () => {
    expect(() => split({ ...row, image: { platforms: row.image.platforms } })).toThrow(
      'tags: shop is pushed and has no tag',
    )
  })

  it('needs a runner for every platform', () => {
    const image = { ...row.image, platforms: 'linux/amd64,linux/arm/v7' }
    expect(() => split({ ...row, image })).toThrow('platform-runners: shop needs one for linux/arm/v7 too.')
  })
})

it.each([
  ['without runners for them', row, {}],
  ['for one platform', { ...row, image: { platforms: 'linux/amd64' } }, runners],
  ['for the builder’s own platform', { ...row, image: {} }, runners],
])('%s an image is one job', (_, given, of) => {
  expect(split(given, true, of)).toEqual({ jobs: [{ ...given, push: 'true' }], index: undefined })
})

it('platform-runners is JSON', () => {
  const problems = new Problems()
  expect(readPlatformRunners('', problems)).toEqual({})
  expect(readPlatformRunners(JSON.stringify(runners), problems)).toEqual(runners)
  problems.throwIfAny()
  readPlatformRunners('linux/arm64: x', problems)
  expect(() => {
    problems.throwIfAny()
  }).toThrow('platform-runners: write JSON')
})
