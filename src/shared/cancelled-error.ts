/** The job was asked to stop; nothing is wrong. */
export class CancelledError extends Error {
  constructor() {
    super('The job was cancelled.')
    this.name = 'CancelledError'
  }
}
