import { expect, test } from '@jest/globals'
import {
  parseDockerfile,
  type Dockerfile,
  type Stage,
  stageLabel,
} from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import {
  instrumentTests,
  type InstrumentOptions,
  cutTests,
} from '../../../../src/plan/instrument/instrument.ts'
import { unknownPrograms } from '../../../../src/plan/projects/repository.ts'
import {
  leavesResults,
  testRunNumber,
  withoutCollecting,
  withoutMarks,
} from '../../../../src/plan/instrument/run-mounts.ts'

const options: InstrumentOptions = {
  jobId: 'job',
  placeId: 'shop',
  mayBeCached: false,
  collects: false,
  coverage: false,
  hangTimeoutMs: undefined,
  programs: unknownPrograms,
  habits: {
    hasOwnRunSettings: false,
    hasOwnLogger: false,
    platformReportOption: undefined,
    executablesKnowOption: false,
  },
}

/** Instruments a Dockerfile whose stages of these names test; the last stage ships. */
function instrument(text: string, names: string[], more: Partial<InstrumentOptions> = {}) {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const testStages = names.map((name) => stageOf(dockerfile, name))
  const final = dockerfile.stages.at(-1) ?? stageOf(dockerfile, '')
  const extended = { dockerfile, testStages, labels: names, origins: new Map<number, number>() }
  return instrumentTests(extended, final, { ...options, ...more })
}

function stageOf({ stages }: Dockerfile, name: string): Stage {
  const stage = stages.find((one) => (one.name ?? String(one.index)) === name)
  if (stage === undefined) throw new Error(`no stage ${name}`)
  return stage
}

const mark = (number: number, id = '-job') => `--mount=type=secret,id=dotnet-container-run-${number}${id}`

test('a RUN that nobody knows behind one that tests leaves its results, and is none of the tests otherwise', () => {
  const text = 'FROM sdk AS test\nRUN ./a\nRUN dotnet test\nRUN ./b\nRUN rm x\nFROM aspnet AS final\n'
  const { testRuns, text: instrumented } = instrument(text, ['test'], { collects: true })
  expect(testRuns.map(({ instruction, isBeside }) => [instruction.argument, isBeside])).toEqual([
    ['dotnet test', undefined],
    ['./b', true],
  ])
  const marked = instrumented.split('\n').filter((line) => leavesResults(line))
  expect(marked.map((line) => [testRunNumber(line), withoutMarks(line)])).toEqual([
    [0, 'RUN dotnet test'],
    [undefined, 'RUN ./b'],
  ])
})

test.each<{ name: string; text: string; stages: string[]; instrumented: string }>([
  {
    name: 'the RUN that tests, and no other',
    text: 'FROM sdk AS test\nRUN dotnet restore\nRUN dotnet test\nFROM aspnet AS final\nRUN x\n',
    stages: ['test'],
    instrumented: `FROM sdk AS test\nRUN dotnet restore\nRUN ${mark(0)} dotnet test\nFROM aspnet AS final\nRUN x\n`,
  },
  {
    name: 'RUNs of the stages that a stage descends from and copies from',
    text: 'FROM sdk AS build\nRUN dotnet test A\nFROM sdk AS other\nRUN dotnet test B\nFROM build AS test\nCOPY --from=other /x /x\nRUN dotnet test C\nFROM aspnet AS final\n',
    stages: ['test'],
    instrumented: `FROM sdk AS build\nRUN ${mark(0)} dotnet test A\nFROM sdk AS other\nRUN ${mark(1)} dotnet test B\nFROM build AS test\nCOPY --from=other /x /x\nRUN ${mark(2)} dotnet test C\nFROM aspnet AS final\n`,
  },
  {
    name: 'in a stage that was asked for, RUNs that may test where none surely does',
    text: 'FROM sdk AS test\nRUN dotnet restore\nRUN ./build.sh\nFROM aspnet AS final\n',
    stages: ['test'],
    instrumented: `FROM sdk AS test\nRUN dotnet restore\nRUN ${mark(0)} ./build.sh\nFROM aspnet AS final\n`,
  },
  {
    name: 'no RUN that may test in a stage that was not asked for',
    text: 'FROM sdk AS build\nRUN ./build.sh\nFROM build AS test\nRUN dotnet test\nFROM aspnet AS final\n',
    stages: ['test'],
    instrumented: `FROM sdk AS build\nRUN ./build.sh\nFROM build AS test\nRUN ${mark(0)} dotnet test\nFROM aspnet AS final\n`,
  },
  {
    name: 'RUNs as people write them',
    text: 'from sdk as test\r\n  run --network=none \\\r\n  dotnet test\r\nRUN ["dotnet", "test"]\r\nRUN <<EOF\r\ndotnet test\r\nEOF\r\nFROM aspnet AS final\r\n',
    stages: ['test'],
    instrumented: `from sdk as test\r\n  run ${mark(0)} --network=none \\\r\n  dotnet test\r\nRUN ${mark(1)} ["dotnet", "test"]\r\nRUN ${mark(2)} <<EOF\r\ndotnet test\r\nEOF\r\nFROM aspnet AS final\r\n`,
  },
  {
    name: 'nothing where nothing tests',
    text: 'FROM sdk AS test\nCOPY . .\nFROM aspnet AS final\n',
    stages: ['test'],
    instrumented: 'FROM sdk AS test\nCOPY . .\nFROM aspnet AS final\n',
  },
])('marks $name', ({ text, stages, instrumented }) => {
  const found = instrument(text, stages)
  expect(found.text).toBe(instrumented)
  expect(withoutMarks(found.text)).toBe(text)
  expect(found.text.split('\n').length).toBe(text.split('\n').length)
})

test('tests that may be cached have the same mark in every job', () => {
  const text = 'FROM sdk AS test\nRUN dotnet test\nFROM aspnet AS final\n'
  expect(instrument(text, ['test'], { mayBeCached: true }).text).toBe(
    `FROM sdk AS test\nRUN ${mark(0, '')} dotnet test\nFROM aspnet AS final\n`,
  )
})

test('stages without a name get one, so that they can be built', () => {
  const { targets, finalTarget, text } = instrument('FROM sdk\nRUN dotnet test\nFROM aspnet\n', ['0'])
  expect({ targets, finalTarget, text: withoutMarks(text) }).toEqual({
    targets: [{ target: 'dotnet-container-stage-0', label: '0' }],
    finalTarget: 'dotnet-container-stage-1',
    text: 'FROM sdk AS dotnet-container-stage-0\nRUN dotnet test\nFROM aspnet AS dotnet-container-stage-1\n',
  })
})

test.each([
  {
    name: 'copies from a stage that tests',
    last: 'FROM aspnet AS final\nCOPY --from=build /app .\n',
    has: true,
  },
  { name: 'begins from a stage that tests', last: 'FROM build AS final\n', has: true },
  { name: 'needs no stage that tests', last: 'FROM aspnet AS final\n', has: false },
])('knows whether the image that ships $name', ({ last, has }) => {
  expect(instrument(`FROM sdk AS build\nRUN dotnet test\n${last}`, ['build']).finalHasTests).toBe(has)
})

test('what brings results out can be left away, and the mark stays', () => {
  const text = 'FROM sdk AS test\nRUN dotnet test\nFROM aspnet AS final\n'
  const collecting = instrument(text, ['test'], { collects: true, coverage: true, hangTimeoutMs: 90_000 })
  expect(collecting.secrets).toEqual([
    ['dotnet-container-0-VSTestBlameHang', 'true'],
    ['dotnet-container-0-VSTestBlameHangTimeout', '90000ms'],
    ['dotnet-container-0-VSTestBlameHangDumpType', 'none'],
    ['dotnet-container-0-DOTNET_STARTUP_HOOKS', '/.dotnet-container.dll'],
    ['dotnet-container-0-DOTNET_CONTAINER_PROCESSES', '/.dotnet-container/job-0-'],
    ['dotnet-container-0-DOTNET_CONTAINER_RESULTS', '/.dotnet-container/job/0'],
    ['dotnet-container-0-VSTestLogger', 'trx'],
    ['dotnet-container-0-VSTestResultsDirectory', '/.dotnet-container/job/0'],
    ['dotnet-container-0-VSTestCollect', 'XPlat Code Coverage'],
  ])
  expect(withoutCollecting(collecting.text)).toBe(instrument(text, ['test']).text)
  expect(withoutMarks(collecting.text)).toBe(text)
})

test.each([
  { step: `[test 2/2] RUN ${mark(12)} dotnet test`, number: 12 },
  { step: `[test 2/2] RUN ${mark(0, '')} dotnet test`, number: 0 },
  { step: '[test 2/2] RUN dotnet test', number: undefined },
])('tells the number of the RUN from the step $step', ({ step, number }) => {
  expect(testRunNumber(step)).toBe(number)
})

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
