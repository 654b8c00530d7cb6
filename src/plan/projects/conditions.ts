import { posix } from 'node:path'
import { expand, toSlashes, type Scope } from './expressions.ts'

/**
 * What a condition of MSBuild comes to; undefined where it needs what is not evaluated here. Empty text is true. See
 * https://learn.microsoft.com/visualstudio/msbuild/msbuild-conditions
 */
export function evaluateCondition(text: string | undefined, scope: Scope): boolean | undefined {
  if (text === undefined || text.trim() === '') return true
  const words = text.match(tokens) ?? []
  const reader = new ConditionReader(words, scope)
  const value = reader.readOr()
  return reader.isAtEnd() ? value : undefined
}

/** Quoted texts, `$(…)` with brackets in it, operators, brackets and words. */
const tokens = /'[^']*'|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|==|!=|<=|>=|[<>!(),]|[^\s'()<>=!,]+/g

class ConditionReader {
  readonly #words: readonly string[]
  readonly #scope: Scope
  #at = 0

  constructor(words: readonly string[], scope: Scope) {
    this.#words = words
    this.#scope = scope
  }

  isAtEnd(): boolean {
    return this.#at === this.#words.length
  }

  readOr(): boolean | undefined {
    let value = this.#readAnd()
    while (this.#take('or')) {
      const other = this.#readAnd()
      value = value === true || other === true || (both(value, other) === undefined ? undefined : false)
    }
    return value
  }

  #readAnd(): boolean | undefined {
    let value = this.#readNot()
    while (this.#take('and')) {
      const other = this.#readNot()
      value = value === false || other === false ? false : both(value, other)
    }
    return value
  }

  #readNot(): boolean | undefined {
    if (this.#take('!')) {
      const value = this.#readNot()
      return value === undefined ? undefined : !value
    }
    if (this.#take('(')) {
      const value = this.readOr()
      this.#take(')')
      return value
    }
    return this.#readComparison()
  }

  #readComparison(): boolean | undefined {
    const left = this.#readOperand()
    const operator = ['==', '!=', '<', '>', '<=', '>='].find((one) => this.#take(one))
    if (operator === undefined) return left === undefined ? undefined : toBoolean(left)
    const right = this.#readOperand()
    return left === undefined || right === undefined ? undefined : compare(left, operator, right)
  }

  #readOperand(): string | undefined {
    const word = this.#words[this.#at++] ?? ''
    if (this.#take('(')) {
      const path = this.#readOperand()
      this.#take(')')
      if (path === undefined) return undefined
      if (word.toLowerCase() === 'hastrailingslash') return String(/[\\/]$/.test(path))
      if (word.toLowerCase() !== 'exists') return undefined
      const folder = this.#scope.properties.get('msbuildthisfiledirectory') ?? '/'
      return String(this.#scope.exists(posix.resolve(folder, toSlashes(path))))
    }
    return expand(word.replace(/^'([\s\S]*)'$/, '$1'), this.#scope)
  }

  #take(word: string): boolean {
    if (this.#words[this.#at]?.toLowerCase() !== word) return false
    this.#at++
    return true
  }
}

function both(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  return a === undefined || b === undefined ? undefined : a && b
}

function toBoolean(text: string): boolean | undefined {
  const lower = text.trim().toLowerCase()
  if (/^(?:true|on|yes|!false|!off|!no)$/.test(lower)) return true
  return /^(?:false|off|no|!true|!on|!yes)$/.test(lower) ? false : undefined
}

function compare(left: string, operator: string, right: string): boolean | undefined {
  const isSame = left.toLowerCase() === right.toLowerCase()
  if (operator === '==') return isSame
  if (operator === '!=') return !isSame
  const [a, b] = [toNumber(left), toNumber(right)]
  if (a === undefined || b === undefined) return undefined
  return operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b
}

/** Numbers and the first two parts of versions. */
function toNumber(text: string): number | undefined {
  const parts = /^v?(\d+)(?:\.(\d+))?/i.exec(text.trim())
  return parts === null ? undefined : Number(parts[1]) + Number(parts[2] ?? 0) / 1000
}
