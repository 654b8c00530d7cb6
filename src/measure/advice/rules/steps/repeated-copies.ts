import { writtenFlags, type Instruction } from '../../../../plan/dockerfile/parse-dockerfile.ts'
import { commandOf } from '../../../../plan/commands/shell-text.ts'
import type { Advice } from '../../advice.ts'
import { adviceOnFiles } from '../../advice-on-files.ts'
import { fixOf, inPlaceOf, pasteAt, takeOut } from '../../edits.ts'
import { instructionOf, type ImageFacts } from '../../image-facts.ts'

/**
 * Files that a layer holds a second time, with the same content: one advice for each layer that does.
 */
export function findRepeatedCopies(facts: ImageFacts): Advice[] {
  const repeated = facts.ownFiles.filter(({ repeats }) => repeats !== undefined)
  const layers = [...new Set(repeated.map(({ layer }) => layer))]
  return layers.flatMap((layer) => {
    const here = repeated.filter((file) => file.layer === layer)
    const upper = instructionOf(facts, layer)
    const lower = [...new Set(here.map(({ repeats = 0 }) => repeats))].map((below) =>
      instructionOf(facts, below),
    )
    return adviceOnFiles(facts, here, {
      id: 'repeated-copies',
      title: (size) =>
        `${size} are in the image twice: ${upper === undefined ? 'a layer' : `line ${upper.firstLine}`} writes again what a layer below it has.`,
      fix: fixFor(facts, upper, lower),
      link: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
    })
  })
}

function fixFor(
  { dockerfile }: ImageFacts,
  upper: Instruction | undefined,
  lower: (Instruction | undefined)[],
): string {
  const copies = lower.filter((one) => one?.keyword === 'COPY' || one?.keyword === 'ADD') as Instruction[]
  const command = upper?.keyword === 'RUN' ? commandOf(upper) : ''
  const owner = /\bchown\s+(?:-\S+\s+)*(\S+)/.exec(command)?.[1]
  const rights = /\bchmod\s+(?:-\S+\s+)*([0-7]{3,4})\b/.exec(command)?.[1]
  const flags = [
    ...(owner === undefined ? [] : [`--chown=${owner}`]),
    ...(rights === undefined ? [] : [`--chmod=${rights}`]),
  ]
  if (upper === undefined || flags.length === 0 || copies.length === 0) {
    const where = upper === undefined ? 'the upper layer' : `line ${upper.firstLine}`
    return `Write these files once: take them out of ${where}, or set owner and rights where they are copied (COPY --chown=… --chmod=…).`
  }
  const lines = copies.map((copy) => [copy.keyword, ...flags, ...writtenFlags(copy), copy.argument].join(' '))
  // COPY knows no user that a later line makes.
  const others = command.split(/\s*&&\s*/).filter((one) => !/^(?:chown|chmod)\s/.test(one))
  if (others.some((one) => makesUser.test(one))) {
    const run = ['RUN', ...writtenFlags(upper), others.join(' && ')].join(' ')
    return fixOf(
      'Make the user first, and set owner and rights while copying.',
      ...copies.map((copy) => (copy === copies[0] ? inPlaceOf(copy, [run, ...lines]) : takeOut(copy))),
      takeOut(upper),
    )
  }
  const first = Math.min(...copies.map(({ firstLine }) => firstLine))
  const maker = dockerfile.stages
    .flatMap(({ instructions }) => instructions)
    .findLast(
      (one) => first < one.firstLine && one.firstLine < upper.firstLine && makesUser.test(commandOf(one)),
    )
  const rest =
    others.length === 0
      ? takeOut(upper)
      : inPlaceOf(upper, [['RUN', ...writtenFlags(upper), others.join(' && ')].join(' ')])
  return fixOf(
    `Set owner and rights while copying${maker === undefined ? '' : `, below line ${maker.firstLine}, which makes the user`}.`,
    ...(maker === undefined
      ? copies.map((copy, index) => inPlaceOf(copy, [lines[index] ?? '']))
      : [...copies.map(takeOut), pasteAt('Below', maker.lastLine, lines)]),
    rest,
  )
}

const makesUser = /(?:^|[\s;&])(?:user|group)add\s|(?:^|[\s;&])add(?:user|group)\s/
