import { posix } from 'node:path'
import { expand, toSlashes, type Scope } from './expressions.ts'

/** Quoted texts, `$(…)` with brackets in it, operators, brackets and words. */
const tokens = /'[^']*'|\$\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|==|!=|<=|>=|[<>!(),]|[^\s'()<>=!,]+/g

/** The truth of a part in the logic of three values, in which `and` takes the lesser of two: 0 is false, 1 true, and nobody can tell here of ½. */
type Truth = number
const unknown = 0.5

/** What a condition of MSBuild comes to (https://learn.microsoft.com/visualstudio/msbuild/msbuild-conditions); undefined where it needs what is not evaluated here. */
export function evaluateCondition(text: string | undefined, scope: Scope): boolean | undefined {
  if (text === undefined || text.trim() === '') return true
  const words = text.match(tokens) ?? []
  let at = 0
  const take = (word: string): boolean => {
    const isNext = words[at]?.toLowerCase() === word
    if (isNext) at++
    return isNext
  }
  const readOr = (): Truth => {
    let value = readAnd()
    while (take('or')) value = Math.max(value, readAnd())
    return value
  }
  const readAnd = (): Truth => {
    let value = readNot()
    while (take('and')) value = Math.min(value, readNot())
    return value
  }
  const readNot = (): Truth => {
    if (take('!')) return 1 - readNot()
    if (!take('(')) return readComparison()
    const value = readOr()
    take(')')
    return value
  }
  const readComparison = (): Truth => {
    const left = readOperand()
    const operator = ['==', '!=', '<', '>', '<=', '>='].find(take)
    const right = operator === undefined ? '' : readOperand()
    if (left === undefined || right === undefined) return unknown
    return operator === undefined ? toBoolean(left) : compare(left, operator, right)
  }
  const readOperand = (): string | undefined => {
    const word = words[at++] ?? ''
    if (!take('(')) return expand(word.replace(/^'([\s\S]*)'$/, '$1'), scope)
    const path = readOperand()
    take(')')
    return path === undefined ? undefined : callFunction(word.toLowerCase(), path, scope)
  }
  const value = readOr()
  return at < words.length || value === unknown ? undefined : value === 1
}

function callFunction(name: string, path: string, { properties, exists }: Scope): string | undefined {
  if (name === 'hastrailingslash') return String(/[\\/]$/.test(path))
  if (name !== 'exists') return undefined
  const folder = properties.get('msbuildthisfiledirectory') ?? '/'
  return String(exists(posix.resolve(folder, toSlashes(path))))
}

function toBoolean(text: string): Truth {
  const lower = text.trim().toLowerCase()
  if (/^(?:true|on|yes|!false|!off|!no)$/.test(lower)) return 1
  return /^(?:false|off|no|!true|!on|!yes)$/.test(lower) ? 0 : unknown
}

function compare(left: string, operator: string, right: string): Truth {
  const isSame = left.toLowerCase() === right.toLowerCase()
  if (operator === '==') return Number(isSame)
  if (operator === '!=') return Number(!isSame)
  const [a, b] = [toNumber(left), toNumber(right)]
  if (a === undefined || b === undefined) return unknown
  return Number(operator === '<' ? a < b : operator === '>' ? a > b : operator === '<=' ? a <= b : a >= b)
}

/** Numbers and the first two parts of versions. */
function toNumber(text: string): number | undefined {
  const parts = /^v?(\d+)(?:\.(\d+))?/i.exec(text.trim())
  return parts === null ? undefined : Number(parts[1]) + Number(parts[2] ?? 0) / 1000
}
