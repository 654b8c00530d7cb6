import { expect, test } from '@jest/globals'
import { stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../../../src/entries/run-process.ts'
import { makeTempFolder } from '../temp-folder.ts'

const rightsOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777

test('nobody else may look into it', async () => {
  await using temp = await makeTempFolder()
  const folder = join(temp.path, 'reports')
  await makePrivateFolder(folder)
  expect(await rightsOf(folder)).toBe(0o700)
})

test('that of an earlier run is taken again, and is private from now on', async () => {
  await using temp = await makeTempFolder({ 'reports/report.json': '{}' })
  const folder = join(temp.path, 'reports')
  expect(await rightsOf(folder)).not.toBe(0o700)
  await makePrivateFolder(folder)
  expect(await rightsOf(folder)).toBe(0o700)
})

test('a link that somebody put there is refused, and what it leads to stays as it is', async () => {
  await using temp = await makeTempFolder({ 'elsewhere/file': '' })
  const folder = join(temp.path, 'reports')
  await symlink(join(temp.path, 'elsewhere'), folder)
  const before = await rightsOf(join(temp.path, 'elsewhere'))
  await expect(makePrivateFolder(folder)).rejects.toThrow(
    `${folder} is no folder. Remove it, or name another one with report-dir.`,
  )
  expect(await rightsOf(join(temp.path, 'elsewhere'))).toBe(before)
})

test('so is a file', async () => {
  await using temp = await makeTempFolder({ reports: '' })
  await expect(makePrivateFolder(join(temp.path, 'reports'))).rejects.toThrow(/is no folder/)
})
