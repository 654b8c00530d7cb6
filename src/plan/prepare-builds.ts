import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BuildRequest } from '../docker/build/build-request.ts'
import type { Settings } from '../inputs/settings.ts'
import type { PlatformChoice } from './choose-platforms.ts'
import { recorderAssembly } from './instrument/recorder-assembly.ts'
import { recorderId } from './instrument/run-mounts.ts'
import type { Plan } from './plan.ts'
import { neededBeside } from './dockerfile/stage-graph.ts'
import type { Dockerfile } from './dockerfile/parse-dockerfile.ts'

/** What the builds of a job have to do, without what the rooms add to it. */
export interface PreparedBuilds {
  tests: BuildRequest
  /** What a cache keeps of the tests' builds, one for each of its places: after tests that passed, and after others. */
  testCaches: { passed: BuildRequest[]; failed: BuildRequest[] }
  image: ImageRequest
}

type ImageRequest = BuildRequest & {
  [K in 'attests' | 'cacheFrom' | 'platforms' | 'tags']: NonNullable<BuildRequest[K]>
}

/** What was chosen for the builds with the place in view. */
interface BuildChoices extends Pick<ImageRequest, 'cacheFrom' | 'attests'> {
  /** What the builds of the tests read. */
  testsFrom: readonly string[]
  platforms: PlatformChoice
}

/**
 * Puts the instrumented Dockerfile and its ignore file into a private folder, under the team's own name, so that BuildKit's messages read the same. The
 * image is built from the team's own file, unless it needs a stage in which tests run, which would run there a second time.
 */
export async function prepareBuilds(
  plan: Plan,
  settings: Settings,
  { cacheFrom, testsFrom, attests, platforms }: BuildChoices,
  tempFolder: string,
): Promise<PreparedBuilds> {
  const { instrumented, dockerfile, final } = plan
  const write = (name: string, text: string): Promise<string> =>
    writeBeside(settings.file, join(tempFolder, name), text)
  const path = await write('instrumented', instrumented.text)
  const { context, builder, buildArgs, secrets, pull, tags, annotations } = settings
  const labels = labelsOf(settings, dockerfile)
  // What a RUN sees is the same in both builds: else the second would build again what the first has built.
  const common = { context, builder, buildArgs, pull, ...surroundingsOf(settings) }
  const recorder = join(tempFolder, 'recorder.dll')
  const isRecorded = instrumented.testRuns.some((run) => run.isRecorded)
  if (isRecorded) await writeFile(recorder, recorderAssembly())
  const recorderSecrets: [id: string, path: string][] = isRecorded ? [[recorderId, recorder]] : []
  const instrumentedFile = {
    dockerfile: path,
    secrets: [...secrets, ...instrumented.secrets],
    secretFiles: [...settings.secretFiles, ...recorderSecrets],
  }
  const { noCache } = settings
  // buildx takes either of them, not both.
  const noCacheStages = noCache ? [] : settings.noCacheFilters
  const ofTests = { platforms: platforms.tests, noCache, noCacheStages }
  const tests = { ...common, cacheFrom: testsFrom, ...instrumentedFile, ...ofTests }
  const untested = await write('untested', instrumented.untested.text)
  const upToTests = (target: string): BuildRequest => ({ ...tests, dockerfile: untested, target })
  const targets = instrumented.targets.map(({ target }) => target)
  const own = instrumented.untested.targets.map(upToTests)
  const testCaches = settings.testCache
    ? { passed: targets.map((target) => ({ ...tests, target })), failed: targets.map(upToTests) }
    : { passed: own, failed: own.length > 0 ? own : targets.slice(0, 1).map(upToTests) }
  const image = {
    ...{ ...common, cacheFrom },
    ...{ tags, labels, annotations, attests, platforms: platforms.image },
    ...withoutCache(plan, settings),
    dockerfile: settings.file,
    secrets,
  }
  const isLast = final.index === dockerfile.stages.length - 1
  // In the instrumented file every stage that is built has a name; --target takes no number.
  if (instrumented.finalHasTests || (!isLast && final.name === undefined)) {
    return { tests, testCaches, image: { ...image, ...instrumentedFile, target: instrumented.finalTarget } }
  }
  const target = isLast ? undefined : final.name
  return { tests, testCaches, image: { ...image, target } }
}

function surroundingsOf(settings: Settings): Partial<BuildRequest> {
  const { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow } = settings
  return { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow }
}

/** Writes a text in place of the team's Dockerfile, with the ignore file of that very file beside it. */
async function writeBeside(file: string, folder: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, basename(file))
  await writeFile(path, text)
  const ignored = await readFile(`${file}.dockerignore`).catch(() => undefined)
  if (ignored !== undefined) await writeFile(`${path}.dockerignore`, ignored)
  return path
}

/** Without the cache each stage is built once per job: what the tests had built just now is not built again. */
function withoutCache(
  { tests, final }: Plan,
  { noCache, noCacheFilters }: Settings,
): Pick<BuildRequest, 'noCache' | 'noCacheStages'> {
  if (tests.kind !== 'stages') return { noCache, noCacheStages: noCache ? [] : noCacheFilters }
  if (!noCache && noCacheFilters.length === 0) return { noCache, noCacheStages: [] }
  const filters = new Set(noCacheFilters.map((name) => name.toLowerCase()))
  const names = neededBeside(final, tests.stages).flatMap(({ name }) => name ?? [])
  return {
    noCache: false,
    noCacheStages: noCache ? names : names.filter((name) => filters.has(name.toLowerCase())),
  }
}

const prefix = 'org.opencontainers.image.'

/**
 * The labels of the final image: those of the OCI specification that the run knows, then the input `labels`. What that or a `LABEL` of
 * the Dockerfile says itself is left to them. Times are the commit's, so that the same commit gives the same image.
 */
export function labelsOf(
  { labels, ociLabels, facts, imageNames, tags, version }: Settings,
  dockerfile: Dockerfile,
): string[] {
  if (!ociLabels || facts.repositoryUrl === '') return labels
  const name = imageNames[0] ?? tags[0] ?? facts.repositoryUrl
  const known: Record<string, string | undefined> = {
    title: name.replace(/^.*\//, '').replace(/[:@].*$/, ''),
    description: facts.description,
    url: facts.repositoryUrl,
    source: facts.repositoryUrl,
    revision: facts.commit,
    version,
    created: facts.committedAt,
    licenses: facts.license,
  }
  const written = dockerfile.stages.flatMap(({ instructions }) =>
    instructions.filter(({ keyword }) => keyword === 'LABEL').map(({ argument }) => argument),
  )
  const isTaken = (key: string): boolean =>
    labels.some((label) => label.startsWith(`${key}=`)) || written.some((text) => text.includes(key))
  const own = Object.entries(known).flatMap(([key, value = '']) =>
    value === '' || isTaken(prefix + key) ? [] : [`${prefix}${key}=${value.replace(/[\r\n]+/g, ' ')}`],
  )
  return [...own, ...labels]
}
