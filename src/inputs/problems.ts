import { UserError } from '../shared/errors.ts'

/** Collects what is wrong with the inputs, so that the user sees all of it at once. */
export class Problems {
  readonly #lines: string[] = []

  /** Notes one problem; `message` goes on after the input's name. */
  add(input: string, message: string): void {
    this.#lines.push(`${input}: ${message}`)
  }

  /** Throws one UserError with every problem that was noted, or does nothing when there is none. */
  throwIfAny(): void {
    if (this.#lines.length === 0) return
    const title = this.#lines.length === 1 ? 'Wrong input' : `${this.#lines.length} wrong inputs`
    throw new UserError(title, this.#lines.join('\n'))
  }
}
