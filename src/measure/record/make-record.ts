import type { Builder } from '../../docker/builder.ts'
import type { Step } from '../../docker/build/build-result.ts'
import type { ImageIdentity } from '../../plan/image-identity.ts'
import { testNames, type TestReport } from '../../testing/test-report.ts'
import { recordVersion, type ImageRecord, type Neighbours } from './image-record.ts'
import type { Measurement } from '../measurement.ts'

/** What a record tells beside the measurement itself. */
export interface RecordContext {
  identity: ImageIdentity
  builder: Pick<Builder, 'driver' | 'engine'>
  /** The commit that the image was built from. */
  source: { commit?: string | undefined; branch?: string | undefined } | undefined
  /** Absent for an image whose tests did not run in this job. */
  tests: TestReport | undefined
  /** Steps of the final build. */
  steps: readonly Step[]
  neighbours: Neighbours | undefined
}

/** The record of an image that was just measured. */
export function recordOf(
  measured: Measurement,
  { identity, builder, source, tests, steps, neighbours }: RecordContext,
): ImageRecord {
  const { driver, engine } = builder
  const { commit, branch } = source ?? {}
  const { imageKey, file, target, buildArgs } = identity
  return {
    version: recordVersion,
    ...{ imageKey, file, target, buildArgs },
    ...contentOf(measured),
    ...{ driver, engine, commit, branch, neighbours },
    createdAt: new Date().toISOString(),
    isRestoreCached: findRestore([...(tests?.steps ?? []), ...steps]),
    history: [],
    tests: tests && recordOfTests(tests),
  }
}

/** The part of a measurement that is kept. */
function contentOf(measured: Measurement): Omit<Measurement, 'layersRead' | 'warnings'> {
  const { platform, method, compression, manifestDigest, configDigest } = measured
  const { configBytes, compressedBytes, uncompressedBytes, layers, base, user, rollForward } = measured
  return {
    ...{ platform, method, compression, manifestDigest, configDigest },
    ...{ configBytes, compressedBytes, uncompressedBytes, layers, base, user, rollForward },
  }
}

/** Whether the step that restores packages came from the cache; undefined where there is none of its own. */
function findRestore(steps: readonly Step[]): boolean | undefined {
  const restore = steps.find(({ name }) => /^RUN\b.*\bdotnet\s+restore\b/.test(name))
  return restore && restore.outcome === 'cached'
}

/** Most characters of test names that a record keeps. */
const maxNamesLength = 1_500_000

function recordOfTests(tests: TestReport): NonNullable<ImageRecord['tests']> {
  const names = testNames(tests)
  const keepsNames =
    names.length <= 30_000 && names.reduce((sum, name) => sum + name.length, 0) <= maxNamesLength
  const { linesCovered, linesValid } = tests.coverage?.total ?? {}
  return {
    result: tests.result,
    ...tests.counts,
    durationMs: Math.round(tests.durationMs),
    names: keepsNames ? names : undefined,
    ...{ linesCovered, linesValid },
  }
}
