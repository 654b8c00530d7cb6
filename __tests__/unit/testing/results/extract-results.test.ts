import { expect, test } from '@jest/globals'
import { createWriteStream } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'
import { extractResults } from '../../../../src/testing/results/extract-results.ts'
import { makeTempFolder } from '../../temp-folder.ts'

type Entry = Partial<tar.Header> & { name: string; content?: string }

/** Extracts an archive with these entries, and gives what lies in the folder afterwards, and beside it. */
async function extract(
  entries: readonly Entry[],
): Promise<{ taken: string[]; onDisk: string[]; beside: string[]; warnings: string[] }> {
  await using folder = await makeTempFolder()
  const archive = join(folder.path, 'results.tar')
  const pack = tar.pack()
  for (const { content = '<x/>', ...header } of entries) {
    if (header.type === undefined || header.type === 'file') pack.entry(header, content)
    else pack.entry(header)
  }
  pack.finalize()
  await pipeline(pack, createWriteStream(archive))
  const place = join(folder.path, 'out', 'results')
  const { files, warnings } = await extractResults(archive, place)
  for (const { path } of files) expect(await readFile(path, 'utf8')).toBe('<x/>')
  const list = async (path: string): Promise<string[]> =>
    (await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .sort()
  return {
    taken: files.map(({ path }) => relative(place, path)).sort(),
    onDisk: await list(place),
    beside: (await list(folder.path)).filter((name) => !name.startsWith('out/results/')),
    warnings,
  }
}

test('takes results by the number of their RUN, two of one name apart', async () => {
  const result = await extract([
    { name: '0/a.trx' },
    { name: '1/a.trx' },
    { name: '0/In/host 1/coverage.cobertura.xml' },
    { name: '0/notes.txt' },
    { name: 'a.trx' },
  ])
  expect(result).toEqual({
    taken: ['0/In_host_1/coverage.cobertura.xml', '0/a.trx', '1/a.trx'],
    onDisk: ['0/In_host_1/coverage.cobertura.xml', '0/a.trx', '1/a.trx'],
    beside: ['results.tar'],
    warnings: [],
  })
})

test('takes no link, no FIFO, no device and no folder for a result, whatever its name', async () => {
  const result = await extract([
    { name: '0/link.trx', type: 'symlink', linkname: '/etc/passwd' },
    { name: '0/hard.trx', type: 'link', linkname: '0/good.trx' },
    { name: '0/fifo.trx', type: 'fifo' },
    { name: '0/device.trx', type: 'character-device' },
    { name: '0/folder.trx', type: 'directory' },
    { name: '0/good.trx' },
  ])
  expect(result).toMatchObject({ taken: ['0/good.trx'], onDisk: ['0/good.trx'], beside: ['results.tar'] })
})

test('writes nothing outside of its folder', async () => {
  const result = await extract([
    { name: '../../out.trx' },
    { name: '0/../../../up.trx' },
    { name: '/etc/absolute.trx' },
    { name: '0/a/../../1/b.trx' },
    { name: '0/control\u0007.trx' },
    { name: '0/back\\slash.trx' },
  ])
  expect(result).toMatchObject({ taken: ['1/b.trx'], onDisk: ['1/b.trx'], beside: ['results.tar'] })
})

test('takes two thousand files and says that there were more', async () => {
  const entries = Array.from({ length: 2_010 }, (_, index) => ({ name: `0/${index}.trx` }))
  const { taken, warnings } = await extract(entries)
  expect([taken.length, warnings]).toEqual([
    2_000,
    ['More than 2000 result files or 2 GB: the rest was left out.'],
  ])
})
