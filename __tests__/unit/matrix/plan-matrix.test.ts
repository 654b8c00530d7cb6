import { expect, test } from '@jest/globals'
import { Problems } from '../../../src/shared/errors.ts'
import { planMatrix, type MatrixRow, decidePush } from '../../../src/matrix/plan-matrix.ts'

function planned(images: Record<string, string>[], common: Record<string, string> = {}): MatrixRow[] {
  const problems = new Problems()
  const written = images.map((image) => new Map(Object.entries(image)))
  const rows = planMatrix(written, new Map(Object.entries(common)), 'ubuntu-24.04', problems)
  problems.throwIfAny()
  return rows
}

test('what an image says wins over what all have in common, and empty values are left out', () => {
  expect(
    planned(
      [
        { context: 'src/Shop', 'max-size': '90 MB' },
        { context: 'src/Pay', target: '' },
      ],
      {
        'max-size': '120 MB',
        target: 'final',
        file: '',
        images: 'not an input of the action',
      },
    ),
  ).toEqual([
    {
      name: 'Shop',
      'runs-on': 'ubuntu-24.04',
      image: { context: 'src/Shop', target: 'final', 'max-size': '90 MB' },
    },
    { name: 'Pay', 'runs-on': 'ubuntu-24.04', image: { context: 'src/Pay', 'max-size': '120 MB' } },
  ])
})

test.each([
  ['its own', { name: 'web', tags: 'a/b:1' }, 'web'],
  ['of its key', { 'image-key': 'acme/orders', tags: 'a/b:1' }, 'orders'],
  ['of its first tag', { tags: 'localhost:5000/acme/shop:1.2\nother:1', context: 'src' }, 'shop'],
  ['of its folder', { context: './src/Pay/' }, 'Pay'],
  ['none', { context: '.' }, 'image'],
])('the name of an image: %s', (_, image, expected) => {
  expect(planned([image as Record<string, string>]).map(({ name }) => name)).toEqual([expected])
})

test('an image has runners of its own', () => {
  const rows = planned([
    { name: 'a', 'runs-on': 'self-hosted\nlinux' },
    { name: 'b', 'runs-on': 'big' },
  ])
  expect(rows.map((row) => row['runs-on'])).toEqual([['self-hosted', 'linux'], 'big'])
})

test('tells every mistake at once', () => {
  expect(() =>
    planned([
      { contxt: 'a', name: 'shop' },
      { secrets: 'a=b', nonsense: '', name: 'Shop' },
      { context: 'a b' },
    ]),
  ).toThrow(
    [
      'images, entry 1: there is no key "contxt". Did you mean context?',
      'images, entry 2: secrets is not for one image: build secrets come from the secret `build-secrets` of the reusable workflow.',
      'images, entry 2: there is no key "nonsense". It takes the inputs of the action.',
      `images, entry 3: "a b" can't be the name of an image: letters, digits, ".", "_" and "-", at most 100. Give it a name.`,
      'images: entries 1 and 2 are both named Shop; give one of them a name of its own.',
    ].join('\n'),
  )
})

test('refuses more images than a matrix may have jobs', () => {
  const images = Array.from({ length: 257 }, (_, index) => ({ name: `image-${index}` }))
  expect(() => planned(images)).toThrow(
    'images: 257 images are more than the 256 jobs that a matrix may have.',
  )
})

const named = ['main', 'release/*']

const rows: [what: string, patterns: string[], event: string, ref: string, push: boolean][] = [
  ['a branch that was named', named, 'push', 'refs/heads/main', true],
  ['a branch that a pattern names', named, 'push', 'refs/heads/release/1.2', true],
  ['by hand on it', named, 'workflow_dispatch', 'refs/heads/main', true],
  ['by the clock', named, 'schedule', 'refs/heads/main', true],
  ['a release', ['v*'], 'release', 'refs/tags/v1.2.3', false],
  ['what another system asked for', named, 'repository_dispatch', 'refs/heads/main', true],
  ['any branch, where that was said', ['**'], 'push', 'refs/heads/a/b', true],
  ['a star is not a slash', named, 'push', 'refs/heads/release/1/2', false],
  ['a name is no expression', ['m.in'], 'push', 'refs/heads/main', false],
  ['a name is not a part of a name', named, 'push', 'refs/heads/main2', false],
  ['no branch was named', [], 'push', 'refs/heads/main', false],
  ['a tag of the same name', named, 'push', 'refs/tags/main', false],
  ['a pull request', named, 'pull_request', 'refs/pull/1/merge', false],
  ['a pull request in disguise', named, 'pull_request_target', 'refs/heads/main', false],
  ['what follows on a pull request', named, 'workflow_run', 'refs/heads/main', false],
  ['a comment', named, 'issue_comment', 'refs/heads/main', false],
  ['a merge queue', ['**'], 'merge_group', 'refs/heads/gh-readonly-queue/main/pr-1', false],
]

test.each(rows)('%s', (_, patterns, event, ref, push) => {
  expect(decidePush({ branches: patterns, tags: [] }, { event, ref }).push).toBe(push)
})

test.each([
  ['a tag that was named', 'refs/tags/v1.2.3', true],
  ['another tag', 'refs/tags/nightly', false],
  ['a branch that is named like a tag', 'refs/heads/v1', false],
])('push-tags: %s', (_, ref, push) => {
  const ofEvent = (event: string) => decidePush({ branches: ['main'], tags: ['v*'] }, { event, ref }).push
  expect(['push', 'release'].map(ofEvent)).toEqual([push, push])
})

test.each([
  ['pull_request', false],
  ['merge_group', false],
  ['push', false],
  ['workflow_run', true],
  ['pull_request_target', true],
])('that %s pushes nothing is a surprise: %s', (event, isSurprise) => {
  const decision = decidePush({ branches: ['main'], tags: [] }, { event, ref: 'refs/heads/topic' })
  expect(decision).toMatchObject({ push: false })
  expect(decision.isSurprise ?? false).toBe(isSurprise)
})
