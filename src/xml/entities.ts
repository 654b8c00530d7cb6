import { XmlError } from './xml-error.ts'

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * What a reference stands for, given what is between `&` and `;`. A number that is no character of XML 1.0 stays as it was
 * written: loggers write what tests print. Throws an XmlError for a name that XML doesn't define.
 */
export function decodeReference(reference: string): string {
  const known = named.get(reference)
  if (known !== undefined) return known
  if (!reference.startsWith('#')) {
    throw new XmlError('malformed', `"&${reference.slice(0, 50)}" is no reference that XML knows.`)
  }
  const isHex = reference[1] === 'x'
  const digits = reference.slice(isHex ? 2 : 1)
  const isNumber = isHex ? /^[\da-f]+$/i.test(digits) : /^\d+$/.test(digits)
  const code = isNumber ? parseInt(digits, isHex ? 16 : 10) : 0
  return isCharacter(code) ? String.fromCodePoint(code) : `&${reference};`
}

/** The text with its references decoded. Throws an XmlError for a `&` that begins none. */
export function decodeReferences(text: string): string {
  let decoded = ''
  let start = 0
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', start)) {
    const end = text.indexOf(';', at)
    if (end < 0) throw bareAmpersand()
    decoded += text.slice(start, at) + decodeReference(text.slice(at + 1, end))
    start = end + 1
  }
  return decoded + text.slice(start)
}

/** The error for a `&` that begins no reference. */
export function bareAmpersand(): XmlError {
  return new XmlError('malformed', 'a "&" begins no reference.')
}

/** https://www.w3.org/TR/xml/#NT-Char */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code < 0xd800 || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x1_0000 && code <= 0x10_ffff)
}
