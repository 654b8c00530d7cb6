import { join, posix } from 'node:path'
import { commandOf } from '../../plan/commands/shell-text.ts'
import { readText } from '../../shared/files/workspace-files.ts'
import type { BuildFailure, FailedBuild, FailurePlace } from './failure.ts'
import { findInContext, workdirOf } from './context-paths.ts'

/** A shell's words for a script that it can't start, with its path. */
const notStarted =
  /\bsh: (?:line )?(?:\d+: )?([^\s:'"]+): (not found|No such file or directory|Permission denied|bad interpreter.*)$/

/** What comes of a carriage return at the end of a line: interpreters, options and folders of that name are not there. */
const tripsOverReturn =
  /\\r|\r|not found|No such file|[Ii]llegal option|invalid option|[Ss]yntax error|unexpected|can't cd|bad interpreter|illegal number/

/** A script of the checkout that a RUN starts may not be executed, or has the line ends of Windows. */
export function readScript({ place, lines }: FailedBuild): BuildFailure | undefined {
  if (place === undefined) return undefined
  const [, written = '', why] =
    lines.map((line) => notStarted.exec(line)).find((found) => found !== null) ?? []
  const inContainer = posix.resolve(workdirOf(place), written)
  const path = findInContext(inContainer, place)
  if (why === 'Permission denied' && textOf(path, place) !== '')
    return {
      title: 'A script may not be executed',
      message: `${path} has no right to execute. Give it one, git update-index --chmod=+x ${path}, or start it with its shell: RUN sh ${written}`,
    }
  const [, interpreter] = /^#!\s*(\/\S+)[^\r\n]*\n/.exec(textOf(path, place)) ?? []
  if (interpreter !== undefined && why !== undefined && /^(?:not found|No such file)/.test(why))
    return {
      title: 'The interpreter of a script is not in the image',
      message: `${path} begins with #!${interpreter}, which the image doesn’t have. Install it in a RUN above (Alpine has no bash: apk add bash), or let it begin with #!/bin/sh`,
    }
  const windows = lines.some((line) => tripsOverReturn.test(line)) ? findWindowsScript(place) : undefined
  if (windows === undefined) return undefined
  return {
    title: 'A script has the line ends of Windows',
    message: `The lines of ${windows} end in CR LF, and Linux takes the CR for a part of each. Keep LF: in .gitattributes, ${windows} text eol=lf`,
  }
}

function textOf(path: string, place: FailurePlace): string {
  return readText(join(place.sources.paths.context, path))
}

/** The first script of the checkout that a command names and whose lines end in CR LF. */
function findWindowsScript(place: FailurePlace): string | undefined {
  const { execForm } = place.instruction
  const words = execForm ?? commandOf(place.instruction).split(/[\s;&|"']+/)
  return words
    .filter((word) => /^[\w./][\w.@+/-]*$/.test(word))
    .map((word) => findInContext(posix.resolve(workdirOf(place), word), place))
    .find((path) => {
      const text = textOf(path, place)
      return /^[^\n]*\r\n/.test(text) && (text.startsWith('#!') || /\.(?:sh|bash)$/.test(path))
    })
}
