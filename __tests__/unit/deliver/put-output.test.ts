import { expect, test } from '@jest/globals'
import { lstat, readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { putOutput } from '../../../src/deliver/give-names.ts'
import { makeTempFolder } from '../temp-folder.ts'

test('a file takes the place of the one that is there, in folders that are made for it', async () => {
  await using folder = await makeTempFolder({ waiting: 'new', 'out/image.tar': 'old', more: 'other' })
  const at = (name: string): string => join(folder.path, name)
  await symlink('out/image.tar', at('link.tar'))
  await putOutput(at('waiting'), at('link.tar'))
  expect(await readFile(at('out/image.tar'), 'utf8')).toBe('new')
  await putOutput(at('more'), at('a/b/image.tar'))
  expect(await readFile(at('a/b/image.tar'), 'utf8')).toBe('other')
})

test('a device stays one', async () => {
  await using folder = await makeTempFolder({ waiting: 'new' })
  await putOutput(join(folder.path, 'waiting'), '/dev/null')
  expect((await lstat('/dev/null')).isCharacterDevice()).toBe(true)
})

test('a file does not go where a folder is', async () => {
  await using folder = await makeTempFolder({ waiting: 'new', 'out/kept': 'x' })
  const to = join(folder.path, 'out')
  await expect(putOutput(join(folder.path, 'waiting'), to)).rejects.toThrow('EISDIR')
  expect(await readFile(join(to, 'kept'), 'utf8')).toBe('x')
})

test('a folder is added to the one that is there, as buildx does', async () => {
  await using folder = await makeTempFolder({
    ...{
      'out/kept': 'kept',
      'out/app/old': 'old',
      'out/app/a': 'before',
      'out/lib': 'a file',
      'out/tools/x': 'x',
    },
    ...{ 'waiting/app/a': 'now', 'waiting/lib/b': 'b', 'waiting/tools': 'a file' },
  })
  const out = join(folder.path, 'out')
  await symlink('a', join(folder.path, 'waiting/app/link'))
  await putOutput(join(folder.path, 'waiting'), out)
  const names = ['kept', 'app/old', 'app/a', 'app/link', 'lib/b', 'tools']
  const read = await Promise.all(names.map((name) => readFile(join(out, name), 'utf8')))
  expect(read).toEqual(['kept', 'old', 'now', 'now', 'b', 'a file'])
  expect((await lstat(join(out, 'app/link'))).isSymbolicLink()).toBe(true)
})

test('an OCI layout keeps what it has under other names', async () => {
  const named = (digest: string, name?: string): object => ({
    digest,
    ...(name === undefined ? {} : { annotations: { 'org.opencontainers.image.ref.name': name } }),
  })
  const [one, two, plain] = [named('sha256:1', '1'), named('sha256:2', '2'), named('sha256:3')]
  await using folder = await makeTempFolder({
    'out/index.json': JSON.stringify({ schemaVersion: 2, manifests: [one, named('sha256:0', '2'), plain] }),
    'waiting/index.json': JSON.stringify({ schemaVersion: 2, manifests: [two] }),
  })
  await putOutput(join(folder.path, 'waiting'), join(folder.path, 'out'))
  const index: unknown = JSON.parse(await readFile(join(folder.path, 'out/index.json'), 'utf8'))
  expect(index).toEqual({ schemaVersion: 2, manifests: [one, plain, two] })
})
