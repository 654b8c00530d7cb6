import type { Advice } from './advice.ts'
import { type AdviceInput, readFacts } from './image-facts.ts'
import { rules } from './rules.generated.ts'

/**
 * What can be made better, the most compressed bytes first and what is not about bytes behind it, as its rules' files come. Only that a
 * container can't start stands before all else.
 */
export function adviseOn(input: AdviceInput): Advice[] {
  const facts = readFacts(input)
  return rules.flatMap((rule) => rule(facts)).sort((a, b) => weightOf(b) - weightOf(a))
}

function weightOf({ id, compressedBytes, uncompressedBytes }: Advice): number {
  return id === 'missing-framework' ? Infinity : (compressedBytes ?? uncompressedBytes ?? -1)
}
