import { posix } from 'node:path'
import type { AndOr, Command, CompoundList, For, If, Pipeline, Statement, SyntaxNode } from 'unbash'
import { expandVariables } from '../dockerfile/variables.ts'
import type { Programs } from '../projects/repository.ts'
import { endOf, isCondition, isKept, isNegation, passesCode, stopsEarly, textOf } from './shell-ends.ts'
import { ShellState } from './shell-state.ts'
import {
  parseShell,
  readShellOptions,
  substitutionsOf,
  withoutLeaders,
  wordsOf,
  type ShellScript,
} from './shell-text.ts'

/** A simple command of a shell text, with what its place there means for its exit code. */
export interface ShellCommand {
  /** Without quotes, and without what only leads to it (`env`, `timeout`). */
  words: string[]
  /** As written, on one line. */
  text: string
  /** Where it runs. */
  folder: string
  /** What keeps its exit code from the whole, such as `|| true`; undefined where a failure of it is one of the whole. */
  hiddenBy: string | undefined
  /** It may not have been reached, as behind `||` or in a branch. */
  isConditional: boolean
  /** Commands of one number are attempts at the same. */
  retry: number | undefined
  /** Commands of the script of the repository that it is. */
  inner: ShellCommand[] | undefined
}

/** What a command inherits from what it stands in. */
interface Place {
  /** Its exit code is that of the whole. */
  decides: boolean
  /** `set -e` does not look at it. */
  isAsked: boolean
  /** An `exit 1` here fails the whole. */
  exits: boolean
  isConditional: boolean
  retry: number | undefined
  hiddenBy: string
  /** The text that it stands in. */
  text: string
  depth: number
}

const maxDepth = 40
const maxCommands = 1000

/** Every simple command of a shell text, in the order in which it stands there, as far as it can run. */
export function shellCommands(script: ShellScript, scriptOf?: Programs['scriptOf']): ShellCommand[] {
  const walker = new Walker(script, scriptOf)
  walker.run(script.text, {
    ...{ decides: true, isAsked: false, exits: true, isConditional: false, retry: undefined },
    ...{ hiddenBy: '', depth: 0 },
  })
  return walker.found
}

class Walker {
  found: ShellCommand[] = []
  readonly #scriptOf: Programs['scriptOf'] | undefined
  #state: ShellState
  #retries = 0

  constructor(script: ShellScript, scriptOf: Programs['scriptOf'] | undefined) {
    this.#scriptOf = scriptOf
    this.#state = new ShellState(script)
  }

  run(written: string, at: Omit<Place, 'text'>): void {
    const text = written.slice(0, 65_536).replaceAll('\r\n', '\n')
    this.#walk(parseShell(text), { ...at, text })
  }

  #walk(node: SyntaxNode, outer: Place): void {
    if (outer.depth > maxDepth || this.found.length >= maxCommands) return
    const at = { ...outer, depth: outer.depth + 1 }
    switch (node.type) {
      case 'Script':
      case 'CompoundList':
        this.#list(node.commands, outer)
        return
      case 'AndOr':
        this.#chain(node, at)
        return
      case 'Pipeline':
        this.#pipe(node, at)
        return
      case 'Command':
        this.#command(node, at)
        return
      case 'Redirected':
        this.#walk(node.command, at)
        return
      case 'BraceGroup':
        this.#walk(node.body, at)
        return
      case 'Subshell':
        this.#apart(() => {
          this.#walk(node.body, { ...at, exits: this.#isSeen(at) })
        })
        return
      case 'If':
        this.#if(node, at)
        return
      case 'Case':
        for (const { body } of node.items) this.#walk(body, { ...at, isConditional: true })
        return
      case 'For':
      case 'Select':
        this.#for(node, at)
        return
      case 'While':
        this.#while(node.kind, node.clause, node.body, at)
        return
      case 'ArithmeticFor':
        this.#while('for', undefined, node.body, at)
        return
      case 'Function':
        this.#state.functions.set(node.name.value, node.body)
        return
      case 'Coproc':
        this.#walk(node.body, { ...at, ...hidden('coproc'), exits: false })
    }
  }

  /** Runs what changes nothing for those that follow. */
  #apart(run: () => void): void {
    const state = this.#state
    this.#state = state.fork()
    run()
    this.#state = state
  }

  #isSeen({ decides, isAsked }: Place): boolean {
    return this.#state.trap === '' && (decides || (this.#state.errexit && !isAsked))
  }

  #list(items: readonly Statement[], at: Place): void {
    const last = items.findLastIndex(({ background }) => background !== true)
    for (const [index, { command, background }] of items.entries()) {
      const rest = at.text.slice(command.end).trim()
      if (background === true) {
        this.#apart(() => {
          this.#walk(command, { ...at, ...hidden(rest), exits: false })
        })
      } else if (index === last) {
        this.#walk(command, at)
      } else {
        const decides = at.exits && passesCode(rest)
        const usesPipe = decides && /^[^\n]{0,20}PIPESTATUS/.test(rest)
        const { pipefail } = this.#state
        this.#state.pipefail ||= usesPipe
        this.#walk(command, { ...at, decides, hiddenBy: decides ? at.hiddenBy : at.hiddenBy || rest })
        if (usesPipe) this.#state.pipefail = pipefail
      }
    }
  }

  #chain({ commands, operators }: AndOr, at: Place): void {
    const isRetry = operators.every((operator) => operator === '||')
    const retry = at.retry ?? (isRetry ? this.#nextRetry() : undefined)
    let { isConditional } = at
    for (const [index, part] of commands.entries()) {
      this.#walk(part, { ...at, ...this.#afterFailure(commands, operators, index, at), isConditional, retry })
      isConditional ||= operators[index] === '||' || isCondition(part)
    }
  }

  /** What becomes of the whole where one part of a chain fails. */
  #afterFailure(
    parts: readonly SyntaxNode[],
    operators: readonly string[],
    from: number,
    at: Place,
  ): Partial<Place> {
    for (let index = from; index < parts.length; index += 1) {
      const or = operators.indexOf('||', index)
      // `set -e` looks at the last command of a chain only.
      if (or < 0) return from === parts.length - 1 ? {} : { isAsked: true }
      const right = parts[or + 1] as SyntaxNode
      const words = textOf(right, at.text)
      const way = endOf(right)
      if (way === 'exits') return at.exits ? { decides: true } : hidden(at.hiddenBy)
      if (isKept(/^(\w+)=[^0]/.exec(words)?.[1], at.text)) return { decides: at.exits }
      if (way === 'goes-on') return hidden(`|| ${words}`)
      index = or
    }
    return {}
  }

  #pipe({ prefixes, commands }: Pick<Pipeline, 'prefixes' | 'commands'>, at: Place): void {
    const isNegated = prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1
    for (const [index, part] of commands.entries()) {
      const isLast = index === commands.length - 1
      const after = isNegated ? '!' : `| ${textOf(commands[index + 1], at.text)}`
      const isSeen = !isNegated && (isLast || this.#state.pipefail)
      const place = isSeen ? at : { ...at, ...hidden(after) }
      if (commands.length === 1) this.#walk(part, place)
      else
        this.#apart(() => {
          this.#walk(part, { ...place, exits: place.decides })
        })
    }
  }

  #if({ clause, then, elif, else: otherwise }: If, at: Place): void {
    const parts = [{ clause, then }, ...elif]
    for (const part of parts) {
      const isNegated = isNegation(part.clause.commands.at(-1)?.command)
      const failed = isNegated ? part.then : otherwise
      const isSeen = failed !== undefined && endOf(failed) === 'exits' && at.exits
      this.#asked(part.clause, { ...at, ...(isSeen ? { decides: true, isAsked: true } : hidden('if')) })
    }
    for (const body of [...parts.map(({ then: one }) => one), ...(otherwise ? [otherwise] : [])])
      this.#walk(body, { ...at, isConditional: true })
  }

  /** A condition as if it weren't negated: who asks knows. */
  #asked(condition: CompoundList, at: Place): void {
    const last = condition.commands.at(-1)?.command
    if (condition.commands.length !== 1 || last?.type !== 'Pipeline') this.#walk(condition, at)
    else this.#pipe({ prefixes: [], commands: last.commands }, at)
  }

  #for({ name, wordlist = [], body }: Pick<For, 'name' | 'wordlist' | 'body'>, at: Place): void {
    const retry = at.retry ?? (stopsEarly(body) ? this.#nextRetry() : undefined)
    const values = wordlist.flatMap(({ value }) => this.#state.expand(value, true))
    const isListed = values.length > 0 && values.length <= 50 && !values.some((one) => /[$*?`]/.test(one))
    const turns = retry === undefined && isListed ? values : ['']
    for (const [index, value] of turns.entries()) {
      const isLast = index === turns.length - 1 && isListed
      if (value === '') this.#state.variables.delete(name.value)
      else this.#state.variables.set(name.value, value)
      const isSeen = isLast || retry !== undefined || (this.#state.errexit && !at.isAsked)
      this.#walk(body, { ...at, ...(isSeen ? {} : hidden('; done')), retry })
    }
  }

  #while(keyword: string, condition: CompoundList | undefined, body: CompoundList, at: Place): void {
    const retry = at.retry ?? this.#nextRetry()
    if (condition !== undefined) this.#asked(condition, { ...at, ...hidden(keyword), retry })
    const isRetry = stopsEarly(body)
    const isSeen = isRetry || (this.#state.errexit && !at.isAsked)
    this.#walk(body, {
      ...at,
      ...(isSeen ? {} : hidden('; done')),
      retry: isRetry ? retry : at.retry,
      isConditional: true,
    })
  }

  #command(node: Command, at: Place): void {
    for (const inner of substitutionsOf(node))
      this.#apart(() => {
        this.#walk(inner, { ...at, ...hidden('$(…)'), text: inner.source ?? at.text, exits: false })
      })
    const document = node.redirects.find((one) => one.type === 'HereDoc' || one.type === 'HereString')
    const input = document?.type === 'HereDoc' ? document.body.text : document?.target?.value
    const written = wordsOf(node)
    const words = withoutLeaders(
      written.flatMap(({ value }) => this.#state.expand(value, value.startsWith('$'))),
    )
    const [program = '', ...rest] = words
    if (program === '') this.#state.assign(node, at.isConditional)
    // A Dockerfile's own: RUN <<EOF runs the document.
    if (written.length === 0 && input !== undefined) this.run(input, at)
    if (program === '' || this.#state.take(program, rest) || this.#call(program, rest, input, at)) return
    const isFind = program !== 'find' && written.some(({ value }) => value === 'find')
    const hiddenBy = at.hiddenBy || this.#state.trap || (isFind ? 'find' : '')
    const text = at.text.slice(written[0]?.pos, written.at(-1)?.end).replace(/\\?\s+/g, ' ')
    this.found.push({
      words,
      text: expandVariables(text, this.#state.variables),
      folder: this.#state.folder,
      hiddenBy: this.#isSeen(at) && !isFind ? undefined : hiddenBy.replace(/\s+/g, ' '),
      isConditional: at.isConditional,
      retry: at.retry ?? (words.includes('--retry-failed-tests') ? this.#nextRetry() : undefined),
      inner: this.#within(isShell(program) ? rest.filter((word) => !word.startsWith('-')) : words, at),
    })
  }

  /** What a command runs that is a text: a function, `sh -c '…'`, `eval '…'`, `bash <<EOF`. Says whether it is one. */
  #call(program: string, rest: readonly string[], input: string | undefined, at: Place): boolean {
    const body = this.#state.functions.get(program)
    if (body !== undefined) {
      this.#state.giveArguments(rest)
      this.#walk(body, at)
      return true
    }
    if (program === 'eval') {
      this.run(rest.join(' '), at)
      return true
    }
    if (!isShell(program)) return false
    const option = rest.findIndex((word) => /^-(?:\w*c|command)$/i.test(word))
    const given = /(?:pwsh|powershell)$/.test(program) ? rest.slice(option + 1).join(' ') : rest[option + 1]
    const text = option >= 0 ? given : rest.every((word) => word.startsWith('-')) ? input : undefined
    if (text === undefined) return false
    this.#start(text, option < 0 ? rest : rest.slice(0, option + 1), [], at)
    return true
  }

  /** The commands of a script of the repository that is started as a program of its own. */
  #within([file = '', ...words]: readonly string[], at: Place): ShellCommand[] | undefined {
    const text = this.#scriptOf?.(posix.join(this.#state.folder, file))
    if (text === undefined) return undefined
    const before = this.found
    this.found = []
    this.#start(text, /^#!.*/.exec(text)?.[0].split(/\s+/) ?? [], words, at)
    const inner = this.found
    this.found = before
    return inner
  }

  /** Runs a text in a shell of its own, which is started with these options. */
  #start(text: string, options: readonly string[], words: readonly string[], at: Place): void {
    const decides = this.#isSeen(at)
    this.#apart(() => {
      Object.assign(this.#state, readShellOptions(options))
      this.#state.giveArguments(words)
      this.run(text, { ...at, decides, isAsked: false, exits: decides })
    })
  }

  #nextRetry(): number {
    this.#retries += 1
    return this.#retries
  }
}

function hidden(hiddenBy: string): Pick<Place, 'decides' | 'hiddenBy' | 'isAsked'> {
  return { decides: false, hiddenBy, isAsked: true }
}

function isShell(program: string): boolean {
  return /(?:^|\/)(?:(?:ba|a|da|z)?sh|su|runuser|pwsh|powershell)$/.test(program)
}
