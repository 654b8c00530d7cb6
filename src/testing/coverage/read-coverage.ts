import { CoberturaVisitor } from './cobertura.ts'
import { LineCollector, type ModuleCoverage } from './coverage-lines.ts'
import { OpenCoverVisitor } from './opencover.ts'
import { readXml, type XmlVisitor } from '../../xml/read-xml.ts'

/**
 * What a file of Cobertura or OpenCover, as its root tells, says of each assembly; streamed, in UTF-8 or UTF-16. Of one that is cut, broken or
 * refused it is what was read, and nothing of another kind of file.
 */
export async function readCoverage(chunks: AsyncIterable<Uint8Array>): Promise<ModuleCoverage[]> {
  const lines = new LineCollector()
  let root: string | undefined
  let visitor: XmlVisitor | undefined
  await readXml(chunks, {
    open: (name, attributes) => {
      if (root === undefined) visitor = visitorOf((root = name), lines)
      return visitor?.open(name, attributes)
    },
    close: (name, text) => visitor?.close(name, text),
  })
  return lines.modules
}

function visitorOf(root: string, lines: LineCollector): XmlVisitor | undefined {
  if (root === 'coverage') return new CoberturaVisitor(lines)
  return root === 'CoverageSession' ? new OpenCoverVisitor(lines) : undefined
}
