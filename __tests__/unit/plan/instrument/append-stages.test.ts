import { expect, test } from '@jest/globals'
import { appendStartCommands, appendSuggestion } from '../../../../src/plan/instrument/append-stages.ts'
import { parseDockerfile, stageLabel } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { unknownPrograms } from '../../../../src/plan/projects/repository.ts'
import { suggestTestStage } from '../../../../src/plan/generate/suggest-test-stage.ts'
import { repositoryOf, testProject } from '../some-repository.ts'

function appendTo(text: string, name: string, wereNamed = false) {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const stages = dockerfile.stages.filter((stage) => stage.name === name)
  const extended = appendStartCommands(dockerfile, stages, unknownPrograms, wereNamed)
  return {
    text: extended.dockerfile.text,
    testStages: extended.testStages.map(stageLabel),
    labels: extended.labels,
    origins: [...extended.origins],
  }
}

test.each<{ name: string; start: string; run: string; line: number }>([
  {
    name: 'an ENTRYPOINT',
    start: 'ENTRYPOINT ["dotnet", "test", "--logger:trx"]',
    run: 'RUN ["dotnet","test","--logger:trx"]',
    line: 2,
  },
  {
    name: 'an ENTRYPOINT in shell form',
    start: 'ENTRYPOINT dotnet test $ARGS',
    run: 'RUN dotnet test $ARGS',
    line: 2,
  },
  {
    name: 'an ENTRYPOINT without the ARGs, which no container has',
    start: 'ENV B=1 C=2\nARG A=1\nARG B\nENTRYPOINT ["dotnet", "test"]',
    run: 'RUN ["env","-uA","dotnet","test"]',
    line: 5,
  },
  {
    name: 'a CMD in shell form without the ARGs',
    start: 'ARG A=1 D\nCMD dotnet test',
    run: 'RUN unset A D; dotnet test',
    line: 3,
  },
  { name: 'a CMD', start: 'WORKDIR /t\nCMD ["dotnet", "test"]', run: 'RUN ["dotnet","test"]', line: 3 },
  {
    name: 'an ENTRYPOINT with its CMD',
    start: 'ENTRYPOINT ["dotnet", "test"]\nCMD ["--no-build"]',
    run: 'RUN ["dotnet","test","--no-build"]',
    line: 2,
  },
  {
    name: 'the last of several',
    start: 'CMD ["bash"]\nCMD ["dotnet", "test"]',
    run: 'RUN ["dotnet","test"]',
    line: 3,
  },
  {
    name: 'continuation lines',
    start: 'CMD dotnet test \\\n  --no-build',
    run: 'RUN dotnet test --no-build',
    line: 2,
  },
])('runs what a container would start: $name', ({ start, run, line }) => {
  const text = `FROM sdk AS test\n${start}\nFROM aspnet\n`
  const lines = text.split('\n').length
  expect(appendTo(text, 'test')).toEqual({
    text: `${text}\nFROM test AS dotnet-container-start-0\n${run}\n`,
    testStages: ['dotnet-container-start-0'],
    labels: ['test'],
    origins: [
      [lines + 1, line],
      [lines + 2, line],
    ],
  })
})

test('a stage without a name gets one, behind the last line of its FROM', () => {
  const dockerfile = parseDockerfile(
    'FROM \\\n  sdk\nCMD ["dotnet", "test"]\nFROM aspnet\n',
    'Dockerfile',
    [],
  )
  const extended = appendStartCommands(dockerfile, dockerfile.stages.slice(0, 1), unknownPrograms, false)
  expect({ text: extended.dockerfile.text, labels: extended.labels }).toEqual({
    text:
      'FROM \\\n  sdk AS dotnet-container-stage-0\nCMD ["dotnet", "test"]\nFROM aspnet\n\n' +
      'FROM dotnet-container-stage-0 AS dotnet-container-start-0\nRUN ["dotnet","test"]\n',
    labels: ['stage-0'],
  })
})

test.each([
  { name: 'a stage that tests while it is built', stage: 'RUN dotnet test\nCMD ["dotnet", "test"]' },
  { name: 'a stage that starts something else', stage: 'CMD ["dotnet", "Shop.dll"]' },
  { name: 'a stage that starts nothing', stage: 'COPY . .' },
])('leaves $name as it is', ({ stage }) => {
  const text = `FROM sdk AS test\n${stage}\nFROM aspnet\n`
  expect(appendTo(text, 'test')).toEqual({ text, testStages: ['test'], labels: ['test'], origins: [] })
})

test.each([
  {
    name: 'beside a RUN that nobody knows',
    stage: 'RUN ./install-browsers.sh\nCMD ["dotnet", "test"]',
    wereNamed: false,
  },
  {
    name: 'beside a RUN that tests, where test-target names the stage',
    stage: 'RUN dotnet test A\nCMD ["dotnet", "test", "B"]',
    wereNamed: true,
  },
  {
    name: 'though nobody knows it, where test-target names the stage',
    stage: 'RUN ./setup.sh\nCMD ["./all.sh"]',
    wereNamed: true,
  },
])('runs a start command $name', ({ stage, wereNamed }) => {
  const { testStages, labels } = appendTo(`FROM sdk AS test\n${stage}\nFROM aspnet\n`, 'test', wereNamed)
  expect({ testStages, labels }).toEqual({ testStages: ['dotnet-container-start-0'], labels: ['test'] })
})

test('adds the suggested stage below the team’s, with the mounts of its restore', async () => {
  const text =
    'FROM sdk\nWORKDIR /src\nCOPY . .\nRUN --mount=type=secret,id=feed --mount=type=cache,target=/n dotnet restore\n' +
    'RUN dotnet publish -o /app\nFROM aspnet\nCOPY --from=0 /app .'
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const final = dockerfile.stages.at(-1)
  const repository = await repositoryOf({ 'T/T.csproj': testProject() })
  const suggestion = final && suggestTestStage(final, [], repository.projects, repository)
  if (suggestion === undefined) throw new Error('nothing was suggested')
  const extended = appendSuggestion(dockerfile, suggestion)
  expect({
    text: extended.dockerfile.text,
    testStages: extended.testStages.map(stageLabel),
    labels: extended.labels,
  }).toEqual({
    text: `${text.replace('FROM sdk', 'FROM sdk AS dotnet-container-stage-0')}

FROM dotnet-container-stage-0 AS generated-test
WORKDIR /src
RUN --mount=type=secret,id=feed --mount=type=cache,target=/n dotnet restore T/T.csproj
RUN --mount=type=secret,id=feed --mount=type=cache,target=/n dotnet test T/T.csproj --no-restore
`,
    testStages: ['generated-test'],
    labels: [],
  })
})
