import type { Annotation } from './step-log.ts'

/** A file of problem matchers, as `::add-matcher::` names one (actions/toolkit, docs/problem-matchers.md). */
export interface MatcherFile {
  problemMatcher: { owner: string; severity?: string; pattern: MatcherPattern[] }[]
}

interface MatcherPattern {
  regexp: string
  file?: number
  line?: number
  severity?: number
  code?: number
  message?: number
  loop?: boolean
}

/** What a line, or the last of several, was taken for. */
export interface Issue extends Annotation {
  severity: 'error' | 'warning'
}

type Found = Partial<Record<'file' | 'line' | 'severity' | 'message', string>>

/** The matchers of a job, which see every line of its steps that is no command (actions/runner, IssueMatcher.cs). */
export class ProblemMatchers {
  readonly #hasFile: (path: string) => boolean
  readonly #matchers: {
    owner: string
    severity: string
    patterns: MatcherPattern[]
    states: (Found | undefined)[]
  }[]

  /** `hasFile` says whether a path lies in the checkout: the runner leaves out others. */
  constructor(files: readonly MatcherFile[], hasFile: (path: string) => boolean) {
    this.#hasFile = hasFile
    this.#matchers = files
      .flatMap(({ problemMatcher }) => problemMatcher)
      .map(({ owner, severity = '', pattern }) => ({ owner, severity, patterns: pattern, states: [] }))
  }

  /** The first issue that a matcher finds; all others begin anew then. */
  match(line: string): Issue | undefined {
    for (const matcher of this.#matchers) {
      const found = matchOne(matcher.patterns, matcher.states, line)
      const issue = found && this.#toIssue(found, matcher.severity)
      if (found === undefined) continue
      for (const other of this.#matchers) if (other !== matcher) other.states = []
      if (issue !== undefined) return issue
    }
    return undefined
  }

  #toIssue({ file, line, severity, message = '' }: Found, byDefault: string): Issue | undefined {
    const kind = (severity === undefined || severity === '' ? byDefault : severity).toLowerCase() || 'error'
    if (message.trim() === '' || (kind !== 'error' && kind !== 'warning')) return undefined
    return {
      severity: kind,
      message,
      ...(file !== undefined && this.#hasFile(file) ? { file } : {}),
      ...(/^\d+$/.test(line ?? '') ? { line: Number(line) } : {}),
    }
  }
}

function matchOne(
  patterns: MatcherPattern[],
  states: (Found | undefined)[],
  line: string,
): Found | undefined {
  const last = patterns.length - 1
  for (let index = last; index >= 0; index--) {
    const [pattern, running] = [patterns[index], states[index - 1]]
    if (pattern === undefined || (index > 0 && running === undefined)) continue
    const groups = new RegExp(pattern.regexp).exec(line)
    if (groups === null) {
      if (last > 0) states[Math.min(index, last - 1)] = undefined
      continue
    }
    const found = { ...groupsOf(pattern, groups), ...running }
    if (index < last) {
      states[index] = found
      continue
    }
    states.length = 0
    if (pattern.loop === true) states[index - 1] = running
    return found
  }
  return undefined
}

function groupsOf(pattern: MatcherPattern, groups: RegExpExecArray): Found {
  const named = (['file', 'line', 'severity', 'message'] as const).map((name) => {
    const group = pattern[name]
    return [name, group === undefined ? undefined : groups[group]] as const
  })
  return Object.fromEntries(named.filter(([, value]) => value !== undefined))
}
