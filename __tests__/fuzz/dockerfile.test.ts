import { readFileSync } from 'node:fs'

import { expect } from '@jest/globals'

import { appendStartCommands } from '../../src/plan/instrument/append-stages.ts'
import { chooseStages } from '../../src/plan/stages/choose-stages.ts'
import {
  parseDockerfile,
  type Dockerfile,
  type Instruction,
} from '../../src/plan/dockerfile/parse-dockerfile.ts'
import { instrumentTests } from '../../src/plan/instrument/instrument.ts'
import { unknownPrograms } from '../../src/plan/projects/repository.ts'
import { withoutMarks } from '../../src/plan/instrument/run-mounts.ts'
import { UserError } from '../../src/shared/errors.ts'
import { makeDockerfile } from './dockerfile-texts.ts'
import { fuzz } from './fuzz.ts'
import { mutate } from './mutate.ts'
import type { Random } from './random.ts'

const examples = ['several-projects', 'two-stage', 'unnamed-final', 'visual-studio'].map((name) =>
  readFileSync(new URL(`../../examples/${name}/Dockerfile`, import.meta.url), 'utf8'),
)

/** The result, or undefined where it is the user's to mend. */
function orUserError<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

function instrument(random: Random, dockerfile: Dockerfile) {
  const wanted = dockerfile.stages.filter(() => random.oneIn(2))
  const chosen = orUserError(() => chooseStages(dockerfile, { testTargets: [], target: undefined }))
  const stages = wanted.length > 0 ? wanted : dockerfile.stages
  const extended = appendStartCommands(dockerfile, stages, unknownPrograms, false)
  const final = chosen?.final ?? random.pick(dockerfile.stages)
  return instrumentTests(extended, final, {
    ...{
      jobId: 'job',
      placeId: 'shop',
      mayBeCached: random.oneIn(2),
      collects: true,
      coverage: random.oneIn(2),
    },
    programs: unknownPrograms,
    hangTimeoutMs: random.pick([undefined, 1000]),
    habits: {
      hasOwnRunSettings: random.oneIn(2),
      hasOwnLogger: random.oneIn(2),
      platformReportOption: random.pick([undefined, '--report-trx']),
      executablesKnowOption: random.oneIn(2),
    },
  })
}

function withoutOurs({ flags, ...rest }: Instruction): Instruction {
  return { ...rest, flags: flags.filter(({ value }) => !value.includes('id=dotnet-container-')) }
}

/** What the team wrote, as it is read: stages that had no name may have one of ours. */
function asWritten({ stages }: Dockerfile, count: number) {
  return stages.slice(0, count).map(({ instructions, name, ...rest }) => ({
    ...rest,
    name: name?.startsWith('dotnet-container-stage-') === true ? undefined : name,
    instructions: instructions.map(withoutOurs),
  }))
}

function hasWholeDocuments({ argument }: Instruction): boolean {
  const [line = '', ...body] = argument.split(/\r?\n/)
  const marks = [...line.matchAll(/<<-?\s*["']?(\w+)/g)].map(([, mark]) => mark)
  return marks.every((mark) => body.some((one) => one.trim() === mark))
}

/** BuildKit refuses a file with a broken FROM, or with a here-document that has no end. */
function isValid({ text, stages }: Dockerfile): boolean {
  const lines = text.split(/\r?\n/)
  return stages.every(({ firstLine, instructions }) => {
    if (!instructions.every(hasWholeDocuments)) return false
    const from = lines
      .slice(firstLine - 1)
      .join('\n')
      .replace(/[\\`][ \t]*\n/g, '')
      .split('\n', 1)[0]
    return /^\s*FROM(?:\s+--\S+)*\s+[\w.:/@$\{\}][\w.:/@$\{\}-]*(?:\s+AS\s+[\w.-]+)?[ \t]*$/i.test(from ?? '')
  })
}

function check(text: string, random: Random): void {
  const dockerfile = orUserError(() => parseDockerfile(text, 'Dockerfile', [['BASE', 'sdk']]))
  if (dockerfile === undefined) return
  const count = dockerfile.stages.length
  const marked = instrument(random, dockerfile)
  if (!isValid(dockerfile)) return
  const again = parseDockerfile(marked.text, 'Dockerfile', [['BASE', 'sdk']])
  // Behind the last instruction that the team wrote there may be stages of ours.
  expect(asWritten(again, count)).toEqual(asWritten(dockerfile, count))
  for (const { instruction } of marked.testRuns) {
    const read = again.stages[instruction.stage.index]?.instructions.find(
      (one) => one.firstLine === instruction.firstLine,
    )
    const own = read?.flags.filter(({ value }) => value.includes('id=dotnet-container-')) ?? []
    expect(own.length).toBeGreaterThan(0)
    expect(own.every(({ name }) => name === 'mount')).toBe(true)
  }
  for (const { target } of marked.targets) {
    expect(again.stages.map(({ name }) => name?.toLowerCase())).toContain(target.toLowerCase())
  }
  const lines = withoutMarks(marked.text).split('\n')
  const differing = dockerfile.text
    .trimEnd()
    .split('\n')
    .filter((line, index) => !(lines[index] ?? '').startsWith(line.trimEnd()))
  expect(differing).toEqual([])
}

fuzz('a marked Dockerfile has the same stages, instructions and lines', {
  rounds: 400,
  make: makeDockerfile,
  check,
})

fuzz('so has one that was made from an example', {
  rounds: 100,
  make: (random) => mutate(random, random.pick(examples)),
  check,
})
