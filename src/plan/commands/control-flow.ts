import type { AndOr, Command, CompoundList, For, If, Pipeline, Statement, SyntaxNode } from 'unbash'
import { isHarmless } from './command-kind.ts'
import { calculate, holds } from './shell-conditions.ts'
import { expand, hide, meet, withStatus, withVariables, type ShellState, type Way } from './shell-state.ts'

/** What a text is run for, by whoever knows its commands. */
export interface Run {
  /** It lists all commands: conditions may hold or not, and nothing ends the shell. Else one command fails. */
  isListing: boolean
  /** What is known of variables that the shell doesn't set. */
  given: ReadonlyMap<string, string>
  command: (node: Command, state: ShellState, at: Place) => Way
  /** A number that the attempts at one thing have in common. */
  nextRetry: () => number
  /** How many nodes may still be visited. */
  steps: number
}

/** Where a node stands. */
export interface Place {
  run: Run
  /** The text that it stands in. */
  text: string
  /** The calls and turns of loops that lead to it. */
  path: string
  depth: number
  /** `set -e` does not look at it. */
  isAsked: boolean
  isConditional: boolean
  retry: number | undefined
  /** The states in which the shell, a function, a loop or its turn is left. */
  ends: Record<'exit' | 'return' | 'break' | 'continue', ShellState[]>
}

const maxDepth = 40

/** Runs a part of a shell text on what is known before it, and gives what is known behind it, if anything comes to that. */
export function walk(node: SyntaxNode, state: Way, outer: Place): Way {
  if (state === undefined) return undefined
  outer.run.steps -= 1
  if (outer.depth > maxDepth || outer.run.steps < 0) return withStatus(state, undefined)
  const at = { ...outer, depth: outer.depth + 1 }
  switch (node.type) {
    case 'Script':
    case 'CompoundList':
      return list(node.commands, state, at)
    case 'AndOr':
      return chain(node, state, at)
    case 'Pipeline':
      return pipe(node, state, at)
    case 'Command':
      return at.run.command(node, state, at)
    case 'Redirected':
      return walk(node.command, state, at)
    case 'BraceGroup':
      return walk(node.body, state, at)
    case 'Subshell':
      return checked(apart(node.body, state, at), at)
    case 'If':
      return branch(node, state, at)
    case 'Case': {
      const ways = node.items.map(({ body }) => walk(body, state, { ...at, isConditional: true }))
      return meet([withStatus(state, 0), ...ways])
    }
    case 'For':
    case 'Select':
      return forEach(node, state, at)
    case 'While':
      return repeat(node, state, at)
    case 'ArithmeticFor':
      return repeat({ body: node.body }, state, at)
    case 'Function':
      return { ...state, functions: new Map([...state.functions, [node.name.value, node.body]]) }
    case 'Coproc':
      return startJob(node.body, state, 'coproc', at)
    case 'TestCommand': {
      const words = at.text.slice(node.pos, node.end).split(/\s+/).slice(1, -1)
      const bare = words.map((word) => word.replace(/^(["'])(.*)\1$/, '$2'))
      return checked(answered(state, holds(bare.map((word) => expand(state, at.run.given, word)))), at)
    }
    case 'ArithmeticCommand':
      return checked(calculated(node.body, state, at), at)
    default:
      return state
  }
}

/** The state behind a question. */
export function answered(state: ShellState, answer: boolean | undefined): ShellState {
  return withStatus(state, answer === undefined ? undefined : Number(!answer))
}

/** The state behind `(( … ))`. */
export function calculated(text: string, state: ShellState, { run }: Place): ShellState {
  const { name, value } = calculate(expand(state, run.given, text), state.variables)
  const after = name === undefined ? state : withVariables(state, { [name]: String(value ?? `$${name}`) })
  return answered(after, value === undefined ? undefined : value !== 0)
}

/** What a status that isn't 0 leads to with `set -e`. */
export function checked(state: ShellState, { run, isAsked, ends }: Place): Way {
  if (run.isListing || !state.errexit || isAsked) return state
  if (state.status === 0 || state.status === undefined) return { ...state, status: 0 }
  ends.exit.push(state)
  return undefined
}

/** Runs what changes nothing in this shell but its exit status. */
function apart(node: SyntaxNode, state: ShellState, at: Place): ShellState {
  return inOwnShell(state, state, (start, ends) => walk(node, start, { ...at, ends }))
}

/** The state behind something that runs in a shell of its own. */
export function inOwnShell(
  state: ShellState,
  start: ShellState,
  run: (start: ShellState, ends: Place['ends']) => Way,
): ShellState {
  const left: ShellState[] = []
  const last = run({ ...start, trap: undefined }, { exit: left, return: left, break: left, continue: left })
  const end = meet([last, ...left].map(trapped))
  return { ...withStatus(state, end?.status), failure: state.failure ?? end?.failure }
}

/** How a shell ends after its trap. */
function trapped(end: Way): Way {
  if (end?.trap === undefined || end.status === 0) return end
  return { ...end, status: 0, failure: end.failure && { hiddenBy: end.trap, isSure: true } }
}

/** A state where its status lets what needs 0, or another one, go on. */
function when(state: Way, isZero: boolean, { run }: Place): Way {
  if (state === undefined) return undefined
  const { status } = state
  if (!run.isListing && status !== undefined && (status === 0) !== isZero) return undefined
  return withStatus(state, isZero ? 0 : status || 1)
}

function list(items: readonly Statement[], start: ShellState, at: Place): Way {
  const before = items.length === 0 ? withStatus(start, 0) : start
  return items.reduce<Way>((state, { command, background }, index) => {
    const rest = at.text.slice(command.end).trim()
    if (background === true) return state && startJob(command, state, rest, at)
    const after = walk(command, state, at)
    return state && index < items.length - 1 ? hide(state, after, rest, false) : after
  }, before)
}

/** Starts a job; its number is known as what it ends with. */
function startJob(node: SyntaxNode, state: ShellState, by: string, at: Place): ShellState {
  const after = hide(state, apart(node, state, at), by) ?? state
  const status = String(after.status ?? '$!')
  const isFailed = state.failure === undefined && after.failure !== undefined
  return withStatus(withVariables(after, { '!': status, ...(isFailed && { '&': status }) }), 0)
}

function chain({ commands, operators }: AndOr, start: ShellState, at: Place): Way {
  const textOf = ({ pos, end }: SyntaxNode): string => at.text.slice(pos, end)
  const tried = commands.filter((part) => !isHarmless(/^[\s({]*(\S*)/.exec(textOf(part))?.[1] ?? ''))
  const isRetry = tried.length > 1 && operators.every((operator) => operator === '||')
  const retry = at.retry ?? (isRetry ? at.run.nextRetry() : undefined)
  let { isConditional } = at
  return commands.reduce<Way>((before, part, index) => {
    const place = { ...at, isConditional, isAsked: at.isAsked || index < commands.length - 1, retry }
    isConditional ||= operators[index] === '||' || isCondition(part)
    if (index === 0) return walk(part, before, place)
    const isOr = operators[index - 1] === '||'
    const reached = when(before, !isOr, at)
    const hidden = isOr ? hide(start, reached, `|| ${textOf(part)}`) : reached
    return meet([when(before, isOr, at), walk(part, hidden, place)])
  }, start)
}

function pipe({ prefixes, commands }: Pipeline, start: ShellState, at: Place): Way {
  const isNegated = prefixes.filter(({ type }) => type === 'Negation').length % 2 === 1
  const place = { ...at, isAsked: at.isAsked || isNegated }
  const [only, ...more] = commands
  if (more.length > 0)
    return checked(negated(start, parts(commands, start, place), isNegated) ?? start, place)
  return only && negated(start, walk(only, start, place), isNegated)
}

function negated(start: ShellState, after: Way, isNegated: boolean): Way {
  if (!isNegated || after === undefined) return after
  return answered(
    hide(start, after, '!') ?? after,
    after.status === undefined ? undefined : after.status !== 0,
  )
}

function parts(commands: Pipeline['commands'], start: ShellState, at: Place): ShellState {
  const statuses: (number | undefined)[] = []
  const after = commands.reduce((state, part, index) => {
    const next = commands[index + 1]
    const ended = apart(part, state, at)
    statuses.push(ended.status)
    if (next === undefined || start.pipefail) return ended
    return hide(state, ended, `| ${at.text.slice(next.pos, next.end)}`) ?? ended
  }, start)
  const failed = statuses.findLast((status) => status !== 0 && status !== undefined)
  const whole = failed ?? (statuses.includes(undefined) ? undefined : 0)
  return { ...after, status: start.pipefail ? whole : statuses.at(-1), statuses }
}

function branch(
  { clause, then, elif, else: otherwise }: Pick<If, 'clause' | 'then' | 'elif' | 'else'>,
  state: ShellState,
  at: Place,
): Way {
  const asked = hide(state, walk(clause, state, { ...at, isAsked: true }), 'if')
  const inner = { ...at, isConditional: true }
  const yes = walk(then, when(asked, true, at), inner)
  const not = when(asked, false, at)
  const [next, ...more] = elif
  if (next !== undefined && not !== undefined)
    return meet([yes, branch({ ...next, elif: more, else: otherwise }, not, at)])
  return otherwise === undefined
    ? meet([not && withStatus(not, 0), yes])
    : meet([yes, walk(otherwise, not, inner)])
}

function forEach(
  { name, wordlist = [], body }: Pick<For, 'name' | 'wordlist' | 'body'>,
  state: ShellState,
  at: Place,
): Way {
  const values = wordlist.flatMap(({ value }) => expand(state, at.run.given, value).split(/\s+/))
  const isRetry = stopsEarly(body)
  const isListed = !isRetry && values.length <= 50 && !values.some((one) => /^$|[$*?`]/.test(one))
  const retry = at.retry ?? (isRetry ? at.run.nextRetry() : undefined)
  return loop(
    body,
    isListed ? values.length : turnsOf(isRetry, at),
    state,
    { ...at, retry },
    (one, _, turn) => ({
      // One that nobody knows has something in it, and may have no more.
      over: isListed || turn === 0 ? undefined : one,
      next: withVariables(one, { [name.value]: isListed ? (values[turn] ?? '') : `$${name.value}` }),
    }),
  )
}

function repeat(
  { kind, clause, body }: { kind?: string; clause?: CompoundList; body: CompoundList },
  state: ShellState,
  at: Place,
): Way {
  const isRetry = stopsEarly(body)
  const retry = at.retry ?? at.run.nextRetry()
  const inner = { ...at, retry: isRetry ? retry : at.retry, isConditional: true }
  return loop(body, turnsOf(isRetry, at), state, inner, (one, place) => {
    if (clause === undefined || kind === undefined) return { over: isRetry ? undefined : one, next: one }
    const asked = hide(
      one,
      walk(clause, one, { ...place, isConditional: at.isConditional, isAsked: true, retry }),
      kind,
    )
    return { over: when(asked, kind === 'until', at), next: when(asked, kind !== 'until', at) }
  })
}

/** The turns of a loop to go through that nobody can count: those after the second one change nothing more. */
function turnsOf(isRetry: boolean, { run }: Place): number {
  return isRetry || run.isListing ? 1 : 2
}

function loop(
  body: CompoundList,
  turns: number,
  start: ShellState,
  at: Place,
  enter: (state: ShellState, at: Place, turn: number) => { over: Way; next: Way },
): Way {
  const left: Way[] = []
  const broken: ShellState[] = []
  let state: Way = start
  for (let turn = 0; turn < turns && state !== undefined; turn += 1) {
    const continued: ShellState[] = []
    const ends = { ...at.ends, break: broken, continue: continued }
    const place = { ...at, path: `${at.path} ${turn}`, ends }
    const { over, next } = enter(state, place, turn)
    left.push(over && withStatus(over, turn === 0 ? 0 : state.status))
    const after: Way = meet([walk(body, next, place), ...continued])
    state = turn < turns - 1 ? hide(state, after, '; done') : after
  }
  return meet([...left, ...broken, state])
}

const conditions = /^(?:\[\[?|test|grep|command|which|false|exit)$/

/** Whether a node only asks something, so that what stands behind it may not be reached. */
function isCondition(node: SyntaxNode): boolean {
  if (node.type === 'Pipeline') return node.commands.some(isCondition)
  return node.type === 'TestCommand' || (node.type === 'Command' && conditions.test(node.name?.value ?? ''))
}

/** Whether a loop ends at the first success: `dotnet test && break`. */
function stopsEarly(node: SyntaxNode): boolean {
  if (node.type === 'CompoundList') return node.commands.some(({ command }) => stopsEarly(command))
  if (node.type === 'AndOr')
    return node.commands.some((part, index) => node.operators[index - 1] !== '||' && stopsEarly(part))
  if (node.type === 'If') return [node.then, ...(node.else ? [node.else] : [])].some(stopsEarly)
  if (node.type === 'BraceGroup') return stopsEarly(node.body)
  if (node.type !== 'Command') return false
  return node.name?.value === 'break' || (node.name?.value === 'exit' && node.args[0]?.text === '0')
}
