import { closest, distance } from 'fastest-levenshtein'

/** ` Did you mean …?` for a word that is one of these names but for a letter or three, with `prefix` before the name; empty for any other. */
export function didYouMean(word: string, names: readonly string[], prefix = ''): string {
  const near = closest(word, names)
  return distance(word, near) <= Math.min(3, word.length / 2) ? ` Did you mean ${prefix}${near}?` : ''
}
