import { expect, test } from '@jest/globals'
import type { DockerfileFinding } from '../../../src/docker/build/build-result.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { makePlan } from '../../../src/plan/plan.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { HeldLog } from '../../../src/shared/log.ts'
import { makeReport, onceMore, takeAll, type Findings } from '../../../src/job/findings.ts'
import { cancelledProblem } from '../../../src/report/model/job-report.ts'
import { OtherImageError } from '../../../src/shared/errors.ts'

const delivered: NonNullable<Findings['delivery']> = { kind: 'nothing' }
const other = new OtherImageError('The builder gave another image', 'Run the job again.')

/** What the report of a job says whose image is built by these tries. */
async function follow(...tries: Findings[][]): Promise<{ found: Findings; error: unknown }> {
  let found: Findings = {}
  const takeSteps = async function* (): AsyncGenerator<Findings, undefined> {
    const [last, ...steps] = (tries.shift() ?? []).toReversed()
    yield* steps.toReversed()
    await Promise.resolve()
    if (last?.delivery === undefined) throw other
    yield last
  }
  try {
    for await (const step of onceMore(new HeldLog(), takeSteps)) found = { ...found, ...step }
    return { found, error: undefined }
  } catch (error) {
    return { found, error }
  }
}

const built = (warning: string): Findings => ({ built: { steps: [], checks: [], warnings: [warning] } })
const smoke: Findings = { smoke: { report: undefined, warnings: ['of the first try'] } }

test('a second try of the image starts from nothing', async () => {
  const { found } = await follow([built('first'), smoke, {}], [built('second'), { delivery: delivered }])
  const report = makeReport(found, undefined)
  expect([report.warnings, report.delivery]).toEqual([['second'], delivered])
})

test('there is no third one', async () => {
  const { found, error } = await follow([smoke, {}], [built('second'), {}], [{ delivery: delivered }])
  expect([error, makeReport(found, undefined).warnings]).toEqual([other, ['second']])
})

test('what ended a job early comes after what was found out until then', () => {
  const judgement = {
    kind: 'fail' as const,
    warnings: ['slow'],
    title: 'A test failed',
    message: '',
    place: undefined,
  }
  const tested = { judgement, tests: { checks: [] } } as unknown as NonNullable<Findings['tested']>
  const { problems, warnings } = makeReport({ tested }, cancelledProblem)
  expect([problems, warnings]).toEqual([[judgement, cancelledProblem], ['slow']])
})

test('what the builds found in the team’s own lines is told once, in their order', async () => {
  await using folder = await makeTempFolder({
    Dockerfile: 'FROM sdk as test\nRUN dotnet test\nFROM aspnet\n',
  })
  const plan = await makePlan(await readSettings(defaultInputs, folder.path))
  const [third, first, ours] = [3, 1, 9].map((line) => ({
    ...{ rule: 'FromAsCasing', message: 'casing', url: undefined },
    line,
  })) as [DockerfileFinding, DockerfileFinding, DockerfileFinding]
  const { checks } = makeReport(
    {
      plan,
      tested: { tests: { checks: [third, ours] } } as unknown as NonNullable<Findings['tested']>,
      built: { steps: [], checks: [third, first], warnings: [] },
    },
    undefined,
  )
  expect(checks).toEqual([first, third])
})

test('nothing of a job that has ended keeps the process waiting when what is left of it is stopped', async () => {
  const stop = new AbortController()
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  const takeSteps = async function* (): AsyncGenerator<Findings, void> {
    yield await Promise.resolve(smoke)
  }
  expect((await takeAll(stop.signal, takeSteps())).found).toMatchObject(smoke)
  stop.abort()
  expect(timers()).toBe(before)
})
