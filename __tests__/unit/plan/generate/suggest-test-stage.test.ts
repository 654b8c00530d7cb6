import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chooseStages } from '../../../../src/plan/stages/choose-stages.ts'
import { parseDockerfile, stageLabel } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { readRepository } from '../../../../src/plan/projects/read-repository.ts'
import type { Repository } from '../../../../src/plan/projects/repository.ts'
import { suggestTestStage } from '../../../../src/plan/generate/suggest-test-stage.ts'
import { repositoryOf, testProject } from '../some-repository.ts'

function suggest(text: string, repository: Repository) {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const { final } = chooseStages(dockerfile, { testTargets: [], target: undefined })
  const tests = repository.projects.filter(({ kind }) => kind === 'tests')
  return suggestTestStage(final, [], tests, repository)
}

/** A repository with these test projects. */
const withTests = (paths: readonly string[]): Promise<Repository> =>
  repositoryOf(Object.fromEntries(paths.map((path) => [path, testProject()])))

const whole = 'FROM sdk:10.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish Api -o /app\n'
const runtime = 'FROM aspnet:10.0\nCOPY --from=build /app .\n'
const one = ['Shop.Tests/Shop.Tests.csproj']
/** What restores and runs test projects that are there. */
const runs = (paths: readonly string[]): string[] => [
  ...paths.map((path) => `RUN dotnet restore ${path}`),
  ...paths.map((path) => `RUN dotnet test ${path} --no-restore`),
]
const two = ['tests/A.Tests/A.Tests.csproj', 'tests/B.Tests/B.Tests.csproj']

test.each<{
  name: string
  text: string
  testProjects: string[]
  stage: string[]
  aboveLine: number
  first?: string
}>([
  {
    name: 'a stage that has everything',
    text: whole + runtime,
    testProjects: one,
    stage: ['FROM build AS test', 'WORKDIR /src', ...runs(one)],
    aboveLine: 5,
  },
  {
    name: 'comments on top of the final stage',
    text: `${whole}\n# the image\n# that ships\n${runtime}`,
    testProjects: one,
    stage: ['FROM build AS test', 'WORKDIR /src', ...runs(one)],
    aboveLine: 6,
  },
  {
    name: 'several test projects, one by one',
    text: whole + runtime,
    testProjects: two,
    stage: ['FROM build AS test', 'WORKDIR /src', ...runs(two)],
    aboveLine: 5,
  },
  {
    name: 'names with spaces',
    text:
      'FROM sdk AS build\nWORKDIR "/src/My Shop"\nCOPY ["My Shop/", "./"]\nRUN dotnet publish -o /app\n' +
      runtime,
    testProjects: ['My Shop/Shop Tests/Shop Tests.csproj'],
    stage: ['FROM build AS test', 'WORKDIR /src', ...runs(['"My Shop/Shop Tests/Shop Tests.csproj"'])],
    aboveLine: 5,
  },
  {
    name: 'a working folder that changed at the end, and a publish stage',
    text:
      'FROM aspnet AS base\nFROM sdk AS build\nWORKDIR /src\nCOPY ["Api/Api.csproj", "Api/"]\nRUN dotnet restore "Api/Api.csproj"\n' +
      'COPY . .\nWORKDIR "/src/Api"\nRUN dotnet build "./Api.csproj" -o /app/build\nFROM build AS publish\n' +
      'RUN dotnet publish "./Api.csproj" -o /app/publish\nFROM base AS final\nCOPY --from=publish /app/publish .\n',
    testProjects: ['Api.Tests/Api.Tests.csproj'],
    stage: ['FROM build AS test', 'WORKDIR /src', ...runs(['Api.Tests/Api.Tests.csproj'])],
    aboveLine: 11,
  },
  {
    name: 'a stage that only restores, before the sources come',
    text:
      'FROM sdk AS restore\nWORKDIR /src\nCOPY Api/Api.csproj Api/\nCOPY Api.Tests/Api.Tests.csproj Api.Tests/\n' +
      'RUN dotnet restore Api\nFROM restore AS sources\nCOPY . .\nRUN dotnet build Api\nFROM sources AS build\n' +
      `RUN dotnet publish Api -o /app\n${runtime}`,
    testProjects: ['Api.Tests/Api.Tests.csproj'],
    stage: ['FROM sources AS test', 'WORKDIR /src', ...runs(['Api.Tests/Api.Tests.csproj'])],
    aboveLine: 11,
  },
  {
    name: 'sources that were copied flat',
    text:
      'FROM sdk AS build\nWORKDIR /src\nCOPY Shop/*.csproj ./\nRUN dotnet restore\nCOPY Shop/ ./\nRUN dotnet publish -o /app\n' +
      runtime,
    testProjects: one,
    stage: ['FROM build AS test', 'WORKDIR /tests-src', 'COPY . .', ...runs(one)],
    aboveLine: 7,
  },
  {
    name: 'tests that were not copied, beside sources that kept their places',
    text:
      'FROM sdk AS build\nWORKDIR /src\nCOPY src/Api/Api.csproj src/Api/\nRUN dotnet restore src/Api\nCOPY src/ src/\n' +
      `WORKDIR /src/src/Api\nRUN dotnet publish -o /app\n${runtime}`,
    testProjects: two,
    stage: [
      'FROM build AS test',
      'WORKDIR /src',
      'COPY tests/A.Tests/A.Tests.csproj tests/A.Tests/',
      'COPY tests/B.Tests/B.Tests.csproj tests/B.Tests/',
      ...two.map((path) => `RUN dotnet restore ${path}`),
      'COPY tests/ tests/',
      ...two.map((path) => `RUN dotnet test ${path} --no-restore`),
    ],
    aboveLine: 8,
  },
  {
    name: 'tests that stand elsewhere than the sources',
    text:
      'FROM sdk AS build\nWORKDIR /src\nCOPY Shop /src/Shop\nCOPY Shop.Tests /tests\nRUN dotnet publish Shop -o /app\n' +
      runtime,
    testProjects: one,
    stage: ['FROM build AS test', 'WORKDIR /tests', ...runs(['Shop.Tests.csproj'])],
    aboveLine: 6,
  },
  {
    name: 'an SDK stage without a name',
    text:
      'FROM --platform=$BUILDPLATFORM sdk:10.0\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -o /app\n' +
      'FROM aspnet\nCOPY --from=0 /app .\n',
    testProjects: one,
    stage: ['FROM build AS test', 'WORKDIR /src', ...runs(one)],
    aboveLine: 5,
    first:
      'give the stage in line 1 a name: FROM --platform=$BUILDPLATFORM sdk:10.0 AS build (COPY --from=0 goes on working)',
  },
  {
    name: 'an SDK stage without a name beside a stage that has the obvious one',
    text:
      'FROM sdk\nCOPY . .\nRUN dotnet publish -o /app\nFROM node AS Build\nRUN npm ci\n' +
      'FROM aspnet\nCOPY --from=0 /app .\nCOPY --from=build /dist .\n',
    testProjects: one,
    stage: ['FROM sources AS test', 'WORKDIR /', ...runs(one)],
    aboveLine: 6,
    first: 'give the stage in line 1 a name: FROM sdk AS sources (COPY --from=0 goes on working)',
  },
  {
    name: 'a single stage, below which the tests have to stand',
    text: 'FROM sdk\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -o /app\nENTRYPOINT ["dotnet", "/app/Shop.dll"]\n',
    testProjects: one,
    stage: ['FROM build AS test', 'WORKDIR /src', ...runs(one)],
    aboveLine: 6,
    first:
      'give the stage in line 1 a name: FROM sdk AS build, and set the input target: build, since the test stage stands below it',
  },
])('suggests a stage for $name', async ({ text, testProjects, stage, aboveLine, first }) => {
  const suggestion = suggest(text, await withTests(testProjects))
  expect({ text: suggestion?.text, where: suggestion?.where, first: suggestion?.first }).toEqual({
    text: ['# Runs the tests: docker build --target test', ...stage, '', ''].join('\n'),
    where: { kind: 'above', line: aboveLine },
    first,
  })
})

test.each([
  { name: 'an image that copies what was built elsewhere', text: 'FROM aspnet\nCOPY out/ /app\n' },
  { name: 'a stage with the SDK that no other one needs', text: `${whole}FROM aspnet\nCOPY out/ /app\n` },
  { name: 'no .NET at all', text: 'FROM node AS build\nRUN npm ci\nFROM nginx\nCOPY --from=build /dist .\n' },
])('has nothing to suggest for $name', async ({ text }) => {
  expect(suggest(text, await withTests(one))).toBeUndefined()
})

const root = fileURLToPath(new URL('../../../../examples/', import.meta.url))

test.each([
  { example: 'two-stage', projects: ['tests/Shop.Api.Tests/Shop.Api.Tests.csproj'], target: 'final' },
  { example: 'unnamed-final', projects: ['Greeter.Tests/Greeter.Tests.csproj'], target: 'stage-2' },
])(
  'what is suggested for the example $example, once pasted, is the stage that tests',
  async ({ example, projects, target }) => {
    const text = readFileSync(`${root}${example}/Dockerfile`, 'utf8')
    const found = await readRepository(`${root}${example}`, `${root}${example}`, undefined)
    const tests = found.projects.filter(({ kind }) => kind === 'tests')
    expect(tests.map(({ path }) => path)).toEqual(projects)
    const suggestion = suggest(text, found)
    const lines = text.split('\n')
    lines.splice((suggestion?.where.line ?? 1) - 1, 0, ...(suggestion?.text ?? '').split('\n').slice(0, -1))
    const pasted = parseDockerfile(lines.join('\n'), 'Dockerfile', [])
    const choice = chooseStages(pasted, { testTargets: [], target: undefined })
    expect({
      final: stageLabel(choice.final),
      tests: choice.tests.kind === 'stages' ? choice.tests.stages.map(stageLabel) : choice.tests.kind,
    }).toEqual({ final: target, tests: ['test'] })
  },
)
