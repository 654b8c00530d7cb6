import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import type { Measurement } from '../../src/measure/measurement.ts'
import { startCacheService } from '../stand-ins/cache-service.ts'
import { mainScope } from '../stand-ins/cached-job.ts'
import { docker } from '../e2e/harness/docker.ts'
import {
  useContainerBuilder,
  useEngine,
  useLegacyEngine,
  useRemoteBuilder,
  useTlsBuilder,
  type EngineUnderTest,
} from '../e2e/harness/engines.ts'
import { pushForeignBase } from '../e2e/harness/foreign-base.ts'
import { countUncompressedBytes } from '../e2e/harness/pushed-layers.ts'
import { dotnetDockerfile, scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import { findPushedImage, listTags, type PushedImage } from '../e2e/harness/registry-client.ts'
import { runAction, type ActionStep, type StepResult } from '../e2e/harness/run-action.ts'
import { makeWorkspace, testFolder, type Workspace } from '../e2e/harness/workspace.ts'

const run = promisify(execFile)

/** A text that is nowhere else and compresses a little. */
const newText = (): string => randomBytes(60_000).toString('base64')

/** A name in an engine's registry that nobody else uses. */
const newTag = (engine: { registry: string }): string =>
  `${engine.registry}/shop-${randomUUID().slice(0, 8)}:1`

/** Runs the action on an engine, pushing to `tag`. */
function runOn(
  engine: EngineUnderTest,
  workspace: Workspace,
  tags: string,
  { inputs = {}, ...more }: Partial<ActionStep> = {},
): Promise<StepResult> {
  return runAction({
    workspace,
    ...more,
    env: engine.env,
    inputs: { push: 'true', cache: 'off', tags, ...engine.inputs, ...inputs },
  })
}

/** What a registry has under a tag, with the bytes that its layers unpack to. */
async function findImage(tag: string): Promise<PushedImage & { uncompressedBytes: number }> {
  const image = await findPushedImage(tag)
  const name = tag.replace(/:[^:]+$/, '')
  return { ...image, uncompressedBytes: await countUncompressedBytes(`${name}@${image.manifestDigest}`) }
}

test.each(
  [
    { driver: 'docker', engine: /^Docker \d/, use: useEngine },
    { driver: 'remote', engine: /^BuildKit v/, use: useRemoteBuilder },
    { driver: 'remote', over: ' over TLS', engine: /^BuildKit v/, use: useTlsBuilder },
    { driver: 'docker-container', engine: /^BuildKit v/, use: useContainerBuilder },
  ].map((builder) => ({ over: '', ...builder })),
)('by the driver $driver$over an image has the size that the registry has', async (builder) => {
  await using engine = await builder.use()
  await using workspace = await scriptedWorkspace({
    dockerfile: dotnetDockerfile,
    files: { 'app.txt': newText() },
  })
  const tag = newTag(engine)
  const result = await runOn(engine, workspace, tag, { inputs: { baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  const pushed = await findImage(tag)
  expect(pushed.storedBytes).toBe(pushed.compressedBytes)
  expect(result.outputs).toMatchObject({
    'compressed-bytes': String(pushed.compressedBytes),
    'uncompressed-bytes': String(pushed.uncompressedBytes),
    imageid: pushed.configDigest,
    digest: pushed.digest,
  })
  expect(result.report?.image).toMatchObject({
    driver: builder.driver,
    engine: expect.stringMatching(builder.engine),
    method: 'oci-layout',
    compression: 'gzip',
  })
})

test('an image without attestations is pushed as it was measured', async () => {
  await using engine = await useEngine()
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  const tag = newTag(engine)
  const env = { BUILDX_NO_DEFAULT_ATTESTATIONS: '1' }
  const result = await runOn({ ...engine, env }, workspace, tag, { inputs: { baseline: 'off' } })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  const pushed = await findPushedImage(tag)
  expect(pushed.manifestDigest).toBe(pushed.digest)
  expect(result.outputs).toMatchObject({
    'compressed-bytes': String(pushed.storedBytes),
    digest: pushed.digest,
  })
})

const estimated = {
  message: expect.stringMatching(/^Compressed sizes are estimates, .*docker\/setup-buildx-action/),
}

describe('an engine with its legacy store', () => {
  let engine: EngineUnderTest

  beforeAll(async () => {
    engine = await useLegacyEngine()
  })

  afterAll(async () => {
    await engine[Symbol.asyncDispose]()
  })

  test('tests, measures by estimate, compares and delivers', async () => {
    await using service = await startCacheService()
    const text = newText()
    await using workspace = await scriptedWorkspace({
      dockerfile: dotnetDockerfile,
      files: { 'app.txt': text },
    })
    const cache = { url: service.url, token: service.token({ scopes: [mainScope] }) }
    const tag = newTag(engine)
    const first = await runOn(engine, workspace, tag, { cache })
    expect(first).toMatchObject({ exitCode: 0, errors: [], warnings: [estimated] })
    expect(first.outputs).toMatchObject({ 'test-result': 'passed' })
    const pushed = await findImage(tag)
    expect(first.outputs).toMatchObject({
      'uncompressed-bytes': String(pushed.uncompressedBytes),
      imageid: pushed.configDigest,
      digest: pushed.digest,
    })
    // 0.6 % was measured: zlib is not Go's gzip.
    const error = Number(first.outputs['compressed-bytes']) / pushed.compressedBytes - 1
    expect(Math.abs(error)).toBeLessThan(0.01)
    expect(first.report?.image).toMatchObject({
      driver: 'docker',
      method: 'docker-save',
      compression: 'gzip',
    })
    expect(first.summary).toMatch(/^### .*\sMB compressed \(estimated\)$/m)

    await workspace.write('app.txt', `${text}${newText()}`)
    await workspace.commit()
    const second = await runOn(engine, workspace, tag.replace(/1$/, '2'), { cache })
    expect(second).toMatchObject({ exitCode: 0, errors: [], warnings: [estimated] })
    expect(second.report?.baseline).toMatchObject({ kind: 'found' })
    expect(second.report?.image).toMatchObject({ layersRead: 1 })
    const delta = Number(second.outputs['compressed-bytes']) - Number(first.outputs['compressed-bytes'])
    expect(second.outputs['change-bytes']).toBe(String(delta))
    expect(delta).toBeGreaterThan(10_000)

    const refused = newTag(engine)
    const large = await runOn(engine, workspace, refused, { inputs: { 'max-size': '1 MB', baseline: 'off' } })
    expect(large).toMatchObject({ exitCode: 1, outputs: { budget: 'exceeded', digest: '' } })
    expect(await listTags(engine.registry)).not.toContain(refused.slice(engine.registry.length + 1))
    const env = { ...process.env, ...engine.env }
    const images = await run('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}'], { env })
    expect(images.stdout).not.toContain(refused)
    expect(images.stdout).not.toContain('dotnet-container-')
  })

  test('says that it can not use the Actions cache', async () => {
    await using service = await startCacheService()
    await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
    const cache = { url: service.url, token: service.token({ scopes: [mainScope] }) }
    const result = await runOn(engine, workspace, newTag(engine), {
      cache,
      inputs: { cache: 'auto', baseline: 'off' },
    })
    expect(result).toMatchObject({ exitCode: 0, errors: [] })
    expect(result.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The build cache is not used: this Docker engine keeps images in its legacy/),
      estimated.message,
    ])
    expect(service.entries()).toEqual([])
  })
})

/** A scanner that finds nothing, as BuildKit starts one (moby/buildkit, docs/attestations/sbom-protocol.md). */
const scannerDockerfile = `FROM mcr.microsoft.com/dotnet/runtime:10.0
ENTRYPOINT ["bash", "-c", "echo '${JSON.stringify({
  _type: 'https://in-toto.io/Statement/v0.1',
  predicateType: 'https://spdx.dev/Document',
  predicate: { spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', name: 'what a scanner found' },
}).replaceAll('"', '\\"')}' > $BUILDKIT_SCAN_DESTINATION/found.spdx.json"]
`

/** One image of two layers that needs no base image and starts nothing, so that any platform can be built. */
const plainDockerfile = `FROM scratch AS base
COPY base.txt /

FROM base
COPY app.txt /app/
`

test('each form of an image is measured as a registry stores it', async () => {
  await using registry = await startRegistry()
  await using workspace = await makeWorkspace({
    Dockerfile: plainDockerfile,
    'base.txt': newText(),
    'app.txt': newText(),
  })
  const forms: { output?: string; options?: string[]; compression: string; platform?: string }[] = [
    { compression: 'gzip' },
    { output: ',compression=gzip,compression-level=9,force-compression=true', compression: 'gzip' },
    { output: ',compression=zstd,force-compression=true', compression: 'zstd' },
    { output: ',compression=uncompressed,force-compression=true', compression: 'none' },
    { output: ',oci-mediatypes=false', compression: 'gzip', options: ['--provenance=false'] },
    { output: ',oci-mediatypes=true', compression: 'gzip', options: ['--provenance=false'] },
    { options: ['--provenance=mode=max'], compression: 'gzip' },
    { options: ['--platform=linux/arm64'], compression: 'gzip', platform: 'linux/arm64' },
  ]
  const figures: object[] = []
  for (const [index, { output = '', options = [] }] of forms.entries()) {
    const tag = `${registry.address}/form-${index}:1`
    const layout = await exportLayout(workspace, output, options)
    const push = `--output=type=image,push=true,name=${tag}${output}`
    await docker('buildx', 'build', '--quiet', push, ...options, workspace.folder)
    const measured = await measureLayout(layout, workspace)
    const pushed = await findPushedImage(tag)
    expect({ form: forms[index], ...measured }).toMatchObject({
      form: forms[index],
      manifestDigest: pushed.manifestDigest,
      configDigest: pushed.configDigest,
      compressedBytes: pushed.storedBytes,
      warnings: [],
    })
    figures.push({
      compression: measured.compression,
      platform: measured.platform,
      bytes: measured.uncompressedBytes,
    })
  }
  const plain = await findImage(`${registry.address}/form-0:1`)
  expect(figures).toEqual(
    forms.map(({ compression, platform = 'linux/amd64' }) => ({
      compression,
      platform,
      bytes: plain.uncompressedBytes,
    })),
  )
})

test.each([
  { name: 'is made distributable', prefer: 'false', mediaType: 'layer.v1' },
  { name: 'stays as it is', prefer: 'true', mediaType: 'layer.nondistributable.v1' },
])('a layer of the base image that is not distributable $name, and is measured so', async (form) => {
  await using engine = await useEngine()
  const base = `${engine.registry}/base-${randomUUID().slice(0, 8)}`
  await pushForeignBase(engine.registry, base.slice(engine.registry.length + 1), newText())
  await using workspace = await scriptedWorkspace({
    dockerfile: dotnetDockerfile.replace(/^FROM .* AS final$/m, `FROM ${base}:1 AS final`),
  })
  const tag = newTag(engine)
  const result = await runAction({
    ...{ workspace, env: engine.env },
    inputs: {
      ...{ ...engine.inputs, baseline: 'off', cache: 'off' },
      outputs: `type=image,push=true,name=${tag},prefer-nondist-layers=${form.prefer}`,
    },
  })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  const pushed = await findPushedImage(tag)
  expect(pushed.layerTypes[0]).toBe(`application/vnd.oci.image.${form.mediaType}.tar+gzip`)
  expect(result.outputs).toMatchObject({
    digest: pushed.digest,
    'compressed-bytes': String(pushed.compressedBytes),
  })
  expect(result.report?.image).toMatchObject({ compression: 'gzip' })
  // What the base image brings is known by its one layer.
  expect(result.report?.image?.base).toMatchObject({ name: `${base}:1`, layerCount: 1 })
})

test('an image with an SBOM is measured without it, and pushed with it', async () => {
  await using engine = await useEngine()
  const generator = newTag(engine)
  await using scanner = await makeWorkspace({ Dockerfile: scannerDockerfile })
  await docker(
    'buildx',
    'build',
    '--quiet',
    `--output=type=image,push=true,name=${generator}`,
    scanner.folder,
  )
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  const tag = newTag(engine)
  const inputs = { sbom: `generator=${generator}`, baseline: 'off' }
  const result = await runOn(engine, workspace, tag, { inputs })
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  const pushed = await findPushedImage(tag)
  expect(result.outputs).toMatchObject({
    digest: pushed.digest,
    'compressed-bytes': String(pushed.compressedBytes),
  })
  const sbom = await docker('buildx', 'imagetools', 'inspect', tag, '--format', '{{json .SBOM.SPDX}}')
  expect(JSON.parse(sbom)).toMatchObject({ name: 'what a scanner found' })
})

/** Exports the image into a new OCI layout folder. */
async function exportLayout(workspace: Workspace, output: string, options: string[]): Promise<string> {
  const folder = await mkdtemp(join(testFolder(), 'layout-'))
  const dest = `--output=type=oci,tar=false,dest=${folder}${output}`
  await docker('buildx', 'build', '--quiet', dest, ...options, workspace.folder)
  return folder
}

/** Measures a layout on the node that runs the action. */
async function measureLayout(layout: string, workspace: Workspace): Promise<Measurement> {
  const program = fileURLToPath(new URL('../e2e/harness/measure-layout-program.ts', import.meta.url))
  const temp = join(layout, 'temp')
  await mkdir(temp)
  const { stdout } = await run(process.env['E2E_NODE'] ?? 'node', [
    '--disable-warning=ExperimentalWarning',
    program,
    layout,
    workspace.path('Dockerfile'),
    temp,
  ])
  return JSON.parse(stdout) as Measurement
}
