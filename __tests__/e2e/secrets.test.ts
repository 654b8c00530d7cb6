import { beforeAll, describe, expect, it, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { processesByVariable } from './harness/processes.ts'
import { leaveTrx, scriptedWorkspace } from './harness/recorded-tests.ts'
import { runAction, startAction, type StepResult } from './harness/run-action.ts'

const feedKey = '-----BEGIN KEY-----\nTWluZSBpcyB0aGUgbmlnaHQ\n-----END KEY-----'
const feedToken = 'correct-horse-battery'
const feedPassword = 'wrong-horse-&-battery'
const feedConfig = `<configuration>
  <packageSourceCredentials>
    <feed><add key="ClearTextPassword" value="${feedPassword.replace('&', '&amp;')}" /></feed>
  </packageSourceCredentials>
</configuration>
`

/** Prints all that it knows, in its output, in the name of a test and in what it says of it. */
const script = String.raw`
cat /run/secrets/feed-key /run/secrets/feed-config
echo '${feedPassword}'
echo "token $NUGET_TOKEN at https://bob:$NUGET_TOKEN@feed.example/v3 and https://eve:opensesame@feed.example"
cat <<END
[xUnit.net 00:00:00.12]     Shop.Tests.Feed [FAIL]
  Failed Shop.Tests.Feed(token: "$NUGET_TOKEN") [3 ms]
  Error Message:
   $(tail -n 2 /run/secrets/feed-key | head -n 1) and $NUGET_TOKEN from https://eve:opensesame@feed.example
  Stack Trace:
     at Shop.Tests.Feed() in /src/Feed.cs:line 12

Failed!  - Failed:     1, Passed:     2, Skipped:     0, Total:     3, Duration: 12 ms - Shop.Tests.dll (net10.0)
END
${leaveTrx([
  { name: 'Shop.Tests.One', outcome: 'Passed' },
  { name: 'Shop.Tests.Two', outcome: 'Passed' },
  {
    name: 'Shop.Tests.Feed(token: &quot;$NUGET_TOKEN&quot;)',
    outcome: 'Failed',
    message:
      '$(tail -n 2 /run/secrets/feed-key | head -n 1) and $NUGET_TOKEN from https://eve:opensesame@feed.example',
  },
])}
exit 1
`

const dockerfile = `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS test
ARG NUGET_TOKEN
COPY run-tests.sh /
RUN --mount=type=secret,id=feed-key --mount=type=secret,id=feed-config bash /run-tests.sh
FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final
ARG NUGET_TOKEN
SHELL ["/bin/bash", "-c"]
RUN echo "$NUGET_TOKEN" > /token
`

/** Nothing of these may be read anywhere. */
const unseen = [feedToken, feedPassword, 'wrong-horse', 'TWluZSBpcyB0aGUgbmlnaHQ', 'opensesame']

function expectNoSecret(text: string): void {
  for (const secret of unseen) expect(text).not.toContain(secret)
}

describe('a test that prints every secret', () => {
  let result: StepResult
  let markdown: string
  let left: string

  beforeAll(async () => {
    await using workspace = await scriptedWorkspace({
      script,
      dockerfile,
      files: { 'feed.config': feedConfig },
    })
    const written = `${workspace.folder}/.git/report`
    result = await runAction({
      workspace,
      inputs: {
        secrets: `"feed-key=${feedKey}"`,
        'secret-files': 'feed-config=feed.config',
        'build-args': `NUGET_TOKEN=${feedToken}`,
        ...{ baseline: 'off', 'report-dir': written },
      },
    })
    markdown = await readFile(`${written}/report.md`, 'utf8')
    left = await readFile(`${written}/test-results/0/results.trx`, 'utf8')
  })

  it('shows none of them in the log, beyond what tells the runner to hide it', () => {
    expectNoSecret(result.log.lines.join('\n'))
    expectNoSecret(result.stderr)
    expect(result.log.commands.filter(({ command }) => command === 'add-mask')).toHaveLength(6)
    expect(result.log.lines.join('\n')).toContain('token *** at https://***@feed.example/v3')
  })

  it('nor in annotations, summary, reports and outputs', () => {
    expectNoSecret(JSON.stringify([result.errors, result.warnings, result.outputs, result.report]))
    expectNoSecret(result.summary + markdown)
    expect(result.summary).toContain('Shop.Tests.Feed')
    expect(result.report?.tests?.failures[0]?.name).toContain('***')
  })

  it('nor in the result files that are left for later steps', () => {
    expectNoSecret(left)
    expect(left).toContain('testName="Shop.Tests.Feed(token: &quot;***&quot;)"')
    expect(left).toContain('<Message>*** and *** from https://***@feed.example</Message>')
  })

  it('says which build argument had better been a secret', () => {
    expect(result.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^build-args: NUGET_TOKEN looks like a secret\. /),
    )
  })
})

test('a build argument in the history of an image is not in what is said of its layers', async () => {
  await using workspace = await scriptedWorkspace({ dockerfile })
  const result = await runAction({
    workspace,
    inputs: { 'build-args': `NUGET_TOKEN=${feedToken}`, secrets: `"feed-key=${feedKey}"`, baseline: 'off' },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  expect(result.report?.image?.layers.at(-1)?.createdBy).toContain('NUGET_TOKEN=***')
  expectNoSecret(JSON.stringify(result.report))
})

test('docker and what it starts get no token of the job', async () => {
  await using workspace = await scriptedWorkspace({ script: 'echo waiting; sleep 30' })
  const job = { GITHUB_TOKEN: 'ghs_of_the_job', MY_PASSWORD: 'hunter22', ACTIONS_RUNTIME_TOKEN: 'a.b.c' }
  await using step = await startAction({
    workspace,
    inputs: { baseline: 'off', 'github-token': 'ghs_of_the_input', cache: 'off' },
    env: job,
  })
  await step.saw('waiting')
  const children = (await processesByVariable(step.mark)).filter(({ commandLine }) =>
    /buildx/.test(commandLine),
  )
  expect(children).not.toEqual([])
  for (const { pid } of children) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8')
    expect(environment).not.toMatch(/TOKEN|PASSWORD|INPUT_/)
  }
})
