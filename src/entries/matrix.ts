import * as core from '@actions/core'
import * as v from 'valibot'
import { parseAs } from '../shared/schema-values.ts'
import { ActionsLog } from '../github/actions-log.ts'
import { parseList } from '../shared/csv.ts'
import { Problems, UserError } from '../shared/errors.ts'
import { runEntry } from './run-entry.ts'
import { parseImages } from '../matrix/parse-images.ts'
import {
  checkPrefix,
  decidePush,
  planMatrix,
  prefixOf,
  tellTwins,
  type RunsOn,
} from '../matrix/plan-matrix.ts'
import { readRunFacts } from '../inputs/run-facts.ts'
import { readPlatformRunners, splitPlatforms } from '../matrix/split-platforms.ts'

const inputsSchema = v.record(
  v.string(),
  v.pipe(
    v.nullable(v.union([v.string(), v.number(), v.boolean()])),
    v.transform((value) => String(value ?? '')),
  ),
)
const label = v.pipe(v.string(), v.nonEmpty())
const labels = v.union([label, v.pipe(v.array(label), v.minLength(1))])
const runsOnSchema = v.union([labels, v.object({ group: label, labels: v.optional(labels) })])

/** Runs as the step of the reusable workflow that turns its inputs into a matrix of jobs. Gives the exit code. */
export function runMatrix(): Promise<number> {
  const log = new ActionsLog()
  return runEntry(log, async () => {
    const written = process.env['INPUT_INPUTS'] ?? ''
    const given = parseAs(inputsSchema, written)
    if (given === undefined)
      throw new UserError('Wrong input', 'inputs: this is not what ${{ toJSON(inputs) }} gives.')
    const inputs = new Map(Object.entries(given))
    const problems = new Problems()
    const runsOn = readRunsOn(inputs.get('runs-on') ?? '', problems)
    const name = inputs.get('name') ?? ''
    checkPrefix(name, problems)
    const images = parseImages(inputs.get('images') ?? '', problems)
    const rows = planMatrix(images, inputs, runsOn, problems)
    problems.throwIfAny()

    const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '' } = process.env
    const listOf = (name: string): string[] => parseList(inputs.get(name) ?? '', { splitAtCommas: true })
    const named = { branches: listOf('push-branches'), tags: listOf('push-tags') }
    const { push, reason, isSurprise = false } = decidePush(named, { event, ref })
    const runners = readPlatformRunners(inputs.get('platform-runners') ?? '', problems)
    const place = { runners, isPushed: push, facts: await readRunFacts(process.env) }
    const split = rows.map((row) => splitPlatforms(row, place, problems))
    const jobs = split.flatMap((image) => image.jobs)
    tellTwins(jobs, problems)
    problems.throwIfAny()
    if (isSurprise) log.warning(`Nothing is pushed: ${reason}.`)
    else log.info(`${push ? 'Pushing' : 'Not pushing'}: ${reason}.`)
    log.info(`Images: ${jobs.map(({ name }) => name).join(', ')}`)
    // Names alone: GitHub shows them behind the job's own, and that one alone where the job is skipped.
    core.setOutput('matrix', JSON.stringify({ name: jobs.map(({ name }) => name) }))
    core.setOutput('jobs', JSON.stringify(Object.fromEntries(jobs.map((job) => [job.name, job]))))
    core.setOutput('push', String(push))
    core.setOutput('indexes', JSON.stringify(split.flatMap(({ index }) => index ?? [])))
    core.setOutput('prefix', prefixOf(name, written))
    core.setOutput('names', jobs.map(({ name }) => name).join('\n'))
    return 0
  })
}

/** A label as it stands, or JSON; the workflow's own jobs tell them apart in the same way. */
function readRunsOn(text: string, problems: Problems): RunsOn {
  if (text !== '' && !/^["[{]/.test(text)) return text
  const runsOn = parseAs(runsOnSchema, text)
  if (runsOn === undefined)
    problems.add(
      'runs-on',
      'write one label, or JSON such as ["self-hosted", "linux"] or {"group": "large"}.',
    )
  return runsOn ?? ''
}
