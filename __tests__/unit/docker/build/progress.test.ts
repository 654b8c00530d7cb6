import { expect, test } from '@jest/globals'
import { parseProgressLine, type ProgressEvent } from '../../../../src/docker/build/progress.ts'

test.each<{ name: string; line: string; events: ProgressEvent[] }>([
  { name: 'an empty line', line: '  ', events: [] },
  {
    name: 'a step that is announced',
    line: '{"vertexes":[{"digest":"sha256:1","inputs":["sha256:0"],"name":"[build 2/3] WORKDIR /src"}]}',
    events: [{ kind: 'vertex', vertex: { digest: 'sha256:1', name: '[build 2/3] WORKDIR /src' } }],
  },
  {
    name: 'a step that ended',
    line:
      '{"vertexes":[{"digest":"sha256:1","name":"x","started":"2026-11-21T08:07:17.25Z","completed":"2026-11-21T08:07:18Z",' +
      '"error":"process failed","progressGroup":{"id":"g"}}]}',
    events: [
      {
        kind: 'vertex',
        vertex: {
          digest: 'sha256:1',
          name: 'x',
          started: '2026-11-21T08:07:17.25Z',
          completed: '2026-11-21T08:07:18Z',
          error: 'process failed',
        },
      },
    ],
  },
  {
    name: 'a step from the cache, with null for what is not known',
    line: '{"vertexes":[{"digest":"sha256:1","name":"x","started":null,"completed":null,"cached":true}]}',
    events: [{ kind: 'vertex', vertex: { digest: 'sha256:1', name: 'x', cached: true } }],
  },
  {
    name: 'a step without a name',
    line: '{"vertexes":[{"digest":"sha256:1"}]}',
    events: [{ kind: 'vertex', vertex: { digest: 'sha256:1', name: '' } }],
  },
  {
    name: 'output, after the steps of the same line',
    line: '{"logs":[{"vertex":"sha256:1","stream":2,"data":"aGkK","timestamp":"t"}],"vertexes":[{"digest":"sha256:1","name":"x"}]}',
    events: [
      { kind: 'vertex', vertex: { digest: 'sha256:1', name: 'x' } },
      { kind: 'output', vertex: 'sha256:1', data: Buffer.from('hi\n') },
    ],
  },
  {
    name: 'output without data',
    line: '{"logs":[{"vertex":"sha256:1"}]}',
    events: [{ kind: 'output', vertex: 'sha256:1', data: Buffer.from('') }],
  },
  {
    name: 'progress of a download, which nobody needs',
    line: '{"statuses":[{"id":"a","vertex":"b","current":1}]}',
    events: [],
  },
  {
    name: 'what a check found in the Dockerfile',
    line: JSON.stringify({
      warnings: [
        {
          short: Buffer.from("FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 7)").toString(
            'base64',
          ),
          url: 'https://docs.docker.com/go/dockerfile/rule/from-as-casing/',
        },
        { short: Buffer.from('MaintainerDeprecated: Maintainer is deprecated (line 2)').toString('base64') },
      ],
    }),
    events: [
      {
        kind: 'check',
        finding: {
          rule: 'FromAsCasing',
          message: "'as' and 'FROM' keywords' casing do not match",
          url: 'https://docs.docker.com/go/dockerfile/rule/from-as-casing/',
          line: 7,
        },
      },
      {
        kind: 'check',
        finding: {
          rule: 'MaintainerDeprecated',
          message: 'Maintainer is deprecated',
          url: undefined,
          line: 2,
        },
      },
    ],
  },
  {
    name: 'a warning that is none of a check',
    line: JSON.stringify({ warnings: [{ short: Buffer.from('The cache is old').toString('base64') }, {}] }),
    events: [],
  },
  {
    name: 'how much of the build context was sent',
    line: '{"statuses":[{"id":"transferring context:","vertex":"b","current":1200,"total":0}]}',
    events: [{ kind: 'context', vertex: 'b', sentBytes: 1200 }],
  },
  { name: 'lists that are null', line: '{"vertexes":null,"logs":null}', events: [] },
  {
    name: 'an error of buildx in plain text',
    line: 'ERROR: failed to build: failed to solve: x',
    events: [{ kind: 'text', text: 'ERROR: failed to build: failed to solve: x' }],
  },
  {
    name: 'a line that was cut',
    line: '{"vertexes":[{"digest":"sha2',
    events: [{ kind: 'text', text: '{"vertexes":[{"digest":"sha2' }],
  },
  {
    name: 'two lines that ran into each other',
    line: '{"vertexes":[]}{"logs":[]}',
    events: [{ kind: 'text', text: '{"vertexes":[]}{"logs":[]}' }],
  },
  {
    name: 'JSON of another form',
    line: '{"vertexes":[{"digest":1}]}',
    events: [{ kind: 'text', text: '{"vertexes":[{"digest":1}]}' }],
  },
  {
    name: 'a time that is none, which is not known',
    line: '{"vertexes":[{"digest":"sha256:1","name":"x","started":"soon"}]}',
    events: [{ kind: 'vertex', vertex: { digest: 'sha256:1', name: 'x' } }],
  },
  {
    name: 'a number that is none',
    line: '{"statuses":[{"id":"transferring context:","vertex":"b","current":1e999}]}',
    events: [
      { kind: 'text', text: '{"statuses":[{"id":"transferring context:","vertex":"b","current":1e999}]}' },
    ],
  },
  { name: 'a number', line: '20', events: [{ kind: 'text', text: '20' }] },
  { name: 'null', line: 'null', events: [{ kind: 'text', text: 'null' }] },
])('reads $name', ({ line, events }) => {
  expect(parseProgressLine(line)).toEqual(events)
})

test('data that is no base64 gives what can be read, and no error', () => {
  expect(parseProgressLine('{"logs":[{"vertex":"a","data":"%%%%"}]}')).toEqual([
    { kind: 'output', vertex: 'a', data: Buffer.from('') },
  ])
})
