import { expect, test } from '@jest/globals'
import { findSdk } from '../../../../src/measure/advice/rules/steps/build-tools.ts'
import { repositoryOf, webProject } from '../../plan/some-repository.ts'
import { documentOf } from '../dotnet/published.ts'
import { someFacts } from './an-image.ts'

const sdk = {
  files: { 'usr/share/dotnet/sdk/10.0.100/MSBuild.dll': 500_000, 'usr/share/dotnet/dotnet': 70_000 },
}

test('measures the SDK of the base image, and says which stage to add', () => {
  const dockerfile = [
    'FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine',
    'WORKDIR /src',
    'COPY . .',
    'RUN dotnet publish -c Release -o out',
    'ENTRYPOINT ["dotnet", "out/Shop.dll"]',
  ].join('\n')
  const worker = {
    'src/out/Shop.Worker.runtimeconfig.json': documentOf('worker', 'Shop.Worker.runtimeconfig.json'),
  }
  const layers = [
    {
      files: { 'root/.nuget/packages/x/x.nupkg': 300_000, 'src/out/Shop.Worker.runtimeconfig.json': 330 },
      line: 4,
      documents: worker,
    },
  ]
  expect(findSdk(someFacts({ dockerfile, base: [sdk], layers }))).toEqual([
    {
      id: 'sdk-in-final-stage',
      title:
        'At least 800.00 kB (about 400.00 kB compressed) are in the image and not needed to run it: the .NET SDK, NuGet packages, and what the build left.',
      uncompressedBytes: 800_000,
      compressedBytes: 400_000,
      evidence: [
        'usr/share/dotnet/sdk/10.0.100/MSBuild.dll (500.00 kB)',
        'root/.nuget/packages/x/x.nupkg (300.00 kB)',
      ],
      place: { file: 'Dockerfile', line: 1 },
      fix:
        'Add a final stage.\n\nIn place of line 1:\nFROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build\n\n' +
        'Below line 5:\n' +
        'FROM mcr.microsoft.com/dotnet/runtime:10.0-alpine\nWORKDIR /app\nCOPY --from=build /src/out .\n' +
        'ENTRYPOINT ["dotnet", "Shop.dll"]',
      link: 'https://docs.docker.com/build/building/multi-stage/',
    },
  ])
})

test('tells it by the name of a base that is not listed, with the line to write', () => {
  const dockerfile =
    'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nFROM mcr.microsoft.com/dotnet/sdk:9.0 AS final\nCOPY --from=build /out /app'
  const [advice] = findSdk(someFacts({ dockerfile, base: [{ isUnlisted: true }] }))
  expect(advice?.uncompressedBytes).toBeUndefined()
  expect(advice).toMatchObject({
    place: { file: 'Dockerfile', line: 2 },
    fix: 'In place of line 2:\nFROM mcr.microsoft.com/dotnet/aspnet:9.0 AS final',
  })
})

test.each([
  { name: 'a runtime image', dockerfile: 'FROM mcr.microsoft.com/dotnet/aspnet:10.0', base: [{}] },
  {
    name: 'an SDK image by name whose files are known not to be one',
    dockerfile: 'FROM mcr.microsoft.com/dotnet/sdk:10.0',
    base: [{}],
  },
  ...[
    'CMD ["dotnet", "fsi", "server.fsx"]',
    'ENTRYPOINT ["dotnet"]\nCMD ["run", "report.cs"]',
    'ENTRYPOINT exec dotnet ef database update --connection "$DB"',
  ].map((start) => ({
    name: `a container that starts the SDK: ${start}`,
    dockerfile: `FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY . .\n${start}`,
    base: [sdk],
  })),
  { name: 'an unknown image', dockerfile: 'FROM example.com/sdk:10.0', base: [{ isUnlisted: true }] },
])('says nothing of $name', ({ dockerfile, base }) => {
  expect(findSdk(someFacts({ dockerfile, base }))).toEqual([])
})

test('publishes for a stage that only builds, and keeps what the container starts with and listens on', async () => {
  const dockerfile = [
    'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS app',
    'WORKDIR /src',
    'COPY . .',
    'RUN dotnet build src/Shop',
    'EXPOSE 8080',
    'WORKDIR /src/src/Shop',
    'ENTRYPOINT ["dotnet", "run", "--no-build", "--", "--verbose"]',
  ].join('\n')
  const repository = await repositoryOf({ 'src/Shop/Shop.csproj': webProject() })
  const [advice] = findSdk(someFacts({ dockerfile, base: [sdk], repository }))
  expect(advice?.fix).toBe(
    'Add a final stage.\n\nBelow line 7:\n' +
      'RUN dotnet publish /src/src/Shop/Shop.csproj -c Release -o /app/publish\n' +
      'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nWORKDIR /app\nCOPY --from=app /app/publish .\nEXPOSE 8080\n' +
      'ENTRYPOINT ["dotnet", "Shop.dll", "--verbose"]',
  )
})
