import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { suggestTestStage } from '../../../../src/plan/generate/suggest-test-stage.ts'
import { projectFile, repositoryOf, testProject, webProject } from '../some-repository.ts'

const frameworks = (list: string): string =>
  projectFile(
    ['Microsoft.NET.Test.Sdk', 'xunit', 'xunit.runner.visualstudio'],
    ['../../src/Shop/Shop.csproj'],
    `<PropertyGroup><TargetFrameworks>${list}</TargetFrameworks></PropertyGroup>`,
  )
const tests = 'tests/Shop.Tests/Shop.Tests.csproj'
const shop = {
  'src/Shop/Shop.csproj': webProject(),
  [tests]: testProject('../../src/Shop/Shop.csproj'),
}
const restoreAndTest = [`RUN dotnet restore ${tests}`, `RUN dotnet test ${tests} --no-restore`]
const runtime = 'FROM mcr.microsoft.com/dotnet/aspnet:9.0 AS final\nCOPY --from=build /out .\n'
const sdk = 'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\n'

test.each<{ name: string; build: string; files?: Record<string, string>; lines: string[] }>([
  {
    name: 'a user who is not root owns what is copied',
    build: `${sdk}USER app\nWORKDIR /home/app\nCOPY --chown=app src/ src/\nRUN dotnet publish src/Shop -o /out\n`,
    lines: [
      'WORKDIR /home/app',
      `COPY --chown=app ${tests} tests/Shop.Tests/`,
      `RUN dotnet restore ${tests}`,
      'COPY --chown=app tests/ tests/',
      `RUN dotnet test ${tests} --no-restore`,
    ],
  },
  {
    name: 'a user who was set after the build is taken back',
    build: `${sdk}WORKDIR /src\nCOPY . .\nRUN dotnet publish src/Shop -o /out\nUSER 1654\n`,
    lines: ['USER root', 'WORKDIR /src', ...restoreAndTest],
  },
  {
    name: 'of several frameworks the newest that the SDK of the stage runs',
    build: `${sdk}WORKDIR /src\nCOPY . .\nRUN dotnet publish src/Shop -o /out\n`,
    files: { [tests]: frameworks('net8.0;net9.0;net10.0;net48') },
    lines: ['WORKDIR /src', `RUN dotnet restore ${tests}`, `RUN dotnet test ${tests} -f net9.0 --no-restore`],
  },
  {
    name: 'tests of an older framework, whose runtime the SDK’s image lacks, roll forward',
    build: `${sdk}WORKDIR /src\nCOPY . .\nRUN dotnet publish src/Shop -o /out\n`,
    files: { [tests]: frameworks('net48;net6.0;net8.0') },
    lines: [
      'WORKDIR /src',
      `RUN dotnet restore ${tests}`,
      'ENV DOTNET_ROLL_FORWARD=Major',
      `RUN dotnet test ${tests} -f net8.0 --no-restore`,
    ],
  },
  {
    name: 'the testing platform as the runner of the repository, whose global.json was not copied',
    build: `${sdk}WORKDIR /src\nCOPY src/ src/\nRUN dotnet publish src/Shop -o /out\n`,
    files: {
      'global.json': '{"test": {"runner": "Microsoft.Testing.Platform"}}',
      [tests]: projectFile(
        ['TUnit'],
        ['../../src/Shop/Shop.csproj'],
        '<PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup>',
      ),
    },
    lines: [
      'WORKDIR /src',
      'COPY global.json ./',
      `COPY ${tests} tests/Shop.Tests/`,
      `RUN dotnet restore ${tests}`,
      'COPY tests/ tests/',
      `RUN dotnet test --project ${tests} --no-restore`,
    ],
  },
  {
    name: 'sources that a COPY --from of an earlier stage brought are not copied again',
    build: `FROM scratch AS sources\nCOPY . /all\n${sdk}WORKDIR /src\nCOPY --from=sources /all .\nRUN dotnet publish src/Shop -o /out\n`,
    lines: ['WORKDIR /src', ...restoreAndTest],
  },
  {
    name: 'the mounts, the network, the variables and the configuration of the restore',
    build:
      `${sdk}WORKDIR /src\nCOPY . .\n` +
      'RUN --network=host --mount=type=secret,id=feed --mount=type=cache,target=/root/.nuget/packages ' +
      'FEED_TOKEN="$(cat /run/secrets/feed)" dotnet restore src/Shop --configfile nuget.config\n' +
      'RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish src/Shop --no-restore -o /out\n',
    lines: [
      'WORKDIR /src',
      'RUN --network=host --mount=type=secret,id=feed --mount=type=cache,target=/root/.nuget/packages ' +
        `FEED_TOKEN="$(cat /run/secrets/feed)" dotnet restore ${tests} --configfile /src/nuget.config`,
      `RUN --network=host --mount=type=secret,id=feed --mount=type=cache,target=/root/.nuget/packages dotnet test ${tests} --no-restore`,
    ],
  },
  {
    name: 'central packages and shared properties that the build did not need',
    build: `${sdk}WORKDIR /src\nCOPY src/ src/\nRUN dotnet publish src/Shop -o /out\n`,
    files: { 'Directory.Packages.props': '<Project />', 'tests/Directory.Build.props': '<Project />' },
    lines: [
      'WORKDIR /src',
      'COPY Directory.Packages.props ./',
      'COPY tests/Directory.Build.props tests/',
      `COPY ${tests} tests/Shop.Tests/`,
      `RUN dotnet restore ${tests}`,
      'COPY tests/ tests/',
      `RUN dotnet test ${tests} --no-restore`,
    ],
  },
  {
    name: 'of a folder with several projects only those that the tests need are restored from',
    build: `${sdk}WORKDIR /src\nCOPY src/ src/\nRUN dotnet publish src/Shop -o /out\n`,
    files: { 'tests/Shop.Tests/Shop.Tests - Copy.csproj': webProject() },
    lines: [
      'WORKDIR /src',
      `COPY ${tests} tests/Shop.Tests/`,
      `RUN dotnet restore ${tests}`,
      'COPY tests/Shop.Tests/ tests/Shop.Tests/',
      `RUN dotnet test ${tests} --no-restore`,
    ],
  },
])('$name', async ({ build, files = {}, lines }) => {
  const dockerfile = parseDockerfile(`${build}${runtime}`, 'Dockerfile', [])
  const repository = await repositoryOf({ ...shop, ...files })
  const final = dockerfile.stages.at(-1)
  const own = repository.projects.filter(({ kind }) => kind === 'tests')
  expect(final && suggestTestStage(final, [], own, repository)?.lines).toEqual(lines)
})
