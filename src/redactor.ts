/** Shorter secrets would turn words of the report into stars; the runner masks them in the log all the same. */
const minLength = 6

/** Keeps secrets out of what leaves this process as a report: the runner masks its log, not files and comments. */
export class Redactor {
  readonly #secrets = new Set<string>()

  /** Notes a secret. One of several lines is known by each of them too, as a program may print it. */
  add(secret: string): void {
    for (const text of [secret, ...secret.split(/\r?\n/)]) {
      const bare = text.trim()
      if (bare.length >= minLength) this.#secrets.add(bare)
    }
  }

  /** The same value, with stars for each secret in its texts. */
  redact<T>(value: T): T {
    if (this.#secrets.size === 0) return value
    // The longest first: one secret may be a part of another.
    const secrets = [...this.#secrets].sort((a, b) => b.length - a.length)
    const clean = (text: string): string => secrets.reduce((left, one) => left.replaceAll(one, '***'), text)
    return walk(value, clean) as T
  }
}

function walk(value: unknown, clean: (text: string) => string): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((one) => walk(one, clean))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, clean)]))
}
