import { assemblyName } from '../log/text.ts'
import { countIn, type LineCollector } from './coverage-lines.ts'
import { detached, type XmlAttributes, type XmlVisitor } from '../../xml/read-xml.ts'

const pathLimit = 4096
const longestStatement = 1000

/** Reads OpenCover's elements (https://github.com/OpenCover/opencover). A statement is on each of its lines; hidden ones (0xFEEFEE) have no code. */
export class OpenCoverVisitor implements XmlVisitor {
  readonly #lines: LineCollector
  readonly #paths = new Map<string, string>()
  /** File of the method, for points that don't name one. */
  #fileId = ''

  constructor(lines: LineCollector) {
    this.#lines = lines
  }

  open(name: string, attributes: XmlAttributes): number | undefined {
    if (name === 'SequencePoint') this.#addStatement(attributes)
    else if (name === 'BranchPoint') this.#addBranch(attributes)
    else if (name === 'FileRef') this.#fileId = attributes.get('uid') ?? ''
    else if (name === 'Method') this.#fileId = ''
    else if (name === 'File') this.#addFile(attributes.get('uid') ?? '', attributes.get('fullPath') ?? '')
    else if (name === 'ModuleName') return pathLimit
    return undefined
  }

  close(name: string, text: string | undefined): void {
    if (name === 'ModuleName') this.#lines.startModule(assemblyName(detached(text ?? '')))
  }

  #addFile(uid: string, path: string): void {
    if (this.#paths.size < 100_000) this.#paths.set(detached(uid), detached(path.slice(0, pathLimit)))
  }

  #pathOf(attributes: XmlAttributes): string {
    return this.#paths.get(attributes.get('fileid') ?? this.#fileId) ?? ''
  }

  #addStatement(attributes: XmlAttributes): void {
    const first = countIn(attributes.get('sl'))
    const last = Math.min(Math.max(first, countIn(attributes.get('el'))), first + longestStatement)
    const path = this.#pathOf(attributes)
    for (let line = first; line <= last; line += 1)
      this.#lines.addHits(path, line, countIn(attributes.get('vc')))
  }

  #addBranch(attributes: XmlAttributes): void {
    const covered = countIn(attributes.get('vc')) > 0 ? 1 : 0
    this.#lines.addBranches(this.#pathOf(attributes), countIn(attributes.get('sl')), { covered, valid: 1 })
  }
}
