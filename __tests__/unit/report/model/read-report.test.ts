import { expect, test } from '@jest/globals'
import { symlink, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { readReports } from '../../../../src/report/model/read-report.ts'
import { renderJson, toReportJson } from '../../../../src/report/model/to-json.ts'
import { makeTempFolder } from '../../temp-folder.ts'
import { report } from '../a-report.ts'

const json = toReportJson(report())

test('reads one file, or those of a folder, as artifacts leave them', async () => {
  await using temp = await makeTempFolder({
    'b/report.json': renderJson(json),
    'a/report.json': renderJson(json),
    'a/report.md': '# x',
  })
  expect((await readReports(temp.path)).reports).toHaveLength(2)
  expect((await readReports(join(temp.path, 'b', 'report.json'))).reports).toHaveLength(1)
  expect(await readReports(join(temp.path, 'missing'))).toEqual({ reports: [], warnings: [] })
})

test('a report in a folder whose name begins with the prefix is called by the rest', async () => {
  await using temp = await makeTempFolder({
    'images-1f-shop/report.json': renderJson(json),
    'images-1f-/report.json': renderJson(json),
    'other/report.json': renderJson(json),
  })
  const { reports } = await readReports(temp.path, 'images-1f-')
  expect(reports.map(({ name }) => name)).toEqual([undefined, 'shop', undefined])
})

test.each([
  { name: 'no JSON', text: 'x', why: 'it is no JSON' },
  { name: 'another form', text: JSON.stringify({ ...json, version: 1 }), why: 'it is not valid at version' },
  {
    name: 'a link of its own',
    text: JSON.stringify({
      ...json,
      advice: [{ id: 'x', title: 'x', evidence: [], fix: '', link: 'https://evil.example/' }],
    }),
    why: 'it is not valid at advice.0.link',
  },
])('does not use $name', async ({ text, why }) => {
  await using temp = await makeTempFolder({ 'report.json': text })
  expect(await readReports(temp.path)).toEqual({
    reports: [],
    warnings: [`Report 1 of 1 was not used: ${why}.`],
  })
})

test('follows no link, opens nothing enormous, and stops at a hundred', async () => {
  await using temp = await makeTempFolder({ 'big/report.json': '', secret: renderJson(json) })
  await truncate(join(temp.path, 'big', 'report.json'), 17 * 1024 * 1024)
  await symlink(join(temp.path, 'secret'), join(temp.path, 'report.json'))
  const { reports, warnings } = await readReports(temp.path)
  expect(reports).toEqual([])
  expect(warnings).toEqual(['Report 1 of 1 was not used: it has 17.83 MB; at most 16.78 MB are read.'])
  await using many = await makeTempFolder(
    Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}/report.json`, '{}'])),
  )
  expect((await readReports(many.path)).warnings[0]).toBe('Only the first 100 reports were read.')
})
