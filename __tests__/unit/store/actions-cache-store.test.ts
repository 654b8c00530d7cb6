import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lookup } from '../../../src/store/record-store.ts'
import type { TokenScope } from '../../stand-ins/cache-token.ts'
import { cacheProgram, mainScope, processesWith, startCachedJob } from '../../stand-ins/cached-job.ts'

const anything = (json: unknown) => json
const named = (commit: string, run = '1-1', branch = 'main') => ({ image: 'app', branch, commit, run })
const newest: Lookup[] = [{ branch: 'main' }]
const of = (...commits: string[]): Lookup[] => commits.map((commit) => ({ branch: 'main', commit }))

test('gives back what an earlier run saved, and leaves nothing behind', async () => {
  await using run = await startCachedJob()
  expect(await run.store().save(named('c1'), { compressedBytes: 1 })).toEqual({ kind: 'saved' })
  expect(run.service.entries().map(({ key }) => key)).toEqual(['dotnet-container-1/app/main/c1/1-1'])
  expect(await run.store().find('app', [...of('c0', 'c1'), ...newest], anything)).toEqual({
    kind: 'found',
    record: { compressedBytes: 1 },
    source: 'cache',
    lookup: { branch: 'main', commit: 'c1' },
  })
  expect(await readdir(run.temp)).toEqual([])
})

test('asks once for the lookups of one branch, and again for those of another', async () => {
  await using run = await startCachedJob()
  const lookups = [...of('c1', 'c2', 'c3'), ...newest, { branch: 'develop' }]
  expect(await run.store().find('app', lookups, anything)).toEqual({ kind: 'none', rejected: [] })
  expect(run.service.requests()).toHaveLength(2)
})

test('more lookups than a request has room for are asked in several', async () => {
  await using run = await startCachedJob()
  await run.store().save(named('c25'), 25)
  const lookups = of(...Array.from({ length: 30 }, (_, index) => `c${index}`))
  expect(await run.store().find('app', lookups, anything)).toMatchObject({ kind: 'found', record: 25 })
})

test('a commit is not mistaken for one whose name goes on', async () => {
  await using run = await startCachedJob()
  await run.store().save(named('c10'), 10)
  expect(await run.store().find('app', of('c1'), anything)).toMatchObject({ kind: 'none' })
})

test('a pull request reads the base branch and cannot write there', async () => {
  await using run = await startCachedJob()
  await run.store().save(named('c1'), 'base')
  const scopes: TokenScope[] = [
    { scope: 'refs/pull/7/merge', permission: 3 },
    { scope: mainScope.scope, permission: 1 },
  ]
  expect(await run.store({ scopes }).find('app', newest, anything)).toMatchObject({ record: 'base' })
  await run.store({ scopes }).save(named('c1', '2-1'), 'pull request')
  expect(await run.store().find('app', of('c1'), anything)).toMatchObject({ record: 'base' })
})

test('a record that parse refuses is named, and the lookups after it are tried', async () => {
  await using run = await startCachedJob()
  await run.store().save(named('c1'), { compressedBytes: 1 })
  await run.store().save(named('c2'), { compressedBytes: -1 })
  const parse = (json: unknown) => {
    if ((json as { compressedBytes: number }).compressedBytes < 0)
      throw new Error('compressedBytes is below 0')
    return json
  }
  expect(await run.store().find('app', of('c2'), parse)).toEqual({
    kind: 'none',
    rejected: ['dotnet-container-1/app/main/c2/1-1: compressedBytes is below 0'],
  })
  expect(await run.store().find('app', of('c2', 'c1'), parse)).toMatchObject({
    record: { compressedBytes: 1 },
  })
})

test('a measurement that is there already stays', async () => {
  await using run = await startCachedJob()
  await run.store().save(named('c1'), 'first')
  expect(await run.store().save(named('c1'), 'second')).toEqual({ kind: 'already-saved' })
  expect(await run.store().find('app', newest, anything)).toMatchObject({ record: 'first' })
})

test('a program that is not there is told', async () => {
  await using run = await startCachedJob()
  const store = run.store({ program: join(run.temp, 'absent.mjs') })
  expect(await store.find('app', newest, anything)).toEqual({
    kind: 'unavailable',
    reason: expect.stringMatching(/ended early \(1\): Error: Cannot find module/),
  })
})

test('cancelling ends it at once, and no process lives on', async () => {
  await using run = await startCachedJob()
  run.service.faults = [{ method: 'GetCacheEntryDownloadURL', kind: 'hang' }]
  const ownProgram = join(run.temp, 'own-name.mjs')
  await symlink(cacheProgram, ownProgram)
  const cancel = new AbortController()
  const store = run.store({ program: ownProgram, signal: cancel.signal })
  const finding = store.find('app', newest, anything)
  while (run.service.requests().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await processesWith(ownProgram)).toHaveLength(1)
  cancel.abort()
  expect(await finding).toEqual({ kind: 'unavailable', reason: 'the run was cancelled' })
  expect(await processesWith(ownProgram)).toEqual([])
})

test('its process ends with the one that started it', async () => {
  await using run = await startCachedJob()
  const ownProgram = join(run.temp, 'own-name.mjs')
  await symlink(cacheProgram, ownProgram)
  const starter = `
    import { fork } from 'node:child_process'
    const child = fork(${JSON.stringify(ownProgram)}, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.on('message', () => process.exit())
    child.send({ kind: 'save', path: 'none', key: 'none' })`
  execFileSync(process.execPath, ['--input-type=module', '-e', starter], { timeout: 20_000 })
  for (let tries = 0; tries < 100 && (await processesWith(ownProgram)).length > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(await processesWith(ownProgram)).toEqual([])
})
