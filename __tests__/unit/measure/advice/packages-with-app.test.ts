import { expect, test } from '@jest/globals'
import { findPackagesWithApp } from '../../../../src/measure/advice/rules/files/packages-with-app.ts'
import { someFacts, type SomeLayer } from './an-image.ts'

const dockerfile = [
  'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS publish',
  'RUN dotnet publish -c Release -o /app/publish',
  'FROM mcr.microsoft.com/dotnet/aspnet:10.0',
  'WORKDIR /app',
  'COPY --chown=app --from=publish /app/publish .',
  'ENTRYPOINT ["dotnet", "Shop.Api.dll"]',
].join('\n')

const deps = JSON.stringify({
  runtimeTarget: { name: '.NETCoreApp,Version=v10.0' },
  targets: {
    '.NETCoreApp,Version=v10.0': {
      'Shop.Api/1.0.0': { runtime: { 'Shop.Api.dll': {} } },
      'Shop.Core/1.0.0': { runtime: { 'Shop.Core.dll': {} } },
      'Big.Package/2.0.0': {
        runtime: { 'lib/net10.0/Big.dll': {} },
        resources: { 'lib/net10.0/de/Big.resources.dll': { locale: 'de' } },
      },
    },
  },
  libraries: {
    'Shop.Api/1.0.0': { type: 'project' },
    'Shop.Core/1.0.0': { type: 'project' },
    'Big.Package/2.0.0': { type: 'package' },
  },
})

/** The same with a package that has a file for Windows. */
const bigDeps = deps.replace(
  '"resources":',
  '"runtimeTargets":{"runtimes/win-x64/native/big.dll":{"rid":"win-x64","assetType":"native"}},"resources":',
)

/** A publish of which packages take so many bytes, compressed to half of them. */
const published = (packageBytes: number, more: SomeLayer['files'] = {}): SomeLayer => ({
  line: 5,
  files: {
    'app/Big.dll': packageBytes,
    'app/de/Big.resources.dll': 10_000,
    'app/Shop.Api': 70_000,
    'app/Shop.Api.dll': 400_000,
    'app/Shop.Api.deps.json': 2_000,
    'app/Shop.Api.runtimeconfig.json': 500,
    'app/Shop.Core.dll': 40_000,
    'app/appsettings.json': 200,
    ...more,
  },
  documents: {
    'app/Shop.Api.deps.json': deps,
    'app/Shop.Api.runtimeconfig.json':
      '{"runtimeOptions":{"framework":{"name":"Microsoft.NETCore.App","version":"10.0.0"}}}',
  },
})

test('tells what a deploy of changed code sends, and writes the lines that take packages apart', () => {
  expect(findPackagesWithApp(someFacts({ dockerfile, layers: [published(20_000_000)] }))).toEqual([
    {
      id: 'packages-with-app',
      title:
        'A deploy of changed code sends 10.26 MB compressed instead of about 256.35 kB: packages that did not change are in the layer of line 5, too.',
      uncompressedBytes: undefined,
      compressedBytes: undefined,
      evidence: ['app/Big.dll (20.00 MB)'],
      place: { file: 'Dockerfile', line: 5 },
      fix: [
        'Take your own files apart where they are built, and copy the packages first.\n',
        'Below line 2:',
        'RUN mkdir /app/publish-own && mv /app/publish/Shop.Api* /app/publish/Shop.Core* /app/publish/appsettings.json /app/publish-own/',
        '\nIn place of line 5:',
        'COPY --chown=app --from=publish /app/publish .',
        'COPY --chown=app --from=publish /app/publish-own .',
      ].join('\n'),
      link: 'https://docs.docker.com/build/cache/optimize/',
    },
  ])
})

test('files for other systems and texts, which other advice takes out, are not counted again', () => {
  const withForeign = published(20_000_000, {
    'app/runtimes/win-x64/native/big.dll': 30_000_000,
    'app/de/Big.resources.dll': 3_000_000,
  })
  const [advice] = findPackagesWithApp(
    someFacts({
      dockerfile,
      layers: [
        { ...withForeign, documents: { ...withForeign.documents, 'app/Shop.Api.deps.json': bigDeps } },
      ],
    }),
  )
  expect(advice?.title).toMatch(/^A deploy of changed code sends 10\.26 MB compressed instead/)
})

test.each<{ name: string; layer: SomeLayer; from?: string }>([
  { name: 'small packages', layer: published(9_000_000) },
  {
    name: 'own files that are as large',
    layer: published(20_000_000, { 'app/wwwroot/film.mp4': 12_000_000 }),
  },
  { name: 'a folder that has files of both', layer: published(20_000_000, { 'app/de/Shop.Help.txt': 100 }) },
  { name: 'a COPY from the build context', layer: published(20_000_000), from: 'COPY publish .' },
  { name: 'a folder in a variable', layer: published(20_000_000), from: 'COPY --from=publish $OUT .' },
])('says nothing of $name', ({ layer, from }) => {
  const text = from === undefined ? dockerfile : dockerfile.replace(/^COPY .*$/m, from)
  expect(findPackagesWithApp(someFacts({ dockerfile: text, layers: [layer] }))).toEqual([])
})
