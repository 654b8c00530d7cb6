import { posix } from 'node:path'
import type { AndOr, Command, CompoundList, For, If, Pipeline, Statement, SyntaxNode } from 'unbash'
import { expandVariables } from '../dockerfile/variables.ts'
import type { Programs } from '../projects/repository.ts'
import { isHarmless, withoutWrapper } from './command-kind.ts'
import {
  afterFailure,
  endOf,
  hidden,
  isCondition,
  isNegation,
  passesCode,
  stopsEarly,
  textOf,
  type Place,
} from './shell-place.ts'
import { ShellState } from './shell-state.ts'
import {
  parseShell,
  isShell,
  readShellCall,
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

const maxDepth = 40
const maxCommands = 1000

/** Every simple command of a shell text, in the order in which it stands there, as far as it can run. */
export function shellCommands(script: ShellScript, scriptOf?: Programs['scriptOf']): ShellCommand[] {
  const top = { failed: undefined, exited: undefined, isAsked: false, isConditional: false, retry: undefined }
  return new Walker(script, scriptOf).run(script.text, { ...top, depth: 0 })
}

class Walker {
  readonly #scriptOf: Programs['scriptOf'] | undefined
  #state: ShellState
  #retries = 0
  #found = 0

  constructor(script: ShellScript, scriptOf: Programs['scriptOf'] | undefined) {
    this.#scriptOf = scriptOf
    this.#state = new ShellState(script)
  }

  run(written: string, at: Omit<Place, 'text'>): ShellCommand[] {
    const text = written.slice(0, 65_536).replaceAll('\r\n', '\n')
    return this.#walk(parseShell(text), { ...at, text })
  }

  #walk(node: SyntaxNode, outer: Place): ShellCommand[] {
    if (outer.depth > maxDepth || this.#found >= maxCommands) return []
    const at = { ...outer, depth: outer.depth + 1 }
    switch (node.type) {
      case 'Script':
      case 'CompoundList':
        return this.#list(node.commands, outer)
      case 'AndOr':
        return this.#chain(node, at)
      case 'Pipeline':
        return this.#pipe(node, at)
      case 'Command':
        return this.#command(node, at)
      case 'Redirected':
        return this.#walk(node.command, at)
      case 'BraceGroup':
        return this.#walk(node.body, at)
      case 'Subshell':
        return this.#apart(() => this.#walk(node.body, { ...at, exited: this.#hides(at) }))
      case 'If':
        return this.#if(node, at)
      case 'Case':
        return node.items.flatMap(({ body }) => this.#walk(body, { ...at, isConditional: true }))
      case 'For':
      case 'Select':
        return this.#for(node, at)
      case 'While':
        return this.#while(node.kind, node.clause, node.body, at)
      case 'ArithmeticFor':
        return this.#while('for', undefined, node.body, at)
      case 'Function':
        this.#state.functions.set(node.name.value, node.body)
        return []
      case 'Coproc':
        return this.#walk(node.body, hidden(at, 'coproc', 'coproc'))
      default:
        return []
    }
  }

  /** Runs what changes nothing for those that follow. */
  #apart(run: () => ShellCommand[]): ShellCommand[] {
    const state = this.#state
    this.#state = state.fork()
    const found = run()
    this.#state = state
    return found
  }

  /** What hides a failure of what stands in a place. */
  #hides({ failed, exited, isAsked }: Place): string | undefined {
    return this.#state.trap ?? (this.#state.errexit && !isAsked ? exited : failed)
  }

  #list(items: readonly Statement[], at: Place): ShellCommand[] {
    const last = items.findLastIndex(({ background }) => background !== true)
    return items.flatMap(({ command, background }, index) => {
      const rest = at.text.slice(command.end).trim()
      if (background === true) return this.#apart(() => this.#walk(command, hidden(at, rest, rest)))
      if (index === last) return this.#walk(command, at)
      const passes = passesCode(rest)
      const { pipefail } = this.#state
      this.#state.pipefail ||= passes && /^[^\n]{0,20}PIPESTATUS/.test(rest)
      const found = this.#walk(command, { ...at, failed: passes ? at.exited : (at.failed ?? rest) })
      if (command.type === 'Pipeline') this.#state.pipefail = pipefail
      return found
    })
  }

  #chain({ commands, operators }: AndOr, at: Place): ShellCommand[] {
    const tried = commands.filter((part) => !isHarmless(textOf(part, at.text).split(' ', 1)[0] ?? ''))
    const isRetry = tried.length > 1 && operators.every((operator) => operator === '||')
    const retry = at.retry ?? (isRetry ? this.#nextRetry() : undefined)
    let { isConditional } = at
    return commands.flatMap((part, index) => {
      const place = { ...afterFailure(commands, operators, index, at), isConditional, retry }
      isConditional ||= operators[index] === '||' || isCondition(part)
      return this.#walk(part, place)
    })
  }

  #pipe({ prefixes, commands }: Pick<Pipeline, 'prefixes' | 'commands'>, at: Place): ShellCommand[] {
    const isNegated = prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1
    return commands.flatMap((part, index) => {
      const isLast = index === commands.length - 1
      const after = isNegated ? '!' : `| ${textOf(commands[index + 1], at.text)}`
      const place = !isNegated && (isLast || this.#state.pipefail) ? at : hidden(at, after)
      if (commands.length === 1) return this.#walk(part, place)
      return this.#apart(() => this.#walk(part, { ...place, exited: this.#hides(place) }))
    })
  }

  #if({ clause, then, elif, else: otherwise }: If, at: Place): ShellCommand[] {
    const parts = [{ clause, then }, ...elif]
    const asked = parts.flatMap((part) => {
      const failed = isNegation(part.clause.commands.at(-1)?.command) ? part.then : otherwise
      const isSeen = failed !== undefined && endOf(failed) === 'exits'
      return this.#asked(part.clause, hidden(at, isSeen ? at.exited : 'if'))
    })
    const bodies = [...parts.map((part) => part.then), ...(otherwise ? [otherwise] : [])]
    return [...asked, ...bodies.flatMap((body) => this.#walk(body, { ...at, isConditional: true }))]
  }

  /** A condition as if it weren't negated: who asks knows. */
  #asked(condition: CompoundList, at: Place): ShellCommand[] {
    const last = condition.commands.at(-1)?.command
    if (condition.commands.length !== 1 || last?.type !== 'Pipeline') return this.#walk(condition, at)
    return this.#pipe({ prefixes: [], commands: last.commands }, at)
  }

  #for({ name, wordlist = [], body }: Pick<For, 'name' | 'wordlist' | 'body'>, at: Place): ShellCommand[] {
    const retry = at.retry ?? (stopsEarly(body) ? this.#nextRetry() : undefined)
    const values = wordlist.flatMap(({ value }) => this.#state.expand(value, true))
    const isListed = values.length > 0 && values.length <= 50 && !values.some((one) => /[$*?`]/.test(one))
    const turns = retry === undefined && isListed ? values : ['']
    return turns.flatMap((value, index) => {
      const isLast = index === turns.length - 1 && isListed
      this.#state.variables.delete(name.value)
      if (value !== '') this.#state.variables.set(name.value, value)
      return this.#walk(body, { ...this.#turn(at, isLast || retry !== undefined), retry })
    })
  }

  #while(
    keyword: string,
    condition: CompoundList | undefined,
    body: CompoundList,
    at: Place,
  ): ShellCommand[] {
    const retry = at.retry ?? this.#nextRetry()
    const asked = condition && this.#asked(condition, { ...hidden(at, keyword), retry })
    const isRetry = stopsEarly(body)
    const turn = { ...this.#turn(at, isRetry), retry: isRetry ? retry : at.retry, isConditional: true }
    return [...(asked ?? []), ...this.#walk(body, turn)]
  }

  /** A turn of a loop; all but the last one are hidden by the next. */
  #turn(at: Place, isLast: boolean): Place {
    return isLast || (this.#state.errexit && !at.isAsked) ? at : hidden(at, '; done')
  }

  #command(node: Command, at: Place): ShellCommand[] {
    const found = substitutionsOf(node).flatMap((inner) =>
      this.#apart(() => this.#walk(inner, { ...hidden(at, '$(…)', '$(…)'), text: inner.source ?? at.text })),
    )
    const document = node.redirects.find((one) => one.type === 'HereDoc' || one.type === 'HereString')
    const input = document?.type === 'HereDoc' ? document.body.text : document?.target?.value
    const written = wordsOf(node)
    const words = withoutLeaders(
      written.flatMap(({ value }) => this.#state.expand(value, value.startsWith('$'))),
    )
    const [program = '', ...rest] = words
    if (program === '') {
      this.#state.assign(node, at.isConditional)
      // A Dockerfile's own: RUN <<EOF runs the document.
      return written.length > 0 || input === undefined ? found : this.run(input, at)
    }
    if (this.#state.take(program, rest)) return found
    const called = this.#call(program, rest, input, at)
    if (called !== undefined) return [...found, ...called]
    this.#found += 1
    const isFind = program !== 'find' && written.some(({ value }) => value === 'find')
    const hiddenBy = this.#hides(at) ?? (isFind ? 'find' : undefined)
    const text = at.text.slice(written[0]?.pos, written.at(-1)?.end).replace(/\\?\s+/g, ' ')
    const command: ShellCommand = {
      words: withoutWrapper(words),
      text: expandVariables(text, this.#state.variables),
      folder: this.#state.folder,
      hiddenBy: hiddenBy?.replace(/\s+/g, ' '),
      isConditional: at.isConditional,
      retry: at.retry ?? (words.includes('--retry-failed-tests') ? this.#nextRetry() : undefined),
      inner: this.#within(isShell(program) ? rest.filter((word) => !word.startsWith('-')) : words, at),
    }
    return [...found, command]
  }

  /** The commands of a text that a command runs: a function, `sh -c '…'`, `eval '…'`, `bash <<EOF`. */
  #call(program: string, rest: string[], input: string | undefined, at: Place): ShellCommand[] | undefined {
    const body = this.#state.functions.get(program)
    if (body !== undefined) {
      this.#state.giveArguments(rest)
      return this.#walk(body, at)
    }
    if (program === 'eval') return this.run(rest.join(' '), at)
    const script = readShellCall(program, rest, input)
    return script && this.#start(script.text, script.options, [], at)
  }

  /** The commands of a script of the repository that is started as a program of its own. */
  #within([file = '', ...words]: readonly string[], at: Place): ShellCommand[] | undefined {
    const text = this.#scriptOf?.(posix.join(this.#state.folder, file))
    if (text === undefined) return undefined
    return this.#start(text, /^#!.*/.exec(text)?.[0].split(/\s+/) ?? [], words, at)
  }

  /** Runs a text in a shell of its own, which is started with these options. */
  #start(text: string, options: readonly string[], words: readonly string[], at: Place): ShellCommand[] {
    const fate = this.#hides(at)
    return this.#apart(() => {
      Object.assign(this.#state, readShellOptions(options), { trap: undefined })
      this.#state.giveArguments(words)
      return this.run(text, { ...at, failed: fate, exited: fate, isAsked: false })
    })
  }

  #nextRetry(): number {
    this.#retries += 1
    return this.#retries
  }
}
