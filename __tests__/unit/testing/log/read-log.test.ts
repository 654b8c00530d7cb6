import { describe, expect, test } from '@jest/globals'

import { readConsoleLog, counts, quietSigns, recordedLog, run } from '../recorded.ts'
import { plainLines, readDuration, shortFramework } from '../../../../src/testing/log/text.ts'

const million = 1_000_000
const start = 'Test run for /src/A/bin/Debug/net10.0/A.dll (.NETCoreApp,Version=v10.0)'
const summary = (failed: number, passed: number) =>
  `Failed!  - Failed:     ${failed}, Passed:     ${passed}, Skipped:     0, Total:     ${failed + passed}, Duration: 1 s - A.dll (net10.0)`

test.each<[string, string[]]>([
  ['\u001b[31;1merror\u001b[m \u001b]9;4;3;\u001b\\x', ['error x']],
  ['\u001b]0;title\u0007a\u001b[?25l\u001b[2Fb', ['ab']],
  ['a\0b\u0007c\ufeff', ['abc']],
  ['50%\r100%\r', ['50%', '100%']],
  ['a\u001b', ['a']],
])('reads %j without terminal sequences', (raw, lines) => {
  expect(plainLines(raw)).toEqual(lines)
})

test.each<[string, number | undefined]>([
  ['368 ms', 368],
  ['< 1 ms', 0],
  ['<1ms', 0],
  ['1 m 3 s', 63_000],
  ['1 h 2 m', 3_720_000],
  ['1s 103ms', 1103],
  ['2m 05s 001ms', 125_001],
  ['2.4s', 2400],
  ['2,4s', 2400],
  ['1d 2h', 93_600_000],
  ['soon', undefined],
  ['3 items', undefined],
])('a duration of %j is %j ms', (text, milliseconds) => {
  expect(readDuration(text)).toBe(milliseconds)
})

test.each([
  ['.NETCoreApp,Version=v10.0', 'net10.0'],
  ['.NETCoreApp,Version=v3.1', 'netcoreapp3.1'],
  ['.NETFramework,Version=v4.7.2', 'net472'],
  ['net8.0|x64', 'net8.0'],
  ['net8.0-windows', 'net8.0-windows'],
  ['x64', undefined],
])('the framework %j is %j', (text, framework) => {
  expect(shortFramework(text)).toBe(framework)
})

describe('the counts of a project on two frameworks', () => {
  test('stay apart', () => {
    const line = (framework: string, version: string) => [
      `Test run for /src/A/bin/Debug/${framework}/A.dll (.NETCoreApp,Version=${version})`,
      `Passed!  - Failed:     0, Passed:     3, Skipped:     0, Total:     3, Duration: 2 m 1 s - A.dll (${framework})`,
    ]
    const common = { project: 'A', counts: counts(3, 3, 0, 0), durationMs: 121_000 }
    expect(readConsoleLog([...line('net8.0', 'v8.0'), ...line('net10.0', 'v10.0')]).runs).toEqual([
      run({ ...common, framework: 'net8.0' }),
      run(common),
    ])
  })
})

test('the same assembly tested twice is two runs', () => {
  const { runs } = readConsoleLog([start, summary(0, 1), start, summary(0, 2)])
  expect(runs.map((one) => one.counts.total)).toEqual([1, 2])
})

test('a log whose beginning was clipped still has its counts', () => {
  const { runs, signs } = readConsoleLog(recordedLog('xunit2-vstest-mixed').slice(20))
  expect(signs).toEqual(quietSigns)
  expect(runs).toMatchObject([{ project: 'Shop.Tests', counts: counts(8, 4, 3, 1), incomplete: false }])
})

test('a log whose end was clipped has the failures that were printed, and says that it is not whole', () => {
  const { runs } = readConsoleLog(recordedLog('xunit2-vstest-mixed').slice(0, 20))
  expect(runs).toMatchObject([{ counts: counts(3, 0, 2, 1), incomplete: true }])
})

test('a line of a test that looks like a result does not outvote the counts', () => {
  const { runs } = readConsoleLog([start, 'failed to connect (5ms)', summary(0, 4)])
  expect(runs).toMatchObject([{ counts: counts(4, 4, 0, 0), results: [] }])
})

describe('hostile output', () => {
  const hostile: [string, string][] = [
    ['one endless line', 'x'.repeat(50 * million)],
    ['spaces', ' '.repeat(million)],
    ['escapes', '\u001b['.repeat(million)],
    ['unfinished titles', '\u001b]'.repeat(million)],
    ['parameters', `\u001b[0${';0'.repeat(million)}`],
    ['slashes', `${'/'.repeat(million)}.dll (net10.0)`],
    ['parentheses', `${'('.repeat(million)}: error CS1: x`],
    ['errors', ': error '.repeat(million / 10)],
    ['numbers', `Failed! - ${'1, '.repeat(million)} - A.dll (net10.0)`],
    ['a name', `  Failed ${'a'.repeat(million)} [1 ms]`],
    ['a frame', `    ${'a '.repeat(million)}(`],
    ['a colon in every place', 'a: '.repeat(million)],
    ['carriage returns', '\r'.repeat(million)],
    ['NUL', '\0'.repeat(million)],
    ['lone surrogates', '\ud83d'.repeat(million)],
  ]
  test.each(hostile)('%s costs no more than its length', (_, line) => {
    const begun = performance.now()
    const { runs } = readConsoleLog([start, line, line.slice(0, 16_000), line, summary(1, 1)])
    expect(runs[0]?.counts).toEqual(counts(2, 1, 1, 0))
    // What grows with the square of a million takes a quarter of an hour, on the fastest machine.
    expect(performance.now() - begun).toBeLessThan(120_000)
  })

  test('a name of 100 kB is cut, its failure is not lost', () => {
    const name = `A.B(text: "${'y'.repeat(100_000)}")`
    const { runs } = readConsoleLog([
      start,
      `  Failed ${name} [1 ms]`,
      '  Error Message:',
      '   no',
      summary(1, 0),
    ])
    expect(runs[0]?.results).toEqual([{ name: `${name.slice(0, 1023)}…`, outcome: 'failed', message: 'no' }])
  })

  test('a message of 1 MB is cut, its stack is kept', () => {
    const { runs } = readConsoleLog([
      start,
      '  Failed A.B [1 ms]',
      '  Error Message:',
      '   first',
      ...Array.from({ length: 20_000 }, () => 'z'.repeat(50)),
      '  Stack Trace:',
      '     at A.B() in /src/B.cs:line 3',
      summary(1, 0),
    ])
    const [failed] = runs[0]?.results ?? []
    expect(failed?.message?.length).toBe(16_384)
    expect(failed?.stack).toBe('   at A.B() in /src/B.cs:line 3')
  })

  test('20,000 failures give the first 10,000 and the true count', () => {
    function* lines(): Generator<string> {
      yield start
      for (let index = 0; index < 20_000; index += 1) {
        yield `  Failed A.B${index} [1 ms]`
        yield '  Error Message:'
        yield `   ${'m'.repeat(1000)}`
      }
      yield summary(20_000, 5)
    }
    const { runs } = readConsoleLog(lines())
    expect(runs[0]?.counts).toEqual(counts(20_005, 5, 20_000, 0))
    expect(runs[0]?.results).toHaveLength(10_000)
  })
})
