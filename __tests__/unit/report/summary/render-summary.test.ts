import { expect, test } from '@jest/globals'
import { compareImages } from '../../../../src/compare/compare-with-baseline.ts'
import type { JobReport } from '../../../../src/report/model/job-report.ts'
import { makeReport } from '../../../../src/job/findings.ts'
import { toReportJson } from '../../../../src/report/model/to-json.ts'
import { renderMarkdown } from '../../../../src/report/summary/render-summary.ts'
import type { ReportJson } from '../../../../src/report/model/report-schema.ts'
import { helpLink, repository } from '../../../../src/shared/help-link.ts'
import type { TestRun } from '../../../../src/testing/results/test-results.ts'
import { publishedImage } from '../../measure/dotnet/published.ts'
import { imageRecord, layerRecord } from '../../measure/a-layout.ts'
import {
  after,
  before,
  budgeted,
  compared,
  counts,
  failure,
  noChange,
  now,
  report,
  step,
  testReport,
} from '../a-report.ts'

/** The report without what only the renderer needs: spaces that don't break, and the colours of charts. */
const shown = (report: ReportJson): string =>
  renderMarkdown(report, now)
    .replaceAll('\u00a0', ' ')
    .replace(/^%%\{init: .*\}%%\n/gm, '')

const helpWith = (anchor: string): string =>
  `[What this error means](https://github.com/${repository}/blob/main/docs/troubleshooting.md#${anchor})`

const run = (more: Partial<TestRun> = {}): TestRun => ({
  source: 'trx',
  project: 'Shop.Tests',
  framework: 'net10.0',
  results: [],
  counts: counts(12),
  durationMs: 2_500,
  errors: [],
  aborted: false,
  incomplete: false,
  ...more,
})

const makeup = `<details><summary>What the image is made of</summary>

\`\`\`mermaid
pie title Your layers, uncompressed
    "project Shop" : 2000000
    "package Newtonsoft.Json" : 1495000
    "everything else" : 5000
\`\`\`

| part | version | files | compressed | uncompressed |
| --- | --- | ---: | ---: | ---: |
| base image <code>mcr.microsoft.com/dotnet/aspnet:10.0</code> | <code>10.0.1</code> | 0 | 80.00 MB | 200.00 MB |
| project <code>Shop</code> |  | 2 | ≈ 715.30 kB | 2.00 MB |
| package <code>Newtonsoft.Json</code> | <code>13.0.3</code> | 1 | ≈ 534.69 kB | 1.50 MB |
| the image’s config |  | 0 | 2.10 kB | 0 B |
| folders and tar headers |  | 0 | 10 B | 5.00 kB |

≈ is what the files took of their layer’s compressed bytes, exact to some kilobytes.

</details>

<details><summary>All 2 layers</summary>

| made by | where | compressed | uncompressed |
| --- | --- | ---: | ---: |
| <code>COPY /dotnet /usr/share/dotnet</code> | base image | 80.00 MB | 200.00 MB |
| <code>COPY /app .</code> | line 9 from <code>publish</code> | 1.25 MB | 3.50 MB |

</details>`

const sizeTable = `|  | size |
| --- | ---: |
| **Compressed**, in a registry | 81.25 MB |
| – base image <code>mcr.microsoft.com/dotnet/aspnet:10.0</code>, .NET <code>10.0.1</code> | 80.00 MB |
| – your layers | 1.25 MB |
| **Uncompressed**, on disk | 203.50 MB |`

test.each<{ name: string; report: JobReport; markdown: string }>([
  {
    name: 'a job that went well, with all that it found out',
    report: compared({
      cache: {
        kind: 'gha',
        from: [],
        to: [],
        testsFrom: [],
        testsTo: [],
        reason: 'cache: auto chose the Actions cache, read and written',
        warnings: [],
      },
      tests: testReport({
        runs: [run()],
        source: 'files',
        steps: [
          step('build', '1/3', 'FROM sdk'),
          step('build', '2/3', 'RUN dotnet restore', { outcome: 'cached', durationMs: 0 }),
          step('test', '1/1', 'RUN dotnet test', { durationMs: 30_000 }),
        ],
      }),
      steps: [
        step('build', '2/3', 'RUN dotnet restore', { outcome: 'cached', durationMs: 0 }),
        step('final', '2/2', 'COPY --from=build /app .'),
      ],
      delivery: {
        kind: 'delivered',
        digest: 'sha256:1',
        metadata: {},
        outputs: [{ how: 'pushed', where: 'acme/shop:1', checkedBy: 'manifest', durationMs: 900 }],
      },
    }),
    markdown: `### ✅ 12 tests passed · 81.25 MB compressed, +250.10 kB (+0.31 %)

<code>shop</code>, stage <code>final</code>. Compared with <code>abcdef0</code> on <code>main</code>, 3 hours ago. Largest cause: package <code>Newtonsoft.Json</code> <code>13.0.1 → 13.0.3</code> +250.00 kB.

|  | now | before | change |
| --- | ---: | ---: | ---: |
| **Compressed**, in a registry | 81.25 MB | 81.00 MB | +250.10 kB (+0.31 %) |
| – base image <code>mcr.microsoft.com/dotnet/aspnet:10.0</code>, .NET <code>10.0.1</code> | 80.00 MB | 80.00 MB | no change |
| – your layers | 1.25 MB | 1.00 MB | +250.10 kB (+25.0 %) |
| **Uncompressed**, on disk | 203.50 MB | 203.00 MB | +500.00 kB (+0.25 %) |
| **Download size**, for a machine that has the baseline | 1.25 MB |  |  |

| What changed | version | compressed | uncompressed |
| --- | --- | ---: | ---: |
| package <code>Newtonsoft.Json</code> | <code>13.0.1 → 13.0.3</code> | ≈ +250.00 kB | +500.00 kB |
| the image’s config |  | +100 B | no change |

<details><summary>Files: 2 changes</summary>

| file | now | before | change | compressed |
| --- | ---: | ---: | ---: | ---: |
| <code>app/Newtonsoft.Json.dll</code> | 1.50 MB | 995.00 kB | +500.00 kB | ≈ +250.00 kB |
| <code>app/Shop.deps.json</code> | 1.00 kB | 1.00 kB | other content |  |

</details>

<details><summary>Layers: 1 change</summary>

| made by | where | now | before | change |
| --- | --- | ---: | ---: | ---: |
| <code>COPY /app .</code> | line 9 from <code>publish</code> | 1.25 MB | 1.00 MB | +250.00 kB |

</details>

| Tests | passed | failed | skipped | time |
| --- | ---: | ---: | ---: | ---: |
| <code>Shop.Tests (net10.0)</code> | 12 | 0 | 0 | 2.5 s |

${makeup}

<details><summary>Steps: 1 of 3 from the cache</summary>

| for | stage | step | time |
| --- | --- | --- | ---: |
| tests | <code>build</code> | <code>RUN dotnet restore</code> | cached |
| tests | <code>test</code> | <code>RUN dotnet test</code> | 30.0 s |
| image | <code>final</code> | <code>COPY --from=build /app .</code> | 1.5 s |

Build cache: auto chose the Actions cache, read and written. Reading it took 0.0 s. Pushed in 0.9 s.

</details>
`,
  },
  {
    name: 'a job without a baseline',
    report: report(),
    markdown: `### ✅ 12 tests passed · 81.25 MB compressed

<code>shop</code>, stage <code>final</code>. No baseline yet: no image of this name, stage and platform was measured before on main.

${sizeTable}

${makeup}
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
          message: 'Dockerfile:12 RUN dotnet test\n✘ Adds',
          place: { file: 'Dockerfile', line: 12 },
        },
      ],
      tests: testReport({
        result: 'failed',
        reason: '1 of 12 tests failed: Adds',
        counts: counts(11, 1),
        failures: [
          failure('Shop.Tests.CartTests.Adds', {
            className: 'Shop.Tests.CartTests',
            message: 'Expected: 1\nActual: 2',
            stack: 'at Shop.Tests.CartTests.Adds() in /src/CartTests.cs:line 12',
            place: { file: 'Shop.Tests/CartTests.cs', line: 12 },
          }),
        ],
      }),
    }),
    markdown: `### ❌ 1 of 12 tests failed

<code>shop</code>, stage <code>final</code>. No image was built.

Failed in stage <code>test</code> <code>Dockerfile:12</code> <code>RUN dotnet test</code>

<details open><summary>❌ <code>CartTests.Adds</code> — <code>Shop.Tests/CartTests.cs:12</code></summary>

\`\`\`text
Expected: 1
Actual: 2
\`\`\`

<details><summary>Stack trace, Shop.Tests (net10.0)</summary>

\`\`\`text
Shop.Tests.CartTests.Adds

at Shop.Tests.CartTests.Adds() in /src/CartTests.cs:line 12
\`\`\`

</details>

</details>
`,
  },
  {
    name: 'a exceeded budget and a warning',
    report: budgeted(80_000_000, {
      problems: [
        {
          title: 'Image size: 81.25 MB compressed, over the limit of 80.00 MB',
          message: 'shop is 81.25 MB compressed.',
          place: undefined,
        },
      ],
      warnings: ['A stored baseline was not used: it is of linux/arm64, this image is of linux/amd64.'],
    }),
    markdown: `### ❌ Image size: 81.25 MB compressed, over the limit of 80.00 MB · 12 tests passed

<code>shop</code>, stage <code>final</code>. No baseline yet: no image of this name, stage and platform was measured before on main.

shop is 81.25 MB compressed. ${helpWith('image-size')}

${sizeTable}

${makeup}

> ⚠️ A stored baseline was not used: it is of linux/arm64, this image is of linux/amd64.
`,
  },
  {
    name: 'wrong inputs',
    report: {
      ...makeReport({}, undefined),
      problems: [{ title: 'Wrong input', message: 'cache: "x" is not one of auto.', place: undefined }],
    },
    markdown: `### ❌ Wrong input

cache: &#34;x&#34; is not one of auto. ${helpWith('wrong-input')}
`,
  },
  {
    name: 'a stage that BuildKit refuses',
    report: report({
      image: undefined,
      baseline: undefined,
      tests: testReport(),
      problems: [
        {
          title: 'Stage final could not be built',
          message: 'dockerfile parse error on line 2: unknown instruction: RUNX',
          place: { file: 'src/Dockerfile', line: 2 },
        },
      ],
    }),
    markdown: `### ❌ Stage final could not be built · 12 tests passed

<code>shop</code>, stage <code>final</code>. No image was built.

<code>src/Dockerfile:2</code>

dockerfile parse error on line 2: unknown instruction: RUNX ${helpWith('stage-could-not-be-built')}
`,
  },
])('reports $name', ({ report: job, markdown }) => {
  expect(shown(toReportJson(job))).toBe(markdown)
})

test('a place that a message begins with is said once', () => {
  const job = report({
    image: undefined,
    baseline: undefined,
    tests: undefined,
    problems: [
      {
        title: 'NuGet packages could not be restored',
        message: 'Dockerfile:11\nShop.csproj: NU1101 Unable to find package Acme.Pay.',
        place: { file: 'Dockerfile', line: 11 },
      },
    ],
  })
  const markdown = shown(toReportJson(job))
  expect(markdown.match(/Dockerfile:11/g)).toHaveLength(1)
  expect(markdown).toContain('\n\nShop.csproj: NU1101 Unable to find package Acme.Pay. ')
})

test('the command behind a place stands beside its link, once', () => {
  const job = report({
    image: undefined,
    baseline: undefined,
    tests: undefined,
    problems: [
      {
        title: 'The tests of Cart did not come to their end',
        message: 'Dockerfile:11 RUN dotnet test Cart\nthe test run of Cart was stopped',
        place: { file: 'Dockerfile', line: 11 },
      },
    ],
  })
  const markdown = shown(toReportJson(job))
  expect(markdown.match(/Dockerfile:11/g)).toHaveLength(1)
  expect(markdown).toContain('<code>RUN dotnet test Cart</code>\n\nthe test run of Cart was stopped ')
})

test('what hides a failure from the build stands beside its command', () => {
  const job = report({
    problems: [
      {
        title: '1 of 12 tests failed in stage test',
        message: 'Dockerfile:12 RUN dotnet test\n✘ Adds\n"|| true" in the command hides it from the build',
        place: undefined,
      },
    ],
    tests: testReport({
      result: 'failed',
      reason: '1 of 12 tests failed: Adds',
      hiddenBy: '"|| true" in the command hides it from the build',
      failures: [failure('Adds')],
    }),
  })
  expect(shown(toReportJson(job))).toContain(
    'Failed in stage <code>test</code> <code>RUN dotnet test</code>\n\n' +
      '&#34;&#124;&#124; true&#34; in the command hides it from the build\n\n',
  )
})

test('what stands below the names of failed tests in their error is in the summary, too', () => {
  const message = 'Dockerfile:12 RUN dotnet test\n✘ Starts\n… and 3 more\nA build has no Docker.'
  const job = report({
    problems: [{ title: '4 of 12 tests failed in stage test', message, place: undefined }],
    tests: testReport({ result: 'failed', failures: [failure('Starts')] }),
  })
  expect(shown(toReportJson(job))).toContain('<code>RUN dotnet test</code>\n\nA build has no Docker.\n\n')
})

test('layers that came, went and changed stand in the order of their weight', () => {
  const small = layerRecord('small', { createdBy: 'COPY small', compressedBytes: 10, line: 3 })
  const larger = { ...small, digest: layerRecord('x').digest, compressedBytes: 20 }
  const gone = layerRecord('gone', { createdBy: 'COPY gone', compressedBytes: 5_000 })
  const fresh = layerRecord('fresh', { createdBy: '', compressedBytes: 700 })
  const [image, record] = [imageRecord([fresh, small]), imageRecord([larger, gone])]
  const job = compared({
    image,
    baseline: { kind: 'found', record, source: 'cache', warnings: [] },
    comparison: compareImages(record, image, { sizeMetric: 'compressed', minChangeBytes: 0 }),
  })
  const rows = shown(toReportJson(job))
    .split('\n')
    .filter((line) =>
      /^\| <code>(?:COPY small|COPY gone|sha256\S*)<.code> \| .* \| .* \| .* \| .* \|$/.test(line),
    )
  expect(rows).toEqual([
    '| <code>COPY gone</code> |  | removed | 5.00 kB | −5.00 kB |',
    `| <code>${fresh.digest.slice(0, 19)}</code> |  | 700 B | new | +700 B |`,
    '| <code>COPY small</code> | line 3 | 10 B | 20 B | −10 B |',
  ])
})

test('a base image that changed stands apart from your layers', () => {
  const newer = layerRecord('newer base', { compressedBytes: 81_100_000, uncompressedBytes: 202_000_000 })
  const image = imageRecord([newer, ...after.layers.slice(1)], {
    configBytes: 2_000,
    base: { name: 'mcr.microsoft.com/dotnet/aspnet:10.0', layerCount: 1, dotnetVersion: '10.0.2' },
  })
  const comparison = compareImages(before, image, { sizeMetric: 'compressed', minChangeBytes: 0 })
  const markdown = shown(toReportJson(compared({ image, comparison })))
  expect(markdown.split('\n')[0]).toContain('82.35 MB compressed, +1.35 MB (+1.7 %)')
  expect(markdown.split('\n')[2]).toContain(
    'Base image <code>mcr.microsoft.com/dotnet/aspnet:10.0</code> .NET <code>10.0.1 → 10.0.2</code> +1.10 MB. ' +
      'Your layers: +250.00 kB, largest cause: package <code>Newtonsoft.Json</code> <code>13.0.1 → 13.0.3</code> +250.00 kB.',
  )
})

test('a change within min-change is none', () => {
  const comparison = compareImages(before, after, { sizeMetric: 'compressed', minChangeBytes: 300_000 })
  const [first, , third] = shown(toReportJson(compared({ comparison }))).split('\n')
  expect(first).toBe('### ✅ 12 tests passed · 81.25 MB compressed, no change')
  expect(third).toMatch(/3 hours ago\.$/)
  const markdown = shown(toReportJson(compared({ comparison })))
  expect(markdown.match(/[+−][\d.]+ k?B/g)).toEqual(['+500.00 kB', '+500.00 kB', '+500.00 kB'])
  expect(markdown).toContain('| – your layers | 1.25 MB | 1.00 MB | no change |')
})

test('the largest cause is a file where no package or project is', () => {
  const seed = (sizeBytes: number, hash: string) => ({
    ...layerRecord(`seed ${hash}`, {
      createdBy: 'COPY seed .',
      compressedBytes: sizeBytes,
      uncompressedBytes: sizeBytes,
      line: 7,
    }),
    content: {
      files: [
        ['app/seed.json', sizeBytes, hash.repeat(16), sizeBytes],
        ['app/small.json', 10, 'c'.repeat(16), 0],
      ] as [string, number, string, number][],
      removed: [],
      documents: [],
    },
  })
  const [image, record] = [imageRecord([seed(805_000, 'a')]), imageRecord([seed(100_000, 'b')])]
  const job = compared({
    image,
    baseline: { kind: 'found', record, source: 'cache', warnings: [] },
    comparison: compareImages(record, image, { sizeMetric: 'compressed', minChangeBytes: 0 }),
  })
  expect(shown(toReportJson(job)).split('\n')[2]).toMatch(
    / Largest cause: <code>app\/seed.json<\/code> \+705\.00 kB\.$/,
  )
})

test.each([
  [
    'portable',
    'self-contained',
    'Now published with <code>SelfContained</code>. Largest cause: .NET runtime <code>Microsoft.NETCore.App</code> ',
  ],
  [
    'self-contained',
    'portable',
    'No longer published with <code>SelfContained</code>. Largest cause: .NET runtime <code>Microsoft.NETCore.App</code> ',
  ],
  ['portable', 'english', 'Largest cause: texts in 13 languages (removed) −'],
  [
    'portable',
    'single-file-small',
    'Now published with <code>PublishSingleFile</code> or <code>PublishAot</code>. Largest cause: single-file app <code>Shop.Web</code> ',
  ],
])(
  'from a publish that is %s to one that is %s, the reason is told in words of .NET',
  (before, after, words) => {
    const [record, image] = [publishedImage(before), publishedImage(after)]
    const job = compared({
      image,
      baseline: { kind: 'found', record, source: 'cache', warnings: [] },
      comparison: compareImages(record, image, { sizeMetric: 'compressed', minChangeBytes: 0 }),
    })
    expect(shown(toReportJson(job)).split('\n')[2]).toContain(words)
  },
)

test('with three sizes or more there is a chart of them', () => {
  const history = [
    {
      createdAt: '2026-11-18T08:00:00.000Z',
      commit: '1'.repeat(40),
      compressedBytes: 80_900_000,
      uncompressedBytes: 1,
    },
    { createdAt: '2026-11-19T08:00:00.000Z', compressedBytes: 81_002_000, uncompressedBytes: 1 },
  ]
  expect(shown(toReportJson(report({ image: { ...after, history: history.slice(1) } })))).not.toContain(
    'xychart',
  )
  const markdown = shown(toReportJson(report({ image: { ...after, history } })))
  expect(markdown).toContain('x-axis ["1111111", "11-19 08:00", "11-21 08:00"]')
  expect(markdown).toContain('line [80.900, 81.002, 81.252]')
  expect(markdown).toContain('<details><summary>Trend: the last 3 sizes</summary>')
})

test('lists a step once: one that both builds ran, and what COPY --link does twice', () => {
  const shared = step('build', '2/2', 'RUN dotnet restore')
  const linked = [
    step('final', '2/2', 'LINK COPY --link /out /app', { outcome: 'cached' }),
    step('final', '2/2', 'COPY --link /out /app', { outcome: 'cached' }),
  ]
  const json = toReportJson(report({}))
  const markdown = shown({ ...json, steps: { test: [shared], image: [shared, ...linked] } })
  expect(markdown).toContain('<details><summary>Steps: 1 of 2 from the cache</summary>')
  expect(markdown).not.toContain('LINK COPY')
})

test('says so when no layer changed', () => {
  const job = compared({
    comparison: noChange,
  })
  expect(shown(toReportJson(job))).toContain('\n\nNo layer changed.\n\n')
})

test('a layer or file that is listed did change: by how much, or in its content alone', () => {
  const noise = { sizeMetric: 'compressed', minChangeBytes: 500 } as const
  const layer = (name: string, hash: string, bytes: number) =>
    layerRecord(`${name} ${hash}`, {
      ...{ createdBy: `COPY ${name} .`, compressedBytes: bytes, uncompressedBytes: bytes },
      content: { files: [[`app/${name}`, bytes, hash, bytes]], removed: [], documents: [] },
    })
  const [was, is] = [
    { ...before, layers: [layer('times', 'a', 40_000), layer('few', 'a', 100)] },
    { ...after, layers: [layer('times', 'b', 40_000), layer('few', 'b', 220), layer('new', 'a', 150)] },
  ].map((one) => ({ ...one, base: undefined }))
  if (was === undefined || is === undefined) throw new Error('no images')
  const comparison = compareImages(was, is, noise)
  const markdown = shown(toReportJson(compared({ comparison })))
  for (const row of [
    '<code>app/times</code> | 40.00 kB | 40.00 kB | other content',
    '<code>app/few</code> | 220 B | 100 B | +120 B',
    '<code>COPY times .</code> | base image | 40.00 kB | 40.00 kB | same size',
    '<code>COPY new .</code> | base image | 150 B | new | +150 B',
  ])
    expect(markdown).toContain(row)
})

test('says that the config alone changed, once', () => {
  const comparison = compareImages(
    before,
    { ...before, configBytes: before.configBytes + 4_130, compressedBytes: before.compressedBytes + 4_130 },
    { sizeMetric: 'compressed', minChangeBytes: 500 },
  )
  const markdown = shown(toReportJson(compared({ comparison })))
  expect(markdown).toContain('Only the image’s config changed, such as its environment or labels: +4.13 kB.')
  expect(markdown).not.toContain('No layer changed.')
})

test('a file that was written twice and is there once is none that was removed', () => {
  const own = (name: string, createdBy: string) =>
    layerRecord(name, {
      createdBy,
      content: { files: [['app/Shop.dll', 90, 'a'.repeat(16), 90]], removed: [], documents: [] },
    })
  const copied = own('copied', 'COPY /out .')
  const written = own('written', 'RUN chown -R 1654 /app')
  const comparison = compareImages(imageRecord([copied, written]), imageRecord([copied]), {
    sizeMetric: 'compressed',
    minChangeBytes: 0,
  })
  const markdown = shown(toReportJson(compared({ comparison })))
  expect(markdown).toContain('| <code>app/Shop.dll</code> | in a layer below | 90 B |')
})

test('a link has no size: it is listed as one', () => {
  const layer = (...files: [string, number, string, number][]) =>
    layerRecord(files.join(), { createdBy: 'COPY app .', content: { files, removed: [], documents: [] } })
  const [was, is] = [
    layer(['app/gone', 0, '', 0], ['app/data', 900, 'd', 0]),
    layer(['app/current', 0, '', 0], ['app/data', 0, '', 0], ['app/empty', 0, 'e', 0]),
  ].map((one) => ({ ...before, layers: [one], base: undefined }))
  if (was === undefined || is === undefined) throw new Error('no images')
  const comparison = compareImages(was, is, { sizeMetric: 'compressed', minChangeBytes: 500 })
  const markdown = shown(toReportJson(compared({ comparison })))
  for (const row of [
    '<code>app/current</code> | link | new |  |',
    '<code>app/gone</code> | removed | link |  |',
    '<code>app/data</code> | link | 900 B | −900 B |',
    '<code>app/empty</code> | 0 B | new | no change |',
  ])
    expect(markdown).toContain(row)
})

const hostile = '</code>| @acme/team #12 `x` <img src=x> \n\n### $a$ **b** www.x.y \u202e'
const hostileLayer = layerRecord(hostile, {
  compressedBytes: 5_000_000,
  uncompressedBytes: 5_000_000,
  copiedFrom: hostile,
  line: 1,
  content: {
    files: [
      [hostile, 400_000, '', 4_000_000],
      [`${hostile}/wwwroot/${hostile}`, 9, '', 9],
    ],
    removed: [hostile],
    documents: [],
  },
})
const hostileImage = imageRecord([hostileLayer, { ...hostileLayer, digest: layerRecord('other').digest }], {
  base: { name: hostile, layerCount: 0, dotnetVersion: hostile },
})
const hostileJob = compared({
  image: hostileImage,
  comparison: compareImages(before, hostileImage, { sizeMetric: 'compressed', minChangeBytes: 0 }),
  imageKey: hostile,
  finalStage: hostile,
  warnings: [hostile],
  problems: [{ title: hostile, message: `\`\`\`\n${hostile}`, place: { file: hostile } }],
  steps: [step(hostile, '1/1', hostile)],
  tests: testReport({
    stages: [hostile],
    runs: [
      run({
        project: hostile,
        results: [
          { name: hostile, outcome: 'skipped', message: hostile },
          { name: hostile, outcome: 'passed', durationMs: 5 },
          { name: `${hostile}2`, outcome: 'passed', durationMs: 6 },
        ],
      }),
    ],
    failures: [
      failure(hostile, {
        message: `\`\`\`\`\n${hostile}`,
        stack: hostile,
        project: hostile,
        place: { file: hostile },
      }),
    ],
  }),
})

test('no name from outside is markup, anywhere', () => {
  const outsideOfBlocks = shown(toReportJson(hostileJob)).replace(
    /^(`{3,})(?:text|mermaid)\n[\s\S]*?\n\1$/gm,
    '',
  )
  const ownLink = `[What this error means](${helpLink('')})`
  const withoutEntities = outsideOfBlocks.replaceAll(ownLink, '').replace(/&#\d+;|<!-- -->|^### /gm, '')
  expect(withoutEntities.match(/@|\$|www\.|`|\u202e|\[|#|\*\*b/g) ?? []).toEqual([])
  // Only our own markup stays; the one > begins a warning.
  const tags = withoutEntities.replace(/<\/?(?:code|details|summary|br|sub)(?: open)?>/g, '')
  expect(tags.match(/[<>]/g)).toEqual(['>'])
})

test('every row of a table has the cells of its heading', () => {
  const lines = shown(toReportJson(hostileJob)).split('\n')
  const cells = (line: string) => line.split('|').length
  for (const [index, line] of lines.entries()) {
    if (!/^\|(?: ---:? \|)+$/.test(line)) continue
    const rows = lines.slice(index - 1)
    const end = rows.findIndex((row) => row === '')
    expect([...new Set(rows.slice(0, end).map(cells))]).toEqual([cells(line)])
  }
})

test('code blocks are closed, whatever is in them', () => {
  const lines = shown(toReportJson(hostileJob)).split('\n')
  let fence: string | undefined
  for (const line of lines) {
    const [, marks = '', rest = ''] = /^(`{3,})(.*)$/.exec(line) ?? []
    if (fence === undefined && marks !== '') fence = marks
    else if (fence !== undefined && marks.length >= fence.length && rest === '') fence = undefined
  }
  expect(fence).toBeUndefined()
})

test('a summary never reaches the mebibyte at which the runner drops it', () => {
  const long = '@&'.repeat(50_000)
  const many = Array.from({ length: 5_000 }, (_, index) =>
    failure(`${index} ${long}`, { message: long, stack: long, stdout: long, project: long }),
  )
  const job = (warnings: number) =>
    compared({
      problems: [{ title: long, message: long, place: { file: long } }],
      warnings: Array.from({ length: warnings }, () => long),
      steps: Array.from({ length: 1_000 }, (_, index) => step('s', `${index}/1000`, long)),
      tests: testReport({
        counts: counts(0, 5_000),
        failures: many,
        runs: Array.from({ length: 500 }, () =>
          run({
            project: long,
            results: [
              { name: long, outcome: 'skipped', message: long },
              { name: long, outcome: 'passed', durationMs: 5 },
            ],
          }),
        ),
      }),
    })
  const markdown = shown(toReportJson(job(0)))
  expect(Buffer.byteLength(markdown)).toBeLessThan(1_048_576)
  expect(markdown.includes('<summary>4,990 more failed tests</summary>')).toBe(true)
  const longer = shown(toReportJson(job(500)))
  expect(Buffer.byteLength(longer)).toBeLessThan(1_048_576)
  expect(longer.slice(0, 5)).toBe('### ❌')
  expect(longer.trimEnd().split('\n').at(-1)?.replace(/\d+/, 'N')).toBe(
    '… N parts of this report found no room here; report.json has everything.',
  )
})

test('what was only recompressed is no change in the first line, and the totals say what it is', () => {
  const json = toReportJson(compared())
  const recompressed = { kind: 'recompressed' as const, name: '', isEstimate: false }
  const bigger = {
    ...json,
    image: { ...json.image, compressedBytes: (json.image?.compressedBytes ?? 0) + 90_000 },
    comparison: {
      ...json.comparison,
      isBelowMinChange: true,
      minChangeBytes: 500,
      compressedChangeBytes: 90_000,
      parts: [{ ...recompressed, compressedChangeBytes: 340_100, uncompressedChangeBytes: 0 }],
    },
  } as ReportJson
  const [first = ''] = shown(bigger).split('\n')
  expect(first).toContain('no change')
  const compressed = shown(bigger)
    .split('\n')
    .find((line) => line.startsWith('| **Compressed**'))
  expect(compressed).toContain('| +340.10 kB, recompressed |')
})

test('says below the first line why no test ran, and other warnings at the end', () => {
  const reason = 'No tests were run: Dockerfile has no test stage, and the repository has no test project.'
  const parts = shown(toReportJson(report({ warnings: ['Other.', reason] })))
    .trimEnd()
    .split('\n\n')
  expect([parts[2], parts.at(-1)]).toEqual([reason, '> ⚠️ Other.'])
})

test('of layers that the baseline has it is said how many were read', () => {
  expect(shown(toReportJson(report({ image: after, layersRead: 1 })))).toContain(
    'Layers read: 1 of 2; the others are known from the baseline.',
  )
})
