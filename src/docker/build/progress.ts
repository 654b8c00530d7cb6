import * as v from 'valibot'
import { digest, listOf, parseAs } from '../../shared/schema-values.ts'
import type { DockerfileFinding } from './build-result.ts'

/** Null where a step has not got so far; a time that is none would make durations that are no numbers. */
const time = v.fallback(v.optional(v.pipe(v.string(), v.isoTimestamp())), undefined)

const vertexSchema = v.object({
  digest: v.string(),
  name: v.optional(v.string(), ''),
  started: time,
  completed: time,
  cached: v.optional(v.boolean()),
  error: v.optional(v.string()),
})

/** A step of a build, as BuildKit tells of it; it comes again each time something about it changes. */
export type Vertex = v.InferOutput<typeof vertexSchema>

/** What one line of `--progress=rawjson` says. */
export type ProgressEvent =
  | { kind: 'vertex'; vertex: Vertex }
  | { kind: 'output'; vertex: string; data: Buffer }
  /** So many bytes of the build context have been sent to the builder by now. */
  | { kind: 'context'; vertex: string; sentBytes: number }
  /** So many bytes of a layer have come from a registry or a cache by now. */
  | { kind: 'layer'; vertex: string; digest: string; receivedBytes: number }
  | { kind: 'check'; finding: DockerfileFinding }
  /** A line that is not JSON: buildx writes its errors so (docker/buildx#2967). */
  | { kind: 'text'; text: string }

const base64 = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => Buffer.from(text, 'base64')),
)

/** BuildKit's client.SolveStatus as buildx prints it (util/progress, rawjson); unknown fields are ignored. */
const solveStatus = v.object({
  vertexes: listOf(vertexSchema),
  statuses: listOf(
    v.object({
      id: v.string(),
      vertex: v.string(),
      current: v.optional(v.pipe(v.number(), v.finite()), 0),
    }),
  ),
  logs: listOf(v.object({ vertex: v.string(), data: base64 })),
  warnings: listOf(v.object({ short: base64, url: v.fallback(v.optional(v.string()), undefined) })),
})

/** Reads one line of `--progress=rawjson`; never throws: what can't be read is text. */
export function parseProgressLine(line: string): ProgressEvent[] {
  if (line.trim() === '') return []
  const status = parseAs(solveStatus, line)
  if (status === undefined) return [{ kind: 'text', text: line }]
  return [
    ...status.vertexes.map((vertex) => ({ kind: 'vertex' as const, vertex })),
    ...status.logs.map((log) => ({ kind: 'output' as const, ...log })),
    ...status.statuses.flatMap(readTransfer),
    ...status.warnings.flatMap(readCheck),
  ]
}

type Status = v.InferOutput<typeof solveStatus>

/** Of warnings those of checks, `Rule: words (line 2)` (BuildKit's linter.LintFormatShort). */
function readCheck({ short, url }: Status['warnings'][number]): ProgressEvent[] {
  const [, rule, message, line] = /^(\w+): ([^]*) \(line (\d+)\)$/.exec(short.toString('utf8')) ?? []
  if (rule === undefined || message === undefined) return []
  return [{ kind: 'check', finding: { rule, message, url, line: Number(line) } }]
}

function readTransfer({ id, vertex, current }: Status['statuses'][number]): ProgressEvent[] {
  if (id === 'transferring context:') return [{ kind: 'context', vertex, sentBytes: current }]
  return v.is(digest, id) ? [{ kind: 'layer', vertex, digest: id, receivedBytes: current }] : []
}
