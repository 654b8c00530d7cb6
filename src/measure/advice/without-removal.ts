import { posix } from 'node:path'
import { commandOf } from '../../plan/commands/shell-text.ts'
import { readCopiedTree, treeBefore } from '../../plan/dockerfile/copied-paths.ts'
import {
  copyWords,
  endOfStage,
  findStage,
  fromOf,
  type Instruction,
  type Stage,
} from '../../plan/dockerfile/parse-dockerfile.ts'
import { splitWords } from '../../plan/dockerfile/variables.ts'
import {
  continuationOf,
  fixOf,
  inPlaceOf,
  pasteAt,
  runInPlace,
  takeOut,
  withFlags,
  writtenLines,
} from './edits.ts'
import type { ImageFacts } from './image-facts.ts'

/** More would make a command that nobody reads. */
const maxJoined = 4
/** What would count for the commands of another RUN, too, or would hide their exit codes. */
const counts = /;|\|\||(?<!&)&(?!&)|(?:^|[;&|\s])(?:cd|pushd|set|export|exit)\s/

/** The RUN that makes files, the one that removes them and those between them, as one; undefined where other instructions are between, too. */
export function joinRuns(
  { dockerfile }: Pick<ImageFacts, 'dockerfile'>,
  maker: Instruction,
  remover: Instruction,
): string | undefined {
  const all = between(remover.stage, maker, remover)
  const isJoined = all.every(
    ({ keyword, execForm, argument, flags }) =>
      keyword === 'RUN' &&
      execForm === undefined &&
      !argument.includes('\n') &&
      (flags.length === 0 || (flags === maker.flags && !counts.test(argument))),
  )
  if (all.length < 2 || all.length > maxJoined || !isJoined) return undefined
  const end = ` ${continuationOf(dockerfile)}`
  const lines = writtenLines(dockerfile, { firstLine: maker.firstLine, lastLine: remover.lastLine })
  for (const { firstLine, lastLine, argument } of all) {
    const [first, last] = [firstLine - maker.firstLine, lastLine - maker.firstLine]
    const [open, close] = counts.test(argument) ? ['( ', ' )'] : ['', '']
    lines[first] = (lines[first] ?? '').replace(/^\s*(RUN)\s+/i, (written, run: string) =>
      first > 0 ? `    && ${open}` : open === '' ? written : `${run} ${open}`,
    )
    lines[last] = `${(lines[last] ?? '').trimEnd()}${close}${last === lines.length - 1 ? '' : end}`
  }
  return inPlaceOf(
    { firstLine: maker.firstLine, lastLine: remover.lastLine },
    lines.filter((line) => line.trim() !== ''),
  )
}

/** In place of copying files and removing them: mounts where a RUN needs them, or removal at their source. Undefined where more may have to change. */
export function withoutCopy(
  facts: ImageFacts,
  copy: Instruction,
  layer: number,
  remover: Instruction,
): string | undefined {
  const { stage } = remover
  const [source, target, another] = copyWords(copy)
  const isPlain = [source, target].every((word) => word !== undefined && !/[*?[\]$<]|^\w+:/.test(word))
  if (!isPlain || another !== undefined || remover.keyword !== 'RUN' || remover.execForm !== undefined)
    return undefined
  if (/\n|[;|]|(?:^|[&\s])cd\s/.test(remover.argument)) return undefined
  const { workdir } = readCopiedTree(stage, copy)
  const paths = (facts.record.layers[layer]?.content?.files ?? []).map(([path]) => `/${path}`)
  const folder = posix.resolve(workdir, target ?? '')
  const named = posix.join(folder, posix.basename(source ?? ''))
  const place = paths.length === 1 && paths[0] === named ? named : folder
  const parts = commandOf(remover).split(/\s*&&\s*/)
  const removed = parts.map((part) => removedBy(part, treeBefore(remover).workdir))
  const found = { copy, remover, source: source ?? '', place, parts, removed }
  return facts.visibleFiles.some((file) => file.layer === layer)
    ? removeAtSource(facts, stage, found)
    : mountInstead(facts, stage, found)
}

interface Found {
  copy: Instruction
  remover: Instruction
  source: string
  /** Where it is in the image. */
  place: string
  /** The commands of the RUN that removes, and of each the absolute paths that it removes; undefined for another command. */
  parts: string[]
  removed: (string[] | undefined)[]
}

/** The paths that `rm` is given. */
function removedBy(command: string, workdir: string): string[] | undefined {
  const [program, ...words] = splitWords(command)
  return program === 'rm'
    ? words.filter((word) => !word.startsWith('-')).map((word) => posix.resolve(workdir, word))
    : undefined
}

function mountInstead(facts: ImageFacts, stage: Stage, found: Found): string | undefined {
  const { copy, remover, source, place, parts, removed } = found
  const { dockerfile, baseFiles, visibleFiles } = facts
  const isInside = (path: string): boolean => path === place || path.startsWith(`${place}/`)
  // A mount would cover what else is there.
  if ([...baseFiles, ...visibleFiles].some(({ path }) => isInside(`/${path}`))) return undefined
  const gone = removed.map((paths) => paths !== undefined && paths.every(isInside))
  if (
    removed.some((paths, index) => paths !== undefined && gone[index] === false && paths.some(covers(place)))
  )
    return undefined
  // A mount has the rights of its source.
  if (copy.flags.some(({ name }) => name === 'chmod')) return undefined
  const from = fromOf(copy)
  const mount = `--mount=type=bind,${from === undefined ? '' : `from=${from},`}source=${source.replace(/^\.?\/(?=.)/, from === undefined ? '' : '/')},target=${place}`
  const users = between(stage, copy, remover)
    .slice(1, -1)
    .filter(({ argument }) => argument.includes(posix.basename(place)))
  if (users.some(({ keyword, execForm }) => keyword !== 'RUN' || execForm !== undefined)) return undefined
  const isNamed = (command: string): boolean => command.includes(posix.basename(place))
  // What is mounted can't be moved, but be copied.
  const rest = parts
    .filter((_, index) => gone[index] === false)
    .map((part) => (isNamed(part) ? part.replace(/^mv(?: -\S+)* /, 'cp -a ') : part))
  const used = users.flatMap((run) => commandOf(run).split(/&&|\|\||[;|\n]/))
  if ([...used, ...rest].some((command) => isNamed(command) && changesFiles.test(command))) return undefined
  const needsMount = rest.some(isNamed)
  return fixOf(
    takeOut(copy),
    ...users.map((run) => inPlaceOf(run, withFlags(dockerfile, run, [mount]))),
    runInPlace(remover, rest, ...(needsMount ? [mount] : [])),
  )
}

/** Programs that change the files that they are given, or their folder: a mount can only be read. */
const changesFiles =
  /^\s*(?:mv|rm|chmod|chown|chgrp|touch|truncate|dos2unix|g(?:un)?zip|b(?:un)?zip2|(?:un)?xz|sed\s+(?:\S+\s+)*?-\w*i)\s/

/** Whether a path, which may have a pattern in it, is the other one or a folder that it is in. */
function covers(place: string): (path: string) => boolean {
  return (path) => {
    const [before = ''] = path.split(/[*?[]/)
    return before === path ? place === path || place.startsWith(`${path}/`) : place.startsWith(before)
  }
}

function removeAtSource(facts: ImageFacts, stage: Stage, found: Found): string | undefined {
  const { copy, remover, source, place, parts, removed } = found
  const { dockerfile } = facts
  const from = findStage(dockerfile.stages, fromOf(copy) ?? '')
  const count = removed.findIndex((paths) => paths === undefined)
  const taken = count < 0 ? removed : removed.slice(0, count)
  const paths = taken.flatMap((one) => one ?? [])
  const others = dockerfile.stages.flatMap(({ instructions }) =>
    instructions.filter(
      (one) => one !== copy && one.flags.some(({ name, value }) => name === 'from' && value === from?.name),
    ),
  )
  const isAlone = between(stage, copy, remover)
    .slice(1, -1)
    .every(({ keyword }) => keyword !== 'RUN')
  const isBase = dockerfile.stages.some(({ base }) => base === from?.name)
  if (from === undefined || isBase || others.length > 0 || !isAlone || paths.length === 0) return undefined
  if (!paths.every((path) => path.startsWith(`${place}/`))) return undefined
  const moved = paths.map((path) => posix.join('/', source, path.slice(place.length)))
  return fixOf(
    'Remove them in the stage that they come from.',
    pasteAt('Below', endOfStage(from), [`RUN rm -rf ${moved.join(' ')}`]),
    runInPlace(remover, parts.slice(taken.length)),
  )
}

/** The instructions of a stage from one to another; none where the first one is not there. */
function between(stage: Stage | undefined, first: Instruction, last: Instruction): Instruction[] {
  const instructions = stage?.instructions ?? []
  const start = instructions.indexOf(first)
  return start < 0 ? [] : instructions.slice(start, instructions.indexOf(last) + 1)
}
