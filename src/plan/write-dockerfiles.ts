import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { neededFor } from './stage-graph.ts'
import type { Plan } from './plan.ts'
import { stageLabel } from './dockerfile.ts'

/**
 * Puts the instrumented Dockerfile into a private folder, under the name that the team's file has, so that BuildKit's
 * messages read the same; with it the ignore file of that very Dockerfile, which BuildKit looks for beside it. Gives the
 * paths to build from: the final stage has the team's own file, unless it needs a stage in which tests run, which would
 * otherwise run there a second time.
 */
export async function writeDockerfiles(
  plan: Plan,
  file: string,
  tempFolder: string,
): Promise<{ testFile: string; finalFile: string }> {
  const folder = join(tempFolder, 'instrumented')
  await mkdir(folder, { recursive: true })
  const testFile = join(folder, basename(file))
  await writeFile(testFile, plan.instrumented.text)
  const ignored = await readFile(`${file}.dockerignore`).catch(() => undefined)
  if (ignored !== undefined) await writeFile(`${testFile}.dockerignore`, ignored)
  const needed = [...neededFor(plan.dockerfile, plan.final)].map(stageLabel)
  const runsTests = plan.instrumented.testRuns.some((run) => needed.includes(run.stage))
  return { testFile, finalFile: runsTests ? testFile : file }
}
