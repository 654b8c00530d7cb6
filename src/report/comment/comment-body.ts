import { plural } from '../../shared/format.ts'
import { cutText } from '../../shared/text.ts'
import { renderSection, parseSections, type Section } from './comment-section.ts'
import { renderFailed } from '../text/headline.ts'
import { code, marks } from '../text/markdown.ts'

/** Below the 65,536 characters that GitHub takes (422 for more), counted in UTF-16 units, of which there are never fewer. */
const maxLength = 65_000
/** What stands where a section's details found no room; always the same, so that it stands there once. */
const leftOut = 'There is more in the summary of the run.'
const byName = new Intl.Collator('en', { numeric: true })

/** The comment, from those that are there, with these sections put in or brought up to date; what has everything comes back as it was. */
export function composeComment(
  marker: string,
  bodies: readonly string[],
  sections: readonly Section[],
): string {
  const known = onePerImage(bodies.flatMap(parseSections))
  const kept = onePerImage([...withoutOutdated(known, sections), ...sections])
  return fit(
    marker,
    kept.sort(
      (a, b) =>
        Number(hasFailed(b)) - Number(hasFailed(a)) ||
        byName.compare(a.key, b.key) ||
        (a.key < b.key ? -1 : 1),
    ),
  )
}

/** Of several images one line over all, with the names of those that failed. */
function renderOverall(sections: readonly Section[]): string[] {
  if (sections.length < 2) return []
  const failed = sections.filter(hasFailed)
  const names = failed.map(({ head, key }) => /<code>.*?<\/code>/.exec(head)?.[0] ?? code(key))
  if (failed.length > 0) return [renderFailed(names, sections.length)]
  const isUncertain = sections.some(({ head }) => head.startsWith(`### ${marks.warning} `))
  return [
    isUncertain
      ? `## ${marks.warning} ${sections.length} images, some of them without tests`
      : `## ${marks.good} All ${sections.length} images passed`,
  ]
}

/** Writes everything; where that is too long, details go first, from the longest section, by rows, then by parts. */
function fit(marker: string, sections: readonly Section[]): string {
  const current = newestOf(sections)?.commit
  const left = sections.map((section) => ({ ...section, details: [...section.details] }))
  const overall = renderOverall(sections)
  const renderAll = (): string[] => [
    marker,
    ...overall,
    ...left.map((one) => renderSection(one, one.commit === current)),
  ]
  const render = (): string => renderAll().join('\n\n')
  for (;;) {
    const excess = render().length - maxLength
    if (excess <= 0) return render()
    const [longest] = [...left].sort((a, b) => lengthOf(b) - lengthOf(a))
    if (longest === undefined || lengthOf(longest) === 0) break
    shorten(longest, excess)
  }
  for (const section of left) section.head = cutText(section.head.split('\n', 1)[0] ?? '', 300)
  const texts = renderAll()
  const all = texts.length
  let length = texts.reduce((sum, text) => sum + text.length + 2, 100)
  while (length > maxLength) length -= (texts.pop()?.length ?? 0) + 2
  const note = `… and ${plural(all - texts.length, 'more image')}; their runs have summaries of them.`
  return [...texts, ...(texts.length < all ? [note] : [])].join('\n\n')
}

/** Takes something off the last part of a section that can become shorter. */
function shorten(section: Section, excess: number): void {
  const parts = section.details.filter((part) => part !== leftOut)
  const last = parts.pop()
  const shorter = last === undefined ? undefined : cutAtRow(last, last.length - excess - leftOut.length - 40)
  const kept = [...parts, ...(shorter === undefined ? [] : [shorter])]
  section.details = last === undefined ? [] : [...kept, leftOut]
}

function lengthOf({ details }: Section): number {
  return details.reduce((sum, part) => sum + part.length, 0)
}

/** A Markdown part without its last table rows, so that it is no longer than that, its tags closed; undefined where no row can stay. */
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

/** Stands where two images would need two sections. */
const twinNote =
  '> ⚠️ Another job of this run has an image of the same name, which only its summary shows. Give each an `image-key`.'
/** Whether the section's answer is that its job failed. */
function hasFailed({ head }: Section): boolean {
  return head.startsWith(`### ${marks.bad} `)
}

/** One section of each image, that of its newest run; of two images of one name in a run one, which says so. */
function onePerImage(sections: readonly Section[]): Section[] {
  const known = new Map<string, Section>()
  for (const section of sections) {
    const old = known.get(section.key)
    if (old === undefined) known.set(section.key, section)
    else if (areTwins(section, old)) known.set(section.key, oneOfTwins(section, old))
    else if (outranks(section, old)) known.set(section.key, section)
  }
  return [...known.values()]
}

/** Two jobs of one run that have images of one name. */
function areTwins(one: Section, other: Section): boolean {
  return one.run === other.run && one.attempt === other.attempt && one.digest !== other.digest
}

/** Says that there is another one. The failed one stays, else always the same one: their jobs write at the same time. */
function oneOfTwins(...twins: [Section, Section]): Section {
  const [one] = twins.sort(
    (a, b) => Number(hasFailed(b)) - Number(hasFailed(a)) || (a.digest < b.digest ? -1 : 1),
  )
  return one.head.includes(twinNote) ? one : { ...one, head: `${one.head}\n\n${twinNote}` }
}

/** Whether a section replaces another one of the same image: never an older run's, and not one that says the same. */
function outranks(section: Section, old: Section): boolean {
  if (section.run !== old.run ? section.run < old.run : section.attempt < old.attempt) return false
  return section.commit !== old.commit || section.digest !== old.digest
}

/** The first section of a new commit shows what is no longer built: what the ended runs of the newest one before it did not have. */
function withoutOutdated(known: readonly Section[], sections: readonly Section[]): Section[] {
  const newest = newestOf(known)
  const isNewCommit = sections.some(
    ({ run, commit }) => run > (newest?.run ?? 0) && known.every((one) => one.commit !== commit),
  )
  return isNewCommit ? known.filter(({ commit }) => commit === newest?.commit) : [...known]
}

/** The section of the newest run. */
function newestOf(sections: readonly Section[]): Section | undefined {
  return sections.reduce<Section | undefined>(
    (newest, one) => (newest === undefined || one.run > newest.run ? one : newest),
    undefined,
  )
}
