/** Where a problem stands: a path relative to the workspace, with its line from 1 where it is known. */
export interface Place {
  file: string
  line?: number | undefined
}

/** A place as editors and compilers write it: `Dockerfile:12`. */
export function formatPlace({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`
}

/** A problem that the user can mend: thing, place and way out, shown without a stack. All else that is thrown is a bug of ours and keeps its stack. */
export class UserError extends Error {
  readonly title: string
  readonly place: Place | undefined
  /** The part of the message that is to be pasted somewhere. */
  readonly snippet: string | undefined

  constructor(title: string, message: string, place?: Place, snippet?: string) {
    super(message)
    this.name = 'UserError'
    this.title = title
    this.place = place
    this.snippet = snippet
  }
}

/** The cached build gave another image than the one that was measured when it was repeated; measuring anew may mend that. */
export class OtherImageError extends UserError {}

/** The job was asked to stop; nothing is wrong. */
export class CancelledError extends Error {
  constructor() {
    super('The job was cancelled.')
    this.name = 'CancelledError'
  }
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  // Not `instanceof Error`: the errors of node's own modules are of another realm where tests run in a VM context.
  const message = (error as { message?: unknown } | null | undefined)?.message
  return typeof message === 'string' ? message : String(error)
}

/** What somebody outside told, or why he did not, as half a sentence. */
export type Answer<T> = { kind: 'known'; value: T } | { kind: 'unknown'; reason: string }

/** Why something was not told; without a token there is nobody to ask, and no answer. */
export function whyUnknown(answer: Extract<Answer<unknown>, { kind: 'unknown' }> | undefined): string {
  return answer?.reason ?? 'there is no github-token to ask GitHub with'
}

/** Whether the operating system said no (a full disk, a missing right): trouble of the machine, not a bug. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  // Not `instanceof Error`, as in `messageOf`.
  const { syscall, code } = (error ?? {}) as { syscall?: unknown; code?: unknown }
  return typeof syscall === 'string' && typeof code === 'string'
}

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
