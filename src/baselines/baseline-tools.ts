import type { Builder } from '../docker/builder.ts'
import type { Docker } from '../docker/docker.ts'
import type { Step } from '../docker/build/steps.ts'
import type { RemoteRepository } from '../github/repository.ts'
import type { RunContext } from '../github/run-context.ts'
import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import type { Log } from '../shared/log.ts'
import type { RecordStore } from '../store/record-store.ts'

/** The image that a baseline is looked for. */
export interface ComparedImage {
  settings: Settings
  builder: Builder
  plan: Plan
  request: PreparedBuilds['image']
}

/** An image of an earlier commit that was built to compare with. */
export interface RebuiltImage extends AsyncDisposable {
  steps: Step[]
  warnings: string[]
  measure: () => Promise<{ measurements: [Measurement, ...Measurement[]] }>
}

/** Where measurements are looked for and kept. */
export interface StoreTools {
  context: RunContext
  /** Undefined where nobody gave a token, as in a terminal. */
  github: RemoteRepository | undefined
  store: RecordStore
  workspace: string
}

/** What a baseline is looked for with. */
export interface BaselineTools extends StoreTools {
  docker: Docker
  log: Log
  /** A private folder for this job. */
  tempFolder: string
  /** Builds the image of an earlier commit as the job builds its own; its files go into this folder. */
  rebuild: (
    job: ComparedImage & { before: readonly ImageRecord[] },
    tempFolder: string,
  ) => Promise<RebuiltImage>
}
