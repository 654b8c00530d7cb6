import type { Instruction } from './dockerfile.ts'

/** What a command does as far as its words tell. */
export type CommandKind = 'tests' | 'known' | 'unknown'

/** Commands that never run a test, whatever follows them. */
const harmlessCommands = new Set(
  `apk apt apt-get bash-completion cat cd chgrp chmod chown cp curl date dir dnf dpkg du echo env export false find git grep
  groupadd addgroup adduser head install ldconfig ln locale-gen ls microdnf mkdir mv npm npx node yarn pnpm corepack printf
  pwd rm rmdir sed set sleep source tail tar tdnf tee test touch tr true tzdata umask unzip update-ca-certificates useradd
  wget yum zip [`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** `dotnet` subcommands that never run a test. `run`, `exec`, `watch`, `msbuild` and a path may. */
const harmlessDotnet = new Set(
  `add build build-server clean dev-certs ef fable format help list new nuget pack package publish reference remove restore
  sdk sln solution store tool user-secrets workload --info --version --list-sdks --list-runtimes`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** A word that speaks of tests: `Shop.Tests.dll`, `UnitTest`, `--target=Test`, `runtests.sh`; not `latest` or `TestApp.dll`. */
const testWord = /(?:^|[^A-Za-z])[Tt]ests?(?![A-Za-z])|[a-z]Tests?(?![A-Za-z])|tests?\.(?:sh|ps1|cmd|bat)$/

/** What a RUN, ENTRYPOINT or CMD does. */
export function classifyInstruction(instruction: Instruction): CommandKind {
  return classifyCommand(commandOf(instruction))
}

/** The command of a RUN, ENTRYPOINT or CMD as one text; the exec form's words are joined with spaces. */
export function commandOf(instruction: Instruction): string {
  const { execForm, argument } = instruction
  if (execForm === undefined)
    return argument.replace(/^<<-?\s*(["']?)(\w+)\1[^\n]*\n([\s\S]*?)\n?\s*\2\s*$/, '$3')
  const [shell = '', option = '', script] = execForm
  return /(?:^|\/)(?:sh|bash|ash|pwsh)$/.test(shell) && /^-\w*c/i.test(option) && script !== undefined
    ? script
    : execForm.join(' ')
}

/** What a shell command line or script does: it tests when any of its commands does. */
export function classifyCommand(command: string): CommandKind {
  const kinds = simpleCommands(command).map(classifySimple)
  if (kinds.includes('tests')) return 'tests'
  return kinds.includes('unknown') ? 'unknown' : 'known'
}

/** Splits at `&&`, `||`, `;`, `|` and line ends, outside of quotes, into commands of words. */
function simpleCommands(command: string): string[][] {
  const commands: string[][] = [[]]
  for (const [token] of command.matchAll(
    /"(?:[^"\\]|\\.)*"|'[^']*'|#[^\n]*|&&|\|\||[;|\n&()]|[^\s;|&()"']+|["']/g,
  )) {
    if (/^(?:&&|\|\||[;|\n&()])$/.test(token)) commands.push([])
    else if (!token.startsWith('#')) commands.at(-1)?.push(token.replace(/^(["'])([\s\S]*)\1$/, '$2'))
  }
  return commands.filter((words) => words.length > 0)
}

/** Words that only lead to the command behind them. */
const leaders =
  /^(?:\w+=.*|sudo|exec|time|timeout|nice|nohup|xvfb-run|if|then|else|do|while|until|!|\{|\}|fi|done|-.*|\d+[smh]?)$/

function classifySimple(words: string[]): CommandKind {
  const start = words.findIndex((word) => !leaders.test(word))
  if (start < 0) return 'known'
  const [program = '', ...rest] = words.slice(start)
  const name = program.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '')
  if (harmlessCommands.has(name)) return 'known'
  if (name === 'dotnet') return classifyDotnet(rest)
  if (/^(?:ba|a|da|z)?sh$|^pwsh$/.test(name)) {
    const script = rest.find((word) => !word.startsWith('-'))
    return script === undefined
      ? 'unknown'
      : classifyCommand(
          /\s/.test(script) ? script : [script, ...rest.slice(rest.indexOf(script) + 1)].join(' '),
        )
  }
  return [name, ...rest].some((word) => testWord.test(word)) ||
    /\bdotnet\s+(?:test|vstest)\b/.test(rest.join(' '))
    ? 'tests'
    : 'unknown'
}

function classifyDotnet(words: string[]): CommandKind {
  const at = words.findIndex((word) => !word.startsWith('-'))
  const subcommand = words[at] ?? ''
  if (subcommand === 'test' || subcommand === 'vstest') return 'tests'
  if (harmlessDotnet.has(subcommand) || subcommand === '') return 'known'
  return words.some((word) => testWord.test(word)) ? 'tests' : 'unknown'
}
