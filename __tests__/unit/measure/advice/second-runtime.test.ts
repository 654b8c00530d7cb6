import { expect, test } from '@jest/globals'
import { findSecondRuntime } from '../../../../src/measure/advice/rules/base/second-runtime.ts'
import { someFacts, type SomeImage, type SomeLayer } from './an-image.ts'

const build = [
  'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build',
  'RUN --mount=type=cache,target=/root/.nuget dotnet publish src/Shop/Shop.csproj -c Release -r linux-x64 --self-contained -o /out',
]
const onAspnet = [
  ...build,
  'FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine AS final',
  'COPY --from=build /out /app',
].join('\n')
const inBase = 'usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.1'
const aspnetBase: SomeLayer = {
  files: {
    [`${inBase}/libcoreclr.so`]: 7_000_000,
    [`${inBase}/System.Private.CoreLib.dll`]: 13_000_000,
    [`${inBase}/System.Linq.dll`]: 70_000_000,
  },
}
const config = (text: object): string => JSON.stringify({ runtimeOptions: text })
const contained = config({ includedFrameworks: [{ name: 'Microsoft.NETCore.App', version: '10.0.1' }] })
const dependent = config({ framework: { name: 'Microsoft.NETCore.App', version: '10.0.0' } })
const app: SomeLayer = {
  line: 4,
  files: {
    'app/Shop.dll': 100_000,
    'app/libcoreclr.so': 7_000_000,
    'app/System.Private.CoreLib.dll': 13_000_000,
    'app/System.Linq.dll': 80_000_000,
    'app/Shop.runtimeconfig.json': contained.length,
  },
  documents: { 'app/Shop.runtimeconfig.json': contained },
}
const image = (more: SomeImage = {}): SomeImage => ({
  ...{
    dockerfile: onAspnet,
    baseName: 'mcr.microsoft.com/dotnet/aspnet:10.0-alpine',
    base: [aspnetBase],
    layers: [app],
  },
  ...more,
})

test('tells of a self-contained application on a base image with .NET, both ways out, and what each of them saves', () => {
  expect(findSecondRuntime(someFacts(image()))).toEqual([
    {
      id: 'second-runtime',
      title:
        'The .NET runtime is in the image twice: the application brings its own, on a base image that has one. One of them less saves 45.00 MB to 50.00 MB compressed.',
      uncompressedBytes: 100_000_000,
      compressedBytes: 50_000_000,
      evidence: [
        'app/System.Linq.dll (80.00 MB)',
        'app/System.Private.CoreLib.dll (13.00 MB)',
        'app/libcoreclr.so (7.00 MB)',
      ],
      place: { file: 'Dockerfile', line: 4 },
      fix: [
        'Publish for the runtime of the base image.\n',
        'In place of line 2:',
        'RUN --mount=type=cache,target=/root/.nuget dotnet publish src/Shop/Shop.csproj -c Release -r linux-x64 -o /out --self-contained false',
        '\nOr begin from an image without .NET.\n',
        'In place of line 3:',
        'FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine AS final',
      ].join('\n'),
      link: 'https://learn.microsoft.com/en-us/dotnet/core/deploying/',
    },
  ])
})

const single = (sizeBytes: number): SomeLayer => ({
  line: 4,
  files: { 'app/Shop': sizeBytes, 'app/Shop.pdb': 40_000, 'app/appsettings.json': 100 },
})
const published = (flags: string): string => onAspnet.replace(/-r linux-x64 --self-contained/, flags)

test.each<{ name: string; image: SomeImage; found: number }>([
  {
    name: 'a base image that is known by its name alone',
    image: image({ base: [{ isUnlisted: true }] }),
    found: 1,
  },
  { name: 'a single file with a runtime in it', image: image({ layers: [single(70_000_000)] }), found: 1 },
  {
    name: 'Native AOT, as its command says',
    image: image({ dockerfile: published('-p:PublishAot=true'), layers: [single(9_000_000)] }),
    found: 1,
  },
  {
    name: 'a single file without a runtime',
    image: image({
      dockerfile: published('-p:PublishSingleFile=true --self-contained=false'),
      layers: [single(9_000_000)],
    }),
    found: 0,
  },
  {
    name: 'a single file without a runtime, with the option’s value in a word of its own',
    image: image({
      dockerfile: published('-p:PublishSingleFile=true --self-contained false'),
      layers: [single(800_000)],
    }),
    found: 0,
  },
  {
    name: 'an image without .NET below',
    image: image({ base: [{}], baseName: 'mcr.microsoft.com/dotnet/runtime-deps:10.0' }),
    found: 0,
  },
  {
    name: 'an application for the runtime of the base image, with packages of names like the runtime’s',
    image: image({
      layers: [
        {
          files: { 'app/Shop.dll': 5_000, 'app/System.Linq.dll': 900_000, 'app/Shop.runtimeconfig.json': 90 },
          documents: { 'app/Shop.runtimeconfig.json': dependent },
        },
      ],
    }),
    found: 0,
  },
  {
    name: 'another .NET that is installed, in a folder of its own',
    image: image({
      layers: [{ files: { [inBase.replace('10.0.1', '9.0.1') + '/libcoreclr.so']: 7_000_000 } }],
    }),
    found: 0,
  },
])('looks at $name', ({ image: some, found }) => {
  expect(findSecondRuntime(someFacts(some))).toHaveLength(found)
})

test('the base image stays where another application needs it', () => {
  const tool = {
    files: { 'tool/Tool.dll': 5_000, 'tool/Tool.runtimeconfig.json': 90 },
    documents: { 'tool/Tool.runtimeconfig.json': dependent },
  }
  const [advice] = findSecondRuntime(someFacts(image({ layers: [app, tool] })))
  expect(advice?.fix).not.toContain('runtime-deps')
})
