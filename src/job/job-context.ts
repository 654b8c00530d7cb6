import type { RawInputs } from '../inputs/input-table.ts'
import type { Settings } from '../inputs/settings.ts'
import type { Builder } from '../docker/builder.ts'
import type { Docker } from '../docker/docker.ts'
import type { JobBuilder } from '../docker/job-builder.ts'
import type { RemoteRepository } from '../github/repository.ts'
import type { RunContext } from '../github/run-context.ts'
import type { Log } from '../shared/log.ts'
import type { Redactor } from '../redaction/redactor.ts'
import type { JobReport } from '../report/model/job-report.ts'
import type { RecordStore } from '../store/record-store.ts'

/** The place that a job runs in: a workflow run or a terminal. */
export interface Host {
  inputs: RawInputs
  /** Absolute folder that context and Dockerfile must be in. */
  workspace: string
  /** What other relative paths in the inputs are relative to. */
  folder: string
  env: NodeJS.ProcessEnv
  log: Log
  docker: Docker
  /** Aborted when the job was asked to stop. */
  signal: AbortSignal
  /** The one that the input `builder` names, else the current one; rejects with a UserError where none can build. */
  builder: Promise<Builder>
  store: RecordStore
  /** Undefined where no builder is made: one would lose its cache when the job ends. */
  jobBuilder: JobBuilder | undefined
  context: RunContext
  /** Undefined where nobody gave a token, as in a terminal. */
  github: RemoteRepository | undefined
  /** A private folder for this job, removed when it ends. */
  tempFolder: string
  /** Where the reports and the files of test results are left for later steps. */
  reportFolder: string
  /** Hides what it was told in all that is written. */
  redactor: Redactor
  /** Makes a secret known to the redactor, and to the runner where there is one. */
  mask(secret: string): void
  /** Tells everybody what the job found out; trouble with that is a warning and never changes the exit code. */
  publish(report: JobReport, settings: Settings | undefined): Promise<void>
}
