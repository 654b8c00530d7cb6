import { parseBuildError } from '../../docker/build/buildkit-words.ts'
import { findFailedStep, readLastOutput, type BuildResult } from '../../docker/build/build-result.ts'
import { explainMissingFile, findInstruction, type BuildSources } from '../../plan/dockerfile/missing-file.ts'
import { stageLabel, type Instruction } from '../../plan/dockerfile/parse-dockerfile.ts'
import { testRunNumber } from '../../plan/instrument/run-mounts.ts'
import { plainText } from '../../shared/text.ts'
import { stopsBuild, type CompilerMessage, type LocatedMessage } from '../compiler-messages.ts'
import { readConsoleLog } from '../log/read-log.ts'
import { readBaseImage } from './dockerfile/base-image.ts'
import { readCompilerErrors, readMsbuildErrors, readSdkVersion } from './compiler.ts'
import { readCoverageThreshold } from './coverage-threshold.ts'
import { readBaseArgument, readFailedChecks, readParseError } from './dockerfile/definition.ts'
import { readDockerInBuild } from './dockerfile/docker-in-build.ts'
import type { FailedBuild, BuildFailure, FailurePlace, FailureReader } from './failure.ts'
import { readForeignObj } from './foreign-obj.ts'
import { readMissingProject } from './missing-projects.ts'
import { readRestore } from './restore.ts'
import { readScript } from './scripts.ts'
import { readMissingSecret } from './dockerfile/secrets.ts'
import { locateIn } from './stage-files.ts'
import { readTestPlatform } from './test-platform.ts'
import { tellingLines } from './tools.ts'

/** A failure that has a family, or one of which only the output tells; without a title where that is the tests' own. */
export interface ExplainedFailure extends Omit<BuildFailure, 'title' | 'line'> {
  title: string | undefined
  isKnown: boolean
  /** The line of the Dockerfile, from 1. */
  line: number | undefined
}

/** The families in the order in which they are asked: what made the others happen comes first. */
const families: readonly FailureReader[] = [
  readMissingSecret,
  readFailedChecks,
  readBaseArgument,
  readBaseImage,
  readMissingCopy,
  readParseError,
  readSdkVersion,
  readForeignObj,
  readMissingProject,
  readTestPlatform,
  readRestore,
  readCompilerErrors,
  readScript,
  readDockerInBuild,
  readCoverageThreshold,
  readMsbuildErrors,
]

/** Says what made a build fail: its family where it has one, else BuildKit's words with the lines of the output that hold the cause. */
export function explainFailure(
  build: Pick<BuildResult, 'steps' | 'output' | 'text' | 'checks'>,
  sources: BuildSources,
): ExplainedFailure {
  const error = parseBuildError(build.text)
  const place = findPlace(sources, findInstruction(sources.dockerfile, error.line))
  const lines = readLastOutput(build)
  const allLines = build.output.map(({ text }) => plainText(text))
  const failed = readFailedBuild({ error, sources, place, lines, allLines, checks: build.checks })
  const { line } = error
  const known = families.map((read) => read(failed)).find((failure) => failure !== undefined)
  if (known !== undefined) return { ...known, isKnown: true, line: line ?? known.line }
  const step = findFailedStep(build)
  const label = place === undefined ? step?.stage : stageLabel(place.stage)
  const isTest = step !== undefined && testRunNumber(step.name) !== undefined
  // Of tests the verdict says it.
  const isKilled = error.exitCode === 137 && !isTest
  return {
    title: label === undefined || isTest ? undefined : `Stage ${label} could not be built`,
    message: [error.message, ...tellingLines(lines), ...(isKilled ? [killed] : [])].join('\n'),
    isKnown: false,
    line,
  }
}

const killed = 'The command was killed, most likely because memory ran out.'

/** The family of what a step printed that failed in truth, while its exit code was hidden. */
export function explainHidden(
  output: readonly string[],
  sources: BuildSources,
  instruction: Instruction | undefined,
): ExplainedFailure | undefined {
  const lines = output.map(plainText)
  const place = findPlace(sources, instruction)
  const error = { message: '', line: instruction?.firstLine, exitCode: undefined }
  const failed = readFailedBuild({ error, sources, place, lines, allLines: lines, checks: [] })
  const known = families.map((read) => read(failed)).find((failure) => failure !== undefined)
  return known && { ...known, isKnown: true, line: error.line }
}

function readFailedBuild(found: Omit<FailedBuild, 'messages'>): FailedBuild {
  const { place, lines } = found
  const messages = readConsoleLog(lines)
    .compilerMessages.filter(isOfBuild)
    .map((message): LocatedMessage => ({ ...message, place: place && locateMessage(message, place) }))
  return { ...found, messages }
}

function findPlace(sources: BuildSources, instruction: Instruction | undefined): FailurePlace | undefined {
  const stage = sources.dockerfile.stages.find(
    ({ instructions }) => instruction !== undefined && instructions.includes(instruction),
  )
  return stage && instruction && { sources, stage, instruction }
}

/** What tests or other tools print may look like a message of MSBuild; those have no project, or no file of it. */
function isOfBuild(message: CompilerMessage): boolean {
  if (message.severity === 'warning' || stopsBuild(message) || message.project !== undefined) return true
  return (
    /^(?:CS|FS|BC|VB|NU|NETSDK)\d/.test(message.code) ||
    /\.(?:cs|fs|vb|razor|cshtml)$/.test(message.file ?? '')
  )
}

/** Its own place in the checkout, or that of its project where a file of the SDK or a package speaks. */
function locateMessage(
  { file, line, project }: CompilerMessage,
  place: FailurePlace,
): LocatedMessage['place'] {
  const own = file === undefined ? undefined : locateIn(place, file, line)
  const isOfTools = file === undefined || /\.(?:targets|props)$/.test(file)
  return own ?? (isOfTools && project !== undefined ? locateIn(place, project, undefined) : undefined)
}

/** A COPY or ADD that does not find its file. */
function readMissingCopy({ error, sources }: FailedBuild): BuildFailure | undefined {
  const message = explainMissingFile(error, sources)
  return message === undefined ? undefined : { title: 'A COPY does not find its file', message }
}
