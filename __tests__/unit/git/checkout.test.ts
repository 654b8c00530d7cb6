import { expect, test } from '@jest/globals'
import { pathToFileURL } from 'node:url'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { countCommitsBetween, openCheckout, checkOutTree } from '../../../src/git/checkout.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { commit, git, makeRepository } from './a-repository.ts'

const unknown = 'f'.repeat(40)

test('lists a commit with those before it on its branch, not those that were merged into it', async () => {
  await using repository = await makeRepository()
  const first = git(repository.path, 'rev-parse', 'HEAD')
  git(repository.path, 'switch', '--quiet', '--create', 'feature')
  const ofFeature = commit(repository.path, 'feature')
  git(repository.path, 'switch', '--quiet', 'main')
  const second = commit(repository.path, 'second')
  git(repository.path, 'merge', '--quiet', '--no-ff', '--no-edit', 'feature')
  const merge = git(repository.path, 'rev-parse', 'HEAD')
  const checkout = await openCheckout(repository.path)
  expect(checkout.parents).toEqual([second, ofFeature])
  expect(await checkout.ancestorsOf(merge)).toEqual([merge, second, first])
  expect(await checkout.mergeBaseWith(ofFeature)).toBe(ofFeature)
  expect(await countCommitsBetween(repository.path, first, merge)).toBe(2)
  expect(await countCommitsBetween(repository.path, merge, merge)).toBe(0)
  // What grew beside it is not behind it.
  expect(await countCommitsBetween(repository.path, second, ofFeature)).toBeUndefined()
})

test('goes back by fifty commits at most', async () => {
  await using repository = await makeRepository()
  for (let number = 0; number < 52; number++)
    git(repository.path, 'commit', '--quiet', '--allow-empty', '--message', `number ${number}`)
  const head = git(repository.path, 'rev-parse', 'HEAD')
  expect(await (await openCheckout(repository.path)).ancestorsOf(head)).toHaveLength(50)
})

test('a clone of one commit knows its parents by name alone', async () => {
  await using repository = await makeRepository()
  const first = git(repository.path, 'rev-parse', 'HEAD')
  commit(repository.path, 'second')
  await using clone = await makeTempFolder()
  git(clone.path, 'clone', '--quiet', '--depth=1', pathToFileURL(repository.path).href, 'shallow')
  const folder = `${clone.path}/shallow`
  const checkout = await openCheckout(folder)
  expect(checkout.parents).toEqual([first])
  expect(await checkout.ancestorsOf(first)).toEqual([first])
  expect(await checkout.mergeBaseWith(first)).toBeUndefined()
  expect(await countCommitsBetween(folder, first, git(folder, 'rev-parse', 'HEAD'))).toBeUndefined()
})

test.each(['--upload-pack=x', 'main', '', 'HEAD'])('takes no "%s" for a commit', async (text) => {
  await using repository = await makeRepository()
  const checkout = await openCheckout(repository.path)
  expect(await checkout.ancestorsOf(text)).toEqual([])
  expect(await checkout.mergeBaseWith(text)).toBeUndefined()
  expect(await countCommitsBetween(repository.path, text, unknown)).toBeUndefined()
})

test('a folder without git has no history', async () => {
  await using folder = await makeTempFolder()
  const checkout = await openCheckout(folder.path)
  expect(checkout.parents).toEqual([])
  expect(await checkout.ancestorsOf(unknown)).toEqual([unknown])
})

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
