import { describeMessage } from '../compiler-messages.ts'
import { describeEnd, errorsOf, listLines, type BuildFailure, type FailedBuild } from './failure.ts'
import { tellingLines } from './tools.ts'

/** What .NET, node and the C library say without memory. */
const words =
  /\bout of memory\b|OutOfMemoryException|Cannot allocate memory|GC heap initialization failed|0x8007000E/i

/** What MSBuild says of a compiler or a node of its own that was killed. */
const killedByKernel = /exited with code 137\b/

const advice =
  'Give the builder more, or let the step take less: dotnet … -m:1 builds one project at a time, and parallel-build: false builds nothing while tests run.'

/** Memory ran out: a process says so, or the kernel killed it. How tests ended, their verdict says. */
export function readMemory(build: FailedBuild): BuildFailure | undefined {
  const { lines, error, isTest } = build
  const errors = errorsOf(build)
  const said = [error.message, ...errors.map(({ text }) => text), ...(isTest ? [] : lines)]
  const isSaid = said.some((line) => words.test(line))
  const isKilled = errors.some(({ code, text }) => code === 'MSB4166' || killedByKernel.test(text))
  if (!isSaid && !isKilled && (isTest || error.exitCode !== 137)) return undefined
  const shown =
    errors.length > 0 ? listLines(errors.map(describeMessage)) : [describeEnd(build), ...tellingLines(lines)]
  return isSaid
    ? { title: 'The build ran out of memory', message: [...shown, advice].join('\n') }
    : {
        title: 'A process of the build was killed',
        message: [...shown, `Most likely memory ran out. ${advice}`].join('\n'),
      }
}
