import { expect, test } from '@jest/globals'
import { dirname, join } from 'node:path'
import { mkdir, writeFile } from 'node:fs/promises'
import * as v from 'valibot'
import { parse } from 'yaml'
import { readSettings } from '../../../src/inputs/settings.ts'
import { withDefaults } from '../../../src/inputs/raw-inputs.ts'
import { parseImages } from '../../../src/matrix/parse-images.ts'
import { planMatrix } from '../../../src/matrix/plan-matrix.ts'
import { Problems } from '../../../src/shared/errors.ts'
import { repository } from '../../../src/shared/help-link.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { fillIn, type Contexts } from './evaluate.ts'
import { blocks, readText, templates } from './files.ts'

const scalar = v.union([v.string(), v.number(), v.boolean()])
const inputsSchema = v.optional(v.record(v.string(), scalar), {})
const permissionsSchema = v.optional(v.record(v.string(), v.string()))
const jobSchema = v.looseObject({
  if: v.optional(v.string()),
  uses: v.optional(v.string(), ''),
  with: inputsSchema,
  permissions: permissionsSchema,
  steps: v.optional(
    v.array(
      v.looseObject({ uses: v.optional(v.string(), ''), with: inputsSchema, id: v.optional(v.string()) }),
    ),
    [],
  ),
})
const workflowSchema = v.looseObject({
  permissions: permissionsSchema,
  jobs: v.record(v.string(), jobSchema),
})

const isAction = (uses: string): boolean => uses.startsWith(`${repository}@`)
const isCall = (uses: string): boolean =>
  uses.startsWith(`${repository}/.github/workflows/dotnet-container.yml@`)

/** Every job that the docs and templates show, with the page that it is from. */
const jobs = [...blocks, ...templates].flatMap(({ name, text }) => {
  const workflow = v.parse(workflowSchema, parse(text))
  return Object.values(workflow.jobs).map((job) => ({
    name,
    job,
    permissions: job.permissions ?? workflow.permissions,
  }))
})

/** What the reusable workflow takes where its caller says nothing. */
const callDefaults = v.parse(
  v.object({
    on: v.object({
      workflow_call: v.object({ inputs: v.record(v.string(), v.looseObject({ default: scalar })) }),
    }),
  }),
  parse(readText('.github/workflows/dotnet-container.yml')),
).on.workflow_call.inputs

/** The repository that a stranger copies a snippet into, in the run of a push or of a pull request. */
function runOf(event: string, temp: string): { contexts: Contexts; env: NodeJS.ProcessEnv } {
  const ref = event === 'push' ? 'refs/heads/main' : 'refs/pull/7/merge'
  const sha = 'a'.repeat(40)
  const output = { outputs: { name: 'remote0', labels: 'team=shop' } }
  const github = {
    ...{ event_name: event, ref, sha, repository: 'Acme/Shop', actor: 'dev' },
    ...{ token: 'job-token', run_number: '7', job: 'job' },
  }
  return {
    contexts: {
      ...{ github, steps: { meta: output, buildx: output }, runner: { temp } },
      secrets: { NUGET_TOKEN: 'feed-token', REGISTRY_PASSWORD: 'registry-token' },
      vars: { REGISTRY_USER: 'bot' },
    },
    env: {
      ...{ GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: sha, GITHUB_REPOSITORY: 'Acme/Shop' },
      ...{ GITHUB_REF_NAME: ref.split('/').slice(2).join('/'), GITHUB_SERVER_URL: 'https://github.com' },
    },
  }
}

/** What the action says of inputs, in a repository that has the files which they name. */
async function refusalOf(given: Record<string, unknown>, event: string): Promise<string | undefined> {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM scratch' })
  const { contexts, env } = runOf(event, workspace.path)
  const filled = Object.fromEntries(
    Object.entries(given).map(([key, of]) => [key, String(fillIn(of, contexts))]),
  )
  const { file = 'Dockerfile', context = '.' } = filled
  for (const path of [file, join(context, 'Dockerfile'), 'nuget.config']) {
    await mkdir(join(workspace.path, dirname(path)), { recursive: true })
    await writeFile(join(workspace.path, path), 'FROM scratch')
  }
  const inputs = withDefaults((name) => filled[name])
  return await readSettings(inputs, workspace.path, { folder: workspace.path, env }).then(
    () => undefined,
    (error: unknown) => String(error),
  )
}

test.each(['push', 'pull_request'])('the action takes what the docs show, in the event %s', async (event) => {
  const steps = jobs.flatMap(({ name, job }) => job.steps.map((step) => ({ name, ...step })))
  const shown = steps.filter(({ uses }) => isAction(uses))
  expect(shown.length).toBeGreaterThan(15)
  const refused = await Promise.all(
    shown.map(async ({ name, with: given }) => ({ name, why: await refusalOf(given, event) })),
  )
  expect(refused.filter(({ why }) => why !== undefined)).toEqual([])
})

test('the reusable workflow takes what the docs show, and its action what follows from that', async () => {
  const calls = jobs.filter(({ job }) => isCall(job.uses))
  expect(calls.length).toBeGreaterThan(4)
  const refused = await Promise.all(
    calls.flatMap(({ name, job }) => {
      const { contexts } = runOf('push', '/tmp')
      const inputs = Object.entries(callDefaults).map(([input, { default: fallback }]): [string, string] => [
        input,
        String(fillIn(job.with[input] ?? fallback, contexts)),
      ])
      const problems = new Problems()
      const images = parseImages(new Map(inputs).get('images') ?? '', problems)
      const rows = planMatrix(images, new Map(inputs), 'ubuntu-24.04', problems)
      problems.throwIfAny()
      return rows.map(async ({ image }) => ({ name, why: await refusalOf({ ...image, push: true }, 'push') }))
    }),
  )
  // A workflow that pushes nothing needs no tag.
  const wrong = refused.filter(({ why }) => why !== undefined && !why.includes('needs at least one tag'))
  expect(wrong).toEqual([])
})

test('a job that says what it may do may do what its steps need', () => {
  const short = jobs.flatMap(({ name, job, permissions }) => {
    if (permissions === undefined) return []
    const needed = new Set<string>()
    if (isCall(job.uses)) for (const one of ['contents', 'packages', 'pull-requests']) needed.add(one)
    if (job.steps.some(({ uses }) => isAction(uses))) {
      needed.add('contents')
      // In a pull request it writes the comment.
      if (job.if === undefined) needed.add('pull-requests')
    }
    if (job.steps.some((step) => step.with['password'] === '${{ github.token }}')) needed.add('packages')
    return [...needed].filter((one) => permissions[one] === undefined).map((one) => `${name} lacks ${one}`)
  })
  expect(short).toEqual([])
})
