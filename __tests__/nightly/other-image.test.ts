import { expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { docker } from '../e2e/harness/docker.ts'
import { useEngine, useRemoteBuilder, type EngineUnderTest } from '../e2e/harness/engines.ts'
import { dotnetDockerfile, scriptedWorkspace } from '../e2e/harness/recorded-tests.ts'
import { findPushedImage } from '../e2e/harness/registry-client.ts'
import { runAction, type StepResult } from '../e2e/harness/run-action.ts'
import { testFolder, type Workspace } from '../e2e/harness/workspace.ts'

/** A docker that changes a file of the image just before `times` of the builds that bring it out. */
async function changingDocker(workspace: Workspace, times: number): Promise<{ PATH: string }> {
  const folder = await mkdtemp(join(testFolder(), 'other-image-'))
  const stub = `#!/bin/bash
real=$(PATH=\${PATH#*:} command -v docker)
count=$(ls '${folder}' | grep -c sent)
case "$*" in *type=image*|*type=docker*) touch '${folder}'/sent-$count; [ $count -ge ${Math.min(times, 9)} ] || echo more >> '${workspace.path('app.txt')}';; esac
exec "$real" "$@"
`
  await mkdir(join(folder, 'bin'))
  await writeFile(join(folder, 'bin', 'docker'), stub)
  await chmod(join(folder, 'bin', 'docker'), 0o755)
  return { PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}` }
}

/** Pushes or loads an image, and then another one, of which a file changes as often before it is brought out. */
async function deliverTwice(
  { inputs, env }: EngineUnderTest,
  times: number,
  how: Record<string, string>,
): Promise<{ first: StepResult; second: StepResult }> {
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  // What a budget can hold back is no part of the build itself.
  const all = { ...inputs, ...how, baseline: 'off', cache: 'off', 'max-size': '10 GB' }
  const first = await runAction({ workspace, env, inputs: all })
  expect(first).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
  await workspace.write('app.txt', `another app ${randomUUID()}`)
  const stub = await changingDocker(workspace, times)
  return { first, second: await runAction({ workspace, env: { ...env, ...stub }, inputs: all }) }
}

const waiting = async (): Promise<string[]> =>
  (await docker('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}'))
    .split('\n')
    .filter((name) => name.endsWith(':waiting'))

const title = 'The builder gave another image than the measured one'

test.each([
  { driver: 'docker', use: useEngine },
  { driver: 'remote', use: useRemoteBuilder },
])(
  'by the driver $driver no tag of a registry ever stands for an image that was not measured',
  async ({ use }) => {
    await using engine = await use()
    const newTags = (): string[] => {
      const name = `${engine.registry}/shop-${randomUUID().slice(0, 8)}`
      return [`${name}:1`, `${name}:latest`, `${engine.registry}/shop-${randomUUID().slice(0, 8)}:1`]
    }
    const again = newTags()
    const changed = await deliverTwice(engine, 1, { push: 'true', tags: again.join('\n') })
    expect(changed.second).toMatchObject({ exitCode: 0, errors: [], warnings: [] })
    expect(changed.second.stdout).toContain('It is built and measured once more.')
    for (const tag of again) {
      const pushed = await findPushedImage(tag)
      expect(changed.second.outputs).toMatchObject({
        digest: pushed.digest,
        imageid: pushed.configDigest,
        'compressed-bytes': String(pushed.compressedBytes),
      })
    }
    expect(JSON.parse(changed.second.outputs['metadata'] ?? '')).toMatchObject({
      'containerimage.digest': changed.second.outputs['digest'],
      'image.name': again.join(','),
    })

    const never = newTags()
    const { first, second } = await deliverTwice(engine, Infinity, { push: 'true', tags: never.join('\n') })
    expect(second).toMatchObject({ exitCode: 1, errors: [{ title }], outputs: { digest: '' } })
    for (const tag of never) expect((await findPushedImage(tag)).digest).toBe(first.outputs['digest'])
    expect(await waiting()).toEqual([])
  },
)

test('a name in the engine stays where it was when the builder gives another image', async () => {
  await using engine = await useEngine()
  const name = `shop-${randomUUID().slice(0, 8)}:1`
  const { first, second } = await deliverTwice(engine, Infinity, { load: 'true', tags: name })
  expect(second).toMatchObject({ exitCode: 1, errors: [{ title }] })
  expect(await docker('image', 'inspect', '--format', '{{.Id}}', name)).toBe(first.outputs['digest'])
  expect(await waiting()).toEqual([])
})
