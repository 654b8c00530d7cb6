import { expect, test } from '@jest/globals'
import { toBaseline } from '../../../src/compare/comparable.ts'
import type { SizeFindings } from '../../../src/compare/compare-with-baseline.ts'
import { openRepository } from '../../../src/github/repository.ts'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { compareAll } from '../../../src/job/compare-image.ts'
import { apiError } from '../../stand-ins/github-answer.ts'
import { startGitHubApi, type GitHubApiStandIn } from '../../stand-ins/github-api.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'

const stored = toBaseline(
  {
    ...{ kind: 'found', source: 'cache', lookup: { branch: 'main' } },
    record: imageRecord([layerRecord('base')]),
  },
  'main',
)
const grown = imageRecord([layerRecord('base'), layerRecord('app', { compressedBytes: 9_000, line: 3 })])
const allowed = 'size-increase-ok'

interface Attempt {
  /** Those of the event that started the run. */
  then?: string[]
  /** Those that GitHub has. */
  now?: string[]
  inputs?: Partial<RawInputs>
  platforms?: number
  hasToken?: boolean
  isPullRequest?: boolean
  faults?: GitHubApiStandIn['faults']
}

async function compare(attempt: Attempt): Promise<{ found: SizeFindings[]; asked: number }> {
  const { then = [], now = [], inputs = {}, platforms = 1, faults = [] } = attempt
  const { hasToken = true, isPullRequest = true } = attempt
  await using api = await startGitHubApi()
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM scratch\n' })
  api.faults = faults
  const head = { sha: 'a'.repeat(40), ref: 'feature', repo: { full_name: 'acme/shop' } }
  api.state.pulls.push({ number: 7, head, labels: now })
  const settings = await readSettings({ ...defaultInputs, 'max-increase': '1 kB', ...inputs }, workspace.path)
  const github = hasToken
    ? openRepository({ apiUrl: api.url, token: 'bot-token', repository: 'acme/shop' })
    : undefined
  const event = { labels: then, pullRequest: isPullRequest ? 7 : undefined }
  const pairs = Array.from({ length: platforms }, () => ({ image: grown, baseline: stored }))
  const found = await compareAll(github, event, settings, pairs)
  return { found, asked: api.requests().length }
}

test.each<Attempt & { name: string; budget: string; asks: number }>([
  {
    name: 'a label set after the run was started lets it pass',
    now: [allowed],
    budget: 'overridden',
    asks: 1,
  },
  { name: 'a label taken away since lets nothing pass', then: [allowed], budget: 'exceeded', asks: 1 },
  { name: 'several platforms ask once', now: [allowed], platforms: 2, budget: 'overridden', asks: 1 },
  {
    name: 'a budget that is kept asks nothing',
    inputs: { 'max-increase': '1 MB' },
    budget: 'passed',
    asks: 0,
  },
  {
    name: 'an image that is too large has no label that helps, and asks nothing',
    now: [allowed],
    inputs: { 'max-size': '1 kB' },
    budget: 'exceeded',
    asks: 0,
  },
  { name: 'a push has no labels', isPullRequest: false, now: [allowed], budget: 'exceeded', asks: 0 },
])('$name', async ({ budget, asks, ...attempt }) => {
  const { found, asked } = await compare(attempt)
  expect(found.map((one) => one.budget.kind)).toEqual(found.map(() => budget))
  expect([asked, found.flatMap(({ baseline }) => baseline.warnings)]).toEqual([asks, []])
})

const refused = [{ method: 'GET', path: /labels$/, reply: () => apiError(403, 'Resource not accessible') }]

test.each<Attempt & { name: string; budget: string; warnings: unknown[] }>([
  {
    name: 'a token that may not read them',
    faults: refused,
    budget: 'exceeded',
    warnings: [expect.stringContaining('the job needs the permission pull-requests: read')],
  },
  {
    name: 'no token',
    hasToken: false,
    budget: 'exceeded',
    warnings: [expect.stringContaining('there is no github-token')],
  },
  {
    name: 'a token that may not read them, where the event has the label',
    ...{ then: [allowed], faults: refused, budget: 'overridden', warnings: [] },
  },
])(
  'where GitHub does not tell, those of the event count: $name',
  async ({ budget, warnings, ...attempt }) => {
    const [found] = (await compare(attempt)).found
    expect(found?.budget.kind).toBe(budget)
    expect(found?.baseline.warnings).toEqual(warnings)
  },
)
