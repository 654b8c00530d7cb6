import type { Command, ParsedScript, SyntaxNode } from 'unbash'
import { quoteForShell } from '../../shared/text.ts'
import { treeBefore } from '../dockerfile/copied-paths.ts'
import type { Instruction } from '../dockerfile/parse-dockerfile.ts'
import { instructionsOf } from '../dockerfile/stage-graph.ts'
import { childrenOf } from './shell-nodes.ts'

/** A text that a shell runs, and how that shell begins. */
export interface ShellScript {
  text: string
  /** The words that start the shell, such as `/bin/bash -e -c`. */
  options?: string
  /** The working folder; empty where it isn't known. */
  folder?: string
  /** What is known of its variables. */
  variables?: ReadonlyMap<string, string>
}

/** The command of a RUN, ENTRYPOINT or CMD as one text; the exec form's words are joined with spaces. */
export function commandOf(instruction: Instruction): string {
  const { execForm, argument } = instruction
  if (execForm === undefined) return withoutDocuments(argument)
  const [shell = '', option = '', script] = execForm
  return /(?:^|\/)(?:sh|bash|ash|pwsh)$/.test(shell) && /^-\w*c/i.test(option) && script !== undefined
    ? script
    : execForm.join(' ')
}

/** Of a here-document what a shell runs: its body as a script, or the command alone whose input the body is. */
function withoutDocuments(argument: string): string {
  const [line = '', ...body] = argument.replace(/\\\r?\n/g, ' ').split(/\r?\n/)
  const mark = /(?:^|\s)\d*<<-?(["']?)(\w+)\1/.exec(line)
  if (mark === null || body.length === 0) return argument
  const isScript = mark.index === 0 || /(?:^|[|&;]\s*)(?:\S*\/)?(?:(?:ba|a|da|z)?sh|pwsh)\b/.test(line)
  const end = body.findIndex((one) => one.trim() === mark[2])
  return isScript ? body.slice(0, end < 0 ? undefined : end).join('\n') : line.replace(mark[0], '')
}

/** What a RUN, ENTRYPOINT or CMD gives to a shell; of an exec form, the words as a shell would have to write them. */
export function scriptOf({ execForm, argument }: Instruction): ShellScript {
  const text = execForm?.map(quoteForShell).join(' ') ?? argument
  return { text }
}

/** The same with all that the stage says: its SHELL, working folder and variables. */
export function scriptIn(instruction: Instruction): ShellScript {
  const { workdir, variables } = treeBefore(instruction)
  const script = { ...scriptOf(instruction), folder: workdir, variables }
  if (instruction.execForm !== undefined) return script
  const shell = instructionsOf(instruction.stage).findLast(
    (one) => one.keyword === 'SHELL' && one.firstLine < instruction.firstLine,
  )?.execForm
  return { ...script, options: shell?.join(' ') ?? '' }
}

/** Whether a program is one that runs shell texts. */
export function isShell(program: string): boolean {
  return /(?:^|\/)(?:(?:ba|a|da|z)?sh|su|runuser|pwsh|powershell)$/.test(program)
}

/** The text that a shell is given (`sh -c '…'`, `bash <<EOF`), with its options; undefined where that is a file or nothing. */
export function readShellCall(
  program: string,
  words: string[],
  input: string | undefined,
): { text: string; options: string[] } | undefined {
  if (!isShell(program) && program !== 'script') return undefined
  const option = words.findIndex((word) => /^-(?:\w*c|command)$/i.test(word))
  const rest = words.slice(option + 1)
  const given = /(?:pwsh|powershell)$/.test(program) ? rest.join(' ') : rest[0]
  const text = option >= 0 ? given : words.every((word) => word.startsWith('-')) ? input : undefined
  return text === undefined ? undefined : { text, options: option < 0 ? words : words.slice(0, option + 1) }
}

/** A text as the parser of POSIX and bash takes it: PowerShell's `& cmd` and `if ($LASTEXITCODE -ne 0) { … }` as a shell's own. */
export function readableShell(text: string): string {
  const asks = /\bif\s*\(\s*(-not\s+|!\s*)?(\$(?:LASTEXITCODE|\?)[^(){}]*?)\s*\)\s*\{([^{}]*)\}/gi
  return text
    .slice(0, 65_536)
    .replaceAll('\r\n', '\n')
    .replace(/(^|[;{\n]\s*)& +/g, '$1')
    .replace(asks, (_, not: string | undefined, condition: string, body: string) => {
      const isZero = (not === undefined) === condition.startsWith('$?')
      return `if [ ${/\s-\w/.test(condition) ? condition : `$LASTEXITCODE ${isZero ? '-eq' : '-ne'} 0`} ]; then ${body.replace(/\bthrow\b.*/, 'exit 1')}; fi`
    })
}

/**
 * The words of a command without quotes and redirections, assignments before it with them. What a command puts into a word is
 * not known.
 */
export function wordsOf({ prefix, name, args }: Command): { value: string; pos: number; end: number }[] {
  const before = prefix.filter((one) => one.type === 'Assignment')
  return [...before, ...(name === undefined ? [] : [name]), ...args].map((word) => {
    const value = word.type === 'Word' ? word.value : word.text
    const isKnown = substitutionsOf(word).length === 0
    return {
      value: isKnown ? value : value.replace(/[$<>]\([^]*\)|`[^]*`/, '$(…)'),
      pos: word.pos,
      end: word.end,
    }
  })
}

/** The scripts that stand in a command's words: `$(…)`, backticks, `<(…)`. */
export function substitutionsOf(node: SyntaxNode): ParsedScript[] {
  return childrenOf(node).flatMap((child) => {
    if (child.type === 'Script') return [child]
    return child.type === 'HereDoc' ? [] : substitutionsOf(child)
  })
}

/** Words that only lead to the command behind them. */
const leaders =
  /^(?:\w+=.*|env|sudo|exec|time|timeout|nice|nohup|stdbuf|xargs|xvfb-run|gosu|tini|\{\}|-.*|\d[\d.]*[smh]?)$/

/** A simple command without what only leads to it: `env A=b timeout 10m dotnet test` gives `dotnet test`. */
export function withoutLeaders(words: readonly string[]): string[] {
  const start = words.findIndex((word) => !leaders.test(word))
  const own = start < 0 ? [] : words.slice(start)
  if (own[0] !== 'find') return own
  const run = own.findIndex((word) => /^-(?:exec|ok)(?:dir)?$/.test(word))
  return run < 0 ? own : withoutLeaders(own.slice(run + 1))
}

/** What goes on in the same list: words, `&&`, quotes, redirections, ends of branches, comments. */
const sameList =
  /^(?:"[^"]*"|'[^']*'|\\\r?\n|\s#.*|;;|;?\s*(?:\}|fi\b|esac\b)|;\s*el(?:if|se)\b[^]*?\bfi\b|&&|>+&?|&>|[^;&|\n>])*/
const document = /<<-?\s*(['"]?)(\w+)\1([^\n]*)\n[^]*?\n\s*\2\b/
const ends = /^\|\|\s*(?:[({][^)}]*\s)?(?:exit|return|throw|false)\b(?!\s+0)/

/**
 * What behind a command of a shell text may keep its exit code from the whole, such as `|| true`, or before it, such as `!`; undefined where nothing
 * does. Only its place is looked at, not what variables keep: where processes are written down, they say what they ended with.
 */
export function hiderIn(
  text: string,
  [from, to]: readonly [from: number, to: number],
  options: string,
): string | undefined {
  const before = text.slice(0, from)
  const set = `set ${options}\n${before}`
  const trap = /\btrap\s+(['"])[^'"]*\bexit 0;?\s*\1\s+(?:EXIT|0)\b/.exec(before)?.[0]
  const asked = /(?:^|[\s;&|(])(!|if|elif|while|until|coproc)\s+$/.exec(before)?.[1]
  const rest = text.slice(to).replace(document, '$3').trimEnd()
  const [own] = sameList.exec(rest) ?? ['']
  const behind = rest.slice(own.length)
  const isKept =
    behind === '' ||
    ends.test(behind) ||
    (/^\|(?!\|)/.test(behind) && isOn(set, /-\w*o\s+pipefail/, /\+\w*o\s+pipefail/)) ||
    (/^[;\n]/.test(behind) &&
      !own.includes('&&') &&
      isOn(set, /-(?!-)\w*e|errexit|ErrorActionPreference\s*=\s*\$true/i, /\+\w*e/))
  const hider = isKept ? undefined : (/^\|[^;\n]*/.exec(behind)?.[0] ?? behind)
  return (trap ?? asked ?? hider)?.replace(rewritten, 'if ($1) {$2}').replace(/\s+/g, ' ').trim()
}

/** What `readableShell` made of PowerShell. */
const rewritten = /\bif \[ (\$LASTEXITCODE [^\]]*) \]; then (.*?); fi/g

/** Whether a text turns an option of its shell on, and never off. */
function isOn(text: string, on: RegExp, off: RegExp): boolean {
  const set = text.match(/(?:^|[\s;&])set\s[^;&\n]*|\$PS\w+\s*=\s*\$true/g) ?? []
  return set.some((one) => on.test(one)) && !set.some((one) => off.test(one))
}
