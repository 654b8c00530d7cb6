import type { ImageFacts } from './image-facts.ts'

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
