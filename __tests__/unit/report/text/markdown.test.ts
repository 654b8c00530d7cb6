import { cutText } from '../../../../src/shared/text.ts'
import { expect, test } from '@jest/globals'
import {
  code,
  codeBlock,
  details,
  linkPlace,
  table,
  text,
  withWholeNumbers,
} from '../../../../src/report/text/markdown.ts'

const zero = '\u200b'

// GitHub's own renderer (cmark-gfm 0.29.0.gfm.6, all extensions) makes nothing but text of each of these.
test.each([
  { name: 'plain words', hostile: 'Adds up', inCode: '<code>Adds up</code>', asText: 'Adds up' },
  {
    name: 'a mention',
    hostile: '@octocat @acme/team',
    inCode: '<code>&#64;<!-- -->octocat &#64;<!-- -->acme/team</code>',
    asText: `&#64;${zero}octocat &#64;${zero}acme/team`,
  },
  {
    name: 'a mail address',
    hostile: 'a.b@c-d.co.uk',
    inCode: '<code>a.b&#64;<!-- -->c-d.co.uk</code>',
    asText: `a.b&#64;${zero}c-d.co.uk`,
  },
  {
    name: 'references to issues',
    hostile: '#12 acme/shop#3 GH-12 gh-7',
    inCode: '<code>&#35;12 acme/shop&#35;3 GH-12 gh-7</code>',
    asText: `&#35;${zero}12 acme/shop&#35;${zero}3 G${zero}H-12 g${zero}h-7`,
  },
  {
    name: 'links that make themselves',
    hostile: 'http://x.y https://x.y www.x.y ftp://x WWW.X.Y',
    inCode: '<code>http&#58;//x.y https&#58;//x.y www&#46;x.y ftp&#58;//x WWW&#46;X.Y</code>',
    asText: 'http&#58;//x.y https&#58;//x.y www&#46;x.y ftp&#58;//x WWW&#46;X.Y',
  },
  {
    name: 'links and images',
    hostile: '[a](b) ![c](d) <http://e>',
    inCode: '<code>&#91;a&#93;(b) !&#91;c&#93;(d) &#60;http&#58;//e&#62;</code>',
    asText: '&#91;a&#93;(b) !&#91;c&#93;(d) &#60;http&#58;//e&#62;',
  },
  {
    name: 'HTML',
    hostile: '</code><img src=x onerror="a()"><!-- -->',
    inCode: '<code>&#60;/code&#62;&#60;img src=x onerror=&#34;a()&#34;&#62;&#60;!-- --&#62;</code>',
    asText: '&#60;/code&#62;&#60;img src=x onerror=&#34;a()&#34;&#62;&#60;!-- --&#62;',
  },
  {
    name: 'entities',
    hostile: '&lt;b&gt; &amp; &#x40;',
    inCode: '<code>&#38;lt;b&#38;gt; &#38;amp; &#38;&#35;x40;</code>',
    asText: `&#38;lt;b&#38;gt; &#38;amp; &#38;&#35;${zero}x40;`,
  },
  {
    name: 'emphasis and strikes',
    hostile: '*a* __b__ ~~c~~',
    inCode: '<code>&#42;a&#42; &#95;&#95;b&#95;&#95; &#126;&#126;c&#126;&#126;</code>',
    asText: '&#42;a&#42; &#95;&#95;b&#95;&#95; &#126;&#126;c&#126;&#126;',
  },
  {
    name: 'backticks',
    hostile: '`a` ```',
    inCode: '<code>&#96;a&#96; &#96;&#96;&#96;</code>',
    asText: '&#96;a&#96; &#96;&#96;&#96;',
  },
  {
    name: 'pipes',
    hostile: 'a | b \\| c',
    inCode: '<code>a &#124; b &#92;&#124; c</code>',
    asText: 'a &#124; b &#92;&#124; c',
  },
  {
    name: 'formulas',
    hostile: '$a$ $$b$$',
    inCode: '<code>&#36;a&#36; &#36;&#36;b&#36;&#36;</code>',
    asText: '&#36;a&#36; &#36;&#36;b&#36;&#36;',
  },
  {
    name: 'emoji by name',
    hostile: ':tada: Cart.cs:100:5',
    inCode: '<code>:tada: Cart.cs:100:5</code>',
    asText: `:${zero}tada: Cart.cs:${zero}100:5`,
  },
  {
    name: 'line ends',
    hostile: 'a\n\n# b\r\n> c\t- d',
    inCode: '<code>a &#35; b &#62; c - d</code>',
    asText: `a &#35;${zero} b &#62; c - d`,
  },
  {
    name: 'signs that turn the direction of text',
    hostile: 'a\u202eb\u2066c\u200fd',
    inCode: '<code>abcd</code>',
    asText: 'abcd',
  },
  { name: 'colours and controls', hostile: '\x1b[31ma\0b\x1b[0m', inCode: '<code>ab</code>', asText: 'ab' },
  { name: 'spaces alone', hostile: ' \t ', inCode: '', asText: '' },
])('$name can not do anything', ({ hostile, inCode, asText }) => {
  expect({ inCode: code(hostile), asText: text(hostile) }).toEqual({ inCode, asText })
})

test('no character that means something is left as it is', () => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
  const left = (markdown: string) =>
    markdown.replace(/<!-- -->|<\/?code>|&#\d+;|\u200b/g, '').replace(/[\w ]/g, '')
  expect({ inCode: left(code(ascii)), asText: left(text(ascii)) }).toEqual({
    inCode: '!%()+,-./:;=?^{}',
    asText: '!%()+,-./:;=?^{}',
  })
})

test('long names are cut, and a sign says so', () => {
  expect(code('x'.repeat(100_000))).toBe(`<code>${'x'.repeat(299)}…</code>`)
  expect(text('x'.repeat(100_000))).toBe(`${'x'.repeat(1_999)}…`)
})

test.each([
  { name: 'nothing to cut', content: 'abc', maxLength: 3, shown: 'abc' },
  { name: 'one too many', content: 'abcd', maxLength: 3, shown: 'ab…' },
  { name: 'a character of two units at the edge', content: 'a🐳bcd', maxLength: 3, shown: 'a…' },
  { name: 'a character of two units before it', content: 'a🐳bcd', maxLength: 4, shown: 'a🐳…' },
])('cuts $name', ({ content, maxLength, shown }) => {
  expect(cutText(content, maxLength)).toBe(shown)
})

test.each([
  { name: 'plain lines', content: 'a\nb', block: '```text\na\nb\n```' },
  { name: 'a fence in the content', content: 'a\n```\n@x\n```', block: '````text\na\n```\n@x\n```\n````' },
  {
    name: 'a longer run of backticks anywhere',
    content: 'a ````` b',
    block: '``````text\na ````` b\n``````',
  },
  { name: 'all kinds of line ends', content: 'a\r\nb\rc', block: '```text\na\nb\nc\n```' },
  {
    name: 'colours, controls and signs of direction',
    content: '\x1b[1ma\x1b[0m\0\u202e',
    block: '```text\na\n```',
  },
  { name: 'nothing', content: '', block: '```text\n\n```' },
])('fences $name', ({ content, block }) => {
  expect(codeBlock(content)).toBe(block)
})

test('names the language of a block', () => {
  expect(codeBlock('flowchart LR', 'mermaid')).toBe('```mermaid\nflowchart LR\n```')
})

test('draws a table, numbers to the right', () => {
  expect(
    table(
      ['name', 'size:', ':'],
      [
        ['a', '1', ''],
        ['b', '2', 'x'],
      ],
    ),
  ).toBe('| name | size |  |\n| --- | ---: | ---: |\n| a | 1 |  |\n| b | 2 | x |')
})

test('a hostile name stays in its cell', () => {
  const row = table(['name'], [[code('a | b\n| c |')]])
    .split('\n')
    .at(-1)
  expect(row?.match(/\|/g)).toHaveLength(2)
})

test('folds a part with room for Markdown in it', () => {
  expect(details('More', '| a |')).toBe('<details><summary>More</summary>\n\n| a |\n\n</details>')
})

test.each([
  { name: 'in the workspace', folder: undefined, file: 'app/Dockerfile', path: 'app/Dockerfile' },
  { name: 'below it', folder: 'src/shop', file: 'src/shop/app/Dockerfile', path: 'app/Dockerfile' },
  { name: 'beside the file', folder: 'src', file: 'src2/Dockerfile', path: undefined },
])('links a place to its repository, whose clone is $name', ({ folder, file, path }) => {
  const commit = 'a'.repeat(40)
  const source = { repository: 'https://github.com/acme/shop', commit, ...(folder && { folder }) }
  const shown = `<code>${file}:3</code>`
  expect(linkPlace({ file, line: 3 }, source)).toBe(
    path ? `<a href="${source.repository}/blob/${commit}/${path}#L3">${shown}</a>` : shown,
  )
})

test.each([
  ['a size', 'has 1.25 MB compressed', 'has 1.25_MB compressed'],
  ['a change in percent', '+1.02 kB (+0.8 %)', '+1.02_kB (+0.8_%)'],
  ['bytes', '12 B, 3 bytes and 4 builds', '12_B, 3 bytes and 4 builds'],
  ['an estimate', 'about ≈ +3.00 MB', 'about ≈_+3.00_MB'],
  ['a time', 'took 2 min 05 s, then 0.4 s.', 'took 2_min 05_s, then 0.4_s.'],
  ['inline code', `${code('max-size: 3 MB')} is 3 MB`, `${code('max-size: 3 MB')} is 3_MB`],
  [
    'a code block',
    `1 MB\n\n${codeBlock('2 MB')}\n\n3 MB\n\n${codeBlock('```\n4 MB')}`,
    `1_MB\n\n${codeBlock('2 MB')}\n\n3_MB\n\n${codeBlock('```\n4 MB')}`,
  ],
])('keeps numbers and their units on one line, and code as it is: %s', (_name, markdown, whole) => {
  expect(withWholeNumbers(markdown).replaceAll('\u00a0', '_')).toBe(whole)
})
