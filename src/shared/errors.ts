/** Where a problem stands: a path relative to the workspace, with its line from 1 where it is known. */
export interface Place {
  file: string
  line?: number
}

/** A place as editors and compilers write it: `Dockerfile:12`. */
export function formatPlace({ file, line }: { file: string; line?: number | undefined }): string {
  return line === undefined ? file : `${file}:${line}`
}

/**
 * A problem that the user can mend: its message names the thing, the place and the way out, and is shown
 * without a stack. Everything else that is thrown is a bug of ours and keeps its stack.
 */
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
