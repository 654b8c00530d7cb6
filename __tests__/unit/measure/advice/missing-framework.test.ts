import { expect, test } from '@jest/globals'
import { findMissingFramework } from '../../../../src/measure/advice/rules/base/missing-framework.ts'
import { someFacts, type SomeImage, type SomeLayer } from './an-image.ts'

const core = 'Microsoft.NETCore.App'
const web = 'Microsoft.AspNetCore.App'

/** A layer with an application that asks for these frameworks. */
function appOf(options: object): SomeLayer {
  const text = JSON.stringify({ runtimeOptions: options })
  return {
    line: 3,
    files: { 'app/Shop.dll': 5_000, 'app/Shop.runtimeconfig.json': text.length },
    documents: { 'app/Shop.runtimeconfig.json': text },
  }
}

const webApp = appOf({
  frameworks: [
    { name: core, version: '10.0.0' },
    { name: web, version: '10.0.0' },
  ],
})
const installed = (...folders: string[]): SomeLayer => ({
  files: Object.fromEntries(folders.map((folder) => [`usr/share/dotnet/shared/${folder}/x.dll`, 1])),
})
const runtime = 'FROM mcr.microsoft.com/dotnet/runtime:10.0-noble AS final'

test('says that the container can not start, and from what it must begin', () => {
  const facts = someFacts({ dockerfile: runtime, base: [installed(`${core}/10.0.1`)], layers: [webApp] })
  expect(findMissingFramework(facts)).toEqual([
    {
      id: 'missing-framework',
      title:
        "The container can't start: Shop asks for Microsoft.AspNetCore.App 10.0.0, which the image doesn't have.",
      uncompressedBytes: undefined,
      compressedBytes: undefined,
      evidence: ['app/Shop.runtimeconfig.json'],
      place: { file: 'Dockerfile', line: 1 },
      fix: 'In place of line 1:\nFROM mcr.microsoft.com/dotnet/aspnet:10.0-noble AS final',
      link: 'https://learn.microsoft.com/en-us/dotnet/core/docker/container-images',
    },
  ])
})

test('names every framework that is missing, and an image that has them all', () => {
  const facts = someFacts({ dockerfile: runtime, base: [installed(`${core}/8.0.1`)], layers: [webApp] })
  expect(findMissingFramework(facts)).toMatchObject([
    {
      title:
        "The container can't start: Shop asks for Microsoft.NETCore.App 10.0.0 and Microsoft.AspNetCore.App 10.0.0, which the image doesn't have.",
      fix: 'In place of line 1:\nFROM mcr.microsoft.com/dotnet/aspnet:10.0-noble AS final',
    },
  ])
})

test('knows that no image has the framework of Windows desktops', () => {
  const app = appOf({ framework: { name: 'Microsoft.WindowsDesktop.App', version: '10.0.0' } })
  const [advice] = findMissingFramework(someFacts({ base: [installed(`${core}/10.0.1`)], layers: [app] }))
  expect(advice?.fix).toMatch(/^Microsoft\.WindowsDesktop\.App runs on Windows alone/)
})

const unlisted = { isUnlisted: true }
const coreApp = (version: string, more: object = {}) => appOf({ framework: { name: core, version }, ...more })

test.each<{ name: string; image: SomeImage; starts: boolean }>([
  {
    name: 'both frameworks',
    image: { base: [installed(`${core}/10.0.1`, `${web}/10.0.1`)], layers: [webApp] },
    starts: true,
  },
  {
    name: 'one that an own layer brings',
    image: { base: [installed(`${core}/10.0.1`)], layers: [webApp, installed(`${web}/10.0.1`)] },
    starts: true,
  },
  {
    name: 'a runtime image by its name alone',
    image: { dockerfile: runtime, base: [unlisted], layers: [webApp] },
    starts: false,
  },
  {
    name: 'an aspnet image by its name alone',
    image: { dockerfile: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0', base: [unlisted], layers: [webApp] },
    starts: true,
  },
  {
    name: 'an unknown image that is not listed',
    image: { dockerfile: 'FROM debian', base: [unlisted], layers: [webApp] },
    starts: true,
  },
  { name: 'an image without .NET', image: { dockerfile: 'FROM debian', layers: [webApp] }, starts: false },
  {
    name: 'a self-contained application',
    image: {
      dockerfile: 'FROM debian',
      layers: [appOf({ includedFrameworks: [{ name: core, version: '10.0.1' }] })],
    },
    starts: true,
  },
  {
    name: 'a newer minor version',
    image: { base: [installed(`${core}/3.1.0`)], layers: [coreApp('3.0.0')] },
    starts: true,
  },
  {
    name: 'a newer major version',
    image: { base: [installed(`${core}/10.0.0`)], layers: [coreApp('8.0.0')] },
    starts: false,
  },
  {
    name: 'a newer major version that may stand in',
    image: {
      base: [installed(`${core}/10.0.0`)],
      layers: [coreApp('8.0.0', { rollForward: 'LatestMajor' })],
    },
    starts: true,
  },
  {
    name: 'an older version',
    image: { base: [installed(`${core}/10.0.0`)], layers: [coreApp('10.0.1')] },
    starts: false,
  },
  {
    name: 'a newer minor version that may not stand in',
    image: { base: [installed(`${core}/3.1.0`)], layers: [coreApp('3.0.0', { rollForward: 'LatestPatch' })] },
    starts: false,
  },
  {
    name: 'a preview',
    image: { base: [installed(`${core}/10.0.0-rc.1`)], layers: [coreApp('10.0.0')] },
    starts: true,
  },
  {
    name: 'a variable that changes the rules',
    image: {
      rollForward: 'Major',
      base: [installed(`${core}/10.0.0`)],
      layers: [coreApp('8.0.0')],
    },
    starts: true,
  },
  {
    name: 'a variable of another stage',
    image: {
      dockerfile: 'FROM debian AS build\nENV DOTNET_ROLL_FORWARD=Major\nFROM debian',
      base: [installed(`${core}/10.0.0`)],
      layers: [coreApp('8.0.0')],
    },
    starts: false,
  },
  {
    name: 'a variable that allows less than the file',
    image: {
      rollForward: 'LatestPatch',
      base: [installed(`${core}/10.1.0`)],
      layers: [coreApp('10.0.0', { rollForward: 'Major' })],
    },
    starts: false,
  },
  {
    name: 'an option of the command that starts it',
    image: {
      dockerfile: 'FROM debian\nCMD dotnet --roll-forward Major Shop.dll',
      base: [installed(`${core}/10.0.0`)],
      layers: [coreApp('8.0.0')],
    },
    starts: true,
  },
  {
    name: 'a runtimeconfig.json without its application',
    image: {
      dockerfile: 'FROM debian',
      layers: [{ ...webApp, files: { 'app/Shop.runtimeconfig.json': 100 } }],
    },
    starts: true,
  },
  {
    name: 'an application that a later layer removes',
    image: { dockerfile: 'FROM debian', layers: [webApp, { removed: ['app/'] }] },
    starts: true,
  },
])('knows for $name whether it starts: $starts', ({ image, starts }) => {
  expect(findMissingFramework(someFacts(image)).length === 0).toBe(starts)
})

test.each<{ entrypoint: string; title: string }>([
  { entrypoint: 'ENTRYPOINT ["dotnet", "Shop.dll"]', title: "The container can't start: Shop asks" },
  { entrypoint: 'ENTRYPOINT ["dotnet", "Other.dll"]', title: "Shop can't start: Shop asks" },
])('tells the application that $entrypoint starts from another one', ({ entrypoint, title }) => {
  const text = JSON.stringify({ runtimeOptions: {} })
  const other = {
    files: { 'other/Other.dll': 5_000, 'other/Other.runtimeconfig.json': text.length },
    documents: { 'other/Other.runtimeconfig.json': text },
  }
  const dockerfile = `FROM mcr.microsoft.com/dotnet/aspnet:8.0-bookworm-slim\n${entrypoint}`
  const [advice] = findMissingFramework(someFacts({ dockerfile, layers: [other, webApp] }))
  expect(advice?.title).toMatch(new RegExp(`^${title} `))
  expect(advice?.fix).toBe('In place of line 1:\nFROM mcr.microsoft.com/dotnet/aspnet:10.0')
})
