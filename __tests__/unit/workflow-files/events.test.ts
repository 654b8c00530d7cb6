import { describe, expect, it, test } from '@jest/globals'
import * as v from 'valibot'
import { parse } from 'yaml'
import { Problems } from '../../../src/shared/errors.ts'
import { parseImages } from '../../../src/matrix/parse-images.ts'
import { planMatrix, decidePush, prefixOf } from '../../../src/matrix/plan-matrix.ts'
import { readPlatformRunners, splitPlatforms } from '../../../src/matrix/split-platforms.ts'
import { evaluate, fillIn, holds, type Contexts } from './evaluate.ts'
import { readText } from './files.ts'

const stepSchema = v.looseObject({
  uses: v.optional(v.string(), 'run'),
  if: v.optional(v.string()),
  with: v.optional(v.record(v.string(), v.unknown()), {}),
})
const workflowSchema = v.looseObject({
  on: v.looseObject({
    workflow_call: v.looseObject({ inputs: v.record(v.string(), v.looseObject({ default: v.unknown() })) }),
  }),
  jobs: v.record(
    v.string(),
    v.looseObject({
      if: v.optional(v.string()),
      'runs-on': v.string(),
      env: v.optional(v.record(v.string(), v.unknown()), {}),
      steps: v.array(stepSchema),
      concurrency: v.optional(
        v.looseObject({ group: v.string(), 'cancel-in-progress': v.optional(v.string()) }),
      ),
    }),
  ),
})
const workflow = v.parse(workflowSchema, parse(readText('.github/workflows/dotnet-container.yml')))
const defaults = Object.entries(workflow.on.workflow_call.inputs).map(([name, input]) => [
  name,
  input.default,
])

const noFacts = { defaultBranch: 'main', repositoryUrl: '', description: '', license: '', committedAt: '' }

/** A call of the reusable workflow, as GitHub has it when an event starts the caller. */
interface Call {
  event: string
  ref: string
  inputs?: Record<string, unknown>
  secrets?: Record<string, string>
}

const push = { event: 'push', ref: 'refs/heads/main' }
const pullRequest = { event: 'pull_request', ref: 'refs/pull/7/merge' }
const ghcr = { registry: 'ghcr.io', 'push-branches': 'main', tags: 'ghcr.io/acme/shop:1' }
const acr = { registry: 'acme.azurecr.io', 'registry-username': 'bot', 'push-branches': 'main' }
const password = { 'registry-password': 'pw', 'build-secrets': 'nuget=x' }

/** What runs: the jobs after `plan` with the steps that do, as GitHub's own evaluator decides. */
function run({ event, ref, inputs: given = {}, secrets = {} }: Call, runId = 1) {
  const inputs = { ...Object.fromEntries(defaults), ...given } as Record<string, unknown>
  const github = {
    ...{ event_name: event, ref, run_id: runId, workflow: 'ci', actor: 'dev', token: 'job-token' },
  }
  const problems = new Problems()
  const texts = new Map(Object.entries(inputs).map(([name, value]) => [name, String(value)]))
  const rows = planMatrix(parseImages(String(inputs['images']), problems), texts, 'ubuntu-24.04', problems)
  problems.throwIfAny()
  const listOf = (name: string): string[] => String(inputs[name]).split('\n').filter(Boolean)
  const named = { branches: listOf('push-branches'), tags: listOf('push-tags') }
  const pushes = decidePush(named, { event, ref })
  const facts = { ...noFacts, event, ref, commit: '0123456789' }
  const runners = readPlatformRunners(String(inputs['platform-runners']), problems)
  const split = rows.map((row) => splitPlatforms(row, { runners, isPushed: pushes.push, facts }, problems))
  const matrix = split.flatMap((image) => image.jobs)
  const indexes = JSON.stringify(split.flatMap(({ index }) => index ?? []))
  const outputs = {
    push: String(pushes.push),
    matrix: JSON.stringify({ name: matrix.map(({ name }) => name) }),
    jobs: JSON.stringify(Object.fromEntries(matrix.map((job) => [job.name, job]))),
    indexes,
    names: 'shop',
    prefix: prefixOf(String(inputs['name']), JSON.stringify(inputs)),
  }
  const contexts: Contexts = {
    github,
    inputs,
    secrets,
    needs: { plan: { outputs }, index: { result: 'success' } },
    runner: { temp: '/tmp' },
  }
  const jobs = Object.entries(workflow.jobs)
    .filter(([name, job]) => name !== 'plan' && holds(job.if, contexts))
    .map(([name, job]) => {
      const env = Object.fromEntries(Object.entries(job.env).map(([key, of]) => [key, fill(of, contexts)]))
      const inside = { ...contexts, env, matrix: { name: matrix[0]?.name } }
      const steps = job.steps
        .filter((step) => holds(step.if, inside))
        .map((step) => [
          step.uses.replace(/@.*/, ''),
          Object.fromEntries(Object.entries(step.with).map(([key, of]) => [key, fillIn(of, inside)])),
        ])
      return [name, Object.fromEntries(steps) as Record<string, Record<string, unknown>>] as const
    })
  const { concurrency } = workflow.jobs[pushes.push ? 'push' : 'build'] ?? {}
  const inMatrix = { ...contexts, matrix: { name: matrix[0]?.name } }
  return {
    group: fillIn(concurrency?.group, inMatrix),
    isCancelled: fillIn(concurrency?.['cancel-in-progress'], inMatrix),
    jobs: Object.fromEntries(jobs),
  }
}

/** `env` holds texts. */
function fill(value: unknown, contexts: Contexts): string {
  return String(fillIn(value, contexts))
}

describe('which jobs run, and which steps in them', () => {
  const build = ['actions/checkout', 'docker/setup-buildx-action', '$/action', 'actions/upload-artifact']
  const withLogin = ['actions/checkout', 'docker/login-action', ...build.slice(1)]
  const merge = ['actions/download-artifact', '$/merge']

  it.each<[string, Call, Record<string, string[]>]>([
    ['a push to a branch that is named', { ...push, inputs: ghcr }, { push: withLogin, result: merge }],
    [
      'a push to another branch',
      { ...push, ref: 'refs/heads/topic', inputs: ghcr },
      { build: withLogin, result: merge },
    ],
    [
      'a pull request',
      { ...pullRequest, inputs: ghcr },
      { build: withLogin, result: [...merge, '$/comment'] },
    ],
    [
      'a pull request, with a registry that needs a password',
      { ...pullRequest, inputs: acr, secrets: password },
      { build: withLogin, result: [...merge, '$/comment'] },
    ],
    [
      'a pull request from a fork, which has no secrets',
      { ...pullRequest, inputs: acr },
      { build, result: [...merge, '$/comment'] },
    ],
    [
      'a pull request without a comment',
      { ...pullRequest, inputs: { comment: 'off' } },
      { build, result: merge },
    ],
    [
      'a merge queue',
      { event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7-1234', inputs: ghcr },
      { build: withLogin, result: merge },
    ],
    ['a tag', { event: 'push', ref: 'refs/tags/v1.2.3', inputs: ghcr }, { build: withLogin, result: merge }],
    [
      'a tag that is named',
      { event: 'push', ref: 'refs/tags/v1.2.3', inputs: { ...ghcr, 'push-tags': 'v*' } },
      { push: withLogin, result: merge },
    ],
    [
      'a push of an image whose platforms have a runner each',
      {
        ...push,
        inputs: {
          ...{ ...ghcr, platforms: 'linux/amd64,linux/arm64' },
          'platform-runners': '{"linux/amd64":"a","linux/arm64":"b"}',
        },
      },
      { push: withLogin, index: ['actions/download-artifact', 'docker/login-action', 'run'], result: merge },
    ],
    [
      'an image with a builder of its own',
      { ...push, inputs: { builder: 'default' } },
      { build: ['actions/checkout', '$/action', 'actions/upload-artifact'], result: merge },
    ],
  ])('%s', (_, call, expected) => {
    const { jobs } = run(call)
    const steps = Object.entries(jobs).map(([name, inside]) => [name, Object.keys(inside)])
    expect(Object.fromEntries(steps)).toEqual(expected)
  })

  it('a push without the password of its registry tries to log in, and fails there', () => {
    expect(run({ ...push, inputs: acr }).jobs['push']?.['docker/login-action']).toEqual({
      ...{ registry: 'acme.azurecr.io', username: 'bot', password: '' },
    })
  })

  it('secrets are handed over by name, or all of them under the names that a repository can have', () => {
    const inherited = { REGISTRY_PASSWORD: 'pw', BUILD_SECRETS: 'nuget=x', OTHER: 'x' }
    const [named, all] = [password, inherited].map(
      (secrets) => run({ ...push, inputs: acr, secrets }).jobs['push'],
    )
    expect(all).toEqual(named)
  })

  it('the job’s token goes to ghcr.io and nowhere else', () => {
    const loginOf = (call: Call) => Object.values(run(call).jobs)[0]?.['docker/login-action']?.['password']
    expect(loginOf({ ...push, inputs: ghcr })).toBe('job-token')
    expect(loginOf({ ...push, inputs: acr, secrets: password })).toBe('pw')
  })

  it('the action gets the image as JSON, and what the workflow decides beside it', () => {
    const call = { ...push, inputs: { ...ghcr, 'max-size': '9 MB', pull: true }, secrets: password }
    const { inputs, ...own } = run(call).jobs['push']?.['$/action'] ?? {}
    expect(JSON.parse(String(inputs))).toMatchObject({
      ...{ tags: 'ghcr.io/acme/shop:1', 'max-size': '9 MB', pull: 'true' },
    })
    expect(own).toEqual({
      ...{ push: 'true', secrets: 'nuget=x', comment: 'off' },
      'report-dir': expect.stringMatching(/^\/tmp\/dotnet-container-report\/containers-[0-9a-f]{8}-shop$/),
    })
  })
})

describe('which runs stop or wait for each other', () => {
  it('a newer commit of a pull request stops the run of the older one', () => {
    const [older, newer] = [run(pullRequest, 1), run(pullRequest, 2)]
    expect([older.group, older.isCancelled]).toEqual([newer.group, true])
  })

  it.each(['refs/heads/main', 'refs/tags/v1.0.0'])('no push to %s, since each is measured', (ref) => {
    const [older, newer] = [run({ ...push, ref }, 1), run({ ...push, ref }, 2)]
    expect(older.group).not.toBe(newer.group)
    expect(newer.isCancelled).toBe(false)
  })

  it.each(['name', 'context', 'file', 'target', 'image-name', 'build-args', 'max-size', 'runs-on'])(
    'two calls in one workflow do not, such as those of a matrix that differ in %s',
    (input) => {
      const other = { ...pullRequest, inputs: { [input]: 'other' } }
      expect(run(pullRequest).group).not.toBe(run(other).group)
    },
  )

  it('pushes of one image wait for each other, whichever commit their inputs name', () => {
    const pushed = ['a', 'b'].map((commit) =>
      run({ ...push, inputs: { ...ghcr, 'build-args': `COMMIT=${commit}` } }),
    )
    expect(pushed[0]?.group).toBe(pushed[1]?.group)
  })
})

test.each([
  ['ubuntu-latest', 'ubuntu-latest'],
  ['"ubuntu-24.04"', 'ubuntu-24.04'],
  ['["self-hosted", "linux"]', ['self-hosted', 'linux']],
  ['{"group": "big"}', { group: 'big' }],
])('the jobs around the images run on %s as it is written', (written, runner) => {
  const inputs = { 'runs-on': written }
  const around = ['plan', 'index', 'result'].map((job) => fillIn(workflow.jobs[job]?.['runs-on'], { inputs }))
  expect(around).toEqual([runner, runner, runner])
})

test('the evaluator is GitHub’s', () => {
  expect(evaluate("inputs.nope == '' && fromJSON('[1]')[0]", { inputs: {} })).toBe(1)
  expect(() => evaluate('nope.nope', { inputs: {} })).toThrow(/nope/)
})
