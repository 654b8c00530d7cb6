import { expect, test } from '@jest/globals'
import { Redactor } from '../../../src/redaction/redactor.ts'

test.each<{ name: string; secrets: string[]; text: string; shown: string }>([
  { name: 'wherever it stands', secrets: ['hunter2'], text: 'a hunter2b=hunter2', shown: 'a ***b=***' },
  { name: 'with signs of patterns', secrets: ['a.b*(c|$&'], text: 'x a.b*(c|$& y axb', shown: 'x *** y axb' },
  {
    name: 'line by line',
    secrets: ['-----KEY\nline one\r\n}'],
    text: 'line one } -----KEY',
    shown: '*** } ***',
  },
  { name: 'the longer one first', secrets: ['pass', 'password'], text: 'password pass', shown: '*** ***' },
  { name: 'as in an address', secrets: ['p@ss/word'], text: 'u=p%40ss%2Fword', shown: 'u=***' },
  {
    name: 'not when it is too short to be told from words',
    secrets: ['abc', ' '],
    text: 'abc d',
    shown: 'abc d',
  },
])('hides a secret $name', ({ secrets, text, shown }) => {
  const redactor = new Redactor()
  for (const secret of secrets) redactor.add(secret)
  expect(redactor.hide(text)).toBe(shown)
})

test.each<{ name: string; text: string; shown: string }>([
  {
    name: 'a user with a password in an address',
    text: 'Get "https://bob:s3cret@registry.example:5000/v2/": EOF',
    shown: 'Get "https://***@registry.example:5000/v2/": EOF',
  },
  {
    name: 'a token in an address',
    text: 'https://x0123456789abcdef0123@github.com/acme/shop',
    shown: 'https://***@github.com/acme/shop',
  },
  {
    name: 'a header',
    text: 'Authorization: Bearer abcdefghijklmnop.q-r_s=; next',
    shown: 'Authorization: Bearer ***; next',
  },
  {
    name: 'a signed link',
    text: 'PUT https://x.blob.core.windows.net/c/b?sv=2026&sig=aB%2Fc%3D&se=1: 403',
    shown: 'PUT https://x.blob.core.windows.net/c/b?sv=2026&sig=***&se=1: 403',
  },
  {
    name: 'a token of GitHub',
    text: `push as ghp_${'a1'.repeat(18)}, failed`,
    shown: 'push as ***, failed',
  },
  { name: 'a web token', text: `t=${jwt()} end`, shown: 't=*** end' },
])('hides $name that nobody told about', ({ text, shown }) => {
  expect(new Redactor().hide(text)).toBe(shown)
})

test.each([
  'https://registry.example:5000/v2/',
  'ssh://git@github.com/acme/shop.git',
  'a:b@c and mail@example.org',
  'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
  'basic auth is not there, bearer of news',
])('leaves %s as it is', (text) => {
  expect(new Redactor().hide(text)).toBe(text)
})

test('reaches every text of a report, and nothing but texts', () => {
  const redactor = new Redactor()
  redactor.add('hunter2')
  const report = { a: ['hunter2', 1, null, undefined, true], b: { c: 'x hunter2' } }
  expect(redactor.hideIn(report)).toEqual({ a: ['***', 1, null, undefined, true], b: { c: 'x ***' } })
})

test('what is kept for later comparisons loses known secrets alone', () => {
  const redactor = new Redactor()
  redactor.add('hunter2')
  expect(redactor.hideKnownIn(['Opens(http://a:b@c)', 'hunter2'])).toEqual(['Opens(http://a:b@c)', '***'])
})

test.each([':', 'eyJ', 'bearer ', '?sig=', '://', 'https://a', '://a:'])(
  'a long line of %s is no trap',
  (piece) => {
    const line = piece.repeat(Math.ceil(65_536 / piece.length))
    // A pattern that looks at the line again and again runs into the limit of every test.
    expect(new Redactor().hide(line)).not.toBe('')
  },
)

function jwt(): string {
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url')
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub: 'acme', exp: 1 })}.c2lnbmF0dXJl`
}

test.each([
  ['alone', (secret: string) => secret],
  ['as a password', (secret: string) => `ci:${secret}`],
  ['in a header', (secret: string) => `x ${secret}\n`],
  ['in a file', (secret: string) => `{"a":"${secret}"}`],
])('a secret in Base64 is hidden %s', (_, around) => {
  const redactor = new Redactor()
  redactor.add('s3cr3t-t0ken?>>')
  for (const encoding of ['base64', 'base64url'] as const) {
    const shown = redactor.hide(`Authorization: ${Buffer.from(around('s3cr3t-t0ken?>>')).toString(encoding)}`)
    expect(shown).toContain('***')
    const left = Buffer.from(shown.replace('Authorization: ', '').replace('***', ''), encoding).toString(
      'latin1',
    )
    expect(left).not.toMatch(/s3cr|t0ke/)
  }
})

test('a secret with quotes is hidden in JSON', () => {
  const redactor = new Redactor()
  redactor.add('pa"ss\\word')
  expect(redactor.hide(JSON.stringify({ password: 'pa"ss\\word' }))).toBe('{"password":"***"}')
})
