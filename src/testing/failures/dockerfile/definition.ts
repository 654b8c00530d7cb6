import { isHarmless } from '../../../plan/commands/classify-command.ts'
import { commandOf } from '../../../plan/commands/shell-text.ts'
import { treeBefore } from '../../../plan/dockerfile/copied-paths.ts'
import { instructionsOf } from '../../../plan/dockerfile/stage-graph.ts'
import { lineOf, type FailedBuild, type BuildFailure } from '../failure.ts'

/** A FROM has a variable that nothing gives a value. */
export function readBaseArgument(build: FailedBuild): BuildFailure | undefined {
  const { error, sources } = build
  const isBlank =
    /base name \(.*\) should not be blank|failed to parse stage name|empty platform value|invalid reference format/.test(
      error.message,
    )
  const { line = 0 } = error
  const stage = sources.dockerfile.stages.findLast(({ firstLine }) => firstLine <= line)
  if (!isBlank || stage === undefined) return undefined
  const lines = sources.dockerfile.text.split('\n')
  const from = lines
    .slice(stage.firstLine - 1, stage.fromLastLine)
    .join(' ')
    .trim()
  // What a FROM still has after its variables were expanded has no value; one that is empty is gone.
  const namesIn = (text: string): string[] => [...text.matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name)
  const names = [...namesIn(stage.base), ...namesIn(/--platform=\S+/.exec(from)?.[0] ?? ''), ...namesIn(from)]
  const [name] = names
  if (name === undefined) return undefined
  const declaredAt = lineOfArgument(name, lines.slice(0, (sources.dockerfile.stages[0]?.firstLine ?? 1) - 1))
  return describeNoValue(`${lineOf(build, stage.firstLine)}, ${from},`, name, declaredAt)
}

/** Who needs a build argument that has no value, and how it gets one. */
function describeNoValue(who: string, name: string, declaredAt: number): BuildFailure {
  const why =
    declaredAt > 0
      ? `ARG ${name} (line ${declaredAt}) has no default.\nSet the input build-args: ${name}=…, or give it a default: ARG ${name}=…`
      : `no ARG ${name} stands above the first FROM, the only place that FROM reads.\n` +
        `Write ARG ${name}=… above the first FROM; the input build-args then sets another value: ${name}=…`
  return {
    title: 'A build argument has no value',
    message: `${who} needs the build argument ${name}: it has no value, and ${why}`,
  }
}

/** The line, from 1, of the first ARG that declares a name; 0 where none does. */
function lineOfArgument(name: string, lines: readonly string[]): number {
  return lines.findIndex((line) => new RegExp(`^\\s*ARG\\s+(?:.*\\s)?${name}\\b`, 'i').test(line)) + 1
}

/** Variables that images have by themselves, whatever an ARG of that name says. */
const ofImages = /^(?:(?:DOTNET|ASPNET|ASPNETCORE|NUGET|NODE|YARN)_\w+|APP_UID|HOME|PATH|USER)$/

/** What says that a variable is empty: who reads it, or dotnet, whose words then are others than the team wrote. */
const isEmpty = /unbound variable|not set|is (?:empty|null|missing|required)/i

/** What dotnet says of a command in which a word is missing, or is empty. */
const isIncomplete = /error MSB10(?:01|03|09)|Required argument missing|^error: Both UserName and Password /

/** A RUN takes a variable that no value was given for, or that an ARG declares elsewhere: above the first FROM, or in another stage. */
export function readUndeclaredArgument(build: FailedBuild): BuildFailure | undefined {
  const { sources, instruction } = build
  if (instruction.keyword !== 'RUN') return undefined
  const command = commandOf(instruction)
  const { variables } = treeBefore(instruction)
  const declared = instructionsOf(instruction.stage)
    .filter(({ keyword }) => keyword === 'ARG')
    .map(({ argument }) => argument)
  for (const [, name = ''] of command.matchAll(/\$\{?([A-Za-z_]\w*)\}?/g)) {
    const isDeclared = declared.some((words) => new RegExp(`\\b${name}\\b`).test(words))
    const isMissed = build.lines.some((line) => (line.includes(name) ? isEmpty : isIncomplete).test(line))
    const isHere = variables.has(name) || ofImages.test(name) || isDeclared
    const run = `RUN of ${lineOf(build, instruction.firstLine)}`
    const line = lineOfArgument(name, sources.dockerfile.text.split('\n'))
    if (isDeclared && !variables.has(name) && isMissed) return describeNoValue(run, name, line)
    if (isHere || line === 0 || new RegExp(`\\b${name}=|\\b(?:read|for) +${name}\\b`).test(command)) continue
    const where =
      line < (sources.dockerfile.stages[0]?.firstLine ?? 1)
        ? 'stands above the first FROM'
        : 'is of another stage'
    return {
      title: 'A build argument is not declared in the stage',
      message:
        `${run} takes $${name}, which is empty there: ARG ${name} of ${lineOf(build, line)} ${where}.\n` +
        `Add below ${lineOf(build, instruction.stage.fromLastLine)}:\n  ARG ${name}`,
    }
  }
  return undefined
}

/** `# check=error=true`: what BuildKit's checks found are errors. */
export function readFailedChecks(build: FailedBuild): BuildFailure | undefined {
  const rules = /lint violation found for rules: (.*)/.exec(build.error.message)?.[1]
  if (rules === undefined) return undefined
  const found = build.checks.map(({ rule, message, line }) => `${lineOf(build, line)}: ${rule}: ${message}`)
  const asked =
    build.sources.dockerfile.text.split('\n').findIndex((line) => /^#\s*check\s*=.*error=true/i.test(line)) +
    1
  const why =
    asked > 0
      ? `${lineOf(build, asked)} makes errors of them`
      : 'The build argument BUILDKIT_DOCKERFILE_CHECK makes errors of them'
  return {
    title: 'Checks of the Dockerfile failed',
    line: build.checks[0]?.line,
    message: [
      ...(found.length > 0 ? found : [rules]),
      `${why}. Mend them, or leave one out: # check=skip=${rules.split(',')[0] ?? ''};error=true`,
    ].join('\n'),
  }
}

/** BuildKit's words for what stands in a Dockerfile, where they have no line. */
const ofDefinition =
  /dockerfile parse error|variable expansion is not supported|target stage .*could not be found|not allowed(?: by| in)|granting entitlement|circular dependency/

/** BuildKit can't read the Dockerfile, or does not know what stands in it. */
export function readParseError(build: FailedBuild): BuildFailure | undefined {
  const { error, sources } = build
  const hasPlace = error.line !== undefined && !build.hasStep
  if (!hasPlace && !ofDefinition.test(error.message)) return undefined
  const words = error.message.replace(/^.*dockerfile parse error(?: on line \d+)?: /, '').trim()
  const lines = sources.dockerfile.text.split('\n')
  const text = lines[(error.line ?? 0) - 1]?.trim()
  const entitlement = /\b(network\.host|security\.insecure)\b/.exec(words)?.[1]
  return {
    title: entitlement === undefined ? 'The Dockerfile has an error' : 'The build needs an entitlement',
    message: [
      error.line === undefined ? words : `${lineOf(build, error.line)}: ${words}`,
      ...(text === undefined || text === '' ? [] : [`  ${text.slice(0, 200)}`]),
      ...(entitlement === undefined ? [] : [`Set the input allow: ${entitlement}`]),
      ...describeParseWayOut(words, build, lines),
    ].join('\n'),
  }
}

function describeParseWayOut(words: string, build: FailedBuild, lines: readonly string[]): string[] {
  const { line } = build.error
  const text = lines[(line ?? 0) - 1] ?? ''
  if (/unknown (?:flag|instruction)|unsupported mount type/.test(words) && words.includes('did you mean'))
    return []
  if (words.startsWith('unknown instruction')) {
    const above = lines.slice(0, (line ?? 1) - 1).findLastIndex((one) => /^\s*[^#\s]/.test(one)) + 1
    const isOfRun = /^\s*RUN\b|&&\s*$/i.test(lines[above - 1] ?? '')
    const [program = ''] = text.trim().split(/\s/)
    return isOfRun || !(program === 'dotnet' || isHarmless(program))
      ? [`If it goes on with ${lineOf(build, above)}, that line has to end in \\`]
      : [`A command of a shell stands behind RUN: RUN ${text.trim().slice(0, 200)}`]
  }
  const marker = /<<-?\s*["']?(\w+)/.exec(text)?.[1]
  if (words.startsWith('unterminated heredoc') && marker !== undefined)
    return [`A line with nothing but ${marker} has to end it.`]
  const isOld = /unknown flag|unsupported mount type/.test(words) && !/^#\s*syntax=/im.test(lines.join('\n'))
  return isOld ? ['A newer frontend may know it: make # syntax=docker/dockerfile:1 the first line.'] : []
}
