import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import {
  fillIn,
  filesThatNameIt,
  placeholdersIn,
  readAddress,
  readNameInFiles,
  root,
} from '../../scripts/repository.mjs'

const now = { repository: 'acme/shop.action', ref: 'v2' }

test.each([
  ['- uses: OWNER/it@main', '- uses: acme/shop.action@v2'],
  [
    '    uses: OWNER/it/.github/workflows/it.yml@v1',
    '    uses: acme/shop.action/.github/workflows/it.yml@v2',
  ],
  ['[CI](https://github.com/OWNER/it/actions)', '[CI](https://github.com/acme/shop.action/actions)'],
  ['`--repo OWNER/it` shows', '`--repo acme/shop.action` shows'],
  ['in the text `uses: OWNER/it@v1` stays', 'in the text `uses: acme/shop.action@v1` stays'],
  ['OWNER/it-else and MY-OWNER/it', 'OWNER/it-else and MY-OWNER/it'],
  ['- uses: actions/checkout@v7', '- uses: actions/checkout@v7'],
])('fills %s', (before, after) => {
  expect(fillIn(before, 'OWNER/it', now)).toBe(after)
})

test('what is filled can be filled again', () => {
  const first = { repository: 'acme/it', ref: 'main' }
  expect(fillIn(fillIn('- uses: OWNER/it@main', 'OWNER/it', first), 'acme/it', now)).toBe(
    '- uses: acme/shop.action@v2',
  )
})

test('a release has no placeholder: each is named with its line', () => {
  const page = 'Title\n- uses: OWNER/it@main\nThere is no release yet: wait.\n- uses: acme/it@v1\n'
  expect(placeholdersIn('README.md', page)).toEqual([
    'README.md:2: - uses: OWNER/it@main',
    'README.md:3: There is no release yet: wait.',
  ])
})

test('the repository is named in package.json, and everywhere else as there', () => {
  const address = readAddress()
  expect(readNameInFiles()).toBe(address.repository)
  const name = address.repository.split('/')[1] ?? ''
  const others = filesThatNameIt().flatMap((file) => {
    const text = readFileSync(new URL(file, root), 'utf8')
    const named = [...text.matchAll(new RegExp(`(?:uses: |github\\.com/|--repo )([\\w-]+/${name})`, 'g'))]
    return named.flatMap(([, found]) => (found === address.repository ? [] : [`${file}: ${found ?? ''}`]))
  })
  expect(others).toEqual([])
})
