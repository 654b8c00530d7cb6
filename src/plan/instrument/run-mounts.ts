import type { TestCommand } from '../commands/find-test-commands.ts'
import type { TestHabits } from '../projects/repository.ts'
import { choosePlatformArguments, type CollectWay } from './result-strategy.ts'
import type { Instruction, Stage } from '../dockerfile/parse-dockerfile.ts'
import { treeBefore } from '../dockerfile/copied-paths.ts'
import { rootOf } from '../dockerfile/stage-graph.ts'
import { hasVariables } from '../dockerfile/variables.ts'

/** A RUN that runs the tests, or one that may. */
export interface TestRunInstruction {
  instruction: Instruction
  way: CollectWay
  /** Those of its commands that start tests. */
  commands: readonly TestCommand[]
  /** Whether its words say that it tests; another one tests when it leaves results. */
  isCertain: boolean
  /** It stands behind a RUN that surely tests: only what .NET writes down of it counts, and it fails as every other step does. */
  isBeside?: boolean
  /** Its processes are written down; not where the log alone was asked for. */
  isRecorded: boolean
  /** Nobody asked for it: only where it runs can be seen whether it tests, so no cache may answer it. */
  isTried?: boolean
}

/** Where a builder keeps the results of testing RUNs, in a place for each of them. */
export interface ResultsPlace {
  placeId: string
  /** Unchanged tests may come from the cache, so all jobs of the image share the places. */
  mayBeCached: boolean
}

/** What goes into the mounts of every testing RUN of a job. */
export interface MountOptions extends ResultsPlace {
  /** Sets this job's results apart from those of every other. */
  jobId: string
  coverage: boolean
  /** After so long without an end VSTest stops a test host, so that results and the hanging test's name survive. */
  hangTimeoutMs: number | undefined
  habits: TestHabits
}

/** The secret that is the assembly of process-recorder.cs. */
export const recorderId = 'dotnet-container-recorder'

/** Where the cache mount with the results is in a RUN; nothing of it stays in an image. */
export const resultsFolder = '/.dotnet-container'
const settingsFile = '/.dotnet-container.runsettings'
const targetsFile = '/.dotnet-container.targets'
const recorderFile = '/.dotnet-container.dll'

const foldersPattern = /\/\.dotnet-container\/[\da-f]{16}\/(?:[\w-]+\/)*/g
/** All that is put into a RUN line: mounts whose ids begin with our name, each without a quoted or escaped value, so that it ends at the next space. */
const marksPattern = / --mount=type=(?:cache|secret),id=dotnet-container-\S+/g
/** The same but the one that only tells the RUN. */
const collectingPattern = / --mount=type=(?:cache|secret),id=dotnet-container-(?!run-)\S+/g

/** A text of a build without our marks, and without the folder that results are moved to: what the team wrote. */
export function withoutMarks(text: string): string {
  return text.replace(marksPattern, '').replace(foldersPattern, '')
}

/** A Dockerfile of ours for frontends that can't bring a secret into a variable (older than 1.10): the log must do. */
export function withoutCollecting(text: string): string {
  return text.replace(collectingPattern, '')
}

/** A Dockerfile of ours whose testing RUNs are not answered with what they did before in the same job. */
export function withNewMarks(text: string): string {
  return text.replace(/(,id=dotnet-container-run-[\w-]+)/g, '$1-again')
}

/** A mark on a RUN that hides whether its build failed: only where it runs can that be read. */
export function againMark({ jobId }: Pick<MountOptions, 'jobId'>): string {
  return ` --mount=type=secret,id=dotnet-container-again-${jobId}`
}

/** The number of the testing RUN that a step's name belongs to, when it is one. */
export function testRunNumber(stepName: string): number | undefined {
  const number = /,id=dotnet-container-run-(\d+)/.exec(stepName)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Whether a step is one whose results are collected: it tests, or stands beside what does. */
export function leavesResults(stepName: string): boolean {
  return /,id=dotnet-container-(?:run|beside)-\d/.test(stepName)
}

/** The mount with the results of a testing RUN, for it or, with another `target`, for the one that collects them. */
export function resultsMount(
  stage: Stage,
  number: number,
  { placeId, mayBeCached }: ResultsPlace,
  target = resultsFolder,
): string {
  const image = rootOf(stage).base
  const isStage = stage.dockerfile.stages.some(({ name }) => name?.toLowerCase() === image.toLowerCase())
  const isImage = !hasVariables(image) && image !== 'scratch' && !isStage
  // A new cache mount belongs to root alone; with the content of the image's /tmp it also has its open rights.
  const openRights = isImage ? `,from=${image},source=/tmp` : ''
  // In place of a folder that is held, BuildKit gives an empty one, and it holds a folder to count its bytes, too. With
  // `locked` it waits instead; for jobs that share the place that would be until the others' tests have ended.
  const sharing = mayBeCached ? 'shared' : 'locked'
  return ` --mount=type=cache,id=dotnet-container-results-${placeId}-${number},sharing=${sharing},target=${target}${openRights}`
}

/**
 * The mounts of one testing RUN: a secret that is never given, whose id tells the RUN and makes the step miss the
 * cache; secrets that MSBuild reads as properties, and those that make .NET write down its processes; and the cache mount
 * for what is written: flags, each with a space before it, and secrets by their id. Processes are files of that folder itself, since a RUN may have several users.
 */
export function planMounts(
  { instruction, way, isRecorded, isTried = false, isBeside = false }: TestRunInstruction,
  number: number,
  final: Stage,
  options: MountOptions,
): { flags: string[]; secrets: [id: string, value: string][] } {
  const { jobId, mayBeCached, coverage, hangTimeoutMs, habits } = options
  const flags = [
    ` --mount=type=secret,id=dotnet-container-${isBeside ? 'beside' : 'run'}-${number}${mayBeCached && !isTried ? '' : `-${jobId}`}`,
  ]
  const secrets: [string, string][] = []
  const give = (name: string, value: string): void => {
    const id = `dotnet-container-${number}-${name}`
    flags.push(` --mount=type=secret,id=${id},env=${name}`)
    secrets.push([id, value])
  }
  const giveFile = (name: string, path: string, content: string): void => {
    const id = `dotnet-container-${number}-${name}-file`
    flags.push(` --mount=type=secret,id=${id},target=${path},mode=0444`)
    secrets.push([id, content])
    give(name, path)
  }
  if (hangTimeoutMs !== undefined) {
    give('VSTestBlameHang', 'true')
    give('VSTestBlameHangTimeout', `${hangTimeoutMs}ms`)
    // The name of the test is wanted, not gigabytes of memory.
    give('VSTestBlameHangDumpType', 'none')
  }
  if (way !== 'log' || isRecorded) flags.push(resultsMount(instruction.stage, number, options))
  if (isRecorded) {
    flags.push(` --mount=type=secret,id=${recorderId},target=${recorderFile},mode=0444`)
    const own = treeBefore(instruction).variables.get('DOTNET_STARTUP_HOOKS')
    give('DOTNET_STARTUP_HOOKS', own ? `${own}:${recorderFile}` : recorderFile)
    give('DOTNET_CONTAINER_PROCESSES', `${resultsFolder}/${jobId}-${number}-`)
  }
  const folder = `${resultsFolder}/${jobId}/${number}`
  if (way !== 'log' || isRecorded) give('DOTNET_CONTAINER_RESULTS', folder)
  if (way === 'log') return { flags, secrets }
  if (way === 'folder') give('VSTestLogger', 'trx')
  // MSBuild would take a semicolon for the end of an item. A prefix (LogFilePrefix) can't lead to another folder, so of
  // several projects the last one's file remains, and the log has the others.
  if (way === 'file') give('VSTestLogger', `trx%3BLogFileName=${folder}/results.trx`)
  if (['folder', 'directory', 'settings'].includes(way)) give('VSTestResultsDirectory', folder)
  // Without a name of its own each project's file gets one that no other has.
  if (way === 'settings') giveFile('VSTestSetting', settingsFile, trxSettings(''))
  if (way === 'settings-file')
    giveFile('VSTestSetting', settingsFile, trxSettings(`<LogFileName>${folder}/results.trx</LogFileName>`))
  if (way === 'target') giveFile('CustomAfterMicrosoftCommonTargets', targetsFile, trxTarget)
  if (coverage) give('VSTestCollect', 'XPlat Code Coverage')
  const platform = choosePlatformArguments(instruction, final, habits, folder, coverage)
  if (platform !== undefined) give('TestingPlatformCommandLineArguments', platform)
  return { flags, secrets }
}

function trxSettings(place: string): string {
  const logger = `<Logger friendlyName="trx" enabled="True"><Configuration>${place}</Configuration></Logger>`
  return `<RunSettings><LoggerRunSettings><Loggers>${logger}</Loggers></LoggerRunSettings></RunSettings>`
}

/** Adds a logger when all other properties stand, so that nothing of the command line or a project is taken away. */
const trxTarget =
  '<Project><Target Name="DotnetContainerLogger" BeforeTargets="_VSTestConsole;_VSTestMSBuild"><PropertyGroup>' +
  '<VSTestLogger>$(VSTestLogger);trx%3BLogFileName=$(DOTNET_CONTAINER_RESULTS)/$(MSBuildProjectName)_$(TargetFramework).trx' +
  '</VSTestLogger></PropertyGroup></Target></Project>'
