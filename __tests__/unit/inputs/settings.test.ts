import { expect, test } from '@jest/globals'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { secretValuesOf } from '../../../src/inputs/secrets.ts'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { readSettings, type Settings } from '../../../src/inputs/settings.ts'
import { UserError } from '../../../src/shared/errors.ts'
import { defaultInputs, settingsWith } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** The error that these inputs give, in a workspace with a Dockerfile. */
async function errorOf(inputs: Partial<RawInputs>): Promise<unknown> {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM a' })
  return await readSettings({ ...defaultInputs, ...inputs }, workspace.path).then(
    () => 'no error',
    (error: unknown) => error,
  )
}

/** What a terminal knows of a run. */
const noFacts = {
  ...{ event: '', ref: '', commit: '', defaultBranch: '' },
  ...{ repositoryUrl: '', description: '', license: '', committedAt: '' },
}

test('the defaults are valid', async () => {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM a' })
  expect(await readSettings(defaultInputs, workspace.path)).toEqual({
    workspace: workspace.path,
    context: workspace.path,
    file: join(workspace.path, 'Dockerfile'),
    fileShown: 'Dockerfile',
    testTargets: [],
    target: undefined,
    missingTestStage: 'auto',
    testResults: 'auto',
    testCache: false,
    testTimeoutMs: undefined,
    coverage: false,
    minCoveragePercent: undefined,
    allowNoTests: false,
    buildArgs: [],
    secrets: [],
    secretFiles: [],
    buildContexts: [],
    ssh: [],
    network: undefined,
    shmSize: undefined,
    ulimits: [],
    addHosts: [],
    allow: [],
    platforms: [],
    noCacheFilters: [],
    labels: [],
    annotations: [],
    provenance: undefined,
    sbom: undefined,
    attests: [],
    outputs: [],
    warnings: [],
    imageNames: [],
    tags: [],
    version: undefined,
    facts: noFacts,
    ociLabels: true,
    push: false,
    load: false,
    pull: false,
    noCache: false,
    builder: undefined,
    cache: 'auto',
    cacheRef: undefined,
    cacheMode: 'max',
    cacheMounts: false,
    cacheWrite: 'auto',
    cacheFrom: [],
    cacheTo: [],
    comment: 'auto',
    githubToken: undefined,
    imageKey: undefined,
    baseline: ['cache'],
    baselineImage: undefined,
    baselineRelease: undefined,
    sizeMetric: 'compressed',
    maxSizeBytes: undefined,
    maxIncrease: [],
    ignoreBaseImage: true,
    sizeOverrideLabel: 'size-increase-ok',
    minChangeBytes: 500,
    parallelBuild: true,
    smokeCheck: undefined,
    smokePort: undefined,
    smokeTimeoutMs: 30_000,
    smokeEnv: [],
    summary: true,
    fileAnnotations: true,
  })
})

test('everything that can be asked for is typed', async () => {
  await using workspace = await makeTempFolder({ 'src/Api.Dockerfile': 'FROM a', 'keys/key.pem': 'a key' })
  const settings = await readSettings(
    {
      ...defaultInputs,
      context: ' . ',
      file: 'src/Api.Dockerfile',
      'test-target': 'unit\nintegration, e2e',
      target: ' base ',
      'missing-test-stage': 'skip',
      'test-results': 'log',
      'test-cache': 'True',
      'test-timeout': '1.5',
      coverage: 'false',
      'min-coverage': '80.5',
      'allow-no-tests': 'TRUE',
      'build-args': 'A=1\n# a comment\nB.c-d=x=y, z\nC=',
      secrets: '"key=-----BEGIN-----\nabc\n-----END-----"\ntoken=t',
      'secret-files': 'pem=keys/key.pem',
      'build-contexts': 'shared=keys\nbase=docker-image://alpine:3.22',
      ssh: 'default,work=/agent.sock',
      network: 'host',
      'shm-size': '2g',
      ulimit: 'nofile=1024:1024\nnproc=3',
      'add-hosts': 'db:10.0.0.5,cache:10.0.0.6',
      allow: 'network.host\nsecurity.insecure',
      'no-cache-filters': 'build, test',
      platforms: 'linux/amd64,linux/arm/v7,linux/amd64',
      labels: 'org.opencontainers.image.title=Shop, the first\na=b=c',
      annotations: 'index:a=1\nb=x, y',
      provenance: 'mode=max',
      sbom: 'false',
      attests: 'type=sbom,generator=scanner',
      outputs: 'type=registry,compression=zstd\ntype=oci,dest=out/image.tar',
      tags: 'ghcr.io/acme/shop:1.2, localhost:5000/shop\nacme/shop',
      push: 'true',
      load: 'true',
      pull: 'true',
      'parallel-build': 'false',
      'no-cache': 'true',
      builder: 'big',
      cache: 'registry',
      'cache-ref': 'ghcr.io/acme/shop:cache',
      'cache-mode': 'min',
      'cache-write': 'never',
      'cache-from': 'type=registry,ref=a\ntype=local,src=b',
      'cache-to': 'type=inline',
      'image-key': 'shop, the first',
      baseline: 'rebuild\nregistry\ncache',
      'baseline-image': 'ghcr.io/acme/shop:main',
      'baseline-release': 'v*-lts',
      'size-metric': 'uncompressed',
      'max-size': '120 MB',
      'max-increase': '2 MB\n1.5 %',
      'ignore-base-image': 'false',
      'size-override-label': 'may grow',
      'min-change': '3 kB',
      'smoke-test': '/healthz',
      'smoke-port': '5000',
      'smoke-timeout': '2 min',
      'smoke-env': 'ConnectionStrings__Shop=Server=db;Database=shop',
      summary: 'false',
      'file-annotations': 'false',
      'report-dir': 'out',
    },
    workspace.path,
  )
  expect(settings).toEqual({
    workspace: workspace.path,
    context: workspace.path,
    file: join(workspace.path, 'src/Api.Dockerfile'),
    fileShown: 'src/Api.Dockerfile',
    testTargets: ['unit', 'integration', 'e2e'],
    target: 'base',
    missingTestStage: 'skip',
    testResults: 'log',
    testCache: true,
    testTimeoutMs: 90_000,
    // What is limited has to be measured.
    coverage: true,
    minCoveragePercent: 80.5,
    allowNoTests: true,
    buildArgs: [
      ['A', '1'],
      ['B.c-d', 'x=y, z'],
      ['C', ''],
    ],
    secrets: [
      ['key', '-----BEGIN-----\nabc\n-----END-----'],
      ['token', 't'],
    ],
    secretFiles: [['pem', join(workspace.path, 'keys/key.pem')]],
    buildContexts: [
      ['shared', join(workspace.path, 'keys')],
      ['base', 'docker-image://alpine:3.22'],
    ],
    ssh: ['default', 'work=/agent.sock'],
    network: 'host',
    shmSize: '2g',
    ulimits: ['nofile=1024:1024', 'nproc=3'],
    addHosts: ['db:10.0.0.5', 'cache:10.0.0.6'],
    allow: ['network.host', 'security.insecure'],
    platforms: ['linux/amd64', 'linux/arm/v7'],
    noCacheFilters: ['build', 'test'],
    labels: ['org.opencontainers.image.title=Shop, the first', 'a=b=c'],
    annotations: ['index:a=1', 'b=x, y'],
    provenance: 'mode=max',
    sbom: 'false',
    attests: ['type=sbom,generator=scanner'],
    outputs: [
      { type: 'registry', attributes: [['compression', 'zstd']] },
      { type: 'oci', dest: join(workspace.path, 'out/image.tar'), attributes: [] },
    ],
    warnings: [],
    imageNames: [],
    tags: ['ghcr.io/acme/shop:1.2', 'localhost:5000/shop', 'acme/shop'],
    version: undefined,
    facts: noFacts,
    ociLabels: true,
    push: true,
    load: true,
    parallelBuild: false,
    pull: true,
    noCache: true,
    builder: 'big',
    cache: 'registry',
    cacheRef: 'ghcr.io/acme/shop:cache',
    cacheMode: 'min',
    cacheMounts: false,
    cacheWrite: 'never',
    cacheFrom: ['type=registry,ref=a', 'type=local,src=b'],
    cacheTo: ['type=inline'],
    comment: 'auto',
    githubToken: undefined,
    imageKey: 'shop, the first',
    baseline: ['rebuild', 'registry', 'cache'],
    baselineImage: 'ghcr.io/acme/shop:main',
    baselineRelease: { written: 'v*-lts', prefix: 'v', suffix: '-lts' },
    sizeMetric: 'uncompressed',
    maxSizeBytes: 120_000_000,
    maxIncrease: [
      { kind: 'bytes', written: '2 MB', limitBytes: 2_000_000 },
      { kind: 'percent', written: '1.5 %', percent: 1.5 },
    ],
    ignoreBaseImage: false,
    sizeOverrideLabel: 'may grow',
    minChangeBytes: 3_000,
    smokeCheck: { kind: 'path', path: '/healthz' },
    smokePort: 5000,
    smokeTimeoutMs: 120_000,
    smokeEnv: [['ConnectionStrings__Shop', 'Server=db;Database=shop']],
    summary: false,
    fileAnnotations: false,
  })
})

test.each<{ name: string; inputs: Partial<RawInputs>; told: string }>([
  {
    name: 'a value out of its closed set',
    inputs: { cache: 'redis' },
    told: 'cache: "redis" is not one of auto, gha, registry, local, off.',
  },
  {
    name: 'a closed set in capitals',
    inputs: { 'missing-test-stage': 'Skip' },
    told: 'missing-test-stage: "Skip" is not one of auto, fail, skip, generate.',
  },
  {
    name: 'a duration without its unit',
    inputs: { 'smoke-timeout': '30' },
    told: 'smoke-timeout: "30" is not a duration of at most a day; write a number and a unit, such as 30 s or 2 min.',
  },
  {
    name: 'a port that is none',
    inputs: { 'smoke-test': '/', 'smoke-port': '70000' },
    told: 'smoke-port: "70000" is not a port between 1 and 65535.',
  },
  {
    name: 'a port for nothing',
    inputs: { 'smoke-test': 'dotnet x', 'smoke-port': '8080' },
    told: 'smoke-port: it is for a path in smoke-test, such as /healthz; nothing else needs a port.',
  },
  {
    name: 'a variable of two lines',
    inputs: { 'smoke-env': '"A=1\n2"' },
    told: 'smoke-env: a value has more than one line, which docker run can not take.',
  },
  { name: 'a flag that says yes', inputs: { push: 'yes' }, told: 'push: "yes" is neither true nor false.' },
  {
    name: 'a malformed size',
    inputs: { 'max-size': '5%' },
    told: 'max-size: "5%" is not a size; write a number and a unit, such as 120 MB or 1.5 MiB.',
  },
  {
    name: 'a source of baselines that is none',
    inputs: { baseline: 'cache\nlatest' },
    told: 'baseline: "latest" is not one of cache, registry, rebuild, off.',
  },
  {
    name: 'no baseline beside one',
    inputs: { baseline: 'cache\noff' },
    told: 'baseline: "off" stands alone.',
  },
  {
    name: 'a registry without an image',
    inputs: { baseline: 'registry' },
    told: 'baseline-image: baseline: registry needs it, for example ghcr.io/acme/shop:main.',
  },
  {
    name: 'a baseline with a line of its own in the Dockerfile',
    inputs: { 'baseline-image': 'shop\nRUN evil' },
    told: `baseline-image: "shop\nRUN evil" is not an image name; write it as ghcr.io/acme/shop:main, in lower case.`,
  },
  ...['v', 'v*.*', 'v[0-9]*', 'v *', '../*', '*..*', '/*'].map((pattern) => ({
    name: `a form of tags that is none: ${pattern}`,
    inputs: { 'baseline-release': pattern },
    told: `baseline-release: "${pattern}" is no form of a tag; write it with one * for the version, such as v* or shop-v*.`,
  })),
  {
    name: 'a release without the records that carry it',
    inputs: { 'baseline-release': 'v*', baseline: 'rebuild' },
    told: 'baseline-release: it needs cache in baseline, whose measurements carry the sizes of releases.',
  },
  {
    name: 'a limit of growth without a unit',
    inputs: { 'max-increase': '1 %\n5' },
    told: 'max-increase: "5" is no limit of growth; write a size such as 2 MB or a share such as 1.5 %, one per line.',
  },
  {
    name: 'a time with its unit',
    inputs: { 'test-timeout': '10m' },
    told: 'test-timeout: "10m" is not a number; write it with digits, such as 10.',
  },
  {
    name: 'no time at all',
    inputs: { 'test-timeout': '0' },
    told: 'test-timeout: "0" is not a number of minutes above 0 and up to 1440.',
  },
  {
    name: 'more than a day',
    inputs: { 'test-timeout': '1441' },
    told: 'test-timeout: "1441" is not a number of minutes above 0 and up to 1440.',
  },
  {
    name: 'a percentage with its sign',
    inputs: { 'min-coverage': '80%' },
    told: 'min-coverage: "80%" is not a number; write it with digits, such as 10.',
  },
  {
    name: 'more than all of it',
    inputs: { 'min-coverage': '101' },
    told: 'min-coverage: "101" is not a percentage between 1 and 100, such as 80.',
  },
  {
    name: 'a share of one where a percentage is asked for',
    inputs: { 'min-coverage': '0.8' },
    told: 'min-coverage: "0.8" is not a percentage between 1 and 100, such as 80.',
  },
  {
    name: 'a port where a path is asked for',
    inputs: { 'smoke-test': '8080' },
    told: 'smoke-test: "8080" is a port; write a path such as /healthz, and the port in smoke-port.',
  },
  {
    name: 'an address where a path is asked for',
    inputs: { 'smoke-test': 'http://localhost:8080/healthz' },
    told: 'smoke-test: "http://localhost:8080/healthz" is an address; write a path such as /healthz, and the port in smoke-port.',
  },
  {
    name: 'a build argument without a value that the environment has not either',
    inputs: { 'build-args': 'A=1\nB' },
    told: 'build-args: entry 2 is not of the form KEY=VALUE, nor the name of an environment variable.',
  },
  ...['secrets', 'secret-files'].map((input) => ({
    name: `${input} in the form of docker build`,
    inputs: { [input]: 'id=feed,src=./hunter2' },
    told: `${input}: entry 1 is written as for docker build --secret. A secret from a file is secret-files: ID=PATH, one from a variable secret-envs: ID=VARIABLE.`,
  })),
  {
    name: 'a secret file that is not there',
    inputs: { 'secret-files': 'pem=key.pem' },
    told: 'secret-files: there is no file key.pem.',
  },
  {
    name: 'a secret file that is a folder',
    inputs: { 'secret-files': 'pem=.' },
    told: 'secret-files: . is no file.',
  },
  {
    name: 'a named context that is a file',
    inputs: { 'build-contexts': 'shared=Dockerfile' },
    told: 'build-contexts: Dockerfile is no folder.',
  },
  {
    name: 'a named context without its source',
    inputs: { 'build-contexts': 'shared' },
    told: 'build-contexts: "shared" is not of the form name=path, name=docker-image://… or name=URL.',
  },
  {
    name: 'an annotation without a value',
    inputs: { annotations: 'title' },
    told: 'annotations: "title" is not of the form key=value or type:key=value.',
  },
  {
    name: 'an output of a type that is none',
    inputs: { outputs: 'type=zip,dest=x' },
    told: 'outputs: the type "zip" is not one of image, registry, docker, oci, tar, local, cacheonly.',
  },
  {
    name: 'a platform without its system',
    inputs: { platforms: 'arm64' },
    told: 'platforms: "arm64" is not a platform; write it as linux/amd64 or linux/arm/v7.',
  },
  {
    name: 'an output into the log',
    inputs: { outputs: 'type=tar,dest=-' },
    told: 'outputs: dest=- would write into the log; name a file.',
  },
  {
    name: 'an archive without its place',
    inputs: { outputs: 'type=oci' },
    told: 'outputs: type=oci needs a place, such as dest=image.tar.',
  },
  {
    name: 'a push by an output, without a tag',
    inputs: { outputs: 'type=image,push=true' },
    told: 'tags: an output to a registry needs at least one tag, such as ghcr.io/acme/shop:1.2, or image-name, which gives some.',
  },
  {
    name: 'a label that would be an option',
    inputs: { labels: '--push' },
    told: 'labels: "--push" begins with "-"; an option is not a value here.',
  },
  {
    name: 'a network that would be an option',
    inputs: { network: '--push' },
    told: 'network: "--push" begins with "-"; an option is not a value here.',
  },
  {
    name: 'a build argument that would be an option',
    inputs: { 'build-args': '--target=x' },
    told: 'build-args: entry 1 is not of the form KEY=VALUE.',
  },
  {
    name: 'a key with a space',
    inputs: { 'build-args': 'A B=1' },
    told: 'build-args: entry 1 is not of the form KEY=VALUE.',
  },
  {
    name: 'a NUL character',
    inputs: { 'build-args': 'A=b\0c' },
    told: 'build-args: an entry contains a NUL character.',
  },
  {
    name: 'a quote that is never closed',
    inputs: { tags: '"acme/shop' },
    told: "tags: the list can't be read: Quote Not Closed: the parsing is finished with an opening quote at line 1",
  },
  {
    name: 'a tag in capitals',
    inputs: { tags: 'Acme/Shop' },
    told: 'tags: "Acme/Shop" is not an image name; write it as ghcr.io/acme/shop:1.2, in lower case.',
  },
  {
    name: 'a tag with the name of a branch',
    inputs: { tags: 'localhost:5000/acme/shop:feature/cart' },
    told: 'tags: "localhost:5000/acme/shop:feature/cart" is not an image name; a tag has no /. Of a branch, image-name with type=ref,event=branch in tags makes one that fits.',
  },
  {
    name: 'a tag without a registry and an owner, which is pushed',
    inputs: { tags: 'latest\nshop:1', push: 'true' },
    told:
      `tags: "latest" would be pushed to docker.io/library, which is Docker's own; begin it with a registry and an owner: ghcr.io/acme/shop:latest.\n` +
      `tags: "shop:1" would be pushed to docker.io/library, which is Docker's own; begin it with a registry and an owner: ghcr.io/acme/shop:1.`,
  },
  {
    name: 'tags as a list of YAML',
    inputs: { tags: '- acme/shop:1' },
    told: 'tags: "- acme/shop:1" begins with "-"; an option is not a value here.',
  },
  {
    name: 'a tag with a digest',
    inputs: { tags: `acme/shop@sha256:${'0'.repeat(64)}` },
    told: `tags: "acme/shop@sha256:${'0'.repeat(64)}" is not an image name; write it as ghcr.io/acme/shop:1.2, in lower case.`,
  },
  {
    name: 'a push without a tag',
    inputs: { push: 'true' },
    told: 'tags: push: true needs at least one tag, such as ghcr.io/acme/shop:1.2, or image-name, which gives some.',
  },
  {
    name: 'a registry cache without its place',
    inputs: { cache: 'registry' },
    told: 'cache-ref: cache: registry needs it, for example ghcr.io/acme/shop:buildcache.',
  },
  {
    name: 'a local cache without its place',
    inputs: { cache: 'local' },
    told: 'cache-ref: cache: local needs it, for example /tmp/build-cache.',
  },
  {
    name: 'a comma in the cache’s place, which would be an option more',
    inputs: { cache: 'registry', 'cache-ref': 'a/b,url_v2=http://evil' },
    told: 'cache-ref: a comma can not be part of it.',
  },
  {
    name: 'a target that begins with -',
    inputs: { target: '--output=/etc' },
    told: 'target: "--output=/etc" begins with "-"; an option is not a value here.',
  },
  {
    name: 'a list entry that begins with -',
    inputs: { 'test-target': 'unit\n-v' },
    told: 'test-target: "-v" begins with "-"; an option is not a value here.',
  },
  {
    name: 'a cache source that begins with -',
    inputs: { 'cache-from': '--push' },
    told: 'cache-from: "--push" begins with "-"; an option is not a value here.',
  },
])('refuses $name', async ({ inputs, told }) => {
  expect(await errorOf(inputs)).toEqual(new UserError('Wrong input', told))
})

test('a folder that is not there is told by its name', async () => {
  await expect(readSettings(defaultInputs, '/nowhere/at-all')).rejects.toMatchObject({
    title: 'Wrong input',
    message: 'context: there is no folder /nowhere/at-all.',
  })
})

test('a context that begins with - is told as such', async () => {
  expect(await errorOf({ context: '--output=x' })).toEqual(
    new UserError(
      '2 wrong inputs',
      'context: "--output=x" begins with "-"; an option is not a value here.\n' +
        'context: there is no folder --output=x.',
    ),
  )
})

test('tells of everything that is wrong at once', async () => {
  const inputs = { cache: 'x', push: 'maybe', 'max-size': 'big', 'build-args': '=A', context: 'nowhere' }
  const error = await errorOf(inputs)
  expect(
    error instanceof UserError && { title: error.title, lines: error.message.split('\n').sort() },
  ).toEqual({
    title: '5 wrong inputs',
    lines: [
      'build-args: entry 1 is not of the form KEY=VALUE.',
      'cache: "x" is not one of auto, gha, registry, local, off.',
      'context: there is no folder nowhere.',
      'max-size: "big" is not a size; write a number and a unit, such as 120 MB or 1.5 MiB.',
      'push: "maybe" is neither true nor false.',
    ],
  })
})

test.each([
  { name: 'without an id', secrets: 'hunter2' },
  { name: 'without an id and with a dash in front', secrets: '-----BEGIN hunter2' },
  { name: 'with an id that is none', secrets: 'my id=hunter2' },
  { name: 'with an id that begins with a dash', secrets: '--id=hunter2' },
  { name: 'with a NUL character', secrets: 'id=hunter2\0' },
  { name: 'behind an open quote', secrets: '"id=hunter2' },
])('never shows a secret $name', async ({ secrets }) => {
  const error = await errorOf({ secrets })
  expect(error).toBeInstanceOf(UserError)
  expect(String(error)).not.toContain('hunter2')
})

test.each([
  'shop',
  'acme/shop',
  'ghcr.io/acme/shop:1.2',
  'ghcr.io/acme/shop:sha-0a1b2c3',
  'localhost:5000/shop:latest',
  '127.0.0.1:5000/a/b_c/d__e/f-g:V1_2.3-x',
  '[::1]:5000/shop',
  'Registry.Example.com/shop',
])('takes the image name %s', async (tag) => {
  expect(await errorOf({ tags: tag })).toBe('no error')
})

test.each<{ name: string; inputs: Partial<RawInputs>; env?: NodeJS.ProcessEnv; settings: Partial<Settings> }>(
  [
    {
      name: 'build arguments without a value, from the environment',
      inputs: { 'build-args': 'A\nC=' },
      env: { A: 'of the step' },
      settings: {
        buildArgs: [
          ['A', 'of the step'],
          ['C', ''],
        ],
      },
    },
    {
      name: 'secrets from the environment, with commas or lines between them',
      inputs: { 'secret-envs': 'a=TOKEN_A,b=TOKEN_B\nc=TOKEN_C' },
      env: { TOKEN_A: '1', TOKEN_B: '2', TOKEN_C: '' },
      settings: {
        secrets: [
          ['a', '1'],
          ['b', '2'],
        ],
        warnings: ['The build secret c is left out: the environment variable TOKEN_C is not set.'],
      },
    },
    {
      name: 'a secret as it is, spaces at its end included',
      inputs: { secrets: '  token=abc \nempty=' },
      settings: {
        secrets: [['token', 'abc ']],
        warnings: ['The build secret empty is left out: it has no value.'],
      },
    },
    {
      name: 'a secret of several lines with quotes and commas in it',
      inputs: { secrets: '"json={""a"": ""b"",\n  ""c"": 1}"' },
      settings: { secrets: [['json', '{"a": "b",\n  "c": 1}']] },
    },
  ],
)('takes $name', async ({ inputs, env = {}, settings }) => {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM a' })
  const place = { folder: workspace.path, env }
  expect(await readSettings({ ...defaultInputs, ...inputs }, workspace.path, place)).toMatchObject(settings)
})

test('masks secrets, and build arguments that are named like one', async () => {
  const settings = await settingsWith({
    secrets: 'key=hunter2',
    'build-args': 'NUGET_TOKEN=t0\nDB_PASSWORD=p0\nNODE_API_KEY=k0\nVERSION=1\nPASSTHROUGH=no\nSECRET=',
  })
  expect(secretValuesOf(settings)).toEqual(['hunter2', 't0', 'p0', 'k0'])
})

test.each(['secret-files', 'build-contexts', 'outputs'] as const)(
  'refuses %s behind a link out of the workspace',
  async (input) => {
    await using outside = await makeTempFolder({ 'in/file': 'x' })
    await using workspace = await makeTempFolder({ Dockerfile: 'FROM a' })
    await symlink(outside.path, join(workspace.path, 'link'))
    await symlink(join(outside.path, 'new'), join(workspace.path, 'to-come'))
    const [written, path] = {
      'secret-files': ['x=link/in/file', 'link/in/file'],
      'build-contexts': ['x=link/in', 'link/in'],
      outputs: ['type=oci,dest=to-come', 'to-come'],
    }[input] as [string, string]
    const real = path.replace('link', outside.path).replace('to-come', join(outside.path, 'new'))
    const read = readSettings({ ...defaultInputs, [input]: written }, workspace.path)
    await expect(read).rejects.toThrow(`${input}: ${path} is a link out of the workspace, to ${real}.`)
  },
)

test('takes absolute paths outside the workspace, not relative ones', async () => {
  await using outside = await makeTempFolder({ key: 'x' })
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM a' })
  const key = join(outside.path, 'key')
  const settings = await readSettings({ ...defaultInputs, 'secret-files': `k=${key}` }, workspace.path)
  expect(settings.secretFiles).toEqual([['k', key]])
  const relative = readSettings({ ...defaultInputs, 'secret-files': 'k=../key' }, workspace.path)
  await expect(relative).rejects.toThrow(
    `secret-files: ../key leads out of ${workspace.path}; write an absolute path where that is meant.`,
  )
})

test('secrets are known to who hides them before a repository is fetched with them', async () => {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM x' })
  const told: string[] = []
  const inputs = { context: 'https://host/shop.git', secrets: 'feed=hunter2', 'github-token': 'ghs_token' }
  await readSettings({ ...defaultInputs, ...inputs }, workspace.path, {
    folder: workspace.path,
    env: {},
    mask: (secret) => told.push(secret),
    fetchTree: ({ secrets }) => {
      expect([secrets, told]).toEqual([[['feed', 'hunter2']], ['hunter2', 'ghs_token']])
      return Promise.resolve(workspace.path)
    },
  })
  expect(told).toEqual(['hunter2', 'ghs_token'])
})
