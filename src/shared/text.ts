/** Longest message, stack or output of one test that is kept, in characters. */
export const textLimit = 16_384

/** The text cut to a limit in characters, never in the middle of a surrogate pair, with an ellipsis where it was cut. */
export function cutText(text: string, limit: number = textLimit): string {
  if (text.length <= limit) return text
  const end = limit - 1
  const code = text.charCodeAt(end - 1)
  return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`
}
