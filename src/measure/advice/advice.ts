import type { Dockerfile, Stage } from '../../plan/dockerfile/parse-dockerfile.ts'
import type { ImageRecord } from '../record/image-record.ts'
import type { ImageFacts } from './image-facts.ts'

/** What advice is drawn from. */
export interface AdviceInput {
  record: ImageRecord
  dockerfile: Dockerfile
  /** The stage that ships. */
  final: Stage
  /** Whether the build context has a .dockerignore, or the Dockerfile one of its own. */
  hasDockerignore: boolean
  /** Bytes that were sent to the builder as build context; undefined where the builder did not tell. */
  contextBytes: number | undefined
  today: Date
}

/** One thing that can be made better, and what it is worth. Names in it come from the image and may be hostile. */
export interface Advice {
  /** The rule that it comes from, in kebab-case. Of most rules there is one advice, of some one for each place. */
  id: string
  /** One sentence, with the figures. */
  title: string
  /** Undefined where it is not about bytes, or nobody can say how many. */
  uncompressedBytes: number | undefined
  /** An estimate: the files' share of their layers' compressed bytes, in proportion to their sizes. */
  compressedBytes: number | undefined
  /** What it was seen by, at most five: paths with sizes, or lines of the Dockerfile. */
  evidence: string[]
  /** The line of the Dockerfile that brings it in. */
  place: { file: string; line: number } | undefined
  /** What to write, ready to be pasted. */
  fix: string
  /** The vendor's page about it. */
  link: string
}

/** Looks at an image for one thing. Gives nothing where it is not there, or where the facts to tell are missing. */
export type Rule = (facts: ImageFacts) => Advice[]
