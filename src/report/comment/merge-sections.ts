import { marks } from '../text/markdown.ts'
import type { Section } from './comment-section.ts'

/** Stands where two images would need two sections. */
const twinNote =
  '> ⚠️ Another job of this run has an image of the same name, which only its summary shows. Give each an `image-key`.'
/** Whether the section's answer is that its job failed. */
export function hasFailed({ head }: Section): boolean {
  return head.startsWith(`### ${marks.bad} `)
}

/** What a comment says, with these sections put in or brought up to date. */
export function mergeSections(known: readonly Section[], sections: readonly Section[]): Section[] {
  return onePerImage([...withoutOutdated(onePerImage(known), sections), ...sections])
}

/** One section of each image, that of its newest run; of two images of one name in a run one, which says so. */
function onePerImage(sections: readonly Section[]): Section[] {
  const known = new Map<string, Section>()
  for (const section of sections) {
    const old = known.get(section.key)
    if (old === undefined) known.set(section.key, section)
    else if (areTwins(section, old)) known.set(section.key, oneOfTwins(section, old))
    else if (outranks(section, old)) known.set(section.key, section)
  }
  return [...known.values()]
}

/** Two jobs of one run that have images of one name. */
function areTwins(one: Section, other: Section): boolean {
  return one.run === other.run && one.attempt === other.attempt && one.digest !== other.digest
}

/** Says that there is another one. The failed one stays, else always the same one: their jobs write at the same time. */
function oneOfTwins(...twins: [Section, Section]): Section {
  const [one] = twins.sort(
    (a, b) => Number(hasFailed(b)) - Number(hasFailed(a)) || (a.digest < b.digest ? -1 : 1),
  )
  return one.head.includes(twinNote) ? one : { ...one, head: `${one.head}\n\n${twinNote}` }
}

/** Whether a section replaces another one of the same image: never an older run's, and not one that says the same. */
function outranks(section: Section, old: Section): boolean {
  if (section.run !== old.run ? section.run < old.run : section.attempt < old.attempt) return false
  return section.commit !== old.commit || section.digest !== old.digest
}

/**
 * When the first section of a new commit comes, the runs of the newest one before it had their time to end: what is of a still older
 * commit was missing in them, so that image is no longer built.
 */
function withoutOutdated(known: readonly Section[], sections: readonly Section[]): Section[] {
  const newest = newestOf(known)
  const isNewCommit = sections.some(
    ({ run, commit }) => run > (newest?.run ?? 0) && known.every((one) => one.commit !== commit),
  )
  return isNewCommit ? known.filter(({ commit }) => commit === newest?.commit) : [...known]
}

/** The section of the newest run. */
export function newestOf(sections: readonly Section[]): Section | undefined {
  return sections.reduce<Section | undefined>(
    (newest, one) => (newest === undefined || one.run > newest.run ? one : newest),
    undefined,
  )
}
