import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

import { expect, test } from '@jest/globals'
import { pack } from 'tar-stream'

import { extractResults } from '../../../../src/testing/results/extract-results.ts'
import { makeTempFolder } from '../../temp-folder.ts'

async function tarOf(entries: [name: string, content: string][]): Promise<Buffer> {
  const archive = pack()
  for (const [name, content] of entries) archive.entry({ name }, content)
  archive.finalize()
  return buffer(archive)
}

/** What comes out of an archive: the content of each file. */
async function extract(archive: Uint8Array) {
  await using temp = await makeTempFolder()
  const path = await temp.write('results.tar', archive)
  const { files, warnings } = await extractResults(path, join(temp.path, 'results'))
  const contents = files.map((file) => `${file.run} ${file.kind} ${readFileSync(file.path, 'utf8')}`)
  return { contents, warnings }
}

test('keeps files apart whose folders differ in a character that is not kept', async () => {
  const archive = await tarOf([
    ['0/My Tests/a.trx', 'one'],
    ['0/My_Tests/a.trx', 'two'],
    ['0/My Tests/a.trx', 'three'],
  ])
  expect(await extract(archive)).toEqual({
    contents: ['0 trx one', '0 trx two', '0 trx three'],
    warnings: [],
  })
})

test.each([
  {
    name: 'with a broken header',
    break: (bytes: Buffer) => bytes.fill(1, 1024, 1100),
    why: 'Invalid tar header',
  },
  {
    name: 'that is cut',
    break: (bytes: Buffer) => bytes.subarray(0, 1024 + 100),
    why: 'Unexpected end of data',
  },
  {
    name: 'that is cut within a file',
    break: (bytes: Buffer) => bytes.subarray(0, 512 + 3),
    why: 'Unexpected end of data',
    content: [expect.stringMatching(/^0 trx (?:one)?$/)],
  },
])(
  'gives what came before in an archive $name, and says so',
  async ({ break: broken, why, content = ['0 trx one'] }) => {
    const archive = await tarOf([
      ['0/a.trx', 'one'],
      ['1/b.xml', 'two'],
    ])
    const { contents, warnings } = await extract(broken(archive))
    expect(contents).toEqual(content)
    expect(warnings).toEqual([expect.stringContaining(why)])
  },
)

test('ends with an archive that is cut within a file', async () => {
  const archive = await tarOf([
    ['0/a.trx', 'one'],
    ['1/c.xml', 'x'.repeat(1330)],
  ])
  const { contents, warnings } = await extract(archive.subarray(0, 3 * 512 + 960))
  expect(contents).toEqual(['0 trx one', expect.stringMatching(/^1 xml x*$/)])
  expect(warnings).toHaveLength(1)
})

test('ends with an archive that is cut within a file that nobody takes', async () => {
  const archive = await tarOf([
    ['0/a.trx', 'one'],
    ['0/notes.txt', 'x'.repeat(100_000)],
  ])
  for (const length of [2 * 512 + 512 + 5, 2 * 512 + 512 + 70_000]) {
    const { contents, warnings } = await extract(archive.subarray(0, length))
    expect([contents, warnings.length]).toEqual([['0 trx one'], 1])
  }
})
