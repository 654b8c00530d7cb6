import { expect, test } from '@jest/globals'
import { findEarlyArgument } from '../../../../src/measure/advice/rules/steps/repeated-restores.ts'
import { someFacts } from './an-image.ts'

const shop = (...lines: string[]): string =>
  ['FROM sdk AS build', ...lines, 'FROM aspnet AS final', 'COPY --from=build /out /app'].join('\n')

test('tells of an ARG of every build above the restore, and moves it below', () => {
  const dockerfile = shop(
    'ARG VERSION=1.0.0',
    'COPY *.csproj .',
    'RUN dotnet restore',
    'COPY . .',
    'RUN dotnet publish -p:Version=$VERSION',
  )
  expect(findEarlyArgument(someFacts({ dockerfile }))).toMatchObject([
    {
      id: 'early-argument',
      title:
        'Every new value of VERSION restores all packages anew: line 2 declares it above the restore in line 4.',
      evidence: ['Dockerfile:2 ARG VERSION=1.0.0', 'Dockerfile:4 RUN dotnet restore'],
      place: { file: 'Dockerfile', line: 2 },
      fix: 'Take line 2 out.\n\nBelow line 4:\nARG VERSION=1.0.0',
    },
  ])
})

test.each<{ name: string; lines: string[]; found: number }>([
  { name: 'a commit', lines: ['ARG GIT_SHA', 'RUN dotnet restore'], found: 1 },
  { name: 'a build number', lines: ['ARG BUILD_NUMBER', 'RUN dotnet restore'], found: 1 },
  {
    name: 'an ENV that takes its value from one',
    lines: ['ENV APP_VERSION=$VERSION', 'RUN dotnet restore'],
    found: 1,
  },
  {
    name: 'one that a label above the restore needs',
    lines: ['ARG VERSION', 'LABEL version=$VERSION', 'RUN dotnet restore'],
    found: 0,
  },
  { name: 'an ARG below the restore', lines: ['RUN dotnet restore', 'ARG VERSION'], found: 0 },
  {
    name: 'an ARG that the restore uses',
    lines: ['ARG VERSION', 'RUN dotnet restore -p:Version=$VERSION'],
    found: 0,
  },
  {
    name: 'the version of what is installed',
    lines: ['ARG NODE_VERSION=22', 'RUN dotnet restore'],
    found: 0,
  },
  { name: 'the configuration', lines: ['ARG BUILD_CONFIGURATION=Release', 'RUN dotnet restore'], found: 0 },
  { name: 'an ENV that says its value', lines: ['ENV APP_VERSION=1', 'RUN dotnet restore'], found: 0 },
])('looks at $name', ({ lines, found }) => {
  expect(findEarlyArgument(someFacts({ dockerfile: shop(...lines) }))).toHaveLength(found)
})
