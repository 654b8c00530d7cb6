import { expect, test } from '@jest/globals'
import { readFile, writeFile } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { copyRedacted } from '../../../src/redaction/copy-redacted.ts'
import { Redactor } from '../../../src/redaction/redactor.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** What a copy of a file with these bytes has. */
async function copy(bytes: Buffer, ...secrets: string[]): Promise<Buffer> {
  await using folder = await makeTempFolder()
  const [source, target] = [join(folder.path, 'source'), join(folder.path, 'target')]
  await writeFile(source, bytes)
  await copyRedacted(source, target, withSecrets(...secrets))
  return await readFile(target)
}

function withSecrets(...secrets: string[]): Redactor {
  const redactor = new Redactor()
  for (const secret of secrets) redactor.add(secret)
  return redactor
}

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
const odd = 'pä<&>"\'🐳 end'

test.each<{ name: string; secret?: string; text: string; shown: string }>([
  { name: 'as it is', text: '<a>hunter2</a>', shown: '<a>***</a>' },
  { name: 'in an attribute', text: '<a b="x hunter2 y"/>', shown: '<a b="x *** y"/>' },
  {
    name: 'with signs that XML escapes, as they are',
    secret: odd,
    text: `<![CDATA[${odd}]]>`,
    shown: '<![CDATA[***]]>',
  },
  {
    name: 'escaped as text',
    secret: odd,
    text: `<a>pä&lt;&amp;&gt;"'🐳 end</a>`,
    shown: '<a>***</a>',
  },
  {
    name: 'escaped as an attribute, with numbers',
    secret: odd,
    text: '<a b="p&#xE4;&lt;&amp;&gt;&quot;&#39;&#x1f433; end"/>',
    shown: '<a b="***"/>',
  },
  {
    name: 'of several lines, with escaped line ends',
    secret: 'first line\nab\nlast line',
    text: '<a b="first line&#xA;ab&#xA;last line"/>',
    shown: '<a b="***"/>',
  },
  {
    name: 'as it stands in an address',
    secret: 'p@ss/word',
    text: '<a>?k=p%40ss%2Fword</a>',
    shown: '<a>?k=***</a>',
  },
  {
    name: 'that begins with another one',
    secret: 'hunter2-longer',
    text: 'hunter2-longer hunter2',
    shown: '*** ***',
  },
  {
    name: 'that nobody told about, in an escaped link',
    text: '<a>https://x.example/?v=1&amp;sig=aB%2Fc&amp;w=2</a>',
    shown: '<a>https://x.example/?v=1&amp;sig=***&amp;w=2</a>',
  },
])(
  'a secret $name is hidden in UTF-8, in UTF-16 and with a byte order mark',
  async ({ secret, text, shown }) => {
    const secrets = [secret ?? 'hunter2', 'hunter2']
    expect((await copy(Buffer.from(text), ...secrets)).toString()).toBe(shown)
    expect((await copy(Buffer.from(`\ufeff${text}`), ...secrets)).toString()).toBe(`\ufeff${shown}`)
    const little = await copy(Buffer.from(`\ufeff${text}`, 'utf16le'), ...secrets)
    expect(little.toString('utf16le')).toBe(`\ufeff${shown}`)
    expect(await copy(bigEndian(`\ufeff${text}`), ...secrets)).toEqual(bigEndian(`\ufeff${shown}`))
  },
)

test('UTF-16 without a byte order mark is told by its first sign', async () => {
  expect(await copy(Buffer.from('<a>hunter2</a>', 'utf16le'), 'hunter2')).toEqual(
    Buffer.from('<a>***</a>', 'utf16le'),
  )
  expect(await copy(bigEndian('<a>hunter2</a>'), 'hunter2')).toEqual(bigEndian('<a>***</a>'))
})

test.each([
  { name: 'nothing', bytes: Buffer.alloc(0) },
  { name: 'one byte', bytes: Buffer.from('<') },
  { name: 'bytes that are no UTF-8', bytes: Buffer.from([...Array(512).keys()].map((byte) => byte & 255)) },
  { name: 'UTF-16 that is cut within a unit', bytes: Buffer.from([0xff, 0xfe, 0x61, 0, 0x62]) },
  { name: 'half of a surrogate pair', bytes: Buffer.from([0xff, 0xfe, 0x3d, 0xd8, 0x61, 0]) },
])('$name is copied byte for byte', async ({ bytes }) => {
  expect(await copy(bytes, 'hunter2')).toEqual(bytes)
})

test('a secret is found wherever the pieces of a file end', async () => {
  // Around 64 KiB, which is one piece.
  for (let before = 65_536 - 12; before <= 65_536 + 4; before += 1) {
    const filler = 'x'.repeat(before)
    const shown = (await copy(Buffer.from(`${filler}hunter&amp;2${filler}`), 'hunter&2')).toString()
    expect(shown).toBe(`${filler}***${filler}`)
  }
})

test('a secret as long as a variable can be is hidden, and so is what stands right behind it', async () => {
  const key = Array.from({ length: 8_000 }, (_, index) => `line<${index}>`).join(' ')
  const text = `a ${key.replaceAll('<', '&lt;')}hunter2 ${key} b`
  const shown = await copy(Buffer.from(text), key, 'hunter2')
  expect(shown.toString()).toMatch(/^a \*+ \*+ b$/)
})

test('a file of 100 MB takes little memory', async () => {
  await using folder = await makeTempFolder()
  const [source, target] = [join(folder.path, 'source'), join(folder.path, 'target')]
  const piece = Buffer.from(`<a>${'words and hunter2 '.repeat(50_000)}</a>\n`)
  const pieces = Math.ceil((100 * 1024 * 1024) / piece.length)
  await pipeline(Readable.from(Array(pieces).fill(piece) as Buffer[]), createWriteStream(source))
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  await copyRedacted(source, target, withSecrets('hunter2'))
  clearInterval(timer)
  expect(most - before).toBeLessThan(64 * 1024 * 1024)
  expect((await readFile(target)).subarray(0, 40).toString()).toBe('<a>words and *** words and *** words and')
})
