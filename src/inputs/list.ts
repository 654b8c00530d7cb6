import { parse } from 'csv-parse/sync'

/**
 * Splits a list input, one entry per line, with the CSV rules of docker/build-push-action: quotes keep newlines,
 * `#` at the start of a line is a comment, and with `splitAtCommas` a comma separates entries too.
 * Throws csv-parse's error for an unclosed quote.
 */
export function parseList(text: string, { splitAtCommas }: { splitAtCommas: boolean }): string[] {
  const rows: string[][] = parse(text, {
    columns: false,
    relax_quotes: true,
    comment: '#',
    comment_no_infix: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const entries = rows.flatMap((row) => (splitAtCommas ? row : [row.join(',')]))
  return entries.map((entry) => entry.trim()).filter((entry) => entry !== '')
}

/** Splits `key=value` at the first `=`; undefined when there is no `=`, or nothing before it. */
export function parseKeyValue(entry: string): [key: string, value: string] | undefined {
  const at = entry.indexOf('=')
  return at > 0 ? [entry.slice(0, at), entry.slice(at + 1)] : undefined
}
