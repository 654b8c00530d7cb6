import { expect, test } from '@jest/globals'
import { planBuildCommand, type BuildRequest } from '../../../../src/docker/build/build-request.ts'

const plain = { context: '/work', dockerfile: '/work/Dockerfile' }
const first = ['buildx', 'build', '--progress=rawjson']
const file = ['--file', '/work/Dockerfile']

test.each<{ name: string; request: Partial<BuildRequest>; args: string[]; env?: Record<string, string> }>([
  { name: 'the plainest build', request: {}, args: [...first, ...file, '/work'] },
  {
    name: 'a stage that is built to nothing',
    request: { target: 'test', outputs: ['type=cacheonly'] },
    args: [...first, ...file, '--target', 'test', '--output', 'type=cacheonly', '/work'],
  },
  {
    name: 'build arguments, in their order and as they are',
    request: {
      buildArgs: [
        ['B', 'x y'],
        ['A', '--push'],
        ['A', ''],
      ],
    },
    args: [
      ...first,
      ...file,
      '--build-arg',
      'B=x y',
      '--build-arg',
      'A=--push',
      '--build-arg',
      'A=',
      '/work',
    ],
  },
  {
    name: 'secrets, whose values go through the environment',
    request: {
      secrets: [
        ['token', 'hunter2'],
        ['key', 'line 1\nline 2'],
      ],
    },
    args: [
      ...first,
      ...file,
      '--secret',
      'id=token,env=BUILD_SECRET_0',
      '--secret',
      'id=key,env=BUILD_SECRET_1',
      '/work',
    ],
    env: { BUILD_SECRET_0: 'hunter2', BUILD_SECRET_1: 'line 1\nline 2' },
  },
  {
    name: 'what RUN instructions see beside the Dockerfile',
    request: {
      buildContexts: [['shared', '/a folder']],
      secretFiles: [['key', '/a,"b".pem']],
      ssh: ['default'],
      network: 'none',
      shmSize: '2g',
      ulimits: ['nofile=1:2'],
      addHosts: ['db:10.0.0.5'],
      allow: ['network.host'],
    },
    args: [
      ...first,
      ...file,
      ...['--secret', 'id=key,"src=/a,""b"".pem"'],
      ...['--build-context', 'shared=/a folder'],
      ...['--ssh', 'default'],
      ...['--network', 'none'],
      ...['--shm-size', '2g'],
      ...['--ulimit', 'nofile=1:2'],
      ...['--add-host', 'db:10.0.0.5'],
      ...['--allow', 'network.host'],
      '/work',
    ],
  },
  {
    name: 'what is said of the image',
    request: { labels: ['a=b, c'], annotations: ['index:a=1'], attests: ['type=provenance,mode=max'] },
    args: [
      ...first,
      ...file,
      ...['--label', 'a=b, c'],
      ...['--annotation', 'index:a=1'],
      ...['--attest', 'type=provenance,mode=max'],
      '/work',
    ],
  },
  {
    name: 'everything at once',
    request: {
      target: 'final',
      builder: 'big',
      tags: ['a:1', 'b:2'],
      pull: true,
      noCache: true,
      cacheFrom: ['type=gha'],
      cacheTo: ['type=gha,mode=max'],
      outputs: ['type=oci,tar=false,dest=/l', 'type=registry'],
      metadataFile: '/tmp/m.json',
    },
    args: [
      ...first,
      ...['--builder', 'big'],
      ...file,
      ...['--target', 'final'],
      ...['--tag', 'a:1', '--tag', 'b:2'],
      ...['--cache-from', 'type=gha'],
      ...['--cache-to', 'type=gha,mode=max'],
      ...['--output', 'type=oci,tar=false,dest=/l', '--output', 'type=registry'],
      ...['--metadata-file', '/tmp/m.json'],
      '--pull',
      '--no-cache',
      '/work',
    ],
  },
])('words $name', ({ request, args, env = {} }) => {
  expect(planBuildCommand({ ...plain, ...request })).toEqual({ args, env })
})
