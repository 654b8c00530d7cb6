import { TextDecoder } from 'node:util'

const sliceBytes = 65_536

/**
 * The text of an XML file in pieces of at most 64 KiB, as its byte order mark says (UTF-8, UTF-16 LE and BE), or without
 * one as the first two bytes do; else UTF-8. What can't be decoded becomes U+FFFD, a character that
 * is cut at the end is nothing, and so are less than three bytes.
 */
export async function* decodeXml(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let head = new Uint8Array(0)
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += sliceBytes) {
      let bytes = chunk.subarray(start, start + sliceBytes)
      if (decoder === undefined) {
        head = joined(head, bytes)
        if (head.length < 3) continue
        decoder = new TextDecoder(encodingOf(head))
        bytes = head
      }
      yield decoder.decode(bytes, { stream: true })
    }
  }
}

/** https://www.w3.org/TR/xml/#sec-guessing */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
