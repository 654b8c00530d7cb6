/**
 * A line of somebody else's output for a log: with its colours, without other control characters and what turns or hides text, and no workflow command
 * (the runner acts on `::` at the start of a line and on `##[` anywhere).
 */
export function cleanLogLine(line: string): string {
  return stripControls(line)
    .replaceAll('##[', '## [')
    .replace(/^((?:\s|\x1b\[[0-9;]*m)*):(?=:)/, '$1: ')
}

/** The same without colours, for reports and messages. */
export function plainText(line: string): string {
  return stripControls(line).replace(/\x1b\[[0-9;]*m/g, '')
}

/** A text of several lines as one, without control characters, for a place that has room for one. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}

/** Splits output into lines where the runner does: a bare CR ends one too. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

/** A word as a shell has to be given it. */
export function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** A text as it stands in a regular expression that means these very characters. */
export function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** What the group of a pattern is in the first of some texts that it finds anything in. */
export function firstMatch(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.map((text) => pattern.exec(text)?.[1]).find((one) => one !== undefined)
}

function stripControls(line: string): string {
  return (
    line
      // Operating system commands, then control sequences other than colours, then single escapes.
      .replace(/\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?/g, '')
      .replace(/\x1b\[(?![0-9;]*m)[0-?]*[ -/]*[@-~]/g, '')
      .replace(/\x1b(?!\[[0-9;]*m)/g, '')
      .replace(
        /[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f\u0080-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\u00ad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu,
        '',
      )
  )
}

/** Longest message, stack or output of one test that is kept, in characters. */
export const textLimit = 16_384

/** The text cut to a limit in characters, never in the middle of a surrogate pair, with an ellipsis where it was cut. */
export function cutText(text: string, limit: number = textLimit): string {
  if (text.length <= limit) return text
  const end = limit - 1
  const code = text.charCodeAt(end - 1)
  return `${text.slice(0, code >= 0xd800 && code <= 0xdbff ? end - 1 : end)}…`
}
