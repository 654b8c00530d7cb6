import { isCopy, writeAnew, type Instruction } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { posix } from 'node:path'
import { treeBefore } from '../../../../plan/dockerfile/copied-paths.ts'
import { splitWords } from '../../../../plan/dockerfile/variables.ts'
import { commandOf, scriptOf } from '../../../../plan/commands/shell-text.ts'
import { shellCommands } from '../../../../plan/commands/shell-commands.ts'
import { type Advice, adviceOnFiles } from '../../advice.ts'
import { fixOf, inPlaceOf, pasteAt, runInPlace, takeOut, withFlags } from '../../edits.ts'
import { instructionOf, type ImageFacts } from '../../image-facts.ts'

/** Files that a layer holds a second time, with the same content: one advice for each layer that does. */
export function findRepeatedCopies(facts: ImageFacts): Advice[] {
  const repeated = facts.ownFiles.filter(({ repeats }) => repeats !== undefined)
  const layers = [...new Set(repeated.map(({ layer }) => layer))]
  return layers.flatMap((layer) => {
    const here = repeated.filter((file) => file.layer === layer)
    const upper = instructionOf(facts, layer)
    const lower = [...new Set(here.map(({ repeats = 0 }) => repeats))]
    return adviceOnFiles(facts, here, {
      id: 'repeated-copies',
      title: (size) =>
        `${size} are in the image twice: ${upper === undefined ? 'a layer' : `line ${upper.firstLine}`} writes again what a layer below it has.`,
      fix: fixFor(facts, upper, lower),
      link: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
    })
  })
}

function fixFor(facts: ImageFacts, upper: Instruction | undefined, layers: readonly number[]): string {
  const { dockerfile } = facts
  const lower = layers.flatMap((layer) => instructionOf(facts, layer) ?? [])
  const copies = lower.filter(isCopy)
  const changes = upper === undefined ? [] : changesIn(upper)
  const copied = facts.ownFiles.filter(({ layer }) => layers.includes(layer)).map(({ path }) => `/${path}`)
  // A flag counts for all that is copied.
  const moved = changes.filter((one) => copied.every((path) => isChanged(path, one)))
  const flags = [...new Map(moved.map(({ program, value }) => [program, `--${program}=${value}`])).values()]
  if (upper === undefined || flags.length === 0 || copies.length === 0) {
    const where = upper === undefined ? 'the upper layer' : `line ${upper.firstLine}`
    return `Write these files once: take them out of ${where}, or set owner and rights where they are copied (COPY --chown=… --chmod=…).`
  }
  const lines = copies.map((copy) => withFlags(dockerfile, copy, flags))
  const made = foldersMade(facts, upper)
  const others = changes.flatMap((one) =>
    moved.includes(one) ? (one.isDeep ? [onFolders(one, made)] : []) : [one.text],
  )
  // COPY knows no user that a later line makes.
  const first = others.findLastIndex((one) => makesUser.test(one)) + 1
  if (first > 0) {
    const makers = writeAnew(upper, others.slice(0, first).join(' && '))
    return fixOf(
      'Make the user first, and set owner and rights while copying.',
      ...copies.map((copy) =>
        copy === copies[0] ? inPlaceOf(copy, [makers, ...lines.flat()]) : takeOut(copy),
      ),
      runInPlace(upper, others.slice(first)),
    )
  }
  const top = Math.min(...copies.map(({ firstLine }) => firstLine))
  const maker = dockerfile.stages
    .flatMap(({ instructions }) => instructions)
    .filter(({ firstLine }) => top < firstLine && firstLine < upper.firstLine)
    .findLast((one) => makesUser.test(commandOf(one)))
  return fixOf(
    `Set owner and rights while copying${maker === undefined ? '' : `, below line ${maker.firstLine}, which makes the user`}.`,
    ...(maker === undefined
      ? copies.map((copy, index) => inPlaceOf(copy, lines[index] ?? []))
      : [...copies.map(takeOut), pasteAt('Below', maker.lastLine, lines.flat())]),
    runInPlace(upper, others),
  )
}

const makesUser = /(?:^|[\s;&])(?:user|group)add\s|(?:^|[\s;&])add(?:user|group)\s/

/** One command of a RUN; `chown` and `chmod` with what they give to which absolute paths. */
interface Change {
  text: string
  program: string
  value: string
  paths: string[]
  /** Goes through folders. */
  isDeep: boolean
}

/** The commands of a RUN that does one thing after another. */
function changesIn(upper: Instruction): Change[] {
  const command = commandOf(upper)
  if (upper.keyword !== 'RUN' || /[;|\n]/.test(command)) return []
  const { workdir } = treeBefore(upper)
  return command.split(/\s*&&\s*/).map((text) => {
    const [program = '', ...words] = splitWords(text)
    const [value = '', ...paths] = words.filter((word) => !word.startsWith('-'))
    const isKnown = program === 'chown' || (program === 'chmod' && /^[0-7]{3,4}$/.test(value))
    return {
      ...{ text, program, value },
      paths: isKnown ? paths.map((path) => posix.resolve(workdir, path)) : [],
      isDeep: words.some((word) => /^-\w*R|^--recursive$/.test(word)),
    }
  })
}

function isChanged(path: string, { paths, isDeep }: Change): boolean {
  return paths.some((one) => path === one || (isDeep && path.startsWith(one === '/' ? one : `${one}/`)))
}

/** What is left of a command that goes through folders: those that are there before anything is copied into them. */
function onFolders({ program, value, paths }: Change, made: readonly string[]): string {
  const below = made.filter((path) => paths.some((one) => path.startsWith(`${one}/`)))
  return [program, value, ...paths, ...below].join(' ')
}

/** The folders that a stage makes by `mkdir`, down to an instruction. */
function foldersMade({ instructions }: ImageFacts, last: Instruction): string[] {
  return instructions
    .slice(0, instructions.indexOf(last) + 1)
    .filter(({ keyword }) => keyword === 'RUN')
    .flatMap((run) => shellCommands(scriptOf(run)))
    .flatMap(({ words: [program, ...words] }) =>
      program === 'mkdir' ? words.filter((word) => word.startsWith('/')) : [],
    )
}
