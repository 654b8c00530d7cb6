import { posix } from 'node:path'
import {
  parse,
  type AndOr,
  type Command,
  type For,
  type Pipeline,
  type Statement,
  type SyntaxNode,
} from 'unbash'
import { toMatcher } from '../dockerfile/dockerignore.ts'
import { expandVariables, hasVariables } from '../dockerfile/variables.ts'
import type { Programs } from '../projects/repository.ts'
import { isHarmless, withoutWrapper } from './command-kind.ts'
import { endOfPart, isCondition, stopsEarly } from './shell-nodes.ts'
import {
  isShell,
  readableShell,
  readShellCall,
  readShellOptions,
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
interface Place extends Pick<ShellCommand, 'isConditional' | 'isRetried'> {
  /** The text that it stands in. */
  text: string
  depth: number
  /** What keeps its exit code from the shell's. */
  hiddenBy: string | undefined
  /** What keeps the shell's from the whole, when the shell ends here. */
  endHiddenBy: string | undefined
  /** `set -e` does not look at it. */
  isAsked: boolean
}

const outside: Omit<Place, 'text'> = {
  depth: 0,
  hiddenBy: undefined,
  endHiddenBy: undefined,
  isAsked: false,
  isConditional: false,
  isRetried: false,
}
const maxDepth = 40
const maxNodes = 100_000

/** Every simple command of a shell text, in the order in which it stands there; of a function where it is called. */
export function shellCommands(script: ShellScript, scriptOf?: Programs['scriptOf']): ShellCommand[] {
  return new ShellReader(script, scriptOf).read(script.text, outside)
}

/** Reads on in one order, without asking which conditions hold. */
class ShellReader {
  readonly #scriptOf: Programs['scriptOf'] | undefined
  readonly #given: ReadonlyMap<string, string>
  readonly #functions = new Map<string, SyntaxNode>()
  #shell: Pick<ShellScript, 'errexit' | 'pipefail'> & {
    folder: string
    variables: Map<string, string>
    /** What ends it with 0 in every case: `trap 'exit 0' EXIT`. */
    trap: string | undefined
  }
  #nodes = 0

  constructor(
    { errexit, pipefail, folder = '', variables }: ShellScript,
    scriptOf: Programs['scriptOf'] | undefined,
  ) {
    this.#scriptOf = scriptOf
    this.#given = variables ?? new Map()
    this.#shell = { errexit, pipefail, folder, variables: new Map(), trap: undefined }
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
    switch (node.type) {
      case 'Script':
      case 'CompoundList':
        return this.#list(node.commands, place)
      case 'AndOr':
        return this.#chain(node, place)
      case 'Pipeline':
        return this.#pipe(node, place)
      case 'Command':
        return this.#command(node, place)
      case 'Redirected':
        return this.#walk(node.command, place)
      case 'BraceGroup':
        return this.#walk(node.body, place)
      case 'Subshell':
        return this.#apart(node.body, place)
      case 'Coproc':
        return this.#apart(node.body, { ...place, hiddenBy: 'coproc' })
      case 'If': {
        const branches = [node, ...node.elif].flatMap(({ clause, then }) => [
          ...this.#walk(clause, { ...place, hiddenBy: 'if', isAsked: true }),
          ...this.#walk(then, inBranch),
        ])
        return node.else === undefined ? branches : [...branches, ...this.#walk(node.else, inBranch)]
      }
      case 'Case': {
        const word = this.#expand(node.word.value)
        const isKnown = !place.isConditional && !hasVariables(word) && substitutionsOf(node.word).length === 0
        const taken = node.items.find(({ pattern }) => pattern.some((one) => toMatcher(one.value).test(word)))
        if (isKnown) return taken === undefined ? [] : this.#walk(taken.body, place)
        return node.items.flatMap(({ body }) => this.#walk(body, inBranch))
      }
      case 'While': {
        const asked = { ...place, hiddenBy: node.kind, isAsked: true, isRetried: true }
        return [...this.#walk(node.clause, asked), ...this.#turn(node.body, inBranch)]
      }
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

  #list(items: readonly Statement[], place: Place): ShellCommand[] {
    return items.flatMap(({ command, background }, index) => {
      const hiddenBy = place.text.slice(command.end, items.at(-1)?.end).trim()
      if (background === true) return this.#apart(command, { ...place, hiddenBy, isAsked: true })
      return this.#walk(command, index === items.length - 1 ? place : { ...place, hiddenBy })
    })
  }

  /** A loop over words; where nobody knows them it is read once. */
  #forEach({ name, wordlist = [], body }: For, place: Place): ShellCommand[] {
    const values = wordlist.flatMap(({ value }) => this.#expand(value).split(/\s+/))
    const isListed = !stopsEarly(body) && values.length <= 50 && !values.some((one) => /^$|[$*?`]/.test(one))
    return (isListed ? values : [`$${name.value}`]).flatMap((value, index, all) => {
      this.#shell.variables.set(name.value, value)
      const isLast = isListed && index === all.length - 1
      return isLast ? this.#walk(body, place) : this.#turn(body, place)
    })
  }

  /** The body of a loop, whose exit code is that of its last turn. */
  #turn(body: SyntaxNode, place: Place): ShellCommand[] {
    return this.#walk(
      body,
      stopsEarly(body) ? { ...place, isRetried: true } : { ...place, hiddenBy: '; done' },
    )
  }

  #chain({ commands, operators }: AndOr, place: Place): ShellCommand[] {
    const textOf = ({ pos, end }: SyntaxNode): string => place.text.slice(pos, end)
    const tried = commands.filter((part) => !isHarmless(/^[\s({]*(\S*)/.exec(textOf(part))?.[1] ?? ''))
    const isRetry = tried.length > 1 && operators.every((operator) => operator === '||')
    const isRetried = place.isRetried || isRetry
    let { isConditional } = place
    return commands.flatMap((part, index) => {
      const or = operators.indexOf('||', index)
      const handler = or < 0 ? undefined : commands[or + 1]
      const end = handler === undefined ? 'same' : endOfPart(handler)
      const hiddenBy =
        end === 'same'
          ? place.hiddenBy
          : end === 'shell'
            ? place.endHiddenBy
            : `|| ${textOf(handler ?? part)}`
      const isAsked = place.isAsked || index < commands.length - 1
      const own = { ...place, isConditional, isRetried, hiddenBy, isAsked }
      isConditional ||= operators[index] === '||' || isCondition(part)
      return this.#walk(part, own)
    })
  }

  #pipe({ prefixes, commands }: Pipeline, outer: Place): ShellCommand[] {
    const isNegated = prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1
    const place = isNegated ? { ...outer, hiddenBy: '!', isAsked: true } : outer
    const [only, ...more] = commands
    if (only !== undefined && more.length === 0) return this.#walk(only, place)
    return commands.flatMap((part, index) => {
      const next = commands[index + 1]
      if (next === undefined || this.#shell.pipefail) return this.#apart(part, place)
      return this.#apart(part, {
        ...place,
        hiddenBy: `| ${place.text.slice(next.pos, next.end)}`,
        isAsked: true,
      })
    })
  }

  /** What runs in a shell of its own. */
  #apart(node: SyntaxNode, place: Place): ShellCommand[] {
    return this.#inOwnShell(place, {}, (within) => this.#walk(node, within))
  }

  #inOwnShell(
    place: Place,
    options: Partial<Pick<ShellScript, 'errexit' | 'pipefail'>>,
    read: (place: Place) => ShellCommand[],
  ): ShellCommand[] {
    const before = this.#shell
    const hiddenBy = this.#hiderOf(place)
    this.#shell = { ...before, ...options, variables: new Map(before.variables) }
    const found = read({ ...place, hiddenBy, endHiddenBy: hiddenBy })
    this.#shell = before
    return found
  }

  #hiderOf({ hiddenBy, endHiddenBy, isAsked }: Place): string | undefined {
    return this.#shell.trap ?? (this.#shell.errexit && !isAsked ? endHiddenBy : hiddenBy)
  }

  #command(node: Command, place: Place): ShellCommand[] {
    const within = substitutionsOf(node).flatMap((inner) =>
      this.#apart(inner, {
        ...place,
        text: inner.source ?? place.text,
        hiddenBy: '$(…)',
        isAsked: true,
      }),
    )
    return [...within, ...this.#simpleCommand(node, place)]
  }

  #simpleCommand(node: Command, place: Place): ShellCommand[] {
    const written = wordsOf(node)
    const all = written.flatMap(({ value, pos }) => {
      const word = this.#expand(value)
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
    if (this.#changeShell(program, rest, node)) return []
    const body = this.#functions.get(program)
    if (body !== undefined) {
      this.#giveArguments(rest)
      return this.#walk(body, place)
    }
    const call = readShellCall(program, rest, input)
    const by = endsWell(all, program)
    const seen = by === undefined ? place : { ...place, hiddenBy: by, isAsked: true }
    if (call === undefined)
      return this.#program(words, place.text.slice(written[0]?.pos, written.at(-1)?.end), seen)
    const options = readShellOptions(call.options)
    return this.#inOwnShell(seen, options, (inner) => this.read(call.text, { ...inner, isAsked: false }))
  }

  /** A program; what a script of the repository, a target of make or a script of package.json runs is looked into. */
  #program(words: string[], written: string, place: Place): ShellCommand[] {
    const [program = '', ...rest] = words
    const [file = '', ...given] = isShell(program) ? rest.filter((word) => !word.startsWith('-')) : words
    const text = this.#fileOf(file) ?? targetScript(words, (path) => this.#fileOf(path))
    const { isConditional, isRetried } = place
    return [
      {
        words: withoutWrapper(words),
        text: expandVariables(written.replace(/\\?\s+/g, ' '), this.#shell.variables),
        folder: this.#shell.folder,
        isConditional,
        isRetried: isRetried || words.includes('--retry-failed-tests'),
        inner: text === undefined ? [] : this.#script(text, given, place),
        hiddenBy: this.#hiderOf(place)?.replace(/\s+/g, ' '),
      },
    ]
  }

  /** Reads a script with the options of its first line, and its arguments. */
  #script(text: string, words: readonly string[], place: Place): ShellCommand[] {
    const options = readShellOptions(/^#!.*/.exec(text)?.[0].split(/\s+/) ?? [])
    return this.#inOwnShell(place, options, (inner) => {
      this.#giveArguments(words)
      return this.read(text, { ...inner, isAsked: false })
    })
  }

  /** The text of a script of the repository. */
  #fileOf(file = ''): string | undefined {
    return this.#scriptOf?.(file.startsWith('/') ? file : posix.join(this.#shell.folder, file))
  }

  #expand(word: string): string {
    const { variables } = this.#shell
    const own = /^\$\{?@\}?$/.test(word) ? (variables.get('@') ?? word) : word
    return expandVariables(expandVariables(own, variables), this.#given)
  }

  #giveArguments(words: readonly string[]): void {
    for (const [index, word] of words.entries()) this.#shell.variables.set(String(index + 1), word)
    this.#shell.variables.set('@', words.join(' '))
  }

  /** Takes `cd`, `set` and assignments; says whether it was one. */
  #changeShell(program: string, words: readonly string[], node: Command): boolean {
    const [first = ''] = words
    switch (program) {
      case 'cd':
      case 'pushd':
        if (!hasVariables(first)) this.#shell.folder = posix.resolve(this.#shell.folder || '/', first)
        return true
      case 'set':
        Object.assign(this.#shell, changedOptions(words))
        return true
      case 'trap':
        if (/\bexit 0;?\s*$/.test(first) && /EXIT|0/.test(words.at(-1) ?? ''))
          this.#shell.trap = `trap '${first}' EXIT`
        return true
      case '':
      case 'export':
      case 'local':
      case 'declare':
      case 'readonly':
        for (const one of [...node.prefix, ...node.args]) {
          if (one.type === 'Assignment' && one.value.type === 'Word')
            this.#shell.variables.set(one.name, this.#expand(one.value.value))
        }
        return true
      default:
        return false
    }
  }
}

/** What `set` turns on or off. */
function changedOptions(words: readonly string[]): Partial<Pick<ShellScript, 'errexit' | 'pipefail'>> {
  const isOff = (_: string, index: number): boolean => /^\+\w*o$/.test(words[index - 1] ?? '')
  const on = readShellOptions(words.filter((word, index) => !isOff(word, index)))
  const off = readShellOptions(
    words
      .map((word) => word.replace(/^\+/, '-'))
      .filter((word, index) => isOff(word, index) || /^\+/.test(words[index] ?? '')),
  )
  return {
    ...((on.errexit || off.errexit) && { errexit: on.errexit }),
    ...((on.pipefail || off.pipefail) && { pipefail: on.pipefail }),
  }
}

/** What ends with 0 whatever the command does that it starts. */
function endsWell(words: readonly string[], program: string): string | undefined {
  if (program === 'script') return words.some((word) => /^-\w*e|^--return$/.test(word)) ? undefined : program
  return program !== 'find' && words.includes('find') && !words.includes('+') ? 'find' : undefined
}
