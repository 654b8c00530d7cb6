import { join, posix } from 'node:path'
import { readCopiedTree } from '../../plan/dockerfile/copied-paths.ts'
import { readText } from '../../shared/files/workspace-files.ts'
import type { BuildFailure, FailedBuild } from './failure.ts'
import { describeMissing, explainMissing, findInContext } from './stage-files.ts'

/** A shell's words for a script that it can't start, with its path. */
const notStarted =
  /\bsh: (?:line )?(?:\d+: )?(\.?\/?[\w./-]+): (not found|No such file or directory|Permission denied|bad interpreter.*)$/

/** A script of the checkout that a RUN starts is not in the stage, may not be executed, or has the line ends of Windows. */
export function readScript({ place, lines }: FailedBuild): BuildFailure | undefined {
  if (place === undefined) return undefined
  const [, written, why] = lines.map((line) => notStarted.exec(line)).find((found) => found !== null) ?? []
  if (written === undefined || !written.includes('/')) return undefined
  const { workdir } = readCopiedTree(place.sources.dockerfile, place.stage, place.instruction)
  const inContainer = posix.resolve(workdir, written)
  const missing = explainMissing(inContainer, place)
  if (missing !== undefined)
    return { title: 'A script is not in the stage', message: describeMissing([missing], place).join('\n') }
  const path = findInContext(inContainer, place)
  const text = readText(join(place.sources.paths.context, path))
  if (text === '') return undefined
  if (why === 'Permission denied')
    return {
      title: 'A script may not be executed',
      message: `${path} has no right to execute. Give it one, git update-index --chmod=+x ${path}, or start it with its shell: RUN sh ${written}`,
    }
  if (!/^#![^\n]*\r\n/.test(text)) return undefined
  return {
    title: 'A script has the line ends of Windows',
    message: `The lines of ${path} end in CR LF, so that Linux looks for an interpreter of that name. Keep LF: in .gitattributes, ${path} text eol=lf`,
  }
}
