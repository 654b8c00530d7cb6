import { expect, test } from '@jest/globals'
import { chmod } from 'node:fs/promises'
import { prepareAhead, type AheadBuild } from '../../../src/build/build-ahead.ts'
import { HeldLog } from '../../../src/build/held-log.ts'
import type { Step } from '../../../src/docker/build/build-result.ts'
import { toBuildRequest } from '../../../src/docker/build/build-request.ts'
import { Docker } from '../../../src/docker/docker.ts'
import { makeTempFolder } from '../temp-folder.ts'

const image = toBuildRequest({ context: '/app', dockerfile: '/app/Dockerfile', target: 'final' })
const [began, ended] = ['2026-11-29T10:00:00Z', '2026-11-29T10:00:02Z']

/** What is known of an instruction in a build. */
const step = (stage: string, position: string, outcome: Step['outcome'], platform?: string): Step => ({
  ...{ stage, position, platform, name: 'RUN it', outcome, durationMs: 0, error: undefined },
  ...{ sentBytes: undefined, receivedBytes: undefined },
})

/** What the report has of the steps of a build while the tests ran and of the one after them, and what became of the writing of the cache. */
async function stepsOf(
  ahead: string[],
  after: Step[],
  then: (build: AheadBuild) => Promise<unknown> = () => Promise.resolve(),
): Promise<{ steps: Step[]; writes: string[] }> {
  const vertexes = ahead.map((name, index) => ({
    ...{ digest: `sha256:${index}`, name, started: began, completed: ended },
  }))
  await using folder = await makeTempFolder({ progress: `${JSON.stringify({ vertexes })}\n` })
  await chmod(await folder.write('docker', `#!/bin/sh\ncat '${folder.path}/progress' >&2\n`), 0o755)
  const tools = {
    docker: new Docker({ PATH: process.env['PATH'] }, `${folder.path}/docker`),
    log: new HeldLog(),
  }
  const job = { parallelBuild: { kind: 'parallel' }, builds: { image } } as never
  const writes: string[] = []
  const writing = {
    beginImage: () => void writes.push('begun'),
    stop: () => Promise.resolve(void writes.push('stopped')),
  }
  await using build = prepareAhead(tools, job, { final: { stage: 'final' } } as never, writing)
  build.begin()
  const steps = await build.addTo(after)
  await then(build)
  return { steps, writes }
}

test('a step that the build after the tests does not tell stands as it was while they ran', async () => {
  const ahead = ['[build 1/2] RUN it', '[build 2/2] RUN it', '[publish 1/1] RUN it']
  const { steps, writes } = await stepsOf(ahead, [
    step('build', '2/2', 'cached'),
    step('final', '1/1', 'done'),
  ])
  expect(
    steps.map(({ stage, position, outcome, durationMs }) => [stage, position, outcome, durationMs]),
  ).toEqual([
    ['build', '1/2', 'done', 2000],
    ['build', '2/2', 'done', 2000],
    ['publish', '1/1', 'done', 2000],
    ['final', '1/1', 'done', 0],
  ])
  expect(writes).toEqual(['begun'])
})

test('a step of two platforms stands for each of them', async () => {
  const platforms = ['linux/amd64', 'linux/arm64']
  const ahead = platforms.map((platform) => `[${platform} publish 1/1] RUN it`)
  const { steps } = await stepsOf(
    ahead,
    platforms.map((platform) => step('publish', '1/1', 'cached', platform)),
  )
  expect(steps.map(({ platform, outcome }) => [platform, outcome])).toEqual(
    platforms.map((platform) => [platform, 'done']),
  )
})

test.each([
  {
    name: 'asked what gave out, the writing goes on',
    then: (build: AheadBuild) => build.findShortage(),
    writes: ['begun'],
  },
  {
    name: 'when the tests need all there is, it stops',
    then: (build: AheadBuild) => build.end(),
    writes: ['begun', 'stopped'],
  },
])('of a build that has ended: $name', async ({ then, writes }) => {
  expect(await stepsOf(['[publish 1/1] RUN it'], [], then)).toMatchObject({ writes })
})
