import { expect, test } from '@jest/globals'
import { dotnetCommands, dotnetCommandsFor, optionOf } from '../../../../src/plan/projects/dotnet-commands.ts'
import { publishOf, ships } from '../../../../src/plan/projects/published.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'

/** The commands of the last stage: verb, words, output folder, line. */
function commandsOf(text: string) {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const stage = dockerfile.stages.at(-1)
  if (stage === undefined) throw new Error('no stage')
  return dotnetCommands(stage).map((command) => [
    command.verb,
    command.words.join(' '),
    command.output,
    command.instruction.firstLine,
  ])
}

test.each<{ name: string; text: string; commands: ReturnType<typeof commandsOf> }>([
  {
    name: 'several in one RUN, with variables and quotes before and around them',
    text: 'RUN CI=1 dotnet restore "My Shop.csproj" && /usr/bin/dotnet publish -o:/out; echo dotnet build',
    commands: [
      ['restore', 'My Shop.csproj', undefined, 2],
      ['publish', '-o:/out', '/out', 2],
    ],
  },
  {
    name: 'the exec form',
    text: 'RUN ["dotnet", "publish", "--output", "/out/"]',
    commands: [['publish', '--output /out/', '/out', 2]],
  },
  {
    name: 'a script in a here-document',
    text: 'RUN <<EOF\ndotnet restore\ndotnet build -p:PublishDir=/out\nEOF',
    commands: [
      ['restore', '', undefined, 2],
      ['build', '-p:PublishDir=/out', '/out', 2],
    ],
  },
  {
    name: 'those of the stages above, each where it runs',
    text: 'WORKDIR /src\nRUN dotnet build -o out\nFROM build AS publish\nWORKDIR Shop\nRUN dotnet publish -o ../out',
    commands: [
      ['build', '-o out', '/src/out', 3],
      ['publish', '-o ../out', '/src/out', 6],
    ],
  },
  {
    name: 'no folder where a variable names it',
    text: 'WORKDIR $ROOT\nRUN dotnet build -o out\nRUN dotnet build -o $OUT',
    commands: [
      ['build', '-o out', undefined, 3],
      ['build', '-o $OUT', undefined, 4],
    ],
  },
  {
    name: 'where cd leads, and a folder by a build argument',
    text: 'ARG APP=Shop\nWORKDIR /src/$APP\nRUN dotnet build -o out\nRUN cd web && dotnet publish -o ../out && (cd / && dotnet pack -o out)',
    commands: [
      ['build', '-o out', '/src/Shop/out', 4],
      ['publish', '-o ../out', '/src/Shop/out', 5],
      ['pack', '-o out', '/out', 5],
    ],
  },
])('reads $name', ({ text, commands }) => {
  expect(commandsOf(`FROM sdk AS build\n${text}`)).toEqual(commands)
})

test.each([
  { words: ['-c', 'Release'], value: 'Release' },
  { words: ['-c:Release'], value: 'Release' },
  { words: ['--configuration=Debug'], value: 'Debug' },
  { words: ['-clp:ErrorsOnly'], value: undefined },
  { words: ['-c'], value: undefined },
])('finds the configuration $value in $words', ({ words, value }) => {
  expect(optionOf(words, ['-c', '--configuration'])).toBe(value)
})

test('of several that publish, the one whose folder is copied is that of the image', () => {
  const text = [
    'FROM sdk AS build',
    'RUN dotnet publish src/Web -o /app/web',
    'RUN dotnet publish src/Jobs -o /app/jobs',
    'FROM aspnet AS web',
    'COPY --from=build /app/web/ .',
    'FROM aspnet AS jobs',
    'COPY --from=build ["/app/jobs", "."]',
    'FROM aspnet AS all',
    'COPY --from=build /app .',
  ].join('\n')
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  expect(dockerfile.stages.map((stage) => publishOf(stage)?.words[0])).toEqual([
    'src/Jobs',
    'src/Web',
    'src/Jobs',
    'src/Jobs',
  ])
})

test.each([
  {
    name: 'a stage above the one that publishes',
    copy: 'COPY --from=above /app/web .',
    ships: ['yes', 'perhaps'],
  },
  { name: 'a pattern', copy: 'COPY --from=build /app/w* .', ships: ['yes', 'no'] },
  { name: 'a pattern within', copy: 'COPY --from=build /app/web/*.dll .', ships: ['yes', 'no'] },
  { name: 'a build argument', copy: 'ARG APP=web\nCOPY --from=build /app/$APP .', ships: ['yes', 'no'] },
  { name: 'a variable of the base', copy: 'COPY --from=build /app/$APP .', ships: ['perhaps', 'perhaps'] },
])('finds which of two publishes ships by $name', ({ copy, ships: expected }) => {
  const text = `FROM sdk AS build
RUN dotnet publish src/Web -o /app/web && dotnet publish src/Jobs -o /app/jobs
FROM build AS above
FROM aspnet
${copy}`
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const final = dockerfile.stages.at(-1)
  if (final === undefined) throw new Error('no stage')
  const commands = dotnetCommandsFor(final)
  expect(commands.map((one) => ships(final, one))).toEqual(expected)
  expect(publishOf(final)?.words[0]).toBe(expected[0] === 'yes' ? 'src/Web' : 'src/Jobs')
})
