import { parse } from 'csv-parse/sync'

/** Splits the fields of one value such as `type=oci,"dest=a,b"`. Throws csv-parse's error for an unclosed quote. */
export function parseFields(value: string): string[] {
  const [fields = []]: string[][] = parse(value, { columns: false, trim: true, relax_column_count: true })
  return fields
}

/** Joins fields to one value, in quotes where they need them, as buildx's CSV reader takes it. */
export function formatFields(fields: readonly string[]): string {
  return fields
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')
}
