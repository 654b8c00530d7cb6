import { sameSpaces } from './text.ts'
import { abortLines, abortParts } from './localized-words.ts'

const exactly = new Set(abortLines)
/** One expression for many parts: a log may have 100,000 lines. */
const parts = anyOf(abortParts)
const hang = /^Data collector 'Blame' message: .*(?:inactivity|hang|timeout)/i
const fatal = /^\s*(?:\[FATAL ERROR\]|Catastrophic failure\b)/
const exited = /^The active Test Run was aborted because/

/** Says whether a line, on the console or in a TRX, tells of a run that crashed, hung or was stopped. */
export function tellsOfAbort(line: string): boolean {
  const text = sameSpaces(line.slice(0, 2000))
  return exactly.has(text) || exited.test(text) || hang.test(text) || fatal.test(text) || parts.test(text)
}

/** Says whether a line is all there is to say of an abort. */
export function isWholeAbort(line: string): boolean {
  return exactly.has(line)
}

/** An expression that finds any of some literal texts. */
export function anyOf(literals: readonly string[]): RegExp {
  return new RegExp(literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'))
}
