import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { pathToFileURL } from 'node:url'
import { toBaseline, type Baseline } from '../../../src/compare/comparable.ts'
import type { ReleaseBaseline } from '../../../src/compare/compare-with-release.ts'
import { planLookups } from '../../../src/store/record-store.ts'
import { openRepository } from '../../../src/github/repository.ts'
import { parseTagPattern } from '../../../src/inputs/parsers/values.ts'
import { nameSeries } from '../../../src/baselines/find-baseline.ts'
import { findReleases } from '../../../src/baselines/last-release.ts'
import { createFolderStore } from '../../../src/store/folder-store.ts'
import { actionsBot, startGitHubApi } from '../../stand-ins/github-api.ts'
import { commit, git, makeRepository } from '../git/a-repository.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'
import { makeTempFolder } from '../temp-folder.ts'

const record = imageRecord([layerRecord('base')])
const { platform } = record
const nothingYet = toBaseline({ kind: 'none', rejected: [] }, 'main')
const storedAs = (more: Partial<typeof record>): Baseline => ({
  ...{ kind: 'found', source: 'cache', warnings: [] },
  record: { ...record, ...more },
})

interface Asking {
  from: string
  stored?: Baseline
  /** What the job has: the whole repository, or one commit of it. */
  clone?: 'whole' | 'shallow'
  token?: string | undefined
  pattern?: string
}

/** A repository that is made once: no test changes it. */
type History = Awaited<ReturnType<typeof makeHistory>>

/**
 * A repository whose main branch has v1.0.0 (annotated), a commit, v1.1.0, v1.2.0-rc.1 and a last commit, and beside it v2.0.0 on a
 * branch that was never merged; and a clone of its last commit.
 */
async function makeHistory() {
  const [repository, clones] = [await makeRepository(), await makeTempFolder()]
  const run = (...args: string[]): string => git(repository.path, ...args)
  run('tag', '--annotate', '--message', 'first', 'v1.0.0')
  const first = run('rev-parse', 'HEAD')
  const between = commit(repository.path, 'between')
  const second = commit(repository.path, 'second')
  run('tag', 'v1.1.0')
  run('tag', 'v1')
  commit(repository.path, 'preview')
  run('tag', 'v1.2.0-rc.1')
  const last = commit(repository.path, 'last')
  run('switch', '--quiet', '--create', 'next', first)
  commit(repository.path, 'next')
  run('tag', 'v2.0.0')
  run('switch', '--quiet', 'main')
  git(clones.path, 'clone', '--quiet', '--depth=1', pathToFileURL(repository.path).href, 'shallow')
  return {
    ...{ first, between, second, last },
    folders: { whole: repository.path, shallow: `${clones.path}/shallow` },
    async [Symbol.asyncDispose]() {
      for (const one of [repository, clones]) await one[Symbol.asyncDispose]()
    },
  }
}

let history: History

beforeAll(async () => {
  history = await makeHistory()
})

afterAll(async () => {
  await history[Symbol.asyncDispose]()
})

/** A job in that repository, with GitHub and a store of records of main. */
async function start() {
  const { folders, ...commits } = history
  const [api, store] = [await startGitHubApi(), await makeTempFolder()]
  api.state.folder = folders.whole
  const records = createFolderStore({ folder: store.path })
  let number = 0
  return {
    ...{ ...commits, api },
    save: async (of: string) => {
      const name = { image: nameSeries(record, platform), branch: 'main', commit: of, run: `${++number}-1` }
      await records.save(name, { ...record, commit: of })
    },
    find: async (asking: Asking): Promise<ReleaseBaseline | undefined> => {
      const { from, stored = nothingYet, clone = 'whole', token = 'bot-token', pattern = 'v*' } = asking
      const history = {
        ...{ grewFrom: from, lookFrom: from, gitFolder: folders[clone], isShallow: clone === 'shallow' },
        lookups: planLookups(['main'], [from]),
      }
      const remote =
        token === 'none' ? undefined : openRepository({ apiUrl: api.url, token, repository: 'acme/shop' })
      const settings = { baselineRelease: parseTagPattern(pattern) }
      const [found] = await findReleases(
        { store: records, history, remote },
        settings,
        record,
        [stored],
        [platform],
      )
      return found
    },
    async [Symbol.asyncDispose]() {
      for (const one of [api, store]) await one[Symbol.asyncDispose]()
    },
  }
}

const found = (tag: string, taggedCommit: string, commitsBefore = 0): unknown => ({
  kind: 'found',
  point: expect.objectContaining({
    tag,
    taggedCommit,
    commitsBefore,
    compressedBytes: record.compressedBytes,
  }),
  record: expect.anything(),
})

test.each(['whole', 'shallow'] as const)(
  'the newest release that a tree grew from is found in a clone that is %s',
  async (clone) => {
    await using at = await start()
    for (const one of [at.first, at.second]) await at.save(one)
    // Neither a pre-release nor a higher version of another branch.
    expect(await at.find({ from: at.last, clone })).toEqual(found('v1.1.0', at.second))
    // The very commit that it grew from is one.
    expect(await at.find({ from: at.second, clone })).toEqual(found('v1.1.0', at.second))
    expect(await at.find({ from: at.between, clone })).toEqual(found('v1.0.0', at.first))
    expect(await at.find({ from: at.last, clone, pattern: 'shop-v*' })).toEqual({
      kind: 'none',
      reason: 'No release yet: no commit before this one has a tag like shop-v* that names a version.',
      warnings: [],
    })
  },
)

test('a whole clone asks GitHub nothing', async () => {
  await using at = await start()
  await at.save(at.second)
  expect(await at.find({ from: at.last })).toEqual(found('v1.1.0', at.second))
  expect(at.api.requests()).toEqual([])
})

test.each(['whole', 'shallow'] as const)(
  'a release that was not measured is told by the commit before it, in a clone that is %s',
  async (clone) => {
    await using at = await start()
    await at.save(at.between)
    expect(await at.find({ from: at.last, clone })).toEqual(found('v1.1.0', at.second, 1))
  },
)

test('when the release’s own record is gone, the baseline still knows', async () => {
  await using at = await start()
  const release = {
    ...{ tag: 'v1.1.0', taggedCommit: at.second, commitsBefore: 0, createdAt: record.createdAt },
    ...{ compressedBytes: record.compressedBytes, uncompressedBytes: 1 },
  }
  expect(await at.find({ from: at.last, stored: storedAs({ release }) })).toEqual(found('v1.1.0', at.second))
  const points = [
    { createdAt: record.createdAt, commit: at.second, compressedBytes: 150, uncompressedBytes: 300 },
  ]
  expect(await at.find({ from: at.last, stored: storedAs({ history: points }) })).toEqual(
    found('v1.1.0', at.second),
  )
})

test('a nearer record of the store outranks one before it that the baseline knows', async () => {
  await using at = await start()
  await at.save(at.second)
  const points = [
    { createdAt: record.createdAt, commit: at.between, compressedBytes: 1, uncompressedBytes: 1 },
  ]
  expect(await at.find({ from: at.last, stored: storedAs({ history: points }) })).toEqual(
    found('v1.1.0', at.second),
  )
})

test('a release of which nobody kept a record is named', async () => {
  await using at = await start()
  expect(await at.find({ from: at.last })).toEqual({
    kind: 'none',
    reason: 'The size of v1.1.0 is not known: it was not measured, or its measurement is no longer stored.',
    warnings: [],
  })
})

test('a store that could not be asked is not asked again', async () => {
  await using at = await start()
  await at.save(at.second)
  const stored = toBaseline({ kind: 'unavailable', reason: 'it hangs' }, 'main')
  expect(await at.find({ from: at.last, stored })).toMatchObject({
    reason: 'The size of v1.1.0 is not known: the stored measurements could not be read.',
  })
})

test.each([
  { name: 'no token', token: 'none', reason: 'there is no github-token to ask GitHub with' },
  { name: 'a token that may not read it', token: 'no-code', reason: 'the permission contents: read' },
])('where the clone and GitHub tell nothing, a warning says so: $name', async ({ token, reason }) => {
  await using at = await start()
  at.api.users.set('no-code', { ...actionsBot, canReadCode: false })
  expect(await at.find({ from: at.second, clone: 'shallow', token })).toEqual({
    kind: 'none',
    reason: 'No release to compare with: the tags are not known.',
    warnings: [expect.stringContaining(reason)],
  })
})
