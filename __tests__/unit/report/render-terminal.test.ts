import { expect, test } from '@jest/globals'
import type { JobReport } from '../../../src/report/model/job-report.ts'
import { makeReport } from '../../../src/job/findings.ts'
import { toReportJson } from '../../../src/report/model/to-json.ts'
import { columnsOf, renderTerminal } from '../../../src/report/render-terminal.ts'
import { helpLink } from '../../../src/shared/help-link.ts'
import type { TestResult, TestRun } from '../../../src/testing/results/test-results.ts'
import { layerRecord } from '../measure/a-layout.ts'
import { after, budgeted, compared, counts, failure, noChange, now, report, testReport } from './a-report.ts'

const failedRun = (results: TestResult[]): TestRun => ({
  source: 'trx',
  project: 'Shop.Tests',
  results,
  counts: counts(0, results.length),
  errors: [],
  aborted: false,
  incomplete: false,
})

test.each<{ name: string; report: JobReport; text: string }>([
  {
    name: 'a job that went well',
    report: compared(),
    text: `
✔ 12 tests passed · 81.25 MB compressed, +250.10 kB (+0.31 %)
  shop, stage final

                              now     before      change
compressed (registry)    81.25 MB   81.00 MB  +250.10 kB  +0.31 %
uncompressed (disk)     203.50 MB  203.00 MB  +500.00 kB  +0.25 %
download with baseline    1.25 MB
Compared with abcdef0 on main, 3 hours ago. Largest cause: package Newtonsoft.Json 13.0.1 → 13.0.3
+250.00 kB.

what changed                                compressed  uncompressed
package Newtonsoft.Json  13.0.1 → 13.0.3  ≈ +250.00 kB    +500.00 kB
the image’s config                              +100 B     no change
`,
  },
  {
    name: 'a job without a baseline',
    report: report(),
    text: `
✔ 12 tests passed · 81.25 MB compressed
  shop, stage final

                            size
compressed (registry)   81.25 MB
uncompressed (disk)    203.50 MB
No baseline yet: no image of this name, stage and platform was measured before on main.
`,
  },
  {
    name: 'the same image as before',
    report: compared({
      comparison: noChange,
      baseline: { kind: 'found', record: after, source: 'folder', warnings: [] },
    }),
    text: `
✔ 12 tests passed · 81.25 MB compressed, no change
  shop, stage final

                              now     before     change
compressed (registry)    81.25 MB   81.25 MB  no change
uncompressed (disk)     203.50 MB  203.50 MB  no change
download with baseline        0 B
Compared with the last measurement, 3 hours ago.

no layer changed
`,
  },
  {
    name: 'failed tests',
    report: report({
      image: undefined,
      baseline: undefined,
      problems: [
        {
          title: '1 of 12 tests failed in stage test',
          message: 'Dockerfile:12 RUN dotnet test\n✘ Adds\nA build has no database.',
          place: { file: 'Dockerfile', line: 12 },
        },
      ],
      tests: testReport({
        result: 'failed',
        counts: counts(11, 1),
        failures: [
          failure('CartTests.Adds(\n  item: 1)', {
            message: 'Expected: 1\r\n\tActual: 2',
            place: { file: 'tests/CartTests.cs', line: 7 },
          }),
        ],
        runs: [
          failedRun([
            { name: 'CartTests.Adds(\n  item: 1)', outcome: 'failed', message: 'Expected: 1\r\n\tActual: 2' },
            { name: 'CartTests.Skips', outcome: 'skipped' },
          ]),
        ],
      }),
    }),
    text: `
✘ 1 of 12 tests failed
  shop, stage final

Stage test: Dockerfile:12 RUN dotnet test
  A build has no database.

✘ CartTests.Adds( item: 1) (tests/CartTests.cs:7)
    Expected: 1
        Actual: 2
`,
  },
  {
    name: 'a exceeded budget and a warning',
    report: budgeted(80_000_000, {
      problems: [
        {
          title: 'Image size: 81.25 MB compressed, over the limit of 80.00 MB',
          message: 'shop is too large.',
          place: undefined,
        },
      ],
      warnings: ['The image is built\nwithout the Actions cache.'],
    }),
    text: `
✘ Image size: 81.25 MB compressed, over the limit of 80.00 MB · 12 tests passed
  shop, stage final

  shop is too large.
  Help: ${helpLink('Image size: 81.25 MB compressed, over the limit of 80.00 MB')}

                            size
compressed (registry)   81.25 MB
uncompressed (disk)    203.50 MB
No baseline yet: no image of this name, stage and platform was measured before on main.

! The image is built without the Actions cache.
`,
  },
  {
    name: 'words that are wider than the terminal, with their end',
    report: {
      ...makeReport({}, undefined),
      problems: [
        {
          title: 'Which stage is the final one?',
          message:
            'src/Dockerfile:4: the last stage, check, is one that tests, so it is not taken for the final stage. ' +
            'Set the input target to the one that is: build, check.',
          place: undefined,
        },
      ],
    },
    text: `
✘ Which stage is the final one?

  src/Dockerfile:4: the last stage, check, is one that tests, so it is not taken for the final
  stage. Set the input target to the one that is: build, check.
  Help: ${helpLink('Which stage is the final one?')}
`,
  },
  {
    name: 'a stage to paste, line by line',
    report: {
      ...makeReport({}, undefined),
      problems: [
        {
          title: 'No stage runs the tests',
          message:
            'Paste this above line 7 of Dockerfile:\n\n# Runs the tests\nFROM build AS test\nRUN dotnet test\n\nTo build without tests, …',
          place: undefined,
        },
      ],
    },
    text: `
✘ No stage runs the tests

  Paste this above line 7 of Dockerfile:

  # Runs the tests
  FROM build AS test
  RUN dotnet test

  To build without tests, …
  Help: ${helpLink('No stage runs the tests')}
`,
  },
])('reports $name', ({ report: job, text }) => {
  expect(renderTerminal(toReportJson(job), now)).toBe(text)
})

const words = [
  '漢字テスト',
  '🐳',
  '\x1b[31mred\x1b[0m',
  'x'.repeat(300),
  'a b '.repeat(60),
  '\t\t\t',
  '\u202eabc',
  'a\rb\nc',
]

test.each(words.map((word) => ({ word })))('no line is wider than 100 columns: $word', ({ word }) => {
  const long = word.repeat(40)
  const text = renderTerminal(
    toReportJson(
      compared({
        imageKey: long,
        finalStage: long,
        problems: [{ title: long, message: `${long}\n    ${long}`, place: undefined }],
        warnings: [long],
        comparison: {
          ...noChange,
          isBelowMinChange: false,
          layers: [{ kind: 'added', after: layerRecord('a', { createdBy: long }) }],
          publishChanges: [],
          files: [],
          parts: [
            {
              kind: 'package',
              name: long,
              versionBefore: long,
              versionAfter: undefined,
              compressedChangeBytes: -999_990_000,
              uncompressedChangeBytes: -123_456_789,
              isEstimate: true,
            },
          ],
        },
        tests: testReport({
          result: 'failed',
          counts: counts(0, 1),
          failures: [failure(long, { message: `${long}\n${long}` })],
        }),
      }),
    ),
    now,
  )
  expect(
    text.split('\n').filter((line) => columnsOf(line) > 100 && !line.startsWith('  Help: https:')),
  ).toEqual([])
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/)
})

test('a problem has its line of the Dockerfile in front, once', () => {
  const place = { file: 'Dockerfile', line: 9 }
  const shown = (message: string): string =>
    renderTerminal(toReportJson(report({ problems: [{ title: 't', message, place }] })), now)
  expect(shown('npm failed')).toContain('\n  Dockerfile:9\n  npm failed\n')
  expect(shown('Dockerfile:9 RUN npm ci\nnpm failed').match(/Dockerfile:9/g)).toHaveLength(1)
})

test('what is to be pasted keeps its lines', () => {
  const name = 'tests/Shop.Domain.Orders.UnitTests'
  const snippet = `COPY ${name}/Shop.Domain.Orders.UnitTests.csproj ${name}/and/further/folders/of/it/`
  const moved = `  line 8: ${snippet}`
  const notice = { message: `To keep it: paste this above line 4 of Dockerfile:\n\n${snippet}\n`, snippet }
  const problem = { title: 't', message: `Change the lines:\n${moved}`, place: undefined }
  const shown = (job: Parameters<typeof report>[0]): string => renderTerminal(toReportJson(report(job)), now)
  expect(shown({ notices: [notice] })).toContain(`\n${snippet}\n`)
  expect(shown({ problems: [{ ...problem, message: snippet, snippet }] })).toContain(`\n  ${snippet}\n`)
  expect(shown({ problems: [problem] })).toContain(`\n  ${moved}\n`)
})

test('an endless message has an end', () => {
  const job = report({ problems: [{ title: 't', message: 'x'.repeat(1_000_000), place: undefined }] })
  expect(renderTerminal(toReportJson(job), now).length).toBeLessThan(6_000)
})

test('shows the first twenty failed tests, and six lines of each', () => {
  const message = Array.from({ length: 10 }, (_, index) => `line ${index}`).join('\n')
  const failures = Array.from({ length: 30 }, (_, index) => failure(`T${index}`, { message }))
  const lines = renderTerminal(toReportJson(report({ tests: testReport({ failures }) })), now).split('\n')
  expect(lines.filter((line) => line.startsWith('✘ T'))).toHaveLength(20)
  expect(lines.filter((line) => line.startsWith('    line '))).toHaveLength(120)
})
