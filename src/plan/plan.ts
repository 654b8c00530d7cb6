import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pathsOf, type Paths } from '../inputs/paths.ts'
import type { Settings } from '../inputs/settings.ts'
import { choosePlatforms, ownPlatform, plainPlatform } from './choose-platforms.ts'
import { answerMissing, type MissingAnswer, type Notice } from './generate/answer-missing.ts'
import { requireImage, requireLinux } from './stages/choose-final.ts'
import { chooseStages, type StageChoice } from './stages/choose-stages.ts'
import { parseDockerfile, stageLabel, type Dockerfile, type Stage } from './dockerfile/parse-dockerfile.ts'
import { appendStartCommands, appendSuggestion, type ExtendedDockerfile } from './instrument/append-stages.ts'
import { readIgnoreFile, type IgnoreFile } from './dockerfile/dockerignore.ts'
import { readRepository } from './projects/read-repository.ts'
import { programsOf, type Programs, type Repository } from './projects/repository.ts'
import { identityOf, type ImageIdentity } from './image-identity.ts'
import { instrumentTests, type InstrumentedDockerfile } from './instrument/instrument.ts'

/** What will be tested and built. */
export interface Plan extends StageChoice {
  /** The team's own file. */
  dockerfile: Dockerfile
  paths: Paths
  /** What keeps files out of the build context. */
  ignoreFile: IgnoreFile | undefined
  /** The build secrets that there are. */
  secretIds: string[]
  identity: ImageIdentity
  /** What the repository has of .NET projects. */
  repository: Repository
  /** Why no stage tests, where that is so. */
  untestedReason: string | undefined
  /** The stage that is built to see whether its commands test. */
  tried: Stage | undefined
  notices: Notice[]
  /** The team's file with stages of ours below it, and its testing RUNs marked. */
  instrumented: InstrumentedDockerfile
}

/**
 * Reads the Dockerfile and decides which stage tests and which one ships; throws a UserError where that can't be decided, or `missing-test-stage` lets the
 * job fail. `before` is the plan of the same job whose tried stage had no results.
 */
export async function makePlan(settings: Settings, before?: Plan): Promise<Plan> {
  const text = await readFile(settings.file, 'utf8')
  const { image } = choosePlatforms(settings.platforms, { platforms: [ownPlatform] })
  const [platform = ownPlatform] = image
  const dockerfile = parseDockerfile(text, settings.fileShown, settings.buildArgs, plainPlatform(platform))
  const ignoreFile = await readIgnoreFile(settings.context, settings.file)
  const repository = await readRepository(settings.context, settings.workspace, ignoreFile)
  const programs = programsOf(repository)
  const choice = chooseStages(dockerfile, settings, programs)
  requireLinux(choice.final)
  if (choice.testsOnly) requireImage(dockerfile, inputsThatNeedImage(settings))
  const identity = identityOf(settings, choice.final, dockerfile)
  const jobId = before?.instrumented.jobId ?? randomBytes(8).toString('hex')
  const { final, tests } = choice
  const answer =
    tests.kind === 'missing'
      ? answerMissing(
          {
            ...{ final, waiting: tests.waiting, repository, programs },
            ...{ ignoreName: ignoreFile?.name, tried: before?.tried },
          },
          settings,
        )
      : undefined
  const extended = extend(dockerfile, choice, settings, answer, programs, before?.tried)
  return {
    dockerfile,
    paths: pathsOf(settings),
    ignoreFile,
    secretIds: [...settings.secrets, ...settings.secretFiles].map(([id]) => id),
    ...choice,
    ...(extended.testStages.length > 0 ? { tests: { kind: 'stages', stages: extended.testStages } } : {}),
    identity,
    repository,
    untestedReason: answer?.kind === 'skip' ? answer.reason : undefined,
    tried: answer?.kind === 'try' ? answer.stage : undefined,
    notices: answer?.kind === 'generate' ? [answer.notice] : [],
    instrumented: instrumentTests(extended, choice.final, {
      jobId,
      // Part of the cache key: only where that may hit is it the same for all jobs of the image.
      placeId: settings.testCache ? hashOf({ ...identity, buildArgs: [] }) : jobId,
      mayBeCached: settings.testCache,
      collects: settings.testResults === 'auto',
      coverage: settings.coverage,
      // VSTest itself stops a test host in which nothing happens for half of the limit, so that results survive. The other half
      // is for what comes before: restore, compiling, and the tests that did end.
      hangTimeoutMs: settings.testTimeoutMs && Math.round(settings.testTimeoutMs / 2),
      habits: repository.habits,
      programs,
    }),
  }
}

/** What was decided, in one line for the log. */
export function describePlan(plan: Plan): string {
  const { tests, tried, instrumented, final, testsOnly, dockerfile, notices } = plan
  const labels = instrumented.targets.map(({ label }) => label).join(', ')
  // Only a generated stage has a notice, and the Dockerfile has none of its name.
  const where =
    notices.length > 0
      ? 'a generated test stage'
      : `stage ${labels}${tried === undefined ? '' : ', if it tests'}`
  if (testsOnly) return `tests in ${where} of ${dockerfile.shown}, no final stage`
  const untested = tests.kind === 'elsewhere' ? 'tests in another job' : 'no tests'
  return `${tests.kind === 'stages' ? `tests in ${where}` : untested}, image from stage ${stageLabel(final)} of ${dockerfile.shown}`
}

function hashOf(identity: ImageIdentity): string {
  return createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16)
}

/** The inputs that are of no use without an image. */
function inputsThatNeedImage(settings: Settings): string[] {
  const given: [string, boolean][] = [
    ['push', settings.push],
    ['load', settings.load],
    ['outputs', settings.outputs.length > 0],
    ['smoke-test', settings.smokeCheck !== undefined],
    ['max-size', settings.maxSizeBytes !== undefined],
    ['max-increase', settings.maxIncrease.length > 0],
  ]
  return given.filter(([, isGiven]) => isGiven).map(([name]) => name)
}

/** The Dockerfile with the stages that run what the team's own stages only start, or don't have. */
function extend(
  dockerfile: Dockerfile,
  { tests }: StageChoice,
  { testTargets }: Settings,
  answer: MissingAnswer | undefined,
  programs: Programs,
  tried: Stage | undefined,
): ExtendedDockerfile {
  if (tests.kind === 'stages')
    return appendStartCommands(dockerfile, tests.stages, programs, testTargets.length > 0)
  if (answer?.kind === 'generate') return appendSuggestion(dockerfile, answer.suggestion, tried)
  if (answer?.kind === 'try') {
    const { stage } = answer
    return { dockerfile, testStages: [stage], labels: [stageLabel(stage)], origins: new Map(), tried: stage }
  }
  return { dockerfile, testStages: [], labels: [], origins: new Map() }
}
