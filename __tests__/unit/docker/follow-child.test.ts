import { expect, test } from '@jest/globals'
import { LineSplitter } from '../../../src/docker/follow-child.ts'

function split(chunks: (string | Buffer)[]): string[] {
  const lines: string[] = []
  const splitter = new LineSplitter((line) => lines.push(line))
  for (const chunk of chunks) splitter.push(Buffer.from(chunk))
  splitter.end()
  return lines
}

test.each<{ name: string; chunks: (string | Buffer)[]; lines: string[] }>([
  { name: 'nothing', chunks: [], lines: [] },
  { name: 'whole lines', chunks: ['a\nb\n'], lines: ['a', 'b'] },
  { name: 'a last line without an end', chunks: ['a\nb'], lines: ['a', 'b'] },
  { name: 'empty lines', chunks: ['\n\na\n\n'], lines: ['', '', 'a', ''] },
  { name: 'a line in many chunks', chunks: ['a', '', 'b', 'c\nd'], lines: ['abc', 'd'] },
  { name: 'line ends at the edges of chunks', chunks: ['a', '\n', '\nb\n', 'c'], lines: ['a', '', 'b', 'c'] },
  { name: 'Windows line ends, also when they are cut', chunks: ['a\r\nb\r', '\nc'], lines: ['a', 'b', 'c'] },
  { name: 'a CR inside of a line, which stays', chunks: ['10 %\r20 %\n'], lines: ['10 %\r20 %'] },
  {
    name: 'a character that is cut',
    chunks: [Buffer.from([0xc3]), Buffer.from([0xa4, 10])],
    lines: ['ä'],
  },
  { name: 'bytes that are no UTF-8', chunks: [Buffer.from([0x61, 0xff, 0x62, 10])], lines: ['a\uFFFDb'] },
  { name: 'NUL characters', chunks: ['a\0b\n'], lines: ['a\0b'] },
])('splits $name', ({ chunks, lines }) => {
  expect(split(chunks)).toEqual(lines)
})

test('the cut of the chunks does not matter', () => {
  const text = Buffer.from('erste Zeile äöü\r\n\nzweite 🐳 Zeile\nletzte')
  const whole = split([text])
  for (let size = 1; size < text.length; size++) {
    const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      text.subarray(index * size, (index + 1) * size),
    )
    expect(split(chunks)).toEqual(whole)
  }
})

test('a line that never ends is cut at 4 MiB, and the next one is whole', () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x')
  const lines = split([...Array.from({ length: 50 }, () => chunk), '\nnext\n'])
  expect(lines.map((line) => line.length)).toEqual([4 * 1024 * 1024, 4])
})
