import { expect, it, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { parse } from 'yaml'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string): string => readFileSync(join(repository, path), 'utf8')

const pages = ['README.md', 'SECURITY.md', ...markdownIn('docs'), ...markdownIn('docs/adr')]
const blocks = pages.flatMap((page) =>
  [...read(page).matchAll(/^( *)```ya?ml\n([\s\S]*?)\n\1```$/gm)].map(([, , text = ''], index) => ({
    name: `${page}, block ${index + 1}`,
    text,
  })),
)
const template = 'workflow-templates/dotnet-container.yml'
const examples = [...blocks, { name: template, text: read(template).replaceAll('$default-branch', 'main') }]

const inputs = v.optional(
  v.record(v.string(), v.looseObject({ required: v.optional(v.boolean(), false) })),
  {},
)
const actionSchema = v.looseObject({ inputs })
const workflowSchema = v.looseObject({
  on: v.looseObject({ workflow_call: v.looseObject({ inputs, secrets: inputs }) }),
})
const useSchema = v.looseObject({
  uses: v.pipe(v.string(), v.regex(/^(?:OWNER\/dotnet-container|\.\/|\$\/)/)),
  with: v.optional(v.record(v.string(), v.unknown()), {}),
  secrets: v.optional(v.union([v.literal('inherit'), v.record(v.string(), v.unknown())]), {}),
})

/** What is wrong with a use of something of ours: names that it does not have, and those that it needs. */
function faultsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const below = Object.values(value).flatMap(faultsOf)
  const use = v.safeParse(useSchema, value)
  if (!use.success) return below
  const { uses, with: given, secrets } = use.output
  const path = uses.replace(/^(?:OWNER\/dotnet-container|\.|\$)\/?/, '').replace(/@.*$/, '')
  const file = path.endsWith('.yml') ? path : join(path, 'action.yml')
  if (!existsSync(join(repository, file))) return [...below, `${uses}: there is no ${file}`]
  const json: unknown = parse(read(file))
  if (!file.endsWith('action.yml')) {
    const { inputs: known, secrets: knownSecrets } = v.parse(workflowSchema, json).on.workflow_call
    const names = secrets === 'inherit' ? {} : secrets
    return [...below, ...compare(uses, given, known), ...compare(uses, names, knownSecrets)]
  }
  return [...below, ...compare(uses, given, v.parse(actionSchema, json).inputs)]
}

function compare(uses: string, given: object, known: v.InferOutput<typeof inputs>): string[] {
  const required = Object.entries(known).flatMap(([name, { required }]) => (required ? [name] : []))
  return [
    ...Object.keys(given).flatMap((name) => (name in known ? [] : [`${uses} has no ${name}`])),
    ...required.flatMap((name) => (name in given ? [] : [`${uses} needs ${name}`])),
  ]
}

function markdownIn(folder: string): string[] {
  const names = readdirSync(join(repository, folder))
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name))
}

it.each(examples)('$name is YAML, and uses only what is there', ({ text }) => {
  expect(faultsOf(parse(text))).toEqual([])
})

it.each(examples)('$name uses the versions of actions that our own workflows do', ({ text }) => {
  const own = new Map(
    readdirSync(join(repository, '.github/workflows'))
      .flatMap((name) => [
        ...read(`.github/workflows/${name}`).matchAll(/uses: (\S+)@[0-9a-f]{40} # (v\d+)/g),
      ])
      .map(([, action = '', major = '']) => [action, major]),
  )
  const used = [...text.matchAll(/uses: ([\w.-]+\/[\w./-]+)@(v\d+)/g)]
  const other = used.filter(([, action = '', major]) => own.has(action) && own.get(action) !== major)
  expect(other.map(([use]) => use)).toEqual([])
})

test('examples are there, and a wrong one would be found', () => {
  expect(blocks.length).toBeGreaterThan(5)
  const wrong = [
    { uses: 'OWNER/dotnet-container@main', with: { contxt: '.' } },
    { uses: 'OWNER/dotnet-container/comment@main' },
    { uses: 'OWNER/dotnet-container/nothing@main' },
    { uses: 'OWNER/dotnet-container/.github/workflows/dotnet-container.yml@main', secrets: { nuget: 'x' } },
  ]
  expect(faultsOf({ steps: wrong })).toEqual([
    'OWNER/dotnet-container@main has no contxt',
    'OWNER/dotnet-container/comment@main needs report',
    'OWNER/dotnet-container/nothing@main: there is no nothing/action.yml',
    'OWNER/dotnet-container/.github/workflows/dotnet-container.yml@main has no nuget',
  ])
})
