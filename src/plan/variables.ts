/**
 * Expands `$name`, `${name}`, `${name:-default}` and `${name:+other}` as Dockerfiles do; a variable that is not
 * known stays as it is written, so that nobody takes a guess for a fact.
 */
export function expandVariables(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:(\w+)|\{(\w+)(?::?([-+])([^}]*))?\})/g,
    (
      written: string,
      plain: string | undefined,
      braced: string | undefined,
      operator: string | undefined,
      word = '',
    ) => {
      const value = variables.get(plain ?? braced ?? '')
      if (operator === '-') return value !== undefined && value !== '' ? value : String(word)
      if (operator === '+') return value !== undefined && value !== '' ? String(word) : ''
      return value ?? written
    },
  )
}

/** Whether a text still has a variable that nobody could expand. */
export function hasVariables(text: string): boolean {
  return /\$[\w{]/.test(text)
}
