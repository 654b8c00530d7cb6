import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** Contexts by name, as plain values. */
export type Contexts = Readonly<Record<string, unknown>>

/** Functions that only GitHub's server and the runner know; here every job before has gone well. */
const statusFunctions = ['always', 'success', 'failure', 'cancelled'].map((name) => ({
  name,
  minArgs: 0,
  maxArgs: 0,
  call: () => new data.BooleanData(name === 'always' || name === 'success'),
}))

/** The value of one expression without its `${{ }}`, by GitHub's own evaluator. Throws on an unknown name or a wrong form. */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, Object.keys(contexts), statusFunctions).parse()
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  const functions = new Map(statusFunctions.map((status) => [status.name, status]))
  const value = new Evaluator(tree, dictionary, functions).evaluate()
  return JSON.parse(JSON.stringify(value, data.replacer))
}

/** A text with every `${{ }}` in it replaced; one that is nothing else keeps the type of its value. */
export function fillIn(text: unknown, contexts: Contexts): unknown {
  if (typeof text !== 'string') return text
  const whole = /^\$\{\{([^]*)\}\}$/.exec(text.trim())?.[1]
  if (whole !== undefined && !whole.includes('${{')) return evaluate(whole, contexts)
  return text.replaceAll(/\$\{\{([^]*?)\}\}/g, (_, inner: string) => String(evaluate(inner, contexts)))
}

/** Whether an `if` holds, which needs no `${{ }}` and stands for true where there is none. */
export function holds(condition: string | undefined, contexts: Contexts): boolean {
  if (condition === undefined) return true
  return Boolean(condition.includes('${{') ? fillIn(condition, contexts) : evaluate(condition, contexts))
}
