import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { docker } from './harness/docker.ts'
import { useEngine } from './harness/engines.ts'
import { dotnetDockerfile, scriptedWorkspace, threePassed } from './harness/recorded-tests.ts'
import { fetchFrom, findPushedImage } from './harness/registry-client.ts'
import { outcomeOf } from './harness/report.ts'
import { runAction } from './harness/run-action.ts'

const run = promisify(execFile)

/** A step that needs most of what RUN instructions can be given; the tests and the image share it. */
const dockerfile = `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS build
RUN --mount=type=secret,id=token --mount=type=secret,id=of-step --mount=type=secret,id=key \\
    --mount=type=bind,from=shared,target=/shared \\
    test $(wc -c < /run/secrets/token) = 7 && test $(wc -c < /run/secrets/of-step) = 8 && \\
    test $(wc -c < /run/secrets/key) = 9 && grep -q '^10.1.2.3.*db.test' /etc/hosts && \\
    test "$(ulimit -n)" = 1234 && df -k /dev/shm | grep -q ' 32768 ' && cp /shared/note.txt /note.txt
FROM build AS test
COPY run-tests.sh /
RUN bash /run-tests.sh
FROM mcr.microsoft.com/dotnet/runtime:10.0 AS final
COPY --from=build /note.txt /app/
# All that lies in the context, into which an archive is written, too.
COPY . /context/
`

test('builds, measures and delivers with the words of docker/build-push-action', async () => {
  await using engine = await useEngine()
  await using workspace = await scriptedWorkspace({
    dockerfile,
    script: `echo '${threePassed}'`,
    files: { 'shared/note.txt': `a note ${randomUUID()}\n`, 'keys/key.pem': 'in-a-file' },
  })
  const tag = `${engine.registry}/shop-${randomUUID().slice(0, 8)}:1`
  const inputs = {
    tags: tag,
    cache: 'off',
    baseline: 'off',
    secrets: 'token=tok en ',
    'secret-envs': 'of-step=STEP_SECRET',
    'secret-files': 'key=keys/key.pem',
    'build-contexts': 'shared=shared',
    'build-args': 'BARE\nMY_TOKEN=t0ps3cret',
    'add-hosts': 'db.test:10.1.2.3',
    ulimit: 'nofile=1234:1234',
    'shm-size': '32m',
    network: 'none',
    'no-cache-filters': 'build',
    labels: 'org.opencontainers.image.title=Shop, the first\nequal=a=b',
    annotations: 'title=Shop, the first\nindex:of-index=yes',
    provenance: 'mode=max',
    sbom: 'false',
    outputs: 'type=registry,compression=zstd,force-compression=true\ntype=oci,dest=out/image.tar',
  }
  const result = await runAction({ workspace, inputs, env: { STEP_SECRET: 'by--name', BARE: 'of the step' } })
  expect(result).toMatchObject({
    ...{ exitCode: 0, errors: [] },
    warnings: [{ message: expect.stringMatching(/^build-args: MY_TOKEN looks like a secret\./) }],
  })

  const pushed = await findPushedImage(tag)
  expect(result.outputs).toMatchObject({
    digest: pushed.digest,
    imageid: pushed.configDigest,
    'compressed-bytes': String(pushed.compressedBytes),
  })
  expect(pushed.storedBytes).toBe(pushed.compressedBytes)
  expect(result.report?.image).toMatchObject({ compression: 'zstd' })

  const index = await fetchFrom(tag, `manifests/${pushed.digest}`)
  expect(index).toMatchObject({ annotations: { 'of-index': 'yes' } })
  const manifest = await fetchFrom(tag, `manifests/${pushed.manifestDigest}`)
  expect(manifest).toMatchObject({ annotations: { title: 'Shop, the first' } })
  expect(JSON.stringify(manifest)).not.toContain('gzip')
  const config = await fetchFrom(tag, `blobs/${pushed.configDigest}`)
  expect(config).toMatchObject({
    config: { Labels: { 'org.opencontainers.image.title': 'Shop, the first', equal: 'a=b' } },
  })
  const attested = (index as { manifests: { digest: string; platform: { os: string } }[] }).manifests.filter(
    ({ platform }) => platform.os === 'unknown',
  )
  expect(attested).toHaveLength(1)
  const attestations = (await fetchFrom(tag, `manifests/${attested[0]?.digest ?? ''}`)) as {
    layers: { digest: string; annotations: Record<string, string> }[]
  }
  expect(attestations.layers.map(({ annotations }) => annotations['in-toto.io/predicate-type'])).toEqual([
    expect.stringContaining('provenance'),
  ])
  const provenance = JSON.stringify(await fetchFrom(tag, `blobs/${attestations.layers[0]?.digest ?? ''}`))
  expect(provenance).toContain('https://github.com/acme/shop/actions/runs/')
  // mode=max tells what was built with, and never a secret.
  expect(provenance).toContain('build-arg:BARE')
  expect(provenance).not.toContain('by--name')

  // The archive has the same image, compressed as its own output says.
  const archived = await readArchivedConfigs(workspace.path('out/image.tar'))
  expect(archived).toContain(pushed.configDigest)
  expect(result.report?.exported?.outputs).toMatchObject([
    { how: 'written', where: 'out/image.tar', checkedBy: 'config' },
    { how: 'pushed', where: tag, checkedBy: 'manifest' },
  ])

  // What the tests have built without the cache is not built again for the image.
  expect(outcomeOf(result.report?.steps.test ?? [], 'RUN --mount=type=secret,id=token')).toBe('done')
  expect(outcomeOf(result.report?.steps.image ?? [], 'RUN --mount=type=secret,id=token')).toBe('cached')

  const shown = result.stdout.replace(/^::add-mask::.*$/gm, '')
  const all = shown + result.stderr + JSON.stringify(result.report) + result.summary
  for (const secret of ['tok en', 'by--name', 'in-a-file', 't0ps3cret']) expect(all).not.toContain(secret)
})

test.each([
  { name: 'with its tags', tags: ['shop', 'alias'] },
  { name: 'without a name', tags: [] },
])('an image that nothing can hold back is in the engine with its build, $name', async ({ tags }) => {
  await using workspace = await scriptedWorkspace()
  const names = tags.map((tag) => `${tag}-${randomUUID().slice(0, 8)}:1`)
  const inputs = { tags: names.join('\n'), cache: 'off', baseline: 'off' }
  const { exitCode, outputs, report, log } = await runAction({ workspace, inputs })
  expect(exitCode).toBe(0)
  expect(log.groups.map(({ title }) => title)).toEqual([
    'Tests: docker buildx build --target test',
    'Collect the test results',
    'Image: docker buildx build, stage final',
  ])
  const checkedBy = names.length > 0 ? 'manifest' : 'build'
  expect(report?.exported?.outputs).toEqual([{ how: 'loaded', where: names.join(', '), checkedBy }])
  const { digest = '', metadata = '' } = outputs
  for (const name of [digest, ...names])
    expect(await docker('image', 'inspect', '--format', '{{.Id}}', name)).toBe(digest)
  expect(JSON.parse(metadata)).toMatchObject({
    'containerimage.digest': digest,
    'containerimage.descriptor': { digest },
    'containerimage.config.digest': outputs['imageid'],
  })
  // What docker saves of it has the measured manifest.
  const { stdout } = await run('sh', ['-c', `docker save "$0" | tar -t`, digest])
  expect(stdout).toContain(report?.image?.manifestDigest.replace(':', '/') ?? 'none')
})

test('a secret that a test prints is in no report', async () => {
  await using workspace = await scriptedWorkspace({
    dockerfile: `FROM mcr.microsoft.com/dotnet/runtime:10.0 AS test
COPY run-tests.sh /
RUN --mount=type=secret,id=token bash /run-tests.sh
FROM scratch AS final
COPY app.txt /
`,
    script:
      'echo "/src/App.cs(1,2): error CS1002: $(cat /run/secrets/token) expected [/src/App.csproj]"; exit 1',
  })
  const inputs = { secrets: 'token=hunter2-of-them', cache: 'off', baseline: 'off' }
  const result = await runAction({ workspace, inputs })
  expect(result.exitCode).toBe(1)
  expect(result.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('hunter2-of-them')
  const reports = [JSON.stringify(result.report), result.summary].join()
  expect(reports).toContain('***')
  expect(reports).not.toContain('hunter2-of-them')
})

test('delivers nothing while a budget is exceeded', async () => {
  await using engine = await useEngine()
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  const tags = `${engine.registry}/shop-${randomUUID().slice(0, 8)}:1`
  const outputs = 'type=registry\ntype=tar,dest=out/image.tar'
  const inputs = { tags, outputs, cache: 'off', baseline: 'off', 'max-size': '1 MB' }
  const result = await runAction({ workspace, inputs })
  expect(result).toMatchObject({ exitCode: 1, outputs: { budget: 'exceeded' } })
  await expect(findPushedImage(tags)).rejects.toThrow('404')
  await expect(readFile(workspace.path('out/image.tar'))).rejects.toThrow('ENOENT')
})

/** The digests of the configs in an OCI archive, read with tar alone. */
async function readArchivedConfigs(path: string): Promise<string[]> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse((await run('tar', ['--extract', '--to-stdout', '--file', path, name])).stdout) as unknown
  const follow = async (name: string): Promise<string[]> => {
    const json = (await read(name)) as { manifests?: { digest: string }[]; config?: { digest: string } }
    const nested = (json.manifests ?? []).map(({ digest }) => follow(`blobs/sha256/${digest.slice(7)}`))
    return [...(json.config ? [json.config.digest] : []), ...(await Promise.all(nested)).flat()]
  }
  return follow('index.json')
}

test('steps of a composite action, in a clone below the workspace, leave a report each, with files as the repository has them', async () => {
  const failed = threePassed.replace('Passed!  - Failed:     0', 'Failed!  - Failed:     1')
  await using workspace = await scriptedWorkspace({ script: `echo '${failed}'; exit 1` })
  await workspace.git('clone', '--quiet', '.', 'src')
  await workspace.git('-C', 'src', 'remote', 'set-url', 'origin', 'https://github.com/acme/shop')
  const temp = join(workspace.folder, 'temp')
  await mkdir(temp)
  const step = {
    workspace,
    inputs: { context: 'src', cache: 'off', baseline: 'off' },
    env: { RUNNER_TEMP: temp },
  }
  const [one, other] = [await runAction(step), await runAction(step)]
  expect(one.errors).toEqual([expect.objectContaining({ file: 'Dockerfile', line: 3 })])
  expect(one.summary).toMatch(/href="https:\/\/github.com\/acme\/shop\/blob\/[0-9a-f]{40}\/Dockerfile#L3"/)
  expect(one.outputs['report-json']).not.toBe(other.outputs['report-json'])
})
