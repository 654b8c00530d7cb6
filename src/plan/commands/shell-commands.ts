import { posix } from 'node:path'
import { parse, type AndOr, type Command, type For, type SyntaxNode } from 'unbash'
import { expandVariables } from '../dockerfile/variables.ts'
import type { Programs } from '../projects/repository.ts'
import { isHarmless, isInterpreter, withoutWrapper } from './classify-command.ts'
import { ShellState } from './shell-state.ts'
import { childrenOf, isCondition, stopsEarly, truthOf } from './shell-nodes.ts'
import {
  hiderIn,
  isShell,
  readableShell,
  readShellCall,
  substitutionsOf,
  withoutLeaders,
  wordsOf,
  type ShellScript,
} from './shell-text.ts'
import { targetScript } from './target-scripts.ts'

/** A simple command of a shell text, with what its place there means for its exit code. */
export interface ShellCommand {
  /** Without quotes, and without what only leads to it (`env`, `timeout`). */
  words: string[]
  /** As written, on one line. */
  text: string
  /** Where it runs. */
  folder: string
  /** It may not have been reached, as behind `||` or in a branch. */
  isConditional: boolean
  /** It is one of several attempts at the same, as in `until cmd` and `cmd || cmd`. */
  isRetried: boolean
  /** Commands of the script of the repository that it is. */
  inner: ShellCommand[]
  /** What may keep its exit code from the whole, such as `|| true`; undefined where nothing does. */
  hiddenBy: string | undefined
}

/** Where a node stands. */
interface Place extends Pick<ShellCommand, 'isConditional' | 'isRetried' | 'hiddenBy'> {
  /** The text that it stands in, and the words that started the shell which runs it. */
  text: string
  options: string
  depth: number
}

const outside = { depth: 0, hiddenBy: undefined, isConditional: false, isRetried: false }
const maxDepth = 40
const maxNodes = 100_000

/** Every simple command of a shell text, in the order in which it stands there; of a function where it is called. */
export function shellCommands(script: ShellScript, scriptOf?: Programs['scriptOf']): ShellCommand[] {
  return new ShellReader(script, scriptOf).read(script.text, { ...outside, options: script.options ?? '' })
}

/** Reads on in one order, without asking which conditions hold. */
class ShellReader {
  readonly #scriptOf: Programs['scriptOf'] | undefined
  readonly #functions = new Map<string, SyntaxNode>()
  #shell: ShellState
  #nodes = 0

  constructor({ folder, variables }: ShellScript, scriptOf: Programs['scriptOf'] | undefined) {
    this.#scriptOf = scriptOf
    this.#shell = new ShellState(variables, folder)
  }

  read(written: string, place: Omit<Place, 'text'>): ShellCommand[] {
    const text = readableShell(written)
    return this.#walk(parse(text), { ...place, text })
  }

  #walk(node: SyntaxNode, outer: Place): ShellCommand[] {
    this.#nodes += 1
    if (outer.depth > maxDepth || this.#nodes > maxNodes) return []
    const place = { ...outer, depth: outer.depth + 1 }
    const inBranch = { ...place, isConditional: true }
    const children = (placeOf: (child: SyntaxNode) => Place = () => place): ShellCommand[] =>
      childrenOf(node).flatMap((child) => this.#walk(child, placeOf(child)))
    switch (node.type) {
      case 'Script':
      case 'CompoundList':
      case 'Redirected':
      case 'BraceGroup':
        return children()
      case 'Statement':
        return node.background === true ? this.#inOwnShell(children) : children()
      case 'Subshell':
      case 'Coproc':
        return this.#inOwnShell(children)
      case 'Pipeline':
        return node.commands.length === 1
          ? children()
          : node.commands.flatMap((part) => this.#inOwnShell(() => this.#walk(part, place)))
      case 'AndOr':
        return this.#chain(node, place)
      case 'Command':
        return this.#command(node, place)
      case 'If':
      case 'Elif': {
        const holds = this.#truthOf(node.clause, place)
        if (holds === true) return [node.clause, node.then].flatMap((child) => this.#walk(child, place))
        return childrenOf(node)
          .filter((child) => holds === undefined || child !== node.then)
          .flatMap((child) => this.#walk(child, child === node.clause ? place : inBranch))
      }
      case 'Case':
      case 'CaseItem':
        return children(() => inBranch)
      case 'While':
        return [...this.#walk(node.clause, { ...place, isRetried: true }), ...this.#turn(node.body, inBranch)]
      case 'For':
        return this.#forEach(node, place)
      case 'Select':
      case 'ArithmeticFor':
        return this.#turn(node.body, place)
      case 'Function':
        this.#functions.set(node.name.value, node.body)
        return []
      default:
        return []
    }
  }

  /** A loop over words; where nobody knows them it is read once. */
  #forEach({ name, wordlist = [], body }: For, place: Place): ShellCommand[] {
    const values = wordlist.flatMap(({ value }) => this.#shell.expand(value).split(/\s+/))
    const isListed = !stopsEarly(body) && values.length <= 50 && !values.some((one) => /^$|[$*?`]/.test(one))
    return (isListed ? values : [`$${name.value}`]).flatMap((value) => {
      this.#shell.variables.set(name.value, value)
      return this.#turn(body, place)
    })
  }

  /** The body of a loop, which may try the same until it goes well. */
  #turn(body: SyntaxNode, place: Place): ShellCommand[] {
    return this.#walk(body, stopsEarly(body) ? { ...place, isRetried: true } : place)
  }

  #truthOf({ pos, end }: SyntaxNode, { text }: Place): boolean | undefined {
    return truthOf(text.slice(pos, end), (word) => this.#shell.expandGiven(word))
  }

  #chain({ commands, operators }: AndOr, place: Place): ShellCommand[] {
    let { isConditional } = place
    let holds: boolean | undefined
    const parts = commands.map((part, index) => {
      if (holds === (operators[index - 1] === '||')) return []
      const found = this.#walk(part, { ...place, isConditional })
      holds = this.#truthOf(part, place)
      isConditional ||= operators[index] === '||' || (holds === undefined && isCondition(part))
      return found
    })
    const tried = parts.filter((part) => part.some(mayTest))
    const isRetry = tried.length > 1 && operators.every((operator) => operator === '||')
    return parts.flatMap((part) => (isRetry ? part.map(asAttempt) : part))
  }

  /** What runs in a shell of its own. */
  #inOwnShell(read: () => ShellCommand[]): ShellCommand[] {
    const before = this.#shell
    this.#shell = before.copy()
    const found = read()
    this.#shell = before
    return found
  }

  #command(node: Command, place: Place): ShellCommand[] {
    const within = substitutionsOf(node).flatMap((inner) => {
      const text = inner.source ?? place.text
      return this.#inOwnShell(() => this.#walk(inner, { ...place, text, hiddenBy: '$(…)' }))
    })
    return [...within, ...this.#simpleCommand(node, place)]
  }

  #simpleCommand(node: Command, place: Place): ShellCommand[] {
    const written = wordsOf(node)
    const all = written.flatMap(({ value, pos }) => {
      const word = this.#shell.expand(value)
      const isSplit = word !== value && (value === '$@' || place.text.startsWith('$', pos))
      return isSplit ? word.split(/\s+/) : [word]
    })
    const words = withoutLeaders(all)
    const [program = '', ...rest] = words
    const document = node.redirects.find((one) => one.type === 'HereDoc' || one.type === 'HereString')
    const input = document?.type === 'HereDoc' ? document.body.text : document?.target?.value
    // A Dockerfile's own: RUN <<EOF runs the document.
    if (written.length === 0 && input !== undefined)
      return input.startsWith('#!') ? this.#script(input, [], place) : this.read(input, place)
    if (program === 'eval') return this.read(rest.join(' '), place)
    const sourced = /^(?:\.|source)$/.test(program) ? this.#fileOf(rest[0]) : undefined
    if (sourced !== undefined) return this.read(sourced, place)
    if (this.#shell.take(program, rest, node)) return []
    const body = this.#functions.get(program)
    if (body !== undefined) {
      this.#shell.giveArguments(rest)
      return this.#walk(body, place)
    }
    const span = [written[0]?.pos ?? 0, written.at(-1)?.end ?? 0] as const
    const hiddenBy = hiderIn(place.text, span, place.options) ?? place.hiddenBy
    const call = readShellCall(program, rest, input)
    if (call === undefined) return this.#program(words, place.text.slice(...span), { ...place, hiddenBy })
    return this.#inOwnShell(() =>
      this.read(call.text, { ...place, hiddenBy, options: call.options.join(' ') }),
    )
  }

  /** A program; what a script of the repository, a target of make or a script of package.json runs is looked into. */
  #program(words: string[], written: string, place: Place): ShellCommand[] {
    const [program = '', ...rest] = words
    const [file = '', ...given] = isShell(program) ? rest.filter((word) => !word.startsWith('-')) : words
    const text = isInterpreter(program)
      ? undefined
      : (this.#fileOf(file) ?? targetScript(words, (path) => this.#fileOf(path)))
    const { isConditional, isRetried, hiddenBy } = place
    return [
      {
        words: withoutWrapper(words),
        text: expandVariables(written.replace(/\\?\s+/g, ' '), this.#shell.variables),
        folder: this.#shell.folder,
        isConditional,
        isRetried: isRetried || words.includes('--retry-failed-tests'),
        inner: text === undefined ? [] : this.#script(text, given, place),
        hiddenBy,
      },
    ]
  }

  /** Reads a script with the options of its first line, and its arguments. */
  #script(text: string, words: readonly string[], place: Place): ShellCommand[] {
    const [options = ''] = /^#!.*/.exec(text) ?? []
    return this.#inOwnShell(() => {
      this.#shell.giveArguments(words)
      return this.read(text, { ...place, options })
    })
  }

  /** The text of a script of the repository. */
  #fileOf(file = ''): string | undefined {
    return this.#scriptOf?.(file.startsWith('/') ? file : posix.join(this.#shell.folder, file))
  }
}

/** Whether a command may be one that tests. */
function mayTest({ words: [program = ''], inner }: ShellCommand): boolean {
  return inner.length > 0 || !isHarmless(program)
}

function asAttempt(command: ShellCommand): ShellCommand {
  return { ...command, isRetried: true, inner: command.inner.map(asAttempt) }
}
