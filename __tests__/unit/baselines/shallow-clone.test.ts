import { expect, test } from '@jest/globals'
import { findStored, nameSeries } from '../../../src/baselines/find-baseline.ts'
import type { Baseline } from '../../../src/compare/comparable.ts'
import { planLookups } from '../../../src/store/record-store.ts'
import { openRepository } from '../../../src/github/repository.ts'
import { createFolderStore } from '../../../src/store/folder-store.ts'
import { startGitHubApi, type GitHubApiStandIn } from '../../stand-ins/github-api.ts'
import { commit, git, makeRepository } from '../git/a-repository.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'
import { makeTempFolder } from '../temp-folder.ts'

const record = imageRecord([layerRecord('base')])
const { platform } = record

/** A repository of three commits on GitHub, of which a job has a clone of none but the last, and records of some on main. */
async function start() {
  const api = await startGitHubApi()
  const repository = await makeRepository()
  const store = await makeTempFolder()
  const first = git(repository.path, 'rev-parse', 'HEAD')
  const [second, third] = [commit(repository.path, 'second'), commit(repository.path, 'third')]
  api.state.folder = repository.path
  let run = 0
  const records = createFolderStore({ folder: store.path })
  return {
    ...{ api, first, second, third },
    save: async (of: string) => {
      const name = { image: nameSeries(record, platform), branch: 'main', commit: of, run: `${++run}-1` }
      await records.save(name, { ...record, commit: of })
    },
    find: async ({ url }: Pick<GitHubApiStandIn, 'url'> = api): Promise<Baseline> => {
      const history = {
        ...{ gitFolder: '', grewFrom: third, lookFrom: third, isShallow: true },
        lookups: planLookups(['main'], [third]),
      }
      const remote = openRepository({
        ...{ apiUrl: url, token: 'bot-token', repository: 'acme/shop' },
        retryMs: 50,
      })
      const [found] = await findStored({ store: records, history, remote }, { baseline: ['cache'] }, record, [
        platform,
      ])
      return found
    },
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]()
      await repository[Symbol.asyncDispose]()
      await store[Symbol.asyncDispose]()
    },
  }
}

const unreachable = { url: 'http://127.0.0.1:1' }

test('the record of the commit itself is found without asking GitHub', async () => {
  await using at = await start()
  await at.save(at.first)
  await at.save(at.third)
  expect(await at.find()).toMatchObject({ record: { commit: at.third }, warnings: [] })
  expect(at.api.requests()).toEqual([])
})

test('else that of its nearest ancestor, of which GitHub knows, not a newer one of the branch', async () => {
  await using at = await start()
  await at.save(at.second)
  await at.save('a'.repeat(40))
  expect(await at.find()).toMatchObject({ record: { commit: at.second }, warnings: [] })
})

test('where GitHub does not tell, the newest one, with a warning', async () => {
  await using at = await start()
  await at.save(at.second)
  await at.save('a'.repeat(40))
  const words = /^The base commit has no measurement, .* the newest one on main: .*fetch-depth: 0/
  expect(await at.find(unreachable)).toMatchObject({
    record: { commit: 'a'.repeat(40) },
    warnings: [expect.stringMatching(words)],
  })
})

test('where nothing was ever stored, nobody is told what could not be asked', async () => {
  await using at = await start()
  expect(await at.find(unreachable)).toEqual({
    kind: 'none',
    reason: 'No baseline yet: no image of this name, stage and platform was measured before on main.',
    warnings: [],
    isStoreDown: false,
  })
})
