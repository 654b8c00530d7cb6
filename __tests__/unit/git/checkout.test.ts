import { expect, test } from '@jest/globals'
import { pathToFileURL } from 'node:url'
import { countCommitsBetween, openCheckout } from '../../../src/git/checkout.ts'
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
