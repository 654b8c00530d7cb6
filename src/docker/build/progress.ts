import * as v from 'valibot'
import { parseAs } from '../../shared/schema-values.ts'

/** A step of a build, as BuildKit tells of it; it comes again each time something about it changes. */
export interface Vertex {
  digest: string
  name: string
  started?: string | undefined
  completed?: string | undefined
  cached?: boolean | undefined
  error?: string | undefined
}

/** What one line of `--progress=rawjson` says. */
export type ProgressEvent =
  | { kind: 'vertex'; vertex: Vertex }
  | { kind: 'output'; vertex: string; data: Buffer }
  /** So many bytes of the build context have been sent to the builder by now. */
  | { kind: 'context'; vertex: string; sentBytes: number }
  /** So many bytes of a layer have come from a registry or a cache by now. */
  | { kind: 'layer'; vertex: string; digest: string; receivedBytes: number }
  /** What a check of BuildKit's found in the Dockerfile: `RuleName: words (line 2)`. */
  | { kind: 'check'; text: string }
  /** A line that is not JSON: buildx writes its errors so (docker/buildx#2967). */
  | { kind: 'text'; text: string }

/** A time that is none would make durations that are no numbers. */
const time = v.optional(
  v.nullable(
    v.pipe(
      v.string(),
      v.check((text) => !Number.isNaN(Date.parse(text))),
    ),
  ),
)

/** BuildKit's client.SolveStatus as buildx prints it (util/progress, rawjson); unknown fields are ignored. */
const solveStatus = v.object({
  vertexes: v.optional(
    v.nullable(
      v.array(
        v.object({
          digest: v.string(),
          name: v.optional(v.string(), ''),
          started: time,
          completed: time,
          cached: v.optional(v.boolean()),
          error: v.optional(v.string()),
        }),
      ),
    ),
  ),
  statuses: v.optional(
    v.nullable(
      v.array(
        v.object({
          id: v.string(),
          vertex: v.string(),
          current: v.optional(v.pipe(v.number(), v.finite()), 0),
        }),
      ),
    ),
  ),
  logs: v.optional(v.nullable(v.array(v.object({ vertex: v.string(), data: v.optional(v.string(), '') })))),
  warnings: v.optional(v.nullable(v.array(v.object({ short: v.optional(v.string(), '') })))),
})

/** Reads one line of `--progress=rawjson`; never throws: what can't be read is text. */
export function parseProgressLine(line: string): ProgressEvent[] {
  if (line.trim() === '') return []
  const status = parseAs(solveStatus, line)
  if (status === undefined) return [{ kind: 'text', text: line }]
  const vertices = (status.vertexes ?? []).map(({ started, completed, ...rest }): ProgressEvent => ({
    kind: 'vertex',
    vertex: { ...rest, started: started ?? undefined, completed: completed ?? undefined },
  }))
  const outputs = (status.logs ?? []).map(({ vertex, data }): ProgressEvent => ({
    kind: 'output',
    vertex,
    data: Buffer.from(data, 'base64'),
  }))
  const moved = (status.statuses ?? []).flatMap(({ id, vertex, current }): ProgressEvent[] => {
    if (id === 'transferring context:') return [{ kind: 'context', vertex, sentBytes: current }]
    if (!/^sha256:[0-9a-f]{64}$/.test(id)) return []
    return [{ kind: 'layer', vertex, digest: id, receivedBytes: current }]
  })
  const checks = (status.warnings ?? []).map(({ short }): ProgressEvent => ({
    kind: 'check',
    text: Buffer.from(short, 'base64').toString('utf8'),
  }))
  return [...vertices, ...outputs, ...moved, ...checks]
}
