import { changeOf } from '../compare/metric.ts'
import { isBad, verdictOf, type MergedImage } from '../report/model/merged-report.ts'

/** An output of a job holds 1 MiB for all; titles are short, but they are somebody else's. */
const maxTitles = 5

/** What a later job wants to know of one image, as a line of the output `images`. */
interface ImageAnswer {
  name: string
  imageKey?: string
  ok: boolean
  testResult: string
  problems: string[]
  digest?: string
  compressedBytes?: number
  uncompressedBytes?: number
  /** In the metric of the image’s `size-metric`. */
  changeBytes?: number
}

/** The answer of one image; what is not known is left out. Digests are of what was pushed, and only then there. */
export function summarize(image: MergedImage): ImageAnswer {
  const { name } = image
  const state = { name, ok: !isBad(image), testResult: verdictOf(image) }
  if (image.kind === 'lost') return { ...state, problems: [image.reason.slice(0, 300)] }
  const { imageKey, problems, exported, image: record, comparison, sizeMetric } = image.report
  return {
    ...state,
    imageKey: imageKey.slice(0, 300),
    problems: problems.slice(0, maxTitles).map(({ title }) => title.slice(0, 300)),
    ...(exported && { digest: exported.digest.slice(0, 300) }),
    ...(record && { compressedBytes: record.compressedBytes, uncompressedBytes: record.uncompressedBytes }),
    ...(comparison && { changeBytes: changeOf(comparison, sizeMetric) }),
  }
}
