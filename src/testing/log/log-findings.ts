import { assemblyName, nameLimit, sameSpaces } from './text.ts'
import { cutText, textLimit } from '../../shared/text.ts'
import type { Counts, Outcome, TestResult } from '../results/test-results.ts'

/** A run as the log tells of it, before the results are given to it. `line` numbers count from the log's start. */
export interface FoundRun {
  /** Path of the assembly, or its name where the log has no more. */
  assembly: string
  project: string
  framework?: string | undefined
  startedAt?: number | undefined
  /** Line that ended the run. */
  endedAt?: number
  /** Where and how VSTest said the last of it. Of a run whose numbers follow a test printed that. */
  stopped?: { line: number; words: string[] }
  counts?: Counts
  durationMs?: number | undefined
  exitCode?: number
  isOfPlatform?: boolean
  /** How often the run retried its failed tests, with the first attempt. */
  attempts?: number
  /** The last line that it printed and that tells nothing else. */
  lastLine?: string
  errors: string[]
  aborted: boolean
}

/** A result that the log names, and the run that it belongs to where its lines say so. */
export interface FoundResult {
  line: number
  result: TestResult
  run?: FoundRun | undefined
  attempt?: number | undefined
}

/** Counts over all runs since the last such line. */
export interface FoundTotal {
  line: number
  counts: Counts
}

const runLimit = 1000
const resultLimit = 10_000
const textBudget = 32 * 1024 * 1024

/** What the readers of the single formats have found so far: at most 1,000 runs, 10,000 results, 32 million characters. */
export class Findings {
  readonly runs: FoundRun[] = []
  /** Results with their details. */
  readonly results: FoundResult[] = []
  /** Results that xunit's adapter announces; VSTest repeats most of them. */
  readonly announced: FoundResult[] = []
  readonly totals: FoundTotal[] = []
  /** Number of the line being read. */
  line = 0
  #spent = 0

  /** The run of this assembly that has not ended yet, or a new one; only an end may be that of a run that was called stopped. */
  openRun(assembly: string, framework: string | undefined, isEnd = false): FoundRun {
    const name = assemblyName(assembly)
    const isFull = this.runs.length >= runLimit
    const isOpen = (run: FoundRun): boolean =>
      run.endedAt === undefined && isSame(run, assembly, name, framework)
    const open = isFull ? [] : this.runs.filter(isOpen)
    const found = open.find(({ stopped }) => stopped === undefined) ?? (isEnd ? open.at(-1) : undefined)
    if (found !== undefined) return found
    const run: FoundRun = { assembly, project: name, framework, errors: [], aborted: false }
    if (!isFull) this.runs.push(run)
    return run
  }

  /** The latest run of this assembly, ended or not; a new one where there is none. */
  lastRun(assembly: string, framework: string | undefined): FoundRun {
    const name = assemblyName(assembly)
    return (
      this.runs.findLast((run) => isSame(run, assembly, name, framework)) ?? this.openRun(assembly, framework)
    )
  }

  /** The run that an error without a name most likely belongs to: one that has not ended, else the last. */
  currentRun(): FoundRun | undefined {
    return this.runs.findLast((run) => run.endedAt === undefined) ?? this.runs.at(-1)
  }

  /** Takes a line that is no tool's. */
  takeOther(line: string): void {
    const run = this.runs.at(-1)
    if (run !== undefined && run.endedAt === undefined && line.trim() !== '')
      run.lastLine = cutText(line.trim(), 300)
  }

  /** Keeps a result, with its texts as far as the budget for all texts reaches. */
  addResult(found: FoundResult, list = this.results): void {
    if (list.length >= resultLimit) return
    const { name, outcome, durationMs } = found.result
    const result: TestResult = { name: cutText(name, nameLimit), outcome, durationMs }
    for (const part of ['message', 'stack', 'stdout', 'stderr'] as const) {
      const text = this.#spent > textBudget ? undefined : cutText(found.result[part] ?? '')
      if (text) this.#spent += (result[part] = text).length
    }
    list.push({ ...found, result })
  }
}

function isSame(run: FoundRun, assembly: string, name: string, framework: string | undefined): boolean {
  const both = run.assembly.includes('/') && assembly.includes('/')
  if (both ? run.assembly !== assembly : run.project !== name) return false
  return framework === undefined || run.framework === undefined || run.framework === framework
}

/** Reads what one tool prints of its tests. */
export abstract class RunnerReader {
  protected readonly findings: Findings

  constructor(findings: Findings) {
    this.findings = findings
  }

  /** A result is open: the lines that follow may be its text. */
  abstract get isOpen(): boolean
  /** Takes a line that begins or ends something of the tool's; says whether it was one. */
  abstract begin(line: string): boolean
  /** Takes a line that belongs to what is open; says whether it did. */
  abstract continue(line: string): boolean
  /** Ends what is open. */
  abstract close(): void
}

/** Lines of one part of a result (its message, its stack), kept up to `textLimit` characters and then counted off. */
export class Section {
  readonly heading: string
  /** The line that opened it, where there was one. */
  readonly title: string
  readonly lines: string[] = []
  #size = 0

  constructor(heading: string, title = '') {
    this.heading = heading
    this.title = title
  }

  add(line: string): void {
    if (this.#size > 2 * textLimit) return
    this.#size += line.length + 1
    this.lines.push(line)
  }
}

/** Text of lines, each without as many leading spaces as given, and without empty lines at its end. */
export function dedent(lines: readonly string[], spaces: number): string {
  const strip = new RegExp(`^ {0,${spaces}}`)
  return lines
    .map((line) => line.replace(strip, ''))
    .join('\n')
    .trimEnd()
}

/** Looks up the words at a line's start (`Failed`, `Con error`); longest first, so that no word hides another. */
export class LeadingWords {
  readonly #outcomes = new Map<string, Outcome>()
  readonly #mostWords: number

  constructor(words: Readonly<Record<Outcome, readonly string[]>>) {
    let most = 1
    for (const outcome of ['passed', 'failed', 'skipped'] as const) {
      for (const word of words[outcome]) {
        this.#outcomes.set(word, outcome)
        most = Math.max(most, word.split(' ').length)
      }
    }
    this.#mostWords = most
  }

  /** The outcome and what follows it, or undefined. */
  match(text: string): { outcome: Outcome; rest: string } | undefined {
    const words = sameSpaces(text).slice(0, 120).split(' ', this.#mostWords)
    for (let count = words.length; count > 0; count -= 1) {
      const lead = words.slice(0, count).join(' ')
      const outcome = this.#outcomes.get(lead)
      if (outcome !== undefined && text[lead.length] === ' ') {
        return { outcome, rest: text.slice(lead.length + 1).trim() }
      }
    }
    return undefined
  }
}
