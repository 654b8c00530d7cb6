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
  /**
   * What the tests read: of ours not also the image's, since BuildKit then takes a step that both have from either, and misses those
   * that follow it in the other (seen in 5 of 23 builds, and in 18 with the tests' first).
   */
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
  if (settings.cache === 'off') return none('cache: off')
  const writes = readerOf(settings, place) === undefined
  const written = howUsed(settings, place)
  switch (settings.cache) {
    case 'registry':
      return registry(settings, place, writes)
    case 'local':
      return local(settings, place, writes)
    case 'gha':
      return gha(settings, imageKey, place, writes, `cache: gha, ${written}`)
    case 'auto':
      if (place.actionsCache.kind === 'absent')
        return none('cache: auto chose none, since there is no Actions cache here')
      return gha(settings, imageKey, place, writes, `cache: auto chose the Actions cache, ${written}`)
  }
}

function none(reason: string, warnings: string[] = []): CacheChoice {
  return { kind: 'off', from: [], to: [], testsFrom: [], testsTo: [], reason, warnings }
}

function gha(
  settings: Settings,
  imageKey: string,
  place: CachePlace,
  writes: boolean,
  reason: string,
): CacheChoice {
  if (place.actionsCache.kind !== 'ready') {
    const why =
      place.actionsCache.kind === 'absent'
        ? 'this job has none (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)'
        : place.actionsCache.reason
    return none(`no Actions cache: ${why}`, [`The image is built without the Actions cache: ${why}.`])
  }
  const scope = `scope=${scopeOf([imageKey, ...ownPlatform(settings)].join('-'))}`
  const names = suffixes(settings, place).map((suffix) => `type=gha,${scope}${suffix}`)
  return { kind: 'gha', ...useAll(names, names, settings, writes), reason, warnings: [] }
}

function registry(settings: Settings, place: CachePlace, writes: boolean): CacheChoice {
  const reference = settings.cacheRef ?? ''
  const tagged = /:[^:/]+$/.test(reference) ? reference : `${reference}:latest`
  const references = suffixes(settings, place).map((suffix) => {
    const own = [...ownPlatform(settings).map((platform) => `-${platform}`), suffix].join('')
    return own === '' ? reference : `${tagged}${own}`
  })
  const names = references.map((one) => `type=registry,ref=${one}`)
  const reason = `cache: registry, ${references[0] ?? ''}, ${howUsed(settings, place)}`
  return { kind: 'registry', ...useAll(names, names, settings, writes), reason, warnings: [] }
}

function local(settings: Settings, place: CachePlace, writes: boolean): CacheChoice {
  const folder = [settings.cacheRef ?? '', ...ownPlatform(settings)].join('/')
  // Below that folder, so that people who keep it between jobs keep all of it. As a tag of one index the build would fail
  // where the tag is not there yet.
  const folders = suffixes(settings, place).map((suffix) =>
    suffix === '' ? folder : `${folder}/${suffix.slice(1)}`,
  )
  const sources = folders.map((one) => `type=local,src=${one}`)
  const places = folders.map((one) => `type=local,dest=${one}`)
  const reason = `cache: local, ${folder}, ${howUsed(settings, place)}`
  return { kind: 'local', ...useAll(sources, places, settings, writes), reason, warnings: [] }
}

/** Why caches are only read; undefined where they are written too. */
export function readerOf(
  { cacheWrite }: Pick<Settings, 'cacheWrite'>,
  { readOnly }: Pick<CachePlace, 'readOnly'>,
): string | undefined {
  if (cacheWrite === 'never') return 'cache-write: never'
  return cacheWrite === 'always' ? undefined : readOnly
}

function howUsed(settings: Settings, place: CachePlace): string {
  const reader = readerOf(settings, place)
  return reader === undefined ? 'read and written' : `read only (${reader})`
}

/** Jobs of a matrix that build one platform each would write over each other's cache: the platform as part of a name, where there is one. */
function ownPlatform({ platforms }: Pick<Settings, 'platforms'>): string[] {
  return platforms.length === 1 ? platforms.map((platform) => platform.replaceAll('/', '-')) : []
}

/** What tells the cache of the image from those of stages that only the tests need; `min` keeps the image's alone. */
function suffixes({ cacheMode }: Settings, { testStages }: CachePlace): string[] {
  const count = cacheMode === 'max' ? testStages : 0
  return ['', ...Array.from({ length: count }, (_, index) => (index === 0 ? '-test' : `-test-${index + 1}`))]
}

function useAll(
  sources: string[],
  places: readonly string[],
  { cacheMode }: Settings,
  writes: boolean,
): Pick<CacheChoice, 'from' | 'to' | 'testsFrom' | 'testsTo'> {
  const [from = '', ...testsFrom] = sources
  const [image, ...tests] = writes ? places.map((place) => `${place},mode=${cacheMode}`) : []
  return {
    from: [from],
    to: image === undefined ? [] : [image],
    // The tests' own has all of their build, with what the image needs of it.
    testsFrom: testsFrom.length === 0 ? [from] : testsFrom,
    testsTo: tests,
  }
}

/** A cache scope: an allow-listed name, else a hash, since a comma in it would add options of its own (`url_v2=…`). */
export function scopeOf(imageKey: string): string {
  return /^[A-Za-z0-9._-]{1,128}$/.test(imageKey)
    ? imageKey
    : `image-${createHash('sha256').update(imageKey).digest('hex').slice(0, 24)}`
}
