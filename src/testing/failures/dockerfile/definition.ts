import { lineOf, type FailedBuild, type BuildFailure } from '../failure.ts'

/** A FROM has a variable that nothing gives a value. */
export function readBaseArgument(build: FailedBuild): BuildFailure | undefined {
  const { error, sources, place } = build
  const isBlank =
    /base name \(.*\) should not be blank|failed to parse stage name|empty platform value|invalid reference format/.test(
      error.message,
    )
  const stage =
    place?.stage ??
    sources.dockerfile.stages.find(({ firstLine, fromLastLine }) =>
      isWithin(error.line, firstLine, fromLastLine),
    )
  if (!isBlank || error.line === undefined || stage === undefined) return undefined
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
  const above = lines.slice(0, (sources.dockerfile.stages[0]?.firstLine ?? 1) - 1)
  const declaredAt =
    above.findIndex((line) => new RegExp(`^\\s*ARG\\s+(?:.*\\s)?${name}\\b`, 'i').test(line)) + 1
  const declared =
    declaredAt > 0
      ? `ARG ${name} (line ${declaredAt}) has no default`
      : `no ARG ${name} stands above the first FROM, the only place that FROM reads`
  const wayOut =
    declaredAt > 0
      ? `Set the input build-args: ${name}=…, or give it a default: ARG ${name}=…`
      : `Write ARG ${name}=… above the first FROM; the input build-args then sets another value: ${name}=…`
  return {
    title: 'A build argument has no value',
    message: `${lineOf(build, stage.firstLine)}, ${from}, needs the build argument ${name}: it has no value, and ${declared}.\n${wayOut}`,
  }
}

function isWithin(line: number | undefined, first: number, last: number): boolean {
  return line !== undefined && first <= line && line <= last
}

/** `# check=error=true`: what BuildKit's checks found are errors. */
export function readFailedChecks(build: FailedBuild): BuildFailure | undefined {
  const rules = /lint violation found for rules: (.*)/.exec(build.error.message)?.[1]
  if (rules === undefined) return undefined
  const found = build.checks.map((check) => {
    const [, words = check, line] = /^(.*?)(?: \(line (\d+)\))?$/.exec(check) ?? []
    return line === undefined ? words : `${lineOf(build, Number(line))}: ${words}`
  })
  const first = build.checks
    .map((check) => /\(line (\d+)\)$/.exec(check)?.[1])
    .find((line) => line !== undefined)
  const asked =
    build.sources.dockerfile.text.split('\n').findIndex((line) => /^#\s*check\s*=.*error=true/i.test(line)) +
    1
  const why =
    asked > 0
      ? `${lineOf(build, asked)} makes errors of them`
      : 'The build argument BUILDKIT_DOCKERFILE_CHECK makes errors of them'
  return {
    title: 'Checks of the Dockerfile failed',
    line: first === undefined ? undefined : Number(first),
    message: [
      ...(found.length > 0 ? found : [rules]),
      `${why}. Mend them, or leave one out: # check=skip=${rules.split(',')[0] ?? ''};error=true`,
    ].join('\n'),
  }
}

/** BuildKit can't read the Dockerfile, or does not know what stands in it. */
export function readParseError(build: FailedBuild): BuildFailure | undefined {
  const { error, sources } = build
  const wordsOf =
    /dockerfile parse error(?: on line \d+)?: ([^]*)|(unsupported mount type[^]*|unterminated heredoc[^]*|variable expansion is not supported for --from[^]*|target stage [^]*could not be found[^]*|invalid (?:field|flag|mount)[^]*|unknown (?:flag|instruction)[^]*|circular dependency[^]*|failed to parse stage name[^]*|invalid reference format[^]*|[^]*is not allowed(?: by| in)[^]*|granting entitlement[^]*)/.exec(
      error.message,
    )
  const words = (wordsOf?.[1] ?? wordsOf?.[2])?.trim()
  if (words === undefined) return undefined
  const text =
    error.line === undefined ? undefined : sources.dockerfile.text.split('\n')[error.line - 1]?.trim()
  const entitlement = /\b(network\.host|security\.insecure)\b/.exec(words)?.[1]
  return {
    title: entitlement === undefined ? 'The Dockerfile has an error' : 'The build needs an entitlement',
    message: [
      error.line === undefined ? words : `${lineOf(build, error.line)}: ${words}`,
      ...(text === undefined || text === '' ? [] : [`  ${text.slice(0, 200)}`]),
      ...(entitlement === undefined ? [] : [`Set the input allow: ${entitlement}`]),
      ...(/unknown flag|unsupported mount type/.test(words) && !/^#\s*syntax=/im.test(sources.dockerfile.text)
        ? ['A newer frontend may know it: make # syntax=docker/dockerfile:1 the first line.']
        : []),
    ].join('\n'),
  }
}
