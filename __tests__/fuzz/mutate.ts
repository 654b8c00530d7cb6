import type { Random } from './random.ts'

const snippets = [
  ...[
    '',
    '\0',
    '\u0001',
    '\x1b[0m',
    '\ufeff',
    '\ufffd',
    '\u00a0',
    '\u2028',
    '😀',
    'é',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
  ],
  ...[
    '<',
    '>',
    '&',
    ';',
    '"',
    "'",
    '`',
    '=',
    ':',
    ',',
    '/',
    '\\',
    '..',
    '../',
    '-',
    '--',
    '#',
    '%',
    '$',
    '|',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[
    '0',
    '-1',
    '1e999',
    '99999999999999999999',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
    '""',
    '__proto__',
    'constructor',
  ],
  ...[
    '&#65;',
    '&#0;',
    '&amp;',
    '&x;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<!DOCTYPE',
    '</',
    '/>',
    '<a>',
    '<<EOF',
  ],
]

/** The text with a few pieces of it gone, doubled, swapped, cut, or with something strange in between. */
export function mutate(random: Random, text: string, times = 4): string {
  let mutated = text
  for (let time = random.below(times) + 1; time > 0; time -= 1) mutated = mutateOnce(random, mutated)
  return mutated
}

function mutateOnce(random: Random, text: string): string {
  const start = random.below(text.length + 1)
  const end = Math.min(
    text.length,
    start + (random.oneIn(4) ? random.below(text.length + 1) : random.below(12)),
  )
  const part = text.slice(start, end)
  switch (random.below(6)) {
    case 0:
      return text.slice(0, start) + text.slice(end)
    case 1:
      return text.slice(0, end) + part + text.slice(end)
    case 2:
      return text.slice(0, start) + random.pick(snippets) + text.slice(end)
    case 3:
      return text.slice(0, start) + random.pick(snippets) + text.slice(start)
    case 4:
      return text.slice(0, start)
    default:
      return text.slice(0, start) + part.repeat(random.below(part.length > 50 ? 2 : 20)) + text.slice(end)
  }
}

/** A piece of text as people and machines write it, with something strange at times. */
export function strangeText(random: Random, limit = 8): string {
  return random.some(limit, () => (random.oneIn(3) ? random.pick(snippets) : random.pick(words))).join('')
}

const words = ['a', 'Shop', 'test', ' ', '1.0.0', 'net10.0', 'src', 'x_y', 'B', '12']

/** The parts of a text or of bytes, cut anywhere. */
export function cutAnywhere<T extends string | Uint8Array>(random: Random, whole: T): T[] {
  const parts: T[] = []
  const most = random.pick([1, 2, 7, 100, 5000])
  for (let start = 0; start < whole.length;) {
    const end = start + 1 + random.below(most)
    parts.push(whole.slice(start, end) as T)
    start = end
  }
  return parts
}

/** The text with U+FFFD for halves of surrogate pairs, as decoding bytes gives it. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}
