import { randomUUID } from 'node:crypto'
import { makeWorkspace, type Workspace } from './workspace.ts'

/** The last line of a `dotnet test` with three tests that passed. */
export const threePassed =
  'Passed!  - Failed:     0, Passed:     3, Skipped:     0, Total:     3, Duration: 12 ms - Shop.Tests.dll (net10.0)'

/** A Dockerfile whose tests are a script, and whose image is of .NET, for what is about large images or runs in them. */
export const dotnetDockerfile = `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS test
COPY run-tests.sh /
RUN bash /run-tests.sh

FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final
COPY app.txt /app/
`

/** The same with an image of one small file: to export and to measure that of .NET is most of such a job. */
export const scriptedDockerfile = dotnetDockerfile.replace(/FROM \S+ AS final/, 'FROM scratch AS final')

/** A repository with that Dockerfile; `script` is the body of its tests, three that pass by default. */
export async function scriptedWorkspace({
  script = `echo '${threePassed}'`,
  dockerfile = scriptedDockerfile,
  files = {},
}: { script?: string; dockerfile?: string; files?: Record<string, string> } = {}): Promise<Workspace> {
  return await makeWorkspace({
    Dockerfile: dockerfile,
    'run-tests.sh': `${script}\n`,
    // Its own, since a step that other tests build too at the same time could come from their cache.
    'app.txt': `an app ${randomUUID()}\n`,
    ...files,
  })
}

/** Lines of a shell script that leave results as a TRX file where `dotnet test` would; variables in them are the shell's. */
export function leaveTrx(
  tests: readonly { name: string; outcome: 'Passed' | 'Failed'; message?: string }[],
): string {
  const results = tests.map(
    ({ name, outcome, message = '' }, index) =>
      `<UnitTestResult testId="${index}" testName="${name}" outcome="${outcome}" duration="00:00:00.0010000">` +
      `<Output><ErrorInfo><Message>${message}</Message></ErrorInfo></Output></UnitTestResult>`,
  )
  const [total, failed] = [tests.length, tests.filter(({ outcome }) => outcome === 'Failed').length]
  return [
    'mkdir -p "$VSTestResultsDirectory"',
    'cat > "$VSTestResultsDirectory/results.trx" <<END',
    '<?xml version="1.0" encoding="utf-8"?>',
    '<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>',
    ...results,
    `</Results><ResultSummary outcome="${failed > 0 ? 'Failed' : 'Completed'}">`,
    `<Counters total="${total}" executed="${total}" passed="${total - failed}" failed="${failed}" /></ResultSummary></TestRun>`,
    'END',
  ].join('\n')
}
