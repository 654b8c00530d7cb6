import { formatPlace, type Place } from '../shared/errors.ts'
import { formatCount } from '../shared/format.ts'
import { cutText } from '../shared/text.ts'
import {} from './results/test-results.ts'
import { groupBy } from '../shared/group-by.ts'
import { FailedBuilds } from './failed-builds.ts'

/** One message of the compiler, MSBuild or NuGet. `file` is as the log has it: a path inside the container. */
export interface CompilerMessage {
  severity: 'error' | 'warning'
  /** Such as `CS1002`, `NU1101`, `MSB1003`; empty where the message has none. */
  code: string
  /** At most 4,096 characters; may have several lines. */
  text: string
  file?: string
  line?: number
  column?: number
  /** Path of the project, without its target framework. */
  project?: string
}

/** A message of the compiler, with its place in the checkout where that is known. */
export type LocatedMessage = CompilerMessage & { place: Place | undefined }

/** A message as people read it: `Shop/Cart.cs:12: CS1002 ; expected`. */
export function describeMessage(message: LocatedMessage): string {
  return joinPlace(whereIs(message), message)
}

/** Messages that say the same of several projects, each once: `Shop/Shop.csproj and 2 more: NU1101 …`. */
export function describeByProject(messages: readonly LocatedMessage[]): string[] {
  const said = groupBy(messages, ({ code, text }) => `${code} ${text}`)
  return [...said.values()].flatMap((same) => {
    const [first, ...others] = new Set(same.map(whereIs))
    const more = others.length === 0 ? '' : ` and ${formatCount(others.length)} more`
    return same.slice(0, 1).map((message) => joinPlace(first && `${first}${more}`, message))
  })
}

function joinPlace(place: string | undefined, { code, text }: LocatedMessage): string {
  const words = [code, text].filter((part) => part !== '').join(' ')
  return place === undefined ? words : `${place}: ${words}`
}

function whereIs({ place, file, line }: LocatedMessage): string | undefined {
  if (place !== undefined) return formatPlace(place)
  return file === undefined ? undefined : formatPlace({ file, line })
}

/** Whether a message is surely an error that stopped a build, by its code and project. What tests print of a compiler may look like the rest. */
export function stopsBuild({ severity, code, file = '', project }: CompilerMessage): boolean {
  const isOfBuild = project !== undefined || isProject(file) || code.startsWith('MSB')
  return severity === 'error' && code !== '' && isOfBuild
}

const messageLimit = 1000
const messageTextLimit = 4096

// `error CS1002: `, `error : `, the linker's `Trim analysis error IL2026: `, or in capitals alone by dotnet format; the code is never translated. "error run failed" is a test result.
const category =
  /(?:^|: ?)(?:(?:Trim|AOT|Single file) analysis |fatal )?(error|warning)(?: ([A-Za-z][A-Za-z_-]{0,31}\d{1,7}[A-Za-z]?|WHITESPACE|ENDOFLINE|FINALNEWLINE|CHARSET|IMPORTS)| ?)\s?: ?/
const nodePrefix = /^\s{0,40}(?:\d{1,4}(?::\d{1,4})?>)?\s{0,40}/
const position = /\((\d{1,9})(?:,(\d{1,9}))?(?:[-,]\d{1,9}){0,3}\)$/

/**
 * Reads MSBuild's `origin(line,column): severity code: text [project]` (https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks);
 * undefined for any other line, and for a message without a code that no position or project vouches for.
 */
export function parseCompilerMessage(line: string): CompilerMessage | undefined {
  if (!line.includes('error') && !line.includes('warning')) return undefined
  const body = line.replace(nodePrefix, '')
  const found = category.exec(body)
  if (found === null) return undefined
  const [whole, severity] = found
  const origin = body.slice(0, found.index).trim()
  const { text: tail, project } = splitProject(body.slice(found.index + whole.length))
  // `error: NU1101: text` is how NuGet's own commands write it.
  const late = found[2] === undefined ? /^([A-Z]{2,6}\d{4,5}): /.exec(tail) : null
  const code = found[2] ?? late?.[1] ?? ''
  const text = late === null ? tail : tail.slice(late[0].length)
  // A failed test, and that the task which tests has failed: no message of a build.
  const isOfTask = /\bMicrosoft\.TestPlatform\.targets\b/.test(origin) && /^MSB(?:6006|4181)$/.test(code)
  if (code === 'TESTERROR' || isOfTask) return undefined
  const place = position.exec(origin)
  if (code === '' && (origin === '' || (place === null && project === undefined))) return undefined
  const file = place === null ? origin : origin.slice(0, place.index)
  const message: CompilerMessage = { severity: severity as CompilerMessage['severity'], code, text }
  if (looksLikeFile(file)) message.file = file
  if (place?.[1] !== undefined) message.line = Number(place[1])
  if (place?.[2] !== undefined) message.column = Number(place[2])
  if (project !== undefined) message.project = project
  return message
}

function looksLikeFile(origin: string): boolean {
  return /[/\\]|\.[A-Za-z]{1,10}$/.test(origin) && origin.length <= 4096
}

function splitProject(tail: string): { text: string; project?: string } {
  const end = tail.trimEnd()
  const open = end.endsWith(']') ? end.lastIndexOf('[') : -1
  const inside = end.slice(open + 1, -1).split('::')[0] ?? ''
  if (open < 0 || !isProject(inside)) return { text: end }
  return { text: end.slice(0, open).trimEnd(), project: inside }
}

function isProject(path: string): boolean {
  return /\.(?:\w{2,8}proj|slnx?|slnf|props|targets|metaproj)$/.test(path)
}

/**
 * Collects the messages of a log, each once: MSBuild prints them again in its summary, and once per target framework.
 * Keeps the first 1,000, without the errors of projects that were built all the same later on.
 */
export class CompilerMessages {
  readonly #byKey = new Map<string, CompilerMessage>()
  readonly #failedBuilds = new FailedBuilds<CompilerMessage>()
  /** The latest message of each place: projects that are restored side by side mix their lines. */
  readonly #latest = new Map<string, CompilerMessage>()
  #open: CompilerMessage | undefined

  /** Takes a line if it is a message or the continuation of one; says whether it did. */
  take(line: string): boolean {
    if (this.#open !== undefined) {
      if (/^ {6}/.test(line)) return this.#append(this.#open, line.trim())
      this.#open = undefined
    }
    const message = parseCompilerMessage(line)
    const refused = /^Switch: (.*)/.exec(line)?.[1]
    if (refused !== undefined) return this.#takeRefused(refused)
    if (message === undefined) return false
    this.#add(message, line)
    return true
  }

  /** Looks at any line of the log for a project that was built: its errors were those of an attempt before. */
  lookForBuilt(line: string): void {
    const mended = this.#failedBuilds.mendedBy(line)
    if (mended.length === 0) return
    for (const [key, message] of this.#byKey) if (mended.includes(message)) this.#byKey.delete(key)
  }

  /** The messages in the order of the log; one without words has at least its code. */
  list(): CompilerMessage[] {
    const said = [...this.#byKey.values()].filter(({ code, text }) => code !== '' || text !== '')
    return [...new Map(said.map((message) => [keyOf(message), message])).values()]
  }

  #add(message: CompilerMessage, raw: string): void {
    const before = this.#latest.get(placeOf(message))
    if (before !== undefined && isContinuation(message)) {
      const text = message.text.trim()
      if (text !== '' && !text.startsWith('at ')) this.#append(before, text)
      return
    }
    message.text = cutText(message.text.trim(), messageTextLimit)
    const key = keyOf(message)
    const known = this.#byKey.get(key)
    if (known !== undefined) {
      if (known.project === undefined && message.project !== undefined) known.project = message.project
      this.#keep(known, raw)
      return
    }
    if (this.#byKey.size >= messageLimit) return
    // The terminal logger breaks the line after the code when the text has several lines.
    if (message.text === '') this.#open = message
    this.#byKey.set(message.text === '' ? `${key}\0${this.#byKey.size}` : key, message)
    this.#keep(message, raw)
  }

  #keep(message: CompilerMessage, raw: string): void {
    this.#latest.set(placeOf(message), message)
    if (message.severity === 'error') this.#failedBuilds.add(message, raw)
  }

  /** What MSBuild says below an error of its command line: the option or the file that it does not take. */
  #takeRefused(refused: string): boolean {
    const error = [...this.#byKey.values()].at(-1)
    if (error === undefined || !/^MSB1\d{3}$/.test(error.code)) return false
    error.text = cutText(`${error.text.replace(/\.$/, '')}: ${refused}`, messageTextLimit)
    return true
  }

  #append(message: CompilerMessage, text: string): true {
    if (!message.text.split('\n').includes(text)) {
      message.text = cutText(message.text === '' ? text : `${message.text}\n${text}`, messageTextLimit)
    }
    return true
  }
}

/** Whether a message may go on with one before it: each line of NuGet's text (`  Connection refused`) or of a task's stack has the whole form. */
function isContinuation({ text, code }: CompilerMessage): boolean {
  return /^\s|^$/.test(text) || code === 'MSB4018'
}

function keyOf({ file, line, column, severity, code, text }: CompilerMessage): string {
  return [file, line, column, severity, code, text].join('\0')
}

function placeOf({ file, line, code, severity, project }: CompilerMessage): string {
  return [file, line, code, severity, project].join('\0')
}

/** Each message once, though several steps compile the same code; and what is said of a feed once, whatever project asked it. */
export function onceEach(messages: readonly LocatedMessage[]): LocatedMessage[] {
  const byKey = new Map<string, LocatedMessage>()
  for (const message of messages) {
    const { severity, code, text, place, file, line, column } = message
    const where = code === 'NU1301' ? [] : [place?.file ?? file, line, column]
    const key = [severity, code, text, ...where].join('\0')
    if (!byKey.has(key)) byKey.set(key, message)
  }
  return [...byKey.values()]
}
