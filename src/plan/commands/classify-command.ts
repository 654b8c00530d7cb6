import { posix } from 'node:path'
import type { Programs } from '../projects/repository.ts'
import { readTargets } from './command-targets.ts'
import { isShell } from './shell-text.ts'

/** What a command does: `unknown` ones may test. */
export type CommandKind = 'tests' | 'known' | 'unknown'

const harmlessCommands = words(`
  : . add-apt-repository addgroup adduser apk apt apt-get awk bash-completion bower bundle cargo case cat cd chgrp chmod chown cmake composer conan
  corepack cp csc curl cut date dir dnf dpkg du echo esac exit export false file find for fsc fsharpc g++ gcc gem git go gpg grep groupadd gunzip gzip
  head id install java javac jq ldconfig ln locale-gen ls mcs microdnf mkdir mktemp mv ng npm npx nuget openssl patch pip pip3 pipx
  pnpm poetry printf pwd read reportgenerator rm rmdir rsync rustup sed set shift sleep sonar-scanner sort
  source ssh-keyscan tail tar tdnf tee test touch tr trap true tzdata umask uname uniq unset unzip update-ca-certificates useradd
  usermod vcpkg wait wget which whoami yarn yum zip`)

/** Whether a command never runs a test, whatever follows it. */
export function isHarmless(program: string): boolean {
  return harmlessCommands.has(program)
}

/** `dotnet` subcommands that run no test, unless MSBuild is given a target that does. `run`, `exec` and a path may. */
const harmlessDotnet = words(`
  add aspnet-codegenerator build build-server clean coverage csharpier dev-certs dump ef fable format gcdump gitversion help list msbuild
  nbgv new nuget pack package paket project publish reference remove reportgenerator restore sdk sln solution sonarscanner store
  swagger tool trace user-secrets workload`)

/** Programs and tools of `dotnet` that do nothing but test. */
const testRunners =
  /^(?:vstest(?:\.console)?|mstest|nunit(?:[23])?(?:-console|-lite)?|xunit(?:\.console(?:\.\w+)?)?|coverlet(?:\.console)?|altcover|minicover|fixie|expecto|dotcover|opencover(?:\.console)?|testhost|(?:[\w.]+-)?test-?runner)$/i

/** Programs whose words are the names of what they shall do. */
const buildTools =
  /^(?:cake|nuke|fake|psake|make|gmake|just|task|rake|bazel|pants|earthly|build(?:\.\w+)?|ci(?:\.\w+)?|make\.\w+)$/i

const dotnetTest = /(?:^|\s)((?:\/\S*\/)?dotnet\s+(?:test|vstest)\b[^&|;]*)/

/** What starts `dotnet test` in a script of another language: `["dotnet", "test", …]`, `('dotnet', ['test'])`, `system("dotnet test")`. */
const startsTests = /\bdotnet\b["',\s[]+(?:test|vstest)\b/

/** Whether a program runs scripts that are not a shell's. */
export function isInterpreter(name: string): boolean {
  return /^(?:.*\/)?(?:python|ruby|perl|node|bun|deno|php)[\d.]*$|\.(?:py|rb|pl)$/.test(name)
}

/** What a wrapper starts: `wait-for-it db -- dotnet test`, `dotnet-coverage collect "dotnet test"`, `coverlet … --targetargs "test A"`. */
export function withoutWrapper(words: readonly string[]): string[] {
  const [program = '', ...rest] = words
  const name = program.replace(/^.*[\\/]/, '')
  if (isHarmless(name) || name.startsWith('[') || buildTools.test(name)) return [...words]
  const args = rest[rest.findIndex((word) => /^--targetargs$/i.test(word)) + 1 || rest.length]
  // A text that is a word of its own ends with it: what follows is the wrapper's.
  const text =
    args === undefined ? (rest.find((word) => dotnetTest.test(word)) ?? rest.join(' ')) : `dotnet ${args}`
  const test = dotnetTest.exec(text)?.[1]
  if (test !== undefined) return test.trim().split(/\s+/)
  const isOwn = isShell(program) || name === 'dotnet'
  return words.slice(words.indexOf('collect') + 1 || (isOwn ? 0 : words.indexOf('--') + 1))
}

/** What one command does, by its words without what only leads to it, and the folder in which it runs. */
export function classifyWords(words: readonly string[], programs: Programs, folder: string): CommandKind {
  return new Classifier(programs, folder).classify(words)
}

class Classifier {
  readonly #programs: Programs
  readonly #folder: string

  constructor(programs: Programs, folder: string) {
    this.#programs = programs
    this.#folder = folder
  }

  classify([program = '', ...rest]: readonly string[]): CommandKind {
    const name = program.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '')
    // What begins with a bracket asks something, or is an exec form that a shell refuses.
    if (name === '' || name.startsWith('[') || isHarmless(name)) return 'known'
    if (name === 'dotnet') return this.#classifyDotnet(rest)
    // A tool of .NET is a command of that name as well.
    if (name.startsWith('dotnet-') && !/\.(?:sh|ps1)$/.test(name))
      return this.#classifyDotnet([name.slice('dotnet-'.length), ...rest])
    if (/^(?:(?:ba|a|da|z)?sh|pwsh|powershell)$/.test(name)) return this.#classifyShell(rest)
    if (name === 'mono') return this.classify(rest.filter((word) => !word.startsWith('-')))
    // An app may have the name of a runner.
    return testRunners.test(name)
      ? (this.#kindOf(program) ?? 'tests')
      : this.#classifyProgram(program, name, rest)
  }

  /** A shell with the file of a script. What it reads from its input is what an installer gives it. */
  #classifyShell(words: readonly string[]): CommandKind {
    const script = words.findIndex((word) => !word.startsWith('-'))
    const [file = '', ...more] = script < 0 ? [] : words.slice(script)
    if (file === '' || file.startsWith('/dev/')) return 'known'
    return this.classify([file.includes('/') ? file : `./${file}`, ...more])
  }

  /** A script, an executable, or a build tool. */
  #classifyProgram(program: string, name: string, rest: readonly string[]): CommandKind {
    if (/^(?:install|restore|update|upgrade|login|--version|--help)$/.test(rest[0] ?? '')) return 'known'
    if (/^(?:dotnet-)?install(?:-\w+)*\.(?:sh|ps1)$/i.test(name)) return 'known'
    const isBuild = buildTools.test(name)
    if (isBuild && asksFor(rest)) return 'tests'
    if (/\.(?:sh|bash|ps1|cmd|bat)$/i.test(name) || isBuild) return namesTests(name) ? 'tests' : 'unknown'
    if (isInterpreter(name)) {
      const file = rest.find((word) => !word.startsWith('-')) ?? ''
      const text = this.#programs.scriptOf(posix.join(this.#folder, file)) ?? rest.join(' ')
      if (startsTests.test(text)) return 'tests'
      return name.startsWith('python') && /test|build/i.test(rest.join(' ')) ? 'unknown' : 'known'
    }
    if (startsTests.test(this.#programs.scriptOf(posix.join(this.#folder, program)) ?? '')) return 'tests'
    const kind = this.#kindOf(program) ?? (namesTests(name) ? 'tests' : undefined)
    // A program of the system, such as base64, tests nothing unless it is told to.
    const mayTest =
      program.includes('/') || /[.$]/.test(name) || [name, ...rest].some((word) => asksForTests.test(word))
    return kind ?? (mayTest ? 'unknown' : 'known')
  }

  #classifyDotnet(all: readonly string[]): CommandKind {
    const at = all.findIndex((word) => !word.startsWith('-'))
    // `dotnet "vstest test.dll"`: an exec form that has two words in one.
    const [subcommand = '', ...rest] =
      at < 0 ? [] : all.slice(at).flatMap((word, index) => (index === 0 ? word.split(/\s+/) : word))
    if (subcommand === 'test' || testRunners.test(subcommand)) return 'tests'
    if (subcommand === 'tool' && /^(?:run|exec)$/.test(rest[0] ?? ''))
      return this.#classifyTool(rest.slice(1))
    if (subcommand === 'watch') return this.#classifyWatch(rest)
    if (subcommand === 'run') return this.#classifyRun(rest)
    if (harmlessDotnet.has(subcommand) || subcommand === '') return all.some(isTestTarget) ? 'tests' : 'known'
    if (buildTools.test(subcommand)) return asksFor(rest) ? 'tests' : 'unknown'
    const assembly = [subcommand, ...rest].find((word) => /\.dll$/i.test(word)) ?? subcommand
    const isRunner = testRunners.test(assembly.replace(/^.*[\\/]/, '').replace(/\.(?:dll|exe)$/i, ''))
    const isNamed = isRunner || subcommand === 'exec' || /\.dll$/i.test(subcommand)
    return this.#kindOf(isNamed ? assembly : subcommand) ?? (isRunner ? 'tests' : 'unknown')
  }

  #classifyTool(words: readonly string[]): CommandKind {
    const [tool = '', ...rest] = words.filter((word) => word !== '--')
    return this.#classifyDotnet([tool.replace(/^dotnet-/, ''), ...rest])
  }

  #classifyWatch(words: readonly string[]): CommandKind {
    return words.some((word) => /^(?:test|vstest)$/.test(word)) ? 'tests' : this.#classifyRun(words)
  }

  /** `dotnet run` by its project, which is that of the folder where none is named. */
  #classifyRun(words: readonly string[]): CommandKind {
    const end = words.indexOf('--')
    const own = end < 0 ? words : words.slice(0, end)
    const [project = './'] = readTargets(['dotnet', 'run', ...own])
    if (/\.(?:cs|fsx)$/.test(project)) return this.#classifyFile(project)
    // A step of a build that is a program of the repository may do anything, such as to start `dotnet test`.
    const kind = this.#kindOf(posix.join(this.#folder, project), 'unknown') ?? 'unknown'
    return kind === 'unknown' && asksFor(words.slice(own.length)) ? 'tests' : kind
  }

  /** A program of one file: `dotnet run tests.cs`. */
  #classifyFile(path: string): CommandKind {
    const text = this.#programs.scriptOf(posix.join(this.#folder, path)) ?? ''
    const isTest =
      /^#:(?:package|sdk)\s+(?:xunit\.v3|TUnit|MSTest|NUnit|Microsoft\.NET\.Test\.Sdk|Expecto)/im.test(text)
    return isTest || namesTests(path) ? 'tests' : 'unknown'
  }

  /** What a program does by its project, or by its name where there is none; undefined where neither says it. */
  #kindOf(program: string, ofConsole: CommandKind = 'known'): CommandKind | undefined {
    const kind = this.#programs.kindOf(program)
    if (kind === undefined || kind === 'tests') return kind
    // The Main that VSTest's SDK generates does nothing.
    return kind === 'build' ? 'unknown' : kind === 'console' ? ofConsole : 'known'
  }
}

/** Whether a word is an option that gives MSBuild a target which tests: `-t:VSTest`, `/target:Build,Test`. */
export function isTestTarget(word: string): boolean {
  return /^(?:-{1,2}|\/)t(?:arget)?:\S*tests?(?![A-Za-z])/i.test(word)
}

/** The words of a list that is written over several lines. */
function words(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}

/** A target of a build tool that tests: `Test`, `UnitTest`, `--target=CoreTests`, `run-tests`; no path, no URL, no `latest`. */
function targetsTests(word: string): boolean {
  const target = word.replace(/^--?\w+[=:]/, '')
  return /^(?:[\w:.-]*[^A-Za-z/])?(?:run)?tests?$|^(?:\w*[a-z\d])?Tests?$/.test(target)
}

/** Whether one of the words of a build tool is a target that tests. */
function asksFor(words: readonly string[]): boolean {
  return words.some((word, index) => targetsTests(word) && !leavesOut.test(words[index - 1] ?? ''))
}

/** An option behind which stands what a build tool is not to do: `--skip Test`. */
const leavesOut = /^--?(?:skip|exclude|without)/i

const asksForTests = /test|check|verify|\bci\b/i

/** A script that says by its name that it runs tests: `run-tests.sh`, `test.sh`, `Run-Tests.ps1`; not `test-db.sh`. */
function namesTests(file: string): boolean {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  return /(?:^|[^A-Za-z]|[Rr]un)[Tt]ests?$|[a-z]Tests?$|^[Rr]un[-_.]?[Tt]ests?[-_.]/.test(name)
}

/** Whether a build program is told of a target that is something else than tests. */
export function namesOtherTarget(command: string): boolean {
  const parts = command.split(/&&|\|\||[;\n]/).filter((one) => !ofDotnet.test(one))
  return parts.some((one) =>
    otherTarget.test(one.replace(/\bfake\s+(?:build|run)\b|\s(?:--project|-p|--file)[\s=]\S+/g, '')),
  )
}

const otherTarget = /(?:^|[\s=:])(?:publish|pack|build|compile|restore|clean|install|generate|docs?)(?=\s|$)/i
const ofDotnet = /^\s*dotnet\s+(?:(?:tool|workload)\s+\w+|restore|build|publish|pack|clean)\b/
