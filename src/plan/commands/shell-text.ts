/** What a shell text says, as far as its exit code is concerned. Functions are left out: a call of one is a command. */
export type ShellNode =
  | { kind: 'command'; words: string[]; text: string; substitutions: string[] }
  | { kind: 'pipe'; parts: ShellNode[]; isNegated: boolean }
  /** `joints[i]` stands between the parts `i` and `i + 1`. */
  | { kind: 'chain'; parts: ShellNode[]; joints: string[] }
  | { kind: 'list'; items: { node: ShellNode; inBackground: boolean; end: number }[] }
  | { kind: 'group'; body: ShellNode; isSubshell: boolean }
  | {
      kind: 'loop'
      keyword: string
      variable: string
      values: string[]
      condition: ShellNode
      body: ShellNode
    }
  /** `if` has a condition for each body but `else`; `case` has none. */
  | { kind: 'branch'; conditions: ShellNode[]; bodies: ShellNode[] }

interface Token {
  kind: 'word' | 'operator'
  /** A word without its quotes. */
  value: string
  start: number
  end: number
  substitutions: string[]
}

/**
 * Redirections, operators, comments, then words: runs of quoted texts, substitutions, escapes and plain letters. What is
 * not closed is read as letters, so that every text has an end.
 */
const tokenPattern = new RegExp(
  [
    String.raw`(?<skip>(?:[^\S\n]|\\\r?\n)+|(?<=^|[\s;&|(])#[^\n]*)`,
    String.raw`(?<redirection>\d*(?:&>>?|>>|>\||[<>]&|<<<|<>|[<>](?!\())\s*)`,
    String.raw`(?<operator>&&|\|\||\|&|;;&?|[;|\n&()])`,
    String.raw`(?<word>(?:"(?:[^"\\]|\\[^])*"|'[^']*'|\$\((?:[^()]|\([^()]*\))*\)|[$]\{[^}]*\}|\x60[^\x60]*\x60|\\[^]|[<>]\([^)]*\)|[^\s;|&()<>"'\x60]|["'\x60])+)`,
  ].join('|'),
  'g',
)

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let afterRedirection = false
  for (const { 0: raw, index: start, groups } of text.matchAll(tokenPattern)) {
    const { skip, redirection, word } = groups ?? {}
    if (skip !== undefined) continue
    if (redirection !== undefined) {
      afterRedirection = true
      continue
    }
    const isTarget = afterRedirection && word !== undefined
    afterRedirection = false
    if (isTarget) continue
    const isWord = word !== undefined
    tokens.push({
      kind: isWord ? 'word' : 'operator',
      value: isWord ? raw.replace(/"((?:[^"\\]|\\[^])*)"|'([^']*)'|\\([^])/g, '$1$2$3') : raw,
      start,
      end: start + raw.length,
      substitutions: isWord
        ? [...raw.matchAll(/\$\(((?:[^()]|\([^()]*\))*)\)|`([^`]*)`/g)].map((one) => one[1] ?? one[2] ?? '')
        : [],
    })
  }
  return tokens
}

/** Reads a shell text (POSIX and bash). Never throws: what it can't make out is a command of the words that are there. */
export function parseShell(text: string): ShellNode {
  return new ShellReader(text.slice(0, 65_536)).readAll()
}

const closers = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}'])

class ShellReader {
  readonly #text: string
  readonly #tokens: Token[]
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
    this.#tokens = tokenize(text)
  }

  readAll(): ShellNode {
    const items: (ShellNode & { kind: 'list' })['items'] = []
    while (this.#at < this.#tokens.length) {
      items.push(...this.#list().items)
      // A closing word or bracket that nothing opened.
      this.#at += 1
    }
    return { kind: 'list', items }
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #isWord(value: string): boolean {
    return this.#next?.kind === 'word' && this.#next.value === value
  }

  #isOperator(...values: string[]): boolean {
    return this.#next?.kind === 'operator' && values.includes(this.#next.value)
  }

  #skip(...values: string[]): void {
    while (this.#isOperator(...values)) this.#at += 1
  }

  #list(): ShellNode & { kind: 'list' } {
    const items: (ShellNode & { kind: 'list' })['items'] = []
    for (;;) {
      this.#skip(';', '\n', '&')
      const next = this.#next
      if (next === undefined || this.#isOperator(')', ';;', ';;&')) break
      if (next.kind === 'word' && closers.has(next.value)) break
      const before = this.#at
      const node = this.#chain()
      const end = this.#tokens[this.#at]?.start ?? this.#text.length
      items.push({ node, inBackground: this.#isOperator('&'), end })
      if (this.#at === before) this.#at += 1
    }
    return { kind: 'list', items }
  }

  #chain(): ShellNode {
    const parts = [this.#pipe()]
    const joints: string[] = []
    while (this.#isOperator('&&', '||')) {
      joints.push(this.#next?.value ?? '')
      this.#at += 1
      this.#skip('\n')
      parts.push(this.#pipe())
    }
    return joints.length === 0 ? (parts[0] as ShellNode) : { kind: 'chain', parts, joints }
  }

  #pipe(): ShellNode {
    let isNegated = false
    while (this.#isWord('!')) {
      isNegated = !isNegated
      this.#at += 1
    }
    const parts = [this.#command()]
    while (this.#isOperator('|', '|&')) {
      this.#at += 1
      this.#skip('\n')
      parts.push(this.#command())
    }
    return parts.length === 1 && !isNegated ? (parts[0] as ShellNode) : { kind: 'pipe', parts, isNegated }
  }

  #command(): ShellNode {
    // Nobody nests so deep; a text that does is read as words.
    if (this.#depth < 50) {
      this.#depth += 1
      const compound = this.#compound()
      this.#depth -= 1
      if (compound !== undefined) return compound
    }
    const words: Token[] = []
    while (this.#next?.kind === 'word') {
      words.push(this.#next)
      this.#at += 1
    }
    const isFunction = words.length > 0 && this.#isOperator('(') && this.#tokens[this.#at + 1]?.value === ')'
    if (isFunction) {
      this.#at += 2
      this.#skip('\n')
      this.#command()
      return { kind: 'list', items: [] }
    }
    const [first, last] = [words[0], words.at(-1)]
    const text = first && last ? this.#text.slice(first.start, last.end) : ''
    return {
      kind: 'command',
      words: words.map(({ value }) => value),
      text: text.replace(/\s+/g, ' '),
      substitutions: words.flatMap(({ substitutions }) => substitutions),
    }
  }

  #compound(): ShellNode | undefined {
    if (this.#isOperator('(')) return this.#group(')', true)
    if (this.#next?.kind !== 'word') return undefined
    const { value } = this.#next
    if (value === '{') return this.#group('}', false)
    if (value === 'if') return this.#if()
    if (value === 'while' || value === 'until') return this.#while(value)
    if (value === 'for') return this.#for()
    if (value === 'case') return this.#case()
    return undefined
  }

  #group(end: string, isSubshell: boolean): ShellNode {
    this.#at += 1
    const body = this.#list()
    if (this.#next?.value === end) this.#at += 1
    return { kind: 'group', body, isSubshell }
  }

  /** A list after its keyword. */
  #after(): ShellNode {
    this.#at += 1
    return this.#list()
  }

  #if(): ShellNode {
    const conditions: ShellNode[] = []
    const bodies: ShellNode[] = []
    do {
      conditions.push(this.#after())
      bodies.push(this.#after())
    } while (this.#isWord('elif'))
    if (this.#isWord('else')) bodies.push(this.#after())
    if (this.#isWord('fi')) this.#at += 1
    return { kind: 'branch', conditions, bodies }
  }

  #while(keyword: string): ShellNode {
    const condition = this.#after()
    return this.#body({ keyword, variable: '', values: [], condition })
  }

  #for(): ShellNode {
    const variable = this.#tokens[this.#at + 1]?.value ?? ''
    this.#at += 2
    const values: string[] = []
    if (this.#isWord('in')) this.#at += 1
    while (this.#next?.kind === 'word' && !this.#isWord('do')) {
      values.push(this.#next.value)
      this.#at += 1
    }
    this.#skip(';', '\n')
    return this.#body({ keyword: 'for', variable, values, condition: { kind: 'list', items: [] } })
  }

  #body(rest: Omit<ShellNode & { kind: 'loop' }, 'kind' | 'body'>): ShellNode {
    const body: ShellNode = this.#isWord('do') ? this.#after() : { kind: 'list', items: [] }
    if (this.#isWord('done')) this.#at += 1
    return { kind: 'loop', ...rest, body }
  }

  #case(): ShellNode {
    const bodies: ShellNode[] = []
    this.#pass(() => this.#isWord('in'))
    do {
      this.#pass(() => this.#isOperator(')') || this.#isWord('esac'))
      if (!this.#isOperator(')')) break
      bodies.push(this.#after())
      this.#skip(';;', ';;&')
    } while (this.#at < this.#tokens.length)
    if (this.#isWord('esac')) this.#at += 1
    return { kind: 'branch', conditions: [], bodies }
  }

  #pass(isThere: () => boolean): void {
    while (this.#at < this.#tokens.length && !isThere()) this.#at += 1
  }
}
