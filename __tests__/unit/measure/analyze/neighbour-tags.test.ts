import { expect, test } from '@jest/globals'
import { askNeighbours, nameNeighbours } from '../../../../src/measure/analyze/neighbour-tags.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { imageRecord } from '../a-layout.ts'

const mcr = 'mcr.microsoft.com/dotnet'

function namesOf(text: string): ReturnType<typeof nameNeighbours> {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const final = dockerfile.stages.at(-1)
  if (final === undefined) throw new Error('no stage')
  return nameNeighbours(final)
}

test.each([
  {
    name: 'the plain image, built in one with the SDK',
    text: `FROM ${mcr}/sdk:10.0 AS build\nRUN x\nFROM ${mcr}/aspnet:10.0\nCOPY --from=build /app .\n`,
    names: {
      base: `${mcr}/aspnet:10.0`,
      smaller: [`${mcr}/aspnet:10.0-alpine`, `${mcr}/aspnet:10.0-noble-chiseled`],
      sdk: `${mcr}/sdk:10.0`,
    },
  },
  {
    name: 'a patch version of Debian, from a mirror',
    text: 'FROM acr.example/mirror/dotnet/runtime:8.0.11-bookworm-slim\n',
    names: {
      base: 'acr.example/mirror/dotnet/runtime:8.0.11-bookworm-slim',
      smaller: [
        'acr.example/mirror/dotnet/runtime:8.0-alpine',
        'acr.example/mirror/dotnet/runtime:8.0-noble-chiseled',
      ],
      sdk: undefined,
    },
  },
  {
    name: 'a small image already',
    text: `FROM ${mcr}/aspnet:10.0-noble-chiseled-extra\n`,
    names: { base: `${mcr}/aspnet:10.0-noble-chiseled-extra`, smaller: [], sdk: undefined },
  },
])('names the neighbours of $name', ({ text, names }) => {
  expect(namesOf(text)).toEqual(names)
})

test.each([
  'FROM debian:12\n',
  'FROM scratch\n',
  `FROM ${mcr}/aspnet@sha256:${'0'.repeat(64)}\n`,
  `FROM ${mcr}/aspnet:$V\n`,
])('an image that is no known one has none: %s', (text) => {
  expect(namesOf(text)).toBeUndefined()
})

const names = { base: 'a:1', smaller: ['a:1-alpine', 'a:1-gone'], sdk: 'sdk:1' }
const sizes: Record<string, number> = { 'a:1': 100, 'a:1-alpine': 60, 'sdk:1': 300 }
const ask = (reference: string): Promise<number | undefined> => Promise.resolve(sizes[reference])
const never = (): never => {
  throw new Error('asked')
}

test('tells what the registry knows', async () => {
  expect(await askNeighbours(ask, names, undefined)).toMatchObject({
    base: { name: 'a:1', compressedBytes: 100 },
    smaller: [{ name: 'a:1-alpine', compressedBytes: 60 }],
    sdk: { name: 'sdk:1', compressedBytes: 300 },
  })
})

test('a registry that knows nothing is remembered too', async () => {
  const asked = await askNeighbours(() => Promise.resolve(undefined), names, undefined)
  expect(asked).toMatchObject({ base: { name: 'a:1' }, smaller: [] })
  const before = imageRecord([], { neighbours: asked })
  expect(await askNeighbours(never, names, before)).toEqual(asked)
})

test('what is a week old, or of another base, is asked anew', async () => {
  const known = { platform: 'linux/amd64', base: { name: 'a:1' }, smaller: [] }
  const day = 24 * 60 * 60 * 1_000
  const old = { ...known, askedAt: new Date(Date.now() - 8 * day).toISOString() }
  const other = { ...known, askedAt: new Date().toISOString(), base: { name: 'a:2' } }
  for (const neighbours of [old, other]) {
    expect(await askNeighbours(ask, names, imageRecord([], { neighbours }))).toMatchObject({
      base: { compressedBytes: 100 },
    })
  }
})

test('nobody is asked where there is nobody to compare with', async () => {
  expect(await askNeighbours(never, undefined, undefined)).toBeUndefined()
})
