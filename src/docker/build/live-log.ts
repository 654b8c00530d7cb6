import { StringDecoder } from 'node:string_decoder'
import { splitLines } from '../../shared/text.ts'
import type { ProgressEvent, Vertex } from './progress.ts'
import { formatDuration } from '../../shared/format.ts'
import { nameOfStep, parseStepName } from './steps.ts'

const dim = (text: string): string => `\x1b[2m${text}\x1b[22m`
const bold = (text: string): string => `\x1b[1m${text}\x1b[22m`
const red = (text: string): string => `\x1b[31m${text}\x1b[39m`
const cyan = (text: string): string => `\x1b[36m${text}\x1b[39m`

const maxHeldLength = 64 * 1024
const quickMs = 1_000

/** What was shown of a step, and of its output what has no line end yet. */
interface Shown {
  vertex: Vertex
  decoder: StringDecoder
  held: string
  announced: boolean
  ended: boolean
  isHidden: boolean
  /** By our own clock: the builder's may be another one. */
  beganAtMs: number | undefined
}

/** How a build is shown. */
export interface LiveLogOptions {
  /** Only what is slow, prints or fails is shown. */
  isQuiet: boolean
  /** The time of its steps says nothing. */
  waits?: boolean
  /** It runs beside another build, and may never be shown: what that one has shown runs here a second time only in name. */
  isHeld?: boolean | undefined
  /** The steps that were shown, as `nameOfStep` words them; those of this build are added, unless it is held. */
  shown: Set<string>
}

/** Words the progress of a build as log lines: when a step begins, what it prints, when it ends; `onOutput` gets what it prints undecorated. */
export class LiveLog {
  readonly #options: LiveLogOptions
  readonly #shownBefore: ReadonlySet<string>
  #repeated = 0
  readonly #print: (line: string) => void
  readonly #onOutput: (vertex: string, line: string) => void
  readonly #known = new Map<string, Shown>()
  #current: string | undefined

  constructor(
    options: LiveLogOptions,
    print: (line: string) => void,
    onOutput: (vertex: string, line: string) => void,
  ) {
    this.#options = options
    this.#shownBefore = new Set(options.shown)
    this.#print = print
    this.#onOutput = onOutput
  }

  /** Shows one event. */
  show(event: ProgressEvent, nowMs = performance.now()): void {
    if (event.kind === 'text') {
      this.#current = undefined
      this.#print(event.text)
    } else if (event.kind === 'vertex') this.#showVertex(event.vertex, nowMs)
    else if (event.kind === 'output') this.#showOutput(event.vertex, event.data)
  }

  /** Says which step is at work, for one that prints nothing for a long time; `nowMs` is by the clock of `show`. */
  remind(nowMs: number): void {
    const running = [...this.#known.values()].filter(
      ({ beganAtMs, ended }) => beganAtMs !== undefined && !ended,
    )
    const [oldest] = running.sort((a, b) => (a.beganAtMs ?? 0) - (b.beganAtMs ?? 0))
    this.#current = undefined
    if (oldest?.beganAtMs === undefined) {
      this.#print(dim('still waiting for the builder'))
      return
    }
    const others = running.length > 1 ? ` and ${running.length - 1} more` : ''
    const took = formatDuration(nowMs - oldest.beganAtMs)
    this.#print(`${titleOf(oldest.vertex)}${others}  ${dim(`still running after ${took}`)}`)
  }

  /** Shows what steps printed without a line end, and how many steps an earlier build has shown. */
  end(): void {
    for (const digest of this.#known.keys()) this.#flush(digest)
    if (this.#repeated > 0 && !this.#options.isQuiet)
      this.#print(dim(`CACHED: ${this.#repeated} ${this.#repeated === 1 ? 'step' : 'steps'} from above`))
  }

  #showVertex(change: Vertex, nowMs: number): void {
    const known = this.#known.get(change.digest) ?? {
      vertex: change,
      decoder: new StringDecoder('utf8'),
      held: '',
      announced: false,
      ended: false,
      isHidden: this.#options.isHeld === true && this.#shownBefore.has(nameOf(change)),
      beganAtMs: undefined,
    }
    known.vertex = { ...known.vertex, ...change, started: change.started ?? known.vertex.started }
    this.#known.set(change.digest, known)
    if (known.vertex.started !== undefined) known.beganAtMs ??= nowMs
    // A second round of the same step would be told twice.
    if (known.ended) return
    if (change.completed !== undefined) this.#showEnd(change.digest, known)
    else if (
      change.started !== undefined &&
      !known.announced &&
      !known.isHidden &&
      !this.#options.isQuiet &&
      isInstruction(known.vertex)
    ) {
      this.#announce(change.digest, known)
    }
  }

  #showEnd(digest: string, known: Shown): void {
    this.#flush(digest)
    known.ended = true
    const { cached, error, started, completed } = known.vertex
    if (cached && this.#options.isQuiet) return
    if (isInstruction(known.vertex) && !error && (cached || known.isHidden)) {
      if (this.#shownBefore.has(nameOf(known.vertex))) {
        this.#repeated++
        return
      }
      this.#keep(known.vertex)
      this.#printOutcome(digest, known.vertex, dim('CACHED'))
      return
    }
    const durationMs = Date.parse(completed ?? '') - Date.parse(started ?? completed ?? '')
    // BuildKit's own work is worth a line only when it took a while.
    if (!known.announced && !error && (this.#options.waits || durationMs < quickMs)) return
    const took = formatDuration(durationMs)
    this.#printOutcome(
      digest,
      known.vertex,
      error ? red(`failed after ${took}: ${error}`) : dim(`done in ${took}`),
    )
  }

  /** Below the step's own output, where that was printed last, else after its title. */
  #printOutcome(digest: string, vertex: Vertex, outcome: string): void {
    const title = this.#current === digest ? '' : titleOf(vertex)
    this.#print(`${title}  ${outcome}`)
    this.#current = undefined
  }

  #announce(digest: string, known: Shown): void {
    known.announced = true
    this.#current = digest
    this.#keep(known.vertex)
    this.#print(titleOf(known.vertex))
  }

  #showOutput(digest: string, data: Buffer): void {
    const known = this.#known.get(digest)
    if (known === undefined) return
    // Pieces are cut anywhere: inside of a character, or between the CR and the LF of one line end.
    const text = known.held + known.decoder.write(data)
    const sure = text.endsWith('\r') ? text.slice(0, -1) : text
    const end = Math.max(sure.lastIndexOf('\n'), sure.lastIndexOf('\r')) + 1
    known.held = text.slice(end, end + maxHeldLength)
    for (const line of splitLines(text.slice(0, end)).slice(0, -1)) this.#printOutput(digest, line)
  }

  #flush(digest: string): void {
    const known = this.#known.get(digest)
    if (known === undefined || known.held === '') return
    const held = known.held.replace(/\r$/, '')
    known.held = ''
    this.#printOutput(digest, held)
  }

  #printOutput(digest: string, line: string): void {
    const known = this.#known.get(digest)
    this.#onOutput(digest, line)
    if (known?.isHidden) return
    if (known !== undefined && this.#current !== digest) this.#announce(digest, known)
    this.#print(`  ${line}`)
  }

  #keep(vertex: Vertex): void {
    if (!this.#options.isHeld) this.#options.shown.add(nameOf(vertex))
  }
}

/** A numbered step that does something: not BuildKit's own work, and not FROM, which only names an image. */
function isInstruction(vertex: Vertex): boolean {
  const { stage, name } = parseStepName(vertex.name)
  return stage !== undefined && !name.startsWith('FROM ')
}

function nameOf({ name }: Vertex): string {
  return nameOfStep(parseStepName(name))
}

function titleOf(vertex: Vertex): string {
  const { stage, position, name } = parseStepName(vertex.name)
  const shortName = name.replace(/\s+/g, ' ').slice(0, 300)
  return stage === undefined ? dim(shortName) : `${cyan(`[${stage} ${position ?? ''}]`)} ${bold(shortName)}`
}
