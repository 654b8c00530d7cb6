import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import { cleanLogLine, splitLines } from '../shared/clean-text.ts'
import type { Log, LogPlace } from '../shared/log.ts'
import { Redactor } from '../redaction/redactor.ts'

/** The log of a workflow run: groups, annotations, and other programs' output behind a fence. */
export class ActionsLog implements Log {
  readonly #redactor: Redactor
  #openGroups = 0

  constructor(redactor = new Redactor()) {
    this.#redactor = redactor
  }

  info(text: string): void {
    for (const line of splitLines(this.#redactor.hide(text))) core.info(cleanLogLine(line))
  }

  debug(text: string): void {
    if (!core.isDebug()) return
    // The runner takes no command inside of a group.
    if (this.#openGroups > 0) this.info(`debug: ${text}`)
    else core.debug(this.#clean(text))
  }

  warning(text: string, place: LogPlace = {}): void {
    core.warning(this.#clean(text), this.#toProperties(place))
  }

  error(text: string, place: LogPlace = {}): void {
    core.error(this.#clean(text), this.#toProperties(place))
  }

  async group<T>(title: string, work: (line: (text: string) => void) => Promise<T>): Promise<T> {
    // The runner takes no commands until the token comes again; a child never sees it.
    const token = randomUUID()
    core.startGroup(this.#clean(title))
    core.info(`::stop-commands::${token}`)
    this.#openGroups += 1
    try {
      return await work((text) => {
        this.info(text)
      })
    } finally {
      this.#openGroups -= 1
      core.info(`::${token}::`)
      core.endGroup()
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
