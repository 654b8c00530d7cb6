import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parseFindings } from '../../../src/docker/check-dockerfile.ts'

const recorded = readFileSync(new URL('../../fixtures/dockerfile-check/found.json', import.meta.url), 'utf8')

test('each finding has its rule, its words, its page and its line', () => {
  const found = parseFindings(recorded)
  expect(found.map(({ rule, line }) => [rule, line])).toEqual([
    ...[
      ['FromAsCasing', 1] as const,
      ['MaintainerDeprecated', 3] as const,
      ['LegacyKeyValueFormat', 4] as const,
    ],
    ...[['JSONArgsRecommended', 9] as const, ['SecretsUsedInArgOrEnv', 10] as const],
  ])
  expect(found[0]).toEqual({
    rule: 'FromAsCasing',
    message: "'as' and 'FROM' keywords' casing do not match",
    url: 'https://docs.docker.com/go/dockerfile/rule/from-as-casing/',
    line: 1,
  })
})

test.each(['', 'ERROR: unknown flag: --call', '{"warnings": null}', '{"warnings": [{}]}', '[]'])(
  'an answer that has none is none: %s',
  (text) => {
    expect(parseFindings(text)).toEqual([])
  },
)
