/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  // Not `instanceof Error`: the errors of node's own modules are of another realm where tests run in a VM context.
  const message = (error as { message?: unknown } | null | undefined)?.message
  return typeof message === 'string' ? message : String(error)
}
