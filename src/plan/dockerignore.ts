import { readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'

/** Says whether a file of the build context, relative and with `/`, is kept out of the build. */
export type IsIgnored = (path: string) => boolean

/** Reads the ignore file that BuildKit takes: that of the very Dockerfile, else the one of the context; undefined where there is neither. */
export async function readIgnoreFile(context: string, dockerfile: string): Promise<IsIgnored | undefined> {
  const read = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined)
  const text = (await read(`${dockerfile}.dockerignore`)) ?? (await read(join(context, '.dockerignore')))
  return text === undefined ? undefined : parseIgnoreFile(text)
}

/** Parses an ignore file as https://docs.docker.com/build/concepts/context/#dockerignore-files has it: the last match wins. */
export function parseIgnoreFile(text: string): IsIgnored {
  const rules = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.trim())
    .map((line) => ({ ignores: !line.startsWith('!'), pattern: line.replace(/^!\s*/, '') }))
    .filter(({ pattern }) => pattern !== '')
    .map(({ ignores, pattern }) => ({ ignores, matcher: toMatcher(pattern) }))
  return (path) => rules.findLast(({ matcher }) => matcher.test(path))?.ignores ?? false
}

/** A pattern that matches a folder matches all that is in it; one that BuildKit will refuse matches nothing. */
function toMatcher(pattern: string): RegExp {
  const clean = posix.join('/', pattern).slice(1).replace(/\/$/, '')
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
