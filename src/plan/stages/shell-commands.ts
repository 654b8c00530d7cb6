import type { Instruction } from '../dockerfile/parse-dockerfile.ts'

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

/** Words, quoted texts, comments, and what stands between commands. */
const tokens = /"(?:[^"\\]|\\.)*"|'[^']*'|#[^\n]*|&&|\|\||[;|\n&()]|[^\s;|&()"']+|["']/g
const separator = /^(?:&&|\|\||[;|\n&()])$/

/** Splits at `&&`, `||`, `;`, `|` and line ends, outside of quotes, into commands of words. */
export function simpleCommands(command: string): string[][] {
  const commands: string[][] = [[]]
  for (const [token] of command.replace(/\\\r?\n/g, ' ').matchAll(tokens)) {
    if (separator.test(token)) commands.push([])
    else if (!token.startsWith('#')) commands.at(-1)?.push(token.replace(/^(["'])([\s\S]*)\1$/, '$2'))
  }
  return commands.filter((words) => words.length > 0)
}

/** Words that only lead to the command behind them. */
const leaders =
  /^(?:\w+=.*|env|sudo|exec|time|timeout|nice|nohup|xargs|xvfb-run|gosu|tini|if|then|elif|else|do|while|until|!|\{|\}|\{\}|fi|done|-.*|\d+[smh]?)$/

/** A simple command without what only leads to it: `env A=b timeout 10m dotnet test` gives `dotnet test`. */
export function withoutLeaders(words: readonly string[]): string[] {
  const start = words.findIndex((word) => !leaders.test(word))
  return start < 0 ? [] : words.slice(start)
}
