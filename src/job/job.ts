import type { ImageBuild, Records } from '../baselines/baseline-tools.ts'
import type { Baseline } from '../compare/comparable.ts'
import type { ReleaseBaseline } from '../compare/compare-with-release.ts'
import type { PlannedDelivery } from '../deliver/plan-deliveries.ts'
import type { Builder } from '../docker/builder.ts'
import type { DockerTools } from '../docker/docker.ts'
import type { JobBuilder } from '../docker/job-builder.ts'
import type { RemoteRepository } from '../github/repository.ts'
import type { RunContext } from '../github/run-context.ts'
import type { RawInputs } from '../inputs/input-table.generated.ts'
import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { Redactor } from '../redaction/redactor.ts'
import type { JobReport } from '../report/model/job-report.ts'
import type { FolderCache } from '../store/actions-cache-store.ts'

/** What a job works with. */
export interface Tools extends DockerTools {
  /** The one that the input `builder` names, else the current one; rejects with a UserError where none can build. */
  builder: Promise<Builder>
  /** Undefined where no builder is made: one would lose its cache when the job ends. */
  jobBuilder: JobBuilder | undefined
  store: Records['store']
  /** Undefined where no Actions cache is to be expected, as in a terminal. */
  folderCache: FolderCache | undefined
  /** Undefined where nobody gave a token, as in a terminal. */
  github: RemoteRepository | undefined
}

/** What a job is asked to do, and the workflow run or the terminal that it runs in. */
export interface Run {
  inputs: RawInputs
  /** Absolute folder that context and Dockerfile must be in. */
  workspace: string
  /** What other relative paths in the inputs are relative to. */
  folder: string
  env: NodeJS.ProcessEnv
  context: RunContext
  /** Aborted when the job was asked to stop. */
  signal: AbortSignal
}

/** Where a job's findings go. */
export interface Reporter {
  /** Where the reports and the files of test results are left for later steps. */
  folder: string
  /** Hides what it was told in all that is written. */
  redactor: Redactor
  /** Makes a secret known to the redactor, and to the runner where there is one. */
  mask: (secret: string) => void
  /** Tells everybody what the job found out; trouble with that is a warning and never changes the exit code. */
  publish: (report: JobReport, settings: Settings | undefined) => Promise<void>
}

/** All that a job is given. */
export interface Job {
  tools: Tools
  run: Run
  reporter: Reporter
}

/** What is to be built, by what, and what is known before; `before` has the baselines, one for a platform. */
export interface ImageJob extends ImageBuild {
  before: readonly ImageRecord[]
  deliveries: readonly PlannedDelivery[]
}

/** What an image may be compared with, one for a platform; without releases where nobody asked for them. */
export interface Before {
  stored: readonly [Baseline, ...Baseline[]]
  released: readonly ReleaseBaseline[]
}
