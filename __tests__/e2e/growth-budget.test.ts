import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { mainScope, startCachedJob } from '../stand-ins/cached-job.ts'
import { startGitHubApi } from '../stand-ins/github-api.ts'
import type { StandInPull } from '../stand-ins/github-state.ts'
import { pullRequest, pushTo } from './harness/events.ts'
import { scriptedWorkspace } from './harness/recorded-tests.ts'
import { listTags } from './harness/registry-client.ts'
import { runAction } from './harness/run-action.ts'

let registry: Awaited<ReturnType<typeof startRegistry>>

beforeAll(async () => {
  registry = await startRegistry()
})

afterAll(async () => {
  await registry.stop()
})

test('growth above its budget fails the job with its reason, until a label is set and it is run again', async () => {
  await using workspace = await scriptedWorkspace({
    dockerfile: 'FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final\nCOPY . /app\n',
  })
  await using job = await startCachedJob()
  await using api = await startGitHubApi()
  const github = { url: api.url, token: 'bot-token' }
  const cache = { url: job.service.url, token: job.service.token({ scopes: [mainScope] }) }
  const name = `grows-${randomUUID().slice(0, 8)}`
  const tag = (of: string): string => `${registry.address}/${name}:${of}`
  const inputs = { cache: 'off', 'missing-test-stage': 'skip', push: 'true', comment: 'off' }
  const growth = { ...inputs, 'max-increase': '10 MB\n50 kB' }

  const first = await runAction({ workspace, cache, inputs: { ...growth, tags: tag('1') } })
  expect(first).toMatchObject({ exitCode: 0, errors: [], outputs: { budget: 'none' } })
  expect(first.warnings.map(({ message }) => message)).toContain(
    'max-increase was not checked, since there is no baseline.',
  )

  const base = await workspace.git('rev-parse', 'HEAD')
  await workspace.git('switch', '--quiet', '--create', 'feature')
  // Text that does not compress.
  await workspace.write('more.txt', Array.from({ length: 4000 }, () => randomUUID()).join(''))
  await workspace.commit()
  await workspace.git('switch', '--quiet', 'main')
  await workspace.git('merge', '--quiet', '--no-ff', '--no-edit', 'feature')

  const sha = await workspace.git('rev-parse', 'feature')
  const pull: StandInPull = {
    number: 7,
    head: { sha, ref: 'feature', repo: { full_name: 'acme/shop' } },
    labels: ['bug'],
  }
  api.state.pulls.push(pull)
  const event = pullRequest('main', 'feature', { sha, labels: ['bug'] })
  const plain = await runAction({
    ...{ workspace, cache, github, event },
    inputs: { ...growth, tags: tag('2') },
  })
  expect(plain.exitCode).toBe(1)
  expect(plain.errors).toEqual([
    {
      title: expect.stringMatching(/^Image size: \+\d+\.\d\d kB, over the limit of 50 kB$/),
      message: expect.stringMatching(
        /^The image grew by \d+\.\d\d kB compressed, max-increase is 50 kB\. Largest causes?: \S+ \+\d+\.\d\d kB.*\. Nothing was loaded or pushed\. To accept the growth, give the pull request the label size-increase-ok and run the job again\.$/s,
      ),
    },
  ])
  expect(plain.outputs).toMatchObject({ budget: 'exceeded', digest: '', 'baseline-commit': base })
  expect(plain.summary.split('\n')[0]).toMatch(
    /^### ❌ Image size: \+\d+\.\d\d\skB, over the limit of 50\skB · tests not run/,
  )
  expect(await listTags(registry.address)).not.toContain(`${name}:2`)

  // The event of a run that is started again is that of the first time.
  pull.labels = ['bug', 'size-increase-ok']
  const labelled = await runAction({
    ...{ workspace, cache, github, event },
    inputs: { ...growth, tags: tag('3') },
  })
  expect(labelled).toMatchObject({ exitCode: 0, errors: [], outputs: { budget: 'overridden' } })
  expect(labelled.summary.split('\n')[0]).toContain('which the label size-increase-ok allows')
  expect(labelled.report?.budget).toMatchObject({ kind: 'overridden', label: 'size-increase-ok' })
  expect(await listTags(registry.address)).toContain(`${name}:3`)

  const tooLarge = await runAction({
    workspace,
    cache,
    event: pullRequest('main', 'feature', { sha, labels: ['size-increase-ok'] }),
    inputs: { ...growth, 'max-size': '1 MB', tags: tag('4') },
  })
  expect(tooLarge).toMatchObject({ exitCode: 1, outputs: { budget: 'exceeded', digest: '' } })
  expect(tooLarge.errors[0]?.message).toContain('max-size is 1.00 MB')

  const share = await runAction({
    workspace,
    cache,
    event: pushTo('main', { before: base }),
    inputs: { ...inputs, 'max-increase': '50 %', tags: tag('5') },
  })
  expect(share).toMatchObject({ exitCode: 0, errors: [], outputs: { budget: 'passed' } })
})
