import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { planBuildCommand } from '../../../src/docker/build/build-request.ts'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { chooseAttestations } from '../../../src/plan/choose-attestations.ts'
import { choosePlatforms } from '../../../src/plan/choose-platforms.ts'
import { makePlan } from '../../../src/plan/plan.ts'
import { prepareBuilds } from '../../../src/plan/prepare-builds.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'

const runUrl = 'https://github.com/acme/shop/actions/runs/7/attempts/1'

/** Options that this action always gives; docker/build-push-action has its own (--iidfile, --metadata-file). */
const ownOptions = ['--progress=rawjson', '--file', '--target']

/** The options of the final build that follow from the inputs, in pairs; paths in the workspace are relative. */
async function optionsOf(
  inputs: Partial<RawInputs>,
  env: NodeJS.ProcessEnv,
): Promise<{ options: string[]; env: Record<string, string> }> {
  const files = { Dockerfile: 'FROM a AS build\nFROM build AS final', 'key.pem': 'x', 'shared/x': 'x' }
  await using workspace = await makeTempFolder(files)
  await using temp = await makeTempFolder({})
  const raw = { ...defaultInputs, 'missing-test-stage': 'skip', ...inputs }
  const settings = await readSettings(raw, workspace.path, { folder: workspace.path, env })
  const place = { isPublic: true, runUrl, builderAttests: true, env }
  const attests = chooseAttestations(settings, place)
  const platforms = choosePlatforms(settings.platforms, { platforms: ['linux/amd64'] })
  const given = { cacheFrom: settings.cacheFrom, testsFrom: settings.cacheFrom, attests, platforms }
  const { image } = await prepareBuilds(await makePlan(settings), settings, given, temp.path)
  const command = planBuildCommand(image)
  const options: string[] = []
  for (let index = 2; index < command.args.length - 1; index++) {
    const word = command.args[index] ?? ''
    if (word === '--progress=rawjson') continue
    if (ownOptions.includes(word)) index++
    else options.push(word.replaceAll(`${workspace.path}/`, ''))
  }
  return { options, env: command.env }
}

const attest = ['--attest', `type=provenance,mode=max,builder-id=${runUrl}`]

// Expected is what docker/build-push-action v7.3.0 gives buildx for the same inputs, by its src/context.ts (getInputs, getArgs)
// and Util.getList and Build.resolve… of @docker/actions-toolkit 0.92.0; `ours` where this action says it in another way, which
// docs/guides/from-build-push-action.md lists.
test.each<{
  name: string
  inputs: Partial<RawInputs>
  theirs: string[]
  ours?: string[]
  secrets?: Record<string, string>
}>([
  {
    name: 'add-hosts',
    inputs: { 'add-hosts': 'a:1,b:2\nc:3' },
    theirs: ['--add-host', 'a:1', '--add-host', 'b:2', '--add-host', 'c:3'],
  },
  {
    name: 'allow',
    inputs: { allow: 'network.host,security.insecure' },
    theirs: ['--allow', 'network.host', '--allow', 'security.insecure'],
  },
  {
    name: 'annotations',
    inputs: { annotations: 'manifest:a=b, c\n"quoted=say ""hi"""' },
    theirs: ['--annotation', 'manifest:a=b, c', '--annotation', 'quoted=say "hi"'],
  },
  {
    name: 'build-args',
    inputs: { 'build-args': 'A=x=y, z\n"B=line 1\nline 2"\nC=' },
    theirs: ['--build-arg', 'A=x=y, z', '--build-arg', 'B=line 1\nline 2', '--build-arg', 'C='],
  },
  {
    name: 'build-args of the environment, which buildx reads there and this action here',
    inputs: { 'build-args': 'FROM_ENV' },
    theirs: ['--build-arg', 'FROM_ENV'],
    ours: ['--build-arg', 'FROM_ENV=of the step'],
  },
  {
    name: 'build-contexts',
    inputs: { 'build-contexts': 'shared=shared\nbase=docker-image://alpine:3.22,x' },
    theirs: ['--build-context', 'shared=shared', '--build-context', 'base=docker-image://alpine:3.22,x'],
  },
  { name: 'builder', inputs: { builder: 'big' }, theirs: ['--builder', 'big'] },
  {
    name: 'cache-from',
    inputs: { 'cache-from': 'type=gha,scope=a\ntype=local,src=b' },
    theirs: ['--cache-from', 'type=gha,scope=a', '--cache-from', 'type=local,src=b'],
  },
  {
    name: 'labels',
    inputs: { labels: 'a=b, c=d\nb=c=d\nbare' },
    theirs: ['--label', 'a=b, c=d', '--label', 'b=c=d', '--label', 'bare'],
  },
  { name: 'network', inputs: { network: 'host' }, theirs: ['--network', 'host'] },
  { name: 'no-cache', inputs: { 'no-cache': 'true' }, theirs: ['--no-cache'] },
  {
    name: 'no-cache-filters',
    inputs: { 'no-cache-filters': 'build,final' },
    theirs: ['--no-cache-filter', 'build', '--no-cache-filter', 'final'],
  },
  {
    name: 'platforms',
    inputs: { platforms: 'linux/amd64,linux/arm64\nlinux/arm/v7' },
    theirs: ['--platform', 'linux/amd64,linux/arm64,linux/arm/v7'],
  },
  { name: 'pull', inputs: { pull: 'true' }, theirs: ['--pull'] },
  {
    name: 'secret-envs',
    inputs: { 'secret-envs': 'a=FROM_ENV,b=OTHER_ENV' },
    theirs: ['--secret', 'id=a,env=FROM_ENV', '--secret', 'id=b,env=OTHER_ENV'],
    ours: ['--secret', 'id=a,env=BUILD_SECRET_0', '--secret', 'id=b,env=BUILD_SECRET_1'],
    secrets: { BUILD_SECRET_0: 'of the step', BUILD_SECRET_1: 'other' },
  },
  {
    name: 'secret-files',
    inputs: { 'secret-files': 'pem=key.pem' },
    theirs: ['--secret', 'id=pem,src=key.pem'],
  },
  {
    name: 'secrets, which are in files there',
    inputs: { secrets: '"a=line 1\nline ""2"""\nb=x,y ' },
    theirs: ['--secret', 'id=a,src=FILE', '--secret', 'id=b,src=FILE'],
    ours: ['--secret', 'id=a,env=BUILD_SECRET_0', '--secret', 'id=b,env=BUILD_SECRET_1'],
    secrets: { BUILD_SECRET_0: 'line 1\nline "2"', BUILD_SECRET_1: 'x,y ' },
  },
  { name: 'shm-size', inputs: { 'shm-size': '2g' }, theirs: ['--shm-size', '2g'] },
  {
    name: 'ssh',
    inputs: { ssh: 'default,work=/agent.sock' },
    theirs: ['--ssh', 'default', '--ssh', 'work=/agent.sock'],
  },
  {
    name: 'tags',
    inputs: { tags: 'a/b:1,a/b:2\na/c' },
    theirs: ['--tag', 'a/b:1', '--tag', 'a/b:2', '--tag', 'a/c'],
  },
  {
    name: 'ulimit',
    inputs: { ulimit: 'nofile=1024:1024\nnproc=3' },
    theirs: ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=3'],
  },
])('$name', async ({ inputs, theirs, ours, secrets = {} }) => {
  const { options, env } = await optionsOf(inputs, { FROM_ENV: 'of the step', OTHER_ENV: 'other' })
  expect(pairs(options)).toEqual(pairs([...(ours ?? theirs), ...attest]))
  expect(env).toEqual(secrets)
})

/** Options with their values, in an order that does not depend on that of the options. */
function pairs(words: readonly string[]): string[][] {
  const starts = words.flatMap((word, index) => (word.startsWith('--') ? [index] : []))
  return starts
    .map((start, index) => words.slice(start, starts[index + 1]))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0))
}

test('paths are absolute, so that it does not matter where buildx runs', async () => {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM a', 'key.pem': 'x' })
  const raw = { ...defaultInputs, 'secret-files': 'pem=key.pem' }
  const { secretFiles } = await readSettings(raw, workspace.path)
  expect(secretFiles).toEqual([['pem', join(workspace.path, 'key.pem')]])
})

test('the tests are built with what a RUN sees, and with nothing that is said of the image', async () => {
  await using workspace = await makeTempFolder({
    Dockerfile: 'FROM a AS test\nRUN dotnet test\nFROM b',
    k: 'x',
  })
  await using temp = await makeTempFolder({})
  const seen = {
    'build-contexts': 'shared=.',
    'secret-files': 'k=k',
    ssh: 'default',
    network: 'host',
    'shm-size': '2g',
    ulimit: 'nproc=3',
    'add-hosts': 'a:1',
    allow: 'network.host',
  }
  const said = { labels: 'a=b', annotations: 'a=b', tags: 'a/b:1', outputs: 'type=registry' }
  const raw = { ...defaultInputs, ...seen, ...said, 'no-cache-filters': 'TEST' }
  const settings = await readSettings(raw, workspace.path)
  const platforms = { image: ['linux/amd64', 'linux/arm64'], tests: ['linux/amd64'] }
  const given = { cacheFrom: [], testsFrom: [], attests: ['type=sbom'], platforms }
  const { tests, image } = await prepareBuilds(await makePlan(settings), settings, given, temp.path)
  const { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow } = settings
  const shared = { buildContexts, secretFiles, ssh, network, shmSize, ulimits, addHosts, allow }
  expect(tests).toMatchObject({
    ...shared,
    secretFiles: [...secretFiles, ['dotnet-container-recorder', expect.any(String)]],
    platforms: ['linux/amd64'],
  })
  const ofImage = ['labels', 'annotations', 'tags', 'attests']
  expect(Object.keys(tests).filter((name) => ofImage.includes(name))).toEqual([])
  expect(image).toMatchObject({ ...shared, labels: ['a=b'], annotations: ['a=b'], attests: ['type=sbom'] })
  // What the tests had built anew a moment ago is not built anew again.
  expect([tests.noCacheStages, image.noCacheStages]).toEqual([['TEST'], []])
})
