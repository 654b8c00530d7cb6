import { expect, test } from '@jest/globals'
import { findNamedFiles, namedFilesDockerfile } from '../../../../src/testing/coverage/named-files.ts'
import { describeMissingCollectors, describeMissingCoverage } from '../../../../src/testing/coverage/merge-coverage.ts'

const step = 'RUN --mount=type=secret,id=dotnet-container-run-0-x dotnet test'

// The words are those of Microsoft.Testing.Platform, coverlet.msbuild, VSTest and dotnet-coverage.
test.each<{ text: string; paths: string[] }>([
  {
    text: '    - /src/TestResults/98b0b75c-8b0e-4f11-9721-5f386e8b79c2.cobertura.xml',
    paths: ['/src/TestResults/98b0b75c-8b0e-4f11-9721-5f386e8b79c2.cobertura.xml'],
  },
  {
    text: "  Generating report '/src/tests/Shop.Tests/coverage.opencover.xml'",
    paths: ['/src/tests/Shop.Tests/coverage.opencover.xml'],
  },
  { text: '  /src/TestResults/1/coverage.cobertura.xml', paths: ['/src/TestResults/1/coverage.cobertura.xml'] },
  { text: 'Code coverage results: /src/coverage.xml', paths: ['/src/coverage.xml'] },
  { text: 'Wrote /src/nuget.xml and coverage.cobertura.xml', paths: [] },
  { text: '/src/a$(rm)/coverage.xml', paths: [] },
])('finds the coverage files that a testing RUN names: $text', ({ text, paths }) => {
  expect(findNamedFiles([{ step, text }])).toEqual(paths)
  expect(findNamedFiles([{ step: 'RUN make', text }])).toEqual([])
})

test('copies each of them out of the stage, and none that is not there', () => {
  expect(namedFilesDockerfile('FROM sdk AS test\nRUN dotnet test\n', 'test', ['/src/a.xml', '/src/b/a.xml'])).toBe(
    [
      'FROM sdk AS test',
      'RUN dotnet test',
      'FROM scratch AS dotnet-container-coverage',
      'COPY --from=test /src/a.xm[l] /0/',
      'COPY --from=test /src/b/a.xm[l] /1/',
      '',
    ].join('\n'),
  )
})

test.each<{ name: string; platformCoverage?: boolean; output: string[]; says: RegExp }>([
  { name: 'VSTest', output: ['Passed!  - Failed: 0'], says: /need the package coverlet\.collector\.$/ },
  {
    name: 'Microsoft.Testing.Platform, as the projects say',
    platformCoverage: false,
    output: [],
    says: /Microsoft\.Testing\.Extensions\.CodeCoverage, and their command --coverage --coverage-output-format cobertura\.$/,
  },
  {
    name: 'Microsoft.Testing.Platform, as the log says',
    output: ['Test run summary: Passed!'],
    says: /Microsoft\.Testing\.Extensions\.CodeCoverage/,
  },
  {
    name: 'the binary format',
    platformCoverage: true,
    output: ['    - /src/TestResults/98b0.coverage'],
    says: /the tests wrote \/src\/TestResults\/98b0\.coverage, .* Add --coverage-output-format cobertura\.$/,
  },
])('says what is missing where no coverage was collected: $name', ({ output, says, ...habits }) => {
  const text = describeMissingCoverage(habits, output.map((line) => ({ text: line })))
  expect(text).toMatch(/^No coverage was collected: /)
  expect(text).toMatch(says)
})

test('says which data collectors VSTest went on without, each once', () => {
  const output = ['XPlat Code Coverage', 'XPlat Code Coverage', 'Nonsense'].map((name) => ({
    text: `Data collection : Unable to find a datacollector with friendly name '${name}'.`,
  }))
  expect(describeMissingCollectors([...output, { text: 'Passed!' }])).toEqual([
    'A data collector was not found: the tests ran without "XPlat Code Coverage". The test projects need the package coverlet.collector.',
    'A data collector was not found: the tests ran without "Nonsense".',
  ])
})
