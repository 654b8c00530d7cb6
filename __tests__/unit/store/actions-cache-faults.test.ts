import { expect, test } from '@jest/globals'
import { readdir } from 'node:fs/promises'
import type { FindOutcome, Lookup, SaveOutcome } from '../../../src/store/record-store.ts'
import type { CacheFault } from '../../stand-ins/cache-faults.ts'
import type { TokenScope } from '../../stand-ins/cache-token.ts'
import { mainScope, startCachedJob } from '../../stand-ins/cached-job.ts'

const anything = (json: unknown) => json
const named = (commit: string) => ({ image: 'app', branch: 'main', commit, run: '1-1' })
const newest: Lookup[] = [{ branch: 'main' }]

/** An outcome as one line: its kind and what it says. */
function tell(outcome: FindOutcome<unknown> | SaveOutcome): string {
  switch (outcome.kind) {
    case 'found':
      return `found: ${String(outcome.record)}`
    case 'none':
      return `none: ${outcome.rejected.join()}`
    case 'unavailable':
    case 'not-saved':
      return `${outcome.kind}: ${outcome.reason}`
    default:
      return outcome.kind
  }
}

test.concurrent.each<{ name: string; fault: CacheFault; told: RegExp; deadlineMs?: number }>([
  {
    name: 'one 500',
    fault: { method: 'GetCacheEntryDownloadURL', kind: 'status', status: 500, times: 1 },
    told: /^found: record$/,
  },
  {
    name: '500 for ever',
    fault: { method: 'GetCacheEntryDownloadURL', kind: 'status', status: 500 },
    told: /^unavailable: the Actions cache gave no answer within 4 s \(last: Failed request: \(500\)/,
    deadlineMs: 4000,
  },
  {
    name: 'a hang',
    fault: { method: 'GetCacheEntryDownloadURL', kind: 'hang' },
    told: /^unavailable: the Actions cache gave no answer within 2 s$/,
    deadlineMs: 2000,
  },
  {
    name: 'a rate limit',
    fault: { method: 'GetCacheEntryDownloadURL', kind: 'rate-limit' },
    told: /^unavailable: the Actions cache limits its requests at the moment \(429\)$/,
  },
  {
    name: 'an answer that is no JSON',
    fault: { method: 'GetCacheEntryDownloadURL', kind: 'garbage' },
    told: /^unavailable: the Actions cache gave no answer within 4 s \(last: .* is not valid JSON\)$/,
    deadlineMs: 4000,
  },
  {
    name: 'a cut answer',
    fault: { method: 'GetCacheEntryDownloadURL', kind: 'cut-body' },
    told: /^unavailable: the Actions cache gave no answer within 2 s$/,
    deadlineMs: 2000,
  },
  {
    name: 'a missing blob',
    fault: { method: 'GET blob', kind: 'status', status: 404 },
    told: /^none: .*c1\/1-1: its archive cannot be uncompressed$/,
  },
  {
    name: 'a cut blob',
    fault: { method: 'GET blob', kind: 'cut-body' },
    told: /^none: .*c1\/1-1: the Actions cache failed: aborted$/,
  },
  {
    name: 'a stalled blob',
    fault: { method: 'GET blob', kind: 'stall' },
    told: /^unavailable: the Actions cache gave no answer within 2 s$/,
    deadlineMs: 2000,
  },
  {
    name: 'a garbage archive',
    fault: { method: 'GET blob', kind: 'garbage' },
    told: /^none: .*c1\/1-1: its archive cannot be uncompressed$/,
  },
])('finding survives $name', async ({ fault, told, deadlineMs = 60_000 }) => {
  await using run = await startCachedJob()
  await run.store().save(named('c1'), 'record')
  run.service.faults = [fault]
  expect(tell(await run.store({ deadlineMs }).find('app', newest, anything))).toMatch(told)
  expect(await readdir(run.temp)).toEqual([])
})

test.concurrent.each<{ name: string; fault: CacheFault; told: RegExp; deadlineMs?: number }>([
  {
    name: '500 for ever',
    fault: { method: 'CreateCacheEntry', kind: 'status', status: 500 },
    told: /^not-saved: the Actions cache gave no answer within 4 s \(last: Failed request: \(500\)/,
    deadlineMs: 4000,
  },
  {
    name: 'a hang',
    fault: { method: 'CreateCacheEntry', kind: 'hang' },
    told: /^not-saved: the Actions cache gave no answer within 2 s$/,
    deadlineMs: 2000,
  },
  {
    name: 'a rate limit',
    fault: { method: 'CreateCacheEntry', kind: 'rate-limit' },
    told: /^not-saved: the Actions cache limits its requests at the moment \(429\)$/,
  },
  {
    name: 'a refused upload',
    fault: { method: 'PUT blob', kind: 'status', status: 403 },
    told: /^not-saved: the Actions cache failed: AuthenticationFailed$/,
  },
  {
    name: 'an upload that hangs',
    fault: { method: 'PUT blob', kind: 'hang' },
    told: /^not-saved: the Actions cache gave no answer within 2 s$/,
    deadlineMs: 2000,
  },
  {
    name: 'an upload that is cut off',
    fault: { method: 'PUT blob', kind: 'cut-body' },
    told: /^not-saved: the Actions cache failed: .*aborted$/,
  },
  {
    name: 'a refusal at the end',
    fault: { method: 'FinalizeCacheEntryUpload', kind: 'status', status: 400 },
    told: /^not-saved: the Actions cache failed: .*\(400\)/,
  },
  {
    name: 'another run that is saving the same record',
    fault: { method: 'CreateCacheEntry', kind: 'status', status: 409 },
    told: /^already-saved$/,
  },
])('saving survives $name', async ({ fault, told, deadlineMs = 60_000 }) => {
  await using run = await startCachedJob()
  run.service.faults = [fault]
  expect(tell(await run.store({ deadlineMs }).save(named('c1'), 'record'))).toMatch(told)
  expect(await readdir(run.temp)).toEqual([])
})

test.concurrent.each<{
  name: string
  scopes?: TokenScope[]
  extra?: NodeJS.ProcessEnv
  find: RegExp
  save: RegExp
}>([
  {
    name: 'a token that may only read',
    scopes: [{ ...mainScope, permission: 1 }],
    find: /^none: $/,
    save: /^not-saved: the token of this run may not write to the Actions cache$/,
  },
  {
    name: 'a token that may only write',
    scopes: [{ ...mainScope, permission: 2 }],
    find: /^unavailable: the token of this run may not read from the Actions cache$/,
    save: /^saved$/,
  },
  {
    name: 'a token that is none',
    extra: { ACTIONS_RUNTIME_TOKEN: 'abc' },
    find: /^unavailable: the Actions cache does not take the token of this run \(401\)$/,
    save: /^not-saved: the Actions cache does not take the token of this run \(401\)$/,
  },
  {
    name: 'no service',
    extra: { ACTIONS_RESULTS_URL: '' },
    find: /^unavailable: there is no Actions cache here/,
    save: /^not-saved: there is no Actions cache here/,
  },
  {
    name: 'a service that is down',
    extra: { ACTIONS_RESULTS_URL: 'http://127.0.0.1:9/' },
    find: /^unavailable: the Actions cache cannot be reached \(ECONNREFUSED\)$/,
    save: /^not-saved: the Actions cache cannot be reached \(ECONNREFUSED\)$/,
  },
  {
    name: 'a cache mode that allows nothing',
    extra: { ACTIONS_CACHE_MODE: 'none' },
    find: /^unavailable: the runner's cache mode is 'none'$/,
    save: /^not-saved: the runner's cache mode is 'none'$/,
  },
  {
    name: 'an Enterprise Server, whose API is an older one',
    extra: { GITHUB_SERVER_URL: 'https://github.example' },
    find: /^unavailable: the Actions cache failed: Cache service responded with 404$/,
    save: /^not-saved: the Actions cache failed: /,
  },
  {
    name: 'a RUNNER_TEMP that is not there',
    extra: { RUNNER_TEMP: '/nowhere/at/all' },
    find: /ENOENT/,
    save: /ENOENT/,
  },
])('$name is reported', async ({ scopes, extra, find, save }) => {
  await using run = await startCachedJob()
  const store = run.store({ ...(scopes && { scopes }), ...(extra && { environment: extra }) })
  expect(tell(await store.find('app', newest, anything))).toMatch(find)
  expect(tell(await store.save(named('c1'), 'record'))).toMatch(save)
})
