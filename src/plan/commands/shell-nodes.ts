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

/** Whether a condition holds: a comparison of words that are known, or one of the words `true` and `false`. */
export function truthOf(node: SyntaxNode, expand: (word: string) => string): boolean | undefined {
  if (node.type === 'Pipeline' && node.prefixes.length > 0) return undefined
  const [only, ...others] = childrenOf(node)
  if (/^(?:CompoundList|Statement|Pipeline)$/.test(node.type) && only !== undefined)
    return others.length === 0 ? truthOf(only, expand) : undefined
  const words = comparedIn(node).map(({ value }) => expand(value))
  if (words.some((word) => /[$`*?]/.test(word))) return undefined
  const [program, ...rest] = words
  if (/^(?:true|false)$/.test(program ?? '')) return program === 'true'
  if (program !== '[' && program !== 'test') return undefined
  const [left = '', operator, right, ...more] = rest.filter((word) => word !== ']')
  if (more.length > 0 || left === '!') return undefined
  if (operator === undefined) return left !== ''
  if (right === undefined)
    return left === '-n' ? operator !== '' : left === '-z' ? operator === '' : undefined
  return /^==?$/.test(operator) ? left === right : operator === '!=' ? left !== right : undefined
}

/** The words of a test, written as `[` has them. */
function comparedIn(node: SyntaxNode): { value: string }[] {
  if (node.type === 'Command')
    return node.name === undefined
      ? []
      : [node.name, ...node.args.flatMap((one) => (one.type === 'Word' ? [one] : [{ value: '$' }]))]
  if (node.type !== 'TestCommand') return []
  const { expression } = node
  const test = { value: 'test' }
  if (expression.type === 'TestBinary')
    return [test, expression.left, { value: expression.operator }, expression.right]
  return expression.type === 'TestUnary' ? [test, { value: expression.operator }, expression.operand] : []
}

/** Whether a loop ends at the first success: `dotnet test && break`. */
export function stopsEarly(node: SyntaxNode): boolean {
  if (node.type === 'Command')
    return node.name?.value === 'break' || (node.name?.value === 'exit' && node.args[0]?.text === '0')
  const isBehindFailure = (at: number): boolean => node.type === 'AndOr' && node.operators[at - 1] === '||'
  return childrenOf(node).some((child, at) => !isBehindFailure(at) && stopsEarly(child))
}
