import { expect, test } from '@jest/globals'
import { Problems } from '../../../src/shared/errors.ts'
import { parseImages } from '../../../src/matrix/parse-images.ts'

/** The images as plain objects, or the text of the error. */
function parsed(text: string): Record<string, string>[] | string {
  const problems = new Problems()
  const images = parseImages(text, problems)
  try {
    problems.throwIfAny()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return images.map((image) => Object.fromEntries(image))
}

const block = `
- context: src/Shop
  tags: |
    ghcr.io/acme/shop:1
    ghcr.io/acme/shop:latest
- context: src/Pay
`

const taken: [what: string, text: string, expected: Record<string, string>[]][] = [
  [
    'a YAML list',
    block,
    [
      { context: 'src/Shop', tags: 'ghcr.io/acme/shop:1\nghcr.io/acme/shop:latest\n' },
      { context: 'src/Pay' },
    ],
  ],
  [
    'a JSON list',
    '[{"context": "a", "push": true}, {"context": "b"}]',
    [{ context: 'a', push: 'true' }, { context: 'b' }],
  ],
  ['JSON with tabs', '[\n\t{\n\t\t"context": "a"\n\t}\n]', [{ context: 'a' }]],
  ['one image without a list', 'context: a', [{ context: 'a' }]],
  ['nothing: one image that says nothing', ' \n', [{}]],
  ['a version, which is no number', 'build-args: { VERSION: 1.20 }', [{ 'build-args': 'VERSION=1.20' }]],
  ['a list as lines', 'tags: [a:1, b:2]', [{ tags: 'a:1\nb:2' }]],
  [
    'lines that a list input would misread, quoted',
    'tags: ["#x", "a\\nb", "\\"c"]',
    [{ tags: '"#x"\n"a\nb"\n"""c"' }],
  ],
]

test.each(taken)('takes %s', (_, text, expected) => {
  expect(parsed(text)).toEqual(expected)
})

const refused: [what: string, text: string, expected: RegExp][] = [
  ['what is not YAML', '- a: [', /^images: this is neither YAML nor JSON: .* at line 1/],
  ['a key twice', 'a: 1\na: 2', /keys must be unique/],
  ['an empty list', '[]', /^images: the list is empty/],
  ['names alone', '- src/Shop', /^images, entry 1: an image is a mapping/],
  ['what is nested too deep', '- tags: [[a]]', /^images, entry 1: tags is nested too deep/],
  [
    'a bomb of aliases',
    `a: &a [x,x]\n${'bcdefghijk'
      .split('')
      .map((to, at) => `${to}: &${to} [${`*${'abcdefghij'.charAt(at)},`.repeat(9)}]`)
      .join('\n')}`,
    /neither YAML nor JSON|nested too deep/,
  ],
]

test.each(refused)('refuses %s', (_, text, expected) => {
  expect(parsed(text)).toMatch(expected)
})
