import { abortLines, abortParts, noTestParts } from './localized-words.ts'
import { sameSpaces } from './text.ts'
import { escapeForPattern } from '../../shared/text.ts'

/** Lines that say nothing but that a run was aborted. */
export const wholeAborts: ReadonlySet<string> = new Set(abortLines)
/** One expression for many parts: a log may have 100,000 lines. */
const abortWords = anyOf(abortParts)
const hangs = /^Data collector 'Blame' message: .*(?:inactivity|hang|timeout)/i
const fatal = /^\s*(?:\[FATAL ERROR\]|Catastrophic failure\b)/
const exited = /^The active Test Run was aborted because/

/** Says whether a line, on the console or in a TRX, tells of a run that crashed, hung or was stopped. */
export function tellsOfAbort(line: string): boolean {
  const text = sameSpaces(line.slice(0, 2000))
  return (
    wholeAborts.has(text) ||
    exited.test(text) ||
    hangs.test(text) ||
    fatal.test(text) ||
    abortWords.test(text)
  )
}

/** An expression that finds any of some literal texts. */
function anyOf(literals: readonly string[]): RegExp {
  return new RegExp(literals.map(escapeForPattern).join('|'))
}

const noTestWords = anyOf(noTestParts)

/** Says whether a line tells of an assembly or a filter without a test. */
export function tellsOfNoTest(line: string): boolean {
  return noTestWords.test(sameSpaces(line.slice(0, 2000)))
}

/** The exit code that Microsoft.Testing.Platform names for all runs of a command. */
export const platformExit = /\b(\d{1,3}) ?[（(].{0,40}aka\.ms\/testingplatform\/exitcodes/
/** What exit code 9 of Microsoft.Testing.Platform means. */
export const tooFewTests = 'fewer tests ran than --minimum-expected-tests asks for (exit code 9)'
/** MSBuild's task that tests failed, and says no more. */
export const failedTask = /Microsoft\.TestPlatform\.targets\(\d+,\d+\): error MSB(?:6006|4181)\b/
/** Most lines of what a run says of its end. */
export const wordLines = 20

/** Lines of shells, of .NET's host and of `dotnet test` after which nothing runs. */
const startFailures =
  /^(?:A fatal error was encountered|You must install or update \.NET|The command could not be loaded|Could not execute because|Cannot find command 'dotnet |global\.json defines test runner|The test source file |The application to execute does not exist|The provided file path does not exist|The argument \S+ is invalid\.)/
/** Programs of xunit and Microsoft.Testing.Platform on their options: the first line says it. */
const refusedOptions =
  /^(?:error: (?:error: )?(?:unknown|missing|incorrect|config file not found)\b|Unknown option '|Invalid arguments for option '|Option '--)/
const shellFailures =
  /^(?:\S*sh: .{1,300}: (?:command )?not found|(?:\S*sh|env|timeout|xargs|nice|nohup|make(?:\[\d+\])?): .{1,300}: (?:No such file or directory|Permission denied|Is a directory|cannot execute.*)|\S*sh: \d+: cannot open .{1,300}: No such file)$/
/** NUnit's own words for a fixture that failed when its tests had ended. */
export const fixtureFailure = /^TearDown failed for test fixture /
/** How a process that died says so. */
export const crashes =
  /^(?:Process terminated\.|Unhandled exception\.|Stack overflow\.|Fatal error\.|Out of memory\.|Segmentation fault|Killed$|Aborted(?: \(core dumped\))?$)/

/** Whether a line says that a command could not start, and if so, whether the lines below it say more. */
export function readFailedStart(text: string): 'goes-on' | 'whole' | undefined {
  if (shellFailures.test(text) || refusedOptions.test(text)) return 'whole'
  return startFailures.test(text) ? 'goes-on' : undefined
}
