import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startRegistry } from '../../scripts/machine/registry.mjs'
import { scriptedWorkspace } from './harness/recorded-tests.ts'
import { findPushedImage } from './harness/registry-client.ts'
import { runAction, type StepResult } from './harness/run-action.ts'
import { testFolder } from './harness/workspace.ts'

let registry: Awaited<ReturnType<typeof startRegistry>>

beforeAll(async () => {
  registry = await startRegistry()
})

afterAll(async () => {
  await registry.stop()
})

/** Runs a job that pushes, and changes a file of the image just before `times` of the pushes begin. */
async function changeBeforePush(times: number): Promise<StepResult & { tag: string }> {
  await using workspace = await scriptedWorkspace()
  const folder = await mkdtemp(join(testFolder(), 'other-image-'))
  const stub = `#!/bin/bash
real=$(PATH=\${PATH#*:} command -v docker)
count=$(ls '${folder}' | grep -c push)
case "$*" in *push=true*|*type=registry*) touch '${folder}'/push-$count; [ $count -ge ${Math.min(times, 9)} ] || echo more >> '${workspace.path('app.txt')}';; esac
exec "$real" "$@"
`
  await mkdir(join(folder, 'bin'))
  await writeFile(join(folder, 'bin', 'docker'), stub)
  await chmod(join(folder, 'bin', 'docker'), 0o755)
  const tag = `${registry.address}/shop-${randomUUID().slice(0, 8)}:1`
  const result = await runAction({
    workspace,
    env: { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
    inputs: { push: 'true', tags: tag, baseline: 'off' },
  })
  return { ...result, tag }
}

test('an image that changed before it was pushed is measured and pushed anew', async () => {
  const { tag, ...result } = await changeBeforePush(1)
  expect(result).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  const pushed = await findPushedImage(tag)
  expect(result.outputs).toMatchObject({
    digest: pushed.digest,
    imageid: pushed.configDigest,
    'compressed-bytes': String(pushed.compressedBytes),
  })
  expect(result.stdout).toContain('It is built and measured once more.')
})

test('one that changes again each time is an error, and no size of it is told as pushed', async () => {
  const result = await changeBeforePush(Infinity)
  expect(result).toMatchObject({
    exitCode: 1,
    errors: [{ title: 'Another image was delivered than the one that was measured' }],
    outputs: { digest: '' },
  })
})
