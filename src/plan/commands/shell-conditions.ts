const operations: Record<string, (a: number, b: number) => number | boolean> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '|': (a, b) => a | b,
  '||': (a, b) => a !== 0 || b !== 0,
  '&&': (a, b) => a !== 0 && b !== 0,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
}
const comparisons: Record<string, string> = { eq: '==', ne: '!=', gt: '>', ge: '>=', lt: '<', le: '<=' }

/** Whether a word has something in it that is not known. */
export function isOpen(word: string): boolean {
  return /[$`]/.test(word)
}

/** What `test` and `[[ … ]]` say of words; undefined where they alone don't decide that. */
export function holds([first = '', ...rest]: readonly string[]): boolean | undefined {
  if (first === '!') {
    const answer = holds(rest)
    return answer === undefined ? undefined : !answer
  }
  const [operator = '', last = ''] = rest
  // Whatever a variable has, the words around it are there.
  const isText = operator.replace(/\$(?:\w+|[({][^]*[)}])|`[^]*`/g, '') !== ''
  if (rest.length === 1 && /^-[nz]$/.test(first) && (isText || operator === ''))
    return isText === (first === '-n')
  if ([first, ...rest].some(isOpen)) return undefined
  if (rest.length === 0) return first !== ''
  if (rest.length > 2) return undefined
  if (/^!?==?$/.test(operator)) return (first === last) !== operator.startsWith('!')
  const compare = operations[comparisons[operator.replace('-', '')] ?? '']
  return compare && compare(Number(first), Number(last)) === true
}

/** What an arithmetic text of at most two numbers comes to, and the variable that it sets; undefined where that is not known. */
export function calculate(
  text: string,
  variables: ReadonlyMap<string, string>,
): { name: string | undefined; value: number | undefined } {
  const [, name, sign = '', rest = ''] =
    /^\s*(\w+)\s*([-+|]?)=(?!=)([^]*)$/.exec(text.replace(/\+\+\s*$/, '+=1')) ?? []
  const sum = name === undefined ? text : sign === '' ? rest : `${name} ${sign} ${rest}`
  const [, left, operator, right = '0'] = /^\s*(\w+)\s*(?:([-+|&<>!=]{1,2})\s*(\w+)\s*)?$/.exec(sum) ?? []
  const [a, b] = [left, right].map((word = '$') => {
    const value = /^[A-Za-z_]/.test(word) ? (variables.get(word) ?? '0') : word
    return /^\d*$/.test(value) ? Number(value) : undefined
  })
  // A number that nobody knows is none below 0.
  if (a === undefined || b === undefined)
    return { name, value: /^[+|]/.test(operator ?? '') ? (a ?? b) || undefined : undefined }
  const result = operations[operator ?? '+']?.(a, b)
  return { name, value: result === undefined ? undefined : Number(result) }
}
