import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import type { ReportJson } from '../../src/report/model/report-schema.ts'
import { mainScope, startCachedJob } from '../stand-ins/cached-job.ts'
import { pushTo } from '../e2e/harness/events.ts'
import { listPackage, listPushedLayer, uncompressedBytesOf } from '../e2e/harness/independent-count.ts'
import { dotnetDockerfile, scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import { findPushedImage, type PushedImage } from '../e2e/harness/registry-client.ts'
import { runAction, type StepResult } from '../e2e/harness/run-action.ts'
import { copyExample, type Workspace } from '../e2e/harness/workspace.ts'

const run = promisify(execFile)
let registry: Awaited<ReturnType<typeof startRegistry>>

beforeAll(async () => {
  registry = await startRegistry()
})

afterAll(async () => {
  await registry.stop()
})

/** What two jobs in a row said, with what the registry has of both. */
interface Pair {
  result: StepResult
  report: ReportJson
  comparison: NonNullable<ReportJson['comparison']>
  before: PushedImage
  after: PushedImage
}

/** Runs the action, changes something, runs it again: with real builds, and both images pushed. */
async function runTwice(
  workspace: Workspace,
  change: () => Promise<unknown>,
  inputs: Record<string, string> = {},
): Promise<Pair> {
  await using job = await startCachedJob()
  const cache = { url: job.service.url, token: job.service.token({ scopes: [mainScope] }) }
  const image = `${registry.address}/pair-${randomUUID().slice(0, 8)}`
  const runOnce = async (tag: string, event?: ReturnType<typeof pushTo>): Promise<StepResult> => {
    const result = await runAction({
      workspace,
      cache,
      ...(event && { event }),
      inputs: { push: 'true', cache: 'off', tags: `${image}:${tag}`, 'image-key': 'pair', ...inputs },
    })
    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    return result
  }
  const commit = await workspace.git('rev-parse', 'HEAD')
  await runOnce('1')
  await change()
  await workspace.commit()
  const result = await runOnce('2', pushTo('main', { before: commit }))
  const { report } = result
  if (report?.comparison === undefined) throw new Error(`nothing was compared:\n${result.stdout}`)
  return {
    result,
    report,
    comparison: report.comparison,
    before: await findPushedImage(`${image}:1`),
    after: await findPushedImage(`${image}:2`),
  }
}

/** What holds for every pair: totals are those of the registry, and all parts add up to them. */
async function expectTotals({ report, comparison, before, after }: Pair): Promise<void> {
  const { image } = report
  if (image === undefined) throw new Error('nothing was measured')
  const [uncompressedBefore, uncompressedAfter] = [
    await uncompressedBytesOf(before),
    await uncompressedBytesOf(after),
  ]
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
  expect({
    compressed: image.compressedBytes,
    uncompressed: image.uncompressedBytes,
    layers: image.layers.map((layer) => layer.compressedBytes),
    compressedParts: sum(image.parts.map((part) => part.compressedBytes)),
    uncompressedParts: sum(image.parts.map((part) => part.uncompressedBytes)),
    compressedChange: comparison.compressedChangeBytes,
    uncompressedChange: comparison.uncompressedChangeBytes,
    compressedChanges: sum(comparison.parts.map((part) => part.compressedChangeBytes)),
    uncompressedChanges: sum(comparison.parts.map((part) => part.uncompressedChangeBytes)),
  }).toEqual({
    compressed: after.compressedBytes,
    uncompressed: uncompressedAfter,
    layers: after.layerBytes,
    compressedParts: after.compressedBytes,
    uncompressedParts: uncompressedAfter,
    compressedChange: after.compressedBytes - before.compressedBytes,
    uncompressedChange: uncompressedAfter - uncompressedBefore,
    compressedChanges: after.compressedBytes - before.compressedBytes,
    uncompressedChanges: uncompressedAfter - uncompressedBefore,
  })
}

/** The changes of files between the top layers of two images, as `tar` lists them: path, bytes before, bytes now. */
async function listChanges({ before, after }: Pair): Promise<[string, number, number][]> {
  const [old, now] = [await listPushedLayer(before, -1), await listPushedLayer(after, -1)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path): [string, number, number] => [path, old.get(path) ?? 0, now.get(path) ?? 0])
    .filter(([, was, is]) => was !== is)
    .sort()
}

const sizeChanges = ({ files }: Pair['comparison']): [string, number, number][] =>
  files
    .map(({ path, beforeBytes, afterBytes }): [string, number, number] => [path, beforeBytes, afterBytes])
    .filter(([, was, is]) => was !== is)
    .sort()

test('a package that was added: its name, its version and its bytes', async () => {
  await using workspace = await copyExample('several-projects')
  const pair = await runTwice(workspace, async () => {
    await workspace.edit(
      'src/Orders.Infrastructure/Orders.Infrastructure.csproj',
      '<ItemGroup>',
      '<ItemGroup>\n    <PackageReference Include="Humanizer.Core" Version="2.14.1" />',
    )
  })
  await expectTotals(pair)
  expect(sizeChanges(pair.comparison)).toEqual(await listChanges(pair))
  const archive = await listPackage(workspace, 'Dockerfile', 'build', 'humanizer.core')
  const dll = archive.get('lib/net6.0/Humanizer.dll')
  expect(pair.comparison.parts[0]).toMatchObject({
    kind: 'package',
    name: 'Humanizer.Core',
    versionAfter: '2.14.1',
    uncompressedChangeBytes: dll,
  })
  expect(pair.comparison.parts[0]).not.toHaveProperty('versionBefore')
  // Of the layer's growth, the package has nearly all; the rest is deps.json and what was compiled anew.
  const grown = (pair.after.layerBytes.at(-1) ?? 0) - (pair.before.layerBytes.at(-1) ?? 0)
  expect((pair.comparison.parts[0]?.compressedChangeBytes ?? 0) / grown).toBeCloseTo(1, 1)
  expect(pair.report.image).toMatchObject({
    layersRead: 1,
    base: { dotnetVersion: expect.stringMatching(/^10\./) },
  })
  const [first, , second] = pair.result.summary.replaceAll('\u00a0', ' ').split('\n')
  expect(first).toMatch(
    /^### ✅ 23 tests passed, 1 skipped · 105\.\d\d MB compressed, \+\d+\.\d\d kB \(\+0\.\d\d %\)$/,
  )
  expect(second).toMatch(
    /Largest cause: package <code>Humanizer\.Core<\/code> <code>2\.14\.1<\/code> \(new\) \+\d+\.\d\d kB\.$/,
  )
})

test('a base image that moved under its tag is told apart from what the team changed', async () => {
  const base = `base-${randomUUID().slice(0, 8)}:10.0`
  await using workspace = await scriptedWorkspace({
    dockerfile: dotnetDockerfile.replace(
      'FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final',
      `FROM ${base} AS final`,
    ),
    files: { 'base/Dockerfile': 'FROM mcr.microsoft.com/dotnet/runtime:10.0\n', '.dockerignore': 'base\n' },
  })
  const buildBase = async (version: string, kilobytes: number): Promise<void> => {
    const text = `FROM mcr.microsoft.com/dotnet/runtime:10.0
RUN head -c ${kilobytes}000 /dev/urandom > /opt/more
ENV DOTNET_VERSION=${version}
`
    await workspace.write('base/Dockerfile', text)
    await run('docker', ['buildx', 'build', '--quiet', '--load', `--tag=${base}`, workspace.path('base')])
  }
  try {
    await buildBase('10.0.1', 100)
    const pair = await runTwice(workspace, async () => {
      await buildBase('10.0.2', 300)
      await workspace.write('app.txt', 'an app\n'.repeat(2_000))
    })
    await expectTotals(pair)
    const [top, moved] = [-1, -2].map(
      (layer) => (pair.after.layerBytes.at(layer) ?? 0) - (pair.before.layerBytes.at(layer) ?? 0),
    )
    expect(pair.comparison.parts.slice(0, 2)).toMatchObject([
      {
        kind: 'base',
        name: base,
        versionBefore: '10.0.1',
        versionAfter: '10.0.2',
        compressedChangeBytes: moved,
      },
      { kind: 'other', compressedChangeBytes: top },
    ])
    expect(moved).toBeGreaterThan(195_000)
    const [, line = ''] =
      /Base image (.*)$/.exec(pair.result.summary.replaceAll('\u00a0', ' ').split('\n')[2] ?? '') ?? []
    const size = `+${((moved ?? 0) / 1000).toFixed(2)} kB`
    expect(line).toContain(
      `<code>${base}</code> .NET <code>10.0.1 → 10.0.2</code> ${size}. Your layers: no change.`,
    )
  } finally {
    await run('docker', ['image', 'rm', '--force', base])
  }
})

test('a publish that became self-contained: the runtime that it brings, file by file', async () => {
  await using workspace = await copyExample('visual-studio')
  const pair = await runTwice(workspace, () =>
    workspace.edit('Dockerfile', '/p:UseAppHost=false', '--runtime linux-x64 --self-contained'),
  )
  await expectTotals(pair)
  expect(sizeChanges(pair.comparison)).toEqual(await listChanges(pair))
  const runtimes = pair.comparison.parts.filter((part) => part.kind === 'runtime')
  expect(runtimes.map((part) => part.name).sort()).toEqual([
    'Microsoft.AspNetCore.App',
    'Microsoft.NETCore.App',
  ])
  for (const { name, uncompressedChangeBytes } of runtimes) {
    const archive = await listPackage(
      workspace,
      'Dockerfile',
      'publish',
      `${name}.runtime.linux-x64`.toLowerCase(),
    )
    const sizes = new Map([...archive].map(([path, size]) => [path.slice(path.lastIndexOf('/') + 1), size]))
    const files = pair.comparison.files.filter(
      (file) => file.part.kind === 'runtime' && file.part.name === name,
    )
    expect(files.length).toBeGreaterThan(100)
    const shipped = files.map(({ path, afterBytes }) => [path, afterBytes])
    expect(shipped).toEqual(files.map(({ path }) => [path, sizes.get(path.replace(/^app\//, ''))]))
    expect(uncompressedChangeBytes).toBe(files.reduce((sum, file) => sum + file.afterBytes, 0))
  }
})

test('a smaller variant of the base image is suggested, with the difference that the registry tells', async () => {
  const nameOf = (name: string): string => `${registry.address}/dotnet/${name}`
  const [runtime, alpine, sdk] = [nameOf('runtime:10.0'), nameOf('runtime:10.0-alpine'), nameOf('sdk:10.0')]
  // The machine's own images of both names may be one and the same: here the plain one has two megabytes more.
  await using larger = await scriptedWorkspace({
    dockerfile: 'FROM mcr.microsoft.com/dotnet/runtime:10.0\nRUN head -c 2000000 /dev/urandom > /opt/more\n',
  })
  await run('docker', ['buildx', 'build', '--quiet', '--push', `--tag=${runtime}`, larger.path('.')])
  for (const [from, to] of [
    ['mcr.microsoft.com/dotnet/runtime:10.0', alpine],
    ['mcr.microsoft.com/dotnet/sdk:10.0', sdk],
  ] as const) {
    await run('docker', ['tag', from, to])
    await run('docker', ['push', '--quiet', to])
    await run('docker', ['image', 'rm', to])
  }
  await using workspace = await scriptedWorkspace({
    dockerfile: `FROM ${sdk} AS build
RUN mkdir /app
${dotnetDockerfile}`.replace(
      'FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final',
      `FROM ${runtime} AS final\nCOPY --from=build /app /app`,
    ),
  })
  const result = await runAction({ workspace, inputs: { cache: 'off', baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 0, errors: [] })
  const [base, smaller, large] = await Promise.all([runtime, alpine, sdk].map(findPushedImage))
  const saved = (base?.compressedBytes ?? 0) - (smaller?.compressedBytes ?? 0)
  expect(saved).toBeGreaterThan(1_900_000)
  expect(result.report?.advice).toContainEqual(
    expect.objectContaining({
      id: 'smaller-base',
      compressedBytes: saved,
      place: { file: 'Dockerfile', line: 7 },
      fix: expect.stringContaining(`FROM ${alpine} AS final\n`),
    }),
  )
  expect(result.summary).toContain(
    `which has ${((large?.compressedBytes ?? 0) / 1e6).toFixed(2).slice(0, -1)}`,
  )
})
