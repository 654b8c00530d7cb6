/** Branches of one line: how many were taken, and how many there are. */
export interface BranchCount {
  covered: number
  valid: number
}

/** What a report says of the lines of one file. */
export interface FileLines {
  /** As the report has it, joined to its source folder: usually an absolute path inside the container. */
  path: string
  /** Hits by line number, for every line that has code. */
  hits: Map<number, number>
  /** Branches by line number, for lines that have some. */
  branches: Map<number, BranchCount>
}

/** What a report says of one assembly (a package of Cobertura, a module of OpenCover). */
export interface ModuleCoverage {
  /** Name without folder and extension. */
  name: string
  files: FileLines[]
}

const limits = { lines: 1_000_000, files: 50_000, lineNumber: 10_000_000 }

/** Collects lines by module and file; at most 1,000,000 lines in 50,000 files. */
export class LineCollector {
  readonly modules: ModuleCoverage[] = []
  #files = new Map<string, FileLines>()
  #lines = 0
  #fileCount = 0

  /** Begins a module; what follows belongs to it. */
  startModule(name: string): void {
    this.#files = new Map()
    this.modules.push({ name, files: [] })
  }

  /** Notes a line; of two notes of the same line of a module the higher hits stay. */
  addHits(path: string, line: number, hits: number): void {
    const file = this.#fileOf(path, line)
    if (file === undefined) return
    const known = file.hits.get(line)
    if (known === undefined && ++this.#lines > limits.lines) return
    file.hits.set(line, Math.max(known ?? 0, hits))
  }

  /** Adds branches to a line: a lambda has its own beside those of the method around it. */
  addBranches(path: string, line: number, branches: BranchCount): void {
    const file = this.#fileOf(path, line)
    if (file?.hits.has(line) !== true) return
    const { covered, valid } = file.branches.get(line) ?? { covered: 0, valid: 0 }
    const more = Math.min(branches.covered, branches.valid)
    file.branches.set(line, { covered: covered + more, valid: valid + branches.valid })
  }

  #fileOf(path: string, line: number): FileLines | undefined {
    if (path === '' || !Number.isInteger(line) || line < 1 || line > limits.lineNumber) return undefined
    const known = this.#files.get(path)
    if (known !== undefined) return known
    const module = this.modules.at(-1)
    if (module === undefined || ++this.#fileCount > limits.files) return undefined
    const file: FileLines = { path, hits: new Map(), branches: new Map() }
    this.#files.set(path, file)
    module.files.push(file)
    return file
  }
}

/** A count in an attribute: a whole number, 0 where there is none. */
export function countIn(text: string | undefined): number {
  const number = Number(text ?? '0')
  return Number.isFinite(number) && number > 0 ? Math.floor(number) : 0
}
