import { expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { frameworks, testClass, testProject } from './harness/dotnet-projects.ts'
import { docker, removeLater } from './harness/docker.ts'
import { outcomeOf } from './harness/report.ts'
import { scriptedDockerfile, scriptedWorkspace, threePassed } from './harness/recorded-tests.ts'
import { runAction, type StepResult } from './harness/run-action.ts'
import { makeWorkspace, type Workspace } from './harness/workspace.ts'

const inputs = { baseline: 'off' }

/** The problem of the job itself, which comes after the annotations on files. */
const problemOf = ({ errors }: StepResult) => errors.at(-1)

const { xunit2 } = frameworks
const shop = 'tests/Shop.Tests'

/** One project with tests of each kind, and one without: a row is a run of what is compiled once for all of them. */
async function compiledWorkspace(command: string): Promise<Workspace> {
  return await makeWorkspace({
    'app.txt': 'an app\n',
    'tests/Empty.Tests/Empty.Tests.csproj': testProject(xunit2),
    [`${shop}/Shop.Tests.csproj`]: testProject(xunit2),
    [`${shop}/Prices.cs`]: testClass(xunit2, 'Prices', { Adds: 'passes', Rounds: 'fails' }),
    [`${shop}/Sky.cs`]: testClass(xunit2, 'Sky', { Falls: 'Environment.FailFast("the sky fell");' }),
    Dockerfile: `FROM mcr.microsoft.com/dotnet/sdk:10.0 AS test
WORKDIR /src
COPY tests tests
RUN dotnet build tests/Empty.Tests && dotnet build tests/Shop.Tests
RUN ${command}

FROM scratch AS final
COPY app.txt /app/
`,
  })
}

test('failures that the command hides make the job fail', async () => {
  await using workspace = await compiledWorkspace(
    `dotnet test ${shop} --no-build ${xunit2.filter('Prices')} || true`,
  )
  const result = await runAction({ workspace, inputs })
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({
    'test-result': 'failed',
    'tests-total': '2',
    'tests-passed': '1',
    'tests-failed': '1',
    imageid: '',
  })
  const { title, message } = problemOf(result) ?? {}
  expect(title).toBe('1 of 2 tests failed in stage test')
  expect(message).toContain('~Shop.Tests.Prices || true')
  expect(message).toContain('Shop.Tests.Prices.Rounds')
  expect(message).toMatch(/"\|\| true" in the command hides it/)
})

test.each([
  { allow: 'false', exitCode: 1, annotations: 'errors' as const },
  { allow: 'true', exitCode: 0, annotations: 'warnings' as const },
])('no test in the project: allow-no-tests: $allow', async ({ allow, exitCode, annotations }) => {
  await using workspace = await compiledWorkspace('dotnet test tests/Empty.Tests --no-build')
  const result = await runAction({ workspace, inputs: { ...inputs, 'allow-no-tests': allow } })
  expect(result.exitCode).toBe(exitCode)
  expect(result.outputs).toMatchObject({ 'test-result': 'no-tests', 'tests-total': '0' })
  expect(result[annotations]).toHaveLength(1)
  expect(JSON.stringify(result[annotations])).toMatch(/No test ran in stage test/)
  expect(result.summary).toMatch(/no test ran/i)
})

test('a filter that matches no test is not green', async () => {
  const command = `dotnet test ${shop} --no-build --filter Name=Nobody`
  await using workspace = await compiledWorkspace(command)
  const result = await runAction({ workspace, inputs })
  expect(result.exitCode).toBe(1)
  expect(result.errors).toEqual([
    {
      title: 'No test ran in stage test',
      file: 'Dockerfile',
      line: 5,
      message:
        `Dockerfile:5 RUN ${command}\n` +
        'the test command ended well, but no test ran\nIf that is meant to be, set allow-no-tests: true.',
    },
  ])
  expect(result.outputs['test-result']).toBe('no-tests')
})

test('a run that fails in a script that nobody can read, without a word, is not covered by one that passes', async () => {
  const silent = `dotnet test ${shop} --no-build --settings none.runsettings`
  const passes = `dotnet test ${shop} --no-build ${xunit2.filter('Prices.Adds')}`
  await using workspace = await compiledWorkspace(
    `echo "${silent} > /dev/null 2>&1; ${passes}" > /all.sh; sh /all.sh`,
  )
  const result = await runAction({ workspace, inputs })
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: { 'test-result': 'error', 'tests-passed': '1', imageid: '' },
  })
  expect(problemOf(result)).toMatchObject({ line: 5 })
  expect(problemOf(result)?.message).toContain(
    `\`${silent}\` ended with exit code 1, and left no results of Shop.Tests`,
  )
})

test('a test command that the kernel killed is broken, and the error says that memory ran out', async () => {
  await using workspace = await scriptedWorkspace({ script: 'kill -9 $$' })
  const result = await runAction({ workspace, inputs })
  expect(result).toMatchObject({ exitCode: 1, outputs: { 'test-result': 'error' } })
  expect(problemOf(result)?.message).toContain('Killed (exit code 137, most likely because memory ran out)')
})

test('a test host that crashes is broken, with its last words', async () => {
  await using workspace = await compiledWorkspace(`dotnet test ${shop} --no-build ${xunit2.filter('Sky')}`)
  const result = await runAction({ workspace, inputs })
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({ 'test-result': 'error', imageid: '' })
  expect(problemOf(result)).toMatchObject({
    title: 'The tests of Shop.Tests did not come to their end',
    file: 'Dockerfile',
    line: 5,
  })
  expect(problemOf(result)?.message).toMatch(/crash|abort/i)
  expect(`${problemOf(result)?.message ?? ''}\n${result.summary}\n${result.stdout}`).toContain('the sky fell')
})

test.each([
  { stage: 'a stage', name: ' AS test' },
  { stage: 'a stage without a name', name: '' },
])('tests that only stand in the ENTRYPOINT of $stage are run all the same', async ({ name }) => {
  const dockerfile = scriptedDockerfile
    .replace(' AS test', name)
    .replace('RUN bash /run-tests.sh', 'ENTRYPOINT ["bash", "/run-tests.sh"]')
  await using workspace = await scriptedWorkspace({ dockerfile })
  const result = await runAction({ workspace, inputs })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(result.outputs).toMatchObject({ 'test-result': 'passed', 'tests-total': '3' })
})

test('a test stage in which nothing tests is not green', async () => {
  const dockerfile = scriptedDockerfile.replace('RUN bash /run-tests.sh', 'RUN echo fine')
  await using workspace = await scriptedWorkspace({ dockerfile })
  const result = await runAction({ workspace, inputs })
  expect(result.exitCode).toBe(1)
  expect(result.outputs['test-result']).toBe('no-tests')
  expect(problemOf(result)?.message).toContain('the stage has no RUN that tests')
})

test('tests run every time, unless unchanged ones may come from the cache', async () => {
  // Of its own, so that no earlier run of this test is in the cache.
  await using workspace = await scriptedWorkspace({ script: `echo ${randomUUID()}\necho '${threePassed}'` })
  const run = async (testCache: string) => {
    const { exitCode, outputs, report, summary } = await runAction({
      workspace,
      inputs: { ...inputs, 'test-cache': testCache },
    })
    const step = outcomeOf(report?.steps.test ?? [], 'RUN bash /run-tests.sh')
    const cached = outputs['tests-cached']
    return { exitCode, result: outputs['test-result'], cached, step, summary: summary.split(' · ')[0] }
  }
  const ran = {
    exitCode: 0,
    result: 'passed',
    cached: 'false',
    step: 'done',
    summary: '### ✅ 3 tests passed',
  }
  expect(await run('false')).toEqual(ran)
  expect(await run('false')).toEqual(ran)
  expect(await run('true')).toEqual(ran)
  expect(await run('true')).toEqual({
    exitCode: 0,
    result: 'passed',
    cached: 'true',
    step: 'cached',
    summary: '### ✅ Tests passed before, and nothing changed since',
  })
})

test.each(['in the same file', 'in an image of the team'])(
  'tests that ONBUILD brings %s run every time too, unless they may come from the cache',
  async (where) => {
    const trigger = 'ONBUILD COPY run-tests.sh /\nONBUILD RUN bash /run-tests.sh\n'
    const base = 'mcr.microsoft.com/dotnet/runtime:10.0'
    const image = `onbuild-${randomUUID()}`
    const onbuild = `FROM ${base} AS ${image}\n${trigger}\n`
    const rest = `FROM ${image} AS test\nRUN echo set up\n\nFROM scratch AS final\nCOPY app.txt /app/\n`
    const isOutside = where !== 'in the same file'
    await using workspace = await scriptedWorkspace({
      script: `echo ${randomUUID()}\necho '${threePassed}'`,
      dockerfile: isOutside ? rest : `${onbuild}${rest}`,
      files: { 'base.Dockerfile': onbuild },
    })
    if (isOutside) {
      await docker(
        'build',
        '--quiet',
        '--tag',
        image,
        '--file',
        workspace.path('base.Dockerfile'),
        workspace.folder,
      )
      await removeLater(image)
    }
    const run = async (testCache: string) => {
      const { exitCode, outputs } = await runAction({
        workspace,
        inputs: { ...inputs, 'test-cache': testCache },
      })
      const { 'test-result': result, 'tests-passed': passed, 'tests-cached': cached } = outputs
      return { exitCode, result, passed, cached }
    }
    const ran = { exitCode: 0, result: 'passed', passed: '3', cached: 'false' }
    expect(await run('false')).toEqual(ran)
    expect(await run('false')).toEqual(ran)
    expect(await run('true')).toEqual({ exitCode: 0, result: 'passed', passed: '0', cached: 'true' })
  },
)

test('results are read from the log where the base image has no /tmp', async () => {
  // The shell and what it needs, since all of .NET takes long to copy.
  const base = `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS full
RUN mkdir /shell && cp --dereference --parents /bin/sh /bin/bash $(ldd /bin/sh /bin/bash | grep -o '/[^ :]*' | sort -u) /shell
FROM scratch
COPY --from=full /shell /
`
  const image = `no-tmp-${randomUUID()}`
  const dockerfile = scriptedDockerfile.replace(
    'mcr.microsoft.com/dotnet/runtime:10.0 AS test',
    `${image} AS test`,
  )
  await using workspace = await scriptedWorkspace({ dockerfile, files: { 'base.Dockerfile': base } })
  await docker(
    'build',
    '--quiet',
    '--tag',
    image,
    '--file',
    workspace.path('base.Dockerfile'),
    workspace.folder,
  )
  await removeLater(image)
  const result = await runAction({ workspace, inputs })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.warnings).toEqual([{ message: expect.stringMatching(/no folder \/tmp, .* the log is read/) }])
  expect(result.outputs).toMatchObject({ 'test-result': 'passed', 'tests-total': '3' })
})
