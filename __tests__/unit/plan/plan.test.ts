import { expect, test } from '@jest/globals'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { stageLabel } from '../../../src/plan/dockerfile/parse-dockerfile.ts'
import { describePlan, makePlan, type Plan } from '../../../src/plan/plan.ts'
import type { UserError } from '../../../src/shared/errors.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { testProject, webProject } from './some-repository.ts'

async function plan(files: Record<string, string>, inputs: Partial<RawInputs> = {}): Promise<Plan> {
  await using workspace = await makeTempFolder(files)
  return await makePlan(await readSettings({ ...defaultInputs, tags: 'shop:1', ...inputs }, workspace.path))
}

async function errorOf(files: Record<string, string>, inputs: Partial<RawInputs> = {}) {
  const error = (await plan(files, inputs).then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  )) as UserError
  return { title: error.title, message: error.message, place: error.place }
}

const noTests =
  'ARG TAG=10.0\nFROM sdk:$TAG AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -o /app\n\nFROM aspnet:$TAG\nCOPY --from=build /app .\n'
const withTests = noTests.replace('\nFROM aspnet', '\nFROM build AS test\nRUN dotnet test\n\nFROM aspnet')

test('decides what is tested and what ships', async () => {
  const { final, tests, identity, dockerfile } = await plan({ Dockerfile: withTests })
  expect({
    final: stageLabel(final),
    base: final.base,
    tests: tests.kind === 'stages' ? tests.stages.map(stageLabel) : tests.kind,
    imageKey: identity.imageKey,
    target: identity.target,
    shown: dockerfile.shown,
  }).toEqual({
    final: 'stage-2',
    base: 'aspnet:10.0',
    tests: ['test'],
    imageKey: 'shop',
    target: '',
    shown: 'Dockerfile',
  })
})

test('the values of build arguments reach the stages', async () => {
  const { final } = await plan({ Dockerfile: withTests }, { 'build-args': 'TAG=11.0-preview' })
  expect(final.base).toBe('aspnet:11.0-preview')
})

const shopTests = { 'Shop.Tests/Shop.Tests.csproj': testProject() }
const stage =
  '# Runs the tests: docker build --target test\nFROM build AS test\nWORKDIR /src\n' +
  'RUN dotnet restore Shop.Tests/Shop.Tests.csproj\nRUN dotnet test Shop.Tests/Shop.Tests.csproj --no-restore\n\n'

test('without a test stage, runs the tests of the image in one of ours, and gives it to paste', async () => {
  const { notices, instrumented } = await plan({ Dockerfile: noTests, ...shopTests })
  expect({
    notices,
    runs: instrumented.testRuns.map(({ instruction }) => instruction.argument),
    labels: instrumented.targets.map(({ label }) => label),
  }).toEqual({
    notices: [
      {
        message:
          'Dockerfile has no test stage, so the test project of this image runs in a generated one.\n' +
          `To keep it: paste this above line 7 of Dockerfile:\n\n${stage.trimEnd()}`,
        snippet: stage.trimEnd(),
      },
    ],
    runs: ['dotnet test Shop.Tests/Shop.Tests.csproj --no-restore'],
    labels: ['generated-test'],
  })
})

test('with missing-test-stage: fail, gives a stage to paste', async () => {
  const files = Object.fromEntries(
    Object.entries({ Dockerfile: noTests, ...shopTests }).map(([name, text]) => [`src/${name}`, text]),
  )
  expect(await errorOf(files, { context: 'src', 'missing-test-stage': 'fail' })).toEqual({
    title: 'No stage runs the tests',
    message:
      'src/Dockerfile has no test stage.\nPaste this above line 7 of src/Dockerfile:\n\n' +
      `${stage}To build without tests, set missing-test-stage: skip.`,
    place: { file: 'src/Dockerfile', line: 7 },
  })
})

test('says what has to be done before pasting', async () => {
  const Dockerfile = 'FROM sdk\nCOPY . .\nRUN dotnet publish -o /app\nFROM aspnet\nCOPY --from=0 /app .\n'
  const { message } = await errorOf({ Dockerfile, ...shopTests }, { 'missing-test-stage': 'fail' })
  expect(message).toContain(
    'First, give the stage in line 1 a name: FROM sdk AS build (COPY --from=0 goes on working); ' +
      'then paste this above line 4 of Dockerfile:\n\n',
  )
})

test('says which line keeps the tests out of the build, and counts them all', async () => {
  const files = {
    Dockerfile: noTests,
    '.dockerignore': '**/obj\n**/*.Tests\n',
    ...shopTests,
    'Cart.Tests/Cart.Tests.csproj': testProject(),
  }
  const { title, message } = await errorOf(files)
  expect({ title, message }).toEqual({
    title: 'The tests are not in the build',
    message:
      'Dockerfile has no test stage, and 2 test projects are not in the build:\n' +
      'Cart.Tests/Cart.Tests.csproj, Shop.Tests/Shop.Tests.csproj: line 2 of .dockerignore, "**/*.Tests", keeps it out.\n' +
      'Take line 2 out of .dockerignore.\n' +
      'To build without tests, set missing-test-stage: skip.',
  })
})

test('says what lets tests into a build whose ignore file keeps all out, with what they refer to', async () => {
  const files = {
    Dockerfile: noTests,
    '.dockerignore': '*\n!src\n!Directory.Packages.props\n**/bin\n**/obj\ntests/Shop.Tests\n',
    'src/Shop/Shop.csproj': webProject(),
    'tests/Shop.Tests/Shop.Tests.csproj': testProject(
      '../../src/Shop/Shop.csproj',
      '../../lib/Fakes/Fakes.csproj',
    ),
    'lib/Fakes/Fakes.csproj': '<Project Sdk="Microsoft.NET.Sdk" />',
  }
  const { message } = await errorOf(files)
  expect(message).toBe(
    'Dockerfile has no test stage, and a test project is not in the build:\n' +
      'tests/Shop.Tests/Shop.Tests.csproj: line 1 of .dockerignore, "*", and line 6 of .dockerignore, "tests/Shop.Tests", keep it out.\n' +
      'Take line 6 out of .dockerignore.\n' +
      'Below line 1 of .dockerignore, add:\n' +
      '  !tests\n' +
      '  !lib\n' +
      'To build without tests, set missing-test-stage: skip.',
  )
})

test('says that tests outside of the build context are there, and what has to begin elsewhere', async () => {
  const files = {
    'src/Shop/Dockerfile':
      'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src\nCOPY ["Shop.csproj", "NuGet.config", "./"]\n' +
      'RUN --mount=type=cache,target=/root/.nuget --mount=type=bind,target=/ctx dotnet restore\n' +
      'COPY --chown=app --link . ./\nADD https://example.com/a.zip /a.zip\nRUN dotnet publish -o /app\n' +
      'FROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /app .\nENTRYPOINT ["dotnet", "Shop.dll"]\n',
    'src/Shop/.dockerignore': '**/obj\n',
    'src/Shop/Shop.csproj': webProject(),
    'tests/Shop.Tests/Shop.Tests.csproj': testProject('../../src/Shop/Shop.csproj'),
  }
  const { message } = await errorOf(files, { context: 'src/Shop' })
  expect(message).toBe(
    'src/Shop/Dockerfile has no test stage, and a test project is not in the build:\n' +
      '../../tests/Shop.Tests/Shop.Tests.csproj: outside of the build context, src/Shop.\n' +
      'Set these inputs:\n' +
      '  context: .\n' +
      '  file: src/Shop/Dockerfile\n' +
      'In src/Shop/Dockerfile, change the lines whose paths begin at the context:\n' +
      '  line 3: COPY ["src/Shop/Shop.csproj","src/Shop/NuGet.config","./"]\n' +
      '  line 4: RUN --mount=type=cache,target=/root/.nuget --mount=type=bind,target=/ctx,source=src/Shop …\n' +
      '  line 5: COPY --chown=app --link src/Shop ./\n' +
      'Move src/Shop/.dockerignore to .dockerignore: its patterns begin at the context, too.\n' +
      'To build without tests, set missing-test-stage: skip.',
  )
})

test('says that tests outside of the build context are there', async () => {
  const files = {
    'src/Dockerfile': noTests,
    'src/Shop/Shop.csproj': webProject(),
    'tests/Shop.Tests/Shop.Tests.csproj': testProject('../../src/Shop/Shop.csproj'),
  }
  const { title, message } = await errorOf(files, { context: 'src' })
  expect(title).toBe('The tests are not in the build')
  expect(message).toContain(
    'a test project is not in the build:\n../tests/Shop.Tests/Shop.Tests.csproj: outside of the build context, src.\nSet these inputs:\n  context: .\n  file: src/Dockerfile\n',
  )
})

test.each([
  {
    name: 'there is no test project',
    files: { Dockerfile: noTests, 'Shop/Shop.csproj': webProject() },
    reason: 'the repository has no test project',
  },
  {
    name: 'all tests are those of another image',
    files: {
      Dockerfile: noTests.replace('publish -o', 'publish Mail -o'),
      'Mail/Mail.csproj': webProject(),
      'Shop/Shop.csproj': webProject(),
      'Shop.Tests/Shop.Tests.csproj': testProject('../Shop/Shop.csproj'),
    },
    reason:
      "none of the repository's test projects tests what this image is made of: Shop.Tests/Shop.Tests.csproj",
  },
])('builds the image where $name, and says so', async ({ files, reason }) => {
  const { tests, untestedReason } = await plan(files)
  expect({ kind: tests.kind, untestedReason }).toEqual({
    kind: 'missing',
    untestedReason: `Dockerfile has no test stage, and ${reason}`,
  })
})

test('says so where nothing can be generated', async () => {
  const files = { Dockerfile: 'FROM aspnet\nCOPY out /app\n', ...shopTests }
  expect(await errorOf(files, { 'missing-test-stage': 'generate' })).toEqual({
    title: 'No stage runs the tests',
    message:
      'Dockerfile has no test stage, and neither stage-0 nor a stage that it copies from builds .NET code; to run the tests, add a step with dotnet test to the job. ' +
      'To build without tests, set missing-test-stage: skip.',
    place: { file: 'Dockerfile', line: 1 },
  })
})

test('goes on without tests when that was asked for', async () => {
  const { tests, instrumented } = await plan({ Dockerfile: noTests }, { 'missing-test-stage': 'skip' })
  expect({ kind: tests.kind, testRuns: instrumented.testRuns }).toEqual({ kind: 'missing', testRuns: [] })
})

test('a target that has nothing to do with the tests needs none', async () => {
  const Dockerfile = `FROM aspnet AS base\nWORKDIR /app\n${withTests}`
  const { tests, final } = await plan({ Dockerfile }, { target: 'base' })
  expect({
    kind: tests.kind,
    testStage: tests.kind === 'unrelated' && tests.testStage?.name,
    final: final.name,
  }).toEqual({ kind: 'unrelated', testStage: 'test', final: 'base' })
})

test('an empty Dockerfile is told as such', async () => {
  expect(await errorOf({ Dockerfile: '' })).toEqual({
    title: 'No stage to build',
    message: 'Dockerfile is empty, so there is nothing to build.',
    place: { file: 'Dockerfile', line: 1 },
  })
})

test('a command that nobody knows is tried; without a result of a test a stage is generated, and the command keeps its mark', async () => {
  const Dockerfile = noTests.replace('RUN dotnet publish', 'RUN ./build.sh\nRUN dotnet publish')
  await using workspace = await makeTempFolder({ Dockerfile, ...shopTests })
  const settings = await readSettings(
    { ...defaultInputs, tags: 'shop:1', 'test-cache': 'true' },
    workspace.path,
  )
  const first = await makePlan(settings)
  const second = await makePlan(settings, first)
  const runOf = ({ instrumented }: Plan): string | undefined =>
    /^RUN.* --mount=type=secret,(id=dotnet-container-run-\S+) \S.*build\.sh$/m.exec(
      instrumented.text.replace(/ --mount=type=secret,id=dotnet-container-\d\S*| --mount=type=cache\S*/g, ''),
    )?.[1]
  expect({
    tried: first.tried && stageLabel(first.tried),
    again: second.tried,
    marks: [runOf(first), runOf(second)],
    runs: second.instrumented.testRuns.map(({ instruction, isCertain }) => [instruction.argument, isCertain]),
    message: second.notices[0]?.message.split('\n').at(-1),
  }).toEqual({
    tried: 'build',
    again: undefined,
    marks: Array(2).fill(`id=dotnet-container-run-0-${first.instrumented.jobId}`),
    runs: [
      ['./build.sh', false],
      ['dotnet test Shop.Tests/Shop.Tests.csproj --no-restore', true],
    ],
    message: 'Line 5, RUN ./build.sh, was tried first: no result of a test came out of it.',
  })
})

test('says in the log that the test stage is a generated one, since the Dockerfile has none of its name', async () => {
  const files = {
    Dockerfile: noTests,
    'Shop/Shop.csproj': webProject(),
    'Shop.Tests/Shop.Tests.csproj': testProject('../Shop/Shop.csproj'),
  }
  expect(describePlan(await plan(files))).toMatch(/^tests in a generated test stage, image from stage /)
  const off = await plan(files, { 'test-target': 'off' })
  expect(describePlan(off)).toMatch(/^tests in another job, image from stage /)
  expect(describePlan(await plan(files, { 'missing-test-stage': 'skip' }))).toMatch(/^no tests, image from/)
})
