import { posix } from 'node:path'
import { parse, type Command, type ParsedScript, type SyntaxNode } from 'unbash'
import { expandVariables } from '../dockerfile/variables.ts'
import type { Programs } from '../projects/repository.ts'
import { withoutWrapper } from './command-kind.ts'
import { answered, calculated, checked, inOwnShell, walk, type Place } from './control-flow.ts'
import { holds, isOpen } from './shell-conditions.ts'
import {
  change,
  expand,
  giveArguments,
  hide,
  meet,
  startOf,
  withStatus,
  withVariables,
  type ShellState,
  type Way,
} from './shell-state.ts'
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
  /** Commands of one number are attempts at the same. */
  retry: number | undefined
  /** Commands of the script of the repository that it is. */
  inner: ShellCommand[]
  /** What keeps its exit code from the whole, such as `|| true`; undefined where a failure of it is one of the whole. */
  hiddenBy: () => string | undefined
}

/** Exit codes of tests that failed: of VSTest, of the Testing Platform, of a process that was aborted. */
const failures = [1, 2, 134]
const maxCommands = 1000
/** What is not known after so many is taken for hidden. */
const maxSteps = 100_000

/** Every simple command of a shell text, in the order in which it stands there, as far as it can run. */
export function shellCommands(script: ShellScript, scriptOf?: Programs['scriptOf']): ShellCommand[] {
  return new ShellRun(script, scriptOf).list()
}

/**
 * Runs a shell text on what is known of its states: once to list its commands, and once more for each that is asked about,
 * which fails then, to see whether the shell can end with 0 all the same.
 */
class ShellRun {
  readonly #begin: ShellScript
  readonly #scriptOf: Programs['scriptOf'] | undefined
  readonly #run: Place['run']
  #failing: { path: string; code: number } | undefined
  #found: ShellCommand[] = []
  readonly #parsed = new Map<string, ReturnType<typeof parseText>>()
  #retries = 0

  constructor(script: ShellScript, scriptOf: Programs['scriptOf'] | undefined) {
    this.#begin = script
    this.#scriptOf = scriptOf
    this.#run = {
      isListing: true,
      given: script.variables ?? new Map(),
      steps: maxSteps,
      command: (node, state, at) => this.#command(node, state, at),
      nextRetry: () => (this.#retries += 1),
    }
  }

  list(): ShellCommand[] {
    this.#start()
    return this.#found
  }

  /** What keeps a failure of the command at a place from the shell's exit status. */
  #hides(path: string): string | undefined {
    this.#run.isListing = false
    for (const code of failures) {
      this.#failing = { path, code }
      const { status, failure } = this.#start()
      if (failure !== undefined && (status === 0 || status === undefined))
        return failure.hiddenBy.replace(/\s+/g, ' ')
    }
    return this.#run.steps < 0 ? '…' : undefined
  }

  #start(): ShellState {
    const state = startOf(this.#begin)
    const at = { path: '', depth: 0, isAsked: false, isConditional: false, retry: undefined, run: this.#run }
    return inOwnShell(state, state, (start, ends) => this.#text(this.#begin.text, start, { ...at, ends }))
  }

  #text(written: string, state: ShellState, at: Omit<Place, 'text'>): Way {
    const { text, script } = this.#parsed.get(written) ?? parseText(written)
    this.#parsed.set(written, { text, script })
    return walk(script, state, { ...at, text })
  }

  #command(node: Command, start: ShellState, outer: Place): Way {
    const at = { ...outer, path: `${outer.path} ${node.pos}` }
    const state = substitutionsOf(node).reduce((now, inner) => {
      const place = { ...at, text: inner.source ?? at.text, path: `${at.path} ${inner.pos}` }
      const after = inOwnShell(now, now, (one, ends) => walk(inner, one, { ...place, ends }))
      return hide(now, after, '$(…)') ?? after
    }, start)
    const written = wordsOf(node)
    const all = written.flatMap(({ value, pos }) => {
      const word = expand(start, at.run.given, value)
      return word !== value && (value === '$@' || at.text.startsWith('$', pos)) ? word.split(/\s+/) : [word]
    })
    const words = withoutLeaders(all)
    const [program = '', ...rest] = words
    const document = node.redirects.find((one) => one.type === 'HereDoc' || one.type === 'HereString')
    const input = document?.type === 'HereDoc' ? document.body.text : document?.target?.value
    // A Dockerfile's own: RUN <<EOF runs the document.
    if (written.length === 0 && input?.startsWith('#!') === true) return this.#script(input, [], state, at)
    if (written.length === 0 && input !== undefined) return this.#text(input, state, at)
    if (program === '')
      return checked(withStatus(assign(node, state, at), state === start ? 0 : state.status), at)
    if (program === 'eval') return this.#text(rest.join(' '), state, at)
    const sourced = /^(?:\.|source)$/.test(program) ? this.#read(state, rest[0]) : undefined
    if (sourced !== undefined) return this.#text(sourced, state, at)
    if (leaves(program)) return at.run.isListing ? state : leave(program, rest, start, at)
    const changed = change(state, program, rest)
    const own = changed ? withStatus(changed, 0) : runBuiltin(program, rest, node, state, at)
    if (own !== undefined) return checked(own, at)
    const body = state.functions.get(program)
    if (body !== undefined) return callFunction(body, rest, state, at)
    const call = readShellCall(program, rest, input)
    const text = at.text.slice(written[0]?.pos, written.at(-1)?.end)
    const after = call
      ? this.#shell(call.text, call.options, [], state, at)
      : this.#program(words, text, state, at)
    const by = endsWell(all, program)
    const ended = by === undefined ? after : withStatus(hide(state, after, by) ?? after, undefined)
    if (all[0] !== 'exec' || at.run.isListing) return checked(ended, at)
    at.ends.exit.push(ended)
    return undefined
  }

  /** Runs a text in a shell of its own, which is started with these options. */
  #shell(
    text: string,
    options: readonly string[],
    words: readonly string[],
    state: ShellState,
    at: Place,
  ): ShellState {
    const start = { ...giveArguments(state, words), ...readShellOptions(options) }
    return inOwnShell(state, start, (one, ends) => this.#text(text, one, { ...at, isAsked: false, ends }))
  }

  /** Runs a script with the options of its first line. */
  #script(text: string, words: readonly string[], state: ShellState, at: Place): ShellState {
    return this.#shell(text, /^#!.*/.exec(text)?.[0].split(/\s+/) ?? [], words, state, at)
  }

  /** The text of a script of the repository. */
  #read({ folder }: ShellState, file = ''): string | undefined {
    return this.#scriptOf?.(posix.join(folder, file))
  }

  /** A program; a script of the repository is looked into. */
  #program(words: string[], written: string, state: ShellState, at: Place): ShellState {
    const listed = this.#found
    this.#found = []
    const [program = '', ...rest] = words
    const [file = '', ...given] = isShell(program) ? rest.filter((word) => !word.startsWith('-')) : words
    const text = this.#read(state, file)
    const unknown = withStatus(state, undefined)
    const within = text === undefined ? unknown : this.#script(text, given, state, at)
    const inner = this.#found
    this.#found = listed
    if (at.run.isListing && this.#found.length < maxCommands)
      this.#found.push({
        words: withoutWrapper(words),
        text: expandVariables(written.replace(/\\?\s+/g, ' '), state.variables),
        folder: state.folder,
        isConditional: at.isConditional,
        retry: at.retry ?? (words.includes('--retry-failed-tests') ? at.run.nextRetry() : undefined),
        inner,
        hiddenBy: () => this.#hides(at.path),
      })
    if (this.#failing?.path !== at.path) return within.failure === state.failure ? unknown : within
    const { code } = this.#failing
    const failed = { ...state, failure: state.failure ?? { hiddenBy: '', isSure: false } }
    return withStatus(withVariables(failed, { LASTEXITCODE: String(code) }), code)
  }
}

/** What ends with 0 whatever the command does that it starts. */
function endsWell(words: readonly string[], program: string): string | undefined {
  if (program === 'script') return words.some((word) => /^-\w*e|^--return$/.test(word)) ? undefined : program
  return program !== 'find' && words.includes('find') && !words.includes('+') ? 'find' : undefined
}

function parseText(written: string): { text: string; script: ParsedScript } {
  const text = readableShell(written)
  return { text, script: parse(text) }
}

/** What the shell itself does; undefined where something is started. */
function runBuiltin(program: string, words: string[], node: Command, state: ShellState, at: Place): Way {
  switch (program) {
    case ':':
    case 'true':
    case 'false':
      return answered(state, program !== 'false')
    case '[':
    case 'test':
      return answered(state, holds(words.filter((word) => word !== ']')))
    case 'let':
      return calculated(words.join(' '), state, at)
    case 'export':
    case 'local':
    case 'declare':
    case 'readonly':
      return withStatus(assign(node, state, at), 0)
    case 'read':
      return withStatus(
        withVariables(state, Object.fromEntries(words.map((name) => [name, `$${name}`]))),
        undefined,
      )
    case 'shift':
      return giveArguments(state, (state.variables.get('@') ?? '').split(' ').slice(1))
    case 'wait': {
      const job = words.find((word) => !word.startsWith('-'))
      // Of a number that nobody knows (`jobs -p`, a list) the job that failed is one.
      const isAny = words.length > 0 && (job === undefined || (isOpen(job) && job !== '$!'))
      return withStatus(state, words.length === 0 ? 0 : readStatus(isAny ? state.variables.get('&') : job))
    }
    default:
      return undefined
  }
}

/** Whether a command leaves the shell, a function or a loop. */
function leaves(program: string): program is keyof Place['ends'] {
  return /^(?:exit|return|break|continue)$/.test(program)
}

function leave(kind: keyof Place['ends'], [code]: readonly string[], state: ShellState, at: Place): Way {
  const isLoop = kind === 'break' || kind === 'continue'
  const status = isLoop ? 0 : code === undefined ? state.status : readStatus(code)
  at.ends[kind].push(withStatus(state, status))
  return undefined
}

function readStatus(code = ''): number | undefined {
  return /^-?\d+$/.test(code) ? Number(code) : undefined
}

function callFunction(body: SyntaxNode, words: readonly string[], state: ShellState, at: Place): Way {
  const left: ShellState[] = []
  const after = walk(body, giveArguments(state, words), { ...at, ends: { ...at.ends, return: left } })
  const back = meet([after, ...left])
  return back && checked(back, at)
}

/** Takes the assignments of a command. */
function assign(node: Command, state: ShellState, { run }: Place): ShellState {
  const all = [...node.prefix, ...node.args].filter((one) => one.type === 'Assignment')
  return all.reduce((now, { name, value, append }) => {
    const before = append === true ? (now.variables.get(name) ?? '') : ''
    const after = value.type === 'Word' ? expand(now, run.given, value.value) : `$${name}`
    return withVariables(now, { [name]: before + after })
  }, state)
}
