import { describe, expect, test } from '@jest/globals'

import {
  readTrx,
  counts,
  mstestFailures,
  passed,
  quantity,
  recordedFile,
  recordedStream,
  registry,
  rejects,
  run,
  tax,
} from '../recorded.ts'
import type { TestResult, TestRun } from '../../../../src/testing/results/test-results.ts'

const className = 'Shop.Tests.OrderTests'
const inClass = (result: TestResult): TestResult => ({ ...result, className })
const trx = (rest: Partial<TestRun>): TestRun => run({ source: 'trx', ...rest })
const byName = (results: TestResult[]) => [...results].sort((a, b) => a.name.localeCompare(b.name))

async function* streamOf(...pieces: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece))
}

/** A TRX around some results, definitions and a summary. */
function trxOf(results: string, rest = '', summary = '<ResultSummary outcome="Completed" />'): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>${results}</Results>${rest}${summary}</TestRun>`
}

describe('recorded files', () => {
  const xunit = (took: number[], at: { line?: string } = {}): TestResult[] =>
    [
      tax(took[0], at),
      quantity(took[1], at),
      rejects(took[2], at),
      registry(took[3], 'not on this OS'),
      passed('Shop.Tests.OrderTests.Totals_add_up', took[4]),
      passed('Shop.Tests.OrderTests.Discount_applies', took[5]),
      passed('Shop.Tests.OrderTests.Quantity_is_kept(given: 1, expected: 1)', took[6]),
      passed('Shop.Tests.OrderTests.Quantity_is_kept(given: 3, expected: 3)', took[7]),
    ].map(inClass)

  const failures = mstestFailures([12, 1, 1])
  const mstest = [
    failures.tax,
    failures.rejects,
    failures.quantity,
    { name: 'Reads_windows_registry', outcome: 'skipped' as const, message: 'not on this OS' },
    passed('Totals_add_up', 9),
    passed('Discount_applies', 1),
    passed('Quantity_is_kept (1,1)', 0),
    passed('Quantity_is_kept (3,3)', 0),
  ].map(inClass)

  test.each([
    ['xunit2-vstest-mixed', 1936, xunit([20, 8, 0, 1, 2, 6, 7, 0])],
    ['xunit3-vstest-mixed', 6474, xunit([9, 0, 0, 1, 31, 0, 0, 0])],
    ['xunit3-mtp-mixed', 172, xunit([6, 0, 0, 0, 20, 0, 0, 0])],
    ['mstest-vstest-mixed', 891, mstest],
  ] as [string, number, TestResult[]][])('%s', async (name, durationMs, results) => {
    const found = await readTrx(recordedStream(`trx/${name}.trx`, 1000))
    expect({ ...found, results: byName(found.results) }).toEqual(
      trx({ durationMs, results: byName(results) }),
    )
  })

  test.each([
    ['xunit2-vstest-pass', counts(2, 2, 0, 0), 7941],
    ['xunit3-vstest-pass', counts(2, 2, 0, 0), 2927],
    ['xunit3-mtp-pass', counts(2, 2, 0, 0), 212],
    ['mstest-vstest-pass', counts(2, 2, 0, 0), 1724],
    ['xunit2-vstest-skip', counts(1, 0, 0, 1), 6689],
    ['xunit3-vstest-skip', counts(1, 0, 0, 1), 15_110],
    ['xunit3-mtp-skip', counts(1, 0, 0, 1), 170],
    ['mstest-vstest-skip', counts(1, 0, 0, 1), 1008],
    ['xunit2-vstest-timeout', counts(2, 1, 1, 0), 8076],
    ['xunit3-vstest-timeout', counts(2, 1, 1, 0), 8187],
    ['xunit3-mtp-timeout', counts(2, 1, 1, 0), 811],
    ['xunit2-vstest-notests', counts(0, 0, 0, 0), 2087],
    ['mstest-vstest-notests', counts(0, 0, 0, 0), 663],
    ['xunit2-vstest-warning', counts(1, 1, 0, 0), 5095],
  ])('%s', async (name, expected, durationMs) => {
    const found = await readTrx(recordedStream(`trx/${name}.trx`))
    expect(found).toEqual(trx({ counts: expected, durationMs, results: found.results }))
    expect(found.results).toHaveLength(expected.total)
  })

  test('a skipped MSTest result has a reason and no duration', async () => {
    const { results } = await readTrx(recordedStream('trx/mstest-vstest-skip.trx'))
    expect(results).toEqual([
      { name: 'Reads_windows_registry', className, outcome: 'skipped', message: 'not on this OS' },
    ])
  })

  test('a TRX without a definition has its project from a message, its framework from the name', async () => {
    const found = await readTrx(
      recordedStream('trx/xunit3-mtp-notests.trx'),
      '_host_2026-11-20_18_16_53_net10.0.trx',
    )
    expect(found).toEqual(trx({ project: '', counts: counts(0, 0, 0, 0), durationMs: 31 }))
  })

  test.each([
    ['xunit2-vstest-crash', 2458],
    ['mstest-vstest-crash', 1028],
  ])('%s: aborted, with the words of the crash', async (name, durationMs) => {
    const found = await readTrx(recordedStream(`trx/${name}.trx`))
    const expected = trx({
      project: '',
      counts: counts(0, 0, 0, 0),
      durationMs,
      aborted: true,
      errors: found.errors,
    })
    delete expected.framework
    expect(found).toEqual(expected)
    expect(found.errors).toHaveLength(1)
    expect(found.errors[0]?.split('\n').slice(0, 2)).toEqual([
      'The active test run was aborted. Reason: Test host process crashed : Process terminated.',
      'boom in native code',
    ])
    expect(found.errors[0]).toContain('at Shop.Tests.OrderTests.Recurses_for_ever()')
  })

  test('xunit3-vstest-crash: its one result passed, the run is aborted all the same', async () => {
    expect(await readTrx(recordedStream('trx/xunit3-vstest-crash.trx'))).toEqual(
      trx({
        counts: counts(1, 1, 0, 0),
        durationMs: 63_386,
        results: [inClass(passed('Shop.Tests.OrderTests.Totals_add_up', 21))],
        aborted: true,
        errors: [
          '[FATAL ERROR] Xunit.Sdk.TestPipelineException',
          'Catastrophic failure: Test process crashed with exit code 134.',
        ],
      }),
    )
  })
})

describe('encodings', () => {
  const file = recordedFile('trx/xunit2-vstest-mixed.trx')
  const text = Buffer.from(file)
    .toString()
    .replace(/^\ufeff/, '')
    .replace('encoding="utf-8"', 'encoding="utf-16"')
  const little = Buffer.from(`\ufeff${text}`, 'utf16le')
  test.each([
    ['UTF-8 with a mark', file],
    ['UTF-8 without a mark', file.subarray(3)],
    ['UTF-16 LE', little],
    ['UTF-16 LE without a mark', little.subarray(2)],
    ['UTF-16 BE', Buffer.from(little).swap16()],
  ])('%s, in pieces of seven bytes and in one piece', async (_, bytes) => {
    const whole = await readTrx(streamOf(bytes))
    expect(whole).toMatchObject({ counts: counts(8, 4, 3, 1), incomplete: false, errors: [] })
    const small = Array.from({ length: Math.ceil(bytes.length / 7) }, (_piece, index) =>
      bytes.subarray(7 * index, 7 * index + 7),
    )
    expect(await readTrx(streamOf(...small))).toEqual(whole)
  })
})

describe('outcomes', () => {
  test.each([
    ['Passed', 'passed'],
    ['Warning', 'passed'],
    ['Completed', 'passed'],
    ['NotExecuted', 'skipped'],
    ['Inconclusive', 'skipped'],
    ['NotRunnable', 'skipped'],
    ['Failed', 'failed'],
    ['Error', 'failed'],
    ['Timeout', 'failed'],
    ['Aborted', 'failed'],
    ['InProgress', 'failed'],
    ['SomethingNew', 'failed'],
  ])('%s is %s', async (word, outcome) => {
    const { results } = await readTrx(streamOf(trxOf(`<UnitTestResult testName="a" outcome="${word}" />`)))
    expect(results).toEqual([{ name: 'a', outcome }])
  })

  test('a missing one is Error, which VSTest leaves out', async () => {
    const { counts: found } = await readTrx(streamOf(trxOf('<UnitTestResult testName="a" />')))
    expect(found).toEqual(counts(1, 0, 1, 0))
  })

  test('Counters are not believed', async () => {
    const summary = '<ResultSummary outcome="Completed"><Counters total="9" passed="9" /></ResultSummary>'
    const found = await readTrx(
      streamOf(trxOf('<UnitTestResult testName="a" outcome="Failed" />', '', summary)),
    )
    expect(found.counts).toEqual(counts(1, 0, 1, 0))
  })

  const row = (name: string, outcome: string, inner = '') =>
    `<UnitTestResult testName="${name}" outcome="${outcome}">${inner}</UnitTestResult>`
  test('of a data-driven test the rows count, once', async () => {
    const inner = `<InnerResults>${row('a (1)', 'Passed')}${row('a (2)', 'Failed')}</InnerResults>`
    const found = await readTrx(streamOf(trxOf(row('a', 'Failed', inner) + row('b', 'Passed'))))
    expect(found.counts).toEqual(counts(3, 2, 1, 0))
    expect(found.results.map(({ name }) => name)).toEqual(['a (1)', 'a (2)', 'b'])
  })

  test('a data-driven test that fails though its rows pass is counted', async () => {
    const inner = `<InnerResults>${row('a (1)', 'Passed')}</InnerResults>`
    expect(await readTrx(streamOf(trxOf(row('a', 'Failed', inner))))).toMatchObject({
      counts: counts(2, 1, 1, 0),
    })
  })
})

describe('the run', () => {
  const summaryOf = (outcome: string, info = '') =>
    `<ResultSummary outcome="${outcome}"><RunInfos>${info}</RunInfos></ResultSummary>`
  const info = (outcome: string, text: string) =>
    `<RunInfo outcome="${outcome}"><Text>${text}</Text></RunInfo>`

  test.each([
    ['Aborted', true],
    ['Timeout', true],
    ['Error', true],
    ['Completed', false],
    ['Passed', false],
  ])('that is %s: aborted %s', async (outcome, aborted) => {
    const one = '<UnitTestResult testName="a" outcome="Passed" />'
    expect(await readTrx(streamOf(trxOf(one, '', summaryOf(outcome))))).toMatchObject({ aborted })
  })

  test('marked as failed without a failure or a word says so', async () => {
    const found = await readTrx(streamOf(trxOf('', '', summaryOf('Failed'))))
    expect(found.errors).toEqual(['The run is marked as failed, but none of its results is.'])
  })

  test('marked as failed since it found no test is one without a test', async () => {
    const text = 'No test matches the given testcase filter `Name=Nope` in /src/A/bin/Debug/net10.0/A.dll'
    const found = await readTrx(streamOf(trxOf('', '', summaryOf('Failed', info('Warning', text)))))
    expect(found).toMatchObject({ aborted: false, errors: [], counts: counts(0, 0, 0, 0) })
  })

  test('keeps its errors, and of its warnings those that tell of an abort', async () => {
    const infos =
      info('Error', 'Data collector failed') +
      info('Error', '[xUnit.net 00:00:00.53]     A.B [FAIL]') +
      info(
        'Warning',
        "Data collector 'Blame' message: The specified inactivity time of 8 seconds has elapsed.",
      ) +
      info('Warning', 'Something else')
    const found = await readTrx(streamOf(trxOf('', '', summaryOf('Failed', infos))))
    expect(found).toMatchObject({
      aborted: true,
      errors: [
        'Data collector failed',
        "Data collector 'Blame' message: The specified inactivity time of 8 seconds has elapsed.",
      ],
    })
  })

  test('is told in any language', async () => {
    const text = 'Der aktive Testlauf wurde abgebrochen. Grund: Der Testhostprozess ist abgestürzt.'
    const found = await readTrx(streamOf(trxOf('', '', summaryOf('Failed', info('Error', text)))))
    expect(found).toMatchObject({ aborted: true, errors: [text] })
  })
})

test('output is kept of what did not pass, and only the error is its message', async () => {
  const output = `<Output><StdOut>out</StdOut><StdErr><![CDATA[<err>]]></StdErr><ErrorInfo><Message>m&#xD;
n &amp; &#65;</Message><StackTrace>   at X()
</StackTrace></ErrorInfo><TextMessages><Message>other</Message></TextMessages></Output>`
  const both = (outcome: string) =>
    `<UnitTestResult testName="${outcome}" outcome="${outcome}">${output}</UnitTestResult>`
  const { results } = await readTrx(streamOf(trxOf(both('Failed') + both('Passed'))))
  expect(results).toEqual([
    {
      name: 'Failed',
      outcome: 'failed',
      message: 'm\nn & A',
      stack: '   at X()',
      stdout: 'out',
      stderr: '<err>',
    },
    { name: 'Passed', outcome: 'passed' },
  ])
})

test('namespace prefixes and class names with an assembly', async () => {
  const file = `<t:TestRun xmlns:t="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
<t:Results><t:UnitTestResult testId="1" testName="a" outcome="Passed" duration="1.00:00:00.0015" /></t:Results>
<t:TestDefinitions><t:UnitTest id="1" storage="c:\\b\\net8.0-windows\\x.dll"><t:TestMethod className="N.C, x, Version=1.0" /></t:UnitTest></t:TestDefinitions>
</t:TestRun>`
  expect(await readTrx(streamOf(file))).toEqual(
    trx({
      project: 'x',
      framework: 'net8.0-windows',
      counts: counts(1, 1, 0, 0),
      results: [{ name: 'a', className: 'N.C', outcome: 'passed', durationMs: 86_400_002 }],
    }),
  )
})

describe('classes', () => {
  const result = (id: string, name: string) =>
    `<UnitTestResult testId="${id}" testName="${name}" outcome="Passed" />`
  const definition = (id: string, className: string) =>
    `<UnitTest id="${id}"><TestMethod className="${className}" /></UnitTest>`
  const classesOf = async (text: string) =>
    (await readTrx(streamOf(text))).results.map(({ name, className: of }) => [name, of])
  const guid = (index: number) => `${index.toString(16).padStart(8, '0')}-5ba1-4f0e-9f6d-0123456789ab`

  test('are found by the id of the test, in whichever order the file has them', async () => {
    const results = result(guid(1), 'a') + result('two', 'b') + result(guid(1), 'a again') + result('', 'c')
    const definitions =
      definition('two', 'B') + definition(guid(1), 'A') + definition(guid(3), 'D') + definition('', 'C')
    const expected = [
      ['a', 'A'],
      ['b', 'B'],
      ['a again', 'A'],
      ['c', undefined],
    ]
    expect(await classesOf(trxOf(results, definitions))).toEqual(expected)
    expect(await classesOf(`<TestRun>${definitions}<Results>${results}</Results></TestRun>`)).toEqual(
      expected,
    )
  })

  test('of many tests are told apart', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => index)
    const results = many.map((index) => result(guid(index), `t${index}`)).join('')
    const definitions = many.map((index) => definition(guid(19_999 - index), `C${19_999 - index}`)).join('')
    expect(await classesOf(trxOf(results, definitions))).toEqual(
      many.map((index) => [`t${index}`, `C${index}`]),
    )
  })
})

describe('files that are not whole', () => {
  const file = recordedFile('trx/xunit2-vstest-mixed.trx')

  test('an empty one is incomplete, without an error', async () => {
    const found = await readTrx(streamOf())
    expect(found).toMatchObject({ results: [], counts: counts(0, 0, 0, 0), errors: [], incomplete: true })
    expect(await readTrx(streamOf('\ufeff'))).toEqual(found)
    expect(await readTrx(streamOf('  \n'))).toEqual(found)
  })

  test('one that is cut anywhere gives what was read, and never throws', async () => {
    let most = 0
    for (let length = 1; length < file.length - 20; length += 97) {
      const found = await readTrx(streamOf(file.subarray(0, length)))
      expect(found).toMatchObject({ incomplete: true, errors: [] })
      expect(found.counts.total).toBeGreaterThanOrEqual(most)
      most = found.counts.total
    }
    expect(most).toBe(8)
  })

  test('a result that is cut in its message counts', async () => {
    const text = trxOf('<UnitTestResult testName="a" outcome="Failed"><Output><ErrorInfo><Message>half')
    const cut = text.slice(0, text.indexOf('half') + 4)
    expect(await readTrx(streamOf(cut))).toMatchObject({
      counts: counts(1, 0, 1, 0),
      results: [{ name: 'a', outcome: 'failed' }],
      incomplete: true,
    })
  })

  test('a stream that breaks is an error of the file', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* streamOf(file.subarray(0, 3000))
      throw new Error('EIO: i/o error, read')
    }
    expect(await readTrx(broken())).toMatchObject({
      errors: ["The file can't be read: EIO: i/o error, read"],
      incomplete: true,
      counts: { total: 3 },
    })
  })
})

describe('hostile files', () => {
  const one = '<UnitTestResult testName="a" outcome="Passed" />'
  const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol">${'<!ENTITY lol2 "&lol;&lol;">'.repeat(1000)}]>`

  test.each([
    ['an entity bomb', `${bomb}<TestRun><Results>${one}</Results></TestRun>`, 'it has a document type'],
    ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><TestRun />', 'it has a document type'],
    ['deep nesting', `<TestRun>${'<a>'.repeat(100_000)}`, 'it is nested deeper than 256'],
    ['a huge attribute', `<TestRun a="${'x'.repeat(3_000_000)}" />`, 'a tag is over 1 MiB'],
    [
      'a million attributes',
      `<TestRun ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ')} />`,
      'a tag is over 1 MiB',
    ],
  ])('%s is refused', async (_, text, reason) => {
    const found = await readTrx(streamOf(text))
    expect(found).toMatchObject({ errors: [`The file is not read: ${reason}.`], incomplete: true })
  })

  test.each([
    ['crossed tags', `<TestRun><Results>${one}</TestRun></Results>`],
    ['an unknown entity', `<TestRun><Results>${one}&nbsp;</Results></TestRun>`],
    ['two roots', `<TestRun><Results>${one}</Results></TestRun><TestRun />`],
    ['an attribute without a value', `<TestRun><Results>${one}<a b></a></Results></TestRun>`],
  ])('%s: read up to there', async (_, text) => {
    const found = await readTrx(streamOf(text))
    expect(found).toMatchObject({ incomplete: true, counts: { total: 1 } })
    expect(found.errors).toEqual([expect.stringMatching(/^The file is not well-formed XML: /)])
  })

  test('no XML at all', async () => {
    const found = await readTrx(streamOf('\0\0\u0001garbage'.repeat(1000)))
    expect(found).toMatchObject({ incomplete: true, counts: { total: 0 } })
    expect(found.errors).toHaveLength(1)
  })

  test('another kind of file', async () => {
    expect(await readTrx(streamOf('<testsuites><testsuite /></testsuites>'))).toMatchObject({
      errors: ['The file is no TRX: its root is <testsuites>.'],
      incomplete: true,
    })
  })

  test('control characters that a test printed do not make a file useless', async () => {
    const result =
      '<UnitTestResult testName="a\u0001&#x1B;" outcome="Failed" /><UnitTestResult testName="b" outcome="Passed" />'
    expect(await readTrx(streamOf(trxOf(result)))).toMatchObject({
      counts: counts(2, 1, 1, 0),
      errors: [],
      incomplete: false,
    })
  })

  test('50,000 control characters are coloured output, not a broken file', async () => {
    const output = '\u001b[31mred\u001b[0m &#x1B;'.repeat(25_000)
    const result = `<UnitTestResult testName="a" outcome="Failed"><Output><StdOut>${output}</StdOut></Output></UnitTestResult>`
    expect(await readTrx(streamOf(trxOf(result)))).toMatchObject({
      counts: { failed: 1 },
      errors: [],
      incomplete: false,
    })
  })

  test('a million numeric entities are text', async () => {
    const message = '&#65;'.repeat(1_000_000)
    const result = `<UnitTestResult testName="a" outcome="Failed"><Output><ErrorInfo><Message>${message}</Message></ErrorInfo></Output></UnitTestResult>`
    const found = await readTrx(streamOf(trxOf(result)))
    expect(found).toMatchObject({ incomplete: false, counts: { failed: 1 } })
    expect(found.results[0]?.message).toBe(`${'A'.repeat(16_383)}…`)
  })

  test('a name of 100 kB is cut', async () => {
    const { results } = await readTrx(
      streamOf(trxOf(`<UnitTestResult testName="${'n'.repeat(100_000)}" outcome="Passed" />`)),
    )
    expect(results[0]?.name).toHaveLength(1024)
  })

  test.each([
    ['a text', '<Output><StdOut>', 'o', 20, 'a text is over 16 MiB'],
    ['a comment', '<!--', '-o', 20, 'a comment, an instruction or an entity is over 4 MiB'],
    ['an entity', '&', 'o', 20, 'a comment, an instruction or an entity is over 4 MiB'],
  ])('%s without end is refused before it fills the memory', async (_, before, unit, megabytes, reason) => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`<TestRun><Results><UnitTestResult testName="a" outcome="Failed">${before}`)
      const piece = Buffer.from(unit.repeat(1_000_000 / unit.length))
      for (let index = 0; index < megabytes; index += 1) yield await Promise.resolve(piece)
    }
    expect(await readTrx(pieces())).toMatchObject({
      errors: [`The file is not read: ${reason}.`],
      counts: { failed: 1 },
      incomplete: true,
    })
  })

  test('a document type behind a mark and a comment is found, the word in a message is not one', async () => {
    const hidden = '\ufeff<?xml version="1.0"?><!-- c --><!DOCTYPE TestRun><TestRun />'
    expect(await readTrx(streamOf(hidden.slice(0, 40), hidden.slice(40)))).toMatchObject({
      errors: ['The file is not read: it has a document type.'],
    })
    const message = '<Output><ErrorInfo><Message><![CDATA[<!DOCTYPE html>]]></Message></ErrorInfo></Output>'
    const found = await readTrx(
      streamOf(trxOf(`<UnitTestResult testName="a" outcome="Failed">${message}</UnitTestResult>`)),
    )
    expect(found).toMatchObject({ errors: [], results: [{ message: '<!DOCTYPE html>' }] })
  })

  test('line ends of Windows are one, also where a piece ends between them', async () => {
    const text = trxOf(
      '<UnitTestResult testName="a" outcome="Failed"><Output><StdErr>x\r\ny\rz</StdErr></Output></UnitTestResult>',
    )
    const cut = text.indexOf('\r\n') + 1
    const { results } = await readTrx(streamOf(text.slice(0, cut), text.slice(cut)))
    expect(results).toEqual([{ name: 'a', outcome: 'failed', stderr: 'x\ny\nz' }])
  })

  test('50 MB of output of a passed test cost nothing', async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      const [before = '', after = ''] = trxOf(
        '<UnitTestResult testName="a" outcome="Passed"><Output><StdOut>#</StdOut></Output></UnitTestResult>',
      ).split('#')
      yield Buffer.from(before)
      const piece = Buffer.alloc(1_000_000, 'o')
      for (let index = 0; index < 50; index += 1) yield await Promise.resolve(piece)
      yield Buffer.from(after)
    }
    expect(await readTrx(pieces())).toMatchObject({
      incomplete: false,
      results: [{ name: 'a', outcome: 'passed' }],
    })
  })

  test('more results than the limit are counted, not kept', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, index) =>
        `<UnitTestResult testName="t${index}" outcome="${index % 2 === 0 ? 'Passed' : 'Failed'}" />`,
    )
    const found = await readTrx(streamOf(trxOf(many.join(''))), '', 100)
    expect(found.counts).toEqual(counts(5000, 2500, 2500, 0))
    expect(found.results).toHaveLength(100)
  })
})
