import { SaxesParser } from 'saxes'

import type { XmlAttributes } from '../../src/xml/read-xml.ts'

/** What is told of an element: that it begins, with its attributes, or that it ends, with its own text. */
export type XmlEvent =
  | { kind: 'open'; name: string; attributes: Record<string, string> }
  | { kind: 'close'; name: string; text: string }

/** What was told of a document, and how it ended. */
export interface XmlStory {
  events: XmlEvent[]
  end: 'complete' | 'truncated' | 'malformed'
}

/** Mistakes that our scanner overlooks: what tests print, and all that stands in instructions, which say nothing to us. */
const overlooked = [
  /^disallowed character\.$/,
  /^malformed character entity\.$/,
  /^the string "]]>" is disallowed in char data\.$/,
  /processing instruction|XML declaration|name\/value|^expected |^(?:value|whitespace) |^(?:version|encoding|standalone) /,
]

/** What saxes tells of a document, up to its first mistake. */
export function tellWithSaxes(text: string): XmlStory {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const events: XmlEvent[] = []
  const texts: string[] = []
  const mistakes: string[] = []
  let isInTag = false
  const take = (piece: string) => {
    if (texts.length > 0) texts.push((texts.pop() ?? '') + piece)
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('error', ({ message }) => {
    if (!overlooked.some((words) => words.test(message))) mistakes.push(message)
  })
  parser.on('opentagstart', () => {
    isInTag = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    isInTag = false
    if (mistakes.length > 0) return
    texts.push('')
    events.push({ kind: 'open', name: localName(name), attributes: { ...attributes } })
  })
  parser.on('closetag', ({ name }) => {
    if (mistakes.length === 0) events.push({ kind: 'close', name: localName(name), text: texts.pop() ?? '' })
  })
  for (const piece of piecesOf(text)) {
    parser.write(piece)
    if (mistakes.length > 0) return { events, end: 'malformed' }
  }
  const isWhole = events.length > 0 && texts.length === 0 && !isInTag
  return { events, end: isWhole ? 'complete' : 'truncated' }
}

/** Pieces of one tag at most: the parser goes on behind a mistake, which is not asked for. */
function piecesOf(text: string): string[] {
  return text.match(/[^>]*>?/g) ?? []
}

/** Asks for the attributes that are expected, and for one that isn't there. */
export function askFor(attributes: XmlAttributes, expected: XmlEvent | undefined): Record<string, string> {
  const names = expected?.kind === 'open' ? Object.keys(expected.attributes) : []
  const found: Record<string, string> = {}
  for (const name of [...names, 'isNotThere']) {
    const value = attributes.get(name)
    if (value !== undefined) found[name] = value
  }
  return found
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
