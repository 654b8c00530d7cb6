import { readText, walkFiles } from '../../../shared/files/workspace-files.ts'
import { join, posix } from 'node:path'
import { containerPathOf, treeBefore } from '../../../plan/dockerfile/copied-paths.ts'
import { describeMessage } from '../../compiler-messages.ts'
import { listLines, type BuildFailure, type FailedBuild, type FailurePlace } from '../failure.ts'
import { titleOf, withReferences } from './missing-projects.ts'
import { findInContext, isBrought, readInContext, workdirOf } from '../context-paths.ts'
import { describeMissing, explainMissing, type MissingFile } from '../stage-files.ts'

/** A name that no source has, in C#, Visual Basic and F#. */
const unknownName = /^(?:CS0(?:103|234|246)|BC30(?:002|451)|FS0039)$/
/** A program without a beginning. */
const noMain = /^(?:CS5001|BC30420)$/

/** A compiler misses what is in sources of the checkout that the stage does not have: a folder that no COPY brings, a file that is kept out. */
export function readMissingSources(place: FailedBuild): BuildFailure | undefined {
  const errors = place.errors.filter(({ code }) => unknownName.test(code) || noMain.test(code))
  if (errors.length === 0) return undefined
  const names = errors.flatMap(({ code, text }) =>
    unknownName.test(code) ? (/['“«"](\w+)/.exec(text)?.[1] ?? []) : [],
  )
  const lacksAll = errors.some(({ code }) => noMain.test(code))
  const projects = withReferences([...new Set(errors.flatMap(({ project }) => project ?? []))], place)
  const missing = projects.flatMap((project) => [
    ...sourceFoldersOf(project, place).flatMap(
      (folder) => findLacking(project, folder, names, lacksAll, place) ?? [],
    ),
    ...findLackingLibraries(project, place),
  ])
  if (missing.length === 0) return undefined
  const said = listLines(errors.map(describeMessage)).slice(0, 3)
  return { title: titleOf(missing, place), message: [...said, ...describeMissing(missing, place)].join('\n') }
}

/** The folders, seen from a project, that its sources are in: its own, and those that it links by a pattern. */
function sourceFoldersOf(project: string, place: FailurePlace): string[] {
  const linked = readInContext(project, place).matchAll(/<Compile\s[^>]*Include="(\.\.[^"*$]*)[\\/]\*/g)
  return ['', ...[...linked].map(([, path = '']) => path.replaceAll('\\', '/'))]
}

/** The folder of sources where the stage has none of its sources, else the first file that it lacks and that defines one of the names. */
function findLacking(
  project: string,
  inside: string,
  names: readonly string[],
  lacksAll: boolean,
  place: FailurePlace,
): MissingFile[] | undefined {
  const { context } = place.sources.paths
  const folder = posix.join(posix.dirname(findInContext(project, place)), inside)
  const inStage = posix.join(posix.dirname(project), inside)
  const sources = [...walkFiles(join(context, folder))].filter((path) => /\.(?:cs|vb|fs)$/.test(path))
  const tree = treeBefore(place.instruction)
  const lacking = sources.filter((source) => {
    const there = containerPathOf(tree, posix.join(folder, source))
    const isElsewhere = there !== undefined && there !== posix.join(inStage, source)
    return isElsewhere || !isThere(posix.join(folder, source), place)
  })
  const defines = new RegExp(
    `\\b(?:class|record|struct|interface|enum|namespace|module|type)\\b.*\\b(?:${names.join('|')})\\b`,
    'i',
  )
  const isWanted = (source: string): boolean =>
    names.length > 0 && defines.test(readText(join(context, folder, source)))
  const found =
    lacking.find(isWanted) ?? (lacksAll && lacking.length === sources.length ? lacking[0] : undefined)
  const missing =
    found === undefined ? undefined : explainMissing(posix.join(inStage, found), place, place.instruction)
  if (missing === undefined) return undefined
  if (missing.kind === 'elsewhere') return [explainMissing(inStage, place, place.instruction) ?? missing]
  if (missing.kind !== 'not-copied' || lacking.length < sources.length) return [missing]
  const fromWorkdir = posix.relative(workdirOf(place), inStage)
  const to = fromWorkdir === '' || fromWorkdir.startsWith('..') ? inStage : fromWorkdir
  return [{ ...missing, path: `${folder}/`, copy: `COPY ${folder}/ ${to}/` }]
}

/** The libraries that a project refers to by their files: MSBuild goes on without one that it does not find. */
function findLackingLibraries(project: string, place: FailurePlace): MissingFile[] {
  return [...readInContext(project, place).matchAll(/<HintPath>\s*([^<$]+?)\s*<\/HintPath>/g)].flatMap(
    ([, path = '']) =>
      explainMissing(
        posix.resolve(posix.dirname(project), path.replaceAll('\\', '/')),
        place,
        place.instruction,
      ) ?? [],
  )
}

function isThere(path: string, place: FailurePlace): boolean {
  return place.sources.ignoreFile?.ruleFor(path) === undefined && isBrought(path, place.instruction)
}
