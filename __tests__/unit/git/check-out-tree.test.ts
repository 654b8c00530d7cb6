import { expect, test } from '@jest/globals'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkOutTree } from '../../../src/git/check-out-tree.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { commit, git, makeRepository } from './a-repository.ts'

test('gives the files of a commit, also those that an archive leaves out, and touches nothing else', async () => {
  await using repository = await makeRepository()
  await repository.write('.gitattributes', 'other/** export-ignore\nsrc/a.txt export-subst\n')
  await repository.write('src/a.txt', '$Format:%H$')
  const then = commit(repository.path, 'then')
  await repository.write('src/a.txt', '2')
  commit(repository.path, 'now')
  await repository.write('src/a.txt', 'not committed')
  await repository.write('src/staged.txt', 'staged')
  git(repository.path, 'add', 'src/staged.txt')
  const before = git(repository.path, 'status', '--porcelain')
  await using folder = await makeTempFolder()
  const tree = await checkOutTree(join(repository.path, 'src'), then, folder.path)
  expect(tree).toEqual({
    folder: join(folder.path, 'tree'),
    top: repository.path,
    committedAt: new Date(git(repository.path, 'log', '-1', '--format=%cI', then)).toISOString(),
  })
  expect((await readdir(join(folder.path, 'tree'), { recursive: true })).sort()).toEqual([
    ...['.gitattributes', 'other', 'other/b.txt', 'src', 'src/a.txt'],
  ])
  expect(await readFile(join(folder.path, 'tree/src/a.txt'), 'utf8')).toBe('$Format:%H$')
  expect(git(repository.path, 'status', '--porcelain')).toBe(before)
})

test.each(['f'.repeat(40), 'HEAD', '--exec=x'])('knows no commit %s', async (wanted) => {
  await using repository = await makeRepository()
  await using folder = await makeTempFolder()
  expect(await checkOutTree(repository.path, wanted, folder.path)).toBeUndefined()
})
