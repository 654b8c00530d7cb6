import { readFile } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'

/** A line of an ignore file. */
export interface IgnoreRule {
  /** From 1. */
  line: number
  pattern: string
}

/** What keeps files out of the build. */
export interface IgnoreFile {
  /** Without its folder. */
  name: string
  /** The rule that keeps a file of the build context, relative and with `/`, out of the build. */
  ruleFor: (path: string) => IgnoreRule | undefined
  /** All that do: without them it is in. */
  rulesFor: (path: string) => IgnoreRule[]
  /** The rule with `!` that lets a file in which an earlier rule keeps out. */
  exceptionFor: (path: string) => IgnoreRule | undefined
}

/** Reads the ignore file that BuildKit takes: that of the very Dockerfile, else the one of the context; undefined where there is neither. */
export async function readIgnoreFile(context: string, dockerfile: string): Promise<IgnoreFile | undefined> {
  for (const path of [`${dockerfile}.dockerignore`, join(context, '.dockerignore')]) {
    const text = await readFile(path, 'utf8').catch(() => undefined)
    if (text !== undefined) return { name: basename(path), ...parseIgnoreFile(text) }
  }
  return undefined
}

/** Parses an ignore file as https://docs.docker.com/build/concepts/context/#dockerignore-files has it: the last match wins. */
export function parseIgnoreFile(text: string): Omit<IgnoreFile, 'name'> {
  const rules = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((text, index) => ({ text, pattern: text.trim(), line: index + 1 }))
    .filter(({ text, pattern }) => !text.startsWith('#') && pattern.replace(/^!\s*/, '') !== '')
    .map(({ line, pattern }) => ({ line, pattern, matcher: toMatcher(pattern.replace(/^!\s*/, '')) }))
  const isException = ({ pattern }: IgnoreRule): boolean => pattern.startsWith('!')
  const matching = (path: string): IgnoreRule[] =>
    rules.filter(({ matcher }) => matcher.test(path)).map(({ line, pattern }) => ({ line, pattern }))
  const rulesFor = (path: string): IgnoreRule[] => {
    const all = matching(path)
    return all.slice(all.findLastIndex(isException) + 1)
  }
  const exceptionFor = (path: string): IgnoreRule | undefined => {
    const all = matching(path)
    return all.every(isException) ? undefined : all.slice(-1).find(isException)
  }
  return { ruleFor: (path) => rulesFor(path).at(-1), rulesFor, exceptionFor }
}

/** A pattern that matches a folder matches all that is in it; one that BuildKit will refuse matches nothing. */
export function toMatcher(pattern: string): RegExp {
  const clean = posix.join('/', pattern).slice(1).replace(/\/$/, '')
  // The whole context, as the source of a COPY.
  if (clean === '') return /^/
  const body = clean.replace(
    /\*\*\/?|\*|\?|\[[^\]]*\]|\\(.)|[$()+.^{|}[\]]/g,
    (token: string, escaped: string | undefined, at: number) => {
      if (token.startsWith('**')) return at + token.length === clean.length ? '.*' : '(?:.*/)?'
      if (token === '*') return '[^/]*'
      if (token === '?') return '[^/]'
      if (token.startsWith('[')) return token
      return `\\${escaped ?? token}`
    },
  )
  try {
    return new RegExp(`^${body}(?:/.*)?$`, 's')
  } catch {
    return /(?!)/
  }
}
