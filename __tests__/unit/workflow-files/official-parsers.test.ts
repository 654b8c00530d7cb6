import { describe, expect, it, test } from '@jest/globals'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { parse } from 'yaml'
import { repository } from '../../../src/shared/help-link.ts'
import { actions, blocks, makeWhole, templates, workflows, type GitHubFile } from './files.ts'
import { diagnose, fileProvider } from './language-service.ts'
import { isTakenByRunner, usesIn } from './uses.ts'

const rows = (files: readonly GitHubFile[]) => files.map((file) => [file.name, file] as const)

/** What GitHub's server says when it reads a workflow. */
async function faultsOf({ name, text }: GitHubFile): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter())
  if (value === undefined) return context.errors.getErrors().map(({ message }) => message)
  const { errors = [] } = await convertWorkflowTemplate(context, value, fileProvider)
  return errors.map(({ Message }) => Message)
}

describe.each(rows([...workflows, ...templates]))('%s', (_, file) => {
  it('is a workflow to GitHub’s own parser', async () => {
    expect(await faultsOf(file)).toEqual([])
  })

  it('has no name, context and input that there is not, says GitHub’s language service', async () => {
    expect(await diagnose(file)).toEqual([])
  })
})

describe.each(rows(actions))('%s', (_, file) => {
  it('is an action to GitHub’s language service', async () => {
    expect(await diagnose(file)).toEqual([])
  })
})

describe.each(rows(blocks))('%s', (_, file) => {
  it('is taken by both', async () => {
    expect(await faultsOf(file)).toEqual([])
    // A part of a workflow may name a step that the page does not show.
    const errors = (await diagnose(file)).filter(
      (line) => !/ warning: Context access might be invalid/.test(line),
    )
    expect(errors).toEqual([])
  })
})

test('every `uses` is one that the runner takes', () => {
  const files = [...workflows, ...templates, ...blocks, ...actions]
  const refused = files.flatMap(({ name, text }) =>
    usesIn(text).flatMap((uses) => (isTakenByRunner(uses) ? [] : [`${name}: ${uses}`])),
  )
  expect(refused).toEqual([])
})

test.each([
  ['$/', false],
  ['$//', false],
  ['$/action@v1', false],
  ['$/action', true],
  ['./action', true],
  ['docker://alpine:3', true],
  ['actions/checkout', false],
  ['actions@v1', false],
  ['actions/checkout@', false],
  ['actions/checkout@v7', true],
  [`${repository}/merge@main`, true],
])('the runner’s rule for uses: %s is %s', (uses, taken) => {
  expect(isTakenByRunner(uses)).toBe(taken)
})

test('the docs name the versions of actions that our own workflows have', () => {
  const pins = workflows.flatMap(({ text }) => [...text.matchAll(/uses: (\S+)@[0-9a-f]{40} # (v\d+)/g)])
  const own = new Map(pins.map(([, action = '', major]) => [action, major]))
  const other = [...blocks, ...templates].flatMap(({ name, text }) =>
    [...text.matchAll(/uses: ([\w.-]+\/[\w./-]+)@(v\d+)/g)]
      .filter(([, action = '', major]) => own.has(action) && own.get(action) !== major)
      .map(([uses]) => `${name}: ${uses}`),
  )
  expect(other).toEqual([])
})

test('no example runs a pull request of a branch twice', () => {
  const twice = [...workflows, ...templates, ...blocks].filter(({ text }) => {
    const { on } = parse(text) as { on: unknown }
    const events = typeof on === 'object' && on !== null && !Array.isArray(on) ? on : undefined
    if (events === undefined)
      return JSON.stringify(on).includes('pull_request') && JSON.stringify(on).includes('push')
    return 'pull_request' in events && 'push' in events && events.push === null
  })
  expect(twice.map(({ name }) => name)).toEqual([])
})

describe('the parsers are at work', () => {
  const broken = (steps: string): GitHubFile => ({
    name: 'broken.yml',
    kind: 'workflow',
    text: makeWhole(steps) ?? '',
  })

  it('finds a context, an input and an action that there is not', async () => {
    const steps = [
      '- run: echo ${{ github.nope }} ${{ nope.nope }}',
      '- uses: $/merge',
      '  with: { expectd: 1 }',
      `- uses: ${repository}/nothing@main`,
    ]
    const found = await diagnose(broken(steps.join('\n')))
    expect(found.join('\n')).toMatch(/github\.nope|nope/)
    expect(found.join('\n')).toContain("Invalid action input 'expectd'")
    expect(found.join('\n')).toContain(`Unable to resolve action \`${repository}/nothing@main\``)
  })

  it('finds a call of the reusable workflow with an input that it does not have', async () => {
    const uses = `uses: ${repository}/.github/workflows/dotnet-container.yml@main`
    const file = broken(`call:\n  ${uses}\n  with: { max-sise: 1 MB }\n`)
    expect((await diagnose(file)).join('\n')).toContain('max-sise')
  })

  it('finds a key that GitHub does not know', async () => {
    expect(await faultsOf(broken('- run: make\n  shel: bash'))).not.toEqual([])
  })

  it('there are files of each kind', () => {
    expect(
      [workflows.length, actions.length, templates.length, blocks.length].map((count) => count > 0),
    ).toEqual(Array(4).fill(true))
  })
})
