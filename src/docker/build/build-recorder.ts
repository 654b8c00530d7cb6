import type { BuildResult } from './build-result.ts'
import { parseProgressLine, type ProgressEvent, type Vertex } from './progress.ts'
import { parseStepName, StepTracker } from './steps.ts'

/** Most lines of plain text (errors of buildx) that are kept. */
const maxTextLines = 2_000
/** Most lines of output that are kept; BuildKit itself clips a step at 2 MiB. */
const maxOutputLines = 200_000

/** Keeps what a build tells of itself while it runs. */
export class BuildRecorder {
  readonly #reword: (text: string) => string
  readonly #onStep: (name: string) => void
  readonly #tracker = new StepTracker()
  readonly #names = new Map<string, string>()
  readonly #output: BuildResult['output'] = []
  readonly #text: string[] = []
  readonly #checks = new Set<string>()

  /** `reword` turns BuildKit's texts into those that people read; `onStep` hears the name of each step that is at work. */
  constructor(reword: (text: string) => string, onStep: (name: string) => void) {
    this.#reword = reword
    this.#onStep = onStep
  }

  /** Takes a line of progress, and gives its events as people read them. */
  take(line: string): ProgressEvent[] {
    return parseProgressLine(line).map((event) => {
      this.#keep(event)
      return event.kind === 'vertex' ? { ...event, vertex: this.#rewordVertex(event.vertex) } : event
    })
  }

  /** Takes a line that a step printed. */
  print(digest: string, text: string): void {
    const step = this.#names.get(digest) ?? ''
    if (this.#output.length < maxOutputLines)
      this.#output.push({ step, stage: parseStepName(step).stage, text })
  }

  /** All that was told until now. */
  recorded(): Pick<BuildResult, 'steps' | 'output' | 'text' | 'checks'> {
    const steps = this.#tracker.steps()
    return { steps, output: this.#output, text: this.#text, checks: [...this.#checks] }
  }

  #keep(event: ProgressEvent): void {
    switch (event.kind) {
      case 'vertex':
        this.#names.set(event.vertex.digest, event.vertex.name)
        this.#tracker.update(event.vertex)
        if (isAtWork(event.vertex)) this.#onStep(event.vertex.name)
        break
      case 'context':
        this.#tracker.send(event.vertex, event.sentBytes)
        break
      case 'layer':
        this.#tracker.receive(event.vertex, event.digest, event.receivedBytes)
        break
      case 'check':
        this.#checks.add(this.#reword(event.text))
        break
      case 'text':
        if (this.#text.length < maxTextLines) this.#text.push(this.#reword(event.text))
        break
      case 'output':
        break
    }
  }

  /** A step as people read it; its name is cut for the log only after that. */
  #rewordVertex(vertex: Vertex): Vertex {
    const { name, error } = vertex
    return { ...vertex, name: this.#reword(name), error: error && this.#reword(error) }
  }
}

function isAtWork({ started, completed, cached }: Vertex): boolean {
  return started !== undefined && completed === undefined && cached !== true
}
