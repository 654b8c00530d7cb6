import { capitalize } from '../../shared/format.ts'
import { shownPath } from '../../inputs/paths.ts'
import type { Settings } from '../../inputs/settings.ts'
import { UserError } from '../../shared/errors.ts'
import { findStage, stageLabel, type Dockerfile, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { findImageTests, mayNeedServices, type ImageTests } from '../projects/image-tests.ts'
import type { Project } from '../projects/project.ts'
import { findPublished, hasDotnet, takesFiles } from '../projects/published.ts'
import type { Programs, Repository } from '../projects/repository.ts'
import { findSuspects, quoteCommand, type Suspect } from '../stages/stage-commands.ts'
import {
  findSourceStage,
  suggestTestStage,
  withoutWaiting,
  type StageSuggestion,
} from './suggest-test-stage.ts'
import { describeUnreachable, listProjects, listUnfit, whyAway } from './unreachable-tests.ts'

/** Something that the reader of a report should know, and that is neither wrong nor a warning. */
export interface Notice {
  message: string
  /** The part of the message that is to be pasted somewhere. */
  snippet: string | undefined
}

/** What is done for a Dockerfile without a test stage. */
export type MissingAnswer =
  | { kind: 'generate'; suggestion: StageSuggestion; notice: Notice }
  /** A stage with commands that nobody knows is built first, and what comes out of it decides. */
  | { kind: 'try'; stage: Stage }
  /** `reason` completes "No tests were run: …". */
  | { kind: 'skip'; reason: string }

const noStage = 'No stage runs the tests'
const skip = 'To build without tests, set missing-test-stage: skip.'

/** What is known where no stage tests. */
export interface MissingCase {
  final: Stage
  waiting: readonly Stage[]
  repository: Repository
  programs: Programs
  /** The name of the file that keeps others out of the build. */
  ignoreName: string | undefined
  /** The stage whose commands were tried, without any result. */
  tried: Stage | undefined
}

/** Decides by `missing-test-stage`; throws a UserError with a stage to paste, or with what keeps the tests out of the build, where the job has to fail. */
export function answerMissing(
  { final, waiting, repository, programs, ignoreName, tried }: MissingCase,
  settings: Pick<Settings, 'missingTestStage' | 'context' | 'workspace'>,
): MissingAnswer {
  const mode = settings.missingTestStage
  const { dockerfile } = final
  const nowhere = describeMissing(dockerfile, waiting)
  if (mode === 'skip') return { kind: 'skip', reason: nowhere }
  const { projects } = repository
  const context = shownPath(settings.context, settings.workspace)
  const { own, unfit, others } = testsOfImage(final, repository)
  const inContext = own.filter(({ place }) => place.kind === 'context')
  const reachable = withoutWaiting(waiting, inContext, projects)
  // Where others run, those that a build is not meant for are left out by whoever kept them out of it.
  const isLeft = (one: Project): boolean =>
    one.place.kind !== 'context' && reachable.length > 0 && mayNeedServices(one, projects)
  const left = own.filter(isLeft).map((project) => ({ project, why: whyAway(project, context) }))
  const tests: ImageTests = {
    own: reachable.length > 0 ? [...reachable] : own,
    unfit: [...unfit, ...left],
    others,
  }
  const away = own.filter((one) => one.place.kind !== 'context' && !isLeft(one))
  const hasTests = projects.some(({ kind }) => kind === 'tests')
  const found = findSuspects(final, programs, projects).filter(({ mayBeTried }) => mayBeTried || hasTests)
  const suspects = describeSuspects(found, tried)
  // What was built elsewhere and is only copied was tested there, too.
  const isBuilt = waiting.length > 0 || findSourceStage(final, repository) !== undefined
  if (away.length > 0 && isBuilt && (mode === 'auto' || reachable.length === 0)) {
    const why = describeUnreachable(away, projects, dockerfile, context, ignoreName)
    const message = [`${dockerfile.shown} has no test stage, and ${why}`, ...suspects, skip].join('\n')
    throw new UserError('The tests are not in the build', message, { file: dockerfile.shown, line: 1 })
  }
  const candidate =
    mode === 'auto' && tried === undefined && waiting.length === 0 && hasTests
      ? onlyStageOf(found)
      : undefined
  if (candidate !== undefined) return { kind: 'try', stage: candidate }
  const suggestion =
    reachable.length === 0 ? undefined : suggestTestStage(final, waiting, reachable, repository)
  if (suggestion === undefined) {
    const reason = `${nowhere}, and ${whyNone(tests, final)}`
    if (mode === 'auto') return { kind: 'skip', reason: [reason, ...suspects].join('. ').replace(/\.$/, '') }
    const message = [`${reason}.`, ...suspects, skip].join(' ')
    throw new UserError(noStage, message, { file: dockerfile.shown, line: final.firstLine })
  }
  const hints = [...describeOtherWaiting(waiting, suggestion), ...suspects]
  if (mode === 'fail') throw stageToPaste(dockerfile, suggestion, hints)
  return {
    kind: 'generate',
    suggestion,
    notice: describeGenerated(dockerfile, suggestion, tests, projects, hints),
  }
}

function describeMissing({ shown, stages }: Dockerfile, waiting: readonly Stage[]): string {
  const named = findStage(stages, 'test')
  return named === undefined || waiting.includes(named)
    ? `${shown} has no test stage`
    : `stage ${stageLabel(named)} of ${shown} runs no test of .NET`
}

function testsOfImage(final: Stage, repository: Repository): ImageTests {
  if (takesFiles(final) && hasDotnet(final, repository))
    return findImageTests(repository, findPublished(final, repository))
  return { own: [], unfit: [], others: repository.projects.filter(({ kind }) => kind === 'tests') }
}

/** The stage of all commands that may be tried, where it is one alone. */
function onlyStageOf(suspects: readonly Suspect[]): Stage | undefined {
  const stages = new Set(suspects.filter(({ mayBeTried }) => mayBeTried).map(({ stage }) => stage))
  const [only] = stages
  return stages.size === 1 ? only : undefined
}

const maxSuspects = 3

/** Commands that may test, each with its line and the input that makes its stage the one that tests; or that it was tried. */
function describeSuspects(suspects: readonly Suspect[], tried: Stage | undefined): string[] {
  return suspects.slice(0, maxSuspects).map(({ stage, instruction }) => {
    const command = `${instruction.firstLine}, ${quoteCommand(instruction)},`
    return stage.index === tried?.index
      ? `Line ${command} was tried first: no result of a test came out of it.`
      : `If line ${command} runs the tests, set test-target: ${stage.name ?? String(stage.index)}.`
  })
}

/** Stages that are named like tests, run nothing, and got no lines. */
function describeOtherWaiting(waiting: readonly Stage[], { where }: StageSuggestion): string[] {
  const taken = where.kind === 'into' ? where.stage : undefined
  return waiting
    .filter((stage) => stage !== taken && stage.instructions.every(({ keyword }) => keyword !== 'RUN'))
    .map(
      (stage) =>
        `Stage ${stageLabel(stage)} (line ${stage.firstLine}) is named like tests and runs nothing. If its tests can run in a build, add ` +
        `RUN dotnet test with their project to it.`,
    )
}

function whyNone({ own, unfit, others }: ImageTests, final: Stage): string {
  if (own.length > 0 || (others.length > 0 && !takesFiles(final)))
    return `neither ${stageLabel(final)} nor a stage that it copies from builds .NET code; to run the tests, add a step with dotnet test to the job`
  if (unfit.length > 0)
    return `its tests can't run in a build: ${listUnfit(unfit)}; to run them, add a step with dotnet test to the job`
  if (others.length > 0)
    return `none of the repository's test projects tests what this image is made of: ${listProjects(others)}`
  return 'the repository has no test project'
}

function describeGenerated(
  dockerfile: Dockerfile,
  suggestion: StageSuggestion,
  { own, unfit }: ImageTests,
  projects: readonly Project[],
  suspects: readonly string[],
): Notice {
  const who =
    own.length === 1 ? 'the test project of this image runs' : `${own.length} test projects of this image run`
  const left =
    unfit.length === 0
      ? ''
      : `\nLeft out, as a build can't run them: ${listUnfit(unfit)}. To run them, add a step with dotnet test to the job.`
  const doubt = describeDoubt(own, projects)
  const message =
    `${dockerfile.shown} has no test stage, so ${who} in a generated one.${left}${doubt}\n` +
    `To keep it: ${howToPaste(dockerfile, suggestion)}${suspects.join('\n')}`
  return { message: message.trimEnd(), snippet: suggestion.text.trimEnd() }
}

/** What to do where tests turn out to need what a build has not, as far as their names tell that they may. */
function describeDoubt(tests: readonly Project[], projects: readonly Project[]): string {
  const doubtful = tests.filter((one) => mayNeedServices(one, projects))
  if (doubtful.length === 0) return ''
  const wayOut =
    doubtful.length === tests.length
      ? 'set missing-test-stage: skip, and add a step with dotnet test to the job'
      : 'paste the stage without their lines'
  return `\nA build has no database and no other service; where ${listProjects(doubtful)} can't do without, ${wayOut}.`
}

function howToPaste(dockerfile: Dockerfile, { where, first, text }: StageSuggestion): string {
  const before = first === undefined ? '' : `first, ${first}; then `
  const place =
    where.kind === 'above'
      ? `${before}paste this above line ${where.line} of ${dockerfile.shown}:`
      : `stage ${stageLabel(where.stage)} (line ${where.stage.firstLine}) runs no test; add this below line ${where.line} of ${dockerfile.shown}:`
  return `${place}\n\n${text}`
}

function stageToPaste(
  dockerfile: Dockerfile,
  suggestion: StageSuggestion,
  suspects: readonly string[],
): UserError {
  const how = capitalize(howToPaste(dockerfile, suggestion))
  return new UserError(
    noStage,
    [`${dockerfile.shown} has no test stage.`, `${how}${skip}`, ...suspects].join('\n'),
    { file: dockerfile.shown, line: suggestion.where.line },
    suggestion.text,
  )
}
