/**
 * A Markdown part that is no longer than so many characters: its last table rows go, a line says how many, and what was open at
 * that place is closed again. Undefined where no row can stay.
 */
export function cutAtRow(part: string, maxLength: number): string | undefined {
  const lines = part.split('\n')
  let length = 0
  let open = 0
  let fence: string | undefined
  let rows = 0
  let cut: { lines: number; open: number; rows: number } | undefined
  for (const [index, line] of lines.entries()) {
    length += line.length + 1
    const mark = /^`{3,}/.exec(line)?.[0]
    if (fence === undefined) fence = mark
    else if (line === fence) fence = undefined
    if (fence !== undefined || mark !== undefined) continue
    open += count(line, /<details\b/g) - count(line, /<\/details>/g)
    if (!isRow(line)) continue
    rows += 1
    const isFirstOfTable = !isRow(lines[index - 1] ?? '') || !isRow(lines[index - 2] ?? '')
    if (!isFirstOfTable && length + closing(open, 9_999).length <= maxLength)
      cut = { lines: index + 1, open, rows }
  }
  if (cut === undefined) return undefined
  return `${lines.slice(0, cut.lines).join('\n')}${closing(cut.open, rows - cut.rows)}`
}

/** A table's heading and its rule are rows too, but no row of a table stays without them. */
function isRow(line: string): boolean {
  return line.startsWith('| ') && line.endsWith(' |')
}

function closing(open: number, rowsLeft: number): string {
  const left = rowsLeft === 0 ? 'more' : `${rowsLeft} more ${rowsLeft === 1 ? 'row' : 'rows'}`
  return `\n\n… and ${left}${'\n\n</details>'.repeat(open)}`
}

function count(line: string, word: RegExp): number {
  return line.match(word)?.length ?? 0
}
