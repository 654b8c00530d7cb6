import { expect, test } from '@jest/globals'
import { parseDockerfile, stageLabel } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { cutTests } from '../../../../src/plan/stages/untested-projects.ts'

/** The text without what tests or needs it, and the stages worth a cache of their own. */
function cut(text: string, testStages: string[]): { text: string[]; stages: string[] } {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const testRuns = dockerfile.stages
    .flatMap(({ instructions }) => instructions)
    .filter(({ argument }) => argument.includes('dotnet test'))
    .map((instruction) => ({ instruction }))
  const stages = dockerfile.stages.filter(({ name }) => testStages.includes(name ?? ''))
  const final = dockerfile.stages.at(-1)
  if (final === undefined) throw new Error('no stage')
  const left = cutTests(dockerfile, text, testRuns, final, stages)
  return { text: left.text.split('\n'), stages: left.stages.map(stageLabel) }
}

test('a stage ends before it tests, on the same lines', () => {
  const text = `FROM sdk AS build
COPY . .
RUN dotnet build

FROM build AS test
COPY tests .
RUN dotnet restore tests
RUN dotnet test \\
    --no-restore
COPY after .

FROM runtime
COPY --from=build /app .`
  expect(cut(text, ['test'])).toEqual({
    text: [...text.split('\n').slice(0, 7), '#', '#', '#', '#', ...text.split('\n').slice(11)],
    stages: ['test'],
  })
})

test('a stage that does nothing but test has nothing to keep', () => {
  const text = 'FROM sdk AS build\nRUN dotnet build\nFROM build AS test\nRUN dotnet test\nFROM build'
  expect(cut(text, ['test']).stages).toEqual([])
})

test('what is made from the results of tests is cut too', () => {
  const text = `FROM sdk AS unit
COPY . .
RUN dotnet test
FROM unit AS integration
RUN more
FROM sdk AS report
RUN tool
COPY --from=integration /results .
FROM runtime`
  expect(cut(text, ['unit', 'report'])).toEqual({
    text: [
      'FROM sdk AS unit',
      'COPY . .',
      '#',
      'FROM unit AS integration',
      '#',
      'FROM sdk AS report',
      'RUN tool',
      '#',
      'FROM runtime',
    ],
    stages: ['unit', 'report'],
  })
})
