import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { describeStages } from '../../../../src/plan/stages/describe-stages.ts'
import { toReportJson } from '../../../../src/report/model/to-json.ts'
import { renderStages } from '../../../../src/report/summary/render-stages.ts'
import { report, step, testReport } from '../a-report.ts'

const parse = (text: string) => {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const final = dockerfile.stages.at(-1)
  if (final === undefined) throw new Error('no stage')
  return describeStages({ dockerfile, final, instrumented: { dockerfile, targets: [{ label: 'test' }] } })
}

test('where there are only tests, no stage is the final image', () => {
  const stages = parse('FROM sdk AS build\nRUN restore\nFROM build AS test\nRUN dotnet test\n')
  const json = toReportJson(report({ stages, testsOnly: true, image: undefined }))
  expect(renderStages(json).join('')).not.toContain('final image')
})

test('the stages as a picture with its table: what comes from what, where the tests ran, the final image, what was not built', () => {
  const stages = parse(`FROM sdk AS build
RUN restore
FROM build AS test
RUN dotnet test
FROM sdk AS docs
RUN docs
FROM aspnet
COPY --from=build /app .
`)
  const job = report({
    stages,
    tests: testReport({
      steps: [
        step('build', '1/2', 'FROM sdk'),
        step('build', '2/2', 'RUN restore', { durationMs: 2_000 }),
        step('test', '1/1', 'RUN dotnet test', { durationMs: 30_000 }),
      ],
    }),
    steps: [
      step('build', '2/2', 'RUN restore', { outcome: 'cached', durationMs: 0 }),
      step('stage-3', '2/2', 'COPY --from=build /app .', { outcome: 'cached', durationMs: 0 }),
    ],
  })
  const [markdown = ''] = renderStages(toReportJson(job))
  expect(markdown.replaceAll('\u00a0', ' ')).toBe(`<details><summary>4 stages, 3 built</summary>

\`\`\`mermaid
flowchart LR
  i0(["sdk"])
  i1(["aspnet"])
  s0["build<br/>2.0 s, 0 of 1 cached"]:::built
  s1["test<br/>30.0 s, 0 of 1 cached<br/>tests ran here"]:::tests
  s2["docs<br/>not built"]:::unbuilt
  s3["stage-3<br/>0.0 s, 1 of 1 cached<br/>final image"]:::final
  i0 --> s0
  s0 --> s1
  i0 --> s2
  i1 --> s3
  s0 -. COPY .-> s3
  classDef built fill:#ddf4ff,stroke:#4e79a7,color:#1f2328
  classDef final fill:#59a14f,stroke:#2f6b28,color:#ffffff,stroke-width:3px
  classDef tests fill:#c9a227,stroke:#8a6d0b,color:#1f2328
  classDef unbuilt fill:#d0d7de,stroke:#848d97,color:#57606a,stroke-dasharray:4
\`\`\`

| stage | made from | copies from | time | steps from the cache |  |
| --- | --- | --- | ---: | ---: | --- |
| <code>build</code> | <code>sdk</code> |  | 2.0 s | 0 of 1 |  |
| <code>test</code> | <code>build</code> |  | 30.0 s | 0 of 1 | tests ran here |
| <code>docs</code> | <code>sdk</code> |  |  |  | not built |
| <code>stage-3</code> | <code>aspnet</code> | <code>build</code> | 0.0 s | 1 of 1 | final image |

</details>`)
})

test('forty stages are one picture, and odd names stay names', () => {
  const names = Array.from({ length: 40 }, (_, index) => `FROM sdk AS end-${index}\n`)
  const notBuilt = report({ stages: parse(names.join('')), image: undefined })
  expect(renderStages(toReportJson(notBuilt))[0]).toContain('40 stages, 0 built')
  const evil = 'x"]:::y\n```\n<img src=x> | @acme'
  const [markdown = ''] = renderStages(
    toReportJson(
      report({
        image: undefined,
        stages: [
          {
            ...{ name: evil, base: evil, line: 1, from: undefined },
            copiesFrom: [7],
            runsTests: false,
            isFinal: false,
          },
          { ...{ name: 'a', base: '', line: 2, from: 9 }, copiesFrom: [0], runsTests: false, isFinal: true },
        ],
      }),
    ),
  )
  expect(markdown.split('```')).toHaveLength(3)
  expect(markdown).toContain('  s0["x :::y img src=x @acme<br/>not built"]:::unbuilt\n')
  expect(markdown).not.toContain('<img')
})

test('of COPY --link each step counts once, and of equal stages none is told not to be built', () => {
  const stages = parse(`FROM scratch AS one
COPY --link a /x
FROM scratch AS two
COPY --link a /x
FROM scratch AS final
COPY --link --from=one / /one
COPY --link --from=two / /two
`)
  // As BuildKit tells it: equal stages are one, and what follows a COPY --link is put together by a step of its own.
  const cached = { outcome: 'cached' as const, durationMs: 0 }
  const steps = [
    step('final', '1/2', 'COPY --link --from=one / /one', cached),
    step('final', '2/2', 'LINK COPY --link --from=two / /two', cached),
    step('final', '2/2', 'COPY --link --from=two / /two'),
    step('two', '1/1', 'COPY --link a /x', cached),
  ]
  const [markdown = ''] = renderStages(toReportJson(report({ stages, steps })))
  expect(markdown).toContain('3 stages, 3 built')
  expect(markdown.replaceAll('\u00a0', ' ').match(/^\| <code>.*$/gm)).toEqual([
    '| <code>one</code> | <code>scratch</code> |  |  |  |  |',
    '| <code>two</code> | <code>scratch</code> |  | 0.0 s | 1 of 1 |  |',
    '| <code>final</code> | <code>scratch</code> | <code>one</code>, <code>two</code> | 1.5 s | 1 of 2 | final image |',
  ])
})
