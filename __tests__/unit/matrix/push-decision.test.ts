import { expect, test } from '@jest/globals'
import { decidePush } from '../../../src/matrix/push-decision.ts'

const named = ['main', 'release/*']

const rows: [what: string, patterns: string[], event: string, ref: string, push: boolean][] = [
  ['a branch that was named', named, 'push', 'refs/heads/main', true],
  ['a branch that a pattern names', named, 'push', 'refs/heads/release/1.2', true],
  ['by hand on it', named, 'workflow_dispatch', 'refs/heads/main', true],
  ['by the clock', named, 'schedule', 'refs/heads/main', true],
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
  expect(decidePush({ branches: ['main'], tags: ['v*'] }, { event: 'push', ref }).push).toBe(push)
})
