import { expect, test } from '@jest/globals'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { buffer } from 'node:stream/consumers'
import tar from 'tar-stream'
import { extractResults } from '../../../src/verdict/extract-results.ts'
import { makeTempFolder } from '../temp-folder.ts'

type Entry = Partial<tar.Header> & { name: string; content?: string }

/** An archive as a hostile test could make the builder write it. */
async function archiveOf(entries: Entry[]): Promise<Buffer> {
  const pack = tar.pack()
  for (const { content = '', ...header } of entries) pack.entry({ ...header }, content)
  pack.finalize()
  return await buffer(pack)
}

test('takes regular result files, under names of ours, and nothing that leads elsewhere', async () => {
  await using temp = await makeTempFolder({ 'outside.trx': 'untouched' })
  const archive = await temp.write(
    'results.tar',
    await archiveOf([
      { name: '0/net10.0/a.trx', content: 'a' },
      { name: './1/deep/er/coverage.cobertura.XML', content: 'b' },
      { name: '0/../../../outside.trx', content: 'c' },
      { name: '/0/absolute.trx', content: 'd' },
      { name: '0/link.trx', type: 'symlink', linkname: '../../../outside.trx' },
      { name: '0/hard.trx', type: 'link', linkname: '/etc/passwd' },
      { name: '0/pipe.trx', type: 'fifo' },
      { name: '0/device.trx', type: 'block-device' },
      { name: '0/folder.trx', type: 'directory' },
      { name: '0/run.sh', content: 'e' },
      { name: 'x/no-run.trx', content: 'f' },
      { name: '0/new\nline.trx', content: 'g' },
      { name: '0/back\\slash.trx', content: 'h' },
      { name: `0/${'long'.repeat(60)}.trx`, content: 'i' },
    ]),
  )
  const folder = join(temp.path, 'report', 'test-results')
  const { files, warnings } = await extractResults(archive, folder)
  const shown = files.map(({ path, ...rest }) => ({ path: relative(folder, path), ...rest }))
  expect(shown).toEqual([
    { path: '0/net10.0/a.trx', run: 0, kind: 'trx' },
    { path: '1/deep_er/coverage.cobertura.XML', run: 1, kind: 'xml' },
    { path: '0/absolute.trx', run: 0, kind: 'trx' },
    { path: expect.stringMatching(/^0\/[long]{146}\.trx$/) as unknown, run: 0, kind: 'trx' },
  ])
  expect(warnings).toEqual([])
  const written = await readdir(folder, { recursive: true })
  const regular = await Promise.all(written.map(async (name) => (await lstat(join(folder, name))).isFile()))
  expect(regular.filter(Boolean)).toHaveLength(4)
  expect(await readFile(join(temp.path, 'outside.trx'), 'utf8')).toBe('untouched')
  expect((await readdir(temp.path)).sort()).toEqual(['outside.trx', 'report', 'results.tar'])
})

test('takes 2,000 files and says that there were more', async () => {
  await using temp = await makeTempFolder()
  const many = Array.from({ length: 2_001 }, (_, number) => ({ name: `0/${number}.trx`, content: 'x' }))
  const archive = await temp.write('results.tar', await archiveOf(many))
  const { files, warnings } = await extractResults(archive, join(temp.path, 'report'))
  expect(files).toHaveLength(2_000)
  expect(warnings).toEqual(['More than 2000 result files or 2 GB: the rest was left out.'])
})
