import { expect, test } from '@jest/globals'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderJson, toReportJson } from '../../../src/report/model/to-json.ts'
import { writeReports } from '../../../src/report/write-reports.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { report } from './a-report.ts'

test('leaves both reports in a folder, which is made', async () => {
  await using temp = await makeTempFolder()
  const folder = join(temp.path, 'a', 'b')
  const paths = await writeReports(folder, toReportJson(report()), '### ✅\n')
  expect(paths).toEqual({ json: join(folder, 'report.json'), markdown: join(folder, 'report.md') })
  expect(await readFile(paths.markdown, 'utf8')).toBe('### ✅\n')
  expect(await readFile(paths.json, 'utf8')).toBe(renderJson(toReportJson(report())))
})

test('overwrites what an earlier run left', async () => {
  await using temp = await makeTempFolder({ 'report.md': 'old and longer' })
  const { markdown } = await writeReports(temp.path, toReportJson(report()), 'new')
  expect(await readFile(markdown, 'utf8')).toBe('new')
})

test('a folder that can not be made is an error', async () => {
  await using temp = await makeTempFolder({ file: '' })
  await expect(writeReports(join(temp.path, 'file', 'x'), toReportJson(report()), '')).rejects.toThrow(
    /ENOTDIR/,
  )
})
