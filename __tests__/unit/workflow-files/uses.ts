import { parse } from 'yaml'

/** Every value of a key `uses`, wherever it stands. */
export function usesIn(text: string): string[] {
  return find(parse(text))
}

function find(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) =>
    key === 'uses' && typeof below === 'string' ? [below] : find(below),
  )
}

/**
 * Whether the runner takes a step's `uses` (PipelineTemplateConverter.cs and PipelineConstants.cs, runner 2.336): its own
 * parser says nothing of a bare `$/`, which the runner refuses.
 */
export function isTakenByRunner(uses: string): boolean {
  if (/^(?:docker:\/\/|\.[/\\])/.test(uses)) return true
  if (uses.startsWith('$/')) return /^\$\/+[^/@]/.test(uses) && !uses.includes('@')
  const [path = '', reference = '', ...more] = uses.split('@')
  return more.length === 0 && reference !== '' && path.split(/[/\\]/).filter(Boolean).length >= 2
}
