/** Whether a path is one of a pattern of MSBuild's: `*` and `?` within a name, `**` over folders. */
export function matchesGlob(pattern: string, path: string): boolean {
  const body = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
    if (token === '**/') return '(?:.*/)?'
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    return token === '?' ? '[^/]' : `\\${token}`
  })
  return new RegExp(`^${body}$`, 'i').test(path)
}
