import * as core from '@actions/core'
import * as v from 'valibot'
import { parseAs } from '../shared/json.ts'
import { ActionsLog } from '../github/actions-log.ts'
import { parseList } from '../shared/csv.ts'
import { Problems, UserError, messageOf } from '../shared/errors.ts'
import { runEntry } from './run-entry.ts'
import { parseImages } from '../matrix/parse-images.ts'
import { checkPrefix, planMatrix, tellTwins, decidePush } from '../matrix/plan-matrix.ts'
import { readRunFacts } from '../inputs/run-facts.ts'
import { readPlatformRunners, splitPlatforms } from '../matrix/split-platforms.ts'

const inputsSchema = v.record(
  v.string(),
  v.pipe(v.nullable(v.union([v.string(), v.number(), v.boolean()])), v.transform(toText)),
)
const labelsSchema = v.union([
  v.pipe(v.string(), v.nonEmpty()),
  v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(1)),
])

/** Runs as the step of the reusable workflow that turns its inputs into a matrix of jobs. Gives the exit code. */
export function runMatrix(): Promise<number> {
  const log = new ActionsLog()
  return runEntry(log, async () => {
    const inputs = new Map(Object.entries(readInputs(process.env['INPUT_INPUTS'] ?? '')))
    const problems = new Problems()
    const runsOn = readRunsOn(inputs.get('runs-on') ?? '', problems)
    checkPrefix(inputs.get('name') ?? '', problems)
    const images = parseImages(inputs.get('images') ?? '', problems)
    const rows = planMatrix(images, inputs, runsOn, problems)
    problems.throwIfAny()

    const { GITHUB_EVENT_NAME: event = '', GITHUB_REF: ref = '' } = process.env
    const listOf = (name: string): string[] => parseList(inputs.get(name) ?? '', { splitAtCommas: true })
    const named = { branches: listOf('push-branches'), tags: listOf('push-tags') }
    const { push, reason } = decidePush(named, { event, ref })
    const runners = readPlatformRunners(inputs.get('platform-runners') ?? '', problems)
    const place = { runners, isPushed: push, facts: await readRunFacts(process.env) }
    const split = rows.map((row) => splitPlatforms(row, place, problems))
    const jobs = split.flatMap((image) => image.jobs)
    tellTwins(jobs, problems)
    problems.throwIfAny()
    log.info(`${push ? 'Pushing' : 'Not pushing'}: ${reason}.`)
    log.info(`Images: ${jobs.map(({ name }) => name).join(', ')}`)
    core.setOutput('matrix', JSON.stringify({ include: jobs }))
    core.setOutput('push', String(push))
    core.setOutput('indexes', JSON.stringify(split.flatMap(({ index }) => index ?? [])))
    core.setOutput('names', jobs.map(({ name }) => name).join('\n'))
    return 0
  })
}

function toText(value: string | number | boolean | null): string {
  return value === null ? '' : String(value)
}

function readInputs(text: string): Record<string, string> {
  try {
    return v.parse(inputsSchema, JSON.parse(text))
  } catch (error) {
    const why = messageOf(error)
    throw new UserError('Wrong input', `inputs: this is not what \${{ toJSON(inputs) }} gives: ${why}`)
  }
}

function readRunsOn(text: string, problems: Problems): string | string[] {
  const labels = parseAs(labelsSchema, text)
  if (labels === undefined)
    problems.add('runs-on', `write JSON, such as "ubuntu-24.04" with its quotes or ["self-hosted", "linux"].`)
  return labels ?? ''
}
