import type { SyntaxNode } from 'unbash'

const conditions = /^(?:\[\[?|test|grep|command|which|false|exit)$/

/** Whether a node only asks something, so that what stands behind it may not be reached. */
export function isCondition(node: SyntaxNode): boolean {
  if (node.type === 'Pipeline') return node.commands.some(isCondition)
  return node.type === 'TestCommand' || (node.type === 'Command' && conditions.test(node.name?.value ?? ''))
}

/** Whether a loop ends at the first success: `dotnet test && break`. */
export function stopsEarly(node: SyntaxNode): boolean {
  if (node.type === 'CompoundList') return node.commands.some(({ command }) => stopsEarly(command))
  if (node.type === 'AndOr')
    return node.commands.some((part, index) => node.operators[index - 1] !== '||' && stopsEarly(part))
  if (node.type === 'If') return [node.then, ...(node.else ? [node.else] : [])].some(stopsEarly)
  if (node.type === 'BraceGroup') return stopsEarly(node.body)
  if (node.type !== 'Command') return false
  return node.name?.value === 'break' || (node.name?.value === 'exit' && node.args[0]?.text === '0')
}
