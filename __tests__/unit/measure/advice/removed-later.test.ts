import { expect, test } from '@jest/globals'
import { findRemovedLater } from '../../../../src/measure/advice/rules/steps/removed-later.ts'
import { someFacts, type SomeLayer } from './an-image.ts'

const dockerfile = [
  'FROM debian AS build',
  'FROM debian',
  'COPY --from=build /src /tmp/src',
  'RUN --network=default curl -o /tmp/tool.tar.gz https://x.y/tool && tar -xf /tmp/tool.tar.gz -C /opt',
  'RUN rm -rf /tmp/src /tmp/tool.tar.gz',
].join('\n')
const tool: SomeLayer = { line: 4, files: { 'tmp/tool.tar.gz': 8_000_000, 'opt/tool': 9_000_000 } }
const removal: SomeLayer = { line: 5, removed: ['tmp/src', 'tmp/tool.tar.gz'] }

test('tells of files that a later line removes, and writes both RUNs as one', () => {
  const sources: SomeLayer = { line: 3, files: { 'tmp/src/a.cs': 4_000 } }
  expect(findRemovedLater(someFacts({ dockerfile, layers: [sources, tool, removal] }))).toEqual([
    {
      id: 'removed-later',
      title: '8.00 MB (about 4.00 MB compressed) of line 4 are removed by line 5, and are still pulled.',
      uncompressedBytes: 8_004_000,
      compressedBytes: 4_002_000,
      evidence: ['tmp/tool.tar.gz (8.00 MB)', 'tmp/src/a.cs (4.00 kB)'],
      place: { file: 'Dockerfile', line: 4 },
      fix: [
        'In place of lines 4 to 5:',
        'RUN --network=default curl -o /tmp/tool.tar.gz https://x.y/tool && tar -xf /tmp/tool.tar.gz -C /opt \\',
        '    && rm -rf /tmp/src /tmp/tool.tar.gz',
      ].join('\n'),
      link: 'https://docs.docker.com/build/building/best-practices/#run',
    },
  ])
})

const fixOf = (lines: string[], layers: SomeLayer[]): string | undefined =>
  findRemovedLater(someFacts({ dockerfile: lines.join('\n'), layers }))[0]?.fix

test('what a COPY brings for a RUN alone is mounted there instead', () => {
  const lines = [
    'FROM debian',
    'WORKDIR /tmp',
    'COPY ./tool.deb .',
    'RUN \\',
    '  # first',
    '  apt-get install -y ./tool.deb',
  ]
  const remover = 'RUN rm -f tool.deb && rm -rf /var/lib/apt'
  const layers = (line: number): SomeLayer[] => [
    { line: 3, files: { 'tmp/tool.deb': 4_000_000 } },
    { line, removed: ['tmp/tool.deb'] },
  ]
  const mount = '--mount=type=bind,source=tool.deb,target=/tmp/tool.deb'
  expect(fixOf([...lines, remover], layers(7))).toBe(
    [
      'Take line 3 out.',
      `In place of lines 4 to 6:\nRUN ${mount} \\\n  # first\n  apt-get install -y ./tool.deb`,
      'In place of line 7:\nRUN rm -rf /var/lib/apt',
    ].join('\n\n'),
  )
  expect(fixOf([...lines.slice(0, 3), 'RUN dpkg -i /tmp/tool.deb && rm /tmp/tool.deb'], layers(4))).toBe(
    `Take line 3 out.\n\nIn place of line 4:\nRUN ${mount} dpkg -i /tmp/tool.deb`,
  )
  for (const hidden of [
    'RUN dpkg -i tool.deb; rm *',
    'RUN dpkg -i tool.deb && rm -rf /tmp/*',
    'RUN ["rm", "tool.deb"]',
  ])
    expect(fixOf([...lines.slice(0, 3), hidden], layers(4))).toBe('Line 3 copies them: leave them out there.')
})

test('what is moved is copied out of the mount, and what is changed in its place is not mounted', () => {
  const fixFor = (copy: string, ...runs: string[]): string | undefined =>
    fixOf(
      ['FROM debian', copy, ...runs],
      [
        { line: 2, files: { 'tmp/tool': 4_000_000 } },
        { line: 2 + runs.length, removed: ['tmp/tool'] },
      ],
    )
  const mount = '--mount=type=bind,source=tool,target=/tmp/tool'
  const copy = 'COPY tool /tmp/'
  expect(fixFor(copy, 'RUN mv -f /tmp/tool /opt/ && chmod +x /opt/run')).toBe(
    `Take line 2 out.\n\nIn place of line 3:\nRUN ${mount} cp -a /tmp/tool /opt/ && chmod +x /opt/run`,
  )
  const leftOut = 'Line 2 copies them: leave them out there.'
  expect(fixFor(copy, 'RUN chmod +x /tmp/tool && /tmp/tool && rm /tmp/tool')).toBe(leftOut)
  expect(fixFor(copy, 'RUN touch /x && gunzip /tmp/tool', 'RUN rm /tmp/tool')).toBe(leftOut)
  expect(fixFor('COPY --chmod=755 tool /tmp/', 'RUN /tmp/tool && rm /tmp/tool')).toBe(leftOut)
})

test('what is removed of a folder that a COPY brings from a stage is removed there', () => {
  const lines = [
    'FROM sdk AS build',
    'RUN make',
    'FROM debian',
    'COPY --from=build /out /app',
    'RUN rm -rf /app/doc /app/*.pdb && chmod +x /app/x',
  ]
  const layers: SomeLayer[] = [
    { line: 4, files: { 'app/doc/a': 4_000_000, 'app/x': 7 } },
    { line: 5, removed: ['app/doc'] },
  ]
  const fix =
    'Remove them in the stage that they come from.\n\nBelow line 2:\nRUN rm -rf /out/doc /out/*.pdb\n\nIn place of line 5:\nRUN chmod +x /app/x'
  expect(fixOf(lines, layers)).toBe(fix)
  // Another image has the same files.
  expect(fixOf([...lines, 'FROM debian', 'COPY --from=build /out /'], layers)).not.toBe(fix)
})

test.each<{ name: string; lines: string[]; joined: string[] }>([
  {
    name: 'what would count for the other commands, too, apart',
    lines: ['RUN cd /tmp; get x', 'RUN a || b', 'RUN rm /tmp/x'],
    joined: ['RUN ( cd /tmp; get x ) \\', '    && ( a || b ) \\', '    && rm /tmp/x'],
  },
  {
    name: 'comments and line ends',
    lines: ['RUN get /tmp/x \\', '  # twice', '  && get y', '# then', '', 'run rm \\', '  /tmp/x'],
    joined: ['RUN get /tmp/x \\', '  # twice', '  && get y \\', '# then', '    && rm \\', '  /tmp/x'],
  },
])('joins RUNs and keeps $name', ({ lines, joined }) => {
  const all = ['FROM debian', ...lines]
  const last = all.findLastIndex((line) => /^run/i.test(line)) + 1
  const layers = [
    { line: 2, files: { 'tmp/x': 4_000_000 } },
    { line: last, removed: ['tmp/x'] },
  ]
  expect(fixOf(all, layers)).toBe(`In place of lines 2 to ${all.length}:\n${joined.join('\n')}`)
})

test('joins with the escape character of the Dockerfile', () => {
  const layers = [
    { line: 3, files: { 'tmp/x': 4_000_000 } },
    { line: 4, removed: ['tmp/x'] },
  ]
  expect(fixOf(['# escape=`', 'FROM debian', 'RUN get /tmp/x', 'RUN rm /tmp/x'], layers)).toBe(
    'In place of lines 3 to 4:\nRUN get /tmp/x `\n    && rm /tmp/x',
  )
})

test.each<{ name: string; layers: SomeLayer[]; base?: SomeLayer[] }>([
  {
    name: 'files that a later line replaces',
    layers: [tool, { line: 5, files: { 'tmp/tool.tar.gz': 1, 'opt/tool': 1 } }],
  },
  { name: 'files of the base image', base: [tool], layers: [removal] },
  { name: 'little', layers: [{ line: 4, files: { 'tmp/tool.tar.gz': 90_000 } }, removal] },
  {
    name: 'package lists, which a rule of their own tells',
    layers: [
      { line: 4, files: { 'var/lib/apt/lists/main': 20_000_000 } },
      { line: 5, removed: ['var/lib/apt/lists/main'] },
    ],
  },
])('says nothing of $name', ({ layers, base }) => {
  expect(findRemovedLater(someFacts({ dockerfile, layers, ...(base && { base }) }))).toEqual([])
})
