import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pathsOf, type Paths } from '../inputs/paths.ts'
import type { Settings } from '../inputs/settings.ts'
import { UserError } from '../shared/errors.ts'
import { chooseStages, type StageChoice } from './stages/choose-stages.ts'
import { parseDockerfile, stageLabel, type Dockerfile } from './dockerfile/parse-dockerfile.ts'
import { appendStartCommands, appendSuggestion, type ExtendedDockerfile } from './instrument/append-stages.ts'
import { readIgnoreFile, type IgnoreFile } from './dockerfile/dockerignore.ts'
import { findProjects, type ContextProjects } from './stages/find-projects.ts'
import { identityOf, type ImageIdentity } from './image-identity.ts'
import { instrumentTests, type InstrumentedDockerfile } from './instrument/instrument.ts'
import { suggestTestStage, type StageSuggestion } from './stages/suggest-test-stage.ts'

/** What will be tested and built. */
export interface Plan extends StageChoice {
  /** The team's own file. */
  dockerfile: Dockerfile
  paths: Paths
  /** What keeps files out of the build context. */
  ignoreFile: IgnoreFile | undefined
  identity: ImageIdentity
  /** The team's file with stages of ours below it, and its testing RUNs marked. */
  instrumented: InstrumentedDockerfile
}

/**
 * Reads the Dockerfile and decides which stage tests and which one ships. Throws a UserError when that can't be
 * decided, or when no stage tests and `missing-test-stage` is `fail`; then with a stage to paste.
 */
export async function makePlan(settings: Settings): Promise<Plan> {
  const text = await readFile(settings.file, 'utf8')
  const dockerfile = parseDockerfile(text, settings.fileShown, settings.buildArgs)
  const ignoreFile = await readIgnoreFile(settings.context, settings.file)
  const isIgnored = (path: string): boolean => ignoreFile?.ruleFor(path) !== undefined
  const projects = await findProjects(settings.context, isIgnored)
  const choice = chooseStages(dockerfile, settings)
  const identity = identityOf(settings, stageLabel(choice.final))
  const jobId = randomBytes(8).toString('hex')
  const extended = extend(dockerfile, choice, settings, projects)
  return {
    dockerfile,
    paths: pathsOf(settings),
    ignoreFile,
    ...choice,
    ...(extended.testStages.length > 0 ? { tests: { kind: 'stages', stages: extended.testStages } } : {}),
    identity,
    instrumented: instrumentTests(extended, choice.final, {
      jobId,
      // Part of the cache key: only where that may hit is it the same for all jobs of the image.
      placeId: settings.testCache ? hashOf({ ...identity, buildArgs: [] }) : jobId,
      mayBeCached: settings.testCache,
      collects: settings.testResults === 'auto',
      coverage: settings.coverage,
      hangTimeoutMs: hangTimeoutOf(settings.testTimeoutMs),
      habits: projects.habits,
    }),
  }
}

/** What was decided, in one line for the log. */
export function describePlan({ tests, instrumented, final, dockerfile }: Plan): string {
  const stages = instrumented.targets.map(({ label }) => label).join(', ')
  return `${tests.kind === 'stages' ? `tests in stage ${stages}` : 'no stage tests'}, image from stage ${stageLabel(final)} of ${dockerfile.shown}`
}

function hashOf(identity: ImageIdentity): string {
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16)
}

/** The Dockerfile with the stages that run what the team's own stages only start, or don't have. */
function extend(
  dockerfile: Dockerfile,
  choice: StageChoice,
  { missingTestStage, buildArgs }: Settings,
  projects: ContextProjects,
): ExtendedDockerfile {
  if (choice.tests.kind === 'stages') return appendStartCommands(dockerfile, choice.tests.stages, buildArgs)
  if (choice.tests.kind === 'missing' && missingTestStage !== 'skip') {
    const suggestion = suggestTestStage(dockerfile, choice.final, projects)
    if (suggestion === undefined || missingTestStage === 'fail')
      throw noTestStage(dockerfile, choice, suggestion)
    return appendSuggestion(dockerfile, suggestion, buildArgs)
  }
  return { dockerfile, testStages: [], labels: [], origins: new Map() }
}

/**
 * A test host in which nothing happens for half of the limit is stopped by VSTest itself, so that results survive. The
 * other half is for what comes before: restore, compiling, and the tests that did end.
 */
function hangTimeoutOf(testTimeoutMs: number | undefined): number | undefined {
  return testTimeoutMs === undefined ? undefined : Math.round(testTimeoutMs / 2)
}

function noTestStage(
  dockerfile: Dockerfile,
  { final }: StageChoice,
  suggestion: StageSuggestion | undefined,
): UserError {
  const place = { file: dockerfile.shown, line: suggestion?.aboveLine ?? final.firstLine }
  const title = 'No stage runs the tests'
  const skip = 'To build without tests, set missing-test-stage: skip.'
  if (suggestion === undefined) {
    const why = `no stage that ${stageLabel(final)} copies from builds .NET code, so none can be suggested`
    return new UserError(title, `${dockerfile.shown} has no test stage, and ${why}. ${skip}`, place)
  }
  const before = suggestion.first === undefined ? '' : `First, ${suggestion.first}.\n`
  const where = `Paste this above line ${suggestion.aboveLine} of ${dockerfile.shown}:`
  return new UserError(
    title,
    `${dockerfile.shown} has no test stage.\n${before}${where}\n\n${suggestion.text}${skip}`,
    place,
    suggestion.text,
  )
}
