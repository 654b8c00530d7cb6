/** What somebody outside told, or why he did not, as half a sentence. */
export type Answer<T> = { kind: 'told'; value: T } | { kind: 'unknown'; reason: string }

/** Why something was not told; without a token there is nobody to ask, and no answer. */
export function whyUnknown(answer: Extract<Answer<unknown>, { kind: 'unknown' }> | undefined): string {
  return answer?.reason ?? 'there is no github-token to ask GitHub with'
}
