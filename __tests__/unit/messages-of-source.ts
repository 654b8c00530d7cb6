import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const source = fileURLToPath(new URL('../../src', import.meta.url))

/** What a user may be told: titles of errors, and warnings; what differs from case to case is `…`. */
export interface Messages {
  titles: Set<string>
  warnings: Set<string>
}

/** Collects them from the sources: what goes into a UserError, a `title`, a list of warnings or the log's warnings. */
export function collectMessages(): Messages {
  const messages: Messages = { titles: new Set(), warnings: new Set() }
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  // Advice tells no trouble, and the rooms of the report only word what others found.
  for (const name of files.filter((file) => file.endsWith('.ts') && !file.startsWith('measure/advice/'))) {
    const text = readFileSync(join(source, name), 'utf8')
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
    const add = (to: Set<string>, node: ts.Node | undefined): void => {
      for (const words of node === undefined ? [] : wordsOf(node, file))
        if (/[a-z] [a-z]/i.test(words)) to.add(words.trim())
    }
    const visit = (node: ts.Node): void => {
      for (const [kind, words] of partsOf(node)) add(messages[kind], words)
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return messages
}

function partsOf(node: ts.Node): [keyof Messages, ts.Node | undefined][] {
  if (ts.isNewExpression(node) && ['UserError', 'OtherImageError'].includes(node.expression.getText()))
    return [['titles', node.arguments?.[0]]]
  if (ts.isPropertyAssignment(node)) {
    const name = node.name.getText()
    if (name === 'failure' || (name === 'title' && isProblem(node))) return [['titles', node.initializer]]
    if (name === 'warning' || name === 'warnings') return [['warnings', node.initializer]]
  }
  if (ts.isVariableDeclaration(node) && /^warning/.test(node.name.getText()))
    return [['warnings', node.initializer]]
  if (ts.isVariableDeclaration(node) && /Failure$/.test(node.name.getText()) && isText(node.initializer))
    return [['titles', node.initializer]]
  // A function that gives warnings says so.
  if (ts.isReturnStatement(node)) return isWarning(node) ? [['warnings', node.expression]] : []
  if (!ts.isCallExpression(node)) return []
  const called = node.expression.getText()
  if (called === 'fail') return [['titles', node.arguments[0]]]
  if (called === 'noBaseline' || called === 'none') return [['warnings', node.arguments[1]]]
  if (/(?:^|\.)warnings?(?:\.push)?$/.test(called))
    return node.arguments.map((argument) => ['warnings', argument])
  return []
}

/** A title with a message, a way out, the codes of errors or the marks of a tool, or alone as the properties of an annotation; groups of the log have titles too. */
function isProblem({ parent }: ts.PropertyAssignment): boolean {
  return (
    parent.properties.length === 1 ||
    parent.properties.some((one) => /^(?:message|wayOut|codes|marks)$/.test(one.name?.getText() ?? ''))
  )
}

function isWarning(node: ts.ReturnStatement): boolean {
  const owner = ts.findAncestor(node, ts.isFunctionDeclaration)
  return (
    owner !== undefined &&
    ts.getJSDocCommentsAndTags(owner).some((words) => /\bwarnings?\b/i.test(words.getText()))
  )
}

/** The texts that an expression can be. */
function wordsOf(node: ts.Node, file: ts.SourceFile): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')]
  if (ts.isConditionalExpression(node))
    return [...wordsOf(node.whenTrue, file), ...wordsOf(node.whenFalse, file)]
  if (ts.isBinaryExpression(node)) {
    const isEither = node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
    return [...wordsOf(node.left, file), ...(isEither ? wordsOf(node.right, file) : [])]
  }
  if (ts.isCallExpression(node)) return returnedBy(node.expression.getText(), file)
  if (ts.isParenthesizedExpression(node) || ts.isSpreadElement(node)) return wordsOf(node.expression, file)
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((element) => wordsOf(element, file))
  if (ts.isIdentifier(node)) {
    const found: string[] = []
    const look = (one: ts.Node): void => {
      const isIt =
        ts.isVariableDeclaration(one) && one.name.getText() === node.text && one.initializer !== undefined
      if (isIt && !ts.isIdentifier(one.initializer)) found.push(...wordsOf(one.initializer, file))
      ts.forEachChild(one, look)
    }
    look(file)
    return found
  }
  return []
}

/** The texts that a function of the same file gives. */
function returnedBy(name: string, file: ts.SourceFile): string[] {
  const found: string[] = []
  const look = (one: ts.Node, isInside: boolean): void => {
    const inside = isInside || (ts.isFunctionDeclaration(one) && one.name?.getText() === name)
    if (inside && ts.isReturnStatement(one) && one.expression !== undefined)
      found.push(...wordsOf(one.expression, file))
    ts.forEachChild(one, (child) => {
      look(child, inside)
    })
  }
  look(file, false)
  return found
}

function isText(node: ts.Node | undefined): boolean {
  return node !== undefined && ts.isStringLiteral(node)
}
