import { posix } from 'node:path'
import {
  allInstructions,
  copyWords,
  type Dockerfile,
  fromOf,
  type Instruction,
  isCopy,
  writeAnew,
  writtenFlags,
} from '../dockerfile/parse-dockerfile.ts'
import { type ImageTests, withReferences } from '../projects/image-tests.ts'
import type { Project } from '../projects/project.ts'
import { groupBy } from '../../shared/group-by.ts'

const maxListed = 5

/** What keeps test projects out of a build, and below that what lets them in; `context` is as people see it, `ignoreName` the file that keeps others out. */
export function describeUnreachable(
  tests: readonly Project[],
  projects: readonly Project[],
  dockerfile: Dockerfile,
  context: string,
  ignoreName: string | undefined,
): string {
  const count = tests.length === 1 ? 'a test project is' : `${tests.length} test projects are`
  const groups = groupByWhy(tests.map((project) => ({ project, why: whyAway(project, context) })))
  const lines = groups.map(([why, found]) => `${listProjects(found)}: ${why}.`)
  const all = withReferences(tests, projects)
  return [
    `${count} not in the build:`,
    ...lines,
    ...letIn(all, projects),
    ...widen(all, dockerfile, context, ignoreName),
  ].join('\n')
}

/** What to change in the ignore file. */
function letIn(needed: readonly Project[], projects: readonly Project[]): string[] {
  const kept = needed.flatMap(({ path, place }) => (place.kind === 'ignored' ? [{ path, ...place }] : []))
  const file = kept[0]?.file ?? ''
  const rules = new Map(kept.flatMap((one) => one.rules.map(({ line, pattern }) => [line, pattern])))
  const all = [...rules].sort(([a], [b]) => a - b)
  const plain = all.filter(([, pattern]) => !takesAll(pattern)).map(([line]) => line)
  const [whole] = all.filter(([, pattern]) => takesAll(pattern)).map(([line]) => line)
  const open = projects.filter(({ place }) => place.kind === 'context')
  const folders = kept
    .filter((one) => one.rules.some(({ pattern }) => takesAll(pattern)))
    .map(({ path }) => `  !${highestWithout(posix.dirname(path), open)}`)
  return [
    ...(plain.length === 0
      ? []
      : [`Take line${plain.length === 1 ? '' : 's'} ${plain.join(', ')} out of ${file}.`]),
    ...(whole === undefined ? [] : [`Below line ${whole} of ${file}, add:`, ...new Set(folders)]),
  ]
}

/** A rule that keeps all out, so that others say what is in. */
function takesAll(pattern: string): boolean {
  return /^\/?\*{1,2}(?:\/\*{1,2})*$/.test(pattern)
}

function highestWithout(folder: string, others: readonly Project[]): string {
  const above = posix.dirname(folder)
  return above === '.' || others.some(({ path }) => path.startsWith(`${above}/`))
    ? folder
    : highestWithout(above, others)
}

/** The inputs with which projects outside of the build context are in it, and the lines that begin elsewhere then. */
function widen(
  needed: readonly Project[],
  dockerfile: Dockerfile,
  context: string,
  ignoreName: string | undefined,
): string[] {
  const ups = needed.map(({ path }) => /^(?:\.\.\/)*/.exec(path)?.[0] ?? '')
  const longest = ups.reduce((a, b) => (b.length > a.length ? b : a), '')
  if (longest === '') return []
  const wide = posix.join(context, longest, '.')
  const lines = allInstructions(dockerfile).flatMap((one) => {
    const moved = beginElsewhere(one, posix.relative(wide, context))
    return moved === undefined ? [] : [`  line ${one.firstLine}: ${moved}`]
  })
  return [
    'Set these inputs:',
    `  context: ${wide}`,
    `  file: ${dockerfile.shown}`,
    ...(lines.length === 0
      ? []
      : [`In ${dockerfile.shown}, change the lines whose paths begin at the context:`, ...lines]),
    // One that is beside the Dockerfile and has its name is read from wherever the context is.
    ...(ignoreName === '.dockerignore'
      ? [
          `Move ${posix.join(context, ignoreName)} to ${posix.join(wide, ignoreName)}: its patterns begin at the context, too.`,
        ]
      : []),
  ]
}

/** An instruction that takes files of the build context, as it is where that begins above the folder that it was. */
function beginElsewhere(one: Instruction, folder: string): string | undefined {
  const move = (path: string): string =>
    /^(?:\w+:\/\/|<<|git@)/.test(path) ? path : posix.join(folder, path)
  if (isCopy(one)) {
    if (fromOf(one) !== undefined || /<</.test(one.argument)) return undefined
    const words = copyWords(one)
    const moved = [...words.slice(0, -1).map(move), ...words.slice(-1)]
    if (moved.join() === words.join()) return undefined
    const written = one.execForm === undefined ? moved.join(' ') : JSON.stringify(moved)
    return writeAnew(one, written)
  }
  if (one.keyword !== 'RUN') return undefined
  const before = writtenFlags(one)
  const flags = before.map((flag) => {
    if (!/^--mount=(?:.*,)?type=bind(?:,|$)/.test(flag) || /,from=/.test(flag)) return flag
    const source = /,(?:source|src)=([^,]*)/.exec(flag)
    return source === null
      ? `${flag},source=${folder}`
      : flag.replace(source[0], `,source=${move(source[1] ?? '')}`)
  })
  return flags.join() === before.join() ? undefined : ['RUN', ...flags, '…'].join(' ')
}

/** Names test projects that can't run in a build, each with why that is: "A, B (containers are needed: package testcontainers)". */
export function listUnfit(unfit: ImageTests['unfit']): string {
  return groupByWhy(unfit)
    .map(([why, projects]) => `${listProjects(projects)} (${why})`)
    .join('; ')
}

function groupByWhy(found: ImageTests['unfit']): [why: string, projects: Project[]][] {
  return [...groupBy(found, ({ why }) => why)].map(([why, all]) => [why, all.map(({ project }) => project)])
}

/** Why a build does not have a test project. */
export function whyAway({ place }: Project, context: string): string {
  if (place.kind !== 'ignored') return `outside of the build context, ${context}`
  const words = place.rules.map(({ line, pattern }) => `line ${line} of ${place.file}, "${pattern}",`)
  return `${words.join(' and ')} ${words.length === 1 ? 'keeps' : 'keep'} it out`
}

/** Some projects by their paths, with the number of all others. */
export function listProjects(projects: readonly Project[]): string {
  const shown = projects.slice(0, maxListed).map(({ path }) => path)
  const left = projects.length - shown.length
  return [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join(', ')
}
