import { dedent, LeadingWords, RunnerReader, Section } from '../log-findings.ts'
import { parseRunSummary } from '../summary.ts'
import { readDuration, sameSpaces, shortFramework } from '../text.ts'
import { detailHeadings, endOfResults, vstestOutcomes } from '../localized-words.ts'
import type { Outcome, TestResult } from '../../results/test-results.ts'

type Detail = keyof typeof detailHeadings

const headings = new Map<string, Detail>(
  (Object.keys(detailHeadings) as Detail[]).flatMap((detail) =>
    detailHeadings[detail].map((heading) => [heading, detail] as const),
  ),
)
const endings = new Set(endOfResults)
const outcomes = new LeadingWords(vstestOutcomes)

/** Reads what VSTest's console logger prints, in the SDK's languages (`src/vstest.console/Internal/ConsoleLogger.cs` of microsoft/vstest). */
export class VstestReader extends RunnerReader {
  #result: TestResult | undefined
  #line = 0
  #sections: Section[] = []

  get isOpen(): boolean {
    return this.#result !== undefined
  }

  begin(line: string): boolean {
    if (this.#beginResult(line)) return true
    if (!this.#beginRun(line) && !this.#endRun(line)) return false
    this.close()
    return true
  }

  continue(line: string): boolean {
    if (this.#result === undefined) return false
    const detail = line.startsWith('  ') ? headings.get(sameSpaces(line).slice(2)) : undefined
    if (detail !== undefined) {
      this.#sections.push(new Section(detail, line))
      return true
    }
    const section = this.#sections.at(-1)
    if (section === undefined || endsSection(section, line)) {
      this.close()
      return false
    }
    section.add(line)
    return true
  }

  close(): void {
    const result = this.#result
    this.#result = undefined
    if (result === undefined) return
    for (const { heading, lines } of withoutQuoted(this.#sections)) {
      if (heading === 'message') result.message ??= dedentFirst(lines, 3)
      else if (heading === 'stack') result.stack ??= dedentFirst(lines, 2)
      else if (heading === 'stdout' && result.outcome !== 'passed') result.stdout ??= dedent(lines, 1)
      else if (heading === 'stderr' && result.outcome !== 'passed') result.stderr ??= dedent(lines, 1)
    }
    this.findings.addResult({ result, line: this.#line })
  }

  #beginRun(line: string): boolean {
    const start = parseRunStart(line)
    if (start === undefined) return false
    const run = this.findings.openRun(start.path, start.framework)
    run.assembly = start.path
    run.startedAt ??= this.findings.line
    return true
  }

  #endRun(line: string): boolean {
    const summary = parseRunSummary(line)
    if (summary === undefined) return endings.has(sameSpaces(line)) || /^\S.{0,80}: \S.*\.trx$/.test(line)
    const run = this.findings.openRun(summary.assembly, summary.framework, true)
    run.counts = summary.counts
    run.endedAt = this.findings.line
    run.durationMs = summary.durationMs
    return true
  }

  #beginResult(line: string): boolean {
    if (!/^ {2}[^\s]/.test(line)) return false
    const found = outcomes.match(line.slice(2))
    const result = found && parseResult(found.outcome, found.rest)
    if (result === undefined) return false
    this.close()
    this.#result = result
    this.#line = this.findings.line
    this.#sections = []
    return true
  }
}

/** Reads `Test run for /src/X.dll (.NETCoreApp,Version=v10.0)` in any language, and MSBuild's `Run tests: '/src/X.dll' [net10.0|x64]`. */
function parseRunStart(line: string): { path: string; framework: string | undefined } | undefined {
  const end = line.search(/\.(?:dll|exe)(?:["'”“»]? ?\(\.NET\w{1,12},Version=|' \[net)/i)
  if (end < 0 || line.length > 4096) return undefined
  const path = /(?:^|[\s"'„“”«])((?:\/|[A-Za-z]:\\).*)$/.exec(line.slice(0, end + 4))?.[1]
  const framework = /[([](\.NET\w{1,12},Version=v[\d.]{1,12}|net[\w.-]{1,40})/.exec(line.slice(end + 4))?.[1]
  return path === undefined ? undefined : { path, framework: framework && shortFramework(framework) }
}

function parseResult(outcome: Outcome, rest: string): TestResult | undefined {
  const open = rest.endsWith(']') ? rest.lastIndexOf(' [') : -1
  const durationMs = open < 0 ? undefined : readDuration(rest.slice(open + 2, -1))
  const name = durationMs === undefined ? rest : rest.slice(0, open).trimEnd()
  // Without a duration it may be a line of a message, such as "  Failed to connect".
  if (name === '' || (durationMs === undefined && !/^[^\s(]+ ?(?:\(.*[)…])?$/.test(name))) return undefined
  return { name, outcome, durationMs }
}

/** A stack ends at the first line at the margin below its frames; nothing but a new beginning ends a message. */
function endsSection({ heading, lines }: Section, line: string): boolean {
  if (heading !== 'stack' || !/^\S/.test(line) || /^(?:--- |--\w|\d{1,4}\) )/.test(line)) return false
  return lines.some((frame) => /^ {2}/.test(frame))
}

function dedentFirst(lines: readonly string[], spaces: number): string {
  return [dedent(lines.slice(0, 1), spaces), ...lines.slice(1)].join('\n').trimEnd()
}

/** Where a message quotes the heading of a stack, the last one is the real one. */
function withoutQuoted(sections: readonly Section[]): readonly Section[] {
  const last = sections.findLastIndex(({ heading }) => heading === 'stack')
  const message = sections[0]
  if (message?.heading !== 'message' || last < 2) return sections
  for (const { title, lines } of sections.slice(1, last)) {
    for (const line of [title, ...lines]) message.add(line)
  }
  return [message, ...sections.slice(last)]
}
