import { randomUUID } from 'node:crypto'
import { makeWorkspace, type Workspace } from './workspace.ts'

/** The last line of a `dotnet test` with three tests that passed. */
export const threePassed =
  'Passed!  - Failed:     0, Passed:     3, Skipped:     0, Total:     3, Duration: 12 ms - Shop.Tests.dll (net10.0)'

/** A Dockerfile whose tests are a script, for what is not about dotnet: a build of it takes about a second. */
export const scriptedDockerfile = `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS test
COPY run-tests.sh /
RUN bash /run-tests.sh

FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final
COPY app.txt /app/
`

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
