import type { ProblemMatchers } from './problem-matchers.ts'

/** A workflow command that the runner acted on. */
export interface WorkflowCommand {
  command: string
  properties: Record<string, string>
  data: string
}

/** What the commands `error`, `warning` and `notice` put on a run's page and beside the lines of files. */
export interface Annotation {
  message: string
  title?: string
  file?: string
  line?: number
}

const annotationKinds = ['error', 'warning', 'notice'] as const
type AnnotationKind = (typeof annotationKinds)[number]

/** What the runner keeps of one kind for a step, and of one message (actions/runner, ExecutionContext.cs). */
const maxAnnotations = 10
const maxMessageLength = 4_096

/** The commands that the runner knows (actions/runner, ActionCommandManager.cs and its extensions). */
const knownCommands = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

/**
 * Reads a step's output line by line as the runner does: it acts on `::command key=value::data` at a trimmed line start and
 * on `##[command key=value]data` anywhere, until `stop-commands` and again from its token on; problem matchers see all the rest.
 */
export class StepLog {
  /** What a reader sees. */
  readonly lines: string[] = []
  readonly commands: WorkflowCommand[] = []
  /** Groups in their order, with the lines in them. */
  readonly groups: { title: string; lines: string[] }[] = []
  readonly #matchers: ProblemMatchers | undefined
  readonly #annotations: { kind: AnnotationKind; annotation: Annotation }[] = []
  /** What a reader would find odd: a group in a group, an end without a start, a group or a stop without an end. */
  #oddities: string[] = []
  #open: { title: string; lines: string[] } | undefined
  #stopToken: string | undefined

  constructor(matchers?: ProblemMatchers) {
    this.#matchers = matchers
  }

  /** Takes the next line, without its end. */
  take(line: string): void {
    const token = this.#stopToken
    const found = parseV2(line, token) ?? parseV1(line, token)
    if (token !== undefined && found?.command === token) this.#stopToken = undefined
    else if (found === undefined || token !== undefined) this.#show(line)
    else this.#act(found)
  }

  /** The annotations of one kind that the runner keeps, in their order: those of commands and those of problem matchers. */
  annotations(kind: AnnotationKind): Annotation[] {
    return this.#annotations
      .filter((one) => one.kind === kind)
      .slice(0, maxAnnotations)
      .map(({ annotation }) => ({ ...annotation, message: annotation.message.slice(0, maxMessageLength) }))
  }

  /** What is not balanced, when the output has ended. */
  oddities(): string[] {
    return [
      ...this.#oddities,
      ...(this.#open === undefined ? [] : [`the group "${this.#open.title}" has no end`]),
      ...(this.#stopToken === undefined ? [] : ['commands are stopped for ever']),
    ]
  }

  #show(line: string): void {
    const issue = this.#matchers?.match(line)
    if (issue !== undefined) {
      const { severity: kind, ...annotation } = issue
      this.#annotations.push({ kind, annotation })
    }
    this.lines.push(line)
    this.#open?.lines.push(line)
  }

  #act(found: WorkflowCommand): void {
    this.commands.push(found)
    const kind = annotationKinds.find((one) => one === found.command)
    if (kind !== undefined) this.#annotations.push({ kind, annotation: annotationOf(found) })
    switch (found.command) {
      case 'stop-commands':
        this.#stopToken = found.data
        return
      case 'group':
        if (this.#open !== undefined)
          this.#oddities.push(`the group "${found.data}" is in "${this.#open.title}"`)
        this.#open = { title: found.data, lines: [] }
        this.groups.push(this.#open)
        return
      case 'endgroup':
        if (this.#open === undefined) this.#oddities.push('the end of a group without its start')
        this.#open = undefined
    }
  }
}

function annotationOf({ properties: { title, file, line }, data }: WorkflowCommand): Annotation {
  return {
    message: data,
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
  }
}

/** Splits a stream into the lines that the runner sees: a bare CR ends one too. */
export class RunnerLines {
  readonly #take: (line: string) => void
  #held = ''

  constructor(take: (line: string) => void) {
    this.#take = take
  }

  /** Takes the next piece of text. */
  push(text: string): void {
    const lines = (this.#held + text).split(/\r\n|\n|\r(?!$)/)
    this.#held = lines.pop() ?? ''
    for (const line of lines) this.#take(line)
  }

  /** Gives what is left. */
  end(): void {
    if (this.#held !== '') this.#take(this.#held.replace(/\r$/, ''))
    this.#held = ''
  }
}

function parseV2(line: string, token: string | undefined): WorkflowCommand | undefined {
  const [, command, properties = '', data = ''] =
    /^[\s\u0085]*::(\S*?)(?: +([\s\S]*?))?::([\s\S]*)$/.exec(line) ?? []
  if (!isKnown(command, token)) return undefined
  const unescape = (text: string, also: [string, string][] = []): string =>
    [['%0D', '\r'], ['%0A', '\n'], ...also, ['%25', '%']].reduce(
      (result, [code = '', character = '']) => result.replaceAll(code, character),
      text,
    )
  const pairs = properties.split(',').flatMap((pair) => {
    const at = pair.indexOf('=')
    const value = unescape(pair.slice(at + 1), [
      ['%3A', ':'],
      ['%2C', ','],
    ])
    return at > 0 ? [[pair.slice(0, at).trim(), value]] : []
  })
  return {
    command: nameOf(command, token),
    properties: Object.fromEntries(pairs) as Record<string, string>,
    data: unescape(data),
  }
}

function parseV1(line: string, token: string | undefined): WorkflowCommand | undefined {
  const [, command, properties = '', data = ''] = /##\[([^\]\s]*)(?: ([^\]]*))?\]([\s\S]*)$/.exec(line) ?? []
  if (!isKnown(command, token)) return undefined
  const pairs = properties.split(';').flatMap((pair) => {
    const at = pair.indexOf('=')
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1)]] : []
  })
  return {
    command: nameOf(command, token),
    properties: Object.fromEntries(pairs) as Record<string, string>,
    data,
  }
}

/** Names compare without case; the token that ends a stop counts as a command until then. */
function isKnown(command: string | undefined, token: string | undefined): command is string {
  return command !== undefined && (knownCommands.has(command.toLowerCase()) || isToken(command, token))
}

function nameOf(command: string, token: string | undefined): string {
  return token !== undefined && isToken(command, token) ? token : command.toLowerCase()
}

function isToken(command: string, token: string | undefined): boolean {
  return token !== undefined && command.toLowerCase() === token.toLowerCase()
}
