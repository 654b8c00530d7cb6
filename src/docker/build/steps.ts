import type { Vertex } from './progress.ts'

/** One step of a build, as the report shows it. */
export interface Step {
  /** The stage's name, or `stage-N` for one without; undefined for BuildKit's own work, such as loading the context. */
  stage: string | undefined
  /** In a build for several platforms, the one that it is for; BuildKit names none in others. */
  platform?: string
  /** Its place in the stage, such as `3/7`. */
  position: string | undefined
  /** The instruction as BuildKit words it, or the description of its own work. */
  name: string
  outcome: 'cached' | 'done' | 'failed' | 'cancelled'
  durationMs: number
  error: string | undefined
  /** For the loading of the build context: how many bytes went to the builder, which has what did not change. */
  sentBytes?: number
  /** How many bytes of layers came from a registry or a cache for it. */
  receivedBytes?: number
}

/** `[stage 3/7] instruction`, for one of several platforms `[linux/arm64 stage 3/7] instruction`. */
const stepPattern = /^\[(?:((?:linux|windows|darwin)\/\S+) )?(?:(\S+) +)?(\d+\/\d+)\] ([\s\S]*)$/

/** Splits BuildKit's name of a step into stage, platform, position and instruction. */
export function parseStepName(name: string): Pick<Step, 'stage' | 'platform' | 'position' | 'name'> {
  const [, platform, stage, position, instruction] = stepPattern.exec(name) ?? []
  if (instruction === undefined) return { stage: undefined, position: undefined, name }
  const of = platform === undefined ? {} : { platform }
  return { stage: stage ?? 'stage-0', ...of, position, name: instruction }
}

/** Gathers the steps of one build from the progress events. */
export class StepTracker {
  readonly #sent = new Map<string, number>()
  readonly #received = new Map<string, Map<string, number>>()
  readonly #vertices = new Map<string, { vertex: Vertex; endedBy: Map<string, string> }>()

  /** Takes a change of a step; a step may start and complete more than once, and each change may come again. */
  update(vertex: Vertex): void {
    const known = this.#vertices.get(vertex.digest) ?? { vertex, endedBy: new Map<string, string>() }
    known.vertex = { ...known.vertex, ...withoutUndefined(vertex) }
    // One that starts again has not completed.
    if (vertex.started !== undefined) known.vertex.completed = vertex.completed
    const { started, completed } = known.vertex
    if (started !== undefined && completed !== undefined) known.endedBy.set(started, completed)
    this.#vertices.set(vertex.digest, known)
  }

  /** Takes how many bytes of the build context a step has sent by now. */
  send(digest: string, sentBytes: number): void {
    this.#sent.set(digest, Math.max(sentBytes, this.#sent.get(digest) ?? 0))
  }

  /** Takes how many bytes of a layer have come for a step by now. */
  receive(vertex: string, layer: string, receivedBytes: number): void {
    const layers = this.#received.get(vertex) ?? new Map<string, number>()
    this.#received.set(vertex, layers.set(layer, Math.max(receivedBytes, layers.get(layer) ?? 0)))
  }

  /** The steps that ran or were cached, stage by stage in the order of the instructions. */
  steps(): Step[] {
    const begun = [...this.#vertices.values()]
      .filter(({ vertex }) => vertex.started !== undefined || vertex.cached)
      .sort((a, b) => startOf(a.vertex) - startOf(b.vertex))
    const steps = begun.map(({ vertex, endedBy }) => {
      const error = vertex.error === '' ? undefined : vertex.error
      const durationMs = [...endedBy].reduce((sum, [from, to]) => sum + Math.max(0, msBetween(from, to)), 0)
      const sentBytes = this.#sent.get(vertex.digest)
      const sent = sentBytes === undefined ? {} : { sentBytes }
      const receivedBytes = [
        ...(this.#received.get(vertex.digest) ?? new Map<string, number>()).values(),
      ].reduce((sum, one) => sum + one, 0)
      const received = receivedBytes === 0 ? {} : { receivedBytes }
      return {
        ...parseStepName(vertex.name),
        ...{ outcome: outcomeOf(vertex), durationMs, error },
        ...sent,
        ...received,
      }
    })
    const stages = [...new Set(steps.map((step) => step.stage))]
    const order = (step: Step): number =>
      stages.indexOf(step.stage) * 10_000 + parseInt(step.position ?? '0', 10)
    return steps.sort((a, b) => order(a) - order(b))
  }
}

/** How much of the build context went to the builder, in the build that sent most; undefined where none told. */
export function readContextBytes(steps: readonly Pick<Step, 'sentBytes'>[]): number | undefined {
  const sent = steps.flatMap(({ sentBytes }) => sentBytes ?? [])
  return sent.length === 0 ? undefined : Math.max(...sent)
}

function startOf({ started }: Vertex): number {
  return started === undefined ? 0 : Date.parse(started)
}

function msBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from)
}

function outcomeOf(vertex: Vertex): Step['outcome'] {
  // A build that fails cancels the steps beside the failing one.
  if (vertex.error) return /context canceled|context cancelled/.test(vertex.error) ? 'cancelled' : 'failed'
  if (vertex.cached) return 'cached'
  return vertex.completed === undefined ? 'cancelled' : 'done'
}

function withoutUndefined(vertex: Vertex): Partial<Vertex> {
  return Object.fromEntries(Object.entries(vertex).filter(([, value]) => value !== undefined))
}
