import { expect, test } from '@jest/globals'
import { keyPart, lookupKeyParts, recordKeyParts } from '../../../src/store/record-store.ts'

test.each([
  { name: 'a short plain name stays', input: 'orders-api_1.2', part: /^orders-api_1\.2$/ },
  { name: 'a slash is hashed away', input: 'feature/x', part: /^feature-x~[0-9a-f]{16}$/ },
  { name: 'a comma is hashed away', input: 'a,b', part: /^a-b~[0-9a-f]{16}$/ },
  { name: 'capitals are hashed away', input: 'Main', part: /^main~[0-9a-f]{16}$/ },
  { name: 'a parent folder is hashed away', input: '..', part: /^-~[0-9a-f]{16}$/ },
  { name: 'a hidden file name is hashed away', input: '.git', part: /^-git~[0-9a-f]{16}$/ },
  { name: 'emptiness is hashed away', input: '', part: /^~[0-9a-f]{16}$/ },
  { name: 'NUL and line breaks are hashed away', input: 'a\0b\nc', part: /^a-b-c~[0-9a-f]{16}$/ },
  { name: 'other scripts are hashed away', input: 'größe', part: /^gr-e~[0-9a-f]{16}$/ },
  { name: 'a long name is cut and hashed', input: 'x'.repeat(5000), part: /^x{40}~[0-9a-f]{16}$/ },
])('$name', ({ input, part }) => {
  expect(keyPart(input)).toMatch(part)
})

test('names that look alike keep apart', () => {
  const names = ['feature/x', 'feature-x', 'feature_x', 'Feature/x', 'feature//x', 'feature/x ']
  expect(new Set(names.map(keyPart)).size).toBe(names.length)
})

test('the key begins with what its lookups ask for', () => {
  const name = { image: 'ghcr.io/org/app:1', branch: 'feature/x', commit: 'c'.repeat(40), run: '17-2' }
  const key = recordKeyParts(name).join('/')
  expect(key).toMatch(
    /^dotnet-container-1\/ghcr-io-org-app-1~[0-9a-f]{16}\/feature-x~[0-9a-f]{16}\/c{40}\/17-2$/,
  )
  const ofCommit = `${lookupKeyParts(name.image, name).join('/')}/`
  const ofBranch = `${lookupKeyParts(name.image, { branch: name.branch }).join('/')}/`
  expect([key.startsWith(ofCommit), ofCommit.startsWith(ofBranch)]).toEqual([true, true])
})

test('the longest key fits into 512 characters', () => {
  const long = 'a'.repeat(80)
  const key = recordKeyParts({ image: long, branch: long, commit: long, run: long }).join('/')
  expect(key.length).toBeLessThanOrEqual(512)
})
