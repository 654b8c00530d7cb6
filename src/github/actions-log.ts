import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import { cleanLogLine, splitLines, plainText } from '../shared/text.ts'
import type { Log, LogPlace } from '../shared/log.ts'
import { Redactor } from '../redaction/redactor.ts'

/** The log of a workflow run: groups, annotations, and other programs' output behind a fence. */
export class ActionsLog implements Log {
  readonly #redactor: Redactor
  /** Of the groups in which the runner takes no commands now. */
  readonly #fences = new Set<string>()
  /** Annotations for which the runner has no ear before the last fence is gone. */
  #held: (() => void)[] = []

  constructor(redactor = new Redactor()) {
    this.#redactor = redactor
  }

  info(text: string): void {
    for (const line of splitLines(this.#redactor.hide(text))) core.info(hideFromMatchers(cleanLogLine(line)))
  }

  debug(text: string): void {
    if (!core.isDebug()) return
    if (this.#fences.size > 0) this.info(`debug: ${text}`)
    else core.debug(this.#clean(text))
  }

  readonly notice = this.#annotator(core.notice)
  readonly warning = this.#annotator(core.warning)
  readonly error = this.#annotator(core.error)

  async group<T>(title: string, work: (line: (text: string) => void) => Promise<T>): Promise<T> {
    // The runner takes no commands from the first line on until the token comes again; a child never sees it.
    const token = randomUUID()
    core.startGroup(this.#clean(title))
    try {
      return await work((text) => {
        if (!this.#fences.has(token)) core.info(`::stop-commands::${token}`)
        this.#fences.add(token)
        this.info(text)
      })
    } finally {
      if (this.#fences.delete(token)) core.info(`::${token}::`)
      core.endGroup()
      if (this.#fences.size === 0) for (const annotate of this.#held.splice(0)) annotate()
    }
  }

  #annotator(tell: typeof core.notice): Log['notice'] {
    return (text, place = {}) => {
      const annotate = (): void => {
        tell(this.#clean(text), this.#toProperties(place))
      }
      if (this.#fences.size > 0) this.#held.push(annotate)
      else annotate()
    }
  }

  #clean(text: string): string {
    return splitLines(this.#redactor.hide(text)).map(cleanLogLine).join('\n')
  }

  #toProperties({ title, file, line }: LogPlace): core.AnnotationProperties {
    return {
      ...(title === undefined ? {} : { title: this.#clean(title) }),
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
    }
  }
}

/** A colour code that changes nothing, the end of an underline: no viewer shows it and no copy has it, but the runner matches lines with it. */
const nothing = '\x1b[24m'

/** Names a severity, or a place in a file as compilers write it. */
const problem =
  /\b(?:errors?|warn(?:ing)?s?|info|notice|note|fatal|exception|panic|raise)\b|\w[:(,]\d|\bline \d|\.\w+:\s/i

/**
 * A line that no problem matcher knows, though it looks the same: those that setup-dotnet leaves make annotations of lines, of which a step has ten. All ask
 * for a colon or comma with a space or number behind it, so that is where the code goes.
 */
export function hideFromMatchers(line: string): string {
  return problem.test(plainText(line)) ? line.replace(/[:,](?=[\s\d])/g, `$&${nothing}`) : line
}
