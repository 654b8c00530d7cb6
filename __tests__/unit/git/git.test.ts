import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { readHead, readTopLevel, readHeadFile, runGit } from '../../../src/git/git.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { commit, git, makeRepository } from './a-repository.ts'

test('reads the first commit, which has no parent', async () => {
  await using folder = await makeRepository()
  expect(await readHead(folder.path)).toEqual({
    commit: git(folder.path, 'rev-parse', 'HEAD'),
    parents: [],
    isDirty: false,
  })
})

test('reads a commit with its parent, also from a folder inside', async () => {
  await using folder = await makeRepository()
  const first = git(folder.path, 'rev-parse', 'HEAD')
  // What looks like a header in a message is none.
  const second = commit(folder.path, `parent ${'0'.repeat(40)}\n\nparent ${'1'.repeat(40)}`)
  const head = { commit: second, parents: [first], isDirty: false }
  expect(await readHead(folder.path)).toEqual(head)
  expect(await readHead(join(folder.path, 'src'))).toEqual(head)
})

test('the first parent of a merge is the branch that was merged into, also in a shallow clone', async () => {
  await using folder = await makeRepository()
  git(folder.path, 'checkout', '--quiet', '-b', 'feature')
  await folder.write('src/feature.txt', '1')
  const feature = commit(folder.path, 'feature')
  git(folder.path, 'checkout', '--quiet', 'main')
  const main = commit(folder.path, 'main')
  git(folder.path, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'feature')
  const merge = git(folder.path, 'rev-parse', 'HEAD')
  await using clones = await makeTempFolder()
  git(clones.path, 'clone', '--quiet', '--depth=1', `file://${folder.path}`, 'clone')
  const clone = join(clones.path, 'clone')
  git(clone, 'checkout', '--quiet', '--detach')
  expect(await readHead(clone)).toEqual({ commit: merge, parents: [main, feature], isDirty: false })
})

test.each([
  { name: 'a changed file', file: 'src/a.txt', isDirty: true },
  { name: 'a new file', file: 'src/new.txt', isDirty: true },
  { name: 'a change beside the folder', file: 'other/b.txt', isDirty: false },
])('reports $name', async ({ file, isDirty }) => {
  await using folder = await makeRepository()
  await folder.write(file, '2')
  expect((await readHead(join(folder.path, 'src')))?.isDirty).toBe(isDirty)
})

test.each([
  {
    place: 'in a workflow run, whose container is another user than its runner',
    actions: 'true',
    isRead: true,
  },
  { place: 'in a terminal, where its configuration could run programs', actions: '', isRead: false },
])('a clone of another user is read $place: $isRead', async ({ actions, isRead }) => {
  await using folder = await makeRepository()
  const before = { ...process.env }
  process.env['GITHUB_ACTIONS'] = actions
  try {
    // Of git itself, which then takes everybody for another user.
    const asOther = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
    const read = await runGit(folder.path, ['rev-parse', 'HEAD'], asOther)
    expect(read !== undefined).toBe(isRead)
  } finally {
    process.env = before
  }
})

test('a file that is ignored is no change', async () => {
  await using folder = await makeRepository()
  await folder.write('.gitignore', 'bin/\n')
  commit(folder.path, 'ignore')
  await folder.write('src/bin/a.dll', '1')
  expect((await readHead(folder.path))?.isDirty).toBe(false)
})

test.each([
  { name: 'no repository', init: false },
  { name: 'a repository without a commit', init: true },
])('gives nothing for $name', async ({ init }) => {
  await using folder = await makeTempFolder()
  if (init) git(folder.path, 'init', '--quiet')
  expect(await readHead(folder.path)).toBeUndefined()
})

test('gives nothing for a folder that is not there', async () => {
  await using folder = await makeTempFolder()
  expect(await readHead(join(folder.path, 'nowhere'))).toBeUndefined()
})

test('finds the top of a repository', async () => {
  await using folder = await makeRepository()
  expect(await readTopLevel(join(folder.path, 'src'))).toBe(folder.path)
  await using plain = await makeTempFolder()
  expect(await readTopLevel(plain.path)).toBeUndefined()
})

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
