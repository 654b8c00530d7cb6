import { expect, test } from '@jest/globals'
import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { Docker } from '../../../src/docker/docker.ts'
import { Container, planStart } from '../../../src/smoke/container.ts'
import { makeTempFolder } from '../temp-folder.ts'

const start = { image: 'shop:1', name: 'own', port: undefined, network: undefined, words: [] }

test('starts with no more rights than an entry script needs, and nothing of the host', () => {
  expect(planStart({ ...start, port: 8080 }, '/tmp/env').join(' ')).toBe(
    'run --detach --pull never --name own --label dotnet-container=smoke-test --cap-drop ALL --cap-add CHOWN ' +
      '--cap-add DAC_OVERRIDE --cap-add FOWNER --cap-add KILL --cap-add NET_BIND_SERVICE --cap-add SETGID --cap-add SETUID ' +
      '--security-opt no-new-privileges --restart no --log-driver local --log-opt max-size=10m --log-opt max-file=2 ' +
      '--health-interval 1s --health-start-period 1ms --env-file /tmp/env --publish 127.0.0.1::8080 shop:1',
  )
})

test('publishes nothing where it shares a network with what asks it', () => {
  const args = planStart({ ...start, port: 8080, network: 'github_network' }, '/e')
  expect(args.slice(-3)).toEqual(['--network', 'github_network', 'shop:1'])
  expect(args).not.toContain('--publish')
})

test.each([
  { name: 'nothing', words: [], tail: ['--env-file', '/e', 'shop:1'] },
  {
    name: 'a command replaces the ENTRYPOINT',
    words: ['dotnet', 'x.dll', '-v'],
    tail: ['--entrypoint', 'dotnet', 'shop:1', 'x.dll', '-v'],
  },
  {
    name: 'options are arguments for it',
    words: ['--version', '-x'],
    tail: ['/e', 'shop:1', '--version', '-x'],
  },
])('$name', ({ words, tail }) => {
  expect(planStart({ ...start, words }, '/e').slice(-tail.length)).toEqual(tail)
})

test('puts the lines of both streams into the order in which they were written', async () => {
  await using folder = await makeTempFolder({
    docker: [
      '#!/bin/sh',
      'echo "2026-11-21T13:00:00.000000002Z two"',
      'echo "2026-11-21T13:00:00.000000004Z "',
      'printf "2026-11-21T13:00:00.000000001Z one\\rhalf\\n" >&2',
      'echo "2026-11-21T13:00:00.000000003Z   three" >&2',
      '',
    ].join('\n'),
  })
  await chmod(join(folder.path, 'docker'), 0o755)
  const container = new Container(new Docker(process.env, join(folder.path, 'docker')), 'own')
  expect(await container.logLines()).toEqual(['one', 'half', 'two', '  three', ''])
})
