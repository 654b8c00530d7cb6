import { describeMessage, parseCompilerMessage, type LocatedMessage } from '../compiler-messages.ts'
import { errorsOf, lineOf, listLines, type FailedBuild, type BuildFailure } from './failure.ts'
import { describeMissingCompanions } from './missing-projects.ts'
import { tellingLines } from './tools.ts'

/** Codes of the compilers for C#, F# and Visual Basic. */
const compilerCode = /^(?:CS|FS|BC|VB|VBC)\d+$/
/** An analyzer speaks of a place in a source file, too. */
const sourceFile = /\.(?:cs|fs|fsx|vb|razor|cshtml)$/i

function isOfCompiler({ code, file = '', line }: LocatedMessage): boolean {
  return compilerCode.test(code) || (code !== '' && line !== undefined && sourceFile.test(file))
}

/** A compiler found errors. */
export function readCompilerErrors(build: FailedBuild): BuildFailure | undefined {
  const errors = errorsOf(build).filter(isOfCompiler)
  return errors.length === 0 ? undefined : describeCompilerFailure(errors)
}

/** What errors of a compiler come to, as a title and a line for each. */
export function describeCompilerFailure(errors: readonly LocatedMessage[]): BuildFailure {
  const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`
  return {
    title: `The code did not compile: ${count}`,
    message: listLines(errors.map(describeMessage), errors.length).join('\n'),
  }
}

/** MSBuild stopped over something else: a target of the team's or a package's own, a tool that it ran, the SDK. */
export function readMsbuildErrors(build: FailedBuild): BuildFailure | undefined {
  const errors = errorsOf(build)
  if (errors.length === 0) return undefined
  // The command that MSBuild ran has said why just before.
  const ranTool = errors.some(({ code }) => /^MSB(?:3073|3077|6006)$/.test(code))
  const toolLines = build.lines.filter(
    (line) => parseCompilerMessage(line) === undefined && !progress.test(line),
  )
  const missing = describeMissingCompanions(build)
  return {
    title: missing.length > 0 ? 'A file was not copied into the stage' : 'MSBuild stopped the build',
    message: [
      ...listLines(errors.map(describeMessage)),
      ...(ranTool ? tellingLines(toolLines) : []),
      ...missing,
      ...describeSdk(build),
    ].join('\n'),
  }
}

/** What MSBuild prints while all is well. */
const progress = /^\s*(?:Determining projects to restore|Restored \/|All projects are up-to-date|\S+ -> \/)/

/** A project wants another SDK than the image has. */
function describeSdk(build: FailedBuild): string[] {
  const isTooOld = errorsOf(build).some(({ code }) => code === 'NETSDK1045')
  const from = build.place?.stage
  if (!isTooOld || from === undefined) return []
  return [`The SDK is that of ${from.base}, FROM of ${lineOf(build, from.firstLine)}: take a newer one.`]
}

/** global.json asks for an SDK that the image does not have. */
export function readSdkVersion(build: FailedBuild): BuildFailure | undefined {
  const at = build.lines.findIndex((line) =>
    /A compatible (?:installed )?\.NET SDK (?:for global\.json version .* )?was not found|compatible \.NET SDK was not found/i.test(
      line,
    ),
  )
  if (at < 0) return undefined
  const wanted = build.lines
    .map((line) => /^Requested SDK version: (\S+)/.exec(line)?.[1])
    .find((one) => one !== undefined)
  const file = build.lines
    .map((line) => /^global\.json file: (\S+)/.exec(line)?.[1])
    .find((one) => one !== undefined)
  const installed = build.lines.flatMap((line) => /^(\d+\.\d+\.\d\S*) \[/.exec(line.trim())?.[1] ?? [])
  return {
    title: 'The image has another .NET SDK than global.json wants',
    message: [
      `${file ?? 'global.json'} wants the SDK ${wanted ?? ''}, and the image has ${installed.join(', ') || 'another one'}.`,
      'Begin the stage from an sdk image of that version, or let global.json take a newer one: "rollForward": "latestMajor".',
    ].join('\n'),
  }
}
