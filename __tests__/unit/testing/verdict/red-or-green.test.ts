import { expect, test } from '@jest/globals'
import { notRun, type TestReport } from '../../../../src/testing/test-report.ts'
import { dockerAdvice } from '../../../../src/testing/failures/step-lacks.ts'
import { judgeTests, type Judgement } from '../../../../src/testing/verdict/red-or-green.ts'

const place = { file: 'src/Dockerfile', line: 12, command: 'RUN dotnet test' }
const plain: TestReport = { ...notRun('missing', 'because'), stages: ['test'], place }
const failure = (name: string) => ({
  name,
  outcome: 'failed' as const,
  project: 'Shop.Tests',
  framework: undefined,
  place: undefined,
})
const counts = (passed: number, failed = 0, skipped = 0) => ({
  total: passed + failed + skipped,
  passed,
  failed,
  skipped,
})
const notCompiled: TestReport['failure'] = {
  title: 'The code did not compile: 2 errors',
  message: 'Shop/Cart.cs:1: CS1002 ; expected\nShop/Cart.cs:2: CS1002 ; expected',
  isKnown: true,
  line: 12,
}
const names = Array.from({ length: 13 }, (_, index) => `Test ${index + 1}`)

test.each<{
  name: string
  tests: Partial<TestReport>
  allowNoTests?: boolean
  ranInParallel?: boolean
  judgement: Judgement
}>([
  {
    name: 'passed tests let the job go on',
    tests: { result: 'passed' },
    judgement: { kind: 'go-on', warnings: [] },
  },
  {
    name: 'cached tests let the job go on',
    tests: { result: 'passed', isCached: true },
    judgement: { kind: 'go-on', warnings: [] },
  },
  {
    name: 'warnings are handed on',
    tests: { result: 'passed', warnings: ['a file was cut'] },
    judgement: { kind: 'go-on', warnings: ['a file was cut'] },
  },
  {
    name: 'tests that were not asked for are a warning',
    tests: { result: 'skipped', reason: 'Dockerfile has no test stage' },
    judgement: { kind: 'go-on', warnings: ['No tests were run: Dockerfile has no test stage.'] },
  },
  {
    name: 'tests of which none ran fail the job, with the way out',
    tests: { result: 'no-tests', reason: 'the test command ended well, but no test ran' },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: 'No test ran in stage test',
      message:
        'src/Dockerfile:12 RUN dotnet test\nthe test command ended well, but no test ran\n' +
        'If that is meant to be, set allow-no-tests: true.',
      place,
    },
  },
  {
    name: 'tests of which none ran are a warning where that is allowed',
    tests: { result: 'no-tests', reason: 'all 7 tests were skipped' },
    allowNoTests: true,
    judgement: { kind: 'go-on', warnings: ['No test ran in stage test: all 7 tests were skipped.'] },
  },
  {
    name: 'failed tests fail the job with their names',
    tests: {
      result: 'failed',
      reason: '2 of 5 tests failed: A, B',
      counts: counts(3, 2),
      failures: [failure('A'), failure('B')],
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: '2 of 5 tests failed in stage test',
      message: 'src/Dockerfile:12 RUN dotnet test\n✘ A\n✘ B',
      place,
    },
  },
  {
    name: 'failed tests that looked for Docker are told that a build has none',
    tests: {
      result: 'failed',
      counts: counts(0, 1),
      failures: [
        {
          ...failure('Starts'),
          message:
            'DotNet.Testcontainers.Builders.DockerUnavailableException : Docker is either not running or misconfigured.',
        },
      ],
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: '1 of 1 test failed in stage test',
      message: `src/Dockerfile:12 RUN dotnet test\n✘ Starts\n${dockerAdvice}`,
      place,
    },
  },
  {
    name: 'failed tests that looked for a database are told that a build has none',
    tests: {
      result: 'failed',
      counts: counts(0, 1),
      failures: [
        {
          ...failure('Saves'),
          message: 'Npgsql.NpgsqlException : Failed to connect to 127.0.0.1:5432\n---- Connection refused',
        },
      ],
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: '1 of 1 test failed in stage test',
      message:
        'src/Dockerfile:12 RUN dotnet test\n✘ Saves\nA build has no database and no other service. Keep tests that need one out of the test stage, ' +
        'for example with --filter, and run them in a job step after this one.',
      place,
    },
  },
  {
    name: 'failed tests of a generated stage that looked for a database are told how to leave them out of it',
    tests: {
      result: 'failed',
      stages: ['generated-test'],
      place: { file: 'src/Dockerfile', command: 'RUN dotnet test' },
      counts: counts(0, 1),
      failures: [{ ...failure('Saves'), message: 'Connection refused' }],
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: '1 of 1 test failed in stage generated-test',
      message:
        'src/Dockerfile (generated stage) RUN dotnet test\n✘ Saves\nA build has no database and no other service. Keep tests that need one out of ' +
        'the test stage, for example with --filter, and run them in a job step after this one.\n' +
        'This stage was generated: paste it without the projects of these tests, or set missing-test-stage: skip to run none here.',
      place: { file: 'src/Dockerfile', command: 'RUN dotnet test' },
    },
  },
  {
    name: 'failed tests that looked for a file which the stage does not have say what keeps it out',
    tests: {
      result: 'failed',
      counts: counts(0, 1),
      failures: [failure('Reads')],
      failure: {
        title: 'A file is kept out of the build',
        message: 'line 1 of .dockerignore',
        isKnown: true,
        isMissingFile: true,
        line: 12,
      },
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: '1 of 1 test failed in stage test',
      message: 'src/Dockerfile:12 RUN dotnet test\n✘ Reads\nline 1 of .dockerignore',
      place,
    },
  },
  {
    name: 'failed tests that may not be allowed away',
    tests: { result: 'failed', counts: counts(0, 1), failures: [failure('A')] },
    allowNoTests: true,
    judgement: {
      kind: 'fail',
      warnings: [],
      title: '1 of 1 test failed in stage test',
      message: 'src/Dockerfile:12 RUN dotnet test\n✘ A',
      place,
    },
  },
  {
    name: 'more failed tests than ten are counted',
    tests: { result: 'failed', counts: counts(0, 20), failures: names.map(failure) },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: '20 of 20 tests failed in stage test',
      message: [
        'src/Dockerfile:12 RUN dotnet test',
        ...names.slice(0, 10).map((name) => `✘ ${name}`),
        '… and 10 more',
      ].join('\n'),
      place,
    },
  },
  {
    name: 'the words that hide failures are named',
    tests: {
      result: 'failed',
      reason: '1 of 1 test failed: A',
      hiddenBy: '"|| true" in the command hides it from the build',
      counts: counts(0, 1),
      failures: [failure('A')],
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: '1 of 1 test failed in stage test',
      message: 'src/Dockerfile:12 RUN dotnet test\n✘ A\n"|| true" in the command hides it from the build',
      place,
    },
  },
  {
    name: 'the words that hide a compile error follow those of the compiler',
    tests: {
      result: 'error',
      reason: 'Shop/Cart.cs:1: CS1002 ; expected',
      hiddenBy: '"; dotnet test B" in the command hides it from the build',
      counts: counts(3),
      failure: notCompiled,
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: 'The code did not compile: 2 errors',
      message:
        'src/Dockerfile:12 RUN dotnet test\nShop/Cart.cs:1: CS1002 ; expected\nShop/Cart.cs:2: CS1002 ; expected\n' +
        '"; dotnet test B" in the command hides it from the build',
      place,
    },
  },
  {
    name: 'several stages are all named, and a place without a command is one',
    tests: {
      result: 'error',
      reason: 'Test host process crashed',
      stages: ['unit', 'integration'],
      place: { file: 'Dockerfile', line: 3, command: '' },
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: 'The tests of stage unit, integration could not run',
      message: 'Dockerfile:3\nTest host process crashed',
      place: { file: 'Dockerfile', line: 3, command: '' },
    },
  },
  {
    name: 'an unknown place is left out',
    tests: { result: 'error', reason: 'the tests did not end in time', place: undefined },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: 'The tests of stage test could not run',
      message: 'the tests did not end in time',
      place: undefined,
    },
  },
  {
    name: 'what failed the command after the tests had passed is told with their counts',
    tests: {
      result: 'error',
      counts: counts(4, 0, 1),
      failure: {
        title: 'Coverage is below the threshold',
        message: 'The minimum line coverage is below the specified 95',
        isKnown: true,
        isAfterTests: true,
        line: 12,
      },
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: 'Coverage is below the threshold',
      message:
        'src/Dockerfile:12 RUN dotnet test\nThe tests passed: 4, and 1 skipped.\n' +
        'The minimum line coverage is below the specified 95',
      place,
    },
  },
  {
    name: 'a step before the tests is told as that, with the lines that hold the cause',
    tests: {
      result: 'error',
      reason: 'process "npm ci" did not complete successfully: exit code: 1',
      place: { file: 'Dockerfile', line: 3, command: '' },
      failure: {
        title: 'Stage web could not be built',
        message:
          'process "npm ci" did not complete successfully: exit code: 1\n  npm error Missing: a@1 from lock file',
        isKnown: false,
        line: 3,
      },
    },
    judgement: {
      kind: 'fail',
      warnings: [],
      title: 'Stage web could not be built',
      message:
        'Dockerfile:3\nprocess "npm ci" did not complete successfully: exit code: 1\n  npm error Missing: a@1 from lock file',
      place: { file: 'Dockerfile', line: 3, command: '' },
    },
  },
  {
    name: 'tests that ran short of something while the image was built are told how to be alone',
    tests: { result: 'error', reason: 'the tests did not end in time', shortage: 'time' },
    ranInParallel: true,
    judgement: {
      kind: 'fail',
      warnings: [],
      title: 'The tests of stage test could not run',
      message:
        'src/Dockerfile:12 RUN dotnet test\nthe tests did not end in time\n' +
        'The image was built at the same time; with parallel-build: false it waits, and the tests have the machine for themselves.',
      place,
    },
  },
  {
    name: 'tests that could not run for another reason are not',
    tests: { result: 'error', reason: 'Test host process crashed' },
    ranInParallel: true,
    judgement: {
      kind: 'fail',
      warnings: [],
      title: 'The tests of stage test could not run',
      message: 'src/Dockerfile:12 RUN dotnet test\nTest host process crashed',
      place,
    },
  },
])('$name', ({ tests, allowNoTests = false, ranInParallel = false, judgement }) => {
  expect(
    judgeTests({ ...plain, ...tests }, { allowNoTests, minCoveragePercent: undefined }, ranInParallel),
  ).toEqual(judgement)
})

const covered = (linesCovered: number, linesValid: number): TestReport['coverage'] => ({
  total: { linesCovered, linesValid, branchesCovered: 0, branchesValid: 0 },
  files: [],
})
const tooLow = (message: string): Judgement => ({
  kind: 'fail',
  warnings: [],
  title: 'Line coverage is below its minimum',
  message,
  place: undefined,
})
const goesOn: Judgement = { kind: 'go-on', warnings: [] }

test.each<{ name: string; tests: Partial<TestReport>; minimum: number | undefined; judgement: Judgement }>([
  { name: 'no minimum', tests: { coverage: covered(0, 10) }, minimum: undefined, judgement: goesOn },
  { name: 'enough', tests: { coverage: covered(8, 10) }, minimum: 80, judgement: goesOn },
  {
    name: 'too little',
    tests: { coverage: covered(799, 1000) },
    minimum: 80,
    judgement: tooLow('The tests cover 79.9 % of the lines; min-coverage is 80 %.'),
  },
  {
    name: 'none collected',
    tests: {
      coverage: undefined,
      warnings: ['No coverage was collected: the test projects need the package coverlet.collector.'],
    },
    minimum: 80,
    judgement: tooLow(
      'min-coverage is 80 %. No coverage was collected: the test projects need the package coverlet.collector.',
    ),
  },
  {
    name: 'tests from the cache',
    tests: { result: 'passed', isCached: true },
    minimum: 80,
    judgement: goesOn,
  },
])('holds coverage against its minimum: $name', ({ tests, minimum, judgement }) => {
  const report: TestReport = { ...plain, result: 'passed', ...tests }
  expect(judgeTests(report, { allowNoTests: false, minCoveragePercent: minimum }, false)).toEqual(judgement)
})

test.each<[trouble: TestReport['trouble'], title: string]>([
  [{ kind: 'stopped', project: 'Cart.Tests' }, 'The tests of Cart.Tests did not come to their end'],
  [{ kind: 'stopped' }, 'The tests of stage test did not come to their end'],
  [{ kind: 'failed', project: 'Cart.Tests' }, 'Cart.Tests failed, although none of its tests did'],
  [{ kind: 'failed' }, 'A test run failed, although none of its tests did'],
  [{ kind: 'never-started' }, 'A test command never started'],
  [{ kind: 'never-started', project: 'Cart.Tests' }, 'The tests of Cart.Tests never started'],
  [{ kind: 'lost', project: 'Cart.Tests' }, 'Results of the tests of Cart.Tests are missing'],
  [{ kind: 'silent' }, 'Results of the tests of stage test are missing'],
  [{ kind: 'exit-code' }, 'The test command of stage test failed'],
  [undefined, 'The tests of stage test could not run'],
])('the title says what became of the run: %j', (trouble, title) => {
  const tests: TestReport = { ...plain, result: 'error', reason: 'so it is', trouble }
  const settings = { allowNoTests: false, minCoveragePercent: undefined }
  expect(judgeTests(tests, settings, false)).toMatchObject({ kind: 'fail', title })
})
