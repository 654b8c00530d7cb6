import { posix } from 'node:path'
import type { Function as ShellFunction } from 'unbash'
import { expandVariables, hasVariables } from '../dockerfile/variables.ts'
import { calculate } from './shell-conditions.ts'
import { readShellOptions, type ShellScript } from './shell-text.ts'

/** What is known at one point of a shell's run. */
export interface ShellState {
  errexit: boolean
  pipefail: boolean
  folder: string
  /** The exit status of what ran last; undefined where it may be 0 or not. */
  status: number | undefined
  /** The same of each part of a pipe. */
  statuses: readonly (number | undefined)[]
  /** Those that the shell itself sets, `@` and `PIPESTATUS` among them; `!` and what keeps it have what the job ends with, `&` what the one that failed does. */
  variables: ReadonlyMap<string, string>
  functions: ReadonlyMap<string, ShellFunction['body']>
  /** What ends the shell with 0 in every case: `trap 'exit 0' EXIT`. */
  trap: string | undefined
  /** Where the command that is asked about has failed: what keeps that from the exit status. */
  failure: { hiddenBy: string; isSure: boolean } | undefined
}

/** A state, if any way leads to it. */
export type Way = ShellState | undefined

/** A shell that begins with a script. */
export function startOf({ errexit, pipefail, folder = '' }: Omit<ShellScript, 'text'>): ShellState {
  const none = { variables: new Map(), functions: new Map(), trap: undefined, failure: undefined }
  return { errexit, pipefail, folder, status: 0, statuses: [], ...none }
}

/** The same with the exit status of what has run. */
export function withStatus(state: ShellState, status: number | undefined): ShellState {
  return { ...state, status, statuses: [status] }
}

/** The same with variables set. */
export function withVariables(state: ShellState, values: Record<string, string>): ShellState {
  return { ...state, variables: new Map([...state.variables, ...Object.entries(values)]) }
}

/** The same with words as its arguments: `$1` and so on. */
export function giveArguments(state: ShellState, words: readonly string[]): ShellState {
  const numbered = Object.fromEntries(words.map((word, index) => [String(index + 1), word]))
  return withVariables(state, { ...numbered, '@': words.join(' ') })
}

/** What is known where several ways meet. Those on which the command has failed count alone, if there are any. */
export function meet(ways: readonly Way[]): Way {
  const all = ways.filter((one) => one !== undefined)
  const failed = all.filter(({ failure }) => failure !== undefined)
  const [first, ...rest] = failed.length > 0 ? failed : all
  return rest.reduce<Way>((a, b) => a && meetTwo(a, b), first)
}

function meetTwo(a: ShellState, b: ShellState): ShellState {
  const names = new Set([...a.variables.keys(), ...b.variables.keys()])
  const green = [a, b].filter(({ status }) => status === undefined || status === 0)
  return {
    ...b,
    errexit: a.errexit && b.errexit,
    pipefail: a.pipefail && b.pipefail,
    status: common(a.status, b.status),
    variables: new Map(
      [...names].map((name) => [name, common(a.variables.get(name), b.variables.get(name)) ?? `$${name}`]),
    ),
    functions: new Map([...a.functions, ...b.functions]),
    trap: a.trap ?? b.trap,
    failure: (green.find(({ failure }) => failure?.isSure) ?? green[0] ?? a).failure,
  }
}

/** What is known of two values: all numbers but 0 tell the same. */
function common<T extends string | number>(a: T | undefined, b: T | undefined): T | undefined {
  return a === b || (Number(a) > 0 && Number(b) > 0) ? a : undefined
}

/** The state after something, with what hides that the command has failed there, unless what hides it already is surer. */
export function hide(before: ShellState, after: Way, hiddenBy: string, isSure = true): Way {
  // What is known to have failed is hidden by nothing yet.
  const isOpen = after?.failure?.isSure === false ? after.status !== 0 : isSure && Boolean(after?.status)
  const isNew = before.failure === undefined && after?.failure !== undefined && isOpen
  return isNew ? { ...after, failure: { hiddenBy, isSure } } : after
}

/** A word with what is known of its variables. */
export function expand(state: ShellState, given: ReadonlyMap<string, string>, word: string): string {
  const { status, statuses, variables } = state
  const known = word
    .replace(/\$\{PIPESTATUS\[(\d)\]\}/g, (all, index: string) => String(statuses[Number(index)] ?? all))
    .replace(/\$\{?([?!@*])\}?/g, (all, name: string) =>
      name === '?' ? String(status ?? all) : (variables.get(name.replace('*', '@')) ?? all),
    )
    .replace(/\$\(\(([^]*?)\)\)/g, (all, sum: string) => String(calculate(sum, variables).value ?? all))
  return expandVariables(expandVariables(known, variables), given)
}

/** What `set`, `cd` and `trap` change; undefined where a command is none of them. */
export function change(state: ShellState, program: string, words: readonly string[]): ShellState | undefined {
  const [first = '', ...rest] = words
  if (program === 'cd' || program === 'pushd')
    return hasVariables(first) ? state : { ...state, folder: posix.resolve(state.folder || '/', first) }
  if (program === 'trap') {
    const isGreen = /\bexit 0;?\s*$/.test(first) && rest.some((word) => /^(?:EXIT|0)$/.test(word))
    const errexit = state.errexit || (/\bexit\b/.test(first) && rest.includes('ERR'))
    return { ...state, errexit, trap: isGreen ? `trap '${first}' EXIT` : state.trap }
  }
  if (program !== 'set') return undefined
  const isOff = (_: string, index: number): boolean => /^\+\w*o$/.test(words[index - 1] ?? '')
  const on = readShellOptions(words.filter((word, index) => !isOff(word, index)))
  const off = readShellOptions(
    words
      .map((word) => word.replace(/^\+/, '-'))
      .filter((word, index) => isOff(word, index) || /^\+/.test(words[index] ?? '')),
  )
  return {
    ...state,
    errexit: on.errexit || (state.errexit && !off.errexit),
    pipefail: on.pipefail || (state.pipefail && !off.pipefail),
  }
}
