import { escapeForPattern } from '../shared/text.ts'

/** Hidden values are not shorter: else ordinary words and figures would go with them. */
const minLength = 4
/** The same of what a secret is in Base64, of which a part alone is looked for. */
const minEncodedLength = 8
/** Stands where something was. */
export const hidden = '***'

/**
 * What gives itself away as a credential: in addresses, headers, signed links, and tokens of GitHub and NuGet (docs.github.com, "Token types";
 * learn.microsoft.com, "API keys"). Each matches only what is to be hidden, and every repetition has a limit, since the text may be hostile.
 */
const credentials: readonly RegExp[] = [
  /(?<=:\/\/)[^\s/@:'"`<>]{0,200}:[^\s/@'"`<>]{1,2000}(?=@)/g,
  /(?<=:\/\/)[^\s/@:'"`<>]{20,2000}(?=@)/g,
  /(?<=\b(?:bearer|basic) )[\w.~+/=-]{16,4000}/gi,
  /(?<=(?:[?&]|&amp;)(?:sig|signature|x-amz-(?:signature|credential|security-token)|x-goog-signature|(?:access_|refresh_)?token|password)=)[^&\s"'<>)]{1,4000}/gi,
  /\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_\w{22,255}\b|\boy2[a-z0-9]{43}\b/g,
  /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{0,2000}/g,
]
/** Of a longer secret each part is hidden by itself. */
const maxPieceLength = 1_000
/** No credential is longer; what stands before one and tells that it is one is shorter than the other. */
const maxCredentialLength = 8_100
const maxLeadLength = 64

/** What is to be hidden in a text, and how long a piece of it one has to see to find it. */
export interface HiddenPatterns {
  patterns: readonly RegExp[]
  /** No match is longer. */
  maxLength: number
  /** A match is told by no more characters before it. */
  maxLeadLength: number
}

/** Keeps secrets out of what is written: the log, the reports, the comment, the outputs and the records. */
export class Redactor {
  readonly #values = new Set<string>()
  #pattern: RegExp | undefined

  /** Hides a secret from now on: as a whole and each of its lines, as they are and as they stand in an address, in JSON and in Base64. */
  add(secret: string): void {
    for (const line of [secret, ...secret.split(/\r?\n/)].map((text) => text.trim())) {
      if (line.length < minLength) continue
      const forms = [encodeURIComponent(line), JSON.stringify(line).slice(1, -1), ...inBase64(line)]
      for (const form of [line, ...forms]) this.#values.add(form)
    }
    this.#pattern = toPattern(this.#longestFirst().map(escapeForPattern))
  }

  /** The same for a text that is written otherwise; `spell` gives all ways in which a character of a secret may stand there. */
  patternsIn(spell: (character: string) => readonly string[]): HiddenPatterns {
    const secrets = this.#longestFirst()
      .flatMap(toPieces)
      .map((piece) => piece.map(spell))
    const lengths = secrets.map((secret) =>
      secret.reduce((sum, ways) => sum + Math.max(...ways.map(({ length }) => length)), 0),
    )
    const pattern = toPattern(
      secrets.map((secret) =>
        secret
          .map((ways) =>
            ways.length > 1 ? `(?:${ways.map(escapeForPattern).join('|')})` : escapeForPattern(ways[0] ?? ''),
          )
          .join(''),
      ),
    )
    return {
      patterns: [...(pattern === undefined ? [] : [pattern]), ...credentials],
      maxLength: Math.max(maxCredentialLength, ...lengths),
      maxLeadLength,
    }
  }

  /** A text without the secrets that are known, and without what looks like credentials. */
  hide(text: string): string {
    return credentials.reduce((shown, pattern) => shown.replace(pattern, hidden), this.#hideKnown(text))
  }

  /** The same for every text in a value that is made of plain objects and arrays. */
  hideIn<T>(value: T): T {
    return mapTexts(value, (text) => this.hide(text)) as T
  }

  /** Hides in a value only the secrets that are known, so that what is compared with later stays what it was. */
  hideKnownIn<T>(value: T): T {
    return this.#pattern === undefined ? value : (mapTexts(value, (text) => this.#hideKnown(text)) as T)
  }

  /** A secret may begin with another one. */
  #longestFirst(): string[] {
    return [...this.#values].sort((a, b) => b.length - a.length)
  }

  #hideKnown(text: string): string {
    return this.#pattern === undefined ? text : text.replace(this.#pattern, hidden)
  }
}

/** What Base64 makes of a text that stands anywhere in another one: three bytes are four characters, so there are three ways. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // Without what the bytes around it have a share in.
    const own = whole.slice(before === 0 ? 0 : before + 1, Math.floor((before + bytes.length) / 3) * 4)
    return own.length < minEncodedLength ? [] : [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** The characters of a secret, in pieces that a pattern can be made of. */
function toPieces(secret: string): string[][] {
  const characters = Array.from(secret)
  const pieces = Math.ceil(characters.length / maxPieceLength)
  // All of a length, so that none is too short to be told from words.
  const length = Math.ceil(characters.length / pieces)
  return Array.from({ length: pieces }, (_, index) => characters.slice(index * length, (index + 1) * length))
}

function toPattern(alternatives: readonly string[]): RegExp | undefined {
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'g')
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]))
}
