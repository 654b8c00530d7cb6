import { expect, test } from '@jest/globals'
import { findRemovedLater } from '../../../../src/measure/advice/rules/removed-later.ts'
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

test('of what a COPY brings it says how to mount it instead', () => {
  const sources: SomeLayer = { line: 3, files: { 'tmp/src/big.bin': 4_000_000 } }
  const [advice] = findRemovedLater(someFacts({ dockerfile, layers: [sources, removal] }))
  expect(advice?.fix).toMatch(/^Line 3 copies them: .* --mount=type=bind,from=build,source=…,target=…\.$/)
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
