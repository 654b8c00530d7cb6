import { plural } from '../../../shared/format.ts'
import { commandOf } from '../../../plan/commands/shell-text.ts'
import { describeMessage, type LocatedMessage } from '../../compiler-messages.ts'
import { describeMissing } from '../stage-files.ts'
import { listLines, type FailedBuild, type BuildFailure } from '../failure.ts'
import { describeBase } from '../ways-out.ts'
import { findMissingCompanions } from './missing-projects.ts'

/** Codes of the compilers for C#, F#, Visual Basic, Razor and TypeScript. */
const compilerCode = /^(?:CS|FS|BC|VB|VBC|RZ|TS)\d+$/
/** An analyzer speaks of a place in a source file, too, and so does dotnet format. */
const sourceFile = /\.(?:cs|fs|fsx|vb|razor|cshtml)$/i

/** An analyzer or a source generator that throws or can't be loaded; the compiler goes on without it. */
const brokenAnalyzer = /^(?:AD0001|CS8(?:032|033|034|040|784|785)|BC42(?:376|377|378|500|501))$/
/** An analyzer or a version of the language that a newer compiler has. */
const ofNewerSdk = /^CS(?:1617|9057)$/
/** A program without a beginning is of the code, though its error has no place there. */
const noMain = /^(?:CS5001|CS8805|BC30420|FS0222|FS0988)$/

/** A compiler, an analyzer or dotnet format found errors in the code. */
export function readCodeErrors(build: FailedBuild): BuildFailure | undefined {
  const all = build.errors.filter(
    ({ code, file = '', line }) =>
      compilerCode.test(code) ||
      brokenAnalyzer.test(code) ||
      (code !== '' && line !== undefined && sourceFile.test(file)),
  )
  // Those of generated code come of the others.
  const written = all.filter(({ file = '' }) => !/\/obj\/.*\.g\.cs$/.test(file))
  const errors = written.length > 0 ? written : all
  if (errors.length === 0) return undefined
  const count = plural(errors.length, 'error')
  const missing = describeMissing(findMissingCompanions(build), build)
  const lines = [...listLines(errors.map(describeMessage), errors.length), ...missing]
  const broken = build.messages.filter(({ code }) => brokenAnalyzer.test(code))
  if (broken.length > 0) {
    const others = lines.filter((line) => !broken.some((one) => describeMessage(one) === line))
    return {
      title: 'An analyzer or source generator failed',
      message: [...listLines(broken.map(describeMessage)), ...others].join('\n'),
    }
  }
  if (errors.some(({ code }) => ofNewerSdk.test(code)))
    return {
      title: 'The compiler did not get to the code',
      message: [...lines, `${describeBase(build)} Take one with a newer SDK.`].join('\n'),
    }
  const isOfCode = errors.some(({ code, file }) => file !== undefined || noMain.test(code))
  if (!isOfCode) return { title: 'The compiler did not get to the code', message: lines.join('\n') }
  if (errors.some(({ code }) => compilerCode.test(code)))
    return { title: `The code did not compile: ${count}`, message: lines.join('\n') }
  return isFormat(build, errors)
    ? {
        title: 'The code is not formatted',
        message: [...lines, 'Run dotnet format, and commit what it changes.'].join('\n'),
      }
    : { title: `Code analysis found ${count}`, message: lines.join('\n') }
}

function isFormat({ instruction }: FailedBuild, errors: readonly LocatedMessage[]): boolean {
  const asks = /\bdotnet[ -]format\b/.test(commandOf(instruction))
  return asks || errors.every(({ code }) => /^[A-Z]+$/.test(code))
}
