import { expect, test } from '@jest/globals'
import { plainText } from '../../../../src/shared/text.ts'
import { LiveLog } from '../../../../src/docker/build/live-log.ts'
import type { ProgressEvent, Vertex } from '../../../../src/docker/build/progress.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString()
const vertex = (digest: string, name: string, more: Partial<Vertex> = {}): ProgressEvent => ({
  kind: 'vertex',
  vertex: { digest, name, ...more },
})
const begin = (digest: string, name: string, seconds = 0) => vertex(digest, name, { started: at(seconds) })
const end = (digest: string, name: string, seconds: number, more: Partial<Vertex> = {}) =>
  vertex(digest, name, { started: at(0), completed: at(seconds), ...more })
const output = (digest: string, data: string | Buffer): ProgressEvent => ({
  kind: 'output',
  vertex: digest,
  data: Buffer.from(data),
})

/** What is printed, without colours, and what is handed on as output. */
function show(events: ProgressEvent[], { isQuiet = false, isHeld = false, shown = new Set<string>() } = {}) {
  const printed: string[] = []
  const outputs: [vertex: string, line: string][] = []
  const log = new LiveLog(
    { isQuiet, isHeld, shown },
    (line) => printed.push(plainText(line)),
    (digest, line) => outputs.push([digest, line]),
  )
  for (const event of events) log.show(event)
  log.end()
  return { printed, outputs, shown }
}

test('what an earlier build of the job has shown is not shown again when it is cached', () => {
  const first = show([begin('a', restore), end('a', restore, 2), end('b', copy, 0, { cached: true })])
  expect(first.printed.join('\n')).toContain('CACHED')
  const { shown } = first
  const own = '[publish 1/1] RUN dotnet publish'
  const again = [
    end('a2', restore, 0, { cached: true }),
    end('b2', copy, 0, { cached: true }),
    begin('c', own),
    end('c', own, 3),
  ]
  expect(show(again, { shown }).printed).toEqual([
    '[publish 1/1] RUN dotnet publish',
    '  done in 3.0 s',
    'CACHED: 2 steps from above',
  ])
  expect(show([begin('a', restore), end('a', restore, 2)], { shown }).printed).toContain(
    '[build 2/3] RUN dotnet restore',
  )
})

test('a build beside another one shows nothing of what that one has shown, unless it fails', () => {
  const { shown } = show([begin('a', restore), output('a', 'Restored\n'), end('a', restore, 2)])
  const own = '[publish 1/1] RUN dotnet publish'
  const same = [begin('a2', restore), output('a2', 'Restored\n'), end('a2', restore, 2)]
  const beside = show([...same, begin('c', own), end('c', own, 3)], { isHeld: true, shown })
  expect(beside.printed).toEqual([
    '[publish 1/1] RUN dotnet publish',
    '  done in 3.0 s',
    'CACHED: 1 step from above',
  ])
  expect(beside.outputs).toEqual([['a2', 'Restored']])
  expect(shown).not.toContain('publish 1/1 RUN dotnet publish')
  const failing = end('a2', restore, 2, { error: 'exit code: 1' })
  expect(show([begin('a2', restore), failing], { isHeld: true, shown }).printed).toEqual([
    '[build 2/3] RUN dotnet restore  failed after 2.0 s: exit code: 1',
  ])
})

test('says which step is at work while nothing is printed, by our own clock', () => {
  const printed: string[] = []
  const log = new LiveLog(
    { isQuiet: false, shown: new Set() },
    (line) => printed.push(plainText(line)),
    () => undefined,
  )
  log.remind(1_000)
  log.show(begin('a', restore, 500), 2_000)
  log.remind(32_000)
  log.show(begin('b', copy, 530), 33_000)
  log.remind(97_000)
  log.show(output('a', 'one\n'), 98_000)
  log.show(end('a', restore, 600), 99_000)
  log.remind(129_000)
  expect(printed).toEqual([
    'still waiting for the builder',
    '[build 2/3] RUN dotnet restore',
    '[build 2/3] RUN dotnet restore  still running after 30.0 s',
    '[final 2/2] COPY a b',
    '[build 2/3] RUN dotnet restore and 1 more  still running after 1 min 35 s',
    '[build 2/3] RUN dotnet restore',
    '  one',
    '  done in 10 min 00 s',
    '[final 2/2] COPY a b  still running after 1 min 36 s',
  ])
})

const restore = '[build 2/3] RUN dotnet restore'
const copy = '[final 2/2] COPY a b'

test.each<{ name: string; events: ProgressEvent[]; isQuiet?: boolean; printed: string[] }>([
  {
    name: 'a step with its output and its time',
    events: [begin('a', restore), output('a', 'one\ntwo\n'), end('a', restore, 2.5)],
    printed: ['[build 2/3] RUN dotnet restore', '  one', '  two', '  done in 2.5 s'],
  },
  {
    name: 'a step from the cache',
    events: [end('a', restore, 0, { cached: true })],
    printed: ['[build 2/3] RUN dotnet restore  CACHED'],
  },
  {
    name: 'a step that begins and then comes from the cache, once by its name',
    events: [begin('a', restore), end('a', restore, 0, { cached: true })],
    printed: ['[build 2/3] RUN dotnet restore', '  CACHED'],
  },
  {
    name: 'no step from the cache where that is not wanted',
    events: [end('a', restore, 0, { cached: true })],
    isQuiet: true,
    printed: [],
  },
  {
    name: 'a step that failed',
    events: [begin('a', restore), output('a', 'boom\n'), end('a', restore, 1, { error: 'exit code: 1' })],
    printed: ['[build 2/3] RUN dotnet restore', '  boom', '  failed after 1.0 s: exit code: 1'],
  },
  {
    name: 'steps that run side by side, each under its name',
    events: [
      begin('a', restore),
      output('a', 'a1\n'),
      begin('b', copy),
      output('a', 'a2\n'),
      output('b', 'b1\n'),
      end('a', restore, 2),
      end('b', copy, 3),
    ],
    printed: [
      '[build 2/3] RUN dotnet restore',
      '  a1',
      '[final 2/2] COPY a b',
      '[build 2/3] RUN dotnet restore',
      '  a2',
      '[final 2/2] COPY a b',
      '  b1',
      '[build 2/3] RUN dotnet restore  done in 2.0 s',
      '[final 2/2] COPY a b  done in 3.0 s',
    ],
  },
  {
    name: 'no FROM and no work of BuildKit’s own that was quick',
    events: [
      begin('f', '[build 1/3] FROM sdk'),
      end('f', '[build 1/3] FROM sdk', 0, { cached: true }),
      begin('i', '[internal] load build context'),
      end('i', '[internal] load build context', 0.4),
    ],
    printed: [],
  },
  {
    name: 'work of BuildKit’s own that took a while',
    events: [begin('i', 'exporting to image'), end('i', 'exporting to image', 12)],
    printed: ['exporting to image  done in 12.0 s'],
  },
  {
    name: 'a failure of BuildKit’s own work',
    events: [end('i', '[internal] load metadata', 0.1, { error: 'not found' })],
    printed: ['[internal] load metadata  failed after 0.1 s: not found'],
  },
  {
    name: 'output of BuildKit’s own work',
    events: [begin('i', 'importing cache'), output('i', 'hm\n')],
    printed: ['importing cache', '  hm'],
  },
  {
    name: 'an end only once',
    events: [begin('a', restore), end('a', restore, 2), end('a', restore, 2), begin('a', restore, 5)],
    printed: ['[build 2/3] RUN dotnet restore', '  done in 2.0 s'],
  },
  {
    name: 'words of buildx, after which a step is named again',
    events: [begin('a', restore), { kind: 'text', text: 'WARNING: x' }, output('a', 'one\n')],
    printed: ['[build 2/3] RUN dotnet restore', 'WARNING: x', '[build 2/3] RUN dotnet restore', '  one'],
  },
  {
    name: 'a long instruction on one line, cut',
    events: [begin('a', `[build 2/3] RUN a &&     b\n${'x'.repeat(400)}`)],
    printed: [`[build 2/3] RUN a && b ${'x'.repeat(289)}`],
  },
  { name: 'nothing of a step that nobody announced', events: [output('z', 'ghost\n')], printed: [] },
])('shows $name', ({ events, isQuiet = false, printed }) => {
  expect(show(events, { isQuiet }).printed).toEqual(printed)
})

test.each<{ name: string; data: (string | Buffer)[]; lines: string[] }>([
  { name: 'a line in pieces', data: ['on', 'e\ntw', 'o\n'], lines: ['one', 'two'] },
  { name: 'a last line without its end', data: ['one\ntwo'], lines: ['one', 'two'] },
  { name: 'a character in two pieces', data: [Buffer.from([0xc3]), Buffer.from([0xa4, 0x0a])], lines: ['ä'] },
  { name: 'Windows line ends, cut in the middle', data: ['one\r', '\ntwo\r\n'], lines: ['one', 'two'] },
  {
    name: 'a progress bar that goes back with CR',
    data: ['10 %\r', '20 %\r', '30 %\n'],
    lines: ['10 %', '20 %', '30 %'],
  },
  { name: 'a CR as the very last', data: ['one\r'], lines: ['one'] },
  { name: 'empty lines', data: ['\n\none\n'], lines: ['', '', 'one'] },
  {
    name: 'an endless line, cut',
    data: ['x'.repeat(70_000), 'y\nnext\n'],
    lines: [`${'x'.repeat(65_536)}y`, 'next'],
  },
])('hands on $name', ({ data, lines }) => {
  const events = [begin('a', restore), ...data.map((one) => output('a', one))]
  expect(show(events).outputs).toEqual(lines.map((line) => ['a', line]))
})

test('an endless line in many pieces does not fill the memory or the time', () => {
  const pieces = Array.from({ length: 2_000 }, () => output('a', 'x'.repeat(32 * 1024)))
  const { outputs } = show([begin('a', restore), ...pieces])
  expect(outputs.length).toBe(1)
  expect(outputs[0]?.[1].length).toBeLessThan(128 * 1024)
})
