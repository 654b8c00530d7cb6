import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from '@jest/globals'

import { readXml } from '../../src/xml/read-xml.ts'
import { fuzz } from './fuzz.ts'
import { mutate, wellFormed } from './mutate.ts'
import { Random } from './random.ts'
import { inChunks, makeXml } from './xml-documents.ts'

const fixtures = fileURLToPath(new URL('../fixtures/dotnet-test/', import.meta.url))
const recorded = readdirSync(fixtures, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:trx|xml)$/.test(entry.name))
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(fixtures.length))
  .sort()
const recordedBytes = (name: string): Buffer => readFileSync(fixtures + name)

type XmlEvent =
  readonly ['open', name: string, id: string | undefined] | readonly ['close', name: string, text: string]

interface XmlReading {
  events: XmlEvent[]
  kind: string
}

/** What a visitor is called with, and how the reading ended. */
async function readEvents(chunks: AsyncIterable<Uint8Array>): Promise<XmlReading> {
  const events: XmlEvent[] = []
  const { kind } = await readXml(chunks, {
    open: (name, attributes) => {
      events.push(['open', name, attributes.get('a') ?? attributes.get('outcome')])
      return 1_000_000
    },
    close: (name, text) => {
      events.push(['close', name, text ?? ''])
    },
  })
  return { events, kind }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

async function expectSameInPieces(random: Random, bytes: Uint8Array): Promise<XmlReading> {
  const expected = await readEvents(whole(bytes))
  expect(await readEvents(inChunks(random, bytes))).toEqual(expected)
  return expected
}

describe('a file is read the same, wherever its pieces are cut', () => {
  test.each(recorded)('%s', async (name) => {
    const { kind } = await expectSameInPieces(new Random(1), recordedBytes(name))
    expect(['complete', 'truncated', 'refused', 'malformed']).toContain(kind)
  })

  fuzz('random documents, which are read to their end', {
    rounds: 400,
    make: (random) => Buffer.from(makeXml(random)),
    check: async (bytes, random) => {
      const { events, kind } = await expectSameInPieces(random, bytes)
      expect(kind).toBe('complete')
      const opened = events.filter(([event]) => event === 'open')
      expect(events).toHaveLength(2 * opened.length)
    },
  })

  fuzz('documents that end too early give what stands before their end', {
    rounds: 400,
    make: (random) => Buffer.from(makeXml(random)),
    check: async (bytes, random) => {
      const { events } = await readEvents(whole(bytes))
      const cut = await expectSameInPieces(random, bytes.subarray(0, random.below(bytes.length)))
      expect(cut.events).toEqual(events.slice(0, cut.events.length))
      // Behind the root only space, comments and instructions stand.
      if (cut.kind === 'complete') expect(cut.events).toEqual(events)
    },
  })

  fuzz('broken documents', {
    rounds: 400,
    make: (random) => Buffer.from(wellFormed(mutate(random, makeXml(random)))),
    check: (bytes, random) => expectSameInPieces(random, bytes),
  })
})
