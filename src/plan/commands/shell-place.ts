import type { SyntaxNode } from 'unbash'
import { wordsOf } from './shell-text.ts'

/** What a command inherits from what it stands in: what becomes of the whole where it fails. */
export interface Place {
  /** What hides a failure here from the whole, and what hides an `exit 1`; undefined where nothing does. */
  failed: string | undefined
  exited: string | undefined
  /** `set -e` does not look at it. */
  isAsked: boolean
  isConditional: boolean
  retry: number | undefined
  /** The text that it stands in. */
  text: string
  depth: number
}

/** A place where a failure is hidden, or known to whoever asks. */
export function hidden(at: Place, failed: string | undefined, exited = at.exited): Place {
  return { ...at, failed, exited, isAsked: true }
}

/** Ways to end with, or to fail by, the exit code of what stands before. */
const ways = [
  /^[\s;]*(?:exit|return)(?:\s+"?\$(?:\?|\{?PIPESTATUS\b|LASTEXITCODE\b)[^\n;]*)?\s*(?:$|[;\n)}])/i,
  /^[\s;]*(?:if\s+)?(?:\[+|test|\(\()\s*"?\$\{?(?:\?|PIPESTATUS)[^\n;&|]*(?:;\s*then|&&|\|\|)[^]{0,200}?\bexit\s+"?[1-9$]/,
  // PowerShell.
  /^[\s;]*if\s*\(\s*(?:-not\s+|!\s*)?\$(?:LASTEXITCODE|\?)[^}]*\bexit\b/i,
]

/** Whether a text begins by ending with the exit code of what stands before it, or by failing where that is not 0. */
export function passesCode(rest: string): boolean {
  const kept = /^[\s;]*(\w+)="?\$(?:\?|\{PIPESTATUS)/.exec(rest)?.[1]
  return ways.some((way) => way.test(rest)) || isKept(kept, rest)
}

/** Whether a variable that takes an exit code is what the text ends with later. */
function isKept(variable: string | undefined, text: string): boolean {
  if (variable === undefined) return false
  const use = String.raw`"?\$\{?${variable}\b`
  return new RegExp(
    String.raw`\bexit\s+${use}|\[[^\]]*${use}[^\]]*\]+\s*(?:;?\s*then|&&|\|\|)[^]{0,300}?\bexit\s+"?[1-9$]`,
  ).test(text)
}

/** What becomes of the whole where one part of a chain fails. */
export function afterFailure(
  parts: readonly SyntaxNode[],
  operators: readonly string[],
  from: number,
  at: Place,
): Place {
  for (let index = from; index < parts.length; index += 1) {
    const or = operators.indexOf('||', index)
    // `set -e` looks at the last command of a chain only.
    if (or < 0) return from === parts.length - 1 ? at : { ...at, isAsked: true }
    const right = parts[or + 1] as SyntaxNode
    const words = textOf(right, at.text)
    const way = endOf(right)
    if (way === 'exits' || isKept(/^(\w+)=[^0]/.exec(words)?.[1], at.text))
      return { ...at, failed: at.exited, isAsked: true }
    if (way === 'goes-on') return hidden(at, `|| ${words}`)
    index = or
  }
  return at
}

/** How a node ends that is reached because something failed: it ends the shell as failed, fails itself, or goes on. */
export function endOf(node: SyntaxNode): 'exits' | 'fails' | 'goes-on' {
  if (node.type === 'CompoundList') {
    const last = node.commands.at(-1)?.command
    return last === undefined ? 'goes-on' : endOf(last)
  }
  if (node.type === 'BraceGroup') return endOf(node.body)
  if (node.type === 'Subshell') return endOf(node.body) === 'goes-on' ? 'goes-on' : 'fails'
  if (node.type !== 'Command') return 'goes-on'
  const [program, code] = wordsOf(node).map(({ value }) => value)
  if (program === 'false') return 'fails'
  if (program !== 'exit' && program !== 'return') return 'goes-on'
  return code === '0' ? 'goes-on' : 'exits'
}

const conditions = /^(?:\[\[?|test|grep|command|which|false|exit)$/

/** Whether a node only asks something, so that what stands behind it may not be reached. */
export function isCondition(node: SyntaxNode): boolean {
  if (node.type === 'Pipeline') return node.commands.some(isCondition)
  return node.type === 'TestCommand' || (node.type === 'Command' && conditions.test(node.name?.value ?? ''))
}

/** Whether a node stands behind `!`. */
export function isNegation(node: SyntaxNode | undefined): boolean {
  return node?.type === 'Pipeline' && node.prefixes.some(({ type }) => type === 'Negation')
}

/** Whether a loop ends at the first success: `dotnet test && break`. */
export function stopsEarly(node: SyntaxNode): boolean {
  if (node.type === 'CompoundList') return node.commands.some(({ command }) => stopsEarly(command))
  if (node.type === 'AndOr') return node.commands.some(stopsEarly)
  if (node.type === 'If') return [node.then, ...(node.else ? [node.else] : [])].some(stopsEarly)
  return node.type === 'Command' && node.name?.value === 'break'
}

/** The first command of a node, as it is written. */
export function textOf(node: SyntaxNode | undefined, text: string): string {
  if (node === undefined) return ''
  if (node.type === 'CompoundList') return textOf(node.commands[0]?.command, text)
  if (node.type === 'BraceGroup' || node.type === 'Subshell') return textOf(node.body, text)
  if (node.type === 'AndOr' || node.type === 'Pipeline') return textOf(node.commands[0], text)
  return node.type === 'Command' ? text.slice(node.pos, node.end) : '…'
}
