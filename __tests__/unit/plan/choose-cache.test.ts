import { expect, test } from '@jest/globals'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { chooseCache, scopeOf, type CacheChoice, type CachePlace } from '../../../src/plan/choose-cache.ts'
import { settingsWith } from '../some-settings.ts'

const ready: CachePlace = {
  actionsCache: { kind: 'ready' },
  builderWrites: true,
  readOnly: undefined,
  testStages: 0,
}
const pullRequest: CachePlace = {
  actionsCache: { kind: 'ready' },
  builderWrites: true,
  readOnly: 'pull request',
  testStages: 0,
}
const elsewhere: CachePlace = {
  actionsCache: { kind: 'absent' },
  builderWrites: true,
  readOnly: undefined,
  testStages: 0,
}
const broken: CachePlace = {
  actionsCache: { kind: 'unusable', reason: 'its token has expired' },
  builderWrites: true,
  readOnly: undefined,
  testStages: 0,
}
const legacy: CachePlace = { ...ready, builderWrites: false }
const inLegacyStore = (what: string): string =>
  `The build cache is not ${what}: this Docker engine keeps images in its legacy store, which can not. ` +
  'Add the step docker/setup-buildx-action above this one, or turn on the engine’s containerd image store.'
const ghaFrom = 'type=gha,scope=shop'

test.each<{ name: string; inputs: Partial<RawInputs>; place: CachePlace; choice: CacheChoice }>([
  {
    name: 'a tag, whose caches nobody else could read either',
    inputs: {},
    place: { ...ready, readOnly: 'tag' },
    choice: {
      kind: 'gha',
      from: [ghaFrom],
      testsFrom: [ghaFrom],
      to: [],
      testsTo: [],
      reason: 'cache: auto chose the Actions cache, read only (tag)',
      warnings: [],
    },
  },
  {
    name: 'the Actions cache, with steps that only the tests of two stages need',
    inputs: {},
    place: { ...ready, testStages: 2 },
    choice: {
      kind: 'gha',
      from: [ghaFrom],
      testsFrom: [`${ghaFrom}-test`, `${ghaFrom}-test-2`],
      to: [`${ghaFrom},mode=max`],
      testsTo: [`${ghaFrom}-test,mode=max`, `${ghaFrom}-test-2,mode=max`],
      reason: 'cache: auto chose the Actions cache, read and written',
      warnings: [],
    },
  },
  {
    name: 'the Actions cache of one platform, beside jobs that build the others',
    inputs: { platforms: 'linux/arm64' },
    place: { ...ready, testStages: 1 },
    choice: {
      kind: 'gha',
      from: [`${ghaFrom}-linux-arm64`],
      testsFrom: [`${ghaFrom}-linux-arm64-test`],
      to: [`${ghaFrom}-linux-arm64,mode=max`],
      testsTo: [`${ghaFrom}-linux-arm64-test,mode=max`],
      reason: 'cache: auto chose the Actions cache, read and written',
      warnings: [],
    },
  },
  {
    name: 'a registry for one platform, beside jobs that build the others',
    inputs: { cache: 'registry', 'cache-ref': 'ghcr.io/acme/shop:cache', platforms: 'linux/arm64' },
    place: { ...ready, testStages: 1 },
    choice: {
      kind: 'registry',
      from: ['type=registry,ref=ghcr.io/acme/shop:cache-linux-arm64'],
      testsFrom: ['type=registry,ref=ghcr.io/acme/shop:cache-linux-arm64-test'],
      to: ['type=registry,ref=ghcr.io/acme/shop:cache-linux-arm64,mode=max'],
      testsTo: ['type=registry,ref=ghcr.io/acme/shop:cache-linux-arm64-test,mode=max'],
      reason: 'cache: registry, ghcr.io/acme/shop:cache-linux-arm64, read and written',
      warnings: [],
    },
  },
  {
    name: 'a folder for one platform, beside jobs that build the others',
    inputs: { cache: 'local', 'cache-ref': '/tmp/cache', platforms: 'linux/arm64' },
    place: elsewhere,
    choice: {
      kind: 'local',
      from: ['type=local,src=/tmp/cache/linux-arm64'],
      testsFrom: ['type=local,src=/tmp/cache/linux-arm64'],
      to: ['type=local,dest=/tmp/cache/linux-arm64,mode=max'],
      testsTo: [],
      reason: 'cache: local, /tmp/cache/linux-arm64, read and written',
      warnings: [],
    },
  },
  {
    name: 'a registry, with steps that only the tests need',
    inputs: { cache: 'registry', 'cache-ref': 'ghcr.io:443/acme/shop' },
    place: { ...pullRequest, testStages: 1 },
    choice: {
      kind: 'registry',
      from: ['type=registry,ref=ghcr.io:443/acme/shop'],
      testsFrom: ['type=registry,ref=ghcr.io:443/acme/shop:latest-test'],
      to: [],
      testsTo: [],
      reason: 'cache: registry, ghcr.io:443/acme/shop, read only (pull request)',
      warnings: [],
    },
  },
  {
    name: 'a folder, with steps that only the tests need',
    inputs: { cache: 'local', 'cache-ref': '/tmp/cache' },
    place: { ...elsewhere, testStages: 1 },
    choice: {
      kind: 'local',
      from: ['type=local,src=/tmp/cache'],
      testsFrom: ['type=local,src=/tmp/cache/test'],
      to: ['type=local,dest=/tmp/cache,mode=max'],
      testsTo: ['type=local,dest=/tmp/cache/test,mode=max'],
      reason: 'cache: local, /tmp/cache, read and written',
      warnings: [],
    },
  },
  {
    name: 'steps that only the tests need are not kept with cache-mode: min',
    inputs: { 'cache-mode': 'min' },
    place: { ...ready, testStages: 1 },
    choice: {
      kind: 'gha',
      from: [ghaFrom],
      testsFrom: [ghaFrom],
      to: [`${ghaFrom},mode=min`],
      testsTo: [],
      reason: 'cache: auto chose the Actions cache, read and written',
      warnings: [],
    },
  },
  {
    name: 'auto in a workflow run of a branch',
    inputs: {},
    place: ready,
    choice: {
      kind: 'gha',
      from: [ghaFrom],
      testsFrom: [ghaFrom],
      to: [`${ghaFrom},mode=max`],
      testsTo: [],
      reason: 'cache: auto chose the Actions cache, read and written',
      warnings: [],
    },
  },
  {
    name: 'auto in a pull request, whose caches nobody else could read',
    inputs: {},
    place: pullRequest,
    choice: {
      kind: 'gha',
      from: [ghaFrom],
      testsFrom: [ghaFrom],
      to: [],
      testsTo: [],
      reason: 'cache: auto chose the Actions cache, read only (pull request)',
      warnings: [],
    },
  },
  {
    name: 'auto in a terminal',
    inputs: {},
    place: elsewhere,
    choice: {
      kind: 'off',
      from: [],
      testsFrom: [],
      to: [],
      testsTo: [],
      reason: 'cache: auto chose none, since there is no Actions cache here',
      warnings: [],
    },
  },
  {
    name: 'auto with a service that fails',
    inputs: {},
    place: broken,
    choice: {
      kind: 'off',
      from: [],
      testsFrom: [],
      to: [],
      testsTo: [],
      reason: 'no Actions cache: its token has expired',
      warnings: ['The image is built without the Actions cache: its token has expired.'],
    },
  },
  {
    name: 'gha in a terminal',
    inputs: { cache: 'gha' },
    place: elsewhere,
    choice: {
      kind: 'off',
      from: [],
      testsFrom: [],
      to: [],
      testsTo: [],
      reason:
        'no Actions cache: this job has none (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set)',
      warnings: [
        'The image is built without the Actions cache: this job has none (ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN are not both set).',
      ],
    },
  },
  {
    name: 'gha, written from a pull request as asked, final image alone',
    inputs: { cache: 'gha', 'cache-write': 'always', 'cache-mode': 'min' },
    place: pullRequest,
    choice: {
      kind: 'gha',
      from: [ghaFrom],
      testsFrom: [ghaFrom],
      to: [`${ghaFrom},mode=min`],
      testsTo: [],
      reason: 'cache: gha, read and written',
      warnings: [],
    },
  },
  {
    name: 'a registry, never written',
    inputs: { cache: 'registry', 'cache-ref': 'ghcr.io/acme/shop:cache', 'cache-write': 'never' },
    place: ready,
    choice: {
      kind: 'registry',
      from: ['type=registry,ref=ghcr.io/acme/shop:cache'],
      testsFrom: ['type=registry,ref=ghcr.io/acme/shop:cache'],
      to: [],
      testsTo: [],
      reason: 'cache: registry, ghcr.io/acme/shop:cache, read only (cache-write: never)',
      warnings: [],
    },
  },
  {
    name: 'a registry',
    inputs: { cache: 'registry', 'cache-ref': 'ghcr.io/acme/shop:cache' },
    place: elsewhere,
    choice: {
      kind: 'registry',
      from: ['type=registry,ref=ghcr.io/acme/shop:cache'],
      testsFrom: ['type=registry,ref=ghcr.io/acme/shop:cache'],
      to: ['type=registry,ref=ghcr.io/acme/shop:cache,mode=max'],
      testsTo: [],
      reason: 'cache: registry, ghcr.io/acme/shop:cache, read and written',
      warnings: [],
    },
  },
  {
    name: 'a local folder',
    inputs: { cache: 'local', 'cache-ref': '/tmp/cache' },
    place: ready,
    choice: {
      kind: 'local',
      from: ['type=local,src=/tmp/cache'],
      testsFrom: ['type=local,src=/tmp/cache'],
      to: ['type=local,dest=/tmp/cache,mode=max'],
      testsTo: [],
      reason: 'cache: local, /tmp/cache, read and written',
      warnings: [],
    },
  },
  {
    name: 'off',
    inputs: { cache: 'off' },
    place: ready,
    choice: { kind: 'off', from: [], to: [], testsFrom: [], testsTo: [], reason: 'cache: off', warnings: [] },
  },
  {
    name: 'auto on an engine with its legacy store, which does not know the Actions cache',
    inputs: {},
    place: legacy,
    choice: {
      kind: 'off',
      from: [],
      testsFrom: [],
      to: [],
      testsTo: [],
      reason: 'no Actions cache: this builder can’t use it',
      warnings: [inLegacyStore('used')],
    },
  },
  {
    name: 'a registry on such an engine, which reads caches and writes none',
    inputs: { cache: 'registry', 'cache-ref': 'user/cache' },
    place: legacy,
    choice: {
      kind: 'registry',
      from: ['type=registry,ref=user/cache'],
      testsFrom: ['type=registry,ref=user/cache'],
      to: [],
      testsTo: [],
      reason: 'cache: registry, user/cache, read only (the builder can’t write it)',
      warnings: [inLegacyStore('written')],
    },
  },
  {
    name: 'BuildKit’s own words on such an engine',
    inputs: { 'cache-from': 'user/app', 'cache-to': 'type=registry,ref=user/app' },
    place: legacy,
    choice: {
      kind: 'own',
      from: ['user/app'],
      testsFrom: ['user/app'],
      to: [],
      testsTo: [],
      reason: 'cache-from and cache-to are used as they were given',
      warnings: [inLegacyStore('written')],
    },
  },
  {
    name: 'BuildKit’s own words, which win over all',
    inputs: { cache: 'off', 'cache-from': 'type=gha,scope=x\nuser/app', 'cache-to': 'type=inline' },
    place: pullRequest,
    choice: {
      kind: 'own',
      from: ['type=gha,scope=x', 'user/app'],
      testsFrom: ['type=gha,scope=x', 'user/app'],
      to: ['type=inline'],
      testsTo: [],
      reason: 'cache-from and cache-to are used as they were given',
      warnings: [],
    },
  },
])('chooses for $name', async ({ inputs, place, choice }) => {
  expect(chooseCache(await settingsWith(inputs), { imageKey: 'shop' }, place)).toEqual(choice)
})

test.each([
  { name: 'a plain name stays', imageKey: 'Shop_1.2-x', scope: /^Shop_1\.2-x$/ },
  { name: 'a slash', imageKey: 'ghcr.io/acme/shop', scope: /^image-[0-9a-f]{24}$/ },
  {
    name: 'a comma, which would add an option,',
    imageKey: 'x,url_v2=http://evil',
    scope: /^image-[0-9a-f]{24}$/,
  },
  { name: 'a line end', imageKey: 'shop\n', scope: /^image-[0-9a-f]{24}$/ },
  { name: 'a name that is too long', imageKey: 'x'.repeat(129), scope: /^image-[0-9a-f]{24}$/ },
  { name: 'an empty name', imageKey: '', scope: /^image-[0-9a-f]{24}$/ },
])('a cache scope carries nothing but a name: $name', ({ imageKey, scope }) => {
  expect(scopeOf(imageKey)).toMatch(scope)
})

test('different names have different scopes', () => {
  const names = ['a/b', 'a,b', 'a b', 'a\nb', 'ab', 'A/b']
  expect(new Set(names.map(scopeOf)).size).toBe(names.length)
})
