import type { MergedImage } from '../report/model/merged-report.ts'
import { UserError } from '../shared/errors.ts'

/** The images that must have a report: these names, or as many as that. */
export type Expected = { kind: 'names'; names: string[] } | { kind: 'count'; count: number }

/** Reads names, one per line, or one number. Throws a UserError when it says nothing: then any silence would be green. */
export function parseExpected(text: string): Expected {
  const names = [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '')
  const [first] = names
  if (first === undefined) {
    throw new UserError(
      'Nothing is expected',
      'expected is empty: name the images, one per line, or say how many reports there must be. ' +
        'In the reusable workflow this means that the list of images could not be read; see the job "plan".',
    )
  }
  if (names.length > 1 || !/^\d+$/.test(first)) return { kind: 'names', names }
  const count = Number(first)
  if (count < 1 || count > 10_000)
    throw new UserError('Wrong input', `expected: ${first} is not a number of reports between 1 and 10000.`)
  return { kind: 'count', count }
}

/**
 * Adds an image without a report for each that is missing, so that a job that died is not silently green. Where names are
 * expected, they give the order, and reports of other names are left out: they are another workflow's of the same run.
 */
export function withMissing(images: readonly MergedImage[], expected: Expected): MergedImage[] {
  const reason = 'There is no report of it: its job did not run, or died before it could upload one.'
  if (expected.kind === 'count') {
    const missing = Math.max(0, expected.count - images.length)
    const unknown = Array.from({ length: missing }, (_, index): MergedImage => {
      return { name: `missing-${index + 1}`, kind: 'lost', reason }
    })
    return [...images, ...unknown]
  }
  const byName = new Map(images.map((image) => [image.name, image]))
  return expected.names.map((name) => byName.get(name) ?? { name, kind: 'lost', reason })
}
