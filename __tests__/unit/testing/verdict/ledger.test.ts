import { expect, test } from '@jest/globals'
import { findTests } from '../../../../src/plan/commands/find-test-commands.ts'
import { readConsoleLog } from '../../../../src/testing/log/read-log.ts'
import { settle } from '../../../../src/testing/verdict/ledger.ts'
import type { RunEvidence } from '../../../../src/testing/verdict/gather-evidence.ts'
import { isBad } from '../../../../src/testing/verdict/settle-commands.ts'
import { counts, readTrx, recordedLog, recordedStream, run } from '../recorded.ts'

const begins = (name: string) =>
  `Test run for /src/${name}/bin/Debug/net10.0/${name}.dll (.NETCoreApp,Version=v10.0)`
const ends = (name: string, failed = 0, passed = 3) =>
  `${failed > 0 ? 'Failed' : 'Passed'}!  - Failed: ${failed}, Passed: ${passed}, Skipped: 0, Total: ${failed + passed}, Duration: 1 ms - ${name}.dll (net10.0)`
const ran = (name: string, failed = 0) => [begins(name), ends(name, failed)]

/** A TRX of three tests that passed. */
const file = (
  project: string,
  rest: Partial<RunEvidence['files'][number]> = {},
): RunEvidence['files'][number] => ({
  ...run({
    source: 'trx',
    project,
    counts: counts(3, 3, 0, 0),
    assembly: `/src/${project}/bin/Debug/net10.0/${project}.dll`,
  }),
  testRun: 0,
  ...rest,
})

const evidence = (command: string, lines: string[], rest: Partial<RunEvidence> = {}): RunEvidence => ({
  commands: findTests({ text: command }).commands,
  processes: [],
  endedWell: true,
  files: [],
  logs: [readConsoleLog(lines)],
  isClipped: false,
  ...rest,
})

/** What is wrong, with what is warned of. */
const told = (found: RunEvidence): { bad: string[]; warnings: string[]; total: number; failed: number } => {
  const { entries, warnings, runs } = settle(found)
  const sum = (of: 'total' | 'failed') => runs.reduce((all, one) => all + one.counts[of], 0)
  return {
    bad: entries.filter(isBad).map(({ kind, what }) => `${kind}: ${what}`),
    warnings,
    total: sum('total'),
    failed: sum('failed'),
  }
}

const fine = { bad: [], warnings: [], total: 3, failed: 0 }

test.each<{ name: string; of: RunEvidence; result: Partial<ReturnType<typeof told>> }>([
  { name: 'a run that ended', of: evidence('dotnet test A || true', ran('A')), result: fine },
  {
    name: 'a command in the background that left nothing',
    of: evidence('dotnet test A & sleep 0', []),
    result: {
      bad: ['lost: `dotnet test A` left no result: it never started, was stopped, or its results are lost'],
    },
  },
  {
    name: 'commands in the background that ended',
    of: evidence('dotnet test A & dotnet test B & wait', [begins('A'), begins('B'), ends('B'), ends('A')]),
    result: { ...fine, total: 6 },
  },
  {
    name: 'a run that a time limit ended',
    of: evidence('timeout 2 dotnet test A || true; dotnet test B', [begins('A'), ...ran('B')]),
    result: {
      bad: [
        'stopped: the test run of A (net10.0) began and did not come to its end (`timeout 2 dotnet test A`)',
      ],
    },
  },
  {
    name: 'a run in which a test hung, with its name',
    of: evidence('dotnet test A', [
      begins('A'),
      'The active test run was aborted. Reason: Test host process crashed',
      'The test running when the crash occurred: ',
      'A.Tests.Waits',
      '',
      'Test Run Aborted.',
    ]),
    result: {
      bad: [
        'stopped: the test run of A (net10.0) was stopped: The active test run was aborted. Reason: Test host process crashed; running then: A.Tests.Waits',
      ],
    },
  },
  {
    name: 'a run whose process was killed and could say nothing',
    of: evidence('dotnet test A', [
      begins('A'),
      'The active test run was aborted. Reason: Test host process crashed',
      'Test Run Aborted.',
    ]),
    result: {
      bad: [
        'stopped: the test run of A (net10.0) was stopped: The active test run was aborted. Reason: Test host process crashed without a word, as where memory ran out or a test ended it',
      ],
    },
  },
  {
    name: 'a run of which only its words on stderr are in the log',
    of: evidence('MODE=1 dotnet test A > /dev/null & dotnet test B; wait', [
      'The active test run was aborted. Reason: Test host process crashed',
      ...ran('B'),
    ]),
    result: {
      bad: [
        'stopped: `MODE=1 dotnet test A` failed: The active test run was aborted. Reason: Test host process crashed without a word, as where memory ran out or a test ended it',
      ],
    },
  },
  {
    name: 'an assembly that is not there',
    of: evidence('dotnet test A; dotnet test B --no-build || true', [
      ...ran('A'),
      begins('B'),
      'The argument /src/B/bin/Debug/net10.0/B.dll is invalid. Please use the /help option to check the list of valid arguments.',
    ]),
    result: {
      bad: [
        'never-started: the test run of B (net10.0) never started (`dotnet test B --no-build`): /src/B/bin/Debug/net10.0/B.dll is not there; it has to be built before, with the same -c, -f and -r',
      ],
    },
  },
  {
    name: 'a second run of the same project that never came to its end',
    of: evidence('dotnet run --project X; MODE=2 dotnet run --project X; true', [
      '  Starting:    X',
      '   X  Total: 4, Errors: 0, Failed: 0, Skipped: 0, Not Run: 1, Time: 0.869s',
      '  Starting:    X',
    ]),
    result: {
      bad: ['stopped: the test run of X began and did not come to its end (`MODE=2 dotnet run --project X`)'],
    },
  },
  {
    name: 'a second run of the same project that left nothing at all',
    of: evidence('dotnet A.Tests.dll; dotnet A.Tests.dll; true', ran('A.Tests')),
    result: {
      bad: [expect.stringMatching(/^lost: `dotnet A\.Tests\.dll` left no result/)] as unknown as string[],
    },
  },
  {
    name: 'a program that the shell does not find',
    of: evidence('dotnet test A; dotnet-test-runner B; true', [
      ...ran('A'),
      '/bin/sh: 1: dotnet-test-runner: not found',
    ]),
    result: {
      bad: ['never-started: `dotnet-test-runner B` never started: /bin/sh: 1: dotnet-test-runner: not found'],
    },
  },
  {
    name: 'an assembly that nobody knows, and that is not there',
    of: evidence('dotnet exec bin/Nope.dll || true; dotnet test A', [
      "The application to execute does not exist: 'bin/Nope.dll'.",
      ...ran('A'),
    ]),
    result: {
      bad: [
        "never-started: `dotnet exec bin/Nope.dll` never started: The application to execute does not exist: 'bin/Nope.dll'",
      ],
    },
  },
  {
    name: 'an assembly that nobody knows, and that is there',
    of: evidence('dotnet Seed.dll || true; dotnet test A', ran('A')),
    result: fine,
  },
  {
    name: 'another program that the shell does not find',
    of: evidence('notify-send hi; dotnet test A', ['/bin/sh: 1: notify-send: not found', ...ran('A')]),
    result: fine,
  },
  {
    name: 'an assembly that VSTest does not find',
    of: evidence('dotnet vstest A.dll; dotnet vstest B.dll; true', [
      ...ran('A'),
      'The test source file "/src/B.dll" provided was not found.',
    ]),
    result: {
      bad: [
        'never-started: `dotnet vstest B.dll` never started: The test source file "/src/B.dll" provided was not found',
      ],
    },
  },
  {
    name: 'a fixture of xunit that failed when its tests had ended',
    of: evidence('dotnet test A || true', [
      begins('A'),
      '[xUnit.net 00:00:00.47]     [Test Class Cleanup Failure (A.Tests.Two)] System.Exception',
      ends('A'),
    ]),
    result: {
      bad: [
        'failed: the test run of A (net10.0) failed, although no test did: Test Class Cleanup Failure (A.Tests.Two): System.Exception',
      ],
    },
  },
  {
    name: 'a fixture of NUnit that failed when its tests had ended',
    of: evidence('dotnet test A || true', [
      begins('A'),
      'TearDown failed for test fixture A.Tests.Teardown',
      'TearDown : System.Exception : boom',
      '',
      ends('A'),
    ]),
    result: {
      bad: [
        'failed: the test run of A (net10.0) failed, although no test did: TearDown failed for test fixture A.Tests.Teardown\nTearDown : System.Exception : boom',
      ],
    },
  },
  {
    name: 'a result file that says that its run failed',
    of: evidence('dotnet test A || true', [], { files: [file('A', { errors: ['AfterAll threw'] })] }),
    result: { bad: ['failed: the test run of A (net10.0) failed, although no test did: AfterAll threw'] },
  },
  {
    name: 'one run of xunit 3 with an error outside of its tests',
    of: evidence('./X/bin/X || true', [
      '  Starting:    X',
      '   X  Total: 5, Errors: 1, Failed: 0, Skipped: 0, Not Run: 1, Time: 0.894s',
    ]),
    result: { bad: ['failed: the test run of X failed, although no test did: 1 errors outside of a test'] },
  },
  {
    name: 'two projects that write one file, with the log elsewhere',
    of: evidence('dotnet test All.slnx --logger "trx;LogFileName=a.trx" > /dev/null || true', [], {
      files: [file('B')],
    }),
    result: { bad: [expect.stringMatching(/^lost: nothing shows all that/)] as unknown as string[] },
  },
  {
    name: 'the same, where a line on stderr tells of a failure',
    of: evidence(
      'dotnet test All.slnx > /dev/null || true',
      ['[xUnit.net 00:00:02.32]     A.Tests.Late [FAIL]'],
      { files: [file('B')] },
    ),
    result: { total: 4, failed: 1 },
  },
  {
    name: 'two projects that write one file, with the log',
    of: evidence('dotnet test All.slnx || true', [begins('A'), begins('B'), ends('A', 1, 2), ends('B')], {
      files: [file('B')],
    }),
    result: { bad: [], total: 6, failed: 1 },
  },
  {
    name: 'a log that was cut off before any result',
    of: evidence('bash run-tests.sh', ['x'], { isClipped: true }),
    result: {
      bad: [
        'lost: nothing shows what the tests came to: BuildKit cut off what they printed (it keeps 2 MiB of a step, and 200 KiB of a second)',
      ],
    },
  },
  {
    name: 'a log that was cut off, its exit code hidden',
    of: evidence('dotnet test || true', ran('A'), { isClipped: true }),
    result: {
      bad: [
        expect.stringMatching(/^lost: the results of `dotnet test` are incomplete: BuildKit cut off/),
      ] as unknown as string[],
    },
  },
  {
    name: 'a log that was cut off, of a run that has its file',
    of: evidence('dotnet test A || true', [], { isClipped: true, files: [file('A')] }),
    result: fine,
  },
  {
    name: 'a log that was cut off, its exit code known',
    of: evidence('dotnet test', ran('A'), { isClipped: true }),
    result: {
      bad: [],
      warnings: [
        expect.stringMatching(/^More tests may have run than were counted: BuildKit cut off/),
      ] as unknown as string[],
    },
  },
  {
    name: 'a filter that matches none in one of two projects',
    of: evidence('dotnet test All.slnx', [
      ...ran('A'),
      begins('B'),
      'No test matches the given testcase filter `x` in /src/B/bin/Debug/net10.0/B.dll',
    ]),
    result: fine,
  },
  {
    name: 'a filter that matches none in a command of its own',
    of: evidence('dotnet test A; dotnet test B --filter x', [
      ...ran('A'),
      begins('B'),
      'No test matches the given testcase filter `x` in /src/B/bin/Debug/net10.0/B.dll',
    ]),
    result: { bad: [], warnings: ['`dotnet test B --filter x` ran no test.'] },
  },
  {
    name: 'a command that only lists tests',
    of: evidence('dotnet test A --list-tests; dotnet test B', [
      begins('A'),
      'The following Tests are available:',
      '    A.One',
      ...ran('B'),
    ]),
    result: fine,
  },
  {
    name: 'a project that is no test project, which VSTest passes over in silence',
    of: evidence('dotnet test Lib && dotnet test A', ran('A')),
    result: { bad: [], warnings: ['`dotnet test Lib` ended well, but nothing shows that it ran a test.'] },
  },
])('settles $name', ({ of, result }) => {
  expect(told(of)).toMatchObject(result)
})

test('a second attempt in the shell decides, each test once', () => {
  const failed = [begins('A'), '  Failed A.Late [1 ms]', '  Error Message:', '   boom', ends('A', 1, 2)]
  const found = settle(evidence('dotnet test A || dotnet test A', [...failed, ...ran('A')]))
  expect(found.entries.filter(isBad)).toEqual([])
  expect(found.runs.map((one) => one.counts)).toEqual([counts(3, 3, 0, 0)])
  expect(found.flaky).toEqual([
    { name: 'A.Late', project: 'A', framework: 'net10.0', attempts: ['failed', 'passed'], message: 'boom' },
  ])
  expect(found.warnings).toEqual(['The tests of A (net10.0) passed in attempt 2 of `dotnet test A`.'])
  const twice = settle(evidence('dotnet test A || dotnet test A', [...failed, ...failed]))
  expect(twice.runs.map((one) => one.counts)).toEqual([counts(3, 2, 1, 0)])
})

test('the files of attempts are one run, in which the last attempt that has a test decides', () => {
  const result = (name: string, outcome: 'passed' | 'failed') => ({ name, className: 'T', outcome })
  const first = file('A', {
    attempt: 1,
    results: [result('One', 'passed'), result('Flaky', 'failed'), result('Red', 'failed')],
    counts: counts(3, 1, 2, 0),
  })
  const second = file('A', {
    attempt: 2,
    results: [result('Flaky', 'passed'), result('Red', 'failed')],
    counts: counts(2, 1, 1, 0),
  })
  const last = file('A', { results: [result('Red', 'failed')], counts: counts(1, 0, 1, 0) })
  const { runs, flaky } = settle(
    evidence('dotnet test --retry-failed-tests 2', [], { files: [last, second, first] }),
  )
  expect(runs.map((one) => one.counts)).toEqual([counts(3, 2, 1, 0)])
  expect(flaky).toMatchObject([{ name: 'T.Flaky', attempts: ['failed', 'passed'] }])
})

test('the log of attempts tells the same', () => {
  const from = 'from /src/A/bin/A.dll (net10.0|x64)'
  const { runs, flaky } = settle(
    evidence('dotnet test --retry-failed-tests 3', [
      '(try 1) Running tests from /src/A/bin/A.dll (net10.0|x64)',
      'failed (try 1) Flaky (205ms)',
      `  ${from}`,
      '  first try',
      '(try 2) Running tests from /src/A/bin/A.dll (net10.0|x64)',
      '/src/A/bin/A.dll (net10.0|x64) passed (22s 204ms)',
      '',
      'Test run summary: Passed!',
      '  total: 5 (+1 retried)',
      '  failed: 0',
      '  succeeded: 4',
      '  skipped: 1',
      '  duration: 30s 339ms',
    ]),
  )
  expect(runs.map((one) => one.counts)).toEqual([counts(5, 4, 0, 1)])
  expect(flaky).toMatchObject([{ name: 'Flaky', attempts: ['failed', 'passed'] }])
})

test.each<{ name: string; of: RunEvidence; bad: unknown[] }>([
  {
    name: 'a test of Testing Platform that ends its process, whatever the summary says',
    of: evidence('dotnet test --solution All.slnx --no-build || true', [
      'Running tests from /mtp/Q/bin/Debug/net10.0/Q.dll (net10.0|x64)',
      '/mtp/Q/bin/Debug/net10.0/Q.dll (net10.0|x64) passed (891ms)',
      'Running tests from /mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64)',
      '/mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64) passed (199ms)',
      "The following exception occurred when running the test module with RunCommand '/mtp/P/bin/Debug/net10.0/P' and RunArguments '':",
      '',
      'System.InvalidOperationException: A test session start event was received without a corresponding test session end.',
      '   at Microsoft.DotNet.Cli.Commands.Test.TestApplication.RunAsync()',
      '',
      'Test run summary: Passed!',
      '  /mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64) passed (199ms)',
      '',
      '  total: 3',
      '  failed: 0',
      '  succeeded: 3',
      '  skipped: 0',
      '  duration: 1s 768ms',
      'Test run completed with non-success exit code: 1 (see: https://aka.ms/testingplatform/exitcodes)',
    ]),
    bad: ['stopped: the test run of P (net10.0) was stopped: its process ended before its tests did'],
  },
  {
    name: 'too few tests for Testing Platform',
    of: evidence('dotnet test --project P --minimum-expected-tests 10 || true', [
      'Running tests from /mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64)',
      '/mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64) passed (199ms)',
      'Test run summary: Passed!',
      '  total: 3',
      '  failed: 0',
      '  succeeded: 3',
      '  skipped: 0',
      '  duration: 1s 768ms',
      'Test run completed with non-success exit code: 9 (see: https://aka.ms/testingplatform/exitcodes)',
    ]),
    bad: [
      'failed: `dotnet test --project P --minimum-expected-tests 10` failed: fewer tests ran than --minimum-expected-tests asks for (exit code 9)',
    ],
  },
  {
    name: 'an exit code of Testing Platform that nothing explains',
    of: evidence('dotnet test --project P || true', [
      'Running tests from /mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64)',
      '/mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64) bestanden (199ms)',
      'Zusammenfassung des Testlaufs: Bestanden!',
      '  gesamt: 3',
      '  fehlerhaft: 0',
      '  erfolgreich: 3',
      '  übersprungen: 0',
      '  Dauer: 1s 768ms',
      'Der Testlauf wurde mit dem nicht erfolgreichen Exitcode 1 (siehe: https://aka.ms/testingplatform/exitcodes) abgeschlossen',
    ]),
    bad: [
      'stopped: `dotnet test --project P` failed: Der Testlauf wurde mit dem nicht erfolgreichen Exitcode 1 (siehe: https://aka.ms/testingplatform/exitcodes) abgeschlossen',
    ],
  },
  {
    name: "an error of MSBuild's task that tests, which is none of the build",
    of: evidence('dotnet test N -tl:on || true', [
      'Running all tests in /f/N/bin/Debug/net10.0/N.dll',
      '  N test net10.0 failed with 1 error(s) (1.2s)',
      '    /usr/share/dotnet/sdk/10.0.401/Microsoft.TestPlatform.targets(48,5): error MSB6006: "dotnet" exited with code 1.',
      'Test summary: total: 2, failed: 0, succeeded: 2, skipped: 0, duration: 1.2s',
      'Build failed with 1 error(s) in 1.7s',
    ]),
    bad: [expect.stringMatching(/^stopped: `dotnet test N -tl:on` failed: .*MSB6006/)],
  },
  {
    name: 'the one of two assemblies of `dotnet vstest` whose host died',
    of: evidence('dotnet vstest X/bin/Debug/net10.0/X.dll a/S/bin/Debug/net10.0/S.dll || true', [
      'Starting test execution, please wait...',
      'A total of 2 test files matched the specified pattern.',
      'The active test run was aborted. Reason: Test host process crashed',
      '',
      ends('X'),
      'Test Run Aborted.',
    ]),
    bad: [
      'stopped: `dotnet vstest X/bin/Debug/net10.0/X.dll a/S/bin/Debug/net10.0/S.dll` failed for a/S/bin/Debug/net10.0/S.dll: The active test run was aborted. Reason: Test host process crashed without a word, as where memory ran out or a test ended it',
    ],
  },
  {
    name: 'a test that --blame-hang stopped: the time, not the death of the host',
    of: evidence('dotnet test A --blame-hang || true', [
      begins('A'),
      'The active test run was aborted. Reason: Test host process crashed',
      "Data collector 'Blame' message: The specified inactivity time of 3 seconds has elapsed. Collecting hang dumps from testhost and its child processes.",
      '',
      ends('A', 0, 1),
      'Test Run Aborted.',
    ]),
    bad: [
      expect.stringMatching(
        /^stopped: the test run of A \(net10\.0\) was stopped: Data collector 'Blame' message: The specified inactivity time of 3 seconds/,
      ),
    ],
  },
  {
    name: 'the one of two projects of one name that crashed, by its folder',
    of: evidence('dotnet test All.slnx || true', [
      'Test run for /f/a/Same/bin/Debug/net10.0/Same.dll (.NETCoreApp,Version=v10.0)',
      ends('Same'),
      'Test run for /f/b/Same/bin/Debug/net10.0/Same.dll (.NETCoreApp,Version=v10.0)',
      'The active test run was aborted. Reason: Test host process crashed',
    ]),
    bad: [expect.stringMatching(/^stopped: the test run of Same \(net10\.0\) in \/f\/b\/Same was stopped: /)],
  },
  {
    name: 'an assembly fixture of an xunit v3 program, with what it threw',
    of: evidence('dotnet run --project X || true', [
      '  Starting:    X',
      '    [Test Assembly Cleanup Failure (/f/X/bin/Debug/net10.0/X.dll)] Xunit.Sdk.TestPipelineException',
      "      Assembly fixture type 'X.Tests.Asm' threw in Dispose",
      '      ---- System.Exception : assembly fixture down',
      '      Stack Trace:',
      '        --- End of stack trace from previous location ---',
      '   X  Total: 5, Errors: 1, Failed: 0, Skipped: 0, Not Run: 0, Time: 0.130s',
    ]),
    bad: [
      "failed: the test run of X failed, although no test did: Test Assembly Cleanup Failure (/f/X/bin/Debug/net10.0/X.dll): Xunit.Sdk.TestPipelineException\nAssembly fixture type 'X.Tests.Asm' threw in Dispose\n---- System.Exception : assembly fixture down",
    ],
  },
])('names what failed: $name', ({ of, bad }) => {
  expect(told(of).bad).toEqual(bad)
})

test.each([
  [
    [
      'Test run for /f/a/Same/bin/Debug/net10.0/Same.dll (.NETCoreApp,Version=v10.0)',
      ends('Same', 1, 1),
      'Test run for /f/b/Same/bin/Debug/net10.0/Same.dll (.NETCoreApp,Version=v10.0)',
      ends('Same', 0, 2),
    ],
  ],
  [[ends('Same', 1, 1), ends('Same', 0, 2)]],
])('takes two projects of one name for no attempts: %#', (lines) => {
  expect(told(evidence('dotnet test All.slnx || true', lines))).toMatchObject({ total: 4, failed: 1 })
})

test('an attempt after one that crashed decides', () => {
  const crash = [
    begins('A'),
    'The active test run was aborted. Reason: Test host process crashed',
    'Test Run Aborted.',
  ]
  expect(told(evidence('dotnet test A || dotnet test A', [...crash, ...ran('A')]))).toEqual({
    ...fine,
    warnings: ['The tests of A (net10.0) passed in attempt 2 of `dotnet test A`.'],
  })
  expect(told(evidence('dotnet test A || dotnet test A || true', [...crash, ...crash])).bad).toEqual([
    expect.stringMatching(/^stopped: the test run of A \(net10\.0\) was stopped: /),
  ])
})

test('files of attempts are told apart by their counts, in whatever order they come', () => {
  const red = file('A', { counts: counts(3, 2, 1, 0) })
  const lines = [begins('A'), ends('A', 1, 2), begins('A'), ends('A')]
  const found = told(evidence('dotnet test A || dotnet test A', lines, { files: [file('A'), red] }))
  expect(found).toMatchObject({ bad: [], failed: 0 })
})

test('says of no project that it had no test where the log has one sum for several', () => {
  const { entries } = settle(
    evidence('dotnet test --solution All.slnx', [
      'Running tests from /mtp/Q/bin/Debug/net10.0/Q.dll (net10.0|x64)',
      'Running tests from /mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64)',
      '/mtp/Q/bin/Debug/net10.0/Q.dll (net10.0|x64) passed (891ms)',
      '/mtp/P/bin/Debug/net10.0/P.dll (net10.0|x64) passed (199ms)',
      'Test run summary: Passed!',
      '  total: 4',
      '  failed: 0',
      '  succeeded: 4',
      '  skipped: 0',
      '  duration: 1s 768ms',
    ]),
  )
  expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['finished']))
})

test('a test that failed in the log and passed in the file of the same run was tried again: it is flaky', async () => {
  const trx = await readTrx(recordedStream('trx/mstest-mtp-retry-passed.trx'))
  const lines = recordedLog('mstest-mtp-retry-passed')
  const found = settle(
    evidence('dotnet test --project tests/Stock.Tests', lines, { files: [{ ...trx, testRun: 0 }] }),
  )
  expect(found.entries).toMatchObject([{ kind: 'finished', project: 'Stock.Tests' }])
  expect(found.runs.map((one) => one.counts)).toEqual([counts(3, 3, 0, 0)])
  expect(found.flaky).toMatchObject([
    { name: 'Stock.Tests.Again.Second_time', project: 'Stock.Tests', attempts: ['failed', 'passed'] },
  ])
})

test('what the log says of a run that its file only marks as failed is the reason', () => {
  const lines = recordedLog('xunit3-mtp-assemblycleanup')
  const marked = file('Shelf.Tests', {
    assembly: '/src/tests/Shelf.Tests/bin/Debug/net10.0/Shelf.Tests.dll',
    framework: 'net10.0',
    errors: ['The run is marked as failed, but none of its results is.'],
  })
  const found = told(evidence('dotnet test --project Shelf.Tests || true', lines, { files: [marked] }))
  expect(found).toMatchObject({ total: 3, failed: 0 })
  expect(found.bad).toEqual([
    "failed: the test run of Shelf.Tests (net10.0) failed, although no test did: Test Assembly Cleanup Failure: Assembly fixture type 'Shelf.Tests.Hall' threw in Dispose\n---- System.Exception : the warehouse did not close",
  ])
})

test.each([
  { command: 'dotnet test tests/A & sleep 0', project: 'A' },
  { command: 'dotnet vstest bin/A.Tests.dll || true', project: 'A.Tests' },
  { command: 'dotnet test A/A.csproj || true', project: 'A' },
  { command: 'dotnet test All.slnx || true', project: undefined },
  { command: 'dotnet vstest a/A.dll b/B.dll || true', project: undefined },
])('the project of a run that left nothing is the one that its command names: $command', (of) => {
  const [entry] = settle(evidence(of.command, [])).entries
  expect(entry).toMatchObject({ kind: 'lost' })
  expect(entry?.project).toBe(of.project)
})

const sdk = '/usr/share/dotnet/sdk/10.0.401'
const id = (digit: string) => digit.repeat(32)

/** `dotnet test A`, with the process that it gives the assembly to. */
const tested = (digit: string, exitCode: number): RunEvidence['processes'] =>
  [
    { id: id(digit), parent: '', words: [`${sdk}/dotnet.dll`, 'test', 'A'], exitCode },
    {
      id: `${digit}console`,
      parent: id(digit),
      words: [`${sdk}/vstest.console.dll`, '/src/A/bin/Debug/net10.0/A.dll'],
      exitCode,
    },
  ].map((one) => ({ ...one, testRun: 0, startedAtMs: 1, environment: 'e', folder: '/src', hasTests: false }))

test('a file without a test is of the project that its process was given, and an attempt that the next one mends', () => {
  const crashed = file('', {
    process: id('a'),
    counts: counts(0, 0, 0, 0),
    aborted: true,
    errors: ['Test host process crashed'],
    assembly: '',
  })
  const given = evidence('dotnet test A || dotnet test A', [], {
    processes: [...tested('a', 1), ...tested('b', 0)],
    files: [crashed, file('A', { process: id('b') })],
  })
  expect(told(given)).toMatchObject({ bad: [], total: 3 })
  expect(told({ ...given, files: [crashed] }).bad).toHaveLength(1)
})

test('failures that Testing Platform printed passed later where its program ended with 0 by itself', () => {
  const lines = [
    'failed Unsteady (17ms)',
    '  from /mtp/S/bin/Debug/net10.0/S.dll (net10.0|x64)',
    '  System.Exception: attempt 1',
    '    at S.Tests.One.Unsteady() in /mtp/S/T.cs:5',
    'failed Unsteady (0ms)',
    '  from /mtp/S/bin/Debug/net10.0/S.dll (net10.0|x64)',
    '  System.Exception: attempt 2',
    '    at S.Tests.One.Unsteady() in /mtp/S/T.cs:5',
    '/mtp/S/bin/Debug/net10.0/S.dll (net10.0|x64) failed with 2 error(s) (678ms)',
    '',
    'Test run summary: Failed!',
    '  total: 4',
    '  failed: 2',
    '  succeeded: 2',
    '  skipped: 0',
    '  duration: 1s 349ms',
  ]
  const { runs, flaky } = settle(evidence('dotnet test --project S', lines))
  expect(runs.map((one) => one.counts)).toEqual([counts(2, 2, 0, 0)])
  expect(flaky).toMatchObject([{ name: 'Unsteady', attempts: ['failed', 'passed'] }])
  // What keeps the exit code leaves it a failure, once.
  for (const command of ['dotnet test --project S || true', 'dotnet test --project S --ignore-exit-code 2'])
    expect(told(evidence(command, lines))).toMatchObject({ total: 3, failed: 1 })
})

test('a tool of .NET that is not there never started', () => {
  const words = "Cannot find command 'dotnet watch', run the following command to install"
  const found = told(evidence('dotnet watch test --project A || true; dotnet test B', [words, ...ran('B')]))
  expect(found.bad).toEqual([`never-started: \`dotnet watch test --project A\` never started: ${words}`])
})

test.each([
  {
    command: 'dotnett test A || true; dotnet test B',
    word: 'dotnett',
    bad: ['`dotnett test A` never started: '],
  },
  {
    command: '$SDK/dn vstest A.dll; dotnet test B',
    word: '/dn',
    bad: ['`$SDK/dn vstest A.dll` never started: '],
  },
  // Only what was told to test has to be there, and not where the team has another one in its place.
  { command: 'notify-send started || true; dotnet test B', word: 'notify-send', bad: [] },
  { command: 'dotnet8 test B || dotnet test B', word: 'dotnet8', bad: [] },
  { command: './run-tests.sh B || dotnet test B', word: './run-tests.sh', bad: [] },
])('a program that the shell did not find, beside tests that passed: $command', ({ command, word, bad }) => {
  const words = `/bin/sh: 1: ${word}: not found`
  const found = told(evidence(command, [words, ...ran('B')]))
  expect(found).toMatchObject({ bad: bad.map((one) => `never-started: ${one}${words}`), total: 3 })
})

const program = (
  name: string,
  rest: Partial<RunEvidence['processes'][number]>,
): RunEvidence['processes'][number] => ({
  ...{
    testRun: 0,
    id: id('c'),
    parent: '',
    startedAtMs: 1,
    environment: 'e',
    folder: '/src',
    hasTests: true,
  },
  words: [`/src/${name}/bin/Debug/net10.0/${name}.dll`],
  exitCode: 0,
  ...rest,
})

test('a program with tests that left nothing is silent, whatever else passed and whoever started it', () => {
  const given = evidence('./bin/app > /dev/null; dotnet test B', ran('B'), { processes: [program('X', {})] })
  expect(settle(given).entries).toMatchObject([
    { kind: 'finished' },
    {
      kind: 'silent',
      what: '`/src/X/bin/Debug/net10.0/X.dll` ended well, but nothing shows that it ran a test',
      project: 'X',
    },
  ])
})

test('a fixture that failed after its tests is known where Testing Platform alone wrote it down', () => {
  const errors = ['TearDown failed for test fixture U.Cart\nTearDown : System.Exception : gone']
  const given = evidence('dotnet test --project U', ran('U'), { processes: [program('U', { errors })] })
  expect(told(given).bad).toEqual([`failed: the test run of U failed, although no test did: ${errors[0]}`])
})

test.each([
  { command: 'dotnett test A >/dev/null 2>&1 || true; dotnet test B', told: 1 },
  // Its exit code is known, or another one stands in its place.
  { command: 'dotnett test A >/dev/null 2>&1 && dotnet test B', told: 0 },
  { command: 'dotnet8 test B || dotnet test B', told: 0 },
])('a program told to test that left no trace at all is told: $command', ({ command, told: times }) => {
  const given = evidence(command, ran('B'), { processes: [program('B', {})] })
  const warning =
    '`dotnett test A` started nothing of .NET, and its exit code is hidden: it may not have tested.'
  expect(told(given)).toMatchObject({ bad: [], warnings: Array.from({ length: times }, () => warning) })
})

test('a command for which there was no SDK never started, though .NET does not name it', () => {
  const words = [
    'The command could not be loaded, possibly because:',
    '  * You intended to execute a .NET SDK command:',
    '      A compatible .NET SDK was not found.',
  ]
  const command = 'dotnet test Shop.Tests || true; rm global.json; dotnet test B'
  expect(told(evidence(command, [...words, '', ...ran('B')])).bad).toEqual([
    'never-started: `dotnet test Shop.Tests` never started: A compatible .NET SDK was not found',
  ])
})

test('a program that refused its options never started its tests', () => {
  const refused = file('Q', { aborted: true, errors: ["Exit code: 5\nUnknown option '--hangdump'\nUsage Q"] })
  expect(told(evidence('dotnet test --project Q; true', [], { files: [refused] })).bad).toEqual([
    "never-started: the test run of Q (net10.0) never started: Unknown option '--hangdump'",
  ])
})

test.each([
  { words: "Unknown option '--no-such'\nUsage X [option providers]", exitCode: 5 },
  { words: 'error: unknown option: -nonsense', exitCode: 3 },
  { words: 'error: error: unknown command line option: on', exitCode: 3 },
  { words: 'error: missing filename for -trx', exitCode: 3 },
])(
  'a program that refused its options says why, though it does not say its name: $words',
  ({ words, exitCode }) => {
    const given = evidence(
      './X/bin/Debug/net10.0/X -a || true; dotnet test B',
      [...words.split('\n'), ...ran('B')],
      {
        processes: [program('X', { exitCode })],
      },
    )
    expect(told(given).bad).toEqual([
      `never-started: \`/src/X/bin/Debug/net10.0/X.dll\` never started: ${words.split('\n')[0] ?? ''}`,
    ])
  },
)

test('a runner of the SDK never started where there is no SDK', () => {
  const words = [
    'The command could not be loaded, possibly because:',
    '  * You intended to execute a .NET application:',
    "      The application 'vstest' does not exist or is not a managed .dll or .exe.",
    '  * You intended to execute a .NET SDK command:',
    '      No .NET SDKs were found.',
  ]
  expect(told(evidence('dotnet vstest A.dll; exit 0', words)).bad).toEqual([
    'never-started: `dotnet vstest A.dll` never started: No .NET SDKs were found',
  ])
})

test('of the reasons that .NET thinks of the one that is told names what is not there', () => {
  const words = [
    'Could not execute because the specified command or file was not found.',
    'Possible reasons for this include:',
    '  * You misspelled a built-in dotnet command.',
    '  * You intended to execute a .NET program, but dotnet-Nope.Tests.dll does not exist.',
  ]
  expect(told(evidence('dotnet Nope.Tests.dll; dotnet test B', [...words, '', ...ran('B')])).bad).toEqual([
    'never-started: `dotnet Nope.Tests.dll` never started: dotnet-Nope.Tests.dll does not exist',
  ])
})

test('a file that is whole knows of every abort of its run: what else the log says is of another one, or printed', () => {
  const crash = 'The active test run was aborted. Reason: Test host process crashed'
  const given = (lines: string[]) =>
    told(evidence('dotnet test A || true', lines, { files: [file('A')], processes: tested('a', 0) }))
  expect(given([begins('A'), crash, '[FATAL ERROR] System.Exception', ends('A')])).toEqual(fine)
  const two = [begins('B'), begins('A'), crash, ends('A')]
  expect(told(evidence('dotnet test || true', two, { files: [file('A')] })).bad).toEqual([
    `stopped: the test run of B (net10.0) was stopped: ${crash} without a word, as where memory ran out or a test ended it`,
  ])
  // Of a teardown older adapters of NUnit tell the log alone, and end with 0.
  expect(given([begins('A'), 'TearDown failed for test fixture U.Cart', ends('A')]).bad).toHaveLength(1)
})

test('an abort that names nothing is of the command that failed, and its host says with what it ended', () => {
  const crash = 'The active test run was aborted. Reason: Test host process crashed'
  const host = { ...program('testhost', { exitCode: 3 }), id: 'host', parent: id('b') }
  const processes = [
    ...tested('a', 0),
    ...tested('b', 1).map((one) => ({ ...one, words: one.words.map((word) => word.replace('A', 'B')) })),
    { ...host, words: [`${sdk}/testhost.dll`] },
  ]
  const given = evidence('dotnet test A && dotnet test B || exit 1', [crash, '', 'Test Run Aborted.'], {
    processes,
    endedWell: false,
  })
  expect(told(given).bad).toEqual([
    `stopped: \`dotnet test B\` failed: ${crash}: a test ended it with exit code 3`,
  ])
})

test('a RUN that failed says which of its commands never started, and why', () => {
  const words = 'The test source file "/src/nope.dll" provided was not found.'
  const command = 'dotnet test B && dotnet vstest nope.dll'
  const given = evidence(command, [...ran('B'), words], { endedWell: false })
  expect(told(given).bad).toEqual([
    `never-started: \`dotnet vstest nope.dll\` never started: ${words.slice(0, -1)}`,
  ])
})

test('what the log says of an abort behind a run that its file knows to be whole is of the command that left nothing', () => {
  const words = "Testhost process for source(s) '/src/X.dll' exited with error: no testhost.dll"
  const given = evidence(
    'dotnet test A && dotnet test X.dll',
    [...ran('A'), words, '', 'Test Run Aborted.'],
    {
      endedWell: false,
      files: [file('A')],
    },
  )
  expect(told(given).bad).toEqual([`stopped: \`dotnet test X.dll\` failed: ${words}`])
})

test('`dotnet test` that started no runner, and one whose runner found no test, say so', () => {
  const [test] = tested('a', 0)
  const processes = test === undefined ? [] : [test]
  expect(settle(evidence('dotnet test A', [], { processes })).entries).toMatchObject([
    {
      kind: 'no-tests',
      what: '`dotnet test A` ended well, but it started no runner of tests: what it was given is no test project, or was not restored',
    },
  ])
  const none = [
    begins('A'),
    'No test matches the given testcase filter `Name=Nope` in /src/A/bin/Debug/net10.0/A.dll',
  ]
  expect(told(evidence('dotnet test A || true', none, { processes: tested('a', 1) })).bad).toEqual([
    'failed: `dotnet test A` found no test to run, and ended with exit code 1',
  ])
})

test('a runner that ended by itself before a result never started its tests, and its last line says why', () => {
  const refuses = [begins('A'), "Could not find a test logger with the FriendlyName 'junit'."]
  const given = evidence('dotnet test A --logger junit || true', refuses, { processes: tested('a', 1) })
  expect(told(given).bad).toEqual([
    "never-started: the test run of A (net10.0) never started (`dotnet test A`): Could not find a test logger with the FriendlyName 'junit'.",
  ])
  const killed = tested('a', 1).map((one) => ({ ...one, exitCode: undefined }))
  expect(told({ ...given, processes: killed }).bad).toEqual([
    expect.stringMatching(/^stopped: .*did not come/),
  ])
})
