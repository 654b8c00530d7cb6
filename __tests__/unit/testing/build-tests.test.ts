import { expect, test } from '@jest/globals'
import { chmod } from 'node:fs/promises'
import { HeldLog } from '../../../src/shared/log.ts'
import { Docker } from '../../../src/docker/docker.ts'
import type { InstrumentedDockerfile } from '../../../src/plan/instrument/instrument.ts'
import { buildTests } from '../../../src/testing/build-tests.ts'
import { makeTempFolder } from '../temp-folder.ts'

const request = { context: '/app', dockerfile: '/app/Dockerfile' }

/** What BuildKit tells of the RUN of such a number: that it began, printed or ended. */
function tells(run: number, what: 'begins' | 'prints' | 'ends'): string {
  const digest = `sha256:${run}`
  const name = `[test ${run + 1}/2] RUN --mount=type=secret,id=dotnet-container-run-${run}-job dotnet test`
  const started = '2026-11-29T10:00:00Z'
  if (what === 'prints') {
    const data = Buffer.from('Determining projects to restore...\n').toString('base64')
    return JSON.stringify({ logs: [{ vertex: digest, timestamp: started, stream: 1, data }] })
  }
  const vertex = { digest, name, started, ...(what === 'ends' && { completed: '2026-11-29T10:00:02Z' }) }
  return JSON.stringify({ vertexes: [vertex] })
}

/** How often all places of results were held when the builder had told so much. */
async function countHeld(lines: readonly string[], mayBeCached: boolean): Promise<number> {
  await using folder = await makeTempFolder({ progress: `${lines.join('\n')}\n` })
  await chmod(await folder.write('docker', `#!/bin/sh\ncat ${folder.path}/progress >&2\n`), 0o755)
  const docker = new Docker({ PATH: process.env['PATH'] }, `${folder.path}/docker`)
  const instrumented = {
    testRuns: [{}, {}],
    targets: [{ target: 'test', label: 'test' }],
    place: { placeId: 'place', mayBeCached },
  } as unknown as InstrumentedDockerfile
  let held = 0
  await buildTests(
    { docker, log: new HeldLog() },
    { testCache: mayBeCached, testTimeoutMs: undefined },
    instrumented,
    request,
    { begin: () => undefined, stop: () => undefined },
    () => (held += 1),
  )
  return held
}

const first = [tells(0, 'begins'), tells(0, 'prints'), tells(0, 'prints')]

test.each([
  { name: 'one RUN has not begun', lines: [...first, tells(0, 'ends')], own: 0, shared: 0 },
  {
    name: 'the last RUN has begun and printed nothing',
    lines: [...first, tells(0, 'ends'), tells(1, 'begins')],
    ...{ own: 0, shared: 0 },
  },
  {
    name: 'the last RUN prints',
    lines: [...first, tells(0, 'ends'), tells(1, 'begins'), tells(1, 'prints')],
    ...{ own: 1, shared: 0 },
  },
  {
    name: 'both print at the same time',
    lines: [...first, tells(1, 'begins'), tells(1, 'prints'), tells(1, 'prints')],
    ...{ own: 1, shared: 0 },
  },
  {
    name: 'both have ended, one of them without a word',
    lines: [...first, tells(0, 'ends'), tells(1, 'begins'), tells(1, 'ends')],
    ...{ own: 1, shared: 1 },
  },
])('results are waited for where each RUN holds its place: $name', async ({ lines, own, shared }) => {
  expect(await countHeld(lines, false)).toBe(own)
  expect(await countHeld(lines, true)).toBe(shared)
})
