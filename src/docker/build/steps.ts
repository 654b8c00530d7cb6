import type { BuildResult, DockerfileFinding, Step } from './build-result.ts'
import { isCancelledStep } from './buildkit-words.ts'
import { parseProgressLine, type ProgressEvent, type Vertex } from './progress.ts'

/** `[stage 3/7] instruction`, for one of several platforms `[linux/arm64 stage 3/7] instruction`. */
const stepPattern = /^\[(?:((?:linux|windows|darwin)\/\S+) )?(?:(\S+) +)?(\d+\/\d+)\] ([\s\S]*)$/

/** Splits BuildKit's name of a step into stage, platform, position and instruction. */
export function parseStepName(name: string): Pick<Step, 'stage' | 'platform' | 'position' | 'name'> {
  const [, platform, stage, position, instruction] = stepPattern.exec(name) ?? []
  if (instruction === undefined) return { stage: undefined, position: undefined, name }
  return { stage: stage ?? 'stage-0', platform, position, name: instruction }
}

/** Gathers the steps of one build from the progress events. */
export class StepTracker {
  readonly #sent = new Map<string, number>()
  readonly #received = new Map<string, Map<string, number>>()
  readonly #vertices = new Map<string, { vertex: Vertex; endedBy: Map<string, string> }>()

  /** Takes a change of a step, or how many bytes it has sent of the build context or received of a layer by now. */
  take(event: ProgressEvent): void {
    if (event.kind === 'vertex') this.update(event.vertex)
    else if (event.kind === 'context')
      this.#sent.set(event.vertex, Math.max(event.sentBytes, this.#sent.get(event.vertex) ?? 0))
    else if (event.kind === 'layer') {
      const { vertex, digest, receivedBytes } = event
      const layers = this.#received.get(vertex) ?? new Map<string, number>()
      this.#received.set(vertex, layers.set(digest, Math.max(receivedBytes, layers.get(digest) ?? 0)))
    }
  }

  /** A step may start and complete more than once, and each change may come again. */
  update(vertex: Vertex): void {
    const known = this.#vertices.get(vertex.digest) ?? { vertex, endedBy: new Map<string, string>() }
    known.vertex = { ...known.vertex, ...withoutUndefined(vertex) }
    // One that starts again has not completed.
    if (vertex.started !== undefined) known.vertex.completed = vertex.completed
    const { started, completed } = known.vertex
    if (started !== undefined && completed !== undefined) known.endedBy.set(started, completed)
    this.#vertices.set(vertex.digest, known)
  }

  /** The steps that ran or were cached, stage by stage in the order of the instructions. */
  steps(): Step[] {
    const begun = [...this.#vertices.values()]
      .filter(({ vertex }) => vertex.started !== undefined || vertex.cached)
      .sort((a, b) => startOf(a.vertex) - startOf(b.vertex))
    const steps = begun.map(({ vertex, endedBy }) => {
      const error = vertex.error === '' ? undefined : vertex.error
      const timesMs = [...endedBy].map(([from, to]) => Math.max(0, Date.parse(to) - Date.parse(from)))
      const durationMs = timesMs.reduce((sum, one) => sum + one, 0)
      const received = [...(this.#received.get(vertex.digest)?.values() ?? [])]
      return {
        ...parseStepName(vertex.name),
        ...{ outcome: outcomeOf(vertex), durationMs, error },
        sentBytes: this.#sent.get(vertex.digest),
        receivedBytes: received.reduce((sum, one) => sum + one, 0) || undefined,
      }
    })
    return inOrder(steps)
  }
}

/** The steps stage by stage, as these first come, each in the order of its instructions. */
export function inOrder(steps: readonly Step[]): Step[] {
  const stages = [...new Set(steps.map((step) => step.stage))]
  const order = (step: Step): number =>
    stages.indexOf(step.stage) * 10_000 + parseInt(step.position ?? '0', 10)
  return [...steps].sort((a, b) => order(a) - order(b))
}

function startOf({ started }: Vertex): number {
  return started === undefined ? 0 : Date.parse(started)
}

function outcomeOf(vertex: Vertex): Step['outcome'] {
  if (vertex.error) return isCancelledStep(vertex.error) ? 'cancelled' : 'failed'
  if (vertex.cached) return 'cached'
  return vertex.completed === undefined ? 'cancelled' : 'done'
}

function withoutUndefined(vertex: Vertex): Partial<Vertex> {
  return Object.fromEntries(Object.entries(vertex).filter(([, value]) => value !== undefined))
}

/** What a step is known by in every build of a job; its digest differs with the build's context. */
export function nameOfStep({
  stage,
  platform,
  position,
  name,
}: Pick<Step, 'stage' | 'platform' | 'position' | 'name'>): string {
  return [stage, platform, position, name].join(' ').replace(/\s+/g, ' ')
}

/** Most lines of plain text (errors of buildx) that are kept. */
const maxTextLines = 2_000
/** Most lines of output that are kept; BuildKit itself clips a step at 2 MiB. */
const maxOutputLines = 200_000

/** Hears the name of a step, as BuildKit words it, and whether it is at work, has printed something or has ended well; `steps` gives all until now. */
export type OnStep = (name: string, state: 'at work' | 'prints' | 'done', steps: () => Step[]) => void

/** Keeps what a build tells of itself while it runs. */
export class BuildRecorder {
  readonly #reword: (text: string) => string
  readonly #onStep: OnStep
  readonly #tracker = new StepTracker()
  readonly #names = new Map<string, string>()
  readonly #output: BuildResult['output'] = []
  readonly #text: string[] = []
  readonly #checks = new Map<string, DockerfileFinding>()

  /** `reword` turns BuildKit's texts into those that people read; `onStep` hears of each step that is at work or done. */
  constructor(reword: (text: string) => string, onStep: OnStep) {
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
    return { steps, output: this.#output, text: this.#text, checks: [...this.#checks.values()] }
  }

  #keep(event: ProgressEvent): void {
    this.#tracker.take(event)
    if (event.kind === 'vertex') {
      this.#names.set(event.vertex.digest, event.vertex.name)
      this.#hear(event.vertex)
    } else if (event.kind === 'check') this.#keepCheck(event.finding)
    else if (event.kind === 'text') {
      if (this.#text.length < maxTextLines) this.#text.push(this.#reword(event.text))
    } else if (event.kind === 'output')
      this.#onStep(this.#names.get(event.vertex) ?? '', 'prints', () => this.#tracker.steps())
  }

  /** BuildKit may tell it more than once. */
  #keepCheck(finding: DockerfileFinding): void {
    const message = this.#reword(finding.message)
    this.#checks.set(JSON.stringify([finding.rule, finding.line, message]), { ...finding, message })
  }

  /** Of what a cache answers nobody hears. */
  #hear({ name, started, completed, cached, error }: Vertex): void {
    if (started === undefined || cached === true || error) return
    this.#onStep(name, completed === undefined ? 'at work' : 'done', () => this.#tracker.steps())
  }

  /** A step as people read it; its name is cut for the log only after that. */
  #rewordVertex(vertex: Vertex): Vertex {
    const { name, error } = vertex
    return { ...vertex, name: this.#reword(name), error: error && this.#reword(error) }
  }
}
