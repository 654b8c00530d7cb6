import { formatPlace } from '../shared/errors.ts'
import type { WriteStream } from 'node:tty'
import { cleanLogLine, plainText, splitLines } from '../shared/text.ts'
import type { Log } from '../shared/log.ts'
import { Redactor } from '../redaction/redactor.ts'

/** The log in a terminal: it goes to stderr, so that stdout has the report alone. */
export class TerminalLog implements Log {
  readonly #out: WriteStream | NodeJS.WriteStream
  readonly #show: (line: string) => string
  readonly #redactor: Redactor
  readonly #isDebugging: boolean

  constructor(out: NodeJS.WriteStream, env: NodeJS.ProcessEnv, redactor = new Redactor()) {
    this.#out = out
    this.#redactor = redactor
    this.#isDebugging = env['RUNNER_DEBUG'] === '1'
    this.#show = out.isTTY && !env['NO_COLOR'] ? cleanLogLine : plainText
  }

  info(text: string): void {
    for (const line of splitLines(this.#redactor.hide(text))) this.#out.write(`${this.#show(line)}\n`)
  }

  debug(text: string): void {
    if (this.#isDebugging) this.info(`debug: ${text}`)
  }

  readonly notice = this.#teller('')
  readonly warning = this.#teller('! ')
  readonly error = this.#teller('✘ ')

  async group<T>(title: string, work: (line: (text: string) => void) => Promise<T>): Promise<T> {
    this.info(`▸ ${title}`)
    return await work((text) => {
      this.info(`  ${text}`)
    })
  }

  #teller(mark: string): Log['notice'] {
    return (text, { title, file, line } = {}) => {
      const where = file === undefined ? '' : `${formatPlace({ file, line })}: `
      this.info(`${mark}${where}${title === undefined ? '' : `${title}: `}${text}`)
    }
  }
}
