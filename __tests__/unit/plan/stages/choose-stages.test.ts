import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { chooseStages } from '../../../../src/plan/stages/choose-stages.ts'
import { parseDockerfile, stageLabel } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import type { UserError } from '../../../../src/shared/errors.ts'

const example = (name: string) =>
  readFileSync(new URL(`../../../../examples/${name}/Dockerfile`, import.meta.url), 'utf8')

/** The choice by the labels of its stages. */
function choose(text: string, wishes: Partial<Parameters<typeof chooseStages>[1]>) {
  const dockerfile = parseDockerfile(text, 'src/Dockerfile', [])
  const { final, tests, testsOnly } = chooseStages(dockerfile, {
    testTargets: [],
    target: undefined,
    ...wishes,
  })
  const labels = tests.kind === 'stages' ? tests.stages : tests.kind === 'unrelated' ? [tests.testStage] : []
  return {
    final: stageLabel(final),
    kind: tests.kind,
    tests: labels.map((stage) => stage && stageLabel(stage)),
    ...(testsOnly ? { testsOnly } : {}),
  }
}

const visualStudio = example('visual-studio')
const twoTests =
  'FROM sdk AS build\nFROM build AS unit-test\nRUN dotnet test Unit\nFROM build AS integration\nENTRYPOINT ["dotnet", "test"]\n' +
  'FROM build AS publish\nRUN dotnet publish\nFROM aspnet AS final\nCOPY --from=publish /app .\n'

test.each<{
  name: string
  text: string
  wishes?: Partial<Parameters<typeof chooseStages>[1]>
  chosen: ReturnType<typeof choose>
}>([
  {
    name: 'the example of two stages has none that tests',
    text: example('two-stage'),
    chosen: { final: 'final', kind: 'missing', tests: [] },
  },
  {
    name: 'the example from Visual Studio',
    text: visualStudio,
    chosen: { final: 'final', kind: 'stages', tests: ['test'] },
  },
  {
    name: 'the example with an unnamed last stage',
    text: example('unnamed-final'),
    chosen: { final: 'stage-1', kind: 'missing', tests: [] },
  },
  {
    name: 'the example of several projects',
    text: example('several-projects'),
    chosen: { final: 'final', kind: 'stages', tests: ['test'] },
  },
  {
    name: 'a stage named test in other case, whatever it does',
    text: 'FROM sdk AS build\nFROM build AS TEST\nRUN ./build.sh\nFROM aspnet\n',
    chosen: { final: 'stage-2', kind: 'stages', tests: ['TEST'] },
  },
  {
    name: 'a stage named test that begins from one whose ONBUILD tests',
    text: 'FROM sdk AS build\nONBUILD RUN dotnet test\nFROM build AS test\nFROM aspnet\n',
    chosen: { final: 'stage-2', kind: 'stages', tests: ['test'] },
  },
  {
    name: 'a test stage of another name',
    text: 'FROM sdk AS build\nFROM build AS testrunner\nRUN dotnet test\nFROM aspnet\n',
    chosen: { final: 'stage-2', kind: 'stages', tests: ['testrunner'] },
  },
  {
    name: 'a stage for development, whose tests wait for changes and never end',
    text: 'FROM sdk AS build\nFROM build AS dev\nCMD ["dotnet", "watch", "test", "--project", "A"]\nFROM aspnet AS final\nCOPY --from=build /app .\n',
    chosen: { final: 'final', kind: 'missing', tests: [] },
  },
  {
    name: 'tests in an ENTRYPOINT, as in Microsoft’s own sample',
    text: 'FROM sdk AS build\nFROM build AS checks\nENTRYPOINT ["dotnet", "test", "--logger:trx"]\nFROM aspnet AS final\n',
    chosen: { final: 'final', kind: 'stages', tests: ['checks'] },
  },
  {
    name: 'tests in the middle of the build stage',
    text: 'FROM sdk AS build\nRUN dotnet test\nRUN dotnet publish -o /app\nFROM aspnet\nCOPY --from=build /app .\n',
    chosen: { final: 'stage-1', kind: 'stages', tests: ['build'] },
  },
  {
    name: 'tests in a stage without a name',
    text: 'FROM sdk\nRUN dotnet test\nFROM aspnet\nCOPY --from=0 /app .\n',
    chosen: { final: 'stage-1', kind: 'stages', tests: ['stage-0'] },
  },
  {
    name: 'a script that tests',
    text: 'FROM sdk AS build\nFROM build AS verify\nRUN ./run-tests.sh\nFROM aspnet\n',
    chosen: { final: 'stage-2', kind: 'stages', tests: ['verify'] },
  },
  {
    name: 'a stage named test beside others that test',
    text: 'FROM sdk AS build\nRUN dotnet test Fast\nFROM build AS test\nRUN dotnet test Slow\nFROM aspnet\n',
    chosen: { final: 'stage-2', kind: 'stages', tests: ['test'] },
  },
  {
    name: 'a final stage that is not the last one',
    text: 'FROM sdk AS build\nFROM aspnet AS Final\nFROM build AS test\nRUN dotnet test\n',
    chosen: { final: 'Final', kind: 'stages', tests: ['test'] },
  },
  {
    name: 'a program with a test in its name',
    text: 'FROM sdk AS build\nRUN dotnet publish\nFROM aspnet\nENTRYPOINT ["dotnet", "TechTest.Api.dll"]\n',
    chosen: { final: 'stage-1', kind: 'missing', tests: [] },
  },
  {
    name: 'several test stages that were asked for, in the order asked',
    text: twoTests,
    wishes: { testTargets: ['INTEGRATION', 'unit-test'] },
    chosen: { final: 'final', kind: 'stages', tests: ['integration', 'unit-test'] },
  },
  {
    name: 'a test stage by its number',
    text: 'FROM sdk\nRUN ./build.sh\nFROM aspnet\n',
    wishes: { testTargets: ['0'] },
    chosen: { final: 'stage-1', kind: 'stages', tests: ['stage-0'] },
  },
  {
    name: 'a target that has nothing of what the tests test',
    text: visualStudio,
    wishes: { target: 'base' },
    chosen: { final: 'base', kind: 'unrelated', tests: ['test'] },
  },
  {
    name: 'a target that shares a stage with the tests',
    text: visualStudio,
    wishes: { target: 'publish' },
    chosen: { final: 'publish', kind: 'stages', tests: ['test'] },
  },
  {
    name: 'a target without tests in a Dockerfile without tests',
    text: example('two-stage'),
    wishes: { target: 'build' },
    chosen: { final: 'build', kind: 'missing', tests: [] },
  },
  {
    name: 'the default target when it is asked for by name, without tests',
    text: example('two-stage'),
    wishes: { target: 'final' },
    chosen: { final: 'final', kind: 'missing', tests: [] },
  },
  {
    name: 'a target and a test stage that have nothing in common, both asked for',
    text: visualStudio,
    wishes: { target: 'base', testTargets: ['test'] },
    chosen: { final: 'base', kind: 'stages', tests: ['test'] },
  },
  {
    name: 'a last stage that tests, when another one is to ship',
    text: 'FROM aspnet AS app\nFROM sdk AS check\nCOPY --from=app / /app\nRUN dotnet test\n',
    wishes: { target: 'app' },
    chosen: { final: 'app', kind: 'stages', tests: ['check'] },
  },
  {
    name: 'a last stage that tests and another that nothing needs',
    text: 'FROM sdk AS build\nFROM aspnet AS app\nCOPY app .\nFROM build AS check\nRUN dotnet test\n',
    chosen: { final: 'app', kind: 'stages', tests: ['check'] },
  },
  {
    name: 'nothing but tests',
    text: 'FROM sdk AS build\nFROM build AS check\nWORKDIR /src\nRUN dotnet test\n',
    chosen: { final: 'check', kind: 'stages', tests: ['check'], testsOnly: true },
  },
  {
    name: 'a last stage that is named test',
    text: 'FROM sdk\nFROM aspnet AS app\nCOPY app .\nFROM 0 AS Test\n',
    chosen: { final: 'app', kind: 'stages', tests: ['Test'] },
  },
  {
    name: 'one stage that builds, tests and runs',
    text: 'FROM sdk\nCOPY . .\nRUN dotnet test\nENTRYPOINT ["dotnet", "run"]\n',
    chosen: { final: 'stage-0', kind: 'stages', tests: ['stage-0'] },
  },
  {
    name: 'an app with a name of tests beside a stage named test',
    text: 'FROM sdk AS test\nRUN dotnet test\nFROM aspnet\nENTRYPOINT ["dotnet", "Load.Tests.dll"]\n',
    chosen: { final: 'stage-1', kind: 'stages', tests: ['test'] },
  },
  {
    name: 'a test target beside an app with a name of tests',
    text: 'FROM sdk AS unit\nRUN ./all.sh\nFROM aspnet\nENTRYPOINT ["dotnet", "Load.Tests.dll"]\n',
    wishes: { testTargets: ['unit'] },
    chosen: { final: 'stage-1', kind: 'stages', tests: ['unit'] },
  },
  {
    name: 'a stage that tests and one that builds on it and tests, too',
    text: 'FROM sdk AS unit\nRUN dotnet test A\nFROM unit AS all\nRUN dotnet test B\nFROM aspnet\n',
    chosen: { final: 'stage-2', kind: 'stages', tests: ['all'] },
  },
])('chooses for $name', ({ text, wishes = {}, chosen }) => {
  expect(choose(text, wishes)).toEqual(chosen)
})

test.each<{
  name: string
  text: string
  wishes?: Partial<Parameters<typeof chooseStages>[1]>
  title: string
  message: string
  line: number
}>([
  {
    name: 'several stages that could be meant',
    text: twoTests,
    title: 'Which stage is the test stage?',
    message:
      'src/Dockerfile: 2 stages run tests:\n  unit-test (line 2): RUN dotnet test Unit\n  integration (line 4): ENTRYPOINT ["dotnet", "test"]\n' +
      'Set the input test-target to those whose tests can run in a build, which has no database and no other service, one per line:\n' +
      '  test-target: unit-test',
    line: 2,
  },
  {
    name: 'several stages, none of which says what it needs',
    text: 'FROM sdk AS build\nFROM build AS api-tests\nRUN dotnet test Api\nFROM build AS web-tests\nRUN dotnet test Web\nFROM aspnet\nCOPY --from=build /o .\n',
    title: 'Which stage is the test stage?',
    message:
      'src/Dockerfile: 2 stages run tests:\n  api-tests (line 2): RUN dotnet test Api\n  web-tests (line 4): RUN dotnet test Web\n' +
      'Set the input test-target to those whose tests can run in a build, which has no database and no other service, one per line:\n' +
      '  test-target: |\n    api-tests\n    web-tests',
    line: 2,
  },
  {
    name: 'a last stage that tests, and two others that the image could be made of',
    text: 'FROM sdk AS build\nFROM aspnet AS api\nCOPY api .\nFROM aspnet AS worker\nCOPY worker .\nFROM build AS check\nRUN dotnet test\n',
    title: 'Which stage is the final one?',
    message:
      'src/Dockerfile:7: the last stage, check, runs tests. Set the input target to the stage that the image is made of: ' +
      'api, worker.',
    line: 7,
  },
  {
    name: 'a target that is not there',
    text: visualStudio,
    wishes: { target: 'fianl' },
    title: 'No such stage',
    message: 'target: src/Dockerfile has no stage "fianl"; it has final, base, build, test, publish.',
    line: 1,
  },
  {
    name: 'a test target that is not there',
    text: visualStudio,
    wishes: { testTargets: ['test', 'Tests'] },
    title: 'No such stage',
    message: 'test-target: src/Dockerfile has no stage "Tests"; it has test, base, build, final, publish.',
    line: 1,
  },
])('reports $name', ({ text, wishes = {}, title, message, line }) => {
  let error: unknown
  try {
    choose(text, wishes)
  } catch (thrown) {
    error = thrown
  }
  const { name, title: shownTitle, message: shownMessage, place } = error as UserError
  expect({ name, title: shownTitle, message: shownMessage, place }).toEqual({
    name: 'UserError',
    title,
    message,
    place: { file: 'src/Dockerfile', line },
  })
})
