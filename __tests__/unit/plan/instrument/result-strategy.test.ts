import { expect, test } from '@jest/globals'
import type { TestHabits } from '../../../../src/plan/projects/repository.ts'
import {
  chooseCollectWay,
  choosePlatformArguments,
  type CollectWay,
} from '../../../../src/plan/instrument/result-strategy.ts'
import {
  parseDockerfile,
  type Instruction,
  type Stage,
} from '../../../../src/plan/dockerfile/parse-dockerfile.ts'

interface Case {
  name: string
  /** Of the stage that tests; its last RUN is the one that is asked about. */
  lines: string[]
  /** What stands below it. */
  below?: string[]
  habits?: Partial<TestHabits>
  way: CollectWay
}

const noHabits: TestHabits = {
  hasOwnRunSettings: false,
  hasOwnLogger: false,
  platformReportOption: undefined,
  executablesKnowOption: false,
}
const final = ['FROM scratch AS final', 'COPY --from=test /app /app']

function read({ lines, below = final }: Pick<Case, 'lines' | 'below'>): {
  instruction: Instruction
  shipped: Stage
} {
  const text = ['FROM sdk AS test', 'WORKDIR /src', ...lines, ...below].join('\n')
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const [owner] = dockerfile.stages
  const instruction = owner?.instructions.findLast(({ keyword }) => keyword === 'RUN')
  const shipped = dockerfile.stages.at(-1)
  if (!instruction || !shipped) throw new Error('not a Dockerfile of this table')
  return { instruction, shipped }
}

test.each<Case>([
  { name: 'a plain dotnet test', lines: ['RUN dotnet test'], way: 'folder' },
  { name: 'own settings', lines: ['RUN dotnet test --settings ci.runsettings'], way: 'folder' },
  { name: 'an own folder', lines: ['RUN dotnet test --results-directory /r'], way: 'file' },
  {
    name: 'an own folder in the exec form',
    lines: ['RUN ["dotnet", "test", "--results-directory", "/r"]'],
    way: 'file',
  },
  {
    name: 'an own folder in ENV',
    lines: ['ENV VSTestResultsDirectory=/r', 'RUN dotnet test'],
    way: 'file',
  },
  {
    name: 'an own folder and a logger in a settings file',
    lines: ['RUN dotnet test --results-directory /r --settings ci.runsettings'],
    habits: { hasOwnLogger: true },
    way: 'log',
  },
  { name: 'an own TRX logger', lines: ['RUN dotnet test --logger trx'], way: 'folder' },
  {
    name: 'an own TRX logger with a file',
    lines: ['RUN dotnet test -l "trx;LogFileName=a.trx"'],
    way: 'folder',
  },
  {
    name: 'an own TRX logger and settings',
    lines: ['RUN dotnet test -l:trx -s a.runsettings'],
    way: 'folder',
  },
  { name: 'a TRX logger in ENV', lines: ['ENV VSTestLogger=trx', 'RUN dotnet test'], way: 'directory' },
  {
    name: 'one of several commands with a TRX logger',
    lines: ['RUN dotnet test A > a.log; dotnet test B --logger trx'],
    way: 'folder',
  },
  { name: 'a logger that nobody knows', lines: ['RUN dotnet test --logger $LOGGER'], way: 'folder' },
  {
    name: 'an own console logger',
    lines: ['RUN dotnet test --logger "console;verbosity=normal"'],
    way: 'settings',
  },
  {
    name: 'an own console logger and an own folder',
    lines: ['RUN dotnet test --logger console --results-directory /r'],
    way: 'settings-file',
  },
  {
    name: 'an own console logger and settings',
    lines: ['RUN dotnet test --logger console --settings ci.runsettings'],
    way: 'target',
  },
  {
    name: 'an own console logger and settings in a project',
    lines: ['RUN dotnet test --logger console'],
    habits: { hasOwnRunSettings: true },
    way: 'target',
  },
  {
    name: 'an own console logger, folder and settings',
    lines: ['RUN dotnet test --logger console --settings ci.runsettings --results-directory /r'],
    way: 'target',
  },
  {
    name: 'an own console logger and settings beside an own target',
    lines: [
      'ENV CustomAfterMicrosoftCommonTargets=/own.targets',
      'RUN dotnet test --logger console --settings ci.runsettings',
    ],
    way: 'log',
  },
  {
    name: 'an own console logger and settings where assemblies go into an image',
    lines: ['RUN dotnet test --logger console --settings ci.runsettings'],
    below: ['FROM scratch', 'COPY --from=test /src /src'],
    way: 'log',
  },
  {
    name: 'an own TRX logger and folder',
    lines: ['RUN dotnet test --logger trx --results-directory /r'],
    way: 'log',
  },
  {
    name: 'results that the same RUN copies',
    lines: ['RUN dotnet test --logger "trx;LogFileName=a.trx" && cp TestResults/a.trx /a.xml'],
    way: 'log',
  },
  {
    name: 'results that a later stage copies',
    lines: ['RUN dotnet test --logger trx'],
    below: ['FROM scratch', 'COPY --from=test /src/TestResults /'],
    way: 'log',
  },
  {
    name: 'results in a folder that is copied as a whole',
    lines: ['RUN dotnet test --logger trx'],
    below: ['FROM scratch', 'COPY --from=test /src/ /src'],
    way: 'log',
  },
  {
    name: 'results in an image that descends from the stage',
    lines: ['RUN dotnet test --logger trx'],
    below: ['FROM test AS final'],
    way: 'log',
  },
  {
    name: 'no results in an image that descends from the stage',
    lines: ['RUN dotnet test'],
    below: ['FROM test AS final'],
    way: 'folder',
  },
  { name: 'a list of files beside the test', lines: ['RUN dotnet test && ls -l'], way: 'folder' },
])('$name: $way', ({ way, habits = {}, ...one }) => {
  const { instruction, shipped } = read(one)
  expect(chooseCollectWay(instruction, shipped, { ...noHabits, ...habits })).toBe(way)
})

test.each<{ name: string; lines: string[]; below?: string[]; words: string | undefined }>([
  { name: 'alone', lines: ['RUN dotnet test'], words: '--report-xunit-trx --results-directory /r' },
  {
    name: 'beside the team’s own report',
    lines: ['RUN dotnet test --report-xunit-trx'],
    words: '--results-directory /r',
  },
  { name: 'not in a script that may do without it', lines: ['RUN ./run-tests.sh'], words: undefined },
  { name: 'not with dotnet run', lines: ['RUN dotnet run --project tests/A'], words: undefined },
  {
    name: 'not beside the team’s own folder',
    lines: ['RUN dotnet test --results-directory /x'],
    words: undefined,
  },
  {
    name: 'not beside the team’s own arguments',
    lines: ['ENV TestingPlatformCommandLineArguments=--report-xunit-trx', 'RUN dotnet test'],
    words: undefined,
  },
  {
    name: 'not where the report is read later',
    lines: ['RUN dotnet test --report-xunit-trx', 'RUN dotnet test'],
    below: ['FROM scratch', 'COPY --from=test /src/TestResults /'],
    words: undefined,
  },
])('Microsoft.Testing.Platform gets arguments $name', ({ lines, below = final, words }) => {
  const { instruction, shipped } = read({ lines, below })
  const habits: TestHabits = { ...noHabits, platformReportOption: '--report-xunit-trx' }
  expect(choosePlatformArguments(instruction, shipped, habits, '/r')).toBe(words)
})

test.each<{ name: string; line: string; words: string | undefined }>([
  {
    name: 'where the command has none',
    line: 'RUN dotnet test',
    words: '--report-trx --coverage --coverage-output-format cobertura --results-directory /r',
  },
  {
    name: 'not twice, and its report is collected',
    line: 'RUN dotnet test --coverage --coverage-output-format cobertura --coverage-output shop.xml',
    words: '--report-trx --results-directory /r',
  },
  {
    name: 'not where the report lies in a folder of the team’s',
    line: 'RUN dotnet test --coverage --coverage-output /out/cobertura.xml',
    words: undefined,
  },
])('Microsoft.Testing.Platform measures coverage $name', ({ line, words }) => {
  const { instruction, shipped } = read({ lines: [line], below: final })
  const habits: TestHabits = { ...noHabits, platformReportOption: '--report-trx', platformCoverage: true }
  expect(choosePlatformArguments(instruction, shipped, habits, '/r', true)).toBe(words)
})

test('coverage that a command asks for lies with its results, where no report is known either', () => {
  const run = 'RUN dotnet test --project A --coverage --coverage-output-format cobertura'
  const { instruction, shipped } = read({ lines: [run] })
  expect(choosePlatformArguments(instruction, shipped, noHabits, '/r')).toBe('--results-directory /r')
})

test('without a known option Microsoft.Testing.Platform gets no arguments', () => {
  const { instruction, shipped } = read({ lines: ['RUN dotnet test'] })
  expect(choosePlatformArguments(instruction, shipped, noHabits, '/r')).toBeUndefined()
})
