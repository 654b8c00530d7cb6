import { expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import tar from 'tar-stream'
import { readEnvironment } from '../../src/inputs/raw-inputs.ts'
import { readSettings } from '../../src/inputs/settings.ts'
import { makePlan } from '../../src/plan/plan.ts'
import { recorderAssembly } from '../../src/plan/instrument/recorder-assembly.ts'
import { recorderId, resultsFolder, resultsMount } from '../../src/plan/instrument/run-mounts.ts'
import { frameworks, testClass, testProject } from './harness/dotnet-projects.ts'
import { inputVariables } from './harness/action-manifest.ts'
import { docker } from './harness/docker.ts'
import { runAction } from './harness/run-action.ts'
import { makeWorkspace, testFolder, type Workspace } from './harness/workspace.ts'

const sdk = 'mcr.microsoft.com/dotnet/sdk:10.0'
const build = `FROM ${sdk} AS build
WORKDIR /src
COPY tests tests
RUN dotnet build tests/Shop.Tests
`
const assembly = 'tests/Shop.Tests/bin/Debug/net10.0/Shop.Tests.dll'
const copies = `${build}RUN dotnet test tests/Shop.Tests --no-build
RUN mkdir /app && cp ${assembly} /app/

FROM scratch AS final
COPY --from=build /app /app
`
const descends = `${build}RUN dotnet test tests/Shop.Tests --no-build

FROM build AS final
COPY app.txt /app/
`
const { xunit2 } = frameworks

async function makeShop(dockerfile: string, more: Record<string, string> = {}): Promise<Workspace> {
  return await makeWorkspace({
    Dockerfile: dockerfile,
    'app.txt': 'an app\n',
    'tests/Shop.Tests/Shop.Tests.csproj': testProject(xunit2),
    'tests/Shop.Tests/Passing.cs': testClass(xunit2, 'Passing', { Adds: 'passes' }),
    ...more,
  })
}

async function planOf(workspace: Workspace, more: Record<string, string> = {}): ReturnType<typeof makePlan> {
  const inputs = readEnvironment(inputVariables({ context: workspace.context, ...more }))
  return await makePlan(await readSettings(inputs, workspace.folder))
}

/** Writes the text that the action builds beside the team's own, and gives its path and the options for its secrets. */
async function instrument(workspace: Workspace): Promise<{ file: string; options: string[] }> {
  const { instrumented } = await planOf(workspace)
  const folder = await mkdtemp(join(testFolder(), 'instrumented-'))
  const file = join(folder, 'Dockerfile')
  await writeFile(file, instrumented.text)
  const secrets = [...instrumented.secrets, [recorderId, recorderAssembly()] as const]
  const options = secrets.map(async ([id, value]) => {
    await writeFile(join(folder, id), value)
    return `--secret=id=${id},src=${join(folder, id)}`
  })
  return { file, options: await Promise.all(options) }
}

interface Layer {
  digest: string
  path: string
}

/** Builds a Dockerfile into an OCI layout and gives the layers of its image. */
async function buildLayers(
  workspace: Workspace,
  file: string,
  options: readonly string[],
  output = '',
): Promise<Layer[]> {
  const folder = await mkdtemp(join(testFolder(), 'layout-'))
  await docker(
    'buildx',
    'build',
    '--quiet',
    '--provenance=false',
    `--output=type=oci,tar=false,dest=${folder}${output}`,
    `--file=${file}`,
    ...options,
    workspace.folder,
  )
  const readJson = async (path: string): Promise<Record<'manifests' | 'layers', { digest: string }[]>> =>
    JSON.parse(await readFile(join(folder, path), 'utf8')) as never
  const blob = (digest = ''): string => `blobs/${digest.replace(':', '/')}`
  const index = await readJson('index.json')
  const manifest = await readJson(blob(index.manifests[0]?.digest))
  return manifest.layers.map(({ digest }) => ({ digest, path: join(folder, blob(digest)) }))
}

/** The names of all files in some layers, as `tar -t` lists them, without what differs from run to run. */
async function listFiles(layers: readonly Layer[]): Promise<string[]> {
  const names: string[] = []
  for (const { path } of layers) {
    const entries = createReadStream(path).pipe(createGunzip()).pipe(tar.extract())
    for await (const entry of entries) {
      // dotnet names its temporary folders at random.
      names.push(entry.header.name.replace(/^tmp\/\w{6}\//, 'tmp/random/'))
      entry.resume()
    }
  }
  return names.sort()
}

test('an image that only copies from tested stages has the same layers as from the team’s own file', async () => {
  await using workspace = await makeShop(copies)
  const ours = await instrument(workspace)
  const options = ['--no-cache', '--build-arg=SOURCE_DATE_EPOCH=1700000000']
  const rewritten = ',rewrite-timestamp=true'
  const [own, instrumented] = await Promise.all([
    buildLayers(workspace, workspace.path('Dockerfile'), options, rewritten),
    buildLayers(workspace, ours.file, [...options, ...ours.options], rewritten),
  ])
  expect(own).toHaveLength(1)
  expect(instrumented.map(({ digest }) => digest)).toEqual(own.map(({ digest }) => digest))
})

test('an image that descends from a tested stage has the same files as from the team’s own file', async () => {
  await using workspace = await makeShop(descends)
  const ours = await instrument(workspace)
  const own = await buildLayers(workspace, workspace.path('Dockerfile'), [])
  const instrumented = await buildLayers(workspace, ours.file, ours.options)
  const shared = new Set(own.map(({ digest }) => digest))
  const isOwn = instrumented.map(({ digest }) => !shared.has(digest))
  expect(isOwn).toContain(true)
  const differing = (layers: readonly Layer[]): Layer[] => layers.filter((_, index) => isOwn[index])
  expect(instrumented).toHaveLength(own.length)
  expect(await listFiles(differing(instrumented))).toEqual(await listFiles(differing(own)))
})

test('no results of a job stay in the builder, also of tests that failed', async () => {
  const failing = { 'tests/Shop.Tests/Mixed.cs': testClass(xunit2, 'Mixed', { Forgets: 'fails' }) }
  const dockerfile = `${build}\nFROM build AS test\nRUN dotnet test tests/Shop.Tests --no-build\n\nFROM scratch\nCOPY app.txt /\n`
  await using workspace = await makeShop(dockerfile, failing)
  // With it the place for results has a name that this test can tell, too.
  const cached = { 'test-cache': 'true' }
  const { instrumented } = await planOf(workspace, cached)
  const before = await listResults(workspace, instrumented)
  const result = await runAction({ workspace, inputs: { cache: 'off', baseline: 'off', ...cached } })
  expect(result.report?.tests).toMatchObject({ source: 'files', counts: { total: 2, failed: 1 } })
  const left = await listResults(workspace, instrumented)
  expect(left.filter((name) => !before.includes(name))).toEqual([])
})

/** What is in the cache mount for results; other jobs on this machine may be using it as well. */
async function listResults(
  workspace: Workspace,
  { testRuns, place }: Awaited<ReturnType<typeof makePlan>>['instrumented'],
): Promise<string[]> {
  const owner = testRuns[0]?.instruction.stage
  if (owner === undefined) throw new Error('Nothing tests')
  const folder = await mkdtemp(join(testFolder(), 'left-'))
  const file = join(folder, 'Dockerfile')
  const list = `ls -A ${resultsFolder} > /left && echo ${randomUUID()}`
  const lines = [`FROM ${sdk} AS list`, `RUN${resultsMount(owner, 0, place)} ${list}`]
  await writeFile(file, [...lines, 'FROM scratch', 'COPY --from=list /left /', ''].join('\n'))
  const output = `--output=type=local,dest=${folder}`
  await docker('buildx', 'build', '--quiet', output, `--file=${file}`, workspace.path('tests'))
  return (await readFile(join(folder, 'left'), 'utf8')).split('\n').filter((name) => name !== '')
}
