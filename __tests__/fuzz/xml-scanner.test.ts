import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from '@jest/globals'

import { readXml } from '../../src/xml/read-xml.ts'
import { XmlError } from '../../src/xml/xml-error.ts'
import { XmlScanner } from '../../src/xml/xml-scanner.ts'
import { fuzz } from './fuzz.ts'
import { cutAnywhere, mutate, wellFormed } from './mutate.ts'
import { Random } from './random.ts'
import { inChunks, makeXml } from './xml-documents.ts'
import { askFor, tellWithSaxes, type XmlEvent, type XmlStory } from './xml-oracle.ts'

const fixtures = fileURLToPath(new URL('../fixtures/dotnet-test/', import.meta.url))
const recorded = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fixtures.length))
  .sort()
const recordedBytes = (name: string): Uint8Array => readFileSync(fixtures + name)

/** What the scanner tells of pieces of text; `expected` has the names of the attributes. */
function tellWithScanner(pieces: readonly string[], expected: readonly XmlEvent[]): XmlStory {
  const events: XmlEvent[] = []
  const texts: string[] = []
  const scanner = new XmlScanner({
    wantsText: true,
    open: ({ local }, attributes) => {
      events.push({ kind: 'open', name: local, attributes: askFor(attributes, expected[events.length]) })
      texts.push('')
    },
    close: ({ local }) => {
      events.push({ kind: 'close', name: local, text: texts.pop() ?? '' })
    },
    text: (piece) => {
      texts.push((texts.pop() ?? '') + piece)
    },
  })
  try {
    for (const piece of pieces) scanner.write(piece)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return { events, end: 'malformed' }
  }
  return { events, end: scanner.isWhole ? 'complete' : 'truncated' }
}

/** What is told of bytes on the whole way, from decoding on. */
async function tellWithReader(
  chunks: AsyncIterable<Uint8Array>,
  expected: readonly XmlEvent[],
): Promise<XmlStory> {
  const events: XmlEvent[] = []
  const { kind } = await readXml(chunks, {
    open: (name, attributes) => {
      events.push({ kind: 'open', name, attributes: askFor(attributes, expected[events.length]) })
      return 1_000_000
    },
    close: (name, text) => {
      events.push({ kind: 'close', name, text: text ?? '' })
    },
  })
  return { events, end: kind === 'refused' || kind === 'unreadable' ? 'malformed' : kind }
}

/** A character that is cut at the end of the bytes is nothing. */
async function expectSame(random: Random, bytes: Uint8Array): Promise<void> {
  const text = new TextDecoder().decode(bytes, { stream: true })
  const expected = tellWithSaxes(text)
  const lines = text.replace(/\r\n?/g, '\n')
  expect(tellWithScanner(cutAnywhere(random, lines), expected.events)).toEqual(expected)
  expect(await tellWithReader(inChunks(random, bytes), expected.events)).toEqual(expected)
}

/**
 * Of a broken document the scanner may see the mistake earlier, or not in a tag that never ends, but it never tells anything
 * else. A `<` in a value stays, where saxes leaves it out; a line end in a broken reference is a space, as all others in
 * values are.
 */
function expectAlike(text: string, random: Random): void {
  const expected = plain(tellWithSaxes(text))
  const pieces = cutAnywhere(random, text.replace(/\r\n?/g, '\n'))
  const found = plain(tellWithScanner(pieces, expected.events))
  // For saxes a reference goes on to the next semicolon, through quotes and tags.
  const runsOn = /&[^;"'<]*["'<]/.test(text)
  const isWhole = expected.end === 'complete' && !runsOn
  expect(found.events).toEqual(isWhole ? expected.events : expected.events.slice(0, found.events.length))
  if (expected.end !== 'complete') expect(found.end).not.toBe('complete')
}

function plain({ events, end }: XmlStory): XmlStory {
  const plainEvent = (event: XmlEvent): XmlEvent => {
    if (event.kind === 'close') return event
    const values = Object.entries(event.attributes).map(([name, value]) => [
      name,
      value.replace(/[<\n\t ]/g, ''),
    ])
    return { ...event, attributes: Object.fromEntries(values) as Record<string, string> }
  }
  return { events: events.map(plainEvent), end }
}

describe('the scanner tells the same as saxes', () => {
  test.each(recorded)('of %s', async (name) => {
    await expectSame(new Random(1), recordedBytes(name))
  })

  fuzz('of random documents, cut anywhere', {
    rounds: 400,
    make: (random) => Buffer.from(makeXml(random)),
    check: (bytes, random) => expectSame(random, bytes),
  })

  fuzz('of documents that end too early', {
    rounds: 400,
    make: (random) => {
      const bytes = random.oneIn(20) ? recordedBytes(random.pick(recorded)) : Buffer.from(makeXml(random))
      return bytes.subarray(0, random.below(bytes.length))
    },
    check: (bytes, random) => expectSame(random, bytes),
  })

  fuzz('of broken documents, up to the first mistake', {
    rounds: 400,
    make: (random) => wellFormed(mutate(random, makeXml(random).replace(/^<\?xml[^>]*>/, ''))),
    check: expectAlike,
  })
})
