import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import {
  fillCacheMounts,
  readCacheMounts,
  sizeOfArchives,
  type MountTools,
  type MountUse,
} from '../build/fill-cache-mounts.ts'
import type { Builder } from '../docker/builder.ts'
import type { Settings } from '../inputs/settings.ts'
import { findCacheMounts, nameMounts, type CacheMounts } from '../plan/find-cache-mounts.ts'
import { readerOf } from '../plan/choose-cache.ts'
import type { Plan } from '../plan/plan.ts'
import { messageOf } from '../shared/errors.ts'
import { formatSize } from '../shared/format.ts'
import { runPhase } from '../shared/log.ts'
import type { FolderCache, RestoreOutcome } from '../store/actions-cache-store.ts'
import type { Run, Tools } from './job.ts'

/** Above this nothing is saved: archives that large take longer than what they bring. */
const maxArchiveBytes = 2_000_000_000

/** The cache mounts of a job between its begin and its end. */
export interface KeptMounts {
  /** Puts what earlier jobs left into the builder; the builds come after it. */
  fill: () => Promise<MountOutcome>
  /** Saves what the mounts have now, where this run may and nobody has saved it yet. */
  save: () => Promise<MountOutcome>
}

/** What one of these gave; their uses add up. */
export interface MountOutcome {
  use: Partial<MountUse>
  warnings: string[]
}

const nothing: MountOutcome = { use: {}, warnings: [] }

/** Begins to restore the cache mounts that the Dockerfile declares; undefined where that is not wanted or there are none. */
export function openCacheMounts(
  { docker, log, tempFolder, folderCache }: Pick<Tools, 'docker' | 'log' | 'tempFolder' | 'folderCache'>,
  context: Run['context'],
  settings: Settings,
  plan: Plan,
  builder: Builder,
): KeptMounts | undefined {
  // Without its cache BuildKit gives mounts that nobody else has.
  if (!settings.cacheMounts || settings.noCache) return undefined
  const { dockerfile, final, tests } = plan
  const stages = [final, ...(tests.kind === 'stages' ? tests.stages : [])]
  const found = findCacheMounts(dockerfile, stages, settings.buildArgs)
  if (found === undefined) {
    return keepNothing(
      `cache-mounts: true has nothing to keep: no RUN of ${dockerfile.shown} has --mount=type=cache.`,
    )
  }
  const left = found.left.map(
    ({ line, reason }) => `The cache mount on line ${line} of ${dockerfile.shown} is not kept: ${reason}.`,
  )
  if (folderCache === undefined) {
    return keepNothing(
      'The cache mounts are not kept: there is no Actions cache here, and the builder keeps them by itself.',
    )
  }
  const tools = { docker, log, tempFolder, request: settings }
  const folder = join(tempFolder, 'cache-mounts')
  const startedAt = performance.now()
  const naming = nameOf(found, settings, plan, builder)
  const restoring = naming.then(({ key, beginnings }) => folderCache.restore(folder, key, beginnings))
  const isWritten = readerOf(settings, context) === undefined
  return {
    fill: async () => {
      const outcome = await restoring
      const filled = await fill(tools, found, outcome, folder)
      return {
        use: { restoreMs: Math.round(performance.now() - startedAt), restoredBytes: filled.bytes },
        warnings: [...left, ...filled.warnings],
      }
    },
    save: async () => {
      const [{ key }, outcome] = await Promise.all([naming, restoring])
      const isThere = outcome.kind === 'restored' && outcome.key === key
      if (!isWritten || isThere || outcome.kind === 'unavailable') return nothing
      return runPhase(
        log,
        'Save the cache mounts',
        () => save(tools, found, folderCache, { folder, key }),
        ({ use }) => (use.savedBytes === undefined ? 'not saved' : formatSize(use.savedBytes)),
      )
    },
  }
}

function keepNothing(warning: string): KeptMounts {
  return {
    fill: () => Promise.resolve({ ...nothing, warnings: [warning] }),
    save: () => Promise.resolve(nothing),
  }
}

async function nameOf(
  found: CacheMounts,
  { context, workspace }: Settings,
  { repository }: Plan,
  builder: Builder,
) {
  const own = repository.projects.filter(({ place }) => place.kind === 'context').map(({ path }) => path)
  const paths = [...new Set([...own, ...repository.sharedFiles])].sort()
  const files = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(context, path), 'utf8').catch(() => '')] as const),
  )
  return nameMounts(
    found,
    { folder: relative(workspace, context), platform: builder.platforms[0] ?? '' },
    files,
  )
}

async function fill(
  tools: MountTools,
  found: CacheMounts,
  outcome: RestoreOutcome,
  folder: string,
): Promise<{ bytes: number; warnings: string[] }> {
  const lost = (why: string) => ({ bytes: 0, warnings: [`The cache mounts were not restored: ${why}.`] })
  if (outcome.kind === 'unavailable') return lost(outcome.reason)
  if (outcome.kind === 'none') return { bytes: 0, warnings: [] }
  try {
    const bytes = await sizeOfArchives(folder, found)
    const why = await fillCacheMounts(tools, found, folder)
    return why === undefined ? { bytes, warnings: [] } : lost(why)
  } catch (error) {
    return lost(messageOf(error))
  }
}

async function save(
  tools: MountTools,
  found: CacheMounts,
  cache: FolderCache,
  { folder, key }: { folder: string; key: string },
): Promise<MountOutcome> {
  const startedAt = performance.now()
  const lost = (why: string) => ({ use: {}, warnings: [`The cache mounts were not saved: ${why}.`] })
  const why = await readCacheMounts(tools, found, folder)
  if (why !== undefined) return lost(why)
  const savedBytes = await sizeOfArchives(folder, found)
  if (savedBytes > maxArchiveBytes) {
    const sizes = `they have ${formatSize(savedBytes)}, and at most ${formatSize(maxArchiveBytes)} is kept`
    return lost(`${sizes}. Give the mounts another id to begin anew`)
  }
  const outcome = await cache.save(folder, key)
  if (outcome.kind === 'not-saved') return lost(outcome.reason)
  return { use: { saveMs: Math.round(performance.now() - startedAt), savedBytes }, warnings: [] }
}
