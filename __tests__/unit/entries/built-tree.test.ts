import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { openBuiltTree } from '../../../src/entries/built-tree.ts'
import { commit, git, makeRepository } from '../git/a-repository.ts'
import { makeTempFolder } from '../temp-folder.ts'

const run = {
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SHA: 'a'.repeat(40),
}

test.each([
  { name: 'the clone at the top of the workspace', path: '.', context: '.', file: '' },
  { name: 'a folder of it', path: '.', context: 'src', file: '' },
  {
    name: 'a clone in a folder, as actions/checkout makes it with path',
    path: 'code',
    context: 'code/src',
    file: '',
  },
  { name: 'the clone that the Dockerfile is in', path: 'code', context: '.', file: 'code/src/Dockerfile' },
  {
    name: 'the clone of the workspace, for a context that no step has made',
    path: '.',
    context: 'gone',
    file: '',
  },
])('what is built is $name', async ({ path, context, file }) => {
  await using workspace = await makeTempFolder()
  await using origin = await makeRepository()
  git(workspace.path, 'clone', '--quiet', origin.path, path)
  const head = git(origin.path, 'rev-parse', 'HEAD')
  expect(await openBuiltTree({ context, file }, workspace.path, run)).toMatchObject({ commit: head })
})

test('a second clone in the workspace is what is built where the context is in it', async () => {
  await using workspace = await makeRepository()
  const nested = join(workspace.path, 'vendor')
  git(workspace.path, 'clone', '--quiet', workspace.path, nested)
  const other = commit(nested, 'of another branch')
  expect(await openBuiltTree({ context: 'vendor', file: '' }, workspace.path, run)).toMatchObject({
    commit: other,
  })
  expect(await openBuiltTree({ context: '.', file: '' }, workspace.path, run)).toMatchObject({
    commit: git(workspace.path, 'rev-parse', 'HEAD'),
  })
})

test('a submodule belongs to the commit that records it, unless it is at another one', async () => {
  await using library = await makeRepository()
  await using workspace = await makeRepository()
  git(workspace.path, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library.path, 'lib')
  const head = commit(workspace.path, 'with a submodule')
  const inputs = { context: 'lib/src', file: '' }
  const tree = await openBuiltTree(inputs, workspace.path, run)
  expect(tree).toMatchObject({ commit: head, folder: workspace.path })
  const other = commit(join(workspace.path, 'lib'), 'moved on')
  expect(await openBuiltTree(inputs, workspace.path, run)).toMatchObject({ commit: other })
})

test('of a workspace without git nothing is known', async () => {
  await using workspace = await makeTempFolder({ 'src/a.txt': '1' })
  expect(await openBuiltTree({ context: 'src', file: '' }, workspace.path, run)).toMatchObject({
    commit: undefined,
    parents: [],
  })
})

test.each([
  { context: '{{defaultContext}}', told: { commit: run.GITHUB_SHA } },
  { context: '{{defaultContext}}:src', told: { commit: run.GITHUB_SHA } },
  {
    context: `https://github.com/acme/shop.git?ref=${run.GITHUB_SHA}&subdir=src`,
    told: { commit: run.GITHUB_SHA },
  },
  { context: 'https://github.com/acme/shop.git#main', told: { commit: undefined, isFetched: true } },
  { context: 'https://github.com/acme/shop.git', told: { commit: undefined, isFetched: true } },
  {
    context: `https://github.com/else/shop.git#${run.GITHUB_SHA}`,
    told: { commit: undefined, isFetched: true },
  },
])('a Git context is the run’s own commit or an unknown one: $context', async ({ context, told }) => {
  await using workspace = await makeRepository()
  expect(await openBuiltTree({ context, file: '' }, workspace.path, run)).toMatchObject({
    ...told,
    parents: [],
  })
})
