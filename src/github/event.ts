import * as v from 'valibot'
import { readFileAs } from '../shared/json.ts'

const eventSchema = v.looseObject({
  before: v.optional(v.nullable(v.string())),
  forced: v.optional(v.nullable(v.boolean())),
  pull_request: v.optional(
    v.looseObject({
      number: v.fallback(v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))), undefined),
      base: v.optional(v.looseObject({ sha: v.optional(v.string()) })),
      head: v.optional(v.looseObject({ sha: v.optional(v.string()) })),
      labels: v.fallback(v.array(v.looseObject({ name: v.string() })), []),
    }),
  ),
  merge_group: v.optional(
    v.looseObject({ base_sha: v.optional(v.string()), base_ref: v.optional(v.string()) }),
  ),
  repository: v.optional(
    v.looseObject({
      default_branch: v.optional(v.string()),
      private: v.fallback(v.optional(v.boolean()), undefined),
    }),
  ),
})

/** What is read of the event file that the runner leaves. */
export type Event = v.InferOutput<typeof eventSchema>

/** Reads the event file; what is not there, or of another form, is left out. */
export async function readEvent(path: string | undefined): Promise<Event> {
  return (await readFileAs(eventSchema, path)) ?? {}
}
