import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

import { expect, test } from '@jest/globals'
import { pack } from 'tar-stream'

import { extractResults } from '../../../src/verdict/extract-results.ts'
import { makeTempFolder } from '../temp-folder.ts'

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
])('gives what came before in an archive $name, and says so', async ({ break: broken, why }) => {
  const archive = await tarOf([
    ['0/a.trx', 'one'],
    ['1/b.xml', 'two'],
  ])
  const { contents, warnings } = await extract(broken(archive))
  expect(contents).toEqual(['0 trx one'])
  expect(warnings).toEqual([expect.stringContaining(why)])
})
