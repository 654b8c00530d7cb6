import { parse, type Options } from 'csv-parse/sync'
import { messageOf } from './errors.ts'

/** How the entries of a list are told apart. */
export interface ListForm {
  /** Whether a comma separates entries as a new line does. */
  splitAtCommas: boolean
  /** `false`: a quote is a character like others; true by default. */
  hasQuotes?: boolean
  /** `true`: spaces at an entry's end belong to it. */
  keepsSpaces?: boolean
}

function parseRows(text: string, options: Options): string[][] {
  try {
    return parse(text, { ...options, columns: false, relax_column_count: true })
  } catch (error) {
    throw new Error(`the list can't be read: ${messageOf(error)}`, { cause: error })
  }
}

/** Splits a list input by line, with the CSV rules of docker/build-push-action. Throws an Error for an unclosed quote. */
export function parseList(text: string, form: ListForm): string[] {
  const { splitAtCommas, hasQuotes = true, keepsSpaces = false } = form
  const rows = parseRows(text, {
    quote: hasQuotes ? '"' : null,
    relax_quotes: true,
    comment: '#',
    comment_no_infix: true,
    skip_empty_lines: true,
  })
  const entries = rows.flatMap((row) => (splitAtCommas ? row : [row.join(',')]))
  return entries
    .map((entry) => (keepsSpaces ? entry.trimStart() : entry.trim()))
    .filter((entry) => entry !== '')
}

/** Splits `key=value` at the first `=`; undefined when there is no `=`, or nothing before it. */
export function parseKeyValue(entry: string): [key: string, value: string] | undefined {
  const at = entry.indexOf('=')
  return at > 0 ? [entry.slice(0, at), entry.slice(at + 1)] : undefined
}

/** Splits the fields of one value such as `type=oci,"dest=a,b"`. Throws an Error for an unclosed quote. */
export function parseFields(value: string): string[] {
  return parseRows(value, { trim: true })[0] ?? []
}

/** Joins fields to one value, in quotes where they need them, as buildx's CSV reader takes it. */
export function formatFields(fields: readonly string[]): string {
  return fields
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')
}
