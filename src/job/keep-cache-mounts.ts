import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import {
  fillCacheMounts,
  readCacheMounts,
  type MountTools,
  type MountUse,
} from '../build/fill-cache-mounts.ts'
import type { DockerTools } from '../docker/docker.ts'
import type { Builder } from '../docker/builder.ts'
import type { Settings } from '../inputs/settings.ts'
import { findCacheMounts, nameMounts, type CacheMounts } from '../plan/find-cache-mounts.ts'
import { readerOf } from '../plan/choose-cache.ts'
import type { Plan } from '../plan/plan.ts'
import { CancelledError, messageOf } from '../shared/errors.ts'
import { formatSize } from '../shared/format.ts'
import { runPhase } from '../shared/log.ts'
import type { FolderCache } from '../store/actions-cache-store.ts'
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
  { docker, log, tempFolder, folderCache }: DockerTools & Pick<Tools, 'folderCache'>,
  context: Run['context'],
  settings: Settings,
  plan: Plan,
  builder: Builder,
): KeptMounts | undefined {
  // Without its cache BuildKit gives mounts that nobody else has.
  if (!settings.cacheMounts || settings.noCache) return undefined
  const { dockerfile, final, tests } = plan
  const stages = [final, ...(tests.kind === 'stages' ? tests.stages : [])]
  const found = findCacheMounts(dockerfile, stages)
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
  // Who fills the mounts hears of that.
  restoring.catch(() => undefined)
  const isWritten = readerOf(settings, context) === undefined
  return {
    fill: async () => {
      const warnings = [...left]
      const fill = async (): Promise<number> =>
        (await restoring) === undefined ? 0 : await fillCacheMounts(tools, found, folder)
      const restoredBytes = (await fill().catch(lose('restored', warnings))) ?? 0
      return { use: { restoreMs: Math.round(performance.now() - startedAt), restoredBytes }, warnings }
    },
    save: async () => {
      const { key } = await naming
      // A cache that failed is not asked again.
      const restored = await restoring.catch(() => key)
      if (!isWritten || restored === key) return nothing
      const warnings: string[] = []
      const use = await runPhase(
        log,
        'Save the cache mounts',
        () => save(tools, found, folderCache, { folder, key }).catch(lose('saved', warnings)),
        (saved) => (saved === undefined ? 'not saved' : formatSize(saved.savedBytes)),
      )
      return { use: use ?? {}, warnings }
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

/** What goes wrong with cache mounts is a warning, and fails no job. */
function lose(what: 'restored' | 'saved', warnings: string[]): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof CancelledError) throw error
    const why = messageOf(error)
    warnings.push(
      what === 'restored'
        ? `The cache mounts were not restored: ${why}.`
        : `The cache mounts were not saved: ${why}.`,
    )
  }
}

async function save(
  tools: MountTools,
  found: CacheMounts,
  cache: FolderCache,
  { folder, key }: { folder: string; key: string },
): Promise<{ saveMs: number; savedBytes: number }> {
  const startedAt = performance.now()
  const savedBytes = await readCacheMounts(tools, found, folder)
  if (savedBytes > maxArchiveBytes) {
    const sizes = `they have ${formatSize(savedBytes)}, and at most ${formatSize(maxArchiveBytes)} is kept`
    throw new Error(`${sizes}. Give the mounts another id to begin anew`)
  }
  await cache.save(folder, key)
  return { saveMs: Math.round(performance.now() - startedAt), savedBytes }
}
