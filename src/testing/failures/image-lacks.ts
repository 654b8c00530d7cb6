import { posix } from 'node:path'
import { workdirOf } from './context-paths.ts'
import { stepLacks, type Lack } from './step-lacks.ts'
import { commandOf } from '../../plan/commands/shell-text.ts'
import { describeMessage, parseCompilerMessage } from '../compiler-messages.ts'
import {
  describeBase,
  describeNoBuild,
  describeNode,
  describeProgram,
  describeSdkVersion,
  describeTool,
} from './ways-out.ts'
import { listLines, ranCommand, tellWayOut, type BuildFailure, type FailedBuild } from './failure.ts'

/** The first whose words a step printed, or BuildKit itself said, tells. */
const lacks: readonly Lack[] = [
  ...stepLacks,
  {
    words:
      /No \.NET SDKs were found|(?:sh|cmd): (?:\d+: )?dotnet: (?:command )?not found|exec: "dotnet": executable file not found/,
    title: 'The stage has no .NET SDK',
    wayOut: (build) =>
      `${describeBase(build)} Let it begin from an image with the SDK, such as mcr.microsoft.com/dotnet/sdk:10.0.`,
  },
  {
    // What follows the second, global.json can say in its own words (errorMessage).
    words:
      /compatible (?:installed )?\.NET SDK .*was not found|^The command could not be loaded, possibly because:/i,
    title: 'The image has another .NET SDK than global.json wants',
    wayOut: describeSdkVersion,
    isVague: true,
  },
  {
    words:
      /type initializer for 'Microsoft\.DotNet\.Cli\.Parser' threw|JSON parsing exception occurred in \[[^\]]*global\.json/,
    title: 'global.json can not be read',
    wayOut: ({ lines }) => [
      ...lines
        .filter((line) => /^\s*---> .*Json\w*Exception: /.test(line))
        .slice(-1)
        .map((line) => line.trim()),
      'global.json of the stage is no valid JSON: look for a comma or a bracket, or for the marks of a merge (<<<<<<<).',
    ],
  },
  {
    words: /You must install (?:or update )?\.NET to run this application/,
    title: 'The image has another .NET runtime than the app wants',
    wayOut: (build) => [
      ...build.lines.filter((line) => /^(?:App|Framework): /.test(line)),
      `${describeBase(build)} Take an image of that version, or let the app take a newer one: <RollForward>Major</RollForward> in its project.`,
    ],
  },
  {
    words: /exec: "\/bin\/sh": stat \/bin\/sh: no such file|exec \/bin\/sh: no such file/,
    title: 'The image has no shell',
    wayOut: (build) =>
      `${describeBase(build)} No RUN works there: put it into a stage that begins from an sdk image, and take the result with COPY --from.`,
  },
  {
    words: /Couldn't find a valid ICU package/,
    title: 'The image has no ICU',
    wayOut:
      'Install it above this RUN (Alpine: apk add icu-libs icu-data-full, Debian and Ubuntu: apt-get install libicu-dev), or do without: ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1',
  },
  {
    words:
      /a \.NET program, but dotnet-([\w.-]+)(?<!\.dll) does not exist|Run "dotnet tool restore" to make the "(?:dotnet-)?(\S+)" command available/,
    title: 'A .NET tool is not in the stage',
    wayOut: describeTool,
  },
  {
    // A target may have hidden the rest.
    words:
      /Could not execute because the specified command or file was not found|Cannot find a manifest file/,
    title: 'A .NET tool is not in the stage',
    wayOut: describeTool,
  },
  {
    words:
      /error while loading shared libraries: ([^\s:]+)|Error loading shared library ([^\s:]+)|Unable to load shared library '([^']+)'/,
    title: 'A native library is not in the image',
    wayOut: (build, [, glibc, musl, net]) =>
      `${describeBase(build)} It has no ${glibc ?? musl ?? net ?? ''}: install its package in a RUN above. ` +
      'Programs made for glibc don’t run on Alpine, which has musl.',
  },
  {
    words: /qemu: uncaught target signal/,
    title: 'A program crashed under emulation',
    wayOut:
      '.NET does not run under QEMU. Let the stage run on the processor of the builder, FROM --platform=$BUILDPLATFORM …, and build for the other one: dotnet publish -a $TARGETARCH.',
  },
  {
    words: /^The argument \S+\.(?:dll|exe) is invalid\./,
    title: 'The output of an earlier build is missing',
    wayOut: (build, [words]) => {
      const path = words.split(' ')[2] ?? ''
      return [`${path} is not there.`, ...describeNoBuild(build)]
    },
    isVague: true,
  },
  {
    words: /exec format error/,
    title: 'A program is for another processor',
    wayOut: (build) =>
      `${describeBase(build)} It, or what COPY brought, is for another platform than this step. For images of other platforms ` +
      'add docker/setup-qemu-action above this step, or build on the own one: FROM --platform=$BUILDPLATFORM.',
  },
  {
    words:
      /(?:unable to find|no such|invalid|unknown) (?:user|group)(?:\/group)?:? ['‘]?([^\s:'’]+)|user ['`‘]?([^\s:'’]+)['’]? does not exist/,
    title: 'A user is not in the image',
    wayOut: (build, [, name, missed]) => {
      const user = name ?? missed ?? ''
      return [
        `${describeBase(build)} It has no ${user}: add it in a RUN above, RUN useradd ${user} (Alpine: adduser -D ${user}), or take $APP_UID, which .NET’s images have.`,
      ]
    },
  },
  {
    words:
      /^\w+(?:add|group|user): (?:.*\b(?:already exists|is not unique|in use)\b)|^The (?:user|group) .* already exists/,
    title: 'A user or group is in the image already',
    wayOut: (build) =>
      `${describeBase(build)} Images of .NET have the user app ($APP_UID, 1654), and those of Ubuntu one with the number 1000. Take that, or another name and number.`,
  },
  {
    words:
      /requires (?:a minimum |at least )?Node\.js|Node\.js version .* is required|^npm (?:error|ERR!) code EBADENGINE|engine "node" is incompatible|ERR_PNPM_UNSUPPORTED_ENGINE|not (?:to run on|support) Node\.js/,
    title: 'The stage has another Node.js than it needs',
    wayOut: describeNode,
  },
  {
    words:
      /trying to start process '([^'/]+)'.*No such file|(?:Failed to start a process with file path '|Could not find '(?=\w+' executable))([^'/]+)'|JAVA_HOME not found.* no (Java)|exec: "([^"/]+)": executable file not found/,
    title: 'A program is not in the image',
    wayOut: describeProgram,
  },
  {
    words: /sh: (?:line )?\d+: cd: (?:can't cd to )?([^\s:]+)(?:: No such file or directory)?$/,
    title: 'A folder is not in the stage',
    wayOut: (build, [, folder = '']) =>
      `The command runs in ${workdirOf(build)}: no WORKDIR, COPY or RUN above makes ${posix.resolve(workdirOf(build), folder)}.`,
  },
  {
    words:
      /\bsh: \d+: (?:(?:source|pushd|popd|shopt|declare|let|\[\[): not found|set: Illegal option -o \w+)|\bsh: \d+: (?:Bad substitution|Syntax error: (?:"\(" unexpected|redirection unexpected))/,
    title: 'A command is written for bash, and sh runs it',
    wayOut: ({ instruction }) =>
      `Add above this RUN: SHELL ["/bin/bash", "-c"]${/\bsource\b/.test(commandOf(instruction)) ? ', or write . in place of source.' : ''}`,
  },
  {
    words: /(?:sh|cmd): (?:line )?(?:\d+: )?([^\s:/]+): (?:command )?not found/,
    title: 'A program is not in the image',
    wayOut: describeProgram,
    isOfExit127: true,
  },
]

/** The image that a stage begins from lacks what its commands need. */
export function readImageLacks(build: FailedBuild): BuildFailure | undefined {
  const { error, lines, isTest } = build
  const errors = build.errors
  const ofErrors = errors.flatMap(({ code, text }) => `${code} ${text}`.trim().split('\n'))
  // Of a pipe only the last command decides.
  const isPipe = /[^|]\|[^|]/.test(commandOf(build.instruction))
  const is127 =
    error.exitCode === 127 || isPipe || build.messages.some(({ text }) => /exited with code 127/.test(text))
  // Where MSBuild has errors of its own, what was printed besides did no harm; a command that it ran has only printed.
  const printed = errors.every(({ code }) => ranCommand.test(code))
    ? lines.filter((line) => parseCompilerMessage(line) === undefined)
    : []
  const said = [...printed, ...ofErrors]
  for (const lack of lacks) {
    const { words, title, wayOut } = lack
    if (lack.isOfExit127 && !is127) continue
    const isOfVerdict = lack.isOfSteps && isTest
    const bySteps = isOfVerdict ? ofErrors : lack.isOfExit127 ? [...said, ...lines] : said
    const where = isOfVerdict || lack.isPrinted ? bySteps : [...bySteps, error.message]
    const line = where.find((one) => words.test(one))
    const found = line === undefined ? null : words.exec(line)
    const way = found === null ? [] : tellWayOut(wayOut, build, found)
    if (line === undefined || way.length === 0) continue
    const first = errors.length > 0 ? listLines(errors.map(describeMessage)) : []
    const isSaid = lack.isVague || first.some((one) => one.includes(line.trim()))
    // .NET lists what may be the matter, with a star before each.
    const told = line.trim().replace(/^\* /, '')
    return { title, message: [...first, ...(isSaid ? [] : [told]), ...way].join('\n') }
  }
  return undefined
}
