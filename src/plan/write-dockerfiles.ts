import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BuildRequest } from '../docker/build-request.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Plan } from './plan.ts'

/** Which file a build reads, what it builds of it, and the secrets that it needs. */
export type BuildSource = Pick<BuildRequest, 'dockerfile' | 'target' | 'secrets'>

/**
 * Puts the instrumented Dockerfile into a private folder, under the name that the team's file has, so that BuildKit's
 * messages read the same; with it the ignore file of that very Dockerfile, which BuildKit looks for beside it. The image
 * that ships is built from the team's own file, unless it needs a stage in which tests run, which would otherwise run
 * there a second time.
 */
export async function writeDockerfiles(
  { instrumented, dockerfile, final }: Plan,
  settings: Settings,
  tempFolder: string,
): Promise<{ tests: Omit<BuildSource, 'target'>; image: BuildSource }> {
  const folder = join(tempFolder, 'instrumented')
  await mkdir(folder, { recursive: true })
  const path = join(folder, basename(settings.file))
  await writeFile(path, instrumented.text)
  const ignored = await readFile(`${settings.file}.dockerignore`).catch(() => undefined)
  if (ignored !== undefined) await writeFile(`${path}.dockerignore`, ignored)
  const tests = { dockerfile: path, secrets: [...settings.secrets, ...instrumented.secrets] }
  if (instrumented.finalHasTests) return { tests, image: { ...tests, target: instrumented.finalTarget } }
  const isLast = final.index === dockerfile.stages.length - 1
  const target = isLast ? undefined : final.name
  return { tests, image: { dockerfile: settings.file, secrets: settings.secrets, target } }
}
