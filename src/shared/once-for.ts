/** Remembers what a function gave for an object as long as that lives; neither object nor answer may be changed afterwards. */
export function onceFor<K extends object, T>(work: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { answer: T }>()
  return (of) => {
    const remembered = known.get(of) ?? { answer: work(of) }
    known.set(of, remembered)
    return remembered.answer
  }
}
