import { expect } from '@jest/globals'

import { parseBuildError } from '../../src/docker/build/buildkit-words.ts'
import { LineSplitter } from '../../src/docker/follow-child.ts'
import { parseProgressLine } from '../../src/docker/build/progress.ts'
import { StepTracker } from '../../src/docker/build/steps.ts'
import { readCacheLog } from '../../src/store/cache-log.ts'
import { fuzz } from './fuzz.ts'
import { mutateJson } from './json.ts'
import { cutAnywhere, mutate, strangeText } from './mutate.ts'

const digest = `sha256:${'1'.repeat(64)}`
const at = (second: number) => `2026-11-21T12:00:${String(second).padStart(2, '0')}.5Z`
const lines: unknown[] = [
  {
    vertexes: [
      {
        digest,
        name: '[test 2/2] RUN dotnet test',
        started: at(1),
        completed: at(2),
        error: 'process "x" did not complete successfully: exit code: 1',
      },
    ],
  },
  {
    vertexes: [{ digest, name: '[linux/arm64 build 1/2] FROM x', cached: true }],
    statuses: null,
    logs: null,
  },
  { statuses: [{ id: 'transferring context:', vertex: digest, current: 5 }] },
  { logs: [{ vertex: digest, stream: 1, data: 'aGVsbG8K', timestamp: at(3) }] },
]

fuzz('lines of progress, cut anywhere, are events or text, and make steps', {
  rounds: 1500,
  make: (random) => {
    const line = () => (random.oneIn(3) ? strangeText(random) : mutateJson(random, random.pick(lines)))
    return Array.from({ length: 1 + random.below(6) }, () =>
      random.oneIn(3) ? mutate(random, line()) : line(),
    ).join('\n')
  },
  check: (text, random) => {
    const found: string[] = []
    const splitter = new LineSplitter((line) => found.push(line))
    for (const chunk of cutAnywhere(random, Buffer.from(text))) splitter.push(Buffer.from(chunk))
    splitter.end()
    expect(found.join('\n').replace(/\r/g, '')).toBe(
      Buffer.from(text).toString().replace(/\n$/, '').replace(/\r/g, ''),
    )
    const steps = new StepTracker()
    for (const event of found.flatMap(parseProgressLine)) steps.take(event)
    for (const { durationMs } of steps.steps()) expect(durationMs).toBeGreaterThanOrEqual(0)
  },
})

const errors = `Dockerfile:12
--------------------
  12 | >>> RUN dotnet test
--------------------
ERROR: failed to build: failed to solve: process "/bin/sh -c dotnet test" did not complete successfully: exit code: 1`

fuzz('the end of a failed build always says something', {
  rounds: 1000,
  make: (random) => mutate(random, errors).split('\n'),
  check: (text) => {
    const { message, line, exitCode } = parseBuildError(text)
    expect(message).not.toBe('')
    for (const number of [line, exitCode]) expect(number ?? 0).toBeGreaterThanOrEqual(0)
  },
})

const log = `Cache hit for restore-key: dotnet-container-1/a
::debug::Failed to reserve cache: Error: (409) already_exists
::warning::Failed to save: request to https://host/a?sig=secret failed, ECONNRESET
Cache save skipped: effective cache-mode 'read'`

fuzz('what the cache tells is cut and has no secrets', {
  rounds: 1000,
  make: (random) => mutate(random, log),
  check: (text) => {
    const { trouble = '' } = readCacheLog(text)
    expect(trouble.length).toBeLessThan(400)
  },
})
