import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BuildRequest } from '../docker/build-request.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Plan } from './plan.ts'

/** What the builds of a job have to do, without what the rooms add to it. */
export interface PreparedBuilds {
  tests: Omit<BuildRequest, 'target' | 'outputs' | 'tags' | 'cacheTo' | 'metadataFile'>
  image: Omit<BuildRequest, 'outputs' | 'cacheTo' | 'metadataFile'>
}

/**
 * Puts the instrumented Dockerfile into a private folder, under the name that the team's file has, so that BuildKit's
 * messages read the same; with it the ignore file of that very Dockerfile, which BuildKit looks for beside it. The image
 * that ships is built from the team's own file, unless it needs a stage in which tests run, which would otherwise run
 * there a second time.
 */
export async function prepareBuilds(
  { instrumented, dockerfile, final }: Plan,
  settings: Settings,
  cacheFrom: readonly string[],
  tempFolder: string,
): Promise<PreparedBuilds> {
  const folder = join(tempFolder, 'instrumented')
  await mkdir(folder, { recursive: true })
  const path = join(folder, basename(settings.file))
  await writeFile(path, instrumented.text)
  const ignored = await readFile(`${settings.file}.dockerignore`).catch(() => undefined)
  if (ignored !== undefined) await writeFile(`${path}.dockerignore`, ignored)
  const { context, builder, buildArgs, secrets, pull, noCache, tags } = settings
  const common = { context, builder, buildArgs, pull, noCache, cacheFrom }
  const tests = { ...common, dockerfile: path, secrets: [...secrets, ...instrumented.secrets] }
  if (instrumented.finalHasTests)
    return { tests, image: { ...tests, tags, target: instrumented.finalTarget } }
  const isLast = final.index === dockerfile.stages.length - 1
  const target = isLast ? undefined : final.name
  return { tests, image: { ...common, dockerfile: settings.file, secrets, tags, target } }
}
