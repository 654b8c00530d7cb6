import { expect, test } from '@jest/globals'
import type { CollectWay } from '../../../../src/plan/instrument/result-strategy.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import {
  planMounts,
  resultsMount,
  testRunNumber,
  withoutCollecting,
  withoutMarks,
  type MountOptions,
} from '../../../../src/plan/instrument/run-mounts.ts'

const options: MountOptions = {
  jobId: 'abc',
  placeId: 'shop',
  mayBeCached: false,
  coverage: true,
  hangTimeoutMs: 6_000,
  habits: {
    hasOwnRunSettings: false,
    hasOwnLogger: false,
    platformReportOption: '--report-xunit-trx',
    executablesKnowOption: false,
  },
}

const noReport = { ...options.habits, platformReportOption: undefined }

function marksFor(
  given: Partial<MountOptions> = {},
  way: CollectWay = 'folder',
): ReturnType<typeof planMounts> {
  const dockerfile = parseDockerfile('FROM sdk AS test\nRUN dotnet test\nFROM scratch', 'Dockerfile', [])
  const [owner, final] = dockerfile.stages
  const [instruction] = owner?.instructions ?? []
  if (!final || !instruction) throw new Error('not the Dockerfile above')
  const run = { instruction, way, commands: [], isCertain: true, isRecorded: false }
  return planMounts(run, 0, final, { ...options, ...given })
}

test('a RUN gets its mark, its values and the place for results', () => {
  const { flags, secrets } = marksFor()
  expect(flags[0]).toBe(' --mount=type=secret,id=dotnet-container-run-0-abc')
  expect(flags).toContain(
    ' --mount=type=cache,id=dotnet-container-results-shop-0,sharing=locked,target=/.dotnet-container,from=sdk,source=/tmp',
  )
  expect(secrets).toEqual([
    ['dotnet-container-0-VSTestBlameHang', 'true'],
    ['dotnet-container-0-VSTestBlameHangTimeout', '6000ms'],
    ['dotnet-container-0-VSTestBlameHangDumpType', 'none'],
    ['dotnet-container-0-DOTNET_CONTAINER_RESULTS', '/.dotnet-container/abc/0'],
    ['dotnet-container-0-VSTestLogger', 'trx'],
    ['dotnet-container-0-VSTestResultsDirectory', '/.dotnet-container/abc/0'],
    ['dotnet-container-0-VSTestCollect', 'XPlat Code Coverage'],
    [
      'dotnet-container-0-TestingPlatformCommandLineArguments',
      '--report-xunit-trx --results-directory /.dotnet-container/abc/0',
    ],
  ])
})

test('a RUN with a logger and settings of its own gets a target that adds a logger', () => {
  const { flags, secrets } = marksFor(
    { coverage: false, hangTimeoutMs: undefined, habits: noReport },
    'target',
  )
  expect(flags).toContain(
    ' --mount=type=secret,id=dotnet-container-0-CustomAfterMicrosoftCommonTargets-file,target=/.dotnet-container.targets,mode=0444',
  )
  expect(secrets).toEqual([
    ['dotnet-container-0-DOTNET_CONTAINER_RESULTS', '/.dotnet-container/abc/0'],
    [
      'dotnet-container-0-CustomAfterMicrosoftCommonTargets-file',
      '<Project><Target Name="DotnetContainerLogger" BeforeTargets="_VSTestConsole;_VSTestMSBuild"><PropertyGroup>' +
        '<VSTestLogger>$(VSTestLogger);trx%3BLogFileName=$(DOTNET_CONTAINER_RESULTS)/$(MSBuildProjectName)_$(TargetFramework).trx' +
        '</VSTestLogger></PropertyGroup></Target></Project>',
    ],
    ['dotnet-container-0-CustomAfterMicrosoftCommonTargets', '/.dotnet-container.targets'],
  ])
})

test('the text of a RUN does not change with the job where its tests may be cached', () => {
  const [one, other] = ['a', 'b'].map((jobId) => marksFor({ jobId, mayBeCached: true }).flags)
  expect(one).toEqual(other)
  expect(marksFor({ jobId: 'a' }).flags).not.toEqual(marksFor({ jobId: 'b' }).flags)
})

test('without the marks the team’s own line is left', () => {
  const line = `RUN${marksFor().flags.join('')} --mount=type=cache,target=/x dotnet test`
  expect(withoutMarks(line)).toBe('RUN --mount=type=cache,target=/x dotnet test')
  expect(testRunNumber(line)).toBe(0)
  const file = 'Results File: /.dotnet-container/bba0749dbbe218d8/0/fc73400c31474384/a_net10.0.trx'
  expect(withoutMarks(file)).toBe('Results File: a_net10.0.trx')
})

test('without what collects a RUN is still told from others', () => {
  const text = withoutCollecting(`RUN${marksFor().flags.join('')} dotnet test`)
  expect(text).toBe('RUN --mount=type=secret,id=dotnet-container-run-0-abc dotnet test')
})

test.each([
  { name: 'an image', text: 'FROM sdk AS test', from: ',from=sdk,source=/tmp' },
  {
    name: 'a stage of an image',
    text: 'FROM sdk AS build\nFROM build AS test',
    from: ',from=sdk,source=/tmp',
  },
  { name: 'an image with a stage of its name', text: 'FROM sdk AS SDK', from: '' },
  { name: 'an unknown image', text: 'FROM $SDK AS test', from: '' },
  { name: 'nothing', text: 'FROM scratch AS test', from: '' },
])('the place for results begins from $name', ({ text, from }) => {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const stage = dockerfile.stages.at(-1)
  if (stage === undefined) throw new Error('no stage')
  expect(resultsMount(stage, 2, { placeId: 'shop', mayBeCached: true })).toBe(
    ` --mount=type=cache,id=dotnet-container-results-shop-2,sharing=shared,target=/.dotnet-container${from}`,
  )
})
