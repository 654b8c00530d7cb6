import { expect, test } from '@jest/globals'
import { mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { nameRemote, nameRepository, readSource } from '../../../src/git/remote.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { git, makeRepository } from './a-repository.ts'

test.each([
  ['https://github.com/acme/shop.git', 'github.com/acme/shop'],
  ['https://x-access-token:s3cret@GitHub.com/acme/shop/', 'github.com/acme/shop'],
  ['git@github.com:acme/shop.git', 'github.com/acme/shop'],
  ['ssh://git@github.com/acme/shop.git', 'github.com/acme/shop'],
  ['http://localhost:3000/acme/shop', 'localhost:3000/acme/shop'],
  ['http://localhost:4000/acme/shop', 'localhost:4000/acme/shop'],
  ['file:///srv/shop.git', '/srv/shop'],
  ['../shop.git', '/home/dev/shop'],
  ['/srv/shop.git', '/srv/shop'],
])('names the repository behind %s', (remote, name) => {
  expect(nameRemote(remote, '/home/dev/clone')).toBe(name)
})

test('two repositories without a remote have two names, their folders’', async () => {
  await using first = await makeRepository()
  await using second = await makeRepository()
  expect(await nameRepository(join(first.path, 'src'))).toBe(first.path)
  expect(await nameRepository(join(second.path, 'src'))).toBe(second.path)
})

test('two clones of one remote have one name, whatever their other remotes are', async () => {
  await using first = await makeRepository()
  await using second = await makeRepository()
  git(first.path, 'remote', 'add', 'fork', 'https://github.com/me/shop.git')
  git(first.path, 'remote', 'add', 'origin', 'https://github.com/acme/shop.git')
  git(second.path, 'remote', 'add', 'upstream', 'git@github.com:acme/shop.git')
  expect(await nameRepository(first.path)).toBe('github.com/acme/shop')
  expect(await nameRepository(join(second.path, 'other'))).toBe('github.com/acme/shop')
})

test('a worktree has the name of its repository, a repository inside another one its own', async () => {
  await using repository = await makeRepository()
  await using other = await makeTempFolder()
  const worktree = join(other.path, 'worktree')
  git(repository.path, 'worktree', 'add', '--quiet', '--detach', worktree)
  expect(await nameRepository(join(worktree, 'src'))).toBe(repository.path)
  const nested = join(repository.path, 'src', 'nested')
  await mkdir(nested)
  git(nested, 'init', '--quiet')
  expect(await nameRepository(nested)).toBe(nested)
})

test('a folder without git has its own path', async () => {
  await using folder = await makeTempFolder({ 'shop/a.txt': '1' })
  expect(await nameRepository(join(folder.path, 'shop'))).toBe(join(folder.path, 'shop'))
})

test.each([
  { name: 'that is the workspace', workspace: '.', origin: 'https://github.com/acme/shop', more: {} },
  { name: 'below it', workspace: '..', origin: 'https://github.com/acme/shop.git', more: { folder: true } },
  { name: 'above it', workspace: 'src', origin: 'https://github.com/acme/shop', more: undefined },
  { name: 'of another server', workspace: '.', origin: 'https://git.example/acme/shop', more: undefined },
])('reads what is checked out in a clone $name', async ({ workspace, origin, more }) => {
  await using repository = await makeRepository()
  git(repository.path, 'remote', 'add', 'origin', origin)
  git(repository.path, 'config', 'url.https://token@github.com/.insteadOf', 'https://github.com/')
  const source = await readSource(
    join(repository.path, 'src'),
    join(repository.path, workspace),
    'https://github.com',
  )
  const commit = git(repository.path, 'rev-parse', 'HEAD')
  const folder = more && 'folder' in more ? { folder: basename(repository.path) } : {}
  expect(source).toEqual(more && { repository: 'https://github.com/acme/shop', commit, ...folder })
})
