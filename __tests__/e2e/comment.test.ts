import { expect, test } from '@jest/globals'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actionsBot, startGitHubApi, type GitHubApiStandIn } from '../stand-ins/github-api.ts'
import { parseSections } from '../../src/report/comment/comment-section.ts'
import { pullRequest, pushTo, workflowRun } from './harness/events.ts'
import { scriptedWorkspace, threePassed } from './harness/recorded-tests.ts'
import { runAction, type ActionStep } from './harness/run-action.ts'

const [first, second] = ['a'.repeat(40), 'b'.repeat(40)]

async function startApi(from = 'acme/shop'): Promise<GitHubApiStandIn> {
  const api = await startGitHubApi()
  api.users.set('read-only', { ...actionsBot, canWrite: false })
  api.state.pulls.push({ number: 7, head: { sha: first, ref: 'feature', repo: { full_name: from } } })
  return api
}

const inputs = { cache: 'off', baseline: 'off', 'image-key': 'shop' }

test('the first push begins the comment, the same again leaves it, a later one edits it', async () => {
  await using api = await startApi()
  await using workspace = await scriptedWorkspace()
  const step = (sha: string): ActionStep => ({
    ...{ workspace, inputs, github: { url: api.url, token: 'bot-token' } },
    event: pullRequest('main', 'feature', { sha }),
  })
  const begun = await runAction(step(first))
  expect([begun.exitCode, begun.warnings]).toEqual([0, []])
  const [comment] = api.state.comments
  expect(begun.outputs['comment-url']).toBe(`${api.url}/acme/shop/pull/7#issuecomment-${comment?.id ?? ''}`)
  expect(comment?.body).toMatch(/\n### ✅ <code>shop<\/code>: 3 tests passed · \d/)
  expect(comment?.body).toContain('commit <code>aaaaaaa</code>')

  await runAction(step(first))
  expect(comment?.edits).toBe(0)

  await workspace.write('run-tests.sh', `echo '${threePassed}'\n# another\n`)
  await runAction(step(second))
  expect([api.state.comments.length, comment?.edits]).toEqual([1, 1])
  expect(comment?.body).toContain('commit <code>bbbbbbb</code>')
  expect(api.state.reactions).toEqual([])
})

test('two images of a workflow share one comment, and hostile names of tests stay names', async () => {
  await using api = await startApi()
  const evil = '<img src=x> @acme/team #12 <!-- dotnet-container:end -->'
  const script = `cat <<'END'\n  Failed Shop.Tests.Names(text: "${evil}") [3 ms]\n  Error Message:\n   ${evil}\n\nFailed!  - Failed:     1, Passed:     2, Skipped:     0, Total:     3, Duration: 12 ms - Shop.Tests.dll (net10.0)\nEND\nexit 1`
  await using good = await scriptedWorkspace()
  await using bad = await scriptedWorkspace({ script })
  const step = {
    event: pullRequest('main', 'feature', { sha: first }),
    github: { url: api.url, token: 'bot-token' },
  }
  const ended = await Promise.all([
    runAction({ ...step, workspace: good, inputs }),
    runAction({ ...step, workspace: bad, inputs: { ...inputs, 'image-key': 'api' } }),
  ])
  expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 1])
  expect(api.state.comments).toHaveLength(1)
  const body = api.state.comments[0]?.body ?? ''
  expect(parseSections(body).map(({ key }) => key)).toEqual(['api#final Dockerfile', 'shop#final Dockerfile'])
  expect(body).toContain('### ❌ <code>api</code>: 1 of 3 tests failed')
  expect(body.replace(/```[\s\S]*?```/g, '')).not.toMatch(/<img|@acme|(?<!&)#12/)
})

test('changes: none is begun where nothing failed or changed', async () => {
  await using api = await startApi()
  await using workspace = await scriptedWorkspace()
  const { exitCode, outputs, warnings } = await runAction({
    ...{ workspace, inputs: { ...inputs, comment: 'changes' }, github: { url: api.url, token: 'bot-token' } },
    event: pullRequest('main', 'feature', { sha: first }),
  })
  expect([exitCode, outputs['comment-url'], warnings, api.state.comments]).toEqual([0, '', [], []])
})

test('a fork with a read-only token gets a summary and a warning, and its comment from the action in comment/', async () => {
  await using api = await startApi('mallory/shop')
  await using workspace = await scriptedWorkspace()
  const run = await runAction({
    ...{ workspace, inputs: { ...inputs, 'report-dir': 'reports/one' } },
    github: { url: api.url, token: 'read-only' },
    event: pullRequest('main', 'feature', { sha: first, from: 'mallory/shop' }),
  })
  expect(run.exitCode).toBe(0)
  expect(run.summary).toContain('3 tests passed')
  expect(run.warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('a workflow_run workflow with the action in comment/'),
  ])
  expect(api.state.comments).toEqual([])

  const evil = { ...run.report, imageKey: '</code>@acme/team', advice: [] }
  await writeFile(join(workspace.folder, 'reports', 'one', 'report.json'), JSON.stringify(evil))
  const second = await runAction({
    workspace,
    github: { url: api.url, token: 'bot-token' },
    event: workflowRun('feature', first, 'mallory/shop'),
    action: {
      program: 'comment/index.js',
      inputs: { INPUT_REPORT: 'reports', INPUT_COMMENT: 'auto', 'INPUT_GITHUB-TOKEN': 'bot-token' },
    },
  })
  expect([second.exitCode, second.warnings]).toEqual([0, []])
  expect(second.outputs['comment-url']).toContain('/pull/7#issuecomment-')
  expect(api.state.comments[0]?.body).toContain('3 tests passed')
  expect(api.state.comments[0]?.body).not.toContain('@acme')
})

test('a push has no pull request, and asks GitHub nothing', async () => {
  await using api = await startApi()
  await using workspace = await scriptedWorkspace()
  await runAction({ workspace, inputs, github: { url: api.url, token: 'bot-token' }, event: pushTo('main') })
  expect(api.requests()).toEqual([])
})
