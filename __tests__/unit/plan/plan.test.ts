import { expect, test } from '@jest/globals'
import type { RawInputs } from '../../../src/inputs/input-table.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { stageLabel } from '../../../src/plan/dockerfile/parse-dockerfile.ts'
import { makePlan, type Plan } from '../../../src/plan/plan.ts'
import type { UserError } from '../../../src/shared/errors.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'

const testProject = '<Project Sdk="Microsoft.NET.Sdk"><PackageReference Include="xunit" /></Project>'

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
    target: 'stage-2',
    shown: 'Dockerfile',
  })
})

test('the values of build arguments reach the stages', async () => {
  const { final } = await plan({ Dockerfile: withTests }, { 'build-args': 'TAG=11.0-preview' })
  expect(final.base).toBe('aspnet:11.0-preview')
})

test('without a stage that tests, gives one to paste', async () => {
  const files = { 'src/Dockerfile': noTests, 'src/Shop.Tests/Shop.Tests.csproj': testProject }
  expect(await errorOf(files, { context: 'src' })).toEqual({
    title: 'No stage runs the tests',
    message:
      'src/Dockerfile has no test stage.\nPaste this above line 7 of src/Dockerfile:\n\n' +
      '# Runs the tests: docker build --target test\nFROM build AS test\nWORKDIR /src\n' +
      'RUN dotnet test Shop.Tests/Shop.Tests.csproj\n\n' +
      'To build without tests, set missing-test-stage: skip.',
    place: { file: 'src/Dockerfile', line: 7 },
  })
})

test('says what has to be done before pasting', async () => {
  const Dockerfile = 'FROM sdk\nCOPY . .\nRUN dotnet publish -o /app\nFROM aspnet\nCOPY --from=0 /app .\n'
  expect(await errorOf({ Dockerfile })).toEqual({
    title: 'No stage runs the tests',
    message:
      'Dockerfile has no test stage.\n' +
      'First, give the stage in line 1 a name: FROM sdk AS build (COPY --from=0 goes on working).\n' +
      'Paste this above line 4 of Dockerfile:\n\n' +
      '# Runs the tests: docker build --target test\nFROM build AS test\nWORKDIR /\nRUN dotnet test\n\n' +
      'To build without tests, set missing-test-stage: skip.',
    place: { file: 'Dockerfile', line: 4 },
  })
})

test('says first what the ignore file keeps out of the build', async () => {
  const files = {
    Dockerfile: noTests,
    '.dockerignore': '**/*.Tests\n',
    'Shop.Tests/Shop.Tests.csproj': testProject,
  }
  const { message } = await errorOf(files)
  expect(message).toContain(
    'First, let Shop.Tests/Shop.Tests.csproj into the build, which the ignore file keeps out.\nPaste this',
  )
  expect(message).toContain('RUN dotnet test Shop.Tests/Shop.Tests.csproj\n')
})

test('says so where nothing can be suggested', async () => {
  expect(await errorOf({ Dockerfile: 'FROM aspnet\nCOPY out /app\n' })).toEqual({
    title: 'No stage runs the tests',
    message:
      'Dockerfile has no test stage, and no stage that stage-0 copies from builds .NET code, so none can be suggested. ' +
      'To build without tests, set missing-test-stage: skip.',
    place: { file: 'Dockerfile', line: 1 },
  })
})

test('goes on without tests when that was asked for', async () => {
  const { tests, instrumented } = await plan({ Dockerfile: noTests }, { 'missing-test-stage': 'skip' })
  expect({ tests, testRuns: instrumented.testRuns }).toEqual({ tests: { kind: 'missing' }, testRuns: [] })
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
