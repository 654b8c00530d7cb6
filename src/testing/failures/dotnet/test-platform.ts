import { join, posix } from 'node:path'
import { foldersUp, readText } from '../../../shared/files/workspace-files.ts'
import type { FailedBuild, BuildFailure, FailurePlace } from '../failure.ts'
import { containerPathIn, workdirOf } from '../context-paths.ts'
import { describeMissing, explainMissing } from '../stage-files.ts'

const choice = '{ "test": { "runner": "Microsoft.Testing.Platform" } }'

/** `dotnet test` with VSTest, given a project of Microsoft.Testing.Platform or an option that only its `dotnet test` knows. */
const tookVstest =
  /Testing with VSTest target is no longer supported by Microsoft\.Testing\.Platform|^Switch: --(?:project|solution|test-modules|report-\S+|max-parallel-test-modules|minimum-expected-tests|no-ansi|coverage\S*|filter-\S+)/

/** `dotnet test` with Microsoft.Testing.Platform, given projects or words of VSTest. */
const tookPlatform =
  /global\.json defines test runner to be Microsoft\.Testing\.Platform|^Specifying a (?:project|solution|directory|test module|file)\b.* (?:should|must) be via|projects? (?:are|is) using VSTest test runner/

/** The SDK chose another test runner than the one that the test projects are made for. */
export function readTestPlatform(build: FailedBuild): BuildFailure | undefined {
  const lines = [...build.lines, ...build.messages.map(({ text }) => text)]
  if (lines.some((line) => tookVstest.test(line.trim()))) {
    return {
      title: 'The SDK took VSTest for a Testing Platform project',
      message: [
        'dotnet test runs VSTest unless a global.json above the project chooses Microsoft.Testing.Platform.',
        ...describeChoice(build),
      ].join('\n'),
    }
  }
  const at = lines.findIndex((line) => tookPlatform.test(line.trim()))
  if (at < 0) return undefined
  const end = lines.findIndex((line, index) => index > at && line.trim() === '')
  const words = lines.slice(at, end < 0 ? at + 1 : Math.min(end, at + 10))
  return {
    title: 'The SDK took Microsoft.Testing.Platform for VSTest',
    message: [
      ...words.map((line) => line.trim()),
      'global.json of the stage chooses Microsoft.Testing.Platform. Let all test projects and options be made for it, or take "runner" out of global.json.',
    ].join('\n'),
  }
}

/** Where the choice is: in a global.json that the stage lacks, or nowhere. */
function describeChoice(place: FailurePlace): string[] {
  const path = findChoice(place)
  if (path === undefined)
    return [
      `No global.json does: add one with ${choice} in the folder of the solution, and COPY it into the stage.`,
    ]
  const inside = path.startsWith('../') ? path : containerPathIn(place, path)
  const missing = explainMissing(posix.resolve('/', inside), place)
  if (missing !== undefined) return describeMissing([missing], place)
  const workdir = workdirOf(place)
  return [
    `${path} does, and it is not in ${workdir} or above it, where this RUN runs: COPY ${path} ${workdir}/`,
  ]
}

/** The global.json that chooses the platform: of the context or a folder above it in the workspace, relative to the context. */
function findChoice({ sources }: FailurePlace): string | undefined {
  const { context, workspace } = sources.paths
  const depth = foldersUp(context, workspace).findIndex((folder) =>
    readText(join(folder, 'global.json')).includes('Microsoft.Testing.Platform'),
  )
  return depth < 0 ? undefined : `${'../'.repeat(depth)}global.json`
}
