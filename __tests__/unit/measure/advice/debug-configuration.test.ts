import { expect, test } from '@jest/globals'
import { findDebugConfiguration } from '../../../../src/measure/advice/rules/steps/debug-configuration.ts'
import { someFacts } from './an-image.ts'

/** A Dockerfile that builds with these lines and copies `/app/publish`. */
const dockerfileOf = (lines: string, { sdk = '10.0', source = '/app/publish' } = {}) =>
  `FROM mcr.microsoft.com/dotnet/sdk:${sdk} AS build\nWORKDIR /src\n${lines}\nFROM mcr.microsoft.com/dotnet/aspnet:${sdk}\nCOPY --from=build ${source} /app`

test.each<{ name: string; dockerfile: string; advice: [line: number | undefined, fix: string] | undefined }>([
  {
    name: 'dotnet build without a configuration',
    dockerfile: dockerfileOf('RUN dotnet build "Shop.csproj" -o /app/publish'),
    advice: [3, 'In place of line 3:\nRUN dotnet publish "Shop.csproj" -o /app/publish -c Release'],
  },
  {
    name: 'an output folder relative to where the command runs',
    dockerfile: dockerfileOf('RUN dotnet restore && dotnet build -o ../app/publish/'),
    advice: [3, 'In place of line 3:\nRUN dotnet restore && dotnet publish -o ../app/publish/ -c Release'],
  },
  {
    name: 'Debug that was asked for',
    dockerfile: dockerfileOf('RUN dotnet publish -c Debug -o /app/publish'),
    advice: [3, 'In place of line 3:\nRUN dotnet publish -o /app/publish -c Release'],
  },
  {
    name: 'Debug as a property',
    dockerfile: dockerfileOf('RUN dotnet publish /p:Configuration=Debug --output=/app/publish'),
    advice: [3, 'In place of line 3:\nRUN dotnet publish --output=/app/publish -c Release'],
  },
  {
    name: 'dotnet publish before .NET 8',
    dockerfile: dockerfileOf('RUN dotnet publish -o /app/publish', { sdk: '7.0' }),
    advice: [3, 'In place of line 3:\nRUN dotnet publish -o /app/publish -c Release'],
  },
  {
    name: 'a copied bin/Debug',
    dockerfile: dockerfileOf('RUN dotnet build', { source: '/src/bin/Debug/net10.0/' }),
    advice: [
      5,
      'Publish in the Release configuration, and copy what that wrote:\nRUN dotnet publish -c Release -o /app/publish',
    ],
  },
  {
    name: 'dotnet publish',
    dockerfile: dockerfileOf('RUN dotnet publish -o /app/publish'),
    advice: undefined,
  },
  {
    name: 'Release',
    dockerfile: dockerfileOf('RUN dotnet build -c Release -o /app/publish'),
    advice: undefined,
  },
  {
    name: 'Release in short',
    dockerfile: dockerfileOf('RUN dotnet publish -c:release -o /app/publish', { sdk: '6.0' }),
    advice: undefined,
  },
  {
    name: 'a variable that is Debug',
    dockerfile: dockerfileOf('ARG CONF=Debug\nRUN dotnet build -c $CONF -o /app/publish'),
    advice: [4, 'In place of line 4:\nRUN dotnet publish -o /app/publish -c Release'],
  },
  {
    name: 'a variable that is Release',
    dockerfile: dockerfileOf('ARG CONF=Release\nRUN dotnet build -c "$CONF" -o /app/publish'),
    advice: undefined,
  },
  {
    name: 'a variable that nobody set here',
    dockerfile: dockerfileOf('ARG CONF\nRUN dotnet build -c ${CONF:-Release} -o /app/publish'),
    advice: undefined,
  },
  {
    name: 'a configuration in the environment',
    dockerfile: dockerfileOf('ENV Configuration=Release\nRUN dotnet build -o /app/publish'),
    advice: undefined,
  },
  {
    name: 'a build elsewhere',
    dockerfile: dockerfileOf('RUN dotnet build -o /app/build\nRUN dotnet publish -o /app/publish'),
    advice: undefined,
  },
  {
    name: 'an unknown SDK',
    dockerfile:
      'FROM example.com/sdk AS build\nRUN dotnet publish -o /out\nFROM aspnet\nCOPY --from=build /out /app',
    advice: undefined,
  },
])('reports $name', ({ dockerfile, advice }) => {
  const [found] = findDebugConfiguration(someFacts({ dockerfile }))
  expect(found && [found.place?.line, found.fix]).toEqual(advice)
})

test('sees a folder bin/Debug in the image', () => {
  const layers = [{ line: 3, files: { 'app/bin/Debug/net10.0/Shop.dll': 50_000 } }]
  const found = findDebugConfiguration(someFacts({ layers }))
  expect(found[0]?.uncompressedBytes).toBeUndefined()
  expect(found).toMatchObject([
    {
      id: 'debug-configuration',
      evidence: ['app/bin/Debug/net10.0/Shop.dll (50.00 kB)'],
      place: undefined,
    },
  ])
})
