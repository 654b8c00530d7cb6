/** Hidden values are not shorter: else ordinary words and figures would go with them. */
const minLength = 4
const hidden = '***'

/**
 * What gives itself away as a credential, whoever printed it: in addresses, in headers, in signed links, and tokens of GitHub and
 * NuGet (docs.github.com, "Token types"; learn.microsoft.com, "API keys"). Every repetition has a limit, since the text may be hostile.
 */
const credentials: readonly [pattern: RegExp, shown: string][] = [
  [/(?<=:\/\/)[^\s/@:'"`]{0,200}:[^\s/@'"`]{1,2000}@/g, `${hidden}@`],
  [/(?<=:\/\/)[^\s/@:'"`]{20,2000}@/g, `${hidden}@`],
  [/\b((?:bearer|basic) )[\w.~+/=-]{16,4000}/gi, `$1${hidden}`],
  [
    /([?&](?:sig|signature|x-amz-(?:signature|credential|security-token)|x-goog-signature|(?:access_|refresh_)?token|password)=)[^&\s"'<>)]{1,4000}/gi,
    `$1${hidden}`,
  ],
  [/\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_\w{22,255}\b|\boy2[a-z0-9]{43}\b/g, hidden],
  [/\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{0,2000}/g, hidden],
]

/** Keeps secrets out of what is written: the log, the reports, the comment, the outputs and the records. */
export class Redactor {
  readonly #values = new Set<string>()
  #pattern: RegExp | undefined

  /** Hides a secret from now on: as a whole and each of its lines, as they are and as they stand in an address. */
  add(secret: string): void {
    for (const line of [secret, ...secret.split(/\r?\n/)].map((text) => text.trim())) {
      if (line.length < minLength) continue
      this.#values.add(line).add(encodeURIComponent(line))
    }
    // The longest first: a secret may begin with another one.
    const sorted = [...this.#values].sort((a, b) => b.length - a.length)
    this.#pattern =
      sorted.length === 0
        ? undefined
        : new RegExp(sorted.map((value) => value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'g')
  }

  /** A text without the secrets that are known, and without what looks like credentials. */
  hide(text: string): string {
    return credentials.reduce(
      (shown, [pattern, instead]) => shown.replace(pattern, instead),
      this.#hideKnown(text),
    )
  }

  /** The same for every text in a value that is made of plain objects and arrays. */
  hideIn<T>(value: T): T {
    return mapTexts(value, (text) => this.hide(text)) as T
  }

  /** Hides in a value only the secrets that are known, so that what is compared with later stays what it was. */
  hideKnownIn<T>(value: T): T {
    return this.#pattern === undefined ? value : (mapTexts(value, (text) => this.#hideKnown(text)) as T)
  }

  #hideKnown(text: string): string {
    return this.#pattern === undefined ? text : text.replace(this.#pattern, hidden)
  }
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]))
}
