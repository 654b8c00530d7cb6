import {
  dedent,
  LeadingWords,
  RunnerReader,
  Section,
  type FoundResult,
  type FoundRun,
} from '../log-findings.ts'
import { isLateStart, parseAssembly, parseStream, splitDetails } from './testing-platform-lines.ts'
import { readDuration, sameSpaces } from '../text.ts'
import { cutText } from '../../../shared/text.ts'
import { platformOutcomes } from '../localized-words.ts'

const outcomes = new LeadingWords(platformOutcomes)

/** Exit codes after which the tests have run to their end: failures, none ran, too few ran, the limit of failures. */
const endedByItself: readonly number[] = [0, 2, 8, 9, 13]
const tailLines = 20
/** `(try 2) `, which stands before what a retried run and its tests come to. */
const attemptMark = /^\([^()\d]{1,20}(\d{1,3})[^()\d]{0,5}\) /

interface OpenResult extends FoundResult {
  /** Lines before and after the one that names the assembly. */
  before: Section
  after?: Section
}

interface OpenTail {
  run: FoundRun
  sections: Section[]
}

/** Reads what Microsoft.Testing.Platform prints, in the SDK's languages (`OutputDevice/Terminal/TerminalTestReporter.cs` of microsoft/testfx). */
export class TestingPlatformReader extends RunnerReader {
  #open: OpenResult | undefined
  #tail: OpenTail | undefined
  #orchestrated = false
  /** The run of the totals that follow, when their heading names one, and that heading where it says that the run failed. */
  summaryRun: FoundRun | undefined
  failedHeading: string | undefined

  get isOpen(): boolean {
    return this.#open !== undefined
  }

  begin(line: string): boolean {
    return this.#assembly(line) || this.#beginResult(line)
  }

  continue(line: string): boolean {
    if (this.#open !== undefined) return this.#continueResult(this.#open, line)
    return this.#tail !== undefined && this.#continueTail(this.#tail, line)
  }

  /** Takes an indented line of what a test printed, or a program that has ended; says whether it was one. */
  quotes(line: string): boolean {
    if (!/^\s/.test(line)) return false
    const isOfTest = this.#open?.after !== undefined && parseAssembly(line) === undefined
    const isOfProgram =
      this.#tail !== undefined && (this.#tail.sections.length > 0 || parseStream(line) !== undefined)
    return (isOfTest || isOfProgram) && this.continue(line)
  }

  close(): void {
    this.#closeResult()
    this.#closeTail()
  }

  #assembly(line: string): boolean {
    const found = parseAssembly(line)
    if (found === undefined) return false
    const { prefix, path, framework, suffix } = found
    if (prefix.startsWith('  ')) {
      // Three kinds of it: where a result comes from, a line of the closing list, and text of a test.
      if (this.#open === undefined || suffix !== '' || prefix.trim() === '')
        return prefix.trim() === '' && suffix !== ''
      this.#open.run = this.findings.lastRun(path, framework)
      this.#open.after = new Section('after')
      return true
    }
    this.close()
    if (prefix === '' && suffix !== '' && !isLateStart(suffix, found.architecture)) {
      this.#endRun(path, framework, suffix)
    } else if (prefix.endsWith(' - ')) {
      this.summaryRun = this.findings.openRun(path, framework)
      this.summaryRun.isOfPlatform = true
      this.failedHeading = /^Test run summary: (?!Passed!|Zero tests)(.{1,100}) - $/.exec(prefix)?.[1]
    } else {
      const run = this.findings.openRun(path, framework)
      run.startedAt ??= this.findings.line
      const attempt = attemptMark.exec(prefix)?.[1]
      if (attempt !== undefined) run.attempts = Number(attempt)
      this.#orchestrated = true
    }
    return true
  }

  #endRun(path: string, framework: string | undefined, suffix: string): void {
    const run = this.findings.openRun(path, framework)
    run.endedAt = this.findings.line
    run.isOfPlatform = true
    this.#orchestrated = true
    run.durationMs = readDuration(/\(([^()]{1,40})\)$/.exec(suffix)?.[1] ?? '')
    this.#tail = { run, sections: [] }
  }

  #beginResult(line: string): boolean {
    if (line.startsWith(' ')) return false
    const found = outcomes.match(line)
    if (found === undefined) return false
    const { outcome } = found
    const attempt = attemptMark.exec(found.rest)?.[1]
    const mark = attempt === undefined && outcome === 'failed' ? /^\([^()]{1,30}\) / : attemptMark
    const rest = found.rest.replace(mark, '')
    const open = rest.endsWith(')') ? rest.lastIndexOf(' (') : -1
    const durationMs = open < 0 ? undefined : readDuration(rest.slice(open + 2, -1))
    const name = durationMs === undefined ? rest : rest.slice(0, open)
    if (name === '') return false
    this.close()
    this.#open = {
      result: { name, outcome, durationMs },
      line: this.findings.line,
      before: new Section('before'),
      attempt: attempt === undefined ? undefined : Number(attempt),
    }
    return true
  }

  #continueResult(open: OpenResult, line: string): boolean {
    // Only a message that `dotnet test` shows has lines at the margin, and only before the assembly is named.
    if (/^\S/.test(line) && (open.after !== undefined || !this.#orchestrated)) {
      this.#closeResult()
      return false
    }
    ;(open.after ?? open.before).add(line)
    return true
  }

  #closeResult(): void {
    const open = this.#open
    this.#open = undefined
    if (open === undefined) return
    const { before, after, ...found } = open
    const { result, run } = found
    // Anybody may print "failed to connect": without a duration or an assembly it is no result.
    if (result.durationMs === undefined && run === undefined && !/^\[|…$/.test(result.name)) return
    if (result.outcome !== 'passed') {
      const quoted = [dedent(before.lines.slice(0, 1), 2), ...before.lines.slice(1)].join('\n').trimEnd()
      const details = splitDetails((after ?? before).lines)
      // The type of xunit's own exception says nothing.
      const message = details.message.replace(/^Xunit\.MicrosoftTestingPlatform\.XunitException: /, '')
      Object.assign(result, details, { message: after === undefined || quoted === '' ? message : quoted })
    }
    this.findings.addResult(found)
  }

  #continueTail(tail: OpenTail, line: string): boolean {
    const { run, sections } = tail
    const code = /^\S[^:：]{0,60}[:：] ?(-?\d{1,10})$/.exec(sameSpaces(line.slice(0, 100)))?.[1]
    if (code !== undefined && run.exitCode === undefined && sections.length === 0) {
      run.exitCode = Number(code)
      return true
    }
    if (/^\S/.test(line)) {
      this.#closeTail()
      return false
    }
    const stream = parseStream(line)
    if (stream !== undefined) sections.push(new Section(stream.heading))
    const section = sections.at(-1)
    if (section === undefined) return line.trim() === ''
    if (section.lines.length <= tailLines) section.add(stream?.text ?? line)
    return true
  }

  #closeTail(): void {
    const tail = this.#tail
    this.#tail = undefined
    if (tail?.run.exitCode === undefined) return
    const { run, sections } = tail
    const { exitCode = 0 } = run
    if (endedByItself.includes(exitCode)) return
    run.aborted = true
    const told = sections.find(({ heading }) => heading === 'stderr') ?? sections[0]
    const words = told === undefined ? '' : dedent(told.lines, 2).trim()
    run.errors.push(cutText(`Exit code: ${exitCode}\n${words.split('\n\n')[0] ?? ''}`.trimEnd()))
  }
}
