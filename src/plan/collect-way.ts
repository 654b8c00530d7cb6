import { commandOf } from './test-command.ts'
import type { Dockerfile, Instruction } from './dockerfile.ts'

/**
 * How the results of a testing RUN leave it. What the team set itself wins, so the ways differ in what they touch:
 * `folder` also moves where results are written, `file` only adds a TRX file, `settings` adds a logger beside the
 * team's own, `log` touches nothing and reads the log.
 */
export type CollectWay = 'folder' | 'file' | 'settings' | 'log'

/** What the projects of the context say about tests. */
export interface TestHabits {
  /** A project or a props file sets RunSettingsFilePath. */
  hasOwnRunSettings: boolean
  /** The option with which every test project's Microsoft.Testing.Platform runner writes TRX; undefined where unknown. */
  platformReportOption: '--report-trx' | '--report-xunit-trx' | undefined
}

const ownLogger = /(?:^|\s)(?:--logger|-l|--report-\S+)(?=[\s:=])|\bVSTestLogger\b/
const ownFolder = /(?:^|\s)--results-directory(?=[\s:=])|\bVSTestResultsDirectory\b/
const ownSettings = /(?:^|\s)(?:--settings|-s)(?=[\s:=])|\bVSTestSetting\b|\bRunSettingsFilePath\b/
const resultFiles = /TestResults|\.trx\b|reportgenerator|cobertura/i

/** Chooses the way for one RUN of a Dockerfile; `habits` are those of the projects. */
export function chooseCollectWay(
  dockerfile: Dockerfile,
  instruction: Instruction,
  habits: TestHabits,
): CollectWay {
  const command = commandOf(instruction)
  const variables = dockerfile.stages
    .flatMap((stage) => stage.instructions)
    .filter((one) => one.keyword === 'ENV' || one.keyword === 'ARG')
    .map((one) => one.argument)
  const says = (pattern: RegExp): boolean => [command, ...variables].some((text) => pattern.test(text))
  const hasOwnSettings = says(ownSettings) || habits.hasOwnRunSettings
  const mustStay = says(ownFolder) || isReadLater(dockerfile, instruction)
  if (!says(ownLogger)) return mustStay ? 'file' : 'folder'
  return hasOwnSettings || mustStay ? 'log' : 'settings'
}

/** Whether another instruction uses result files, so that they must stay where the team has them. */
function isReadLater(dockerfile: Dockerfile, instruction: Instruction): boolean {
  return dockerfile.stages
    .flatMap((stage) => stage.instructions)
    .some(
      (one) =>
        one !== instruction &&
        (one.keyword === 'COPY' || one.keyword === 'RUN') &&
        one.firstLine > instruction.firstLine &&
        resultFiles.test(one.argument),
    )
}
