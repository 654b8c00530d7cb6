import { posix } from 'node:path'
import type { Command } from 'unbash'
import { expandVariables, hasVariables } from '../dockerfile/variables.ts'

/** What a shell has at a place of its text: its working folder, and the variables that are known. */
export class ShellState {
  readonly #given: ReadonlyMap<string, string>
  folder: string
  readonly variables: Map<string, string>

  /** A shell that was given some variables, and has set others. */
  constructor(
    given: ReadonlyMap<string, string> = new Map(),
    folder = '',
    own: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#given = given
    this.folder = folder
    this.variables = new Map(own)
  }

  /** A shell that begins with the same. */
  copy(): ShellState {
    return new ShellState(this.#given, this.folder, this.variables)
  }

  expand(word: string): string {
    const own = /^\$\{?@\}?$/.test(word) ? (this.variables.get('@') ?? word) : word
    return expandVariables(expandVariables(own, this.variables), this.#given)
  }

  /** A word as far as what the shell was given tells, and nothing in its text has changed. */
  expandGiven(word: string): string {
    return expandVariables(word, new Map([...this.#given].filter(([name]) => !this.variables.has(name))))
  }

  giveArguments(words: readonly string[]): void {
    for (const [index, word] of words.entries()) this.variables.set(String(index + 1), word)
    this.variables.set('@', words.join(' '))
  }

  /** Takes `cd`, `set` and assignments; says whether it was one. */
  take(program: string, [first = '']: readonly string[], { prefix, args }: Command): boolean {
    if (program === 'cd' || program === 'pushd') {
      if (!hasVariables(first)) this.folder = posix.resolve(this.folder || '/', first)
      return true
    }
    if (!/^(?:|set|trap|export|local|declare|readonly)$/.test(program)) return false
    for (const one of [...prefix, ...args])
      if (one.type === 'Assignment' && one.value.type === 'Word')
        this.variables.set(one.name, this.expand(one.value.value))
    return true
  }
}
