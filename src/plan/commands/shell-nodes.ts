import { forEachChild, type SyntaxNode } from 'unbash'

const conditions = /^(?:\[\[?|test|grep|command|which|false|exit)$/

/** The nodes directly below one, in their order. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  forEachChild(node, (child) => void children.push(child))
  return children
}

/** Whether a node only asks something, so that what stands behind it may not be reached. */
export function isCondition(node: SyntaxNode): boolean {
  if (node.type === 'Pipeline') return node.commands.some(isCondition)
  return node.type === 'TestCommand' || (node.type === 'Command' && conditions.test(node.name?.value ?? ''))
}

const comparison =
  /^(?:(true|false)|(?:\[\[?|test)\s+(?:(-[nz])\s+)?(\S+)(?:\s+(==?|!=)\s+(\S+))?(?:\s+\]\]?)?)\s*;?$/

/** Whether a condition holds, by its text: a comparison of words that are known, or one of the words `true` and `false`. */
export function truthOf(text: string, expand: (word: string) => string): boolean | undefined {
  const found = comparison.exec(text.trim())
  if (found === null) return undefined
  const [, said, asks, left = '', operator, right = ''] = found
  if (said !== undefined) return said === 'true'
  const [own, other] = [left, right].map((word) => expand(word.replace(/^(["'])(.*)\1$/, '$2')))
  if (/[$`*?]/.test(`${own}${other}`)) return undefined
  return operator === undefined ? (own !== '') === (asks !== '-z') : (own === other) === (operator !== '!=')
}

/** Whether a loop ends at the first success: `dotnet test && break`. */
export function stopsEarly(node: SyntaxNode): boolean {
  if (node.type === 'Command')
    return node.name?.value === 'break' || (node.name?.value === 'exit' && node.args[0]?.text === '0')
  const isBehindFailure = (at: number): boolean => node.type === 'AndOr' && node.operators[at - 1] === '||'
  return childrenOf(node).some((child, at) => !isBehindFailure(at) && stopsEarly(child))
}
