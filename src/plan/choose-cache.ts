import type { ActionsCacheState } from '../store/actions-cache-state.ts'
import { createHash } from 'node:crypto'
import type { Settings } from '../inputs/settings.ts'
import type { ImageIdentity } from './image-identity.ts'

/** What can be known of the place. */
export interface CachePlace {
  actionsCache: ActionsCacheState
  /** Whether the builder can write caches; an engine with its legacy store can't. */
  builderWrites: boolean
  /** Why this run writes no cache by itself, as half a sentence; undefined where it does. */
  readOnly: string | undefined
  /** How many stages that test have something to keep that the final stage does not need. */
  testStages: number
}

/** Which caches a build reads and writes, in BuildKit's words, and what to tell about the choice. */
export interface CacheChoice {
  kind: 'gha' | 'registry' | 'local' | 'own' | 'off'
  /** For the image. */
  from: string[]
  to: string[]
  /** For the tests, not also the image's: BuildKit takes a step that both have from either, and misses those that follow it in the other (5 of 23 builds). */
  testsFrom: string[]
  /** For what only the stages that test need, one for each of them. */
  testsTo: string[]
  /** What was chosen and why, as a sentence. */
  reason: string
  /** What the user did not get, although it was asked for. */
  warnings: string[]
}

/** Chooses the build cache from what was asked for and what is there. */
export function chooseCache(
  settings: Settings,
  identity: Pick<ImageIdentity, 'imageKey'>,
  place: CachePlace,
): CacheChoice {
  const choice = chooseFromService(settings, identity, place)
  if (place.builderWrites) return choice
  const isService = choice.kind === 'gha'
  if (!isService && choice.to.length === 0) return choice
  const warning =
    `The build cache is not ${isService ? 'used' : 'written'}: this Docker engine keeps images in its legacy store, which can not. ` +
    'Add the step docker/setup-buildx-action above this one, or turn on the engine’s containerd image store.'
  // It does not know the Actions cache at all; other caches it reads.
  if (isService) return none('no Actions cache: this builder can’t use it', [...choice.warnings, warning])
  const reason = choice.reason.replace('read and written', 'read only (the builder can’t write it)')
  return { ...choice, to: [], testsTo: [], reason, warnings: [...choice.warnings, warning] }
}

function chooseFromService(
  settings: Settings,
  { imageKey }: Pick<ImageIdentity, 'imageKey'>,
  place: CachePlace,
): CacheChoice {
  if (settings.cacheFrom.length > 0 || settings.cacheTo.length > 0) {
    const { cacheFrom: from, cacheTo: to } = settings
    return {
      kind: 'own',
      from,
      to,
      testsFrom: from,
      testsTo: [],
      reason: 'cache-from and cache-to are used as they were given',
      warnings: [],
    }
  }
  const { cache, cacheRef = '' } = settings
  // Jobs of a matrix that build one platform each would write over each other's cache.
  const platform = settings.platforms.length === 1 ? settings.platforms[0]?.replaceAll('/', '-') : undefined
  if (cache === 'off') return none('cache: off')
  if (cache === 'registry') {
    const tagged = /:[^:/]+$/.test(cacheRef) ? cacheRef : `${cacheRef}:latest`
    const nameOf = (suffix: string): string => {
      const ending = `${platform === undefined ? '' : `-${platform}`}${suffix}`
      return ending === '' ? cacheRef : `${tagged}${ending}`
    }
    const read = (suffix: string): string => `type=registry,ref=${nameOf(suffix)}`
    return useAll({ kind: cache, chosen: `cache: registry, ${nameOf('')}`, read }, settings, place)
  }
  if (cache === 'local') {
    const folder = platform === undefined ? cacheRef : `${cacheRef}/${platform}`
    // Below that folder, so that people who keep it between jobs keep all of it. As a tag of one index the build would fail
    // where the tag is not there yet.
    const below = (suffix: string): string => folder + suffix.replace('-', '/')
    const read = (suffix: string): string => `type=local,src=${below(suffix)}`
    const write = (suffix: string): string => `type=local,dest=${below(suffix)}`
    return useAll({ kind: cache, chosen: `cache: local, ${folder}`, read, write }, settings, place)
  }
  const { actionsCache } = place
  const isAbsent = actionsCache.kind === 'absent'
  if (cache === 'auto' && isAbsent)
    return none('cache: auto chose none, since there is no Actions cache here')
  if (actionsCache.kind !== 'ready') {
    const why = isAbsent
      ? 'this job has none (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)'
      : actionsCache.reason
    return none(`no Actions cache: ${why}`, [`The image is built without the Actions cache: ${why}.`])
  }
  const chosen = cache === 'auto' ? 'cache: auto chose the Actions cache' : 'cache: gha'
  const scope = scopeOf(platform === undefined ? imageKey : `${imageKey}-${platform}`)
  return useAll(
    { kind: 'gha', chosen, read: (suffix) => `type=gha,scope=${scope}${suffix}` },
    settings,
    place,
  )
}

function none(reason: string, warnings: string[] = []): CacheChoice {
  return { kind: 'off', from: [], to: [], testsFrom: [], testsTo: [], reason, warnings }
}

/** Why caches are only read; undefined where they are written too. */
export function readerOf(
  { cacheWrite }: Pick<Settings, 'cacheWrite'>,
  { readOnly }: Pick<CachePlace, 'readOnly'>,
): string | undefined {
  if (cacheWrite === 'never') return 'cache-write: never'
  return cacheWrite === 'always' ? undefined : readOnly
}

/** A kind of cache, and how BuildKit is told to read and to write the one with a suffix in its name; the image's has none. */
interface CacheForm {
  kind: CacheChoice['kind']
  chosen: string
  read: (suffix: string) => string
  write?: (suffix: string) => string
}

/** The caches of the image and of the stages that only the tests need; `min` keeps the image's alone. */
function useAll(
  { kind, chosen, read, write = read }: CacheForm,
  settings: Settings,
  place: CachePlace,
): CacheChoice {
  const { cacheMode } = settings
  const numbers = Array.from({ length: cacheMode === 'max' ? place.testStages : 0 }, (_, index) => index + 1)
  const suffixes = ['', ...numbers.map((number) => (number === 1 ? '-test' : `-test-${number}`))]
  const reader = readerOf(settings, place)
  const [from = '', ...testsFrom] = suffixes.map(read)
  const written = reader === undefined ? suffixes.map((suffix) => `${write(suffix)},mode=${cacheMode}`) : []
  return {
    kind,
    from: [from],
    to: written.slice(0, 1),
    // The tests' own has all of their build, with what the image needs of it.
    testsFrom: testsFrom.length === 0 ? [from] : testsFrom,
    testsTo: written.slice(1),
    reason: `${chosen}, ${reader === undefined ? 'read and written' : `read only (${reader})`}`,
    warnings: [],
  }
}

/** A cache scope: an allow-listed name, else a hash, since a comma in it would add options of its own (`url_v2=…`). */
export function scopeOf(imageKey: string): string {
  return /^[A-Za-z0-9._-]{1,128}$/.test(imageKey)
    ? imageKey
    : `image-${createHash('sha256').update(imageKey).digest('hex').slice(0, 24)}`
}
