import type { Advice } from './advice.ts'
import { type AdviceInput, readFacts } from './image-facts.ts'
import { rules } from './rules.generated.ts'

/** What can be made better: first that a container can't start, then the most compressed bytes, then what is not about bytes. */
export function adviseOn(input: AdviceInput): Advice[] {
  const facts = readFacts(input)
  return rules.flatMap((rule) => rule(facts)).sort((a, b) => weightOf(b) - weightOf(a))
}

function weightOf({ id, compressedBytes, uncompressedBytes }: Advice): number {
  return id === 'missing-framework' ? Infinity : (compressedBytes ?? uncompressedBytes ?? -1)
}
