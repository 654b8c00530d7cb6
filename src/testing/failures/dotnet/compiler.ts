import { commandOf } from '../../../plan/commands/shell-text.ts'
import { describeMessage, type LocatedMessage } from '../../compiler-messages.ts'
import { errorsOf, listLines, type FailedBuild, type BuildFailure } from '../failure.ts'

/** Codes of the compilers for C#, F#, Visual Basic and Razor. */
const compilerCode = /^(?:CS|FS|BC|VB|VBC|RZ)\d+$/
/** An analyzer speaks of a place in a source file, too, and so does dotnet format. */
const sourceFile = /\.(?:cs|fs|fsx|vb|razor|cshtml)$/i

/** A compiler, an analyzer or dotnet format found errors in the code. */
export function readCodeErrors(build: FailedBuild): BuildFailure | undefined {
  const errors = errorsOf(build).filter(
    ({ code, file = '', line }) =>
      compilerCode.test(code) || (code !== '' && line !== undefined && sourceFile.test(file)),
  )
  if (errors.length === 0) return undefined
  const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`
  // Those of generated code come of the others.
  const sorted = [...errors.filter(({ place }) => place), ...errors.filter(({ place }) => !place)]
  const lines = listLines(sorted.map(describeMessage), errors.length)
  if (errors.some(({ code }) => compilerCode.test(code)))
    return { title: `The code did not compile: ${count}`, message: lines.join('\n') }
  return isFormat(build, errors)
    ? {
        title: 'The code is not formatted',
        message: [...lines, 'Run dotnet format, and commit what it changes.'].join('\n'),
      }
    : { title: `Code analysis found ${count}`, message: lines.join('\n') }
}

function isFormat({ place }: FailedBuild, errors: readonly LocatedMessage[]): boolean {
  const asks = place !== undefined && /\bdotnet[ -]format\b/.test(commandOf(place.instruction))
  return asks || errors.every(({ code }) => /^[A-Z]+$/.test(code))
}
