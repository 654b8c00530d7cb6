/** Lines with aligned columns: the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => columnsOf(row[index] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, index) => {
        const space = ' '.repeat((widths[index] ?? 0) - columnsOf(cell))
        return index === 0 ? `${cell}${space}` : `${space}${cell}`
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Characters that take two columns (Unicode East Asian Width W and F, emoji), and those that take none. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const without = /[\p{M}\p{Cf}]/u

/** How many columns a text takes in a terminal. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += wide.test(character) ? 2 : without.test(character) ? 0 : 1
  return columns
}

/** A text with at most so many columns, and a sign that it was cut. */
export function cutColumns(text: string, maxColumns: number): string {
  return columnsOf(text) <= maxColumns ? text : `${headOf(text, maxColumns - 1)}…`
}

/** A line as several ones that keep its indentation, none with more columns; broken at spaces where there are some. */
export function wrapColumns(line: string, maxColumns: number): string[] {
  if (columnsOf(line) <= maxColumns) return [line]
  const indent = (/^ */.exec(line)?.[0] ?? '').slice(0, maxColumns / 2)
  const lines: string[] = []
  let current = indent
  for (const word of line.trim().split(' ')) {
    const longer = current === indent ? `${indent}${word}` : `${current} ${word}`
    if (columnsOf(longer) <= maxColumns) {
      current = longer
      continue
    }
    if (current !== indent) lines.push(current)
    current = `${indent}${word}`
    while (columnsOf(current) > maxColumns) {
      const head = headOf(current, maxColumns)
      lines.push(head)
      current = `${indent}${current.slice(head.length)}`
    }
  }
  return [...lines, current]
}

function headOf(text: string, maxColumns: number): string {
  let head = ''
  let columns = 0
  for (const character of text) {
    columns += columnsOf(character)
    if (columns > maxColumns) break
    head += character
  }
  return head
}
