import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Lookup, recordLimitBytes } from '../../../src/store/record-store.ts'
import { startCachedJob, type CachedJob } from '../../stand-ins/cached-job.ts'

const anything = (json: unknown) => json
const named = (commit: string, run = '1-1') => ({ image: 'app', branch: 'main', commit, run })
const newest: Lookup[] = [{ branch: 'main' }]

/** Puts an archive in place of a record's, under its key and entry version. */
async function plantInstead(run: CachedJob, content: Buffer) {
  await run.store().save(named('c1'), 'true')
  const [entry] = run.service.entries()
  if (entry === undefined) throw new Error('Nothing was saved')
  run.service.clear()
  await run.service.plant({ ...entry, content })
}

test.concurrent.each<{
  name: string
  fill: (folder: string) => Promise<unknown>
  names: string[]
  why: RegExp
}>([
  {
    name: 'a link in place of the record',
    fill: (folder) => symlink('/etc/hostname', join(folder, 'image-record.json')),
    names: ['image-record.json'],
    why: /not a regular file/,
  },
  {
    name: 'a folder in place of the record',
    fill: (folder) => mkdir(join(folder, 'image-record.json')),
    names: ['image-record.json'],
    why: /not a regular file/,
  },
  {
    name: 'another file beside the record',
    fill: async (folder) => {
      for (const name of ['image-record.json', 'other']) await writeFile(join(folder, name), '1')
    },
    names: ['image-record.json', 'other'],
    why: /something else/,
  },
  {
    name: 'another file only',
    fill: (folder) => writeFile(join(folder, 'other'), '1'),
    names: ['other'],
    why: /something else/,
  },
  {
    name: 'a record that is too large',
    fill: (folder) => writeFile(join(folder, 'image-record.json'), ' '.repeat(recordLimitBytes + 1)),
    names: ['image-record.json'],
    why: /larger than 4194304 bytes/,
  },
  {
    name: 'half a record',
    fill: (folder) => writeFile(join(folder, 'image-record.json'), '{"a":'),
    names: ['image-record.json'],
    why: /JSON/,
  },
])('an archive with $name is rejected', async ({ fill, names, why }) => {
  await using run = await startCachedJob()
  const folder = await mkdtemp(join(run.temp, 'archive-'))
  await fill(folder)
  await plantInstead(run, execFileSync('tar', ['--zstd', '-cf', '-', '-C', folder, ...names]))
  await rm(folder, { recursive: true })
  expect(await run.store().find('app', newest, anything)).toEqual({
    kind: 'none',
    rejected: [expect.stringMatching(why)],
  })
  expect(await readdir(run.temp)).toEqual([])
})

test.each<{ name: string; pack: (outside: string) => string }>([
  {
    name: 'by an absolute path',
    pack: (outside) => `tar --zstd -Pcf - ${outside}/victim`,
  },
  {
    name: 'by a path with parent folders',
    pack: (outside) => `mkdir deep && tar --zstd -Pcf - -C deep ../../${basename(outside)}/victim`,
  },
  {
    name: 'through a link of its own',
    pack: (outside) =>
      [
        `ln -s ${outside} link && tar -cf a.tar link`,
        `rm link && mkdir link && cp ${outside}/victim link && tar -rf a.tar link/victim && zstd -qc a.tar`,
      ].join(' && '),
  },
])('an archive cannot write outside of its folder $name', async ({ pack }) => {
  await using run = await startCachedJob()
  const folder = await mkdtemp(join(run.temp, 'archive-'))
  const outside = await mkdtemp(join(run.temp, 'outside-'))
  await writeFile(join(outside, 'victim'), 'overwritten')
  await plantInstead(run, execFileSync('sh', ['-c', pack(outside)], { cwd: folder }))
  await writeFile(join(outside, 'victim'), 'as it was')
  expect(await run.store().find('app', newest, anything)).toMatchObject({ kind: 'none' })
  expect(await readFile(join(outside, 'victim'), 'utf8')).toBe('as it was')
})
