import { createHash } from 'node:crypto'
import type { Settings } from '../inputs/settings.ts'
import type { ImageIdentity } from './image-identity.ts'

/** What can be known of the place. */
export interface CachePlace {
  actionsCache: ActionsCacheState
  /** Whether the builder can write caches; an engine with its legacy store can't. */
  builderWrites: boolean
  isPullRequest: boolean
}

/** Whether the Actions cache can be used from here. */
export type ActionsCacheState =
  | { kind: 'ready' }
  /** Not in a workflow run: its service is not announced. */
  | { kind: 'absent' }
  | { kind: 'unusable'; reason: string }

/** Which caches a build reads and writes, in BuildKit's words, and what to tell about the choice. */
export interface CacheChoice {
  kind: 'gha' | 'registry' | 'local' | 'own' | 'off'
  from: string[]
  to: string[]
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
  return { ...choice, to: [], reason, warnings: [...choice.warnings, warning] }
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
      reason: 'cache-from and cache-to are used as they were given',
      warnings: [],
    }
  }
  if (settings.cache === 'off') return none('cache: off')
  const writes = settings.cacheWrite === 'always' || (settings.cacheWrite === 'auto' && !place.isPullRequest)
  const written = writes
    ? 'read and written'
    : settings.cacheWrite === 'never'
      ? 'read only (cache-write: never)'
      : 'read only (pull request)'
  switch (settings.cache) {
    case 'registry':
      return registry(settings, writes, `cache: registry, ${settings.cacheRef ?? ''}, ${written}`)
    case 'local':
      return local(settings, writes, `cache: local, ${settings.cacheRef ?? ''}, ${written}`)
    case 'gha':
      return gha(settings, imageKey, place, writes, `cache: gha, ${written}`)
    case 'auto':
      if (place.actionsCache.kind === 'absent')
        return none('cache: auto chose none, since there is no Actions cache here')
      return gha(settings, imageKey, place, writes, `cache: auto chose the Actions cache, ${written}`)
  }
}

function none(reason: string, warnings: string[] = []): CacheChoice {
  return { kind: 'off', from: [], to: [], reason, warnings }
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
      place.actionsCache.kind === 'absent' ? 'its service is not announced here' : place.actionsCache.reason
    return none(`no Actions cache: ${why}`, [`The image is built without the Actions cache: ${why}.`])
  }
  const scope = `scope=${scopeOf(imageKey)}`
  return {
    kind: 'gha',
    from: [`type=gha,${scope}`],
    to: writes ? [`type=gha,${scope},mode=${settings.cacheMode}`] : [],
    reason,
    warnings: [],
  }
}

function registry(settings: Settings, writes: boolean, reason: string): CacheChoice {
  const source = `type=registry,ref=${settings.cacheRef ?? ''}`
  const to = writes ? [`${source},mode=${settings.cacheMode}`] : []
  return { kind: 'registry', from: [source], to, reason, warnings: [] }
}

function local(settings: Settings, writes: boolean, reason: string): CacheChoice {
  const folder = settings.cacheRef ?? ''
  const to = writes ? [`type=local,dest=${folder},mode=${settings.cacheMode}`] : []
  return { kind: 'local', from: [`type=local,src=${folder}`], to, reason, warnings: [] }
}

/** A cache scope: an allow-listed name, else a hash, since a comma in it would add options of its own (`url_v2=…`). */
export function scopeOf(imageKey: string): string {
  return /^[A-Za-z0-9._-]{1,128}$/.test(imageKey)
    ? imageKey
    : `image-${createHash('sha256').update(imageKey).digest('hex').slice(0, 24)}`
}
