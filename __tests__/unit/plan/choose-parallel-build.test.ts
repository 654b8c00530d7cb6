import { expect, test } from '@jest/globals'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { chooseParallelBuild, type ParallelBuild } from '../../../src/plan/choose-parallel-build.ts'
import { makePlan } from '../../../src/plan/plan.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { testProject } from './some-repository.ts'

async function overlapOf(dockerfile: string, inputs: Partial<RawInputs> = {}): Promise<ParallelBuild> {
  await using workspace = await makeTempFolder({
    Dockerfile: dockerfile,
    'Shop.Tests/Shop.Tests.csproj': testProject(),
  })
  const settings = await readSettings({ ...defaultInputs, ...inputs }, workspace.path)
  return chooseParallelBuild(await makePlan(settings), settings)
}

const fourStages = (publish: string): string => `FROM sdk AS build
COPY . .
RUN dotnet build
FROM build AS test
RUN dotnet test
FROM build AS publish
RUN ${publish}
FROM aspnet
COPY --from=publish /app /app
`
const twoStages = `FROM sdk AS build
COPY . .
RUN dotnet publish -o /app
FROM aspnet
COPY --from=build /app /app
`
const usual = fourStages('dotnet publish -o /app')
const beside = { kind: 'parallel' }
const after = (reason: string) => ({ kind: 'after', reason })
const twice = after('without the cache its steps would run twice')

test.each<{ name: string; dockerfile: string; inputs?: Partial<RawInputs>; parallelBuild: object }>([
  { name: 'a stage that publishes', dockerfile: usual, parallelBuild: beside },
  {
    name: 'a final stage with a RUN of its own',
    dockerfile: `${twoStages}RUN adduser app\n`,
    inputs: { 'missing-test-stage': 'generate' },
    parallelBuild: beside,
  },
  {
    name: 'parallel-build: false',
    dockerfile: usual,
    inputs: { 'parallel-build': 'false' },
    parallelBuild: after('parallel-build is false'),
  },
  {
    name: 'no stage that tests',
    dockerfile: twoStages,
    inputs: { 'missing-test-stage': 'skip' },
    parallelBuild: after('no stage tests'),
  },
  {
    name: 'a final stage that only copies from what the tests need',
    dockerfile: twoStages,
    inputs: { 'missing-test-stage': 'generate' },
    parallelBuild: beside,
  },
  {
    name: 'tests on the way to the final stage',
    dockerfile:
      'FROM sdk AS test\nRUN dotnet test\nFROM test AS publish\nRUN dotnet publish\nFROM aspnet\nCOPY --from=publish /a /a\n',
    parallelBuild: after('it needs a test stage'),
  },
  { name: 'no-cache', dockerfile: usual, inputs: { 'no-cache': 'true' }, parallelBuild: twice },
  {
    name: 'no-cache-filters',
    dockerfile: usual,
    inputs: { 'no-cache-filters': 'publish' },
    parallelBuild: twice,
  },
  ...[
    'dotnet nuget push a.nupkg',
    'nuget.exe push a.nupkg',
    'dotnet ef database update',
    'npm publish',
    'git push',
  ].map((command) => ({
    name: command,
    dockerfile: fourStages(command),
    parallelBuild: after(`line 7 sends something out: RUN ${command}`),
  })),
])('tests and image: $name', async ({ dockerfile, inputs, parallelBuild }) => {
  expect(await overlapOf(dockerfile, inputs)).toEqual(parallelBuild)
})
