import { commandOf } from '../../plan/commands/shell-text.ts'
import { withoutMarks } from '../../plan/instrument/run-mounts.ts'
import { describeCredentials } from './dockerfile/secrets.ts'
import { tellWayOut, type BuildFailure, type FailedBuild, type WayOut } from './failure.ts'
import { describeBase, toolVersion } from './ways-out.ts'

/** Most lines that are shown of what a tool printed, and most characters of each. */
const maxLines = 10
const maxCharacters = 500

/** Where npm and the Testing Platform begin to explain a command: nothing below it is of the cause. */
const usage = /^npm (?:error|ERR!)\s+(?:Usage:|Clean install a project)|^\s*Usage \S+ \[option providers\]/

/** A tool that steps run: how it marks the lines of its errors, what of these says nothing of the cause, and what failed with it. */
interface Tool {
  marks: RegExp
  /** Lines below a marked one that belong to it. */
  goesOn?: RegExp
  noise?: RegExp
  /** What shows that it ran, where it marks nothing of its own. */
  sign?: RegExp
  title?: string
  wayOut?: WayOut<string>
}

const noPackages = { title: 'npm packages could not be installed', wayOut: describeRegistry }
const noSystemPackage = { title: 'A system package could not be installed', wayOut: describePackages }

const tools: Tool[] = [
  {
    marks: /Missing script:|ERR_PNPM_NO_SCRIPT|^error Command "[^"]*" not found/,
    // What the script has printed above them holds the cause.
    noise: /^[>$] |Lifecycle script|ELIFECYCLE|ERR_PNPM_RECURSIVE_RUN|^error Command failed with exit code/,
    sign: /^> \S+@\S* \S|ELIFECYCLE|ERR_PNPM_RECURSIVE_RUN|^error Command failed with exit code/,
    title: 'A script of package.json failed',
  },
  {
    marks: /^npm (?:error|ERR!)|^npm (?:warn|WARN) EBADENGINE.*(?:required|current)/,
    noise:
      /^npm \S+(?:\s*$|.*A complete log of this run|\s+(?:errno|path|cwd|command|workspace|location|signal|code \d+$)\b|.*EBADENGINE\s*\}?$)/,
    ...noPackages,
  },
  {
    marks: /^(?:.*➤ )?YN\d{4}:.*|^error (?!(?:CS|MSB|NU|TS)\d)|^Usage Error: |^Internal Error: /,
    noise: /YN00(?:00|07|13|19)|^error Found incompatible/,
    ...noPackages,
  },
  { marks: /\bERR_PNPM_/, goesOn: /^\s*[×╰├│]|^\s{2,}\S/, ...noPackages },
  {
    marks: /^(?:E|Err:\d+): ?|^W: (?:Failed|GPG error)|\[Y\/n\] Abort\.$/,
    noise: /^E: Sub-process .* returned/,
    ...noSystemPackage,
  },
  {
    marks:
      /^ERROR: unable to select packages|^(?:ERROR|WARNING): .*: (?:temporary error|network error|DNS|BAD archive|UNTRUSTED)/,
    goesOn: /^\s+\S/,
    ...noSystemPackage,
  },
  {
    marks: /^Error \S+ - Was not formatted\.$/,
    title: 'The code is not formatted',
    wayOut: 'Run dotnet csharpier format ., and commit what it changes.',
  },
  {
    marks:
      /^(?:The settings file in the tool|Tool '[^']*' failed|Workload installation failed|The tool package could not)/,
    title: 'NuGet packages could not be restored',
    wayOut: (_, said) => (said.includes('DotnetToolSettings.xml') ? toolVersion : []),
  },
  {
    marks: /^error: (?:.*\bsources?\b|Both UserName and Password )/,
    title: 'A source of NuGet could not be set',
    wayOut: describeSource,
  },
  {
    marks: /^curl: \(\d+\)|^wget: |^.* ERROR \d{3}: |^sha\d+sum: WARNING|: FAILED$/,
    title: 'A download failed',
  },
  // Tools without a title, shells and programs.
  ...[
    /^(?:fatal|error|ERROR|Error|panic)(?:\[\w+\])?: |^(?:Your (?:startup|target) project '|Unable to create a '|No DbContext)/,
    /^(?:tar|cp|mv|rm|cat|ls|chmod|chown|mkdir|sed|unzip|cd|gpg|useradd|groupadd|adduser): |^update-ca/,
    /^(?:\/\S*\/)?(?:ba|da|z|a)?sh: .*(?:not found|Permission denied|No such file|unbound variable|parameter not set|bad interpreter|[Ss]yntax error|cannot open)/,
    /^(?:.*: )?(?:Unhandled exception|Traceback|[A-Z]\w*(?:Error|Exception)):? |^\s*(?:---> )?(?:\w+\.)+\w*Exception: /,
  ].map((marks) => ({ marks })),
]

/** What dotnet prints: a tool that spoke before it had not failed the step. */
const ofDotnet =
  /^\s*(?:Determining projects to restore|Restored \/|All projects are up-to-date|Test run for |Starting test execution|\S+ -> \/)|^(?:Passed|Failed|Skipped)!/

/** A tool that does one thing alone could not do it: the one that spoke last. */
export function readTools(build: FailedBuild): BuildFailure | undefined {
  const { lines } = build
  if (build.instruction.keyword !== 'RUN') return undefined
  const spoke = tools
    .filter(({ title }) => title !== undefined)
    .map((tool) => ({
      tool,
      at: lines.findLastIndex((line) => tool.marks.test(line) || tool.sign?.test(line) === true),
    }))
    .filter(({ at }) => at >= 0 && !lines.slice(at).some((line) => ofDotnet.test(line)))
    .sort((a, b) => b.at - a.at)
  // Of a script that failed npm speaks in its own words, too.
  const { tool } = spoke.find(({ tool }) => tool === tools[0]) ?? spoke[0] ?? {}
  if (tool?.title === undefined) return undefined
  const marked = cutLines(markedLines(lines))
  const said = (marked.length > 0 ? marked : tellingLines(lines)).map((line) => line.trim())
  return {
    title: tool.title,
    message: [...said, ...tellWayOut(tool.wayOut, build, said.join('\n'))].join('\n'),
  }
}

/** A registry of npm packages that wants to know who asks. */
function describeRegistry(build: FailedBuild, said: string): string[] {
  if (!/\bE40[13]\b|ERR_PNPM_FETCH_40[13]|\b40[13] (?:Unauthorized|Forbidden)/i.test(said)) return []
  return [describeCredentials('The registry', build, ['npmrc', 'id=npmrc,target=/root/.npmrc'])]
}

/** A source that the image has already, under its name or its address. */
function describeSource(_: FailedBuild, said: string): string[] {
  return said.includes('already been added')
    ? [
        'The image, or a nuget.config of the stage, has it: leave this command out, or take dotnet nuget update source.',
      ]
    : []
}

/** What a build lacks for apt: an answer, its lists, or the package under that name. */
function describePackages(build: FailedBuild, said: string): string[] {
  if (/does not have a Release file|\/dists\/\S+ +404 /.test(said))
    return [
      `${describeBase(build)} Its release of Debian or Ubuntu is not served any more: take a newer base image.`,
    ]
  if (said.includes('[Y/n]')) return ['apt-get asks, and a build can not answer: apt-get install -y …']
  const isOld =
    /Unable to locate package|has no installation candidate|404 +Not Found|Version '[^']*' for '[^']*' was not found/.test(
      said,
    )
  if (!isOld) return []
  if (/\bapt(?:-get)? +(?:-\S+ +)*update\b/.test(commandOf(build.instruction)))
    return [
      `${describeBase(build)} Names and versions of packages differ between Debian, Ubuntu and their releases; .NET’s images are Ubuntu since 10.0.`,
    ]
  return [
    'Images have no lists of packages, and those of an earlier step may be old: RUN apt-get update && apt-get install …',
  ]
}

/** Words that a line about a cause mostly has, whatever tool wrote it. */
const troubleWords =
  /\b(?:error|fatal|failed|failure|cannot|could not|can't|unable to|denied|refused|not found|missing|invalid|no such|unauthorized|forbidden|timed out|exception|no space left|out of memory|killed)\b/i

/** The lines that are not known to say nothing of a cause. */
function withoutNoise(lines: readonly string[]): string[] {
  const said = lines.filter((line) => line.trim() !== '')
  const usageAt = said.findIndex((line) => usage.test(line))
  return said
    .slice(0, usageAt < 0 ? undefined : usageAt)
    .filter((line) => !tools.some(({ noise }) => noise?.test(line)))
}

/** The lines that a tool marks as its errors, with those below them that belong to them. */
function markedLines(lines: readonly string[]): string[] {
  const open = new Set<Tool>()
  return withoutNoise(lines).filter((line) => {
    const isMarked = tools.some(({ marks }) => marks.test(line))
    const isOfMarked = [...open].some(({ goesOn }) => goesOn?.test(line))
    for (const tool of tools) {
      if (tool.goesOn?.test(line) !== false) continue
      if (tool.marks.test(line)) open.add(tool)
      else open.delete(tool)
    }
    return isMarked || isOfMarked
  })
}

/** The lines of a step that hold the cause, as its tool marks them; else those that speak of trouble; else the last ones. */
export function tellingLines(lines: readonly string[]): string[] {
  const said = withoutNoise(lines)
  const marked = markedLines(lines)
  const troubled = said.filter((line) => troubleWords.test(line) && !/^\s+at /.test(line))
  const [found = []] = [marked, troubled].filter((some) => some.length > 0)
  // Where all of it is short, nothing is left out.
  const chosen = found.length === 0 || said.length <= maxLines ? said.slice(-maxLines) : cutLines(found)
  return chosen.map((line) => `  ${withoutMarks(line).trimEnd().slice(0, maxCharacters)}`)
}

function cutLines(lines: readonly string[]): string[] {
  return [...new Set(lines)].slice(0, maxLines).map((line) => line.trimEnd().slice(0, maxCharacters))
}
