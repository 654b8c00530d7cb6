import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { readHeadFile } from '../../../src/git/head-file.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { git, makeRepository } from './a-repository.ts'

test.each<{ name: string; prepare: string[]; inside?: string }>([
  { name: 'a branch', prepare: [] },
  { name: 'a folder inside', prepare: [], inside: 'src' },
  { name: 'a detached head', prepare: ['checkout', '--quiet', '--detach'] },
  { name: 'a branch whose name is packed', prepare: ['pack-refs', '--all'] },
])('reads without git what is checked out: $name', async ({ prepare, inside = '.' }) => {
  await using repository = await makeRepository()
  if (prepare.length > 0) git(repository.path, ...prepare)
  const head = git(repository.path, 'rev-parse', 'HEAD')
  expect(await readHeadFile(join(repository.path, inside))).toBe(head)
})

test('reads the commit of a worktree, not that of its repository', async () => {
  await using repository = await makeRepository()
  await using other = await makeTempFolder()
  const worktree = join(other.path, 'worktree')
  git(repository.path, 'worktree', 'add', '--quiet', '-b', 'other', worktree)
  git(worktree, 'commit', '--quiet', '--allow-empty', '--message', 'other')
  expect(await readHeadFile(worktree)).toBe(git(worktree, 'rev-parse', 'HEAD'))
  expect(await readHeadFile(repository.path)).not.toBe(git(worktree, 'rev-parse', 'HEAD'))
})

test('gives nothing for a folder that is no clone, nor for a branch without a commit', async () => {
  await using plain = await makeTempFolder()
  expect(await readHeadFile(plain.path)).toBeUndefined()
  git(plain.path, 'init', '--quiet')
  expect(await readHeadFile(plain.path)).toBeUndefined()
})
