import * as v from 'valibot'
import { parseAs } from '../../shared/json.ts'
import { code } from '../text/markdown.ts'

/** What one image has to say in the comment of a pull request. */
export interface Section extends SectionHead {
  /** The answer, always shown: a heading and a sentence. */
  head: string
  /** What is folded below it, as Markdown parts, what matters most first. */
  details: string[]
}

/** What a section is about, and which run wrote it; the comment keeps it beside the text. */
export type SectionHead = v.InferOutput<typeof headSchema>

const headSchema = v.object({
  /** Image, stage and Dockerfile: of each there is one section. */
  key: v.pipe(v.string(), v.maxLength(600)),
  run: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  attempt: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}$/)),
  /** Of the run, with its summary. */
  url: v.pipe(v.string(), v.regex(/^https?:\/\/[\w.:/%-]+$/)),
  /** Hash of the facts without times: the same again needs no edit. */
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{16,64}$/)),
})

const name = 'dotnet-container'
const details = `<!-- ${name}:details -->`
const end = `<!-- ${name}:end -->`
const sectionPattern = new RegExp(`<!-- ${name}:section ([\\w-]+) -->\\n([\\s\\S]*?)\\n${end}`, 'g')

/** The first line of a workflow's comment. */
export function commentMarker(workflow: string): string {
  return `<!-- ${name}:comment ${Buffer.from(workflow).toString('base64url')} -->`
}

/** Writes a section; `isCurrent`: it is of the commit that the newest run is about. */
export function renderSection(section: Section, isCurrent: boolean): string {
  const { head, details: parts, ...about } = section
  const { key, run, attempt, commit, url, digest } = about
  const kept = Buffer.from(JSON.stringify({ key, run, attempt, commit, url, digest })).toString('base64url')
  const stale = isCurrent ? '' : '⏳ Of an earlier commit; the newest one has no result for this image yet: '
  return [
    `<!-- ${name}:section ${kept} -->`,
    [head, ...parts].map(withoutMarks).join(`\n\n${details}\n`),
    // After an empty line: right below `</details>` GitHub would take the link for HTML, and show its brackets.
    `${end}\n`,
    `<sub>${stale}commit ${code(commit.slice(0, 7))} · [run and summary](${url})</sub>`,
  ].join('\n')
}

/** Reads the sections of a comment; what is not one, or was changed by hand so that it is none, is left out. */
export function parseSections(body: string): Section[] {
  return [...body.matchAll(sectionPattern)].flatMap(([, kept = '', text = '']): Section[] => {
    const about = parseAs(headSchema, Buffer.from(kept, 'base64url').toString())
    if (about === undefined) return []
    const [head = '', ...parts] = text.split(`\n\n${details}\n`)
    return [{ ...about, head, details: parts }]
  })
}

/** Texts of a test may say what our marks say; then they must not be some. */
function withoutMarks(markdown: string): string {
  return markdown.replaceAll(`<!-- ${name}:`, `<!-- ${name}\u200b:`)
}
