import { expect, test } from '@jest/globals'
import { describePart } from '../../../../src/report/text/part-labels.ts'

type Part = Parameters<typeof describePart>[0]
type Changes = Parameters<typeof describePart>[1]
type File = Changes['files'][number]

const part = (kind: Part['kind'], name: string, bytes: number, more: Partial<Part> = {}): Part => ({
  ...{ kind, name, versionBefore: undefined, versionAfter: undefined, isEstimate: true },
  ...{ compressedChangeBytes: bytes, uncompressedChangeBytes: bytes },
  ...more,
})

/** A file that came or, with fewer bytes than none, went. */
const file = ({ kind, name }: Part, path: string, bytes: number): File => ({
  ...{ kind: bytes < 0 ? 'removed' : 'added', path, part: { kind, name }, compressedChangeBytes: bytes },
  ...{ beforeBytes: Math.max(0, -bytes), afterBytes: Math.max(0, bytes) },
})

const other = (bytes: number): Part => part('other', '', bytes)
const project = (bytes: number): Part => part('project', 'Shop', bytes)
const nodeModules = Array.from({ length: 300 }, (_, index) =>
  file(other(0), `app/node_modules/pkg${index % 30}/lib/f${index}.js`, 1_400),
)

const layer = (createdBy: string, compressedBytes: number): Changes['layers'][number] => ({
  kind: 'added',
  after: {
    ...{ createdBy, compressedBytes, uncompressedBytes: compressedBytes },
  },
})

test.each<{ name: string; part: Part; files: File[]; layers?: Changes['layers']; words: string }>([
  {
    name: 'what a RUN installed in many places',
    part: other(4_000_000),
    files: [
      file(other(0), 'var/lib/apt/lists/deb', 3_000_000),
      file(other(0), 'usr/share/curl', 500_000),
      file(other(0), 'usr/bin/curl', 500_000),
    ],
    layers: [layer('COPY /out .', 300_000), layer('RUN apt-get install -y curl', 4_010_000)],
    words: 'RUN apt-get install -y curl +4.01 MB',
  },
  {
    name: 'a file that was copied, and not the COPY',
    part: other(700_000),
    files: [file(other(0), 'app/seed.json', 700_000)],
    layers: [layer('COPY /out .', 700_000)],
    words: 'app/seed.json +700.00 kB',
  },
  {
    name: 'files that are written again',
    part: part('repeated', 'RUN chown -R 1654 /app', 300_000),
    files: [file(part('repeated', 'RUN chown -R 1654 /app', 0), 'app/Acme.dll', 290_000)],
    words: 'files written again by RUN chown -R 1654 /app +300.00 kB',
  },
  {
    name: 'a folder of many files is named, and none of them',
    part: other(424_000),
    files: [...nodeModules, file(other(0), 'app/notes.txt', 4_000)],
    words: 'app/node_modules/ +420.00 kB',
  },
  {
    name: 'a file that most of it comes from',
    part: other(705_000),
    files: [file(other(0), 'app/seed.json', 700_000), file(other(0), 'app/more.json', 5_000)],
    words: 'app/seed.json +700.00 kB',
  },
  {
    name: 'what went against the part’s change is not counted',
    part: other(-690_000),
    files: [file(other(0), 'data/old.bin', -700_000), file(other(0), 'data/new.bin', 10_000)],
    words: 'data/old.bin −700.00 kB',
  },
  {
    name: 'files of different places: the one with most of it',
    part: other(20_000),
    files: [
      file(other(0), 'etc/a', 7_000),
      file(other(0), 'opt/b/c', 12_000),
      file(other(0), 'opt/b/d', 1_000),
    ],
    words: 'opt/b/c +12.00 kB',
  },
  {
    name: 'many places of which none has much',
    part: other(200_000),
    files: Array.from({ length: 20 }, (_, index) => file(other(0), `t${index}/x`, 10_000)),
    words: 'other files +200.00 kB',
  },
  {
    name: 'what a RUN installed beside other files',
    part: other(6_000_000),
    files: [
      file(other(0), 'var/lib/apt/lists/deb', 2_000_000),
      file(other(0), 'usr/bin/curl', 2_000_000),
      file(other(0), 'srv/seed.bin', 2_000_000),
    ],
    layers: [layer('RUN apt-get install -y curl', 4_010_000), layer('RUN dotnet publish', 9_000_000)],
    words: 'RUN apt-get install -y curl +4.01 MB',
  },
  {
    name: 'a place that grew by more than all, since another one shrank',
    part: other(200_000),
    files: [file(other(0), 'opt/tool', 1_000_000), file(other(0), 'srv/old', -800_000)],
    words: 'opt/tool +1.00 MB',
  },
  {
    name: 'headers of many files',
    part: part('archive', '', 240_000),
    files: [...nodeModules, file(project(0), 'app/Shop.dll', 3_000)],
    words: 'folders and tar headers of 301 new files in app/node_modules/ +240.00 kB',
  },
  {
    name: 'headers of many files that went',
    part: part('archive', '', -240_000),
    files: Array.from({ length: 50 }, (_, index) => file(other(0), `d${index}/f`, -10)),
    words: 'folders and tar headers of 50 removed files −240.00 kB',
  },
  {
    name: 'headers where no file came or went',
    part: part('archive', '', 1_500),
    files: [file(other(0), 'app/one', 10)],
    words: 'folders and tar headers +1.50 kB',
  },
  {
    name: 'symbols of a project',
    part: project(203_520),
    files: [file(project(0), 'app/Shop.pdb', 203_520)],
    words: 'project Shop (app/Shop.pdb) +203.52 kB',
  },
  {
    name: 'the code of a project',
    part: project(9_000),
    files: [file(project(0), 'app/Shop.dll', 8_900), file(project(0), 'app/Shop.deps.json', 100)],
    words: 'project Shop +9.00 kB',
  },
  {
    name: 'an application in one file',
    part: part('single-file', 'Shop', 9_000_000),
    files: [file(part('single-file', 'Shop', 0), 'app/Shop', 9_000_000)],
    words: 'single-file app Shop +9.00 MB',
  },
  {
    name: 'what became one file, which is no change of one of those that it was',
    part: part('single-file', 'Shop', -1_400),
    files: [
      file(part('single-file', 'Shop', 0), 'app/Shop', 278_900),
      file(part('single-file', 'Shop', 0), 'app/Acme.dll', -280_300),
    ],
    words: 'single-file app Shop −1.40 kB',
  },
  {
    name: 'one of many files that became another one, and is as large as the difference by chance',
    part: part('single-file', 'Shop', -3_700_000),
    files: [
      file(part('single-file', 'Shop', 0), 'app/Shop', 33_800_000),
      file(part('single-file', 'Shop', 0), 'app/System.Xml.dll', -3_690_000),
      file(part('single-file', 'Shop', 0), 'app/System.Core.dll', -33_810_000),
    ],
    words: 'single-file app Shop −3.70 MB',
  },
  {
    name: 'scripts that have other names',
    part: part('static-web-assets', 'Shop', 20_000),
    files: [
      file(part('static-web-assets', 'Shop', 0), 'app/wwwroot/js/a1.js', 520_000),
      file(part('static-web-assets', 'Shop', 0), 'app/wwwroot/js/b2.js', -500_000),
    ],
    words: 'static web assets Shop (app/wwwroot/js/) +20.00 kB',
  },
  {
    name: 'a package of the same version, which got its documentation',
    part: part('package', 'Acme', 114_000, { versionBefore: '1.0.0', versionAfter: '1.0.0' }),
    files: [file(part('package', 'Acme', 0), 'app/Acme.xml', 114_000)],
    words: 'package Acme 1.0.0 (app/Acme.xml) +114.00 kB',
  },
  {
    name: 'a new version says enough',
    part: part('package', 'Acme', 50_000, { versionBefore: '1.0.0', versionAfter: '2.0.0' }),
    files: [file(part('package', 'Acme', 0), 'app/Acme.dll', 50_000)],
    words: 'package Acme 1.0.0 → 2.0.0 +50.00 kB',
  },
])('$name', ({ part: changed, files, layers = [], words }) => {
  expect(describePart(changed, { files, layers }, 'compressed', String)).toBe(words)
})
