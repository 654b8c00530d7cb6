import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createFolderStore } from '../../../src/store/folder-store.ts'
import { lookupKeyParts, recordLimitBytes } from '../../../src/store/record-store.ts'

const anything = (json: unknown) => json

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'folder-store-'))
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

/** A store whose clock goes on by a second with each save. */
function storeIn(folder: string, keep?: number) {
  let time = 1_700_000_000_000
  return createFolderStore({ folder, now: () => (time += 1000), ...(keep !== undefined && { keep }) })
}

const named = (commit: string, run = '1-1', branch = 'main') => ({ image: 'app', branch, commit, run })

/** Puts a file or a link where the store has a commit's records. */
const placeIn = (folder: string, commit: string) =>
  join(folder, ...lookupKeyParts('app', { branch: 'main', commit }), '1800000000000-9-1.json')

test('gives back what was saved, and says which lookup found it', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(temporary.folder)
  expect(await store.save(named('c1'), { compressedBytes: 1 })).toEqual({ kind: 'saved' })
  const lookups = [{ branch: 'main', commit: 'c0' }, { branch: 'main', commit: 'c1' }, { branch: 'main' }]
  expect(await store.find('app', lookups, anything)).toEqual({
    kind: 'found',
    record: { compressedBytes: 1 },
    source: 'folder',
    lookup: { branch: 'main', commit: 'c1' },
  })
})

test('gives the newest of a branch, and of a commit that ran twice', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(temporary.folder)
  await store.save(named('c2', '2-1'), 'first')
  await store.save(named('c2', '2-2'), 'again')
  await store.save(named('c1', '3-1'), 'newest')
  await store.save(named('c9', '4-1', 'other'), 'elsewhere')
  expect(await store.find('app', [{ branch: 'main' }], anything)).toMatchObject({ record: 'newest' })
  expect(await store.find('app', [{ branch: 'main', commit: 'c2' }], anything)).toMatchObject({
    record: 'again',
  })
})

test('what was saved while the clock was ahead does not stay the newest', async () => {
  await using temporary = await temporaryFolder()
  const ahead = createFolderStore({ folder: temporary.folder, now: () => 4_000_000_000_000 })
  await ahead.save(named('c1', '1-1'), 'of the future')
  await storeIn(temporary.folder).save(named('c2', '2-1'), 'newest')
  expect(await storeIn(temporary.folder).find('app', [{ branch: 'main' }], anything)).toMatchObject({
    record: 'newest',
  })
})

test('keeps the first record of a name', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(temporary.folder)
  await store.save(named('c1'), 'first')
  expect(await store.save(named('c1'), 'second')).toEqual({ kind: 'already-saved' })
  expect(await store.find('app', [{ branch: 'main' }], anything)).toMatchObject({ record: 'first' })
})

test('finds nothing in a folder that is not there', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(join(temporary.folder, 'absent'))
  expect(await store.find('app', [{ branch: 'main' }], anything)).toEqual({ kind: 'none', rejected: [] })
})

test('images and branches that look alike keep apart', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(temporary.folder)
  await store.save({ ...named('c1'), image: 'org/app', branch: 'feature/x' }, 1)
  expect(await store.find('org-app', [{ branch: 'feature/x' }], anything)).toMatchObject({ kind: 'none' })
  expect(await store.find('org/app', [{ branch: 'feature-x' }], anything)).toMatchObject({ kind: 'none' })
  expect(await store.find('org/app', [{ branch: 'feature/x' }], anything)).toMatchObject({ kind: 'found' })
})

test('no name leads out of the folder', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(join(temporary.folder, 'inside'))
  await store.save({ image: '..', branch: '../..', commit: '/etc', run: '../../x' }, 1)
  expect(await readdir(temporary.folder)).toEqual(['inside'])
})

test('goes on to an older record where the newest is refused, and says why', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(temporary.folder)
  await store.save(named('c1'), { platform: 'linux/amd64' })
  await store.save(named('c2'), { platform: 'linux/arm64' })
  const parse = (json: unknown) => {
    const { platform } = json as { platform: string }
    if (platform !== 'linux/amd64') throw new Error(`it is for ${platform}`)
    return platform
  }
  expect(await store.find('app', [{ branch: 'main' }], parse)).toMatchObject({ record: 'linux/amd64' })
  const outcome = await store.find('app', [{ branch: 'main', commit: 'c2' }], parse)
  expect(outcome).toEqual({
    kind: 'none',
    rejected: [expect.stringMatching(/1-1\.json: it is for linux\/arm64$/)],
  })
})

test.each([
  { name: 'a cut file', make: (file: string) => writeFile(file, '{"a":'), why: /JSON/ },
  {
    name: 'a file that is too large',
    make: (file: string) => writeFile(file, ' '.repeat(recordLimitBytes + 1)),
    why: /larger than 4194304 bytes/,
  },
  {
    name: 'a symbolic link',
    make: (file: string) => symlink('/etc/hostname', file),
    why: /not a regular file/,
  },
  { name: 'a FIFO', make: (file: string) => execFileSync('mkfifo', [file]), why: /not a regular file/ },
])('$name is rejected and the next lookup is tried', async ({ make, why }) => {
  await using temporary = await temporaryFolder()
  const store = storeIn(temporary.folder)
  await store.save(named('good'), 'good')
  const file = placeIn(temporary.folder, 'bad')
  await mkdir(dirname(file), { recursive: true })
  await make(file)
  const bad = { branch: 'main', commit: 'bad' }
  expect(await store.find('app', [bad], anything)).toEqual({
    kind: 'none',
    rejected: [expect.stringMatching(why)],
  })
  const both = await store.find('app', [bad, { branch: 'main', commit: 'good' }], anything)
  expect(both).toMatchObject({ kind: 'found', record: 'good' })
})

test('keeps the newest records of each image only', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(temporary.folder, 3)
  await store.save({ ...named('c1'), image: 'other' }, 0)
  for (const commit of ['c1', 'c2', 'c3', 'c4', 'c5']) await store.save(named(commit), commit)
  const found = await Promise.all(
    ['c1', 'c2', 'c3', 'c4', 'c5'].map((commit) => store.find('app', [{ branch: 'main', commit }], anything)),
  )
  expect(found.map(({ kind }) => kind)).toEqual(['none', 'none', 'found', 'found', 'found'])
  expect(await store.find('other', [{ branch: 'main' }], anything)).toMatchObject({ kind: 'found' })
})

test('an unfinished write of another run is not seen', async () => {
  await using temporary = await temporaryFolder()
  const store = storeIn(temporary.folder)
  await store.save(named('c1'), 'whole')
  await writeFile(join(dirname(placeIn(temporary.folder, 'c1')), '.4711.partial'), '{"a":')
  expect(await store.find('app', [{ branch: 'main' }], anything)).toMatchObject({ record: 'whole' })
})

test('many runs may save into one folder at the same time', async () => {
  await using temporary = await temporaryFolder()
  const runs = Array.from({ length: 40 }, (_, index) => `${index}-1`)
  const saved = await Promise.all(
    runs.map((run) => createFolderStore({ folder: temporary.folder, keep: 10 }).save(named('c1', run), run)),
  )
  expect(saved.every(({ kind }) => kind === 'saved')).toBe(true)
  expect(await storeIn(temporary.folder).find('app', [{ branch: 'main' }], anything)).toMatchObject({
    kind: 'found',
  })
})

test('a folder that cannot be written is an outcome', async () => {
  await using temporary = await temporaryFolder()
  const file = join(temporary.folder, 'file')
  await writeFile(file, '')
  const store = storeIn(file)
  expect(await store.save(named('c1'), 1)).toEqual({
    kind: 'not-saved',
    reason: expect.stringMatching(/ENOTDIR/),
  })
  expect(await store.find('app', [{ branch: 'main' }], anything)).toEqual({
    kind: 'unavailable',
    reason: expect.stringMatching(/ENOTDIR/),
  })
})

test('a record that is too large is not saved', async () => {
  await using temporary = await temporaryFolder()
  const outcome = await storeIn(temporary.folder).save(named('c1'), 'x'.repeat(recordLimitBytes))
  expect(outcome).toEqual({ kind: 'not-saved', reason: 'the measurement is larger than 4194304 bytes' })
  expect(await readdir(temporary.folder)).toEqual([])
})
