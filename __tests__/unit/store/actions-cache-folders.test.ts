import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFolderCache, type FolderCache } from '../../../src/store/actions-cache-store.ts'
import { startCacheService, type CacheServiceStandIn } from '../../stand-ins/cache-service.ts'
import { cacheProgram, mainScope } from '../../stand-ins/cached-job.ts'

let service: CacheServiceStandIn
let temp: string

beforeAll(async () => {
  service = await startCacheService()
  temp = await mkdtemp(join(tmpdir(), 'folder-cache-'))
})

afterAll(async () => {
  await service[Symbol.asyncDispose]()
  await rm(temp, { recursive: true, force: true })
})

const open = (environment: NodeJS.ProcessEnv = {}): FolderCache =>
  createFolderCache({
    program: cacheProgram,
    tempFolder: temp,
    signal: new AbortController().signal,
    environment: {
      ...process.env,
      ACTIONS_RESULTS_URL: service.url,
      ACTIONS_RUNTIME_TOKEN: service.token({ scopes: [mainScope] }),
      ACTIONS_CACHE_SERVICE_V2: 'True',
      GITHUB_SERVER_URL: 'https://github.com',
      ...environment,
    },
  })

const folderWith = async (text: string): Promise<string> => {
  const folder = join(temp, 'saved')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, '0.tar'), text)
  return folder
}

test('what was saved comes back by its key, else by the beginning of one, else not', async () => {
  const cache = open()
  expect(await cache.save(await folderWith('packages'), 'cache-mounts/v1/a/1')).toEqual({ kind: 'saved' })
  expect(await cache.save(await folderWith('others'), 'cache-mounts/v1/a/1')).toEqual({
    kind: 'already-saved',
  })
  const folder = join(temp, 'restored')
  const of = (key: string) => cache.restore(folder, key, ['cache-mounts/v1/a/'])
  expect(await of('cache-mounts/v1/a/1')).toBe('cache-mounts/v1/a/1')
  expect(await of('cache-mounts/v1/a/2')).toBe('cache-mounts/v1/a/1')
  expect(await readdir(folder)).toEqual(['0.tar'])
  expect(await readFile(join(folder, '0.tar'), 'utf8')).toBe('packages')
  expect(await cache.restore(folder, 'cache-mounts/v1/b/1', ['cache-mounts/v1/b/'])).toBeUndefined()
})

test('a service that is not there or says no is told', async () => {
  const absent = open({ ACTIONS_RESULTS_URL: '', ACTIONS_CACHE_URL: '' })
  await expect(absent.restore(join(temp, 'restored'), 'a', ['a'])).rejects.toThrow(
    'there is no Actions cache here',
  )
  const readOnly = open({
    ACTIONS_RUNTIME_TOKEN: service.token({ scopes: [{ ...mainScope, permission: 1 }] }),
  })
  await expect(readOnly.save(await folderWith('packages'), 'cache-mounts/v1/c/1')).rejects.toThrow(
    'the token of this run may not write to the Actions cache',
  )
})
