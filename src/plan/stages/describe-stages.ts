import * as v from 'valibot'
import { count } from '../../shared/schema-values.ts'
import { parentOf, sourcesOf } from '../dockerfile/stage-graph.ts'
import { stageLabel, type Dockerfile, type Stage } from '../dockerfile/parse-dockerfile.ts'

/** One stage as the picture of the build shows it; other stages are named by their place in the list. */
export const stageSchema = v.object({
  name: v.string(),
  /** Of its FROM; undefined for a stage of ours. */
  line: v.optional(count),
  /** The stage that it begins from; undefined where that is an image. */
  from: v.optional(count),
  /** What stands after FROM. */
  base: v.string(),
  /** The stages that it copies or mounts from. */
  copiesFrom: v.array(count),
  runsTests: v.boolean(),
  isFinal: v.boolean(),
})

/** The same as a type. */
export type StageSummary = v.InferOutput<typeof stageSchema>

/** The stages of a Dockerfile in their order, each with those that it comes from. `extended` has test stages of ours below the team's own. */
export function describeStages({
  dockerfile,
  final,
  instrumented,
}: {
  dockerfile: Dockerfile
  final: Stage
  instrumented: { dockerfile: Dockerfile; targets: readonly { label: string }[] }
}): StageSummary[] {
  const extended = instrumented.dockerfile
  const labels = new Set(instrumented.targets.map(({ label }) => label))
  const own = dockerfile.stages.length
  return extended.stages
    .filter((stage) => stage.index < own || labels.has(stageLabel(stage)))
    .map((stage) => ({
      name: stageLabel(stage),
      line: stage.index < own ? stage.firstLine : undefined,
      from: parentOf(stage)?.index,
      base: stage.base,
      copiesFrom: [...new Set(stage.instructions.flatMap((one) => sourcesOf(one).map(({ index }) => index)))],
      runsTests: labels.has(stageLabel(stage)),
      isFinal: stage.index === final.index,
    }))
}
