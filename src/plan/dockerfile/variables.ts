/** Expands variables as Dockerfiles do; one that is not known stays as it is written, so that nobody takes a guess for a fact. */
export function expandVariables(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$(?:(\w+)|\{(\w+)(?:(:?[-+])((?:[^{}]|\{[^{}]*\})*))?\})/g,
    (
      written: string,
      plain: string | undefined,
      braced: string | undefined,
      operator: string | undefined,
      word = '',
    ) => {
      const value = variables.get(plain ?? braced ?? '')
      if (operator === undefined) return value ?? written
      const isSet = value !== undefined && (value !== '' || !operator.startsWith(':'))
      if (operator.endsWith('-')) return isSet ? value : expandVariables(String(word), variables)
      return isSet ? expandVariables(String(word), variables) : ''
    },
  )
}

/** Whether a text still has a variable that nobody could expand. */
export function hasVariables(text: string): boolean {
  return /\$[\w{]/.test(text)
}

/** The words of an instruction as they are written: split at spaces outside of quotes. */
export function splitWords(text: string): string[] {
  return text.match(/(?:[^\s"'\\]|\\.|"(?:[^"\\]|\\.)*"|'[^']*'|["'\\])+/g) ?? []
}

/** A word without its quotes, variables expanded except in single ones. */
export function expandWord(word: string, variables: ReadonlyMap<string, string>): string {
  return word.replace(
    /'([^']*)'|"([^"]*)"|[^"']+/g,
    (plain: string, single: string | undefined, double: string | undefined) =>
      single ?? expandVariables(double ?? plain, variables),
  )
}

/** Takes what an ARG declares: a given value wins over the default, and `inherited` is what a name without one has from above the first FROM. */
export function takeArguments(
  argument: string,
  variables: Map<string, string>,
  given: ReadonlyMap<string, string>,
  inherited?: ReadonlyMap<string, string>,
): void {
  for (const word of splitWords(argument)) {
    const [name = '', ...rest] = word.split('=')
    const written = rest.length > 0 ? expandWord(rest.join('='), variables) : variables.get(name)
    const value = given.get(name) ?? written ?? inherited?.get(name)
    if (name !== '' && value !== undefined) variables.set(name, value)
  }
}

/** What BuildKit itself tells a FROM of the platform that is built for. */
export function platformVariables(platform: string): [string, string][] {
  const [os = '', architecture = '', variant = ''] = platform.split('/')
  return [
    ['TARGETPLATFORM', platform],
    ['TARGETOS', os],
    ['TARGETARCH', architecture],
    ['TARGETVARIANT', variant],
  ]
}
