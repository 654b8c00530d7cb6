import type { Builder } from '../docker/builder.ts'
import type { DockerTools } from '../docker/docker.ts'
import type { Step } from '../docker/build/build-result.ts'
import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { Measurement } from '../measure/measurement.ts'
import type { Plan } from '../plan/plan.ts'
import type { PreparedBuilds } from '../plan/prepare-builds.ts'
import type { Answer } from '../shared/errors.ts'
import type { Lookup, RecordStore } from '../store/record-store.ts'

/** The image that a baseline is looked for, as it is built. */
export interface ImageBuild {
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

/** The commits that the tree grew from, as far as the clone knows them. */
export interface History {
  /** A folder of the clone that the image is built from. */
  gitFolder: string
  /** The commit that the tree grew from, where somebody knows. */
  grewFrom: string | undefined
  /** The newest commit whose record says something of the tree: the one that it grew from, or the very one that is built. */
  lookFrom: string | undefined
  lookups: Lookup[]
  /** Whether the clone was cut off, so that `lookups` has not all ancestors that there are. */
  isShallow: boolean
  /** Of a run that saves no measurement a sentence: what does, or why it does not though its event lets expect that. */
  whoSaves?: string | undefined
}

/** A tag; `object` is the commit that it names, or of an annotated one an object that names the commit. */
export interface RemoteTag {
  name: string
  object: string
  isAnnotated: boolean
}

/** Who knows of the history what the clone does not. */
export interface RemoteHistory {
  relate(older: string, newer: string): Promise<Answer<{ isAncestor: boolean }>>
  /** A commit and those before it by first parent, the nearest first, at most fifty. */
  ancestorsOf(commit: string): Promise<Answer<string[]>>
  tagsFrom(prefix: string): Promise<Answer<RemoteTag[]>>
  commitOf(tag: RemoteTag): Promise<Answer<string>>
}

/** Where measurements are looked for and kept. */
export interface Records {
  store: RecordStore
  history: History
  /** Undefined where nobody gave a token, as in a terminal. */
  remote: RemoteHistory | undefined
}

/** What a baseline is made with where none is stored. */
export interface BaselineTools extends DockerTools {
  /** Builds the image of an earlier commit as the job builds its own; its files go into this folder. */
  rebuild: (job: ImageBuild & { before: readonly ImageRecord[] }, tempFolder: string) => Promise<RebuiltImage>
}
