import { symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findReports } from '../../../src/merge/find-reports.ts'
import { readImage } from '../../../src/merge/read-image.ts'
import { renderJson, toReportJson } from '../../../src/report/model/to-json.ts'
import { report } from '../report/a-report.ts'
import { makeTempFolder } from '../temp-folder.ts'

const good = renderJson(toReportJson(report()))

test('finds the folders with the prefix, by name', async () => {
  await using temp = await makeTempFolder({
    'containers-b/report.json': good,
    'containers-a/report.json': good,
    'coverage/report.json': good,
    'containers-file': '',
  })
  await symlink(join(temp.path, 'coverage'), join(temp.path, 'containers-link'))
  expect(await findReports(temp.path, 'containers-')).toEqual([
    { name: 'a', path: join(temp.path, 'containers-a', 'report.json') },
    { name: 'b', path: join(temp.path, 'containers-b', 'report.json') },
  ])
})

test('a folder that is not there has no reports', async () => {
  await using temp = await makeTempFolder()
  expect(await findReports(join(temp.path, 'none'), '')).toEqual([])
})

test('reads a report', async () => {
  await using temp = await makeTempFolder({ 'report.json': good })
  const image = await readImage({ name: 'shop', path: join(temp.path, 'report.json') })
  expect(image).toMatchObject({ name: 'shop', kind: 'report', report: { imageKey: 'shop', problems: [] } })
})

const refused: [what: string, make: (path: string) => Promise<unknown>, expected: RegExp][] = [
  ['is not there', () => Promise.resolve(), /^It left no report\.json/],
  ['is no JSON', (path) => writeFile(path, '{'), /not used: it is no JSON\.$/],
  ['is another thing', (path) => writeFile(path, '{"version":1}'), /it is not valid at version\.$/],
  [
    'has sizes that are none',
    (path) => writeFile(path, good.replace(/"compressedBytes": \d+/, '"compressedBytes": -1')),
    /it is not valid at .*compressedBytes\.$/,
  ],
  ['is a link', (path) => symlink('/etc/passwd', path), /it is not a file/],
  [
    'is larger than any',
    (path) => writeFile(path, '').then(() => truncate(path, 64_000_001)),
    /has 64\.00 MB; at most/,
  ],
]

test.each(refused)('a report that %s is lost, with the reason', async (_, make, expected) => {
  await using temp = await makeTempFolder()
  const path = join(temp.path, 'report.json')
  await make(path)
  const image = await readImage({ name: 'shop', path })
  expect(image.kind === 'lost' ? image.reason : image).toMatch(expected)
})
