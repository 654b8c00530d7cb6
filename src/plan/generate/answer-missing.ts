import type { Settings } from '../../inputs/settings.ts'
import { UserError } from '../../shared/errors.ts'
import { stageLabel, type Dockerfile, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { findImageTests, type ImageTests } from '../projects/image-tests.ts'
import type { Project } from '../projects/project.ts'
import { findPublished } from '../projects/published.ts'
import type { Programs, Repository } from '../projects/repository.ts'
import { classifyIn } from '../stages/stage-commands.ts'
import { suggestTestStage, type StageSuggestion } from './suggest-test-stage.ts'
import { commandOf } from '../commands/shell-text.ts'
import { describeUnreachable, listProjects, listUnfit } from './unreachable-tests.ts'

/** Something that the reader of a report should know, and that is neither wrong nor a warning. */
export interface Notice {
  message: string
  /** The part of the message that is to be pasted somewhere. */
  snippet: string | undefined
}

/** What is done for a Dockerfile without a test stage. */
export type MissingAnswer =
  | { kind: 'generate'; suggestion: StageSuggestion; notice: Notice }
  /** `reason` completes "No tests were run: …". */
  | { kind: 'skip'; reason: string }

/** What is known where no stage tests. */
export interface MissingCase {
  dockerfile: Dockerfile
  final: Stage
  waiting: readonly Stage[]
  repository: Repository
  programs: Programs
}

/**
 * Decides by `missing-test-stage` what happens where no stage tests. Throws a UserError where the job has to fail: with a stage to
 * paste, or with what keeps the tests out of the build.
 */
export function answerMissing(
  found: MissingCase,
  settings: Pick<Settings, 'missingTestStage'>,
): MissingAnswer {
  const { dockerfile, final, waiting, repository } = found
  const mode = settings.missingTestStage
  const nowhere = `${dockerfile.shown} has no test stage`
  if (mode === 'skip') return { kind: 'skip', reason: nowhere }
  const tests = findImageTests(repository.projects, findPublished(dockerfile, final, repository))
  const reachable = tests.own.filter(({ place }) => place.kind === 'context')
  const away = tests.own.filter(({ place }) => place.kind !== 'context')
  const suspects = describeSuspects(found)
  if (away.length > 0 && (mode === 'auto' || reachable.length === 0))
    throw notReachable(dockerfile, describeUnreachable(away), suspects)
  const suggestion =
    reachable.length === 0 ? undefined : suggestTestStage(dockerfile, final, waiting, reachable, repository)
  if (suggestion === undefined) {
    const reason = `${nowhere}, and ${whyNone(tests, reachable, final)}`
    if (mode === 'auto') return { kind: 'skip', reason: [reason, ...suspects].join('. ').replace(/\.$/, '') }
    throw noStage(dockerfile, final, `${reason}, so none can be suggested.`, suspects)
  }
  if (mode === 'fail') throw stageToPaste(dockerfile, suggestion, suspects)
  return {
    kind: 'generate',
    suggestion,
    notice: describeGenerated(dockerfile, suggestion, reachable, tests, suspects),
  }
}

/** Commands that may test, each with its line and the input that makes its stage the one that tests. */
function describeSuspects({ dockerfile, programs }: MissingCase): string[] {
  return dockerfile.stages.flatMap((stage) =>
    stage.instructions
      .filter((one) => one.keyword === 'RUN' && classifyIn(dockerfile, stage, one, programs) === 'unknown')
      .slice(0, 3)
      .map(({ firstLine, ...one }) => {
        const words = commandOf({ firstLine, ...one })
          .replace(/\s+/g, ' ')
          .slice(0, 80)
        return `If line ${firstLine}, RUN ${words}, runs the tests, set test-target: ${stage.name ?? String(stage.index)}.`
      }),
  )
}

function whyNone({ unfit, others }: ImageTests, reachable: readonly Project[], final: Stage): string {
  if (reachable.length > 0) return `no stage that ${stageLabel(final)} copies from builds .NET code`
  if (unfit.length > 0)
    return `its tests can't run in a build: ${listUnfit(unfit)}; dotnet test runs them in a step of its own`
  if (others.length > 0)
    return `none of the repository's test projects tests what this image is made of: ${listProjects(others)}`
  return 'the repository has no test project'
}

function describeGenerated(
  dockerfile: Dockerfile,
  suggestion: StageSuggestion,
  tests: readonly Project[],
  { unfit }: ImageTests,
  suspects: readonly string[],
): Notice {
  const count = tests.length === 1 ? 'the test project' : `${tests.length} test projects`
  const left =
    unfit.length === 0
      ? ''
      : `\nLeft out, as a build can't run them: ${listUnfit(unfit)}. dotnet test runs them in a step of its own.`
  const message =
    `${dockerfile.shown} has no test stage, so ${count} of this image ran in a generated one.${left}\n` +
    `To keep it: ${howToPaste(dockerfile, suggestion)}${suspects.join('\n')}`
  return { message: message.trimEnd(), snippet: suggestion.text.trimEnd() }
}

function howToPaste(dockerfile: Dockerfile, { where, first, text }: StageSuggestion): string {
  const before = first === undefined ? '' : `first, ${first}; then `
  const place =
    where.kind === 'above'
      ? `${before}paste this above line ${where.line} of ${dockerfile.shown}:`
      : `stage ${stageLabel(where.stage)} (line ${where.stage.firstLine}) runs nothing; add this below line ${where.line} of ${dockerfile.shown}:`
  return `${place}\n\n${text}`
}

function stageToPaste(
  dockerfile: Dockerfile,
  suggestion: StageSuggestion,
  suspects: readonly string[],
): UserError {
  const how = howToPaste(dockerfile, suggestion)
  const message = `${dockerfile.shown} has no test stage.\n${how.charAt(0).toUpperCase()}${how.slice(1)}`
  return new UserError(
    'No stage runs the tests',
    [`${message}${skip}`, ...suspects].join('\n'),
    { file: dockerfile.shown, line: suggestion.where.line },
    suggestion.text,
  )
}

const skip = 'To build without tests, set missing-test-stage: skip.'

function noStage(dockerfile: Dockerfile, final: Stage, why: string, suspects: readonly string[]): UserError {
  return new UserError('No stage runs the tests', [why, ...suspects, skip].join(' '), {
    file: dockerfile.shown,
    line: final.firstLine,
  })
}

function notReachable(dockerfile: Dockerfile, why: string, suspects: readonly string[]): UserError {
  return new UserError(
    'The tests are not in the build',
    [`${dockerfile.shown} has no test stage, and ${why}`, ...suspects, skip].join('\n'),
    { file: dockerfile.shown, line: 1 },
  )
}
