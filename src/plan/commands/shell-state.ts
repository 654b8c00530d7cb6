import { posix } from 'node:path'
import type { Command, Function as ShellFunction } from 'unbash'
import { expandVariables, hasVariables } from '../dockerfile/variables.ts'
import { readShellOptions, type ShellScript } from './shell-text.ts'

/** What commands change for those that follow them in a shell. */
export class ShellState {
  errexit: boolean
  pipefail: boolean
  /** What a trap makes of every exit code. */
  trap: string | undefined
  folder: string
  /** Those that the shell itself sets. */
  variables = new Map<string, string>()
  functions = new Map<string, ShellFunction['body']>()
  readonly #given: ReadonlyMap<string, string>

  constructor({ errexit, pipefail, folder = '', variables }: Omit<ShellScript, 'text'>) {
    this.errexit = errexit
    this.pipefail = pipefail
    this.folder = folder
    this.#given = variables ?? new Map()
  }

  /** The same for a shell that begins here and changes nothing in this one. */
  fork(): ShellState {
    const { errexit, pipefail, folder } = this
    const fork = new ShellState({ errexit, pipefail, folder, variables: this.#given })
    fork.trap = this.trap
    fork.variables = new Map(this.variables)
    fork.functions = new Map(this.functions)
    return fork
  }

  /** Takes the assignments of a command that is nothing else. */
  assign({ prefix }: Command, isConditional: boolean): void {
    for (const one of prefix) {
      if (one.type !== 'Assignment') continue
      const value = one.value.type === 'Word' && !isConditional ? one.value.value : undefined
      if (value === undefined) this.variables.delete(one.name)
      else this.variables.set(one.name, this.expand(value).join(' '))
    }
  }

  /** Gives words to `$1` and so on. */
  giveArguments(words: readonly string[]): void {
    for (const [index, word] of words.entries()) this.variables.set(String(index + 1), word)
  }

  /** What `set`, `cd` and `trap` change. Says whether it is one of them. */
  take(program: string, rest: readonly string[]): boolean {
    const [first = ''] = rest
    if (program === 'cd' || program === 'pushd') {
      if (!hasVariables(first)) this.folder = posix.resolve(this.folder || '/', first)
    } else if (program === 'set') {
      const isOff = (_: string, index: number): boolean => /^\+\w*o$/.test(rest[index - 1] ?? '')
      const on = readShellOptions(rest.filter((word, index) => !isOff(word, index)))
      const off = readShellOptions(rest.map((word) => word.replace(/^\+/, '-')).filter(isOff))
      const endsErrexit = off.errexit || rest.some((word) => /^\+\w*e/.test(word))
      this.errexit = on.errexit || (this.errexit && !endsErrexit)
      this.pipefail = on.pipefail || (this.pipefail && !off.pipefail)
    } else if (program === 'trap') {
      const isGreen = /\bexit 0;?\s*$/.test(first) && rest.some((word) => /^(?:EXIT|0)$/.test(word))
      if (isGreen) this.trap = `trap '${first}' EXIT`
      if (/\bexit\b/.test(first) && rest.includes('ERR')) this.errexit = true
    } else return false
    return true
  }

  /** A word with what is known of its variables, as several where it is a variable that is split. */
  expand(word: string, isSplit = false): string[] {
    const text = expandVariables(expandVariables(word, this.variables), this.#given)
    return isSplit && text !== word ? text.split(/\s+/) : [text]
  }
}
