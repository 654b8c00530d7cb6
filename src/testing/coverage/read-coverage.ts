import { CoberturaVisitor } from './cobertura.ts'
import { cutText } from '../../shared/text.ts'
import { LineCollector, type ModuleCoverage } from './coverage-lines.ts'
import { OpenCoverVisitor } from './opencover.ts'
import { describeEnd, detached, readXml, type XmlAttributes, type XmlVisitor } from '../../xml/read-xml.ts'

/** One coverage file, line by line, so that reports of several test projects can be merged. */
export interface CoverageReport {
  /** Not there for a file of another kind. */
  format?: 'cobertura' | 'opencover'
  modules: ModuleCoverage[]
  /** Why the file could not be read to its end, or at all. */
  errors: string[]
  /** The file was cut, broken or refused, or has more than 1,000,000 lines of code; what was read is here. */
  incomplete: boolean
}

/** Reads a file of Cobertura or OpenCover, as its root tells, in UTF-8 or UTF-16. Never throws for what is in the file. */
export async function readCoverage(chunks: AsyncIterable<Uint8Array>): Promise<CoverageReport> {
  const lines = new LineCollector()
  const visitor = new RootVisitor(lines)
  const end = await readXml(chunks, visitor)
  const problem = describeEnd(end)
  const errors = problem === undefined ? [] : [problem]
  if (visitor.foreignRoot !== undefined) {
    errors.push(
      `The file is no coverage report of Cobertura or OpenCover: its root is <${visitor.foreignRoot}>.`,
    )
  }
  if (lines.isFull) errors.push('The report has more lines or files than are read.')
  const incomplete = end.kind !== 'complete' || errors.length > 0
  const report: CoverageReport = { modules: lines.modules, errors, incomplete }
  if (visitor.format !== undefined) report.format = visitor.format
  return report
}

class RootVisitor implements XmlVisitor {
  readonly #lines: LineCollector
  #visitor: XmlVisitor | undefined
  format: 'cobertura' | 'opencover' | undefined
  foreignRoot: string | undefined

  constructor(lines: LineCollector) {
    this.#lines = lines
  }

  open(name: string, attributes: XmlAttributes): number | undefined {
    if (this.#visitor !== undefined) return this.#visitor.open(name, attributes)
    if (this.foreignRoot === undefined) this.#openRoot(name)
    return undefined
  }

  close(name: string, text: string | undefined): void {
    this.#visitor?.close(name, text)
  }

  #openRoot(name: string): void {
    if (name === 'coverage') {
      this.format = 'cobertura'
      this.#visitor = new CoberturaVisitor(this.#lines)
    } else if (name === 'CoverageSession') {
      this.format = 'opencover'
      this.#visitor = new OpenCoverVisitor(this.#lines)
    } else this.foreignRoot = cutText(detached(name), 100)
  }
}
