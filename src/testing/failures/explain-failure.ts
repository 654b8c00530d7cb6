import { parseBuildError } from '../../docker/build/buildkit-words.ts'
import { findFailedStep, readLastOutput, type BuildResult } from '../../docker/build/build-result.ts'
import { explainMissingFile, type BuildSources } from '../../plan/dockerfile/missing-file.ts'
import {
  findInstruction,
  type Instruction,
  type Stage,
  stageLabel,
} from '../../plan/dockerfile/parse-dockerfile.ts'
import { testRunNumber } from '../../plan/instrument/run-mounts.ts'
import { plainText } from '../../shared/text.ts'
import { stopsBuild, type CompilerMessage, type LocatedMessage } from '../compiler-messages.ts'
import { readConsoleLog } from '../log/read-log.ts'
import { readBaseImage } from './dockerfile/base-image.ts'
import { readCodeErrors } from './dotnet/compiler.ts'
import { readCoverageThreshold } from './coverage-threshold.ts'
import {
  readBaseArgument,
  readFailedChecks,
  readParseError,
  readUndeclaredArgument,
} from './dockerfile/definition.ts'
import {
  describeEnd,
  endings,
  lineOf,
  type FailedBuild,
  type BuildFailure,
  type FailurePlace,
} from './failure.ts'
import { readForeignModules, readForeignObj, readForeignSources } from './dotnet/foreign-obj.ts'
import { readImageLacks } from './image-lacks.ts'
import { readMissingProject } from './dotnet/missing-projects.ts'
import { readMissingSources } from './dotnet/missing-sources.ts'
import { readMsbuildErrors } from './dotnet/msbuild.ts'
import { readRestore } from './dotnet/restore.ts'
import { readScript } from './scripts.ts'
import { readMissingSecret } from './dockerfile/secrets.ts'
import { locateIn } from './context-paths.ts'
import { readTestPlatform } from './dotnet/test-platform.ts'
import { findStepInstruction } from '../../plan/dockerfile/stage-graph.ts'
import { readTools, tellingLines } from './tools.ts'

/** A failure that has a family, or one of which only the output tells; without a title where that is the tests' own. */
export interface ExplainedFailure extends Omit<BuildFailure, 'title' | 'line'> {
  title: string | undefined
  isKnown: boolean
  /** The line of the Dockerfile, from 1. */
  line: number | undefined
}

/** The families in the order in which they are asked: what made the others happen comes first. */
const families: readonly ((build: FailedBuild) => BuildFailure | undefined)[] = [
  readMissingSecret,
  readFailedChecks,
  readBaseArgument,
  readBaseImage,
  readCopy,
  readDownload,
  readForeignObj,
  readForeignSources,
  readForeignModules,
  readMissingProject,
  readTestPlatform,
  readRestore,
  readMissingSources,
  readCodeErrors,
  readScript,
  readImageLacks,
  readCoverageThreshold,
  readUndeclaredArgument,
  readMsbuildErrors,
  readTools,
  readParseError,
]

/** Says what made a build fail: its family where it has one, else BuildKit's words with the lines of the output that hold the cause. */
export function explainFailure(
  build: Pick<BuildResult, 'steps' | 'output' | 'text' | 'checks'>,
  sources: BuildSources,
): ExplainedFailure {
  const error = parseBuildError(build.text)
  const step = findFailedStep(build)
  const { dockerfile } = sources
  const instruction =
    error.line === undefined
      ? step && findStepInstruction(dockerfile, step)
      : findInstruction(dockerfile, error.line)
  const place = findPlace(sources, instruction)
  const lines = readLastOutput(build)
  const allLines = build.output.map(({ text }) => plainText(text))
  const isTest = step !== undefined && testRunNumber(step.name) !== undefined
  const failed = readFailedBuild({
    ...{ ...place, error, lines, allLines, checks: build.checks, isTest },
    hasStep: step !== undefined,
  })
  const line = error.line ?? instruction?.firstLine
  const known = findFamily(failed)
  if (known !== undefined) return { ...known, isKnown: true, line: line ?? known.line }
  const label = instruction === undefined ? step?.stage : stageLabel(place.instruction.stage)
  // Of tests the verdict says it.
  const ending = isTest ? undefined : endings.get(error.exitCode ?? 0)
  return {
    title: label === undefined || isTest ? undefined : `Stage ${label} could not be built`,
    message: [describeEnd(failed), ...tellingLines(lines), ...(ending === undefined ? [] : [ending])].join(
      '\n',
    ),
    isKnown: false,
    line,
  }
}

/** The family of what a step printed that failed in truth, while its exit code was hidden. */
export function explainHidden(
  output: readonly string[],
  sources: BuildSources,
  instruction: Instruction | undefined,
): ExplainedFailure | undefined {
  const lines = output.map(plainText)
  const place = findPlace(sources, instruction)
  const error = { message: '', line: instruction?.firstLine, exitCode: undefined }
  const build = { ...place, error, lines, allLines: lines, checks: [], isTest: true, hasStep: true }
  const known = findFamily(readFailedBuild(build))
  return known && { ...known, isKnown: true, line: error.line }
}

function findFamily(failed: FailedBuild): BuildFailure | undefined {
  return families.map((read) => read(failed)).find((failure) => failure !== undefined)
}

function readFailedBuild(found: Omit<FailedBuild, 'messages' | 'errors'>): FailedBuild {
  const messages = readConsoleLog(found.lines)
    .compilerMessages.filter(isOfBuild)
    .map((message): LocatedMessage => ({ ...message, place: locateMessage(message, found) }))
  return { ...found, messages, errors: messages.filter(({ severity }) => severity === 'error') }
}

function findPlace(sources: BuildSources, instruction: Instruction | undefined): FailurePlace {
  if (instruction !== undefined) return { sources, instruction }
  // parseDockerfile gives at least one stage.
  const stage = sources.dockerfile.stages.at(-1) as Stage
  const lines = { firstLine: 0, lastLine: 0 }
  return {
    sources,
    instruction: { stage, keyword: '', flags: [], argument: '', execForm: undefined, ...lines },
  }
}

/** What tests or other tools print may look like a message of MSBuild; those have no project, or no file of it. */
function isOfBuild(message: CompilerMessage): boolean {
  if (message.severity === 'warning' || stopsBuild(message) || message.project !== undefined) return true
  return (
    /^(?:CS|FS|BC|VB|NU|NETSDK)\d/.test(message.code) ||
    /\.(?:cs|fs|vb|razor|cshtml|\w+proj|targets|props)$/.test(message.file ?? '')
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

/** An ADD whose address gives nothing. */
function readDownload(build: FailedBuild): BuildFailure | undefined {
  const { error, instruction } = build
  const [, words] = /(?:failed to load cache key: |digest (?=mismatch))([^]*)/.exec(error.message) ?? []
  const { firstLine, argument, keyword } = instruction
  if (words === undefined || keyword !== 'ADD') return undefined
  const why = words
    .replace(/^invalid response status (\d+)$/, 'the server answered $1')
    .replace(/^mismatch (\S+): (\S+)$/, 'what the server sent has the checksum $1, and not $2')
  return {
    title: 'An ADD could not be downloaded',
    message: `${lineOf(build, firstLine)}, ADD ${argument}: ${why}`,
  }
}

/** A COPY or ADD that does not find its file, may not read it, or finds something else in its place. */
function readCopy(build: FailedBuild): BuildFailure | undefined {
  const { error, sources } = build
  const message = explainMissingFile(error, sources)
  if (message !== undefined) return { title: 'A COPY does not find its file', message }
  const [, unread] =
    /error from sender: (?:open|lstat|readlink|readdirent) (.*): permission denied/.exec(error.message) ?? []
  if (unread !== undefined)
    return {
      title: 'A file of the build context can not be read',
      message: `${unread}: permission denied for the user who builds. Keep it out with a line in .dockerignore, or give it other rights.`,
    }
  const blocked = /cannot (?:replace to directory|copy to non-directory:) (\S+)/
    .exec(error.message)?.[1]
    ?.replace(/^.*?(?:\/merged|\/buildkit\d+)(?=\/)/, '')
  if (blocked === undefined || error.line === undefined) return undefined
  return {
    title: 'A folder and a file of one name meet in a COPY',
    message: `${lineOf(build, error.line)}: ${blocked} is a folder here and a file or link there. Keep it out with a line in .dockerignore, or copy to another place.`,
  }
}
