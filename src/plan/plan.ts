import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Settings } from '../inputs/settings.ts'
import { UserError } from '../user-error.ts'
import { chooseStages, type StageChoice } from './choose-stages.ts'
import { parseDockerfile, stageLabel, type Dockerfile } from './dockerfile.ts'
import { findProjects } from './find-projects.ts'
import { identityOf, type ImageIdentity } from './image-identity.ts'
import { instrumentTests, type InstrumentedDockerfile } from './instrument.ts'
import { suggestTestStage, type StageSuggestion } from './suggest-test-stage.ts'

/** What will be tested and built. */
export interface Plan extends StageChoice {
  dockerfile: Dockerfile
  identity: ImageIdentity
  instrumented: InstrumentedDockerfile
}

/**
 * Reads the Dockerfile and decides which stage tests and which one ships. Throws a UserError when that can't be
 * decided, or when no stage tests and `missing-test-stage` is `fail`; then with a stage to paste.
 */
export async function makePlan(settings: Settings): Promise<Plan> {
  const dockerfile = parseDockerfile(
    await readFile(settings.file, 'utf8'),
    settings.fileShown,
    settings.buildArgs,
  )
  const choice = chooseStages(dockerfile, settings)
  if (choice.tests.kind === 'missing' && settings.missingTestStage === 'fail') {
    const suggestion = suggestTestStage(dockerfile, choice.final, await findProjects(settings.context))
    throw missingTestStage(dockerfile, choice, suggestion)
  }
  const testStages = choice.tests.kind === 'stages' ? choice.tests.stages : []
  // An id of its own makes the tests miss the cache; a constant one lets unchanged tests come from it.
  const runId = settings.testCache ? 'tests' : randomBytes(8).toString('hex')
  return {
    dockerfile,
    ...choice,
    identity: identityOf(settings, stageLabel(choice.final)),
    instrumented: instrumentTests(dockerfile, testStages, runId),
  }
}

function missingTestStage(
  dockerfile: Dockerfile,
  { final }: StageChoice,
  suggestion: StageSuggestion | undefined,
): UserError {
  const place = { file: dockerfile.shown, line: suggestion?.aboveLine ?? final.firstLine }
  const title = 'No stage runs the tests'
  const skip = 'To build without tests, set missing-test-stage: skip.'
  if (suggestion === undefined) {
    const why = `no stage that ${stageLabel(final)} copies from builds .NET code, so none can be suggested`
    return new UserError(title, `${dockerfile.shown} has no stage that tests, and ${why}. ${skip}`, place)
  }
  const before = suggestion.first === undefined ? '' : `First, ${suggestion.first}.\n`
  const where = `Paste this above line ${suggestion.aboveLine} of ${dockerfile.shown}:`
  return new UserError(
    title,
    `${dockerfile.shown} has no stage that tests.\n${before}${where}\n\n${suggestion.text}${skip}`,
    place,
  )
}
