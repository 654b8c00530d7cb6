/** Options with a value that is not what is tested. */
const valued =
  /^(?:-c|--configuration|-f|--framework|-r|--runtime|-o|--output|-a|--arch|--os|-v|--verbosity|-l|--logger|-s|--settings|-e|--environment|-d|--diag|-t|--filter\S*|--results-directory|--collect|--test-adapter-path|--artifacts-path|--blame-\S+|--launch-profile|--report-\S+-filename|--coverage-\S+|--retry-\S+|--minimum-expected-tests|--timeout|--maximum-\S+|--max-\S+|--diagnostic-\S+|--config-file|--treenode-filter|--output-\S+|--logger\S*)$/i

const named = /^(?:--project|--file|--test-modules|-p)$/

/**
 * The projects and assemblies that a command of .NET names, as it writes them. Empty where it may test anything: a solution,
 * a folder that may hold one, a wildcard, a variable, a program that is not of .NET.
 */
export function readTargets(words: readonly string[]): string[] {
  const dotnet = words.findIndex((word) => /(?:^|\/)dotnet(?:\.exe)?$/.test(word))
  const program = words.find((word) => /\/bin\/\S*[^/]$/.test(word))
  if (dotnet < 0) return program === undefined || /[$*?]/.test(program) ? [] : [program]
  const [subcommand = '', ...rest] = words.slice(dotnet + 1)
  if (/\.(?:dll|exe)$/i.test(subcommand)) return keep([subcommand])
  if (subcommand === 'exec') return keep(rest.filter((word) => /\.(?:dll|exe)$/i.test(word)).slice(0, 1))
  if (!/^(?:test|vstest|run|build)$/.test(subcommand)) return []
  const targets: string[] = []
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? ''
    if (word === '--') break
    const given = /^--?(?:project|file)[=:](.+)$/.exec(word)?.[1]
    if (given !== undefined) targets.push(given)
    else if (named.test(word)) targets.push(rest[(index += 1)] ?? '')
    else if (word === '--solution') return []
    else if (valued.test(word)) index += 1
    else if (!/^(?:-|\/[a-z]+:)/i.test(word) && (subcommand !== 'run' || /\.(?:cs|fsx|\w+proj)$/.test(word)))
      targets.push(word)
  }
  return keep(targets)
}

/** Nothing, where one of them may be anything. */
function keep(targets: string[]): string[] {
  const isOpen = targets.some(
    (target) => /[$*?{}]|\.slnx?$|\.slnf$/i.test(target) || /^[./\\]*$/.test(target),
  )
  return isOpen ? [] : targets
}

/** The name of the project that a command names by a path. */
export function nameOfTarget(path: string): string {
  return path
    .replace(/[/\\]+$/, '')
    .replace(/^.*[/\\]/, '')
    .replace(/\.(?:dll|exe|cs|fsx|\w{1,3}proj)$/i, '')
}

/** How well what a command names fits the assembly of a run: it is that, it may be that, or it is another one. */
export function fits(
  target: string,
  { project, assembly }: { project: string; assembly: string },
): 'yes' | 'maybe' | 'no' {
  const path = target
    .replaceAll('\\', '/')
    .replace(/\/+$/, '')
    .replace(/^(?:\.{1,2}\/)+/, '')
  const isFile = /\.(?:dll|exe|cs|fsx|\w{1,3}proj)$/i.test(path)
  if (nameOfTarget(path).toLowerCase() === project.toLowerCase()) return 'yes'
  const folder = isFile ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : path
  if (/\.(?:dll|exe)$/i.test(path)) return project === '' ? 'maybe' : 'no'
  const where = assembly.replaceAll('\\', '/').toLowerCase()
  if (folder !== '' && `/${where}`.includes(`/${folder.toLowerCase()}/`.replace('//', '/'))) return 'yes'
  // The usual place of what is built says of which project it is.
  return /\/bin\//.test(where) && folder !== '' && !/\/artifacts\//.test(where) ? 'no' : 'maybe'
}
