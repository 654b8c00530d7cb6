import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { stageLabel } from '../../../src/plan/dockerfile/parse-dockerfile.ts'
import { makePlan, type Plan } from '../../../src/plan/plan.ts'
import { nameOf } from '../../../src/plan/projects/repository.ts'
import { UserError } from '../../../src/shared/errors.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { parseSkeletons, type Skeleton } from './skeletons/skeleton.ts'

const folder = join(import.meta.dirname, 'skeletons')
const skeletons = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => parseSkeletons(readFileSync(join(folder, name), 'utf8')))

async function planOf({ files, inputs }: Pick<Skeleton, 'files' | 'inputs'>): Promise<Plan | UserError> {
  await using workspace = await makeTempFolder(files)
  const raw: RawInputs = { ...defaultInputs, tags: 'shop:1', ...inputs }
  try {
    return await makePlan(await readSettings(raw, workspace.path))
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
}

/** What was decided, in the words of a skeleton. */
function describe(plan: Plan | UserError): { lines: string[]; said: string } {
  if (plan instanceof UserError) return { lines: [`asks ${plan.title}`], said: plan.message }
  const { instrumented, notices, untestedReason, testsOnly, final } = plan
  const said = [untestedReason ?? '', ...notices.map(({ message }) => message)].join('\n')
  const lines = instrumented.testRuns.map(({ instruction, isCertain }) => {
    const owner = instruction.stage
    const start = /^dotnet-container-start-(\d+)$/.exec(owner.name ?? '')?.[1]
    const stage = start === undefined ? owner : (plan.dockerfile.stages[Number(start)] ?? owner)
    const line = instrumented.origins.get(instruction.firstLine) ?? instruction.firstLine
    if (owner.name === 'generated-test') return `generates ${shorten(instruction.argument)}`
    const verb = isCertain ? 'tests in' : 'tries'
    return `${verb} ${stageLabel(stage)}, line ${line}${start === undefined ? '' : ', which it starts'}`
  })
  const shipped = testsOnly ? 'ships nothing' : `ships ${stageLabel(final)}`
  return { lines: [...(lines.length === 0 ? ['tests nothing'] : lines), shipped], said }
}

/** `dotnet test src/A.Tests/A.Tests.csproj --no-restore` as `A.Tests`, anything else said in full. */
function shorten(command: string): string {
  const plain = /^(.*?)dotnet test (?:"([^"]+)"|(\S+)) --no-restore$/.exec(command)
  if (plain === null) return command.replace(/\s+/g, ' ')
  return `${plain[1] ?? ''}${nameOf(plain[2] ?? plain[3] ?? '')}`
}

test('at least 60 shapes of repositories are tried', () => {
  expect(skeletons.length).toBeGreaterThanOrEqual(60)
  expect(new Set(skeletons.map(({ name }) => name)).size).toBe(skeletons.length)
})

test.each(skeletons)('$name', async (skeleton) => {
  const { lines, said } = describe(await planOf(skeleton))
  expect(lines).toEqual(skeleton.expected)
  for (const text of skeleton.says) expect(said).toContain(text)
  for (const text of skeleton.never) expect(said).not.toContain(text)
})

test.each(skeletons)('what is suggested for "$name", pasted, runs the same', async (skeleton) => {
  const plan = await planOf(skeleton)
  const pasted = plan instanceof UserError ? undefined : paste(skeleton, plan)
  if (plan instanceof UserError || pasted === undefined) return
  const copies = plan.notices[0]?.snippet?.match(/^COPY .*/gm) ?? []
  expect(copies).toEqual([...new Set(copies)])
  const again = await planOf(pasted)
  if (again instanceof UserError) throw again
  const commandsOf = ({ instrumented }: Plan): string[] =>
    instrumented.testRuns.map(({ instruction }) => instruction.argument)
  const finalOf = ({ final }: Plan): string => final.name ?? final.base
  expect({ runs: commandsOf(again), final: finalOf(again), notices: again.notices }).toEqual({
    runs: commandsOf(plan),
    final: finalOf(plan),
    notices: [],
  })
})

/** Does to the Dockerfile what the notice says, word by word; undefined where nothing is to be pasted. */
function paste(skeleton: Skeleton, { notices }: Plan): Pick<Skeleton, 'files' | 'inputs'> | undefined {
  const [notice] = notices
  if (notice?.snippet === undefined) return undefined
  const file = skeleton.inputs['file'] ?? 'Dockerfile'
  const lines = (skeleton.files[file] ?? '').split('\n')
  const { message, snippet } = notice
  const place = /(above|below) line (\d+) of/.exec(message)
  const name = /give the stage in line (\d+) a name: (FROM .*? AS [\w-]+)/.exec(message)
  const target = /set the input target: ([\w-]+)/.exec(message)
  if (name !== null) lines[Number(name[1]) - 1] = name[2] ?? ''
  const at = Number(place?.[2]) - (place?.[1] === 'above' ? 1 : 0)
  lines.splice(at, 0, ...snippet.split('\n'))
  return {
    files: { ...skeleton.files, [file]: lines.join('\n') },
    inputs: { ...skeleton.inputs, ...(target === null ? {} : { target: target[1] ?? '' }) },
  }
}
