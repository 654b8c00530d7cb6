import { distance } from 'fastest-levenshtein'
import { UserError } from '../../shared/errors.ts'
import {
  findStage,
  stageLabel,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../dockerfile/parse-dockerfile.ts'
import { neededFor } from '../dockerfile/stage-graph.ts'
import { classifyInstruction } from './test-command.ts'

/** What was asked for about stages. */
export interface StageWishes {
  testTargets: readonly string[]
  target: string | undefined
}

/** Which stage ships and which ones test, or why none does. */
export interface StageChoice {
  final: Stage
  tests:
    | { kind: 'stages'; stages: Stage[] }
    /** Another job of the workflow runs them. */
    | { kind: 'elsewhere' }
    /** No stage of this Dockerfile tests. */
    | { kind: 'missing' }
    /** The target that was asked for has nothing in common with the test stage, so its tests say nothing of it. */
    | { kind: 'unrelated'; testStage: Stage | undefined }
}

/**
 * Chooses the stage that ships and those that test. Throws a UserError when a name is not there, when several
 * stages could be meant, or when the stage that would ship is one that tests.
 */
export function chooseStages(dockerfile: Dockerfile, wishes: StageWishes): StageChoice {
  const final = chooseFinal(dockerfile, wishes)
  const [only, ...others] = wishes.testTargets
  if (only === 'off' && others.length === 0 && findStage(dockerfile.stages, 'off') === undefined)
    return { final, tests: { kind: 'elsewhere' } }
  if (wishes.testTargets.length > 0) {
    const stages = wishes.testTargets.map((name) => requireStage(dockerfile, name, 'test-target'))
    return { final, tests: { kind: 'stages', stages } }
  }
  const testStage = findTestStage(dockerfile)
  const isDefault = wishes.target === undefined || final === defaultFinal(dockerfile)
  if (!isDefault && (testStage === undefined || !sharesStage(dockerfile, final, testStage))) {
    return { final, tests: { kind: 'unrelated', testStage } }
  }
  return { final, tests: testStage ? { kind: 'stages', stages: [testStage] } : { kind: 'missing' } }
}

/** The instructions of a stage that run tests: RUNs in a build, or the ENTRYPOINT or CMD that a build never runs. */
export function testingInstructions(stage: Stage): Instruction[] {
  return stage.instructions.filter(
    (instruction) =>
      ['RUN', 'ENTRYPOINT', 'CMD'].includes(instruction.keyword) &&
      classifyInstruction(instruction) === 'tests',
  )
}

function chooseFinal(dockerfile: Dockerfile, wishes: StageWishes): Stage {
  if (wishes.target !== undefined) return requireStage(dockerfile, wishes.target, 'target')
  const final = defaultFinal(dockerfile)
  const [testing] = testingInstructions(final)
  if (testing !== undefined || final.name?.toLowerCase() === 'test') {
    const line = testing?.firstLine ?? final.firstLine
    throw new UserError(
      'Which one is the final stage?',
      `${dockerfile.shown}:${line}: the last stage, ${stageLabel(final)}, is one that tests, so it is not taken for the ` +
        `final stage. Set the input target to the one that is: ${listStages(dockerfile.stages)}.`,
      { file: dockerfile.shown, line },
    )
  }
  return final
}

function defaultFinal(dockerfile: Dockerfile): Stage {
  // parseDockerfile gives at least one stage.
  return findStage(dockerfile.stages, 'final') ?? (dockerfile.stages.at(-1) as Stage)
}

function findTestStage(dockerfile: Dockerfile): Stage | undefined {
  const named = findStage(dockerfile.stages, 'test')
  if (named !== undefined) return named
  const candidates = dockerfile.stages.filter((stage) => testingInstructions(stage).length > 0)
  if (candidates.length > 1) {
    const list = candidates.map((stage) => `${stageLabel(stage)} (line ${stage.firstLine})`).join(', ')
    throw new UserError(
      'Which stage tests?',
      `${dockerfile.shown}: ${candidates.length} stages run tests: ${list}. Set the input test-target to one of them, or to ` +
        'several, one per line.',
      { file: dockerfile.shown, line: candidates[0]?.firstLine ?? 1 },
    )
  }
  return candidates[0]
}

function sharesStage(dockerfile: Dockerfile, final: Stage, testStage: Stage): boolean {
  const needed = neededFor(dockerfile, testStage)
  return [...neededFor(dockerfile, final)].some((stage) => needed.has(stage))
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

function listStages(stages: readonly Stage[]): string {
  return stages
    .map((stage) => (stage.name === undefined ? `${stage.index} (unnamed)` : stage.name))
    .join(', ')
}
