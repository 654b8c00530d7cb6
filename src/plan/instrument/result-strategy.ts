import { readCopiedTree } from '../dockerfile/copied-paths.ts'
import { allInstructions, type Instruction, type Stage } from '../dockerfile/parse-dockerfile.ts'
import { chainOf, stageCopyOf } from '../dockerfile/stage-graph.ts'
import type { TestHabits } from '../projects/repository.ts'
import { commandOf } from '../commands/shell-text.ts'

/**
 * How the results of a testing RUN leave it. What the team set itself wins, so the ways differ in what they touch:
 * `folder` adds a TRX logger to commands without one and moves where results are written, `directory` only moves where the TRX
 * logger of the team's variable writes, `settings` adds one beside the team's other loggers and moves where they write; where
 * nothing may be moved `file` and `settings-file` add one with a file of its own, and `target` one beside the team's own logger
 * and settings; `log` touches nothing and reads the log.
 */
export type CollectWay = 'folder' | 'directory' | 'file' | 'settings' | 'settings-file' | 'target' | 'log'

/** What a RUN does for its results by itself. */
interface OwnResults {
  /** Its loggers as written, or undefined without one. */
  loggers: string | undefined
  hasSettings: boolean
  /** Its results have to stay where it writes them. */
  mustStay: boolean
}

const ownLogger =
  /(?:^|\s)["']?(?:--logger|-l)["']?(?=[\s:=])["'\s:=]*([^\s"']+)|\bVSTestLogger\b[=\s"':]*(\S*)/g
const ownFolder = /(?:^|\s)["']?--results-directory["']?(?=[\s:=])|\bVSTestResultsDirectory\b/
const ownSettings = /(?:^|\s)["']?(?:--settings|-s)["']?(?=[\s:=])|\bVSTestSetting\b|\bRunSettingsFilePath\b/
const ownReport = /(?:^|\s)--report-\S+/
const ownPlatformArguments = /\bTestingPlatformCommandLineArguments\b/
const ownCoverage = /(?:^|\s)--coverage(?=\s|$)/
/** What makes Microsoft.Testing.Extensions.CodeCoverage write a report that is read here. */
export const platformCoverageOptions = '--coverage --coverage-output-format cobertura'
const ownTargets = /\bCustomAfterMicrosoftCommonTargets\b/
const resultFiles = /TestResults|\.trx\b|reportgenerator|cobertura/i

/** Chooses the way for one RUN of a stage; `final` is the stage that ships, `habits` are those of the projects. */
export function chooseCollectWay(instruction: Instruction, final: Stage, habits: TestHabits): CollectWay {
  const { loggers, hasSettings, mustStay } = readOwnResults(instruction, final, habits)
  if (loggers === undefined) {
    // A logger in a settings file is replaced by ours of the same kind, which would leave the team's file unwritten.
    if (mustStay) return habits.hasOwnLogger ? 'log' : 'file'
    return 'folder'
  }
  // An option counts for its command alone, and those beside it get ours; a variable counts for all.
  const isVariable = variablesFor(instruction).some((text) => /\bVSTestLogger\b/.test(text))
  if (/trx|\$/i.test(loggers)) return mustStay ? 'log' : isVariable ? 'directory' : 'folder'
  if (!hasSettings) return mustStay ? 'settings-file' : 'settings'
  // The target makes MSBuild compile again, which must not show in what ships.
  const mayCompile = !isTakenAlong(instruction.stage, final) && !sayingOf(instruction)(ownTargets)
  return mayCompile ? 'target' : 'log'
}

/** The arguments with which Microsoft.Testing.Platform writes TRX; undefined where the team's own are in the way: an option that stands twice fails the run. */
export function choosePlatformArguments(
  instruction: Instruction,
  final: Stage,
  habits: TestHabits,
  folder: string,
  coverage = false,
): string | undefined {
  const { mustStay } = readOwnResults(instruction, final, habits)
  const says = sayingOf(instruction)
  if (mustStay || says(ownPlatformArguments)) return undefined
  // Every runner knows where to put its files, and the coverage that the team asks for is among them.
  if (habits.platformReportOption === undefined) {
    return /\bdotnet\s+test\b.*\s--coverage\b/s.test(commandOf(instruction))
      ? `--results-directory ${folder}`
      : undefined
  }
  // Without Microsoft.Testing.Platform as its runner an executable of xunit ends with an error for that option.
  const command = commandOf(instruction)
  const isDotnetTest = /\bdotnet\s+test\b/.test(command) && !/\bdotnet\s+(?:run|exec)\b/.test(command)
  if (!isDotnetTest && !habits.executablesKnowOption) return undefined
  const option = says(ownReport) ? '' : `${habits.platformReportOption} `
  const measures = coverage && habits.platformCoverage === true && !says(ownCoverage)
  return `${option}${measures ? `${platformCoverageOptions} ` : ''}--results-directory ${folder}`
}

function readOwnResults(instruction: Instruction, final: Stage, habits: TestHabits): OwnResults {
  const says = sayingOf(instruction)
  const loggers = textsFor(instruction).flatMap((text) =>
    [...text.matchAll(ownLogger)].map((match) => match[1] ?? match[2] ?? ''),
  )
  const writes = loggers.length > 0 || habits.hasOwnLogger || says(ownReport)
  return {
    loggers: loggers.length === 0 ? undefined : loggers.join(' '),
    hasSettings: says(ownSettings) || habits.hasOwnRunSettings,
    mustStay:
      says(ownFolder) || isReadLater(instruction) || (writes && isTakenAlong(instruction.stage, final)),
  }
}

function sayingOf(instruction: Instruction): (pattern: RegExp) => boolean {
  const texts = textsFor(instruction)
  return (pattern) => texts.some((text) => pattern.test(text))
}

/** The command, and the variables that it may see. */
function textsFor(instruction: Instruction): string[] {
  return [commandOf(instruction), ...variablesFor(instruction)]
}

function variablesFor({ stage }: Instruction): string[] {
  return allInstructions(stage.dockerfile)
    .filter((one) => one.keyword === 'ENV' || one.keyword === 'ARG')
    .map((one) => one.argument)
}

/** Whether this or another instruction uses result files, so that they must stay where the team has them. */
function isReadLater(instruction: Instruction): boolean {
  // The format and the name of a report are no use of one; a name without a folder is one in the folder of results.
  const ownWords = commandOf(instruction)
    .replace(/LogFile(?:Name|Prefix)=[^\s"';]+/gi, '')
    .replace(/--coverage-output-format[\s=]+\S+|--coverage-output[\s=]+[\w.-]+(?=\s|$)/g, '')
  return (
    resultFiles.test(ownWords) ||
    allInstructions(instruction.stage.dockerfile).some(
      (one) =>
        one !== instruction &&
        (one.keyword === 'COPY' || one.keyword === 'RUN') &&
        one.firstLine > instruction.firstLine &&
        resultFiles.test(one.argument),
    )
  )
}

/** Whether the files below a stage's working folder go on into the stage that ships, or are copied as a whole. */
function isTakenAlong(owner: Stage, final: Stage): boolean {
  if (chainOf(final).includes(owner)) return true
  const { workdir } = readCopiedTree(owner)
  return allInstructions(owner.dockerfile).some((one) => {
    const { stage, sources: [path = ''] = [] } = stageCopyOf(one) ?? {}
    if (stage === undefined || !chainOf(stage).includes(owner)) return false
    return `${workdir}/`.startsWith(`${path.replace(/\/+(?:\.\/?)?$/, '')}/`)
  })
}
