import { cutAnywhere } from './mutate.ts'
import type { Random } from './random.ts'

const names = [
  'a',
  'b',
  'TestRun',
  'UnitTestResult',
  't:Results',
  'x.y-z',
  '_1',
  'é',
  'Größe',
  '名',
  '𠀀',
  'a:b:c',
]
const texts = [
  'x',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  ']]>',
  ']',
  '>',
  '"',
  "'",
  'é',
  '😀',
  '\u0001',
  '\x1b[31m',
  'long '.repeat(40),
  '--',
  '?>',
  '/>',
  '=',
]
const references = [
  '&amp;',
  '&lt;',
  '&gt;',
  '&quot;',
  '&apos;',
  '&#10;',
  '&#13;',
  '&#9;',
  '&#x41;',
  '&#X41;',
  '&#x1F600;',
  '&#0;',
  '&#x1b;',
  '&#xD800;',
  '&#x110000;',
  '&#;',
  '&#x;',
  '&#1a;',
  '&#99999999999;',
]
const spaces = [' ', '\n', '\t', '\r\n', '   ']

/** A well-formed document of up to some hundred elements. */
export function makeXml(random: Random): string {
  const start = random.pick([
    '',
    '<?xml version="1.0"?>',
    '<?xml version="1.0" encoding="utf-8"?>\r\n',
    '\n',
    '\ufeff',
  ])
  const around = () => random.some(2, () => random.pick(['\n', ' ', '<!-- c -->', '<?pi x?>'])).join('')
  return start + around() + element(random, 0) + around()
}

function element(random: Random, depth: number): string {
  const name = random.pick(names)
  const space = () => random.pick(spaces)
  const attributes = new Set(random.some(6, () => random.pick(names)))
  const tag = [...attributes].map((key) => `${space()}${key}${attribute(random)}`).join('')
  const gap = random.oneIn(4) ? space() : ''
  if (random.oneIn(4)) return `<${name}${tag}${gap}/>`
  const parts = random.some(depth > 6 ? 1 : 5, () => content(random, depth))
  return `<${name}${tag}${gap}>${parts.join('')}</${name}${gap}>`
}

function attribute(random: Random): string {
  const quote = random.pick(['"', "'"])
  const equals = random.oneIn(5) ? ' =\n ' : '='
  const value = random.some(6, () => random.pick([...texts, ...references])).join('')
  return `${equals}${quote}${value.replaceAll(quote, '')}${quote}`
}

function content(random: Random, depth: number): string {
  switch (random.below(depth > 6 ? 5 : 8)) {
    case 0:
      return random.pick(references)
    case 1:
      return `<![CDATA[${random
        .some(4, () => random.pick(['<', '&', ']', ']]', 'x', '\r', '>']))
        .join('')
        .replaceAll(']]>', '')}]]>`
    case 2:
      return `<!--${random.some(4, () => random.pick(['x', '<', '&', ' - ', '>', ']]>'])).join('')}-->`
    case 3:
      return `<?x ${random
        .some(4, () => random.pick(['x', '<', '?', '&', '> ']))
        .join('')
        .replaceAll('?>', '')}?>`
    case 4:
      return random.some(4, () => random.pick(texts)).join('')
    default:
      return element(random, depth + 1)
  }
}

/** Bytes of a text as a stream, in chunks that are cut anywhere. */
export async function* inChunks(random: Random, bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (const chunk of cutAnywhere(random, bytes)) yield await Promise.resolve(chunk)
}
