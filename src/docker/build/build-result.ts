import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { bytes, count, maybe, milliseconds, text } from '../../shared/schema-values.ts'
import { plainText } from '../../shared/text.ts'

/** One step of a build, as the report shows it. */
export const stepSchema = v.object({
  /** The stage's name, or `stage-N` for one without; undefined for BuildKit's own work, such as loading the context. */
  stage: text,
  /** In a build for several platforms, the one that it is for; BuildKit names none in others. */
  platform: text,
  /** Its place in the stage, such as `3/7`. */
  position: text,
  /** The instruction as BuildKit words it, or the description of its own work. */
  name: v.string(),
  outcome: v.picklist(['cached', 'done', 'failed', 'cancelled']),
  durationMs: milliseconds,
  error: text,
  sentBytes: maybe(bytes, 'What went to the builder of the build context.'),
  receivedBytes: maybe(bytes, 'What came from a registry or a cache for it, compressed.'),
})

/** The same as a type. */
export type Step = v.InferOutput<typeof stepSchema>

/** What one of BuildKit's checks has to say of a line of a Dockerfile: its rule, such as `JSONArgsRecommended`, and that rule's page. */
export const findingSchema = v.object({ rule: v.string(), message: v.string(), url: text, line: count })

/** The same as a type. */
export type DockerfileFinding = v.InferOutput<typeof findingSchema>

/** How a build ended, with what it did. */
export interface BuildResult {
  outcome: 'built' | 'failed' | 'timed-out'
  steps: Step[]
  /** The lines that steps printed; `step` is the name as BuildKit words it. */
  output: { step: string; stage: string | undefined; text: string }[]
  /** What buildx printed beside the progress: its error with the lines of the Dockerfile. */
  text: string[]
  /** What BuildKit's checks found in the Dockerfile, in the stages of this build. */
  checks: DockerfileFinding[]
  durationMs: number
  /** Why a build cache could not be read, when that was more than a miss. */
  cacheTrouble: string | undefined
  /** The builder stopped answering in the middle of it; `text` has the words for the user. */
  isBuilderLost: boolean
}

/** The step of a build that failed; one that was stopped since another failed is none. */
export function findFailedStep({ steps }: Pick<BuildResult, 'steps'>): Step | undefined {
  return steps.find((step) => step.outcome === 'failed')
}

/** What the command of the step that failed printed, as plain text: BuildKit's own message only has its exit code. */
export function readLastOutput({ steps, output }: Pick<BuildResult, 'steps' | 'output'>): string[] {
  const failed = findFailedStep({ steps })
  if (failed === undefined) return []
  return output
    .filter(({ stage, step }) => stage === failed.stage && step.endsWith(failed.name))
    .map(({ text }) => plainText(text).trimEnd())
}

/** How much of the build context went to the builder, in the build that sent most; undefined where none told. */
export function readContextBytes(steps: readonly Pick<Step, 'sentBytes'>[]): number | undefined {
  const sent = steps.flatMap(({ sentBytes }) => sentBytes ?? [])
  return sent.length === 0 ? undefined : Math.max(...sent)
}

const metadataSchema = v.looseObject({
  'containerimage.digest': v.optional(v.string()),
  'containerimage.config.digest': v.optional(v.string()),
  'image.name': v.optional(v.string()),
})

/** What buildx writes with `--metadata-file`. */
export interface BuildMetadata {
  digest: string | undefined
  configDigest: string | undefined
  /** All names, with commas between them. */
  imageName: string | undefined
  /** All of it, in buildx's words. */
  all: Record<string, unknown>
}

/** Reads the metadata that a build has left in a file. Throws when there are none, or other ones than buildx writes. */
export async function readBuildMetadata(file: string): Promise<BuildMetadata> {
  const all = v.parse(metadataSchema, JSON.parse(await readFile(file, 'utf8')))
  return {
    digest: all['containerimage.digest'],
    configDigest: all['containerimage.config.digest'],
    imageName: all['image.name'],
    all,
  }
}
