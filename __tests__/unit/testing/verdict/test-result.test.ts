import { expect, test } from '@jest/globals'
import { decideVerdict, type Decision, type Evidence } from '../../../../src/testing/verdict/test-result.ts'
import { isBad } from '../../../../src/testing/verdict/settle-commands.ts'

const counts = (passed: number, failed = 0, skipped = 0) => ({
  total: passed + failed + skipped,
  passed,
  failed,
  skipped,
})
const failedWith = (exitCode: number | undefined): Evidence['build'] => ({
  kind: 'failed',
  inTests: true,
  exitCode,
})
const compilerError = (
  place?: Evidence['hiddenErrors'][number]['place'],
): Evidence['hiddenErrors'][number] => ({
  severity: 'error',
  code: 'CS1002',
  text: '; expected',
  file: '/src/Shop/Cart.cs',
  line: 12,
  place,
})

/** A ledger with one run that did not end well. */
const bad = (what: string, hiddenBy?: string): Evidence['ledger'] => [{ kind: 'stopped', what, hiddenBy }]
const hidden = 'the command that tests hides it from the build'

/** One RUN that tests, was not cached, and ended well. */
const plain: Evidence = {
  build: { kind: 'built' },
  readsResults: true,
  testRuns: 1,
  cachedRuns: 0,
  counts: counts(0),
  failedNames: [],
  ledger: [],
  foundNone: false,
  obstacle: undefined,
  failure: undefined,
  hiddenErrors: [],
  areErrorsEarlier: false,
  swallowedBy: undefined,
  testsAtStart: undefined,
}

interface Row {
  name: string
  evidence: Partial<Evidence>
  decision: Decision
}

const rows: Row[] = [
  {
    name: 'tests that passed',
    evidence: { counts: counts(12) },
    decision: { result: 'passed', reason: '12 tests passed' },
  },
  {
    name: 'tests that passed beside some that were skipped',
    evidence: { counts: counts(12, 0, 3) },
    decision: { result: 'passed', reason: '12 tests passed, 3 skipped' },
  },
  {
    name: 'Microsoft.Testing.Platform that found no test, which exits with 8',
    evidence: { build: failedWith(8), foundNone: true },
    decision: { result: 'no-tests', reason: 'the test command found no test to run' },
  },
  {
    name: 'Microsoft.Testing.Platform that skipped all tests',
    evidence: { build: failedWith(8), foundNone: true, counts: counts(0, 0, 2) },
    decision: { result: 'no-tests', reason: 'all 2 tests were skipped' },
  },
  {
    name: 'Microsoft.Testing.Platform with one project without a test',
    evidence: { build: failedWith(8), foundNone: true, counts: counts(6) },
    decision: {
      result: 'error',
      trouble: { kind: 'exit-code' },
      reason:
        'the test command failed with exit code 8, although none of its 6 tests did; one of the projects had no test to run',
    },
  },
  {
    name: 'a time limit with the name of the test that hung',
    evidence: { build: { kind: 'timed-out' }, ledger: bad('Test Run Aborted.; running then: Shop.Waits') },
    decision: {
      result: 'error',
      trouble: { kind: 'stopped' },
      reason: 'the tests did not end in time: Test Run Aborted.; running then: Shop.Waits',
    },
  },
  {
    name: 'a failure under VSTest, which exits with 1',
    evidence: { build: failedWith(1), counts: counts(11, 1), failedNames: ['Adds_up'] },
    decision: { result: 'failed', reason: '1 of 12 tests failed: Adds_up' },
  },
  {
    name: 'failures under Microsoft.Testing.Platform, which exits with 2',
    evidence: { build: failedWith(2), counts: counts(0, 2), failedNames: ['A', 'B'] },
    decision: { result: 'failed', reason: '2 of 2 tests failed: A, B' },
  },
  {
    name: 'more failures than a sentence holds',
    evidence: { build: failedWith(1), counts: counts(1, 5), failedNames: ['A', 'B', 'C', 'D', 'E'] },
    decision: { result: 'failed', reason: '5 of 6 tests failed: A, B, C, …' },
  },
  {
    name: 'thousands of failures',
    evidence: { build: failedWith(1), counts: counts(0, 3000) },
    decision: { result: 'failed', reason: '3,000 of 3,000 tests failed' },
  },
  {
    name: 'failures of which only some have a name',
    evidence: { build: failedWith(1), counts: counts(0, 2), failedNames: ['A'] },
    decision: { result: 'failed', reason: '2 of 2 tests failed: A, …' },
  },
  {
    name: 'failures without names',
    evidence: { build: failedWith(1), counts: counts(1, 2) },
    decision: { result: 'failed', reason: '2 of 3 tests failed' },
  },
  {
    name: 'a failure that || true hides',
    evidence: { counts: counts(11, 1), failedNames: ['Adds_up'], swallowedBy: '|| true' },
    decision: {
      result: 'failed',
      reason: '1 of 12 tests failed: Adds_up',
      hiddenBy: '"|| true" in the command hides it from the build',
    },
  },
  {
    name: 'a failure that something hides',
    evidence: { counts: counts(11, 1), failedNames: ['Adds_up'] },
    decision: {
      result: 'failed',
      reason: '1 of 12 tests failed: Adds_up',
      hiddenBy: 'the command that tests hides it from the build',
    },
  },
  {
    name: 'a failure in a build that was also too slow',
    evidence: { build: { kind: 'timed-out' }, counts: counts(3, 1), failedNames: ['A'] },
    decision: { result: 'failed', reason: '1 of 4 tests failed: A' },
  },
  {
    name: 'a failure in one stage while the other one’s tests were cached',
    evidence: { testRuns: 2, cachedRuns: 1, build: failedWith(1), counts: counts(0, 1), failedNames: ['A'] },
    decision: { result: 'failed', reason: '1 of 1 test failed: A' },
  },
  {
    name: 'no test under VSTest, which exits with 0',
    evidence: {},
    decision: { result: 'no-tests', reason: 'the test command ended well, but no test ran' },
  },
  {
    name: 'one test that was skipped',
    evidence: { counts: counts(0, 0, 1) },
    decision: { result: 'no-tests', reason: 'the only test was skipped' },
  },
  {
    name: 'tests that were all skipped',
    evidence: { counts: counts(0, 0, 7) },
    decision: { result: 'no-tests', reason: 'all 7 tests were skipped' },
  },
  {
    name: 'a stage without a RUN that tests',
    evidence: { testRuns: 0 },
    decision: { result: 'no-tests', reason: 'the stage has no RUN that tests' },
  },
  {
    name: 'tests in an ENTRYPOINT, which no build runs',
    evidence: { testRuns: 0, testsAtStart: 'ENTRYPOINT' },
    decision: {
      result: 'no-tests',
      reason: 'the tests are in ENTRYPOINT, which a build never runs; put them in a RUN',
    },
  },
  {
    name: 'tests that the base image’s ONBUILD ran',
    evidence: { testRuns: 0, counts: counts(4) },
    decision: { result: 'passed', reason: '4 tests passed' },
  },
  {
    name: 'tests from the cache',
    evidence: { testRuns: 2, cachedRuns: 2 },
    decision: {
      result: 'passed',
      reason: 'nothing that the tests depend on has changed since they last passed',
      isCached: true,
    },
  },
  {
    name: 'tests of which only some came from the cache',
    evidence: { testRuns: 2, cachedRuns: 1, counts: counts(5) },
    decision: { result: 'passed', reason: '5 tests passed' },
  },
  {
    name: 'a part from the cache, while the other part found nothing',
    evidence: { testRuns: 2, cachedRuns: 1 },
    decision: { result: 'no-tests', reason: 'the test command ended well, but no test ran' },
  },
  {
    name: 'a crash of the test host',
    evidence: { build: failedWith(1), ledger: bad('Test host process crashed') },
    decision: { result: 'error', trouble: { kind: 'stopped' }, reason: 'Test host process crashed' },
  },
  {
    name: 'a crash under xunit 3, which says Passed! before',
    evidence: { build: failedWith(1), counts: counts(3), ledger: bad('Catastrophic failure: boom') },
    decision: { result: 'error', trouble: { kind: 'stopped' }, reason: 'Catastrophic failure: boom' },
  },
  {
    name: 'a crash that || true hides',
    evidence: { counts: counts(3), ledger: bad('Test host process crashed', '|| true') },
    decision: {
      result: 'error',
      trouble: { kind: 'stopped' },
      reason: 'Test host process crashed',
      hiddenBy: '"|| true" in the command hides it from the build',
    },
  },
  {
    name: 'a crash under Microsoft.Testing.Platform, which exits with 134',
    evidence: { build: failedWith(134) },
    decision: {
      result: 'error',
      trouble: { kind: 'exit-code' },
      reason: 'the test command failed with exit code 134 and named no failed test',
    },
  },
  {
    name: 'a hang that blame ended',
    evidence: { build: failedWith(1), counts: counts(2), ledger: bad('Test Run Aborted.') },
    decision: { result: 'error', trouble: { kind: 'stopped' }, reason: 'Test Run Aborted.' },
  },
  {
    name: 'a hang that only the deadline ended',
    evidence: { build: { kind: 'timed-out' }, counts: counts(2) },
    decision: { result: 'error', trouble: { kind: 'stopped' }, reason: 'the tests did not end in time' },
  },
  {
    name: 'tests that ran out of memory',
    evidence: { build: failedWith(137) },
    decision: {
      result: 'error',
      trouble: { kind: 'exit-code' },
      reason:
        'the test command failed with exit code 137 and named no failed test; it was killed, most likely because memory ran out',
    },
  },
  {
    name: 'tests whose shell says no more than that they were killed',
    evidence: { build: failedWith(137), ledger: bad('Killed') },
    decision: {
      result: 'error',
      trouble: { kind: 'stopped' },
      reason: 'Killed (exit code 137, most likely because memory ran out)',
    },
  },
  {
    name: 'a run that did not end well beside many that passed, in a build that is green',
    evidence: { counts: counts(40), ledger: bad('the test run of A was stopped') },
    decision: {
      result: 'error',
      trouble: { kind: 'stopped' },
      reason: 'the test run of A was stopped',
      hiddenBy: hidden,
    },
  },
  {
    name: 'a log that BuildKit cut off, which no exit code would have told of',
    evidence: { ledger: [{ kind: 'lost', what: 'BuildKit cut it off', hiddenBy: undefined }] },
    decision: { result: 'error', trouble: { kind: 'lost' }, reason: 'BuildKit cut it off' },
  },
  {
    name: 'a project without a test beside one whose tests passed',
    evidence: {
      counts: counts(4),
      ledger: [{ kind: 'no-tests', what: 'B had no test to run', hiddenBy: undefined }],
    },
    decision: { result: 'passed', reason: '4 tests passed; B had no test to run' },
  },
  {
    name: 'a test program that printed nothing, beside tests that passed',
    evidence: {
      counts: counts(4),
      ledger: [
        {
          kind: 'silent',
          what: '`./B` ended well, but nothing shows that it ran a test',
          hiddenBy: undefined,
        },
      ],
    },
    decision: {
      result: 'error',
      trouble: { kind: 'silent' },
      reason: '`./B` ended well, but nothing shows that it ran a test: it may have ended before its summary',
    },
  },
  {
    name: 'a test program that printed nothing, alone',
    evidence: { ledger: [{ kind: 'silent', what: '`./B` ended well', hiddenBy: undefined }] },
    decision: {
      result: 'error',
      trouble: { kind: 'silent' },
      reason: '`./B` ended well: it may have ended before its summary',
    },
  },
  {
    name: 'results that were not read',
    evidence: { readsResults: false },
    decision: { result: 'unknown', reason: 'the test command ended with 0, and its results were not read' },
  },
  {
    name: 'results that were not read of a command that failed',
    evidence: { readsResults: false, build: failedWith(1) },
    decision: {
      result: 'error',
      trouble: { kind: 'exit-code' },
      reason: 'the test command failed with exit code 1 and named no failed test',
    },
  },
  {
    name: 'tests whose results stayed in the builder and that print none',
    evidence: { obstacle: 'cp: error writing: No space left on device' },
    decision: {
      result: 'error',
      reason:
        'the test command ended well, but its results could not be copied from the builder: ' +
        'cp: error writing: No space left on device',
    },
  },
  {
    name: 'tests whose results stayed in the builder, and whose log has them',
    evidence: { obstacle: 'cp: error writing: No space left on device', counts: counts(4) },
    decision: { result: 'passed', reason: '4 tests passed' },
  },
  {
    name: 'a test command that failed after its tests passed',
    evidence: { build: failedWith(1), counts: counts(4) },
    decision: {
      result: 'error',
      trouble: { kind: 'exit-code' },
      reason: 'the test command failed with exit code 1, although none of its 4 tests did',
    },
  },
  {
    name: 'a test command that failed without a code',
    evidence: { build: failedWith(undefined) },
    decision: {
      result: 'error',

      reason: 'the test command failed and named no failed test',
    },
  },
  {
    name: 'a compile error',
    evidence: {
      build: failedWith(1),
      failure: {
        title: 'The code did not compile: 2 errors',
        message: 'Shop/Cart.cs:12: CS1002 ; expected\nShop/Cart.cs:14: CS1513 } expected',
        isKnown: true,
        line: 9,
      },
    },
    decision: {
      result: 'error',
      reason: 'The code did not compile: 2 errors: Shop/Cart.cs:12: CS1002 ; expected',
    },
  },
  {
    name: 'a compile error that || true hides, beside another project’s passed tests',
    evidence: { counts: counts(10), hiddenErrors: [compilerError()], swallowedBy: '|| true' },
    decision: {
      result: 'error',
      reason: '/src/Shop/Cart.cs:12: CS1002 ; expected',
      hiddenBy: '"|| true" in the command hides it from the build',
    },
  },
  {
    name: 'a compile error that a script hides, with no test at all',
    evidence: { hiddenErrors: [compilerError(), compilerError()] },
    decision: {
      result: 'error',
      reason: '/src/Shop/Cart.cs:12: CS1002 ; expected (and 1 more)',
      hiddenBy: 'the command that tests hides it from the build',
    },
  },
  {
    name: 'a compile error that a step before the tests hides',
    evidence: { counts: counts(3), hiddenErrors: [compilerError()], areErrorsEarlier: true },
    decision: {
      result: 'error',
      reason: '/src/Shop/Cart.cs:12: CS1002 ; expected',
      hiddenBy: 'an earlier step hides it from the build',
    },
  },
  {
    name: 'a build step that failed before any test',
    evidence: {
      build: { kind: 'failed', inTests: false, exitCode: 1 },
      failure: {
        title: 'Stage web could not be built',
        message: 'process "npm ci" did not complete successfully: exit code: 1\n  npm error Missing: a@1',
        isKnown: false,
        line: 3,
      },
    },
    decision: {
      result: 'error',
      reason: 'process "npm ci" did not complete successfully: exit code: 1',
    },
  },
]

test.each(rows)('decides about $name', ({ evidence, decision }) => {
  expect(decideVerdict({ ...plain, ...evidence })).toEqual(decision)
})

test('nothing but tests that ran and passed is called passed', () => {
  const passed = rows.filter(({ decision }) => decision.result === 'passed' && decision.isCached !== true)
  for (const { evidence } of passed) {
    const { build, counts: found, ledger } = { ...plain, ...evidence }
    expect({ build: build.kind, failed: found.failed, bad: ledger.filter(isBad) }).toEqual({
      build: 'built',
      failed: 0,
      bad: [],
    })
    expect(found.passed).toBeGreaterThan(0)
  }
})

test('exit code 8 alone, without the words of Microsoft.Testing.Platform, is not taken for no test', () => {
  expect(decideVerdict({ ...plain, build: failedWith(8) }).result).toBe('error')
})
