import { distance } from 'fastest-levenshtein'
import type { Settings } from '../../inputs/settings.ts'
import { UserError } from '../../shared/errors.ts'
import {
  findStage,
  stageLabel,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../dockerfile/parse-dockerfile.ts'
import { neededFor, parentOf } from '../dockerfile/stage-graph.ts'
import { withServices } from '../projects/image-tests.ts'
import { unknownPrograms, type Programs } from '../projects/repository.ts'
import { chooseFinal, defaultOf, listStages } from './choose-final.ts'
import { classifyOnbuildRun } from '../commands/find-test-commands.ts'
import { classifyIn, quoteCommand, readStartCommand, testingInstructions } from './stage-commands.ts'

/** Which stage is the final one and which ones test, or why none does. */
export interface StageChoice {
  final: Stage
  /** Nothing but tests is in this Dockerfile: `final` is never built. */
  testsOnly: boolean
  tests:
    | { kind: 'stages'; stages: Stage[] }
    /** Another job of the workflow runs them. */
    | { kind: 'elsewhere' }
    /** No stage tests. `waiting` ones are named like tests and have no command. */
    | { kind: 'missing'; waiting: Stage[] }
    /** The target that was asked for has nothing in common with the test stage, so its tests say nothing of it. */
    | { kind: 'unrelated'; testStage: Stage | undefined }
}

/** Chooses the final stage and those that test, first by what was asked for. Throws a UserError for a name that is not there, and where several could be meant. */
export function chooseStages(
  dockerfile: Dockerfile,
  wishes: Pick<Settings, 'testTargets' | 'target'>,
  programs: Programs = unknownPrograms,
): StageChoice {
  const [only, ...others] = wishes.testTargets
  const isOff = only === 'off' && others.length === 0 && findStage(dockerfile.stages, 'off') === undefined
  const names = isOff ? [] : wishes.testTargets
  const named = names.map((name) => requireStage(dockerfile, name, 'test-target'))
  const target = wishes.target === undefined ? undefined : requireStage(dockerfile, wishes.target, 'target')
  const { final, testsOnly } = chooseFinal(dockerfile, { target, named }, programs)
  if (isOff) return { final, testsOnly: false, tests: { kind: 'elsewhere' } }
  if (named.length > 0) return { final, testsOnly, tests: { kind: 'stages', stages: named } }
  const found = findTestStages(dockerfile, programs)
  if (found.length > 1) throw severalTest(dockerfile.shown, found, programs)
  const [testStage] = found
  const isDefault = target === undefined || target === defaultOf(dockerfile)
  if (testStage !== undefined && !isDefault && !sharesStage(final, testStage))
    return { final, testsOnly, tests: { kind: 'unrelated', testStage } }
  if (testStage !== undefined) return { final, testsOnly, tests: { kind: 'stages', stages: [testStage] } }
  return { final, testsOnly, tests: { kind: 'missing', waiting: findWaiting(final) } }
}

/** The stage named `test` if it can test, else all that do, without those that another one of them builds on anyway. */
function findTestStages(dockerfile: Dockerfile, programs: Programs): Stage[] {
  const named = findStage(dockerfile.stages, 'test')
  if (named !== undefined && mayTest(named, programs)) {
    const start = findUnknownStart(named, programs)
    if (start !== undefined) throw doesItTest(named, start)
    return [named]
  }
  const all = dockerfile.stages.filter((stage) => testingInstructions(stage, programs).length > 0)
  return all.filter((one) => !all.some((other) => other !== one && neededFor(other).has(one)))
}

/** What the container of a stage starts, where it is all that may test, and nobody knows whether it is a server. */
function findUnknownStart(stage: Stage, programs: Programs): Instruction | undefined {
  const start = readStartCommand(stage, programs)
  if (start?.kind !== 'unknown' || !stage.instructions.includes(start.instruction)) return undefined
  const runsNothing = stage.instructions.every(
    (one) => one.keyword !== 'RUN' || classifyIn(one, programs) === 'known',
  )
  return runsNothing ? start.instruction : undefined
}

function doesItTest(stage: Stage, start: Instruction): UserError {
  const line = start.firstLine
  const file = stage.dockerfile.shown
  const name = stageLabel(stage)
  return new UserError(
    `Does stage ${name} test?`,
    `${file}:${line}: stage ${name} runs nothing in a build, and what its container starts, ${quoteCommand(start)}, may be a ` +
      `server, so it is not started. If line ${line} runs the tests, set test-target: ${name}. If no stage tests, rename this one.`,
    { file, line },
  )
}

/** Whether a stage has a command that may test, or begins from an image or a stage whose ONBUILD may bring one. */
function mayTest(stage: Stage, programs: Programs): boolean {
  const isUnknown = stage.instructions.some(
    (one) => one.keyword === 'RUN' && classifyIn(one, programs) !== 'known',
  )
  const start = readStartCommand(stage, programs)
  const parent = parentOf(stage)
  const isTriggered = parent?.instructions.some(
    ({ keyword, argument }) =>
      keyword === 'ONBUILD' && (classifyOnbuildRun(`ONBUILD ${argument}`) ?? 'known') !== 'known',
  )
  // Microsoft's images have no ONBUILD. Where there are no tests that it could get, a stage of that name has to say that it runs none.
  const isWaiting = programs.hasTests && /^mcr\.microsoft\.com\/dotnet\//.test(stage.base)
  return isUnknown || (start !== undefined && start.kind !== 'known') || (isTriggered ?? !isWaiting)
}

/** Stages whose name says that they test, and that have no command: compose gives it to them. */
function findWaiting(final: Stage): Stage[] {
  const needed = neededFor(final)
  return final.dockerfile.stages.filter(
    (stage) =>
      /(?:^|[^a-z]|unit|functional|integration)tests?$/i.test(stage.name ?? '') && !needed.has(stage),
  )
}

/** Asks which of several stages to build: with the command of each, and those to name whose names don't say that a build lacks what they need. */
function severalTest(file: string, found: readonly Stage[], programs: Programs): UserError {
  const list = found.map((stage) => {
    const [first] = testingInstructions(stage, programs)
    return `  ${stageLabel(stage)} (line ${stage.firstLine})${first === undefined ? '' : `: ${quoteCommand(first)}`}`
  })
  const others = found.filter(({ name }) => !withServices.test(name ?? ''))
  const names = (others.length > 0 ? others : found).map(({ name, index }) => name ?? String(index))
  const [only, ...more] = names
  return new UserError(
    'Which stage is the test stage?',
    [
      `${file}: ${found.length} stages run tests:`,
      ...list,
      'Set the input test-target to those whose tests can run in a build, which has no database and no other service, one per line:',
      ...(more.length === 0
        ? [`  test-target: ${only ?? ''}`]
        : ['  test-target: |', ...names.map((name) => `    ${name}`)]),
    ].join('\n'),
    { file, line: found[0]?.firstLine ?? 1 },
  )
}

function sharesStage(final: Stage, testStage: Stage): boolean {
  const needed = neededFor(testStage)
  return [...neededFor(final)].some((stage) => needed.has(stage))
}

function requireStage(dockerfile: Dockerfile, wanted: string, input: 'target' | 'test-target'): Stage {
  const stage = findStage(dockerfile.stages, wanted)
  if (stage !== undefined) return stage
  const away = (candidate: Stage): number =>
    distance(stageLabel(candidate).toLowerCase(), wanted.toLowerCase())
  const nearestFirst = [...dockerfile.stages].sort((a, b) => away(a) - away(b))
  throw new UserError(
    'No such stage',
    `${input}: ${dockerfile.shown} has no stage "${wanted}"; it has ${listStages(nearestFirst)}.`,
    { file: dockerfile.shown, line: 1 },
  )
}
