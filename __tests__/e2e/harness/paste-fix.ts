import type { Workspace } from './workspace.ts'

interface Edit {
  firstLine: number
  /** How many lines go. */
  count: number
  lines: string[]
}

/** Lines for a file that is not the Dockerfile; `group` where they go into its PropertyGroup. */
interface OtherFile {
  name: string
  isInGroup: boolean
  lines: string[]
}

const place =
  /^(?:In place of lines? (?<first>\d+)(?: to (?<last>\d+))?|(?<where>Above|Below) line (?<line>\d+)|[Ii]n (?:(?<group>the PropertyGroup of) )?(?<file>[^:,]+).*):$/
const takenOut = /^Take lines? (\d+)(?: to (\d+))? out\.$/

/** The ways that a fix of an advice names, one of which is to be taken. */
function waysOf(fix: string): string[] {
  return fix.split(/\n\n(?=Or\b)/).map((way) => way.replace(/^Or:?\s+(?=in\b|In\b)/, ''))
}

/** Reads one way of a fix as a reader does: places by their lines. Sentences between are only read. */
function readFix(way: string): { edits: Edit[]; files: OtherFile[] } {
  const edits: Edit[] = []
  const files: OtherFile[] = []
  for (const part of partsOf(way)) {
    const [head = '', ...lines] = part.split('\n')
    const [, from, to = from] = takenOut.exec(head) ?? []
    const { first, last = first, where, line, group, file } = place.exec(head)?.groups ?? {}
    if (from !== undefined)
      edits.push({ firstLine: Number(from), count: Number(to) - Number(from) + 1, lines: [] })
    if (first !== undefined)
      edits.push({ firstLine: Number(first), count: Number(last) - Number(first) + 1, lines })
    if (where !== undefined)
      edits.push({ firstLine: Number(line) + (where === 'Below' ? 1 : 0), count: 0, lines })
    if (file !== undefined) files.push({ name: file, isInGroup: group !== undefined, lines })
  }
  return { edits, files }
}

/** What an empty line parts, but not in a here-document or a command that goes on. */
function partsOf(way: string): string[] {
  const parts: string[] = []
  for (const part of way.split('\n\n')) {
    const before = parts.at(-1) ?? ''
    const mark = /<<-?["']?(\w+)/.exec(before)?.[1]
    const isOpen = mark !== undefined && !before.split('\n').some((line) => line.trim() === mark)
    if (isOpen || /[\\`]$/.test(before)) parts.splice(-1, 1, `${before}\n\n${part}`)
    else parts.push(part)
  }
  return parts
}

/** A Dockerfile with the edits in it, the lowest first. */
function withEdits(dockerfile: string, edits: readonly Edit[]): string {
  const lines = dockerfile.split('\n')
  // Of two edits at one line the one that stands first in the fix ends up first.
  const lowestFirst = [...edits].reverse().sort((a, b) => b.firstLine - a.firstLine)
  for (const { firstLine, count, lines: pasted } of lowestFirst) lines.splice(firstLine - 1, count, ...pasted)
  return lines.join('\n')
}

/** Pastes fixes of one report into a workspace, of each the first way. */
export async function pasteFixes(
  workspace: Pick<Workspace, 'read' | 'write'>,
  fixes: readonly string[],
): Promise<void> {
  const read = fixes.map((fix) => readFix(waysOf(fix)[0] ?? ''))
  const edits = read.flatMap((one) => one.edits)
  await workspace.write('Dockerfile', withEdits(await workspace.read('Dockerfile'), edits))
  for (const { name, isInGroup, lines } of read.flatMap((one) => one.files)) {
    const text = await workspace.read(name).catch(() => '')
    const pasted = lines.join('\n')
    await workspace.write(
      name,
      isInGroup ? text.replace('</PropertyGroup>', `${pasted}\n</PropertyGroup>`) : `${text}${pasted}\n`,
    )
  }
}
