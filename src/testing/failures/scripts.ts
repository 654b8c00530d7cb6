import { join, posix } from 'node:path'
import { commandOf } from '../../plan/commands/shell-text.ts'
import { readText } from '../../shared/files/workspace-files.ts'
import { type BuildFailure, type FailedBuild, type FailurePlace, ranCommand } from './failure.ts'
import { findInContext, isProject, workdirOf } from './context-paths.ts'

/** The words of a shell, or of the builder for the form with brackets, for a script that can't be started, with its path; MSBuild starts one from another. */
const notStarted =
  /(?:\bsh: (?:line )?(?:\d+: )?(?:\S+\.exec\.cmd: )?|\bexec:? "?)([^\s:'"]+)"?: (not found|no such file or directory|permission denied|exec format error|bad interpreter.*)$/i

/** What comes of a carriage return at the end of a line: interpreters, options and folders of that name are not there. */
const tripsOverReturn =
  /\\r|\r|not found|[Nn]o such file|[Ii]llegal option|invalid option|[Ss]yntax error|unexpected|can't cd|bad interpreter|illegal number/

/** A script of the checkout that a RUN starts may not be executed, or has the line ends of Windows. */
export function readScript(build: FailedBuild): BuildFailure | undefined {
  const { lines } = build
  const [, written = '', why] =
    lines.map((line) => notStarted.exec(line)).find((found) => found !== null) ?? []
  // A command of a project runs in its folder.
  const { project, file = project } = build.errors.find(({ code }) => ranCommand.test(code)) ?? {}
  const folder = posix.dirname([project, file].find(isProject) ?? `${workdirOf(build)}/x`)
  const path = findInContext(posix.resolve(folder, written), build)
  const text = textOf(path, build)
  if (why !== undefined && /^permission denied/i.test(why) && text !== '')
    return {
      title: 'A script may not be executed',
      message: `${path} has no right to execute. Give it one, git update-index --chmod=+x ${path}, or start it with its shell: RUN sh ${written}`,
    }
  if (why === 'exec format error' && /^[^#\0][^\0]*$/.test(text))
    return {
      title: 'A script does not say what runs it',
      message: `${path} has no first line such as #!/bin/sh. Add it, or start it with its shell: RUN sh ${written}`,
    }
  const [, interpreter] = /^#!\s*(\/\S+)[^\r\n]*\n/.exec(text) ?? []
  if (interpreter !== undefined && why !== undefined && /^(?:not found|no such file)/i.test(why))
    return {
      title: 'The interpreter of a script is not in the image',
      message: `${path} begins with #!${interpreter}, which the image doesn’t have. Install it in a RUN above (Alpine has no bash: apk add bash), or let it begin with #!/bin/sh`,
    }
  const windows = lines.some((line) => tripsOverReturn.test(line)) ? findWindowsScript(build) : undefined
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
