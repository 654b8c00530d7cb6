import * as v from 'valibot'
import { parseAs, count, text } from '../shared/schema-values.ts'
import { planBuildCommand, toBuildRequest, type BuildRequest } from './build/build-request.ts'
import type { Docker } from './docker.ts'

/** It takes a fraction of a second; a base image whose registry hangs is not waited for. */
const deadlineMs = 10_000
/** BuildKit's own words for a rule are short; a Dockerfile may have thousands of lines. */
const maxFindings = 100

const line = v.object({ line: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) })
const answerSchema = v.object({
  warnings: v.nullish(
    v.array(
      v.object({
        ruleName: v.string(),
        detail: v.string(),
        url: v.fallback(v.optional(v.string()), undefined),
        location: v.object({ ranges: v.pipe(v.array(v.object({ start: line })), v.minLength(1)) }),
      }),
    ),
    [],
  ),
})

/** What BuildKit has to say of a line of a Dockerfile: by a rule such as `JSONArgsRecommended`, with that rule's page. */
export const findingSchema = v.object({ rule: v.string(), message: v.string(), url: text, line: count })

/** The same as a type. */
export type DockerfileFinding = v.InferOutput<typeof findingSchema>

/** BuildKit's own checks of a Dockerfile (`docker buildx build --call=check`), without building anything; none where the builder can't check. */
export async function checkDockerfile(
  docker: Docker,
  request: Pick<
    BuildRequest,
    'context' | 'dockerfile' | 'target' | 'builder' | 'buildArgs' | 'buildContexts'
  >,
): Promise<DockerfileFinding[]> {
  const { args, env } = planBuildCommand(toBuildRequest(request))
  const ended = await docker.run({ args: [...args, '--call=check,format=json'], env, deadlineMs })
  // It ends with 1 when it has found something.
  return ended.kind === 'exited' ? parseFindings(ended.stdout) : []
}

/** Reads buildx's answer, which is one JSON object. */
export function parseFindings(answer: string): DockerfileFinding[] {
  const { warnings } = parseAs(answerSchema, answer) ?? { warnings: [] }
  return warnings.slice(0, maxFindings).flatMap(({ ruleName, detail, url, location }) => {
    const [first] = location.ranges
    return first === undefined ? [] : [{ rule: ruleName, message: detail, url, line: first.start.line }]
  })
}
