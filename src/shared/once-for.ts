/**
 * Remembers what a function gave for each object as long as that object lives: for what several parts of a report are derived
 * from. Neither the object nor the answer may be changed afterwards.
 */
export function onceFor<K extends object, T>(work: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { answer: T }>()
  return (of) => {
    const remembered = known.get(of) ?? { answer: work(of) }
    known.set(of, remembered)
    return remembered.answer
  }
}
