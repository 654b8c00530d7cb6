import { isUntrusted, toolVersion, trustAdvice } from '../ways-out.ts'
import { describeByProject, type LocatedMessage } from '../../compiler-messages.ts'
import { firstMatch } from '../../../shared/text.ts'
import { join } from 'node:path'
import { readText } from '../../../shared/files/workspace-files.ts'
import { mountsOf } from '../../../plan/dockerfile/mounts.ts'
import { chainOf } from '../../../plan/dockerfile/stage-graph.ts'
import { commandOf } from '../../../plan/commands/shell-text.ts'
import {
  type BuildFailure,
  type ErrorFamily,
  type FailedBuild,
  findFamily,
  lineOf,
  listLines,
} from '../failure.ts'
import { findInContext, readInContext } from '../context-paths.ts'
import { findMissingCompanions, nugetConfigs } from './missing-projects.ts'
import { describeMissing } from '../stage-files.ts'
import { describeCredentials } from '../dockerfile/secrets.ts'

/** Some of what NuGet says has no code. */
const isRestoreError = ({ code, text }: LocatedMessage): boolean =>
  /^NU[13]\d{3}$|^NETSDK10(?:04|05|47|64|94)$/.test(code) ||
  (code === 'MSB4181' && text.includes('"RestoreTask"')) ||
  (code === '' &&
    /nuget\.config|\bfeed\b|package source|service index|^Failed to download package/i.test(text))

/** What `dotnet tool` says, which has no codes. */
const toolNotFound = /is not found in NuGet feeds|Unable to load the service index for source/

/** NuGet could not restore: which package, from which feed and whether that answered, which lock file, and what to do. */
export function readRestore(build: FailedBuild): BuildFailure | undefined {
  const errors = build.errors.filter(isRestoreError)
  const ofTools = build.errors.length > 0 ? [] : build.lines.filter((line) => toolNotFound.test(line))
  if (errors.length === 0 && ofTools.length === 0) return undefined
  const feeds = describeFeeds(build)
  const others = errors.filter(
    ({ code, text }) =>
      !isOfFeed.test(code) ||
      (feedOf(text) === undefined && !(feeds.length > 0 && wantsCredentials.test(text))),
  )
  const missing = describeMissing(findMissingCompanions(build), build)
  const lines = [
    ...feeds,
    ...describeByProject(others),
    ...ofTools.map((line) => describeToolLine(build, line)),
  ]
  const { title, isAll, wayOut } = findFamily(families, build, errors)
  return {
    title: (isAll ? title : undefined) ?? 'NuGet packages could not be restored',
    message: [...listLines(lines), ...(missing.length > 0 ? missing : wayOut)].join('\n'),
  }
}

function describeToolLine(build: FailedBuild, line: string): string {
  const feed = line.includes('service index') ? feedOf(line) : undefined
  return feed === undefined ? line.trim() : describeAnswer(build, feed, build.lines.join('\n'))
}

const windowsPath = /[A-Za-z]:\\[^'"\n]*/
/** A feed that did not answer: the second is a warning where it is passed over, the third is of the audit. */
const wantsCredentials = /credential provider could not acquire/
const isOfFeed = /^NU1(?:301|801|900)$/

function feedOf(text: string): string | undefined {
  return /\b(https?:\/\/[^\s'"]+?)[.,;:]?(?:['"\s]|$)/.exec(text)?.[1]
}

/** Each feed that failed once, whatever number of projects asked it, with its answer. */
function describeFeeds(build: FailedBuild): string[] {
  return build.messages.flatMap(({ code, text }) => {
    if (!isOfFeed.test(code)) return []
    // A provider of credentials says for itself whom it asked.
    const feed = feedOf(text) ?? (wantsCredentials.test(text) ? feedOf(build.lines.join('\n')) : undefined)
    return feed === undefined ? [] : [`${code} ${describeAnswer(build, feed, text)}`]
  })
}

function describeAnswer(build: FailedBuild, feed: string, text: string): string {
  const [, ...reasons] = text.split('\n')
  const [status, number] = /\b([345]\d\d) \([^)]+\)/.exec(text) ?? []
  if (number === '401' || number === '403' || wantsCredentials.test(text))
    return describeCredentials(
      `The feed ${feed}${status === undefined ? '' : ` answered ${status}. It`}`,
      build,
      secretOfFeed(build),
    )
  if (status !== undefined) return `The feed ${feed} answered ${status}.`
  if (/not a valid JSON|Unexpected character/.test(text))
    return `The feed ${feed} answered with something that is no feed, such as a page to log in.`
  const said = reasons.filter((line) => line.trim() !== '' && !/see inner exception/.test(line))
  const why = (said.find((line) => !line.includes(feed)) ?? said[0])?.trim().replace(/\.$/, '')
  const isCutOff = build.instruction.flags.some(({ name, value }) => name === 'network' && value === 'none')
  const network = isCutOff ? ' This RUN has --network=none.' : ''
  const untrusted = isUntrusted.test(text) ? ` ${trustAdvice}` : ''
  return `The feed ${feed} could not be reached${why === undefined ? '' : `: ${why}`}.${network}${untrusted}`
}

/** The build secret for a feed: the variable that nuget.config reads, where it reads one. */
function secretOfFeed({ sources }: FailedBuild): [id: string, mount: string] {
  const texts = nugetConfigs.map((name) => readText(join(sources.paths.context, name)))
  const variable = firstMatch(texts, /%(\w+)%/)
  return variable === undefined
    ? ['nuget', 'id=nuget']
    : [variable, `id=${variable},env=${variable}, which nuget.config reads`]
}

/** The way out by the errors of a restore; the first that fits is told. Its title counts where all errors are of it. */
const families: readonly ErrorFamily[] = [
  {
    codes: /^NU12(?:01|02|03|13)$/,
    title: 'A reference is for another framework',
    wayOut: ({ instruction }) =>
      /\bdotnet tool (?:install|update)\b/.test(commandOf(instruction))
        ? toolVersion
        : 'A project takes projects and packages of its own framework or an older one: change <TargetFramework> of one of them, or the version of the package.',
  },
  {
    codes: /^NU3\d{3}$/,
    wayOut:
      'A certificate of it has expired, or the image does not know it: take a newer sdk image, or ENV DOTNET_NUGET_SIGNATURE_VERIFICATION=false above this RUN.',
  },
  {
    codes: /^NU1004$/,
    wayOut:
      'packages.lock.json is not what the projects ask for. Run dotnet restore --force-evaluate, and commit the lock file.',
  },
  {
    codes: /^NU190[1-4]$/,
    title: 'A package has a known vulnerability',
    wayOut:
      'Take a version without it. To build all the same: <WarningsNotAsErrors>NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>',
  },
  {
    codes: /^NU/,
    words: /PackageSourceMapping/,
    wayOut: 'No pattern of packageSourceMapping in nuget.config takes this package: add one to its source.',
  },
  {
    codes: /^NU1301$/,
    words: /local source '/,
    wayOut: 'No such folder is in the stage, and no nuget.config there has a source of that name.',
  },
  {
    codes: /^MSB4181$/,
    wayOut: 'NuGet did not say why: is each Version of a project one that it can read, such as 13.0.1?',
  },
  { codes: /^/, words: windowsPath, wayOut: describeWindowsFeed },
  {
    codes: /^NU1403$/,
    wayOut: 'A package has other content than when packages.lock.json was written: is it from the same feed?',
  },
  { codes: /^NETSDK1064$/, wayOut: describeLostPackages },
  {
    codes: /^NETSDK1004$/,
    wayOut:
      'No RUN above restores this project, and --no-restore leaves it out here. Restore it, or leave --no-restore out.',
  },
  {
    codes: /^NETSDK10(?:05|47|94)$/,
    title: 'A framework or runtime was not restored',
    wayOut: describeOtherTarget,
  },
]

function describeWindowsFeed(_: FailedBuild, errors: readonly LocatedMessage[]): string[] {
  const path = errors.map(({ text }) => windowsPath.exec(text)?.[0]).find(Boolean)
  return [`nuget.config names ${path ?? ''}, a folder of a Windows machine.`]
}

/** A framework or runtime that was not restored: one that the project is not for, or another than the restore's. */
function describeOtherTarget(place: FailedBuild, errors: readonly LocatedMessage[]): string[] {
  for (const { text, project, file = project } of errors) {
    const wanted = /target for '([^'/]+)/.exec(text)?.[1]
    if (wanted === undefined || file === undefined) continue
    const path = [project, file].find((one) => one?.endsWith('proj') === true) ?? file
    const shown = findInContext(path, place)
    const own = /<TargetFrameworks?>([^<$]+)</.exec(readInContext(path, place))?.[1]
    if (own !== undefined && !own.split(';').some((one) => one.trim() === wanted))
      return [`${shown} is for ${own.trim()}, and the command builds it for ${wanted}.`]
  }
  const readyToRun = errors.some(({ code }) => code === 'NETSDK1094') ? ' and -p:PublishReadyToRun=true' : ''
  return [
    `The restore above was for another framework or runtime. Give it the same --runtime (-r)${readyToRun}, or leave --no-restore out.`,
  ]
}

/** The restore wrote packages to a place that this RUN does not have. */
function describeLostPackages({ sources, instruction }: FailedBuild): string[] {
  const all = chainOf(instruction.stage).flatMap((one) => one.instructions)
  const restore = all.find(
    (one) => one !== instruction && /\brestore\b/.test(commandOf(one)) && mountsOf(one, 'cache').length > 0,
  )
  if (restore === undefined)
    return [
      'What an earlier step restored is not there any more. Restore in this stage, or leave --no-restore out.',
    ]
  const mount = restore.flags.find(({ name }) => name === 'mount')?.value ?? ''
  return [
    `The restore of ${lineOf({ sources }, restore.firstLine)} put the packages into its cache mount, which this RUN does not have.`,
    `Give it the same: RUN --mount=${mount} …`,
  ]
}
