import { afterAll, describe, expect, test } from '@jest/globals'
import {
  frameworks,
  linesWith,
  skipReason,
  solution,
  testClass,
  testProject,
  type Framework,
} from '../e2e/harness/dotnet-projects.ts'
import { docker } from '../e2e/harness/docker.ts'
import { runAction, type StepResult } from '../e2e/harness/run-action.ts'
import { makeWorkspace, type Workspace } from '../e2e/harness/workspace.ts'

/** All cases are classes of one assembly that is built once; a build argument chooses what `dotnet test` runs. */
const dockerfile = `FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet build Shop.slnx

FROM build AS test
ARG ARGUMENTS
RUN dotnet test $ARGUMENTS

FROM scratch AS final
COPY app.txt /
`
const testLine = 8
const testPlace = { file: 'Dockerfile', line: testLine }

const noTests = { total: 0, passed: 0, failed: 0, skipped: 0 }
const endless = 'System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);'
const mixedFile = 'tests/Shop.Tests/Mixed.cs'

function mixedClass(framework: Framework): string {
  return testClass(framework, 'Mixed', {
    Adds: 'passes',
    Loses_a_cent: 'fails',
    Counts: 'passes',
    Forgets_a_line: 'fails',
    Moves: 'skipped',
    Prices: 'passes',
    Rounds_twice: 'fails',
    Ships: 'passes',
  })
}

/** A solution of two projects that test and one without a test; beside it two that can't be built. */
function filesFor(framework: Framework): Record<string, string> {
  const project = testProject(framework)
  const passing = testClass(framework, 'Passing', { Adds: 'passes', Counts: 'passes', Ships: 'passes' })
  return {
    Dockerfile: dockerfile,
    'app.txt': 'an app\n',
    'Shop.slnx': solution([
      'tests/Shop.Tests/Shop.Tests.csproj',
      'tests/More.Tests/More.Tests.csproj',
      'tests/Empty.Tests/Empty.Tests.csproj',
    ]),
    ...(framework.platform === 'vstest'
      ? {}
      : { 'global.json': '{ "test": { "runner": "Microsoft.Testing.Platform" } }\n' }),
    'tests/Shop.Tests/Shop.Tests.csproj': project,
    'tests/Shop.Tests/Passing.cs': passing,
    [mixedFile]: mixedClass(framework),
    'tests/Shop.Tests/Skipping.cs': testClass(framework, 'Skipping', { Moves: 'skipped', Sails: 'skipped' }),
    'tests/Shop.Tests/Crashing.cs': testClass(framework, 'Crashing', {
      Adds: 'passes',
      Burns: 'System.Environment.FailFast("the warehouse is on fire");',
    }),
    'tests/Shop.Tests/Hanging.cs': testClass(framework, 'Hanging', { Adds: 'passes', Waits: endless }),
    'tests/Shop.Tests/Unprepared.cs': testClass(
      framework,
      'Unprepared',
      { Adds: 'passes', Counts: 'passes' },
      'throw new System.InvalidOperationException("the shelf is empty");',
    ),
    'tests/More.Tests/More.Tests.csproj': project,
    'tests/More.Tests/Passing.cs': passing,
    'tests/Empty.Tests/Empty.Tests.csproj': project,
    'tests/Mistaken.Tests/Mistaken.Tests.csproj': project,
    'tests/Mistaken.Tests/Mistaken.cs': testClass(framework, 'Mistaken', {
      Adds: 'passes',
      Types: 'int a = "b";',
    }),
    'tests/Lost.Tests/Lost.Tests.csproj': testProject({
      packages: [...framework.packages, ['Shop.Nowhere.Found', '1.2.3']],
    }),
  }
}

const workspaces = new Map<Framework, Promise<Workspace>>()

/** The workspace of a framework, its solution already built, so that every case is about its tests alone. */
function workspaceOf(framework: Framework): Promise<Workspace> {
  const known = workspaces.get(framework)
  if (known !== undefined) return known
  const made = makeWorkspace(filesFor(framework)).then(async (workspace) => {
    await docker('buildx', 'build', '--quiet', '--output=type=cacheonly', '--target=build', workspace.folder)
    return workspace
  })
  workspaces.set(framework, made)
  return made
}

afterAll(async () => {
  for (const workspace of workspaces.values()) await (await workspace)[Symbol.asyncDispose]()
})

/** Runs the step for a project (or the solution), by class or whole. */
async function runTests(
  framework: Framework,
  { project = 'tests/Shop.Tests', only, build = false }: { project?: string; only?: string; build?: boolean },
  inputs: Record<string, string> = {},
): Promise<StepResult> {
  const option = project.endsWith('.slnx') ? '--solution ' : '--project '
  const words = [
    `${framework.platform === 'vstest' ? '' : option}${project}`,
    ...(build ? [] : ['--no-build']),
    ...(only === undefined ? [] : [framework.filter(only)]),
  ]
  return await runAction({
    workspace: await workspaceOf(framework),
    inputs: {
      cache: 'off',
      baseline: 'off',
      'build-args': `ARGUMENTS=${words.join(' ')}`,
      ...inputs,
    },
  })
}

/** What the step says of the tests, without where the words come from. */
function told({ exitCode, outputs, report }: StepResult): Record<string, unknown> {
  const { result, counts, source } = report?.tests ?? {}
  return { exitCode, result: outputs['test-result'], reported: result, counts, source }
}

const byName = Object.values(frameworks) as Framework[]

describe.each(byName)('$name', (framework) => {
  const isPlatform = framework.platform === 'testing-platform'

  test.concurrent('tests that pass let the job go on', async () => {
    const result = await runTests(framework, { only: 'Passing' })
    expect(told(result)).toEqual({
      exitCode: 0,
      result: 'passed',
      reported: 'passed',
      counts: { total: 3, passed: 3, failed: 0, skipped: 0 },
      source: 'files',
    })
    expect(result.errors).toEqual([])
    expect(result.report?.tests?.runs).toMatchObject([{ source: 'trx', project: 'Shop.Tests' }])
  })

  test.concurrent('failed tests are named, at their line of the checkout', async () => {
    const result = await runTests(framework, { only: 'Mixed' })
    expect(told(result)).toEqual({
      exitCode: 1,
      result: 'failed',
      reported: 'failed',
      counts: { total: 8, passed: 4, failed: 3, skipped: 1 },
      source: 'files',
    })
    const names = ['Forgets_a_line', 'Loses_a_cent', 'Rounds_twice'].map((name) => `Shop.Tests.Mixed.${name}`)
    const failed = result.report?.tests?.failures ?? []
    expect(failed.map(({ name }) => name).sort()).toEqual(names)
    const source = mixedClass(framework)
    const places = names.map((name) => ({
      file: mixedFile,
      line: linesWith(source, `/* ${name.replace(/^.*\./, '')} */`)[0],
    }))
    const annotations = result.errors.filter(({ file }) => file === mixedFile)
    expect(annotations.map(({ file, line }) => ({ file, line })).sort(byLine)).toEqual(places.sort(byLine))
    expect(result.errors.filter(({ file }) => file !== mixedFile)).toMatchObject([
      { ...testPlace, title: '3 of 8 tests failed in stage test' },
    ])
    const skipped = result.report?.tests?.runs.flatMap(({ results }) =>
      results.filter(({ outcome }) => outcome === 'skipped'),
    )
    expect(skipped).toMatchObject([{ name: 'Shop.Tests.Mixed.Moves', message: skipReason }])
  })

  test.concurrent('tests that are all skipped are not a pass', async () => {
    const result = await runTests(framework, { only: 'Skipping' })
    expect(told(result)).toMatchObject({
      exitCode: 1,
      result: 'no-tests',
      counts: { total: 2, passed: 0, failed: 0, skipped: 2 },
    })
    expect(result.errors).toMatchObject([{ ...testPlace, title: 'No test ran in stage test' }])
    expect(result.errors[0]?.message).toContain('all 2 tests were skipped')
  })

  test.concurrent('a project without a test is not a pass', async () => {
    const result = await runTests(framework, { project: 'tests/Empty.Tests' })
    expect(told(result)).toMatchObject({ exitCode: 1, result: 'no-tests', counts: noTests })
    expect(result.errors).toMatchObject([{ ...testPlace, title: 'No test ran in stage test' }])
  })

  test.concurrent('a filter that matches no test is not a pass', async () => {
    const result = await runTests(framework, { only: 'Nothing' })
    expect(told(result)).toMatchObject({ exitCode: 1, result: 'no-tests', counts: noTests })
    expect(result.errors).toMatchObject([{ ...testPlace, title: 'No test ran in stage test' }])
  })

  test.concurrent('a crash is told in its own words', async () => {
    const result = await runTests(framework, { only: 'Crashing' })
    expect(told(result)).toMatchObject({ exitCode: 1, result: 'error' })
    expect(result.errors).toMatchObject([
      { ...testPlace, title: 'The tests of Shop.Tests did not come to their end' },
    ])
    // The adapter of xunit 3 keeps what its test process said to itself.
    const words =
      framework === frameworks.xunit3 ? 'Test process crashed with exit code 134' : 'the warehouse is on fire'
    expect(result.errors[0]?.message).toContain(words)
  })

  test.concurrent('a fixture that fails takes its tests with it', async () => {
    const result = await runTests(framework, { only: 'Unprepared' })
    expect(told(result)).toMatchObject({
      exitCode: 1,
      result: 'failed',
      counts: { total: 2, passed: 0, failed: 2, skipped: 0 },
      source: 'files',
    })
    const messages = result.report?.tests?.failures.map(({ message }) => message)
    expect(messages).toEqual([
      expect.stringContaining('the shelf is empty'),
      expect.stringContaining('the shelf is empty'),
    ])
  })

  test.concurrent('a compile error stands at its line of the checkout', async () => {
    const result = await runTests(framework, { project: 'tests/Mistaken.Tests', build: true })
    expect(told(result)).toMatchObject({ exitCode: 1, result: 'error', counts: noTests })
    const file = 'tests/Mistaken.Tests/Mistaken.cs'
    const workspace = await workspaceOf(framework)
    const [line] = linesWith(await workspace.read(file), 'int a = "b";')
    expect(result.errors.filter((error) => error.file === file)).toMatchObject([{ line }])
    const [problem] = result.errors.filter((error) => error.file !== file)
    expect(problem).toMatchObject(testPlace)
    expect(problem?.message).toContain(`${file}:${line}: CS0029`)
  })

  test.concurrent('a package that nobody has is named', async () => {
    const result = await runTests(framework, { project: 'tests/Lost.Tests', build: true })
    expect(told(result)).toMatchObject({ exitCode: 1, result: 'error', counts: noTests })
    const message = result.errors.map((error) => error.message).join('\n')
    expect(message).toMatch(/NU1101 .*Shop\.Nowhere\.Found/)
  })

  test.concurrent('two projects are told apart', async () => {
    const result = await runTests(framework, { project: 'Shop.slnx', only: 'Passing' })
    // Microsoft.Testing.Platform fails where one of the assemblies has no test for the filter.
    expect(told(result)).toMatchObject({
      exitCode: isPlatform ? 1 : 0,
      counts: { total: 6, passed: 6, failed: 0, skipped: 0 },
      source: 'files',
    })
    const runs = result.report?.tests?.runs.filter(({ counts }) => counts.total > 0)
    expect(runs?.map(({ project, counts }) => [project, counts.passed]).sort()).toEqual([
      ['More.Tests', 3],
      ['Shop.Tests', 3],
    ])
  })

  test.concurrent('a test that hangs is named, or the whole is stopped where nothing can tell', async () => {
    const result = await runTests(
      framework,
      { only: 'Hanging' },
      // Half of it is left for compiling and starting, which a busy machine may need.
      { 'test-timeout': isPlatform ? '0.3' : '2' },
    )
    expect(told(result)).toMatchObject({ exitCode: 1, result: 'error' })
    const title = `The tests of ${isPlatform ? 'stage test' : 'Shop.Tests'} did not come to their end`
    expect(result.errors).toMatchObject([{ ...testPlace, title }])
    expect(result.errors[0]?.message).toContain(isPlatform ? 'did not end in time' : 'Hanging.Waits')
  })
})

const byLine = (a: { line?: number | undefined }, b: { line?: number | undefined }): number =>
  (a.line ?? 0) - (b.line ?? 0)
