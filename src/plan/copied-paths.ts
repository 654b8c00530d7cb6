import { posix } from 'node:path'
import type { Dockerfile, Instruction, Stage } from './dockerfile.ts'
import { chainOf } from './stage-graph.ts'
import { expandVariables, hasVariables } from './variables.ts'

/** One `COPY` or `ADD` from the build context: what it takes, and the absolute place in the container. */
export interface CopiedPath {
  /** Relative to the context, without `./`; an empty text is the whole context. */
  source: string
  /** Absolute; ends in `/` when a file keeps its name below it. */
  destination: string
  line: number
}

/** Where a stage stands after its last instruction, and what the context gave it. */
export interface CopiedTree {
  workdir: string
  copies: CopiedPath[]
}

/** Follows `WORKDIR`, `ARG`, `ENV`, `COPY` and `ADD` through the stages that a stage descends from. */
export function readCopiedTree(dockerfile: Dockerfile, stage: Stage): CopiedTree {
  const tree: CopiedTree = { workdir: '/', copies: [] }
  const variables = new Map<string, string>()
  for (const one of chainOf(dockerfile, stage).reverse()) {
    for (const instruction of one.instructions) apply(instruction, tree, variables)
  }
  return tree
}

/** The place in the container of a file of the context (both with `/`), or undefined when no COPY surely brings it. */
export function containerPathOf(tree: CopiedTree, contextPath: string): string | undefined {
  for (const { source, destination } of [...tree.copies].reverse()) {
    if (source === '' || contextPath.startsWith(`${source}/`)) {
      return posix.join(destination, source === '' ? contextPath : contextPath.slice(source.length + 1))
    }
    if (source === contextPath)
      return destination.endsWith('/') ? posix.join(destination, posix.basename(source)) : destination
  }
  return undefined
}

function apply(instruction: Instruction, tree: CopiedTree, variables: Map<string, string>): void {
  const argument = expandVariables(instruction.argument, variables)
  switch (instruction.keyword) {
    case 'WORKDIR':
      tree.workdir = posix.resolve(tree.workdir, unquote(argument))
      return
    case 'ARG':
    case 'ENV':
      for (const [, name = '', value = ''] of argument.matchAll(/(\w+)=("[^"]*"|'[^']*'|\S*)/g)) {
        variables.set(name, unquote(value))
      }
      return
    case 'COPY':
    case 'ADD':
      if (!instruction.flags.some(({ name }) => name === 'from' || name === 'parents'))
        copy(instruction, argument, tree)
  }
}

function copy(instruction: Instruction, argument: string, tree: CopiedTree): void {
  const words = parseWords(argument)
  const target = words.pop()
  if (target === undefined) return
  for (const word of words) {
    // A pattern or an unknown variable brings something, but nobody can say here what.
    if (/[*?[\]]/.test(word) || hasVariables(word) || hasVariables(target) || /^\w+:\/\/|^<</.test(word))
      continue
    const absolute = posix.resolve(tree.workdir, target)
    const keepsName = target.endsWith('/') || target === '.' || words.length > 1
    tree.copies.push({
      source: posix.relative('/', posix.resolve('/', word)),
      destination: keepsName && absolute !== '/' ? `${absolute}/` : absolute,
      line: instruction.firstLine,
    })
  }
}

function parseWords(argument: string): string[] {
  if (argument.startsWith('[')) {
    try {
      const words: unknown = JSON.parse(argument)
      if (Array.isArray(words)) return words.map(String)
    } catch {
      return []
    }
  }
  return argument.split(/\s+/).map(unquote)
}

function unquote(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2')
}
