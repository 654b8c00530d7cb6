import type { Dockerfile, Instruction, Stage } from '../dockerfile/parse-dockerfile.ts'
import { chainOf } from '../dockerfile/stage-graph.ts'
import { classifySimple, type CommandKind } from '../stages/test-command.ts'
import { readTargets } from './command-targets.ts'
import { parseShell, type ShellNode } from './shell-text.ts'

/** A command of a testing RUN that starts tests, with what its place in the shell text means for its exit code. */
export interface TestCommand {
  /** As written, on one line, cut. */
  text: string
  /** Projects and assemblies that it names; empty where it may test anything (a solution, a script, a variable). */
  targets: string[]
  /** What keeps its exit code from the RUN, such as `|| true`; undefined where a failure of it fails the RUN. */
  hiddenBy: string | undefined
  /** It may not have been reached, as behind `||` or in a branch. */
  isConditional: boolean
  /** Commands of one number are attempts at the same. */
  retry: number | undefined
  /** Its words alone say that it runs tests; another one may only be named after them. */
  isSure: boolean
  /** The tests are a program of their own: it prints what it found, or ended before that. */
  isProgram: boolean
  /** It tests what an earlier build left. */
  usesBuilt: boolean
  /** It lists tests or explains itself, and runs none. */
  isIdle: boolean
}

/** How the shell of a RUN begins. */
export interface ShellOptions {
  errexit: boolean
  pipefail: boolean
}

/** How SHELL makes the shell of a RUN begin. */
export function shellOf(dockerfile: Dockerfile, owner: Stage, { firstLine }: Instruction): ShellOptions {
  const words = chainOf(dockerfile, owner)
    .reverse()
    .flatMap((stage) => stage.instructions)
    .findLast((one) => one.keyword === 'SHELL' && one.firstLine < firstLine)?.execForm
  const isSet = (word: string): boolean => /^-\w*e/.test(word)
  return { errexit: words?.some(isSet) ?? false, pipefail: words?.includes('pipefail') ?? false }
}

/** Where a command stands. */
interface Position {
  /** Its exit code is that of the RUN, or ends the RUN if it isn't 0 (`set -e`). */
  decides: boolean
  errexit: boolean
  pipefail: boolean
  /** An `exit 1` here fails the RUN. */
  exits: boolean
  isConditional: boolean
  retry: number | undefined
  hiddenBy: string
  /** What loops put in for their variables. */
  values: ReadonlyMap<string, string>
  /** The text that it stands in. */
  script: string
}

/**
 * The commands of a shell text that start tests: those whose words say so, else, where none does, those of which nobody can say
 * what they do.
 */
export function findTestCommands(text: string, options: ShellOptions): TestCommand[] {
  const found = walkText(text, options, classifySimple)
  const isSaid = found.some(({ kind }) => kind === 'tests')
  return found.filter(({ kind }) => !isSaid || kind === 'tests').map(({ command }) => command)
}

/** Whether a shell text goes on where a build that it starts has failed: `dotnet build || true`. */
export function hidesFailedBuild(text: string, options: ShellOptions): boolean {
  const builds = (words: readonly string[]): CommandKind =>
    /\bdotnet(?:\.exe)? (?:build|publish|msbuild)\b/.test(words.join(' ')) ? 'tests' : 'known'
  return walkText(text, options, builds).some(({ command }) => command.hiddenBy !== undefined)
}

function walkText(text: string, options: ShellOptions, classify: Walker['classify']): Walker['found'] {
  const walker = new Walker(classify)
  const top = { isConditional: false, retry: undefined, hiddenBy: '', values: new Map<string, string>() }
  walker.walk(parseShell(text), { ...options, ...top, script: text, decides: true, exits: true })
  return walker.found
}

const idle = /^(?:--?list-?tests?|-lt|--?help|-h|-\?|\/\?|--version|--info|-list)$/i
/** What we put before the command of an ENTRYPOINT. */
const withoutArguments = /^env(?: -u\w+)+ /
const conditions = /^(?:\[\[?|test|grep|command|which|false|exit)$/

class Walker {
  readonly found: { kind: 'tests' | 'unknown'; command: TestCommand }[] = []
  readonly classify: (words: string[]) => CommandKind
  #retries = 0

  constructor(classify: Walker['classify']) {
    this.classify = classify
  }

  walk(node: ShellNode, at: Position): void {
    if (node.kind === 'command') this.#command(node, at)
    else if (node.kind === 'list') this.#list(node, at)
    else if (node.kind === 'chain') this.#chain(node, at)
    else if (node.kind === 'pipe') this.#pipe(node, at)
    else if (node.kind === 'branch') this.#branch(node, at)
    else if (node.kind === 'loop') this.#loop(node, at)
    else this.walk(node.body, node.isSubshell ? { ...at, exits: at.decides || at.errexit } : at)
  }

  #list({ items }: ShellNode & { kind: 'list' }, outer: Position): void {
    let at = outer
    const last = items.findLastIndex(({ inBackground }) => !inBackground)
    for (const [index, { node, inBackground, end }] of items.entries()) {
      const rest = at.script.slice(end).trim()
      if (inBackground) {
        this.walk(node, { ...at, ...hidden(rest), errexit: false, exits: false })
        continue
      }
      if (index === last) {
        this.walk(node, at)
        continue
      }
      // `rc=$?` keeps the exit code for an `exit $rc` to come.
      const kept = keptCode(items[index + 1]?.node)
      const isKept = kept !== undefined && new RegExp(`\\bexit\\s+"?\\$\\{?${kept}\\b`).test(rest)
      const decides = (isKept || passesCode(items[index + 1]?.node)) && at.exits
      this.walk(node, { ...at, decides, ...(decides ? {} : { hiddenBy: at.hiddenBy || rest }) })
      at = { ...at, ...readSet(node, at) }
    }
  }

  #chain({ parts, joints }: ShellNode & { kind: 'chain' }, at: Position): void {
    const isRetry = parts.length > 1 && joints.every((joint) => joint === '||')
    const retry = at.retry ?? (isRetry ? this.#nextRetry() : undefined)
    let isConditional = at.isConditional
    for (const [index, part] of parts.entries()) {
      const place = { ...at, ...this.#afterFailure(parts, joints, index, at), isConditional, retry }
      this.walk(part, place)
      isConditional ||= joints[index] === '||' || isCondition(part)
    }
  }

  /** What becomes of the whole where one part of a chain fails. */
  #afterFailure(parts: ShellNode[], joints: string[], from: number, at: Position): Partial<Position> {
    for (let index = from; index < parts.length; index += 1) {
      const joint = joints.indexOf('||', index)
      // `set -e` looks at the last command of a chain only.
      if (joint < 0) return from === parts.length - 1 ? {} : { errexit: false }
      const right = parts[joint + 1] as ShellNode
      const way = endOf(right)
      if (way === 'exits') return at.exits ? { decides: true } : { ...hidden(at.hiddenBy), errexit: false }
      if (keptCode(right) !== undefined && /\bexit\s+"?\$/.test(at.script)) return { decides: at.exits }
      if (way === 'goes-on') return { ...hidden(`|| ${describe(right)}`), errexit: false }
      index = joint
    }
    return {}
  }

  #pipe({ parts, isNegated }: ShellNode & { kind: 'pipe' }, at: Position): void {
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1
      const isSeen = !isNegated && (isLast || at.pipefail)
      const after = isNegated ? '!' : `| ${describe(parts[index + 1])}`
      const place = isSeen ? at : { ...at, ...hidden(after), errexit: false }
      this.walk(part, parts.length > 1 ? { ...place, exits: place.decides } : place)
    }
  }

  #branch({ conditions: asked, bodies }: ShellNode & { kind: 'branch' }, at: Position): void {
    for (const condition of asked) {
      const isNegated = condition.kind === 'list' && isNegation(condition.items.at(-1)?.node)
      const failed = isNegated ? bodies[0] : bodies[asked.length]
      const isSeen = failed !== undefined && endOf(failed) === 'exits' && at.exits
      this.walk(withoutNegation(condition), {
        ...at,
        ...(isSeen ? { decides: true } : hidden('if')),
        errexit: false,
      })
    }
    for (const body of bodies) this.walk(body, { ...at, isConditional: true })
  }

  #loop({ keyword, variable, values, condition, body }: ShellNode & { kind: 'loop' }, at: Position): void {
    const retry = at.retry ?? (keyword === 'for' && !stopsEarly(body) ? undefined : this.#nextRetry())
    this.walk(withoutNegation(condition), { ...at, ...hidden(keyword), errexit: false, retry })
    const isListed =
      values.length > 0 && values.length <= 50 && values.every((value) => !/[$*?`]/.test(value))
    const turns = retry === undefined && isListed ? values : ['']
    for (const [index, value] of turns.entries()) {
      const isLast = index === turns.length - 1 && isListed
      const seen = isLast || retry !== undefined || at.errexit ? {} : hidden('; done')
      const known = value === '' ? at.values : new Map([...at.values, [variable, value]])
      // A loop may have nothing to do.
      const isConditional = at.isConditional || keyword !== 'for'
      this.walk(body, { ...at, ...seen, retry, values: known, isConditional })
    }
  }

  #command(node: ShellNode & { kind: 'command' }, at: Position): void {
    for (const inner of node.substitutions)
      this.walk(parseShell(inner), { ...at, ...hidden('$(…)'), script: inner, errexit: false, exits: false })
    const words = node.words.map((word) => putIn(word, at.values))
    const script = scriptOf(words)
    if (script !== undefined) {
      const decides = at.decides || at.errexit
      const { text, errexit } = script
      this.walk(parseShell(text), { ...at, script: text, decides, errexit, exits: decides })
      return
    }
    const kind = this.classify(words)
    if (kind === 'known') return
    const { decides, errexit, isConditional, retry, hiddenBy } = at
    const isFind = words[0] === 'find'
    const isSeen = (decides || errexit) && !isFind
    const text = cut(putIn(node.text, at.values).replace(withoutArguments, ''), 120)
    const all = words.join(' ')
    const isProgram = !/\bdotnet(?:\.exe)? +(?:test|vstest)\b/.test(all)
    const isSaid =
      kind === 'tests' && (/\bdotnet +run\b/.test(all) || words.some((word) => /\.(?:dll|exe)$/i.test(word)))
    const isSure = !isProgram || isSaid || /\/bin\/(?:debug|release)\//i.test(all)
    const command: TestCommand = {
      text,
      targets: isFind ? [] : readTargets(words),
      hiddenBy: isSeen ? undefined : cut(hiddenBy.replace(/\s+/g, ' ') || (isFind ? 'find' : ''), 80),
      isConditional,
      retry: retry ?? (words.includes('--retry-failed-tests') ? this.#nextRetry() : undefined),
      isSure,
      isProgram,
      usesBuilt: /--no-build\b|\bvstest\b|\.dll\b|\/bin\//.test(text),
      isIdle: words.some((word) => idle.test(word)) || /\bdotnet test\b.* -t(?: |$)/.test(words.join(' ')),
    }
    this.found.push({ kind, command })
  }

  #nextRetry(): number {
    this.#retries += 1
    return this.#retries
  }
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text
}

function hidden(hiddenBy: string): Pick<Position, 'decides' | 'hiddenBy'> {
  return { decides: false, hiddenBy }
}

/** The variable of `rc=$?`. */
function keptCode(node: ShellNode | undefined): string | undefined {
  return node?.kind === 'command' && node.words.length === 1
    ? /^(\w+)=\$\?$/.exec(node.words[0] ?? '')?.[1]
    : undefined
}

/** Whether a node is `exit` or `exit $?`, which end with the code of what stands before them. */
function passesCode(node: ShellNode | undefined): boolean {
  return node?.kind === 'command' && /^exit(?: \$\?)?$/.test(node.words.join(' '))
}

/** What `set -e`, `set +e` and `set -o pipefail` change. */
function readSet(node: ShellNode, at: Position): Pick<Position, 'errexit' | 'pipefail' | 'decides'> {
  const { errexit, pipefail, decides } = at
  if (node.kind !== 'command' || node.words[0] !== 'set') return { errexit, pipefail, decides }
  const text = node.words.slice(1).join(' ')
  const isOn = /(?:^|\s)-\w*e|-o errexit/.test(text)
  return {
    errexit: isOn || (errexit && !/(?:^|\s)\+\w*e|\+o errexit/.test(text)),
    pipefail: /-\w*o pipefail/.test(text) || (pipefail && !/\+o pipefail/.test(text)),
    decides,
  }
}

/** How a node ends that is reached because something failed: it ends the shell as failed, fails itself, or goes on. */
function endOf(node: ShellNode): 'exits' | 'fails' | 'goes-on' {
  if (node.kind === 'group' || node.kind === 'list') {
    const last = node.kind === 'group' ? node.body : node.items.at(-1)?.node
    const end = last === undefined ? 'goes-on' : endOf(last)
    return node.kind === 'group' && node.isSubshell && end === 'exits' ? 'fails' : end
  }
  if (node.kind !== 'command') return 'goes-on'
  const [program, code] = node.words
  if (program === 'false') return 'fails'
  if (program !== 'exit' && program !== 'return') return 'goes-on'
  return code === '0' ? 'goes-on' : 'exits'
}

function isCondition(node: ShellNode): boolean {
  if (node.kind === 'pipe') return node.parts.some(isCondition)
  return node.kind === 'command' && conditions.test(node.words[0] ?? '')
}

function isNegation(node: ShellNode | undefined): boolean {
  return node?.kind === 'pipe' && node.isNegated
}

/** A condition as if it weren't negated: who asks knows. */
function withoutNegation(node: ShellNode): ShellNode {
  if (node.kind === 'pipe') return { ...node, isNegated: false }
  if (node.kind !== 'list') return node
  return { ...node, items: node.items.map((item) => ({ ...item, node: withoutNegation(item.node) })) }
}

/** Whether a loop ends at the first success: `dotnet test && break`. */
function stopsEarly(node: ShellNode): boolean {
  if (node.kind === 'list') return node.items.some((item) => stopsEarly(item.node))
  if (node.kind === 'chain') return node.parts.some(stopsEarly)
  if (node.kind === 'branch') return node.bodies.some(stopsEarly)
  return node.kind === 'command' && node.words[0] === 'break'
}

function describe(node: ShellNode | undefined): string {
  if (node === undefined) return ''
  if (node.kind === 'command') return node.text
  if (node.kind === 'group') return describe(node.body)
  const [first] =
    node.kind === 'list' ? node.items.map((item) => item.node) : 'parts' in node ? node.parts : []
  return first === undefined ? '…' : describe(first)
}

function putIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => values.get(name) ?? whole)
}

/** The text that a command gives to another shell: `sh -c '…'`, `eval '…'`, `bash <<< '…'`. */
function scriptOf(words: readonly string[]): { text: string; errexit: boolean } | undefined {
  const start = words.findIndex(
    (word) => !/^(?:\w+=.*|env|sudo|exec|time|nice|nohup|timeout|-\S*|\d+[smh]?)$/.test(word),
  )
  const [program = '', ...rest] = words.slice(Math.max(0, start))
  if (program === 'eval') return { text: rest.join(' '), errexit: false }
  if (!/(?:^|\/)(?:ba|a|da|z)?sh$/.test(program)) return undefined
  const option = rest.findIndex((word) => /^-\w*c$/.test(word))
  const text = option < 0 ? undefined : rest[option + 1]
  return text === undefined
    ? undefined
    : { text, errexit: rest.slice(0, option + 1).some((word) => /^-\w*e/.test(word)) }
}
