/** Why a scanner stopped: `malformed` where XML was broken, `refused` where the file could harm. Caught by `readXml`. */
export class XmlError extends Error {
  readonly kind: 'malformed' | 'refused'

  constructor(kind: XmlError['kind'], reason: string) {
    super(reason)
    this.name = 'XmlError'
    this.kind = kind
  }
}
