import { posix } from 'node:path'
import type { Instruction } from '../dockerfile/parse-dockerfile.ts'
import { unknownPrograms, type Programs } from '../projects/repository.ts'
import { commandOf, simpleCommands, withoutLeaders } from './shell-commands.ts'
import { namesTests, targetsTests } from './test-words.ts'

export { commandOf } from './shell-commands.ts'

/** What a command does: `unknown` ones may test. */
export type CommandKind = 'tests' | 'known' | 'unknown'

/** Commands that never run a test, whatever follows them. */
const harmlessCommands = words(`
  : [ addgroup adduser apk apt apt-get awk bash-completion bower bundle cargo case cat cd chgrp chmod chown cmake composer conan
  corepack cp curl cut date dir dnf dpkg du echo esac exit export false file find for g++ gcc gem git go gpg grep groupadd gunzip gzip
  head id install java javac jq ldconfig ln locale-gen ls microdnf mkdir mktemp mv ng node npm npx openssl patch perl pip pip3 pipx
  pnpm poetry printf pwd read reportgenerator rm rmdir rsync ruby rustup sed set shift sleep sonar-scanner sort
  source ssh-keyscan tail tar tdnf tee test touch tr trap true tzdata umask uname uniq unset unzip update-ca-certificates useradd
  usermod vcpkg wait wget which whoami yarn yum zip`)

/** `dotnet` subcommands that run no test, unless MSBuild is given a target that does. `run`, `exec` and a path may. */
const harmlessDotnet = words(`
  add aspnet-codegenerator build build-server clean csharpier dev-certs dump ef fable format gcdump gitversion help list msbuild
  nbgv new nuget pack package paket project publish reference remove reportgenerator restore sdk sln solution sonarscanner store
  swagger tool trace user-secrets workload`)

/** Programs and tools of `dotnet` that do nothing but test. */
const testRunners =
  /^(?:vstest(?:\.console)?|mstest|nunit(?:[23])?(?:-console|-lite)?|xunit(?:\.console(?:\.\w+)?)?|coverlet(?:\.console)?|altcover|minicover|fixie|expecto|dotcover|opencover(?:\.console)?|testhost|(?:[\w.]+-)?test-?runner)$/i

/** Programs whose words are the names of what they shall do. */
const buildTools =
  /^(?:cake|nuke|fake|psake|make|gmake|just|task|rake|bazel|pants|earthly|build(?:\.\w+)?|ci(?:\.\w+)?|make\.\w+)$/i

/** What a RUN, ENTRYPOINT or CMD does. */
export function classifyInstruction(instruction: Instruction): CommandKind {
  return classifyCommand(commandOf(instruction))
}

/** What a shell command line or script does: it tests when any of its commands does. `start` is the working folder. */
export function classifyCommand(
  command: string,
  programs: Programs = unknownPrograms,
  start = '',
  depth = 0,
): CommandKind {
  let folder = start
  const kinds = simpleCommands(command).map((words) => {
    const [program = '', ...rest] = withoutLeaders(words)
    if (program === 'cd' || program === 'pushd') folder = posix.resolve(folder || '/', rest[0] ?? '')
    return new Command(program, rest, { programs, folder, depth }).classify()
  })
  if (kinds.includes('tests')) return 'tests'
  return kinds.includes('unknown') ? 'unknown' : 'known'
}

/** What one command does, given by its words. */
export function classifySimple(words: readonly string[], programs: Programs = unknownPrograms): CommandKind {
  const [program = '', ...rest] = withoutLeaders(words)
  return new Command(program, rest, { programs, folder: '', depth: 0 }).classify()
}

interface Surroundings {
  programs: Programs
  /** The working folder, and where `cd` led to from there. */
  folder: string
  /** Of scripts within scripts. */
  depth: number
}

const maxDepth = 4

/** One command of a shell line: a program with its words. */
class Command {
  readonly #program: string
  readonly #rest: readonly string[]
  readonly #at: Surroundings

  constructor(program: string, rest: readonly string[], at: Surroundings) {
    this.#program = program
    this.#rest = rest
    this.#at = at
  }

  classify(): CommandKind {
    const name = this.#program.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '')
    if (name === '' || harmlessCommands.has(name)) return name === 'find' ? this.#classifyFind() : 'known'
    if (name === 'dotnet') return this.#classifyDotnet(this.#rest)
    // A tool of .NET is a command of that name as well.
    if (name.startsWith('dotnet-')) return this.#classifyDotnet([name.slice('dotnet-'.length), ...this.#rest])
    if (/^(?:ba|a|da|z)?sh$|^pwsh$|^powershell$/.test(name)) return this.#classifyShell()
    if (/^mono$/.test(name)) return this.#classifyAgain(this.#rest.filter((word) => !word.startsWith('-')))
    if (testRunners.test(name)) return 'tests'
    return this.#classifyProgram(name)
  }

  #classifyFind(): CommandKind {
    const run = this.#rest.findIndex((word) => /^-exec(?:dir)?$/.test(word))
    return run < 0 ? 'known' : this.#classifyAgain(this.#rest.slice(run + 1))
  }

  #classifyShell(): CommandKind {
    const script = this.#rest.findIndex((word) => !word.startsWith('-'))
    const [file = '', ...more] = script < 0 ? [] : this.#rest.slice(script)
    // What a shell reads from its input is what an installer gives it.
    if (file === '') return 'known'
    return /\s/.test(file)
      ? this.#classifyText(file)
      : this.#classifyAgain([/\//.test(file) ? file : `./${file}`, ...more])
  }

  /** A script, an executable, or a tool that leads to another command. */
  #classifyProgram(name: string): CommandKind {
    const led = this.#ledTo()
    if (led !== undefined) return led
    if (/^(?:install|restore|update|upgrade|login|--version|--help)$/.test(this.#rest[0] ?? ''))
      return 'known'
    const script = this.#at.programs.scriptOf(posix.join(this.#at.folder, this.#program))
    const isBuild = buildTools.test(name)
    if (isBuild && this.#rest.some(targetsTests)) return 'tests'
    if (script !== undefined && this.#at.depth < maxDepth) return this.#classifyScript(script)
    if (/\.(?:sh|bash|ps1|cmd|bat)$/i.test(name) || isBuild) return namesTests(name) ? 'tests' : 'unknown'
    if (/^python\d?/.test(name)) return /test|build/i.test(this.#rest.join(' ')) ? 'unknown' : 'known'
    return kindOfProgram(this.#at.programs, this.#program) ?? (namesTests(name) ? 'tests' : 'unknown')
  }

  /** What a script does; one that shows nothing does what its name says. */
  #classifyScript(text: string): CommandKind {
    const kind = this.#classifyText(text)
    return kind === 'known' && namesTests(this.#program) ? 'tests' : kind
  }

  /** What a wrapper starts: `wait-for-it db:5432 -- dotnet test`, `su app -c "dotnet test"`. */
  #ledTo(): CommandKind | undefined {
    if (/\bdotnet\s+(?:test|vstest)\b/.test(this.#rest.join(' '))) return 'tests'
    const dashes = this.#rest.indexOf('--')
    if (dashes < 0 || buildTools.test(this.#program.replace(/^.*[\\/]/, ''))) return undefined
    return this.#classifyAgain(this.#rest.slice(dashes + 1)) === 'tests' ? 'tests' : undefined
  }

  #classifyDotnet(all: readonly string[]): CommandKind {
    const at = all.findIndex((word) => !word.startsWith('-'))
    // `dotnet "vstest test.dll"`: an exec form that has two words in one.
    const [subcommand = '', ...rest] =
      at < 0 ? [] : all.slice(at).flatMap((word, index) => (index === 0 ? word.split(/\s+/) : word))
    if (subcommand === 'test' || testRunners.test(subcommand)) return 'tests'
    if (subcommand === 'tool' && /^(?:run|exec)$/.test(rest[0] ?? ''))
      return this.#classifyTool(rest.slice(1))
    if (subcommand === 'coverage') return this.#classifyCoverage(rest)
    if (subcommand === 'watch') return this.#classifyWatch(rest)
    if (subcommand === 'run') return this.#classifyRun(rest)
    if (harmlessDotnet.has(subcommand) || subcommand === '')
      return all.some((word) => msbuildTestTarget.test(word)) ? 'tests' : 'known'
    if (buildTools.test(subcommand))
      return rest.some(targetsTests) || rest.some((word) => namedTarget.test(word)) ? 'tests' : 'unknown'
    const assembly = [subcommand, ...rest].find((word) => /\.dll$/i.test(word)) ?? subcommand
    if (testRunners.test(assembly.replace(/^.*[\\/]/, '').replace(/\.(?:dll|exe)$/i, ''))) return 'tests'
    return (
      kindOfProgram(
        this.#at.programs,
        subcommand === 'exec' || /\.dll$/i.test(subcommand) ? assembly : subcommand,
      ) ?? 'unknown'
    )
  }

  #classifyTool(words: readonly string[]): CommandKind {
    const [tool = '', ...rest] = words.filter((word) => word !== '--')
    return this.#classifyDotnet([tool.replace(/^dotnet-/, ''), ...rest])
  }

  /** `dotnet-coverage collect <command>`. */
  #classifyCoverage(words: readonly string[]): CommandKind {
    const text = words.filter((word) => word !== 'collect').join(' ')
    if (/\bdotnet\s+(?:test|vstest)\b/.test(text)) return 'tests'
    return words[0] === 'collect'
      ? this.#classifyAgain(text.split(/\s+/).filter((word) => word !== ''))
      : 'known'
  }

  #classifyWatch(words: readonly string[]): CommandKind {
    return words.some((word) => /^(?:test|vstest)$/.test(word)) ? 'tests' : this.#classifyRun(words)
  }

  /** `dotnet run` by its project, which is that of the folder where none is named. */
  #classifyRun(words: readonly string[]): CommandKind {
    const end = words.indexOf('--')
    const own = end < 0 ? words : words.slice(0, end)
    const joined = own
      .map((word) => /^--?(?:project|file)[=:](.+)$/.exec(word)?.[1])
      .find((one) => one !== undefined)
    const option = own.findIndex((word) => /^(?:--project|-p|--file)$/.test(word))
    const file = own.find((word) => /\.(?:cs|fsx|\w+proj)$/.test(word))
    const project = joined ?? (option < 0 ? (file ?? '.') : (own[option + 1] ?? '.'))
    if (/\.(?:cs|fsx)$/.test(project)) return this.#classifyFile(project)
    const kind = kindOfProject(this.#at.programs, posix.join(this.#at.folder, project))
    return kind === 'unknown' && words.slice(own.length).some(targetsTests) ? 'tests' : kind
  }

  /** A program of one file: `dotnet run tests.cs`. */
  #classifyFile(path: string): CommandKind {
    const text = this.#at.programs.scriptOf(posix.join(this.#at.folder, path)) ?? ''
    const isTest =
      /^#:(?:package|sdk)\s+(?:xunit\.v3|TUnit|MSTest|NUnit|Microsoft\.NET\.Test\.Sdk|Expecto)/im.test(text)
    return isTest || namesTests(path) ? 'tests' : 'unknown'
  }

  #classifyText(text: string): CommandKind {
    return classifyCommand(text, this.#at.programs, this.#at.folder, this.#at.depth + 1)
  }

  #classifyAgain([program = '', ...rest]: readonly string[]): CommandKind {
    return new Command(program, rest, { ...this.#at, depth: this.#at.depth + 1 }).classify()
  }
}

/** What a program does by its project, or by its name where there is none; undefined where neither says it. */
function kindOfProgram(programs: Programs, program: string): CommandKind | undefined {
  const kind = programs.kindOf(program)
  if (kind === undefined) return undefined
  return kind === 'tests' ? 'tests' : kind === 'build' ? 'unknown' : 'known'
}

function kindOfProject(programs: Programs, project: string): CommandKind {
  return kindOfProgram(programs, project) ?? 'unknown'
}

/** An option that gives MSBuild a target which tests: `-t:VSTest`, `/target:Build,Test`. */
const msbuildTestTarget = /^(?:-{1,2}|\/)t(?:arget)?:\S*tests?(?![A-Za-z])/i

/** An option that gives a build tool one: `--target=Test`, `-t:UnitTest`. */
const namedTarget = /^--?t(?:arget|ask)?[=:]\S*(?:^|[^a-z]|[a-z](?=T))tests?$/i

/** The words of a list that is written over several lines. */
function words(text: string): Set<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''))
}
