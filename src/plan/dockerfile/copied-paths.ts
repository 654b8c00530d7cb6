import { posix } from 'node:path'
import { toMatcher } from './dockerignore.ts'
import { fromOf, type Instruction, type Stage } from './parse-dockerfile.ts'
import { mountsOf } from './mounts.ts'
import { chainOf, sourcesOf } from './stage-graph.ts'
import { expandVariables, expandWord, hasVariables, splitWords, takeArguments } from './variables.ts'

/** One `COPY` or `ADD` from the build context: what it takes, and the absolute place in the container. */
export interface CopiedPath {
  /** Relative to the context, without `./`; an empty text is the whole context. */
  source: string
  /** Absolute; ends in `/` when a file keeps its name below it. */
  destination: string
  line: number
  /** Container paths of which a later RUN takes away what is there. */
  removed?: readonly string[]
}

/** A `COPY` or `ADD` that may take several files, and which files of the context (relative, with `/`) are among them. */
export interface CopyPattern {
  line: number
  brings: (contextPath: string) => boolean
  /** Where in the container it puts a file that it brings, as far as its words tell. */
  placeOf: (contextPath: string) => string | undefined
}

/** Where a stage stands after its last instruction, and what the context gave it, also by way of other stages. */
export interface CopiedTree {
  workdir: string
  copies: CopiedPath[]
  /** Every COPY and ADD from the context, also those with patterns. */
  patterns: CopyPattern[]
  /** Who runs its commands; undefined where the image decides. */
  user: string | undefined
  variables: ReadonlyMap<string, string>
}

/** Where the stage of an instruction stands before that. */
export function treeBefore(instruction: Instruction): CopiedTree {
  return readCopiedTree(instruction.stage, instruction)
}

/** What the instructions down to `before`, else all of them, make of a stage; `start` is the folder in which its image begins. */
export function readCopiedTree(stage: Stage, before?: Instruction, start = '/'): CopiedTree {
  const tree: GrowingTree = {
    workdir: start,
    copies: [],
    patterns: [],
    user: undefined,
    variables: new Map(),
  }
  for (const one of chainOf(stage).reverse()) {
    for (const instruction of one.instructions) {
      if (instruction === before) return tree
      apply(instruction, tree)
    }
  }
  return tree
}

type GrowingTree = CopiedTree & { variables: Map<string, string> }

/** Whether COPY and ADD bring a file of the context, or are meant to: by way of another stage it comes to a place that only the second knows. */
export function brings(tree: CopiedTree, contextPath: string): boolean {
  return (
    tree.patterns.some((pattern) => pattern.brings(contextPath)) ||
    containerPathOf(tree, contextPath) !== undefined
  )
}

/** Whether a RUN mounts the build context, or a part of it with a file. */
export function mounts(instruction: Instruction, contextPath: string): boolean {
  return mountsOf(instruction, 'bind')
    .filter((options) => !options.has('from'))
    .some((options) => toMatcher(options.get('source') ?? options.get('src') ?? '').test(contextPath))
}

/** The place in the container of a file of the context (both with `/`), or undefined when no COPY surely brings it. */
export function containerPathOf(tree: CopiedTree, contextPath: string): string | undefined {
  for (const copy of [...tree.copies].reverse()) {
    const place = placeIn(copy, contextPath)
    const isGone = copy.removed?.some((path) => place === path || place?.startsWith(posix.join(path, '/')))
    if (place !== undefined && isGone !== true) return place
  }
  return undefined
}

function placeIn({ source, destination }: CopiedPath, contextPath: string): string | undefined {
  if (source === '' || contextPath.startsWith(`${source}/`))
    return posix.join(destination, source === '' ? contextPath : contextPath.slice(source.length + 1))
  if (source !== contextPath) return undefined
  return destination.endsWith('/') ? posix.join(destination, posix.basename(source)) : destination
}

function apply(instruction: Instruction, tree: GrowingTree): void {
  const { keyword, argument, stage } = instruction
  const { buildArgs, globalArgs } = stage.dockerfile
  switch (keyword) {
    case 'WORKDIR':
      tree.workdir = posix.resolve(tree.workdir, expandWord(argument, tree.variables))
      return
    case 'USER':
      tree.user = expandWord(argument, tree.variables)
      return
    case 'ARG':
      takeArguments(argument, tree.variables, buildArgs, globalArgs)
      return
    case 'ENV':
      declare(argument, tree.variables)
      return
    case 'COPY':
    case 'ADD': {
      if (fromOf(instruction) !== undefined) {
        copyFromStage(instruction, tree)
        return
      }
      const words = expandedWords(instruction, tree.variables)
      if (words.slice(0, -1).some((word) => !isNoPath(word)))
        tree.patterns.push(toPattern(instruction, words, tree.workdir))
      copy(instruction, words, tree)
    }
  }
}

/** What the context gave another stage, as far as it is below the path that is copied from there. */
function copyFromStage(instruction: Instruction, tree: GrowingTree): void {
  const [from] = sourcesOf(instruction)
  const [source, target, more] = expandedWords(instruction, tree.variables)
  if (from === undefined || source === undefined || target === undefined || more !== undefined) return
  const folder = posix.resolve('/', source)
  const absolute = posix.resolve(tree.workdir, target)
  for (const one of readCopiedTree(from).copies) {
    const inside = posix.relative(folder, one.destination)
    if (inside.startsWith('..')) continue
    const keepsName = one.destination.endsWith('/') ? '/' : ''
    tree.copies.push({
      ...one,
      destination: `${posix.join(absolute, inside)}${keepsName}`,
      line: instruction.firstLine,
    })
  }
}

function toPattern(
  { firstLine, flags }: Instruction,
  words: readonly string[],
  workdir: string,
): CopyPattern {
  const sources = words.slice(0, -1)
  const target = words.at(-1) ?? ''
  const excluded = flags.filter(({ name }) => name === 'exclude').map(({ value }) => toMatcher(value))
  // A variable that nobody knows here may be any folder.
  const matchers = sources.map((source) => toMatcher(source.replace(/\$(?:\w+|\{[^}]*\})/g, '**')))
  const brings = (path: string): boolean =>
    matchers.some((matcher) => matcher.test(path)) && !excluded.some((matcher) => matcher.test(path))
  const keepsFolders = flags.some(({ name }) => name === 'parents')
  const placeOf = (path: string): string | undefined => {
    const source = sources.find((_, index) => matchers[index]?.test(path))
    if (!brings(path) || source === undefined || /\*\*|\$/.test(source) || hasVariables(target))
      return undefined
    const depth = posix.join('/', source).split('/').filter(Boolean).length
    // What matches is taken by its name alone; of a folder that matches, what is in it.
    const inside = keepsFolders ? path : path.split('/').slice(depth).join('/') || posix.basename(path)
    return posix.join(posix.resolve(workdir, target), inside)
  }
  return { line: firstLine, brings, placeOf }
}

/** Takes `NAME=value …`, and ENV's old form `NAME value`. */
function declare(argument: string, variables: Map<string, string>): void {
  const words = splitWords(argument)
  const [first = '', ...rest] = words
  if (!first.includes('=') && rest.length > 0) variables.set(first, expandWord(rest.join(' '), variables))
  for (const word of words) {
    const at = word.indexOf('=')
    if (at > 0) variables.set(word.slice(0, at), expandWord(word.slice(at + 1), variables))
  }
}

function copy(instruction: Instruction, words: string[], tree: GrowingTree): void {
  const target = words.pop()
  if (target === undefined) return
  for (const word of words) {
    // A pattern or an unknown variable brings something, but nobody can say here what.
    if (/[*?[\]]/.test(word) || hasVariables(word) || hasVariables(target) || isNoPath(word)) continue
    const absolute = posix.resolve(tree.workdir, target)
    // A folder that is there takes a file under its own name.
    const keepsName = target.endsWith('/') || absolute === tree.workdir || words.length > 1
    const hasParents = instruction.flags.some(({ name }) => name === 'parents')
    // What stands before a pivot, `a/./b`, is left out.
    const kept = posix.resolve('/', word.split('/./').at(-1) ?? word)
    tree.copies.push({
      source: posix.relative('/', posix.resolve('/', word)),
      destination: hasParents
        ? posix.join(absolute, kept).replace(/(?<=.)\/$/, '')
        : keepsName && absolute !== '/'
          ? `${absolute}/`
          : absolute,
      line: instruction.firstLine,
    })
  }
}

/** Whether what is copied is not of the build context: a URL, or a here-document. */
function isNoPath(word: string): boolean {
  return /^\w+:\/\/|^git@|^\d*<</.test(word)
}

function expandedWords(
  { execForm, argument }: Instruction,
  variables: ReadonlyMap<string, string>,
): string[] {
  if (execForm !== undefined) return execForm.map((word) => expandVariables(word, variables))
  // The bodies of here-documents are below the first line.
  const [line = ''] = argument.split('\n')
  return splitWords(line).map((word) => expandWord(word, variables))
}

/**
 * The file of the build context that the last COPY which can have done it brought to a path in the container, if `exists` knows such a file: a guess
 * is never made. What stands at the folder that a COPY names can only be a folder: a file keeps its name below it.
 */
export function contextPathOf(
  trees: readonly CopiedTree[],
  containerPath: string,
  exists: (contextPath: string, isFolder: boolean) => boolean,
): string | undefined {
  const path = posix.normalize(containerPath)
  for (const { copies } of trees) {
    for (const { source, destination } of [...copies].reverse()) {
      const candidate = sourceOf(source, destination, path)
      const isFolder = destination.endsWith('/') && path === destination.slice(0, -1)
      if (candidate !== undefined && exists(candidate, isFolder)) return candidate
    }
  }
  return undefined
}

function sourceOf(source: string, destination: string, path: string): string | undefined {
  const folder = destination.replace(/\/$/, '')
  if (path === folder) return source === '' ? undefined : source
  if (!path.startsWith(`${folder}/`)) return undefined
  const rest = path.slice(folder.length + 1)
  // A file that was copied below a folder keeps its own name; a folder gives its content.
  if (destination.endsWith('/') && rest === posix.basename(source)) return source
  return source === '' ? rest : `${source}/${rest}`
}
