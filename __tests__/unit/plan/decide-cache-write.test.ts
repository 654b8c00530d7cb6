import { expect, test } from '@jest/globals'
import { parseStepName } from '../../../src/docker/build/steps.ts'
import type { Step } from '../../../src/docker/build/build-result.ts'
import { decideCacheWrite, findSourceInstructions } from '../../../src/plan/decide-cache-write.ts'
import { parseDockerfile } from '../../../src/plan/dockerfile/parse-dockerfile.ts'

const projects = [{ path: 'src/Shop/Shop.csproj' }, { path: 'tests/Shop.Tests/Shop.Tests.csproj' }]

const dockerfile = parseDockerfile(
  `FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
WORKDIR /app
RUN apt-get update
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY src/Shop/Shop.csproj src/Shop/
RUN dotnet restore src/Shop
COPY . .
RUN dotnet build src/Shop
FROM build AS test
RUN dotnet test
FROM build AS publish
RUN dotnet publish src/Shop -o /app
FROM base AS final
COPY --from=publish /app .
`,
  'Dockerfile',
  [],
)

type Told = [name: string, outcome: Step['outcome'], durationMs?: number]

function decide(
  told: Told[],
  use: { isHosted?: boolean; testCache?: boolean; cacheWrite?: 'auto' | 'always' } = {},
): string {
  const { isHosted = true, testCache = false, cacheWrite = 'auto' } = use
  const steps = told.map(([name, outcome, durationMs = 1_000]) => ({
    ...parseStepName(name),
    ...{ outcome, durationMs, error: undefined, sentBytes: undefined, receivedBytes: undefined },
  }))
  const instruction = dockerfile.stages[2]?.instructions[0]
  const plan = { instrumented: { dockerfile, testRuns: [{ instruction }] }, repository: { projects } }
  return decideCacheWrite(plan as never, { settings: { testCache, cacheWrite }, isHosted }, steps)
}

const read: Told = ['importing cache manifest from registry.example/shop:main', 'done']
const restored: Told = ['[build 4/6] RUN dotnet restore src/Shop', 'cached']
const ofSources: Told[] = [
  ['[build 5/6] COPY . .', 'done'],
  ['[build 6/6] RUN dotnet build src/Shop', 'done'],
  ['[test 1/1] RUN dotnet test', 'done', 60_000],
  ['[publish 1/1] RUN dotnet publish src/Shop -o /app', 'done'],
  ['[final 1/1] COPY --from=publish /app .', 'done'],
]

test.each<{ name: string; told: Told[]; use?: Parameters<typeof decide>[1]; news: string }>([
  {
    name: 'all of it came from the cache, but for the tests',
    told: [
      read,
      ['[build 1/6] FROM mcr.microsoft.com/dotnet/sdk:10.0', 'done'],
      restored,
      ['[test 1/1] RUN dotnet test', 'done', 60_000],
    ],
    news: 'nothing-new',
  },
  {
    name: 'the tests are kept, too',
    told: [read, ['[test 1/1] RUN dotnet test', 'done']],
    use: { testCache: true },
    news: 'write',
  },
  { name: 'a source file changed', told: [read, restored, ...ofSources], news: 'only-sources' },
  {
    name: 'a source file changed, and compiling takes long',
    told: [read, restored, ['[build 6/6] RUN dotnet build src/Shop', 'done', 25_000]],
    news: 'write',
  },
  {
    name: 'a source file changed, on a builder that may know the restore from elsewhere',
    told: [read, restored, ...ofSources],
    use: { isHosted: false },
    news: 'write',
  },
  {
    name: 'a source file changed, and the user wants the cache written always',
    told: [read, restored, ...ofSources],
    use: { cacheWrite: 'always' },
    news: 'write',
  },
  {
    name: 'the restore ran',
    told: [read, ['[build 4/6] RUN dotnet restore src/Shop', 'done'], ...ofSources],
    news: 'write',
  },
  {
    name: 'a source file changed, and a WORKDIR was not in the cache',
    told: [read, restored, ...ofSources, ['[base 2/3] WORKDIR /app', 'done', 20]],
    news: 'only-sources',
  },
  { name: 'the base stage ran', told: [read, ['[base 3/3] RUN apt-get update', 'done']], news: 'write' },
  {
    name: 'something that the Dockerfile does not have ran',
    told: [read, ['[build 2/7] RUN echo of ONBUILD', 'done']],
    news: 'write',
  },
  {
    name: 'one of two caches is not there, so that the builder itself knew the step',
    told: [read, ['importing cache manifest from registry.example/shop:main-test', 'failed'], restored],
    news: 'write',
  },
  { name: 'no cache was read', told: [restored], news: 'write' },
])('whether the build cache is written: $name', ({ told, use, news }) => {
  expect(decide(told, use)).toBe(news)
})

test.each([
  { line: 'COPY src/ ./', isOfSources: true },
  { line: 'COPY ["src/Shop", "Shop"]', isOfSources: true },
  { line: 'COPY --exclude=tests . .', isOfSources: true },
  { line: 'COPY src/*/*.csproj ./', isOfSources: false },
  { line: 'COPY --parents src/**/*.csproj ./', isOfSources: false },
  { line: 'COPY Directory.Build.props nuget.config ./', isOfSources: false },
  { line: 'COPY docs ./', isOfSources: false },
  { line: 'COPY --from=other /src /src', isOfSources: true },
  { line: 'COPY --from=plain /src /src', isOfSources: false },
  { line: 'RUN --mount=type=bind,target=/src dotnet build /src', isOfSources: true },
  { line: 'RUN --mount=type=bind,from=other,target=/src dotnet build /src', isOfSources: true },
  { line: 'RUN --mount=type=bind,source=src,target=/src dotnet build /src', isOfSources: true },
  {
    line: 'RUN --mount=type=bind,source=src/Shop/Shop.csproj,target=a.csproj dotnet restore',
    isOfSources: false,
  },
  { line: 'RUN --mount=type=cache,target=/root/.nuget/packages dotnet restore', isOfSources: false },
])('what each change of a source file makes anew: $line', ({ line, isOfSources }) => {
  const text = `FROM a AS other\nCOPY . .\nFROM a AS plain\nRUN b\nFROM a\n${line}\n`
  const lines = [...findSourceInstructions(parseDockerfile(text, 'Dockerfile', []), projects)]
  expect(lines.map(({ firstLine }) => firstLine)).toEqual(isOfSources ? [2, 6] : [2])
})
