import type { Instruction } from '../dockerfile/parse-dockerfile.ts'

/** What a command does as far as its words tell. */
export type CommandKind = 'tests' | 'known' | 'unknown'

/** Commands that never run a test, whatever follows them. */
const harmlessCommands = new Set(
  `: apk apt apt-get bash-completion case cat cd chgrp chmod chown cp curl date dir dnf dpkg du echo esac exit export false
  find for git grep groupadd addgroup adduser head id install ldconfig ln locale-gen ls microdnf mkdir mv npm npx node yarn
  pnpm corepack printf pwd reportgenerator rm rmdir sed set sleep sonar-scanner source tail tar tdnf tee test touch tr trap
  true tzdata umask uname unzip update-ca-certificates useradd wait wget which yum zip [`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** `dotnet` subcommands that run no test, unless MSBuild is given a target that does. `run`, `exec` and a path may. */
const harmlessDotnet = new Set(
  `add build build-server clean dev-certs ef fable format gitversion help list msbuild nbgv new nuget pack package publish
  reference remove reportgenerator restore sdk sln solution sonarscanner store tool user-secrets workload`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/**
 * A word that speaks of tests: `Shop.Tests.Unit.dll`, `UnitTest`, `--target=Test`, `runtests.sh`; not `latest`,
 * `TestApp.dll` or `TechTest.Api.dll`, which are programs with a test in their name.
 */
const testWord =
  /(?:(?:^|[^A-Za-z])[Tt]est|[a-z]Test)(?:s(?![A-Za-z])|(?![A-Za-z])(?!\.(?!(?:dll|exe|slnx?|\w*proj|sh|ps1|cmd|bat)\b)\w))|tests?\.(?:sh|ps1|cmd|bat)$/

/** An option that gives MSBuild a target which tests: `-t:VSTest`, `/target:Build,Test`. */
const testTarget = /^(?:-{1,2}|\/)t(?:arget)?:\S*tests?(?![A-Za-z])/i

/** What a RUN, ENTRYPOINT or CMD does. */
export function classifyInstruction(instruction: Instruction): CommandKind {
  return classifyCommand(commandOf(instruction))
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

/** What a shell command line or script does: it tests when any of its commands does. */
export function classifyCommand(command: string): CommandKind {
  const kinds = simpleCommands(command).map(classifySimple)
  if (kinds.includes('tests')) return 'tests'
  return kinds.includes('unknown') ? 'unknown' : 'known'
}

/** Words, quoted texts, comments, and what stands between commands. */
const tokens = /"(?:[^"\\]|\\.)*"|'[^']*'|#[^\n]*|&&|\|\||[;|\n&()]|[^\s;|&()"']+|["']/g
const separator = /^(?:&&|\|\||[;|\n&()])$/

/** Splits at `&&`, `||`, `;`, `|` and line ends, outside of quotes, into commands of words. */
function simpleCommands(command: string): string[][] {
  const commands: string[][] = [[]]
  for (const [token] of command.matchAll(tokens)) {
    if (separator.test(token)) commands.push([])
    else if (!token.startsWith('#')) commands.at(-1)?.push(token.replace(/^(["'])([\s\S]*)\1$/, '$2'))
  }
  return commands.filter((words) => words.length > 0)
}

/** Words that only lead to the command behind them. */
const leaders =
  /^(?:\w+=.*|env|sudo|exec|time|timeout|nice|nohup|xargs|xvfb-run|if|then|elif|else|do|while|until|!|\{|\}|\{\}|fi|done|-.*|\d+[smh]?)$/

/** What one command does, given by its words. */
export function classifySimple(words: string[]): CommandKind {
  const start = words.findIndex((word) => !leaders.test(word))
  if (start < 0) return 'known'
  const [program = '', ...rest] = words.slice(start)
  const name = program.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '')
  const run = name === 'find' ? rest.findIndex((word) => /^-exec(?:dir)?$/.test(word)) : -1
  if (run >= 0) return classifySimple(rest.slice(run + 1))
  if (harmlessCommands.has(name)) return 'known'
  if (name === 'dotnet') return classifyDotnet(rest)
  // A tool of .NET is a command of that name as well.
  if (name.startsWith('dotnet-')) return classifyDotnet([name.slice('dotnet-'.length), ...rest])
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
  const [subcommand = '', ...rest] = at < 0 ? [] : words.slice(at)
  if (subcommand === 'test' || subcommand === 'vstest') return 'tests'
  if (subcommand === 'tool' && /^(?:run|exec)$/.test(rest[0] ?? '')) {
    const tool = rest.slice(1).filter((word) => word !== '--')
    return classifyDotnet([(tool[0] ?? '').replace(/^dotnet-/, ''), ...tool.slice(1)])
  }
  if (harmlessDotnet.has(subcommand) || subcommand === '')
    return words.some((word) => testTarget.test(word)) ? 'tests' : 'known'
  return words.some((word) => testWord.test(word)) ? 'tests' : 'unknown'
}
