import * as v from 'valibot'
import { count, text } from '../../shared/schema-values.ts'

/** What one of BuildKit's checks has to say of a line of a Dockerfile: its rule, such as `JSONArgsRecommended`, and that rule's page. */
export const findingSchema = v.object({ rule: v.string(), message: v.string(), url: text, line: count })

/** The same as a type. */
export type DockerfileFinding = v.InferOutput<typeof findingSchema>

/** Reads a warning of a build, `Rule: words (line 2)` (BuildKit's linter.LintFormatShort); undefined for one of another kind. */
export function parseFinding(words: string, url: string | undefined): DockerfileFinding | undefined {
  const [, rule, message, line] = /^(\w+): ([^]*) \(line (\d+)\)$/.exec(words) ?? []
  return rule === undefined || message === undefined ? undefined : { rule, message, url, line: Number(line) }
}
