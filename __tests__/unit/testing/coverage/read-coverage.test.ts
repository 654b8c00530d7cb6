import { describe, expect, test } from '@jest/globals'

import { LineCollector, type ModuleCoverage } from '../../../../src/testing/coverage/coverage-lines.ts'
import { mergeCoverage, type Coverage } from '../../../../src/testing/coverage/merge-coverage.ts'
import { readCoverage } from '../../../../src/testing/coverage/read-coverage.ts'
import { recordedFile, recordedStream } from '../recorded.ts'

const order = '/src/cov/src/Shop/Order.cs'
const recorded = {
  coverlet: 'coverage/coverlet.coverage.cobertura.xml',
  opencover: 'coverage/coverlet-opencover.coverage.opencover.xml',
  microsoft: 'coverage/mscov.cobertura.xml',
}

async function* streamOf(...pieces: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece))
}

const read = (text: string | Uint8Array): Promise<ModuleCoverage[]> => readCoverage(streamOf(text))

/** Lines covered, lines, branches covered, branches. */
function counts(
  linesCovered: number,
  linesValid: number,
  branchesCovered: number,
  branchesValid: number,
): Coverage['total'] {
  return { linesCovered, linesValid, branchesCovered, branchesValid }
}

const file = (path: string, ...numbers: [number, number, number, number]): Coverage['files'][number] => ({
  path,
  ...counts(...numbers),
})

function cobertura(packages: string, sources = ''): string {
  return `<?xml version="1.0"?><coverage line-rate="1"><sources>${sources}</sources><packages>${packages}</packages></coverage>`
}

function pack(name: string, fileName: string, lines: string): string {
  return `<package name="${name}"><classes><class name="C" filename="${fileName}"><methods /><lines>${lines}</lines></class></classes></package>`
}

const line = (number: number, hits: number, branches = '') =>
  `<line number="${number}" hits="${hits}"${branches === '' ? '' : ` branch="True" condition-coverage="50% (${branches})"`} />`

describe('recorded reports', () => {
  test.each([
    ['coverlet, Cobertura: relative names and a source', recorded.coverlet, [file(order, 5, 7, 4, 6)]],
    ['coverlet, OpenCover', recorded.opencover, [file(order, 5, 7, 4, 6)]],
    [
      "Microsoft's collector: absolute names, a mark, the tests among it",
      recorded.microsoft,
      [file(order, 5, 7, 2, 4), file('/src/cov/tests/Shop.Tests/T.cs', 1, 1, 0, 0)],
    ],
  ])('%s', async (_, name, files) => {
    const report = await readCoverage(recordedStream(name, 100))
    expect(mergeCoverage(report, []).files).toEqual(files)
  })

  test('the lines of the file', async () => {
    const modules = await readCoverage(recordedStream(recorded.coverlet))
    const hits = new Map([
      [5, 1],
      [6, 1],
      [7, 1],
      [8, 1],
      [9, 0],
      [10, 4],
      [12, 0],
    ])
    const branches = new Map([
      [6, { covered: 1, valid: 2 }],
      [7, { covered: 1, valid: 2 }],
      [10, { covered: 2, valid: 2 }],
    ])
    expect(modules).toEqual([{ name: 'Shop', files: [{ path: order, hits, branches }] }])
  })

  test.each(['Shop.Tests', 'shop.tests', 'Shop.Tests.dll', '/src/cov/tests/bin/Shop.Tests.dll'])(
    'the assembly of the tests, given as %s, is left out',
    async (name) => {
      const report = await readCoverage(recordedStream(recorded.microsoft))
      expect(mergeCoverage(report, [name])).toEqual({
        total: counts(5, 7, 2, 4),
        files: [file(order, 5, 7, 2, 4)],
      })
    },
  )

  test('the same report found twice, and in two formats, counts once', async () => {
    const coverlet = await readCoverage(recordedStream(recorded.coverlet))
    const again = await readCoverage(recordedStream(recorded.coverlet))
    const opencover = await readCoverage(recordedStream(recorded.opencover))
    expect(mergeCoverage([...coverlet, ...again, ...opencover], []).total).toEqual(counts(5, 7, 4, 6))
  })

  test('UTF-16', async () => {
    const text = Buffer.from(recordedFile(recorded.microsoft)).toString('utf8')
    const report = await read(Buffer.from(text, 'utf16le'))
    expect(mergeCoverage(report, ['Shop.Tests']).total).toEqual(counts(5, 7, 2, 4))
  })
})

describe('merging', () => {
  test('two test projects cover more of a file together', async () => {
    const first = await read(
      cobertura(pack('Shop', '/src/A.cs', line(1, 1) + line(2, 0) + line(3, 2, '1/4'))),
    )
    const second = await read(
      cobertura(
        pack('Shop', '/src/A.cs', line(2, 7) + line(3, 1, '3/4')) + pack('Cart', '/src/B.cs', line(1, 0)),
      ),
    )
    expect(mergeCoverage([...first, ...second], [])).toEqual({
      total: counts(3, 4, 3, 4),
      files: [file('/src/A.cs', 3, 3, 3, 4), file('/src/B.cs', 0, 1, 0, 0)],
    })
  })

  test('nothing is no division by anything', () => {
    expect(mergeCoverage([], [])).toEqual({ total: counts(0, 0, 0, 0), files: [] })
  })
})

describe('Cobertura', () => {
  test.each([
    ['a source and a relative name', '<source>/src/shop/</source>', 'src/A.cs', '/src/shop/src/A.cs'],
    ['a source that is the root', '<source>/</source>', 'src/A.cs', '/src/A.cs'],
    ['the first of two sources', '<source>/a</source><source>/b</source>', 'A.cs', '/a/A.cs'],
    ['an absolute name', '<source>/src</source>', '/other/A.cs', '/other/A.cs'],
    ['a name from a source link', '<source>/src</source>', 'https://host/A.cs', 'https://host/A.cs'],
    ['a deterministic name', '<source>/src</source>', '/_/src/A.cs', '/_/src/A.cs'],
    ['a name that climbs', '<source>/src</source>', '../../etc/x', '/etc/x'],
    ['a name that climbs without a source', '', '../../etc/x', '../../etc/x'],
    ['Windows', '<source>C:\\src\\</source>', 'A.cs', 'C:\\src\\A.cs'],
  ])('%s', async (_, source, name, path) => {
    const report = await read(cobertura(pack('Shop', name, line(1, 1)), source))
    expect(mergeCoverage(report, []).files).toEqual([file(path, 1, 1, 0, 0)])
  })

  test('a class without lines of its own has those of its methods', async () => {
    const methods = `<method name="M"><lines>${line(1, 1)}${line(2, 0)}</lines></method>`
    const text = `<package name="P"><classes><class filename="/A.cs"><methods>${methods}</methods><lines /></class></classes></package>`
    expect(mergeCoverage(await read(cobertura(text)), []).files).toEqual([file('/A.cs', 1, 2, 0, 0)])
  })

  test('numbers that make no sense are left out', async () => {
    const lines =
      '<line number="0" hits="1" /><line number="-3" hits="1" /><line number="x" hits="1" /><line hits="1" /><line number="2" hits="NaN" /><line number="99999999999" hits="1" />'
    expect(mergeCoverage(await read(cobertura(pack('P', '/A.cs', lines))), []).files).toEqual([
      file('/A.cs', 0, 1, 0, 0),
    ])
  })
})

describe('OpenCover', () => {
  const session = (points: string) =>
    `<CoverageSession><Modules><Module><ModuleName>P</ModuleName><Files><File uid="1" fullPath="/A.cs" /></Files><Classes><Class><Methods><Method><FileRef uid="1" />${points}</Method></Methods></Class></Classes></Module></Modules></CoverageSession>`

  test('a statement over several lines, a hidden one, points without a file', async () => {
    const points =
      '<SequencePoint vc="1" sl="3" el="5" fileid="1" /><SequencePoint vc="0" sl="5" el="6" /><SequencePoint vc="9" sl="16707566" el="16707566" fileid="1" /><BranchPoint vc="1" sl="3" fileid="1" /><BranchPoint vc="0" sl="3" />'
    expect(mergeCoverage(await read(session(points)), []).files).toEqual([file('/A.cs', 3, 4, 1, 2)])
  })
})

describe('files that are not whole', () => {
  test('an empty one', async () => {
    expect(await readCoverage(streamOf())).toEqual([])
  })

  test('one that is cut gives what was read', async () => {
    const bytes = recordedFile(recorded.coverlet)
    const report = await read(bytes.subarray(0, bytes.length - 300))
    expect(mergeCoverage(report, []).total).toEqual(counts(5, 6, 4, 6))
  })

  test('another kind of file', async () => {
    expect(await read('<TestRun />')).toEqual([])
  })

  test('one with a document type is refused, as every other is that could harm', async () => {
    const bomb = '<!DOCTYPE coverage [<!ENTITY a "aaaa">]><coverage>&a;</coverage>'
    expect(await read(bomb)).toEqual([])
  })

  test('more lines than are kept', () => {
    const lines = new LineCollector()
    lines.startModule('P')
    for (let number = 1; number <= 1_000_000; number += 1) lines.addHits('/A.cs', number, 1)
    lines.addHits('/A.cs', 1_000_001, 1)
    expect(lines.modules[0]?.files[0]?.hits.size).toBe(1_000_000)
  })
})
