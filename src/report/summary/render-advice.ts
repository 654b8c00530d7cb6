import { joinParts, plural } from '../../shared/format.ts'
import { code, codeBlock, details, text, linkPlace } from '../text/markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Advice = ReportJson['advice'][number]

const maxShown = 12

/** What could be made better, the most bytes first, each with what it was seen by and what to write; folded as one. */
export function renderAdvice({ advice, source }: Pick<ReportJson, 'advice' | 'source'>): string[] {
  if (advice.length === 0) return []
  const left = advice.length - maxShown
  const more =
    left > 0 ? [`… and ${left} more ${left === 1 ? 'piece' : 'pieces'} of advice; report.json has them.`] : []
  const body = [...advice.slice(0, maxShown).map((one) => renderOne(one, source)), ...more].join('\n\n')
  const [first] = advice
  return [details(`💡 ${plural(advice.length, 'suggestion')}: ${text(first?.title ?? '')}`, body)]
}

function renderOne({ title, evidence, place, fix, link }: Advice, source: ReportJson['source']): string {
  const where = place === undefined ? '' : ` — ${linkPlace(place, source)}`
  const seen = evidence.map((line) => `- ${code(line)}`).join('\n')
  return joinParts('\n\n', [`**${text(title)}**${where}`, seen, codeBlock(fix), `[Read more](${link})`])
}
