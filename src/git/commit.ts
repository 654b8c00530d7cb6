/** Whether a text is a commit as git names it. Commits come from events and stored records: nothing else may become an argument of git. */
export function isCommit(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text)
}
