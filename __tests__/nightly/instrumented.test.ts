import { expect, test } from '@jest/globals'
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { frameworks, solution, testClass, testProject } from '../e2e/harness/dotnet-projects.ts'
import { runAction, type StepResult } from '../e2e/harness/run-action.ts'
import { makeWorkspace, testFolder } from '../e2e/harness/workspace.ts'

const sdk = 'mcr.microsoft.com/dotnet/sdk:10.0'
const testing = 'dotnet test tests/Shop.Tests --no-build'
const assembly = 'tests/Shop.Tests/bin/Debug/net10.0/Shop.Tests'

/** Nine lines that build the test project; all cases share these steps. */
const build = `FROM ${sdk} AS build
WORKDIR /src
COPY tests tests
RUN dotnet build tests/Shop.Tests
`
const final = `FROM scratch AS final
COPY app.txt /
`
/** A Dockerfile whose stage `test` has these lines. */
const withTest = (...lines: string[]): string =>
  `${build}\nFROM build AS test\n${lines.join('\n')}\n\n${final}`

const { xunit2, xunit3, xunit3Platform } = frameworks
const passing = testClass(xunit2, 'Passing', { Adds: 'passes', Counts: 'passes', Ships: 'passes' })
const projects = {
  'app.txt': 'an app\n',
  'tests/Shop.Tests/Shop.Tests.csproj': testProject(xunit2),
  'tests/Shop.Tests/Passing.cs': passing,
}
const failing = {
  ...projects,
  'tests/Shop.Tests/Mixed.cs': testClass(xunit2, 'Mixed', { Forgets: 'fails', Ships: 'passes' }),
}
const executables = { ...projects, 'tests/Shop.Tests/Shop.Tests.csproj': testProject(xunit3) }
const onPlatform = {
  ...projects,
  'tests/Shop.Tests/Shop.Tests.csproj': testProject(xunit3Platform),
  'global.json': '{ "test": { "runner": "Microsoft.Testing.Platform" } }\n',
}
const platformBuild = build.replace('COPY tests', 'COPY global.json .\nCOPY tests')
const platformTesting = 'dotnet test --project tests/Shop.Tests --no-build'

const settings =
  '<RunSettings><RunConfiguration><MaxCpuCount>1</MaxCpuCount></RunConfiguration></RunSettings>\n'

interface Case {
  name: string
  dockerfile: string
  files?: Record<string, string>
  inputs?: Record<string, string>
  /** Where the results come from, and how many tests passed; files and 3 by default. */
  source?: 'files' | 'log'
  passed?: number
  /** The team's own line of the RUN, as the log has to show it. */
  shown?: string
}

const cases: Case[] = [
  {
    name: 'a here-document',
    dockerfile: withTest('RUN <<EOF', 'set -e', 'echo begin', testing, 'echo end', 'EOF'),
    shown: '<<EOF',
  },
  {
    name: 'the exec form',
    dockerfile: withTest(`RUN ["dotnet", "test", "tests/Shop.Tests", "--no-build"]`),
    shown: 'RUN ["dotnet", "test", "tests/Shop.Tests", "--no-build"]',
  },
  {
    name: 'another SHELL',
    dockerfile: withTest('SHELL ["/bin/bash", "-eo", "pipefail", "-c"]', `RUN ${testing} | cat`),
  },
  {
    name: 'keywords in lower case',
    dockerfile: `${build}\nfrom build as test\nrun ${testing}\n\n${final}`,
  },
  {
    name: 'CRLF and a byte order mark',
    dockerfile: `\uFEFF${withTest(`RUN ${testing}`).replaceAll('\n', '\r\n')}`,
  },
  {
    name: 'the backtick as escape character',
    dockerfile: `# escape=\`\n${withTest('RUN dotnet test `', '  tests/Shop.Tests `', '  --no-build')}`,
  },
  {
    name: 'a variable in FROM',
    dockerfile: `ARG SDK=${sdk}\n${withTest(`RUN ${testing}`).replace(sdk, '${SDK}')}`,
  },
  {
    name: 'a variable in FROM that only a build argument sets',
    dockerfile: `ARG REPOSITORY\n${withTest(`RUN ${testing}`).replace('mcr.microsoft.com/dotnet', '$REPOSITORY')}`,
    inputs: { 'build-args': 'REPOSITORY=mcr.microsoft.com/dotnet' },
  },
  {
    name: 'a platform in FROM',
    dockerfile: withTest(`RUN ${testing}`).replace('FROM mcr', 'FROM --platform=$BUILDPLATFORM mcr'),
  },
  {
    name: 'a command below its RUN, with a comment between',
    dockerfile: withTest('RUN \\', '# unit tests', `\tdotnet test \\`, '', '    tests/Shop.Tests --no-build'),
  },
  {
    name: 'a tab before and behind RUN',
    dockerfile: withTest(`\tRUN\t${testing}`),
  },
  {
    name: 'a stage that the test stage begins from',
    dockerfile: `${build}\nFROM build AS tested\nRUN ${testing}\n\nFROM tested AS test\n\n${final}`,
  },
  {
    name: 'a stage that is named as its image',
    dockerfile: withTest(`RUN ${testing}`).replace(`${sdk} AS build`, `${sdk} AS sdk\nFROM sdk AS build`),
  },
  {
    name: 'a user by name',
    dockerfile: withTest('RUN useradd --create-home tester', 'USER tester', `RUN ${testing}`),
  },
  {
    name: 'a user by number',
    dockerfile: withTest('ENV HOME=/tmp', 'USER 1654:1654', `RUN ${testing}`),
  },
  {
    name: 'a RUN with mounts and without a network',
    dockerfile: withTest(
      `RUN --mount=type=cache,target=/var/tmp/x --network=none --mount=type=tmpfs,target=/y ${testing}`,
    ),
    shown: `RUN --mount=type=cache,target=/var/tmp/x --network=none --mount=type=tmpfs,target=/y ${testing}`,
  },
  {
    name: 'a logger of the team’s own',
    dockerfile: withTest(`RUN ${testing} --logger trx`),
  },
  {
    name: 'a logger of the team’s own for the console',
    dockerfile: withTest(`RUN ${testing} --logger "console;verbosity=normal"`),
  },
  {
    name: 'a logger of the team’s own whose file the image takes',
    dockerfile: `${withTest(`RUN ${testing} --logger "trx;LogFileName=x.trx" --results-directory /results`)}COPY --from=test /results/x.trx /\n`,
  },
  {
    name: 'a logger of the team’s own whose folder is copied as a whole',
    dockerfile: `${withTest(`RUN ${testing} --logger "trx;LogFileName=x.trx"`)}COPY --from=test /src /src\nCOPY --from=test /src/tests/Shop.Tests/TestResults/x.trx /\n`,
  },
  {
    name: 'a folder of the team’s own for results',
    dockerfile: withTest(`RUN ${testing} --results-directory /results`),
  },
  {
    name: 'a logger for the console with a folder of the team’s own',
    dockerfile: withTest(`RUN ${testing} --logger "console;verbosity=normal" --results-directory /results`),
  },
  {
    name: 'a settings file of the team’s own',
    files: { ...projects, 'tests/ci.runsettings': settings },
    dockerfile: withTest(`RUN ${testing} --settings tests/ci.runsettings`),
  },
  {
    name: 'a settings file in the project',
    files: {
      ...projects,
      'tests/ci.runsettings': settings,
      'tests/Shop.Tests/Shop.Tests.csproj': testProject(
        xunit2,
        '\n    <RunSettingsFilePath>$(MSBuildThisFileDirectory)../ci.runsettings</RunSettingsFilePath>',
      ),
    },
    dockerfile: withTest(`RUN ${testing}`),
  },
  {
    name: 'a logger and a settings file of the team’s own, in a solution',
    files: {
      ...projects,
      'tests/ci.runsettings': settings,
      'tests/Cart.Tests/Cart.Tests.csproj': testProject(xunit2),
      'tests/Cart.Tests/Cart.cs': testClass(xunit2, 'Cart', { Fills: 'passes' }),
      'tests/All.slnx': solution(['Shop.Tests/Shop.Tests.csproj', 'Cart.Tests/Cart.Tests.csproj']),
    },
    dockerfile: withTest(
      'RUN dotnet test tests/All.slnx --logger "console;verbosity=normal" --settings tests/ci.runsettings',
    ),
    passed: 4,
    // Two projects write at the same time, so that another line can come between "Passed" and the name.
    shown: 'Shop.Tests.Cart.Fills',
  },
  {
    name: 'a logger that says little, in a solution, and a command with a TRX logger beside it',
    files: {
      ...projects,
      'tests/Cart.Tests/Cart.Tests.csproj': testProject(xunit2),
      'tests/Cart.Tests/Cart.cs': testClass(xunit2, 'Cart', { Fills: 'passes' }),
      'tests/All.slnx': solution(['Shop.Tests/Shop.Tests.csproj', 'Cart.Tests/Cart.Tests.csproj']),
    },
    dockerfile: withTest(
      'RUN dotnet test tests/All.slnx --logger "console;verbosity=quiet"',
      'RUN dotnet test tests/Cart.Tests > /tmp/cart.log; dotnet test tests/Cart.Tests --no-build --logger trx > /tmp/again.log',
    ),
    passed: 6,
    shown: 'tests/All.slnx',
  },
  {
    name: 'a logger and a settings file in a stage with a user',
    files: { ...projects, 'tests/ci.runsettings': settings },
    dockerfile: withTest(
      'USER 1654:1654',
      'ENV HOME=/tmp',
      `RUN ${testing} --logger console --settings tests/ci.runsettings --results-directory /tmp/results`,
    ),
  },
  {
    name: 'a logger in ENV',
    dockerfile: withTest('ENV VSTestLogger=trx', `RUN ${testing}`),
  },
  {
    name: 'an ignore file of its own',
    files: {
      ...projects,
      'ci.Dockerfile': withTest(`RUN test ! -e tests/notes.txt && ${testing}`),
      'ci.Dockerfile.dockerignore': '**/notes.txt\n',
      'tests/notes.txt': 'not for the build\n',
    },
    inputs: { file: 'ci.Dockerfile' },
    dockerfile: 'FROM scratch\n',
  },
  {
    name: 'a script that tests',
    files: { ...projects, 'run-tests.sh': `#!/bin/sh\nset -e\n${testing}\n` },
    dockerfile: withTest('COPY --chmod=755 run-tests.sh ./', 'RUN ./run-tests.sh'),
  },
  {
    name: 'an ENTRYPOINT that tests',
    dockerfile: withTest('ENTRYPOINT ["dotnet", "test"]', 'CMD ["tests/Shop.Tests", "--no-build"]'),
    shown: 'RUN ["dotnet","test","tests/Shop.Tests","--no-build"]',
  },
  {
    name: 'a CMD that tests in the shell form',
    dockerfile: withTest(`CMD ${testing}`),
  },
  {
    name: 'several stages that test',
    dockerfile: `${build}\nFROM build AS unit\nRUN ${testing}\n\nFROM build AS slow\nRUN ${testing} --nologo\n\n${final}`,
    inputs: { 'test-target': 'unit\nslow' },
    passed: 6,
  },
  {
    name: 'stages that test and begin from one that does',
    dockerfile: `${build}\nFROM build AS base\nRUN ${testing}\n\nFROM base AS unit\n\nFROM base AS slow\n\n${final}`,
    inputs: { 'test-target': 'unit\nslow' },
  },
  {
    name: 'an assembly',
    dockerfile: withTest(`RUN dotnet test ${assembly}.dll`),
    source: 'log',
  },
  {
    name: 'dotnet vstest',
    dockerfile: withTest(`RUN dotnet vstest ${assembly}.dll`),
    source: 'log',
  },
  {
    name: 'ONBUILD in the same file',
    dockerfile: `${build}\nFROM build AS onbuild\nONBUILD RUN ${testing} && true ${Date.now()}\n\nFROM onbuild AS test\n\n${final}`,
    source: 'log',
  },
  {
    name: 'dotnet run',
    files: executables,
    dockerfile: withTest('RUN dotnet run --no-build --project tests/Shop.Tests'),
    source: 'log',
  },
  {
    name: 'a call of the test executable',
    files: executables,
    dockerfile: withTest(`RUN ./${assembly}`),
    source: 'log',
  },
  {
    name: 'dotnet run on Microsoft.Testing.Platform',
    files: {
      ...projects,
      'tests/Shop.Tests/Shop.Tests.csproj': testProject(
        xunit3Platform,
        '\n    <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>',
      ),
    },
    dockerfile: withTest('RUN dotnet run --no-build --project tests/Shop.Tests'),
  },
  {
    name: 'a report of the team’s own on Microsoft.Testing.Platform',
    files: onPlatform,
    dockerfile: withTest(`RUN ${platformTesting} --report-xunit-trx`).replace(build, platformBuild),
  },
  {
    name: 'a report on Microsoft.Testing.Platform whose file the image takes',
    files: onPlatform,
    dockerfile: `${withTest(
      `RUN ${platformTesting} --report-xunit-trx --report-xunit-trx-filename x.trx --results-directory /results`,
    ).replace(build, platformBuild)}COPY --from=test /results/x.trx /\n`,
  },
]

/** Runs the step for a Dockerfile of its own. */
async function runCase(
  { dockerfile, files = projects, inputs = {} }: Pick<Case, 'dockerfile' | 'files' | 'inputs'>,
  env: Record<string, string> = {},
): Promise<StepResult> {
  await using workspace = await makeWorkspace({ Dockerfile: dockerfile, ...files })
  return await runAction({ workspace, env, inputs: { cache: 'off', baseline: 'off', ...inputs } })
}

/** What nobody but us may see: our mounts, in what people read. */
function expectOwnWordsOnly({ stdout, summary, report }: StepResult): void {
  for (const text of [stdout, summary, JSON.stringify(report)]) {
    expect(text).not.toMatch(/--mount=type=\S*dotnet-container/)
    expect(text).not.toContain('id=dotnet-container')
  }
}

test.concurrent.each(cases)(
  'counts the tests once with $name',
  async ({ source = 'files', passed = 3, shown = '', ...one }) => {
    const result = await runCase(one)
    expect({ errors: result.errors, warnings: result.warnings }).toEqual({ errors: [], warnings: [] })
    expect(result.exitCode).toBe(0)
    const { result: reported, counts, source: from } = result.report?.tests ?? {}
    expect({ result: reported, counts, source: from }).toEqual({
      result: 'passed',
      counts: { total: passed, passed, failed: 0, skipped: 0 },
      source,
    })
    expect(result.stdout).toContain(shown)
    expectOwnWordsOnly(result)
  },
)

test.concurrent('tests in the middle of a stage that the image copies from run once', async () => {
  const result = await runCase({
    dockerfile: `${build}RUN ${testing}\nRUN cp ${assembly}.dll /app.dll\n\nFROM scratch AS final\nCOPY --from=build /app.dll /\n`,
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.report?.tests?.counts).toEqual({ total: 3, passed: 3, failed: 0, skipped: 0 })
  expect(result.stdout.match(/Test run for /g)).toHaveLength(1)
  const ran = result.report?.steps.image.filter(({ name }) => name === `RUN ${testing}`)
  expect(ran).toMatchObject([{ outcome: 'cached' }])
  expectOwnWordsOnly(result)
})

test.concurrent.each([
  { words: '|| true', command: `${testing} || true` },
  { words: '; exit 0', command: `${testing}; exit 0` },
])('a failed test behind "$words" fails the job, and the error quotes it', async ({ words, command }) => {
  const result = await runCase({ dockerfile: withTest(`RUN ${command}`), files: failing })
  expect(result.exitCode).toBe(1)
  expect(result.outputs['test-result']).toBe('failed')
  const [problem] = result.errors.filter(({ file }) => file === 'Dockerfile')
  expect(problem).toMatchObject({ line: 7, title: '1 of 5 tests failed in stage test' })
  expect(problem?.message).toContain(`"${words}" in the command hides it from the build`)
  expect(problem?.message).toContain(`RUN ${command}`)
  expectOwnWordsOnly(result)
})

const withBroken = {
  ...projects,
  'tests/Cart.Tests/Cart.Tests.csproj': testProject(xunit2),
  'tests/Cart.Tests/Cart.cs': 'public class Cart\n{\n    int total = "none";\n}\n',
}
const bothProjects = 'dotnet test tests/Cart.Tests\ndotnet test tests/Shop.Tests --no-build\n'

test.concurrent.each([
  {
    name: 'a command behind it',
    files: withBroken,
    lines: [`RUN dotnet test tests/Cart.Tests; ${testing}`],
    words: `"; ${testing}" in the command hides it from the build`,
  },
  {
    name: 'a script',
    files: { ...withBroken, 'run-tests.sh': `#!/bin/sh\n${bothProjects}` },
    lines: ['COPY --chmod=755 run-tests.sh ./', 'RUN ./run-tests.sh'],
    words: '"dotnet test tests/Shop.Tests --no-build" in the command hides it from the build',
  },
])('a project that does not compile is not hidden by $name', async ({ files, lines, words }) => {
  const result = await runCase({ dockerfile: withTest(...lines), files })
  expect(result.exitCode).toBe(1)
  expect(result.outputs).toMatchObject({ 'test-result': 'error', 'tests-passed': '3', imageid: '' })
  const problem = result.errors.find(({ file }) => file === 'Dockerfile')
  expect(problem?.title).toBe('The code did not compile: 1 error')
  const [, compiler = '', ...rest] = problem?.message.split('\n') ?? []
  expect(compiler).toMatch(/^tests\/Cart\.Tests\/Cart\.cs:3: CS0029 .*string.*int/)
  expect(rest).toEqual([words])
  expect(result.errors).toContainEqual(
    expect.objectContaining({ file: 'tests/Cart.Tests/Cart.cs', line: 3, title: 'CS0029' }),
  )
  expect(result.summary).toContain('The code did not compile: 1 error')
})

test.concurrent(
  'a compile error that an earlier RUN hides is red, although what was built before passes',
  async () => {
    const breaking = "echo 'class {' >> tests/Shop.Tests/Passing.cs"
    const result = await runCase({
      dockerfile: withTest(`RUN ${breaking} && dotnet build tests/Shop.Tests || true`, `RUN ${testing}`),
    })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ 'test-result': 'error', 'tests-passed': '3', imageid: '' })
    const problem = result.errors.find(({ file }) => file === 'Dockerfile')
    expect(problem?.title).toMatch(/^The code did not compile: \d errors?$/)
    expect(problem?.message).toMatch(
      /^Dockerfile:\d+ RUN echo 'class .*: CS\d+ .*\nan earlier step hides it from the build$/s,
    )
  },
)

test.concurrent('a project that compiled at the second try is no trouble', async () => {
  const unlucky = 'dotnet build tests/Shop.Tests --no-restore -p:DefineConstants=UNLUCKY'
  const result = await runCase({
    dockerfile: withTest(`RUN ${unlucky} || dotnet test tests/Shop.Tests`),
    files: {
      ...projects,
      'tests/Shop.Tests/Luck.cs': '#if UNLUCKY\n#error Not this time.\n#endif\n',
    },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  expect(result.stdout).toContain('error CS1029')
  expect(result.outputs).toMatchObject({ 'test-result': 'passed', 'tests-passed': '3' })
})

test.concurrent('a generated test stage has the secrets of the restore step', async () => {
  const dockerfile = `FROM ${sdk} AS build
WORKDIR /src
COPY tests tests
RUN --mount=type=secret,id=feed dotnet restore tests/Shop.Tests
RUN dotnet build tests/Shop.Tests --no-restore

FROM scratch AS final
COPY --from=build /src/${assembly}.dll /
`
  const needsFeed = `<Project>
  <Target Name="NeedFeed" BeforeTargets="VSTest">
    <Error Condition="!Exists('/run/secrets/feed')" Text="There is no token for the feed." />
  </Target>
</Project>
`
  const result = await runCase({
    dockerfile,
    files: { ...projects, 'tests/Directory.Build.targets': needsFeed },
    inputs: { 'missing-test-stage': 'generate', secrets: 'feed=open-sesame' },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.report?.tests).toMatchObject({
    result: 'passed',
    counts: { total: 3, passed: 3, failed: 0, skipped: 0 },
    source: 'files',
  })
  expect(result.stdout.replace('::add-mask::open-sesame', '')).not.toContain('open-sesame')
  expectOwnWordsOnly(result)
})

test.concurrent(
  'with a frontend that knows no secrets in variables the log is read, and the report says so',
  async () => {
    const folder = await mkdtemp(join(testFolder(), 'old-frontend-'))
    // Answers as a frontend before 1.10 does (parseMount in BuildKit's instructions package); all else is the real docker.
    const stub = `#!/bin/bash
real=$(PATH=\${PATH#*:} command -v docker)
while read -r file; do
  if [ -f "$file" ] && grep -q ',env=' "$file"; then
    echo 'Dockerfile:7' >&2
    echo "ERROR: failed to build: failed to solve: dockerfile parse error on line 7: unexpected key 'env' in 'env=VSTestLogger'" >&2
    exit 1
  fi
done < <(printf '%s\\n' "$@" | grep -A1 -x -e --file | tail -1)
exec "$real" "$@"
`
    await mkdir(join(folder, 'bin'))
    await writeFile(join(folder, 'bin', 'docker'), stub)
    await chmod(join(folder, 'bin', 'docker'), 0o755)
    const result = await runCase(
      { dockerfile: withTest(`RUN ${testing}`) },
      { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
    )
    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    expect(result.report?.tests).toMatchObject({
      result: 'passed',
      counts: { total: 3, passed: 3, failed: 0, skipped: 0 },
      source: 'log',
    })
    expect(result.warnings).toEqual([{ message: expect.stringContaining('so the log is read') }])
    expectOwnWordsOnly(result)
  },
)
