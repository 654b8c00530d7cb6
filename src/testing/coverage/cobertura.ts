import { posix } from 'node:path'

import { assemblyName } from '../log/text.ts'
import { countIn, type BranchCount, type LineCollector } from './coverage-lines.ts'
import { detached, type XmlAttributes, type XmlVisitor } from '../../xml/read-xml.ts'

interface Line {
  number: number
  hits: number
  branches: BranchCount | undefined
}

const pathLimit = 4096
const longestClass = 200_000

/** Reads Cobertura's elements (https://cobertura.sourceforge.net/xml/coverage-04.dtd). Lines are the classes', where one has none its methods'. */
export class CoberturaVisitor implements XmlVisitor {
  readonly #lines: LineCollector
  #source = ''
  #path = ''
  #isInMethod = false
  #ofClass: Line[] = []
  #ofMethods: Line[] = []

  constructor(lines: LineCollector) {
    this.#lines = lines
  }

  open(name: string, attributes: XmlAttributes): number | undefined {
    if (name === 'line') this.#addLine(attributes)
    else if (name === 'method') this.#isInMethod = true
    else if (name === 'class') this.#startClass(attributes.get('filename') ?? '')
    else if (name === 'package') this.#lines.startModule(assemblyName(detached(attributes.get('name') ?? '')))
    else if (name === 'source') return pathLimit
    return undefined
  }

  close(name: string, text: string | undefined): void {
    if (name === 'method') this.#isInMethod = false
    else if (name === 'class') this.#endClass()
    // With several sources nothing says which of them a file is in.
    else if (name === 'source' && this.#source === '') this.#source = detached(text ?? '').trim()
  }

  #startClass(fileName: string): void {
    this.#path = joinPath(this.#source, detached(fileName.slice(0, pathLimit)))
    this.#ofClass = []
    this.#ofMethods = []
  }

  #addLine(attributes: XmlAttributes): void {
    const found = /\((\d{1,6})\/(\d{1,6})\)/.exec(attributes.get('condition-coverage') ?? '')
    const line: Line = {
      number: countIn(attributes.get('number')),
      hits: countIn(attributes.get('hits')),
      branches: found === null ? undefined : { covered: Number(found[1]), valid: Number(found[2]) },
    }
    const lines = this.#isInMethod ? this.#ofMethods : this.#ofClass
    if (lines.length < longestClass) lines.push(line)
  }

  #endClass(): void {
    const lines = this.#ofClass.length > 0 ? this.#ofClass : this.#ofMethods
    for (const { number, hits, branches } of lines) {
      this.#lines.addHits(this.#path, number, hits)
      if (branches !== undefined) this.#lines.addBranches(this.#path, number, branches)
    }
    this.#ofClass = []
    this.#ofMethods = []
  }
}

/** A name that is already absolute (a path, a drive, the address of a source link) stays as it is. */
function joinPath(source: string, name: string): string {
  if (name === '' || source === '' || /^(?:[/\\]|[A-Za-z]:[/\\]|[a-z]{2,10}:\/\/)/.test(name)) return name
  return source.startsWith('/')
    ? posix.join(source, name)
    : `${source.replace(/[/\\]$/, '')}${source.includes('\\') ? '\\' : '/'}${name}`
}
