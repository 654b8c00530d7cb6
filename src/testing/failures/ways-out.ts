import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { firstMatch } from '../../shared/text.ts'
import { commandOf } from '../../plan/commands/shell-text.ts'
import { type MountOptions, mountsOf } from '../../plan/dockerfile/mounts.ts'
import { instructionsOf, rootOf } from '../../plan/dockerfile/stage-graph.ts'
import { workdirOf } from './context-paths.ts'
import { type FailedBuild, lineOf } from './failure.ts'
import { describeMissing, explainMissing } from './stage-files.ts'

/** `The stage begins from alpine:3.22 (Dockerfile:1).` */
export function describeBase(build: FailedBuild): string {
  const { base, firstLine } = rootOf(build.instruction.stage)
  return `The stage begins from ${base} (${lineOf(build, firstLine)}).`
}

/** The SDK that global.json asks for, and those that the image has. */
export function describeSdkVersion({ lines }: FailedBuild): string[] {
  const wanted = firstMatch(lines, /^Requested SDK version: (\S+)/)
  const file = firstMatch(lines, /^global\.json file: (.*?global\.json)/)
  // What dotnet writes to its two outputs can meet in one line.
  const installed = lines.flatMap(
    (line) => /(?:^|global\.json)(\d+\.\d+\.\d\S*) \[/.exec(line.trim())?.[1] ?? [],
  )
  const at = lines.findIndex((line) => line.includes('You intended to execute a .NET SDK command'))
  const own = wanted === undefined && at >= 0 ? (lines[at + 1]?.trim() ?? '') : ''
  return [
    ...(own === '' ? [] : [own]),
    `${file ?? 'global.json'} wants ${wanted === undefined ? 'an SDK that the image does not have' : `the SDK ${wanted}, and the image has ${installed.join(', ') || 'another one'}`}.`,
    'Begin the stage from an sdk image of that version, or let global.json take a newer one: "rollForward": "latestMajor".',
  ]
}

/** The way out for a tool that is made for another .NET than the SDK of the stage. */
export const toolVersion =
  'The newest version of the tool is for a newer .NET than the SDK of the stage: name one for it, dotnet tool install … --version "8.*", or take a newer sdk image.'

/** `--no-build` takes what a build of the same configuration, framework and runtime has left. */
export function describeNoBuild(build: FailedBuild): string[] {
  const at = lineOf(build, build.instruction.firstLine)
  return commandOf(build.instruction).includes('--no-build')
    ? [`Build it above with the same -c, -f and -r, or leave --no-build out of ${at}.`]
    : []
}

const manifest = '.config/dotnet-tools.json'

/** Where a tool of dotnet comes from: its manifest, if the stage lacks it, or a command to install it. */
export function describeTool(build: FailedBuild, [, name, local]: RegExpExecArray): string[] {
  const { instruction } = build
  const commands = [...build.messages.map(({ text }) => text), commandOf(instruction)]
  const tool = name ?? local ?? firstMatch(commands, /\bdotnet (?!tool\b)([a-z][\w-]*)/) ?? ''
  // A restore of tools that finds no manifest restores none, and is content.
  const restore = instructionsOf(instruction.stage).find(
    (one) => one.keyword === 'RUN' && /\bdotnet tool restore\b/.test(commandOf(one)),
  )
  const missing = explainMissing(`${workdirOf(build)}/${manifest}`, build, restore ?? instruction)
  if (missing !== undefined) return describeMissing([missing], build)
  return [
    `dotnet ${tool} is a tool. If ${manifest} has it, RUN dotnet tool restore above; ` +
      `else RUN dotnet tool install --global dotnet-${tool}, and ENV PATH="$PATH:/root/.dotnet/tools"`,
  ]
}

/** The USER that may not write what root made; nothing where root runs the step. */
export function describeUser(build: FailedBuild, { input }: RegExpExecArray): string[] {
  const user = instructionsOf(build.instruction.stage).findLast(
    ({ keyword, firstLine }) => keyword === 'USER' && firstLine < build.instruction.firstLine,
  )
  if (user === undefined || /^(?:root|0)(?:$|:)/.test(user.argument)) return []
  const where = `USER of ${lineOf(build, user.firstLine)} is ${user.argument}, and`
  const [path] = /\/[\w./-]+/.exec(input) ?? []
  // Without a home, what is kept there comes to the root.
  if (path?.startsWith('/.') === true) return [`${where} it has no home. Add above this RUN: ENV HOME=/tmp`]
  return path === undefined || path.startsWith(`${workdirOf(build)}/`)
    ? [
        `${where} what WORKDIR, COPY and earlier RUNs made belongs to root. ` +
          `Move USER below this RUN, or give it the files: COPY --chown=${user.argument} …`,
      ]
    : [`${where} ${path} belongs to root. Move USER below this RUN.`]
}

/** Which bind mount is the one to read; nothing where the step has none. */
export function describeReadOnly(build: FailedBuild): string[] {
  const { instruction } = build
  const isReadOnly = (options: MountOptions): boolean => !options.has('rw') && !options.has('readwrite')
  if (!mountsOf(instruction, 'bind').some(isReadOnly)) return []
  return [
    `--mount=type=bind of ${lineOf(build, instruction.firstLine)} is for reading. Add ,rw to it, which keeps nothing of what is written, or COPY the files.`,
  ]
}

/** What keeps the history out; nothing where it is there. */
export function describeGit(place: FailedBuild): string[] {
  const missing = explainMissing(`${workdirOf(place)}/.git`, place)
  if (missing === undefined && existsSync(join(place.sources.paths.context, '.git'))) return []
  return [
    ...(missing === undefined
      ? ['The build context has no .git: it begins below the folder of the repository, or is no clone.']
      : describeMissing([missing], place)),
    'Or give the version as a build argument. A version from history also needs fetch-depth: 0 for actions/checkout.',
  ]
}

/** The folder that an earlier RUN installed a tool of dotnet into, which no shell looks in by itself. */
function describeToolFolder({ sources, instruction }: FailedBuild, name: string): string | undefined {
  const install = instructionsOf(instruction.stage).find(
    (one) =>
      one.keyword === 'RUN' &&
      /\bdotnet tool (?:install|update)\b/.test(commandOf(one)) &&
      commandOf(one).includes(name),
  )
  if (install === undefined) return undefined
  const folder = /--tool-path[ =](\S+)/.exec(commandOf(install))?.[1] ?? '/root/.dotnet/tools'
  return `dotnet tool install of ${lineOf({ sources }, install.firstLine)} puts programs into ${folder}, where no shell looks: ENV PATH="$PATH:${folder}"`
}

/** Where Node.js of the stage comes from, and which one is asked for. */
export function describeNode(build: FailedBuild): string[] {
  const versions = /\b(?:Required|Actual|Expected version|Got)\b|Node\.js (?:version )?v?\d+\S* detected/
  return [
    ...build.lines.filter((line) => versions.test(line)).map((line) => line.trim()),
    `${describeBase(build)} Let it begin from an image with that Node.js, such as node:24, or install it in place of this one.`,
  ]
}

const notApt = 'Alpine has apk add, Azure Linux tdnf install.'

/** What the other images have in place of a manager of packages. */
const packageManagers: ReadonlyMap<string, string> = new Map([
  ['apt-get', notApt],
  ['apt', notApt],
  ['apk', 'Debian and Ubuntu have apt-get install, Azure Linux tdnf install.'],
])

/** How a program comes into the stage, or why its name is none. */
export function describeProgram(build: FailedBuild, [, ...names]: RegExpExecArray): string[] {
  const name = names.find(Boolean) ?? ''
  if (/^\[['"\w]*,$/.test(name))
    return ['The form with brackets needs double quotes, or else a shell reads it: RUN ["dotnet", "test"]']
  if (name.includes(' '))
    return [
      `In the form with brackets each word stands by itself: ${JSON.stringify(name.split(/\s+/)).replaceAll(',', ', ')}`,
    ]
  if (/^(?:xcopy|robocopy|copy|move|del|rd|md|powershell|cmd|if)$/i.test(name))
    return [
      `${name} is a command of Windows. Let the target run there alone, Condition="'$(OS)' == 'Windows_NT'", or use a task that runs everywhere, such as Copy.`,
    ]
  const other = packageManagers.get(name)
  if (other !== undefined) return [`${describeBase(build)} It has no ${name}: ${other}`]
  const installed = describeToolFolder(build, name)
  if (installed !== undefined) return [installed]
  // npm names each script before it runs it.
  if (build.lines.some((line) => /^> \S+@\S* \S+/.test(line)))
    return [
      `${name} is no package of node_modules: is npm ci run above, and not without devDependencies (--omit=dev, NODE_ENV=production)?`,
    ]
  return [
    `${describeBase(build)} It has no ${name}: install it in a RUN above, or do this in a stage whose image has it and COPY --from that.`,
  ]
}

/** What .NET, OpenSSL, Go, curl, git, Python and node say of a certificate that nobody here vouches for. */
export const isUntrusted =
  /UntrustedRoot|PartialChain|RemoteCertificate\w+|self[- ]signed certificate|unable to get (?:local )?issuer certificate|signed by unknown authority|certificate verif(?:y|ication) failed|SELF_SIGNED_CERT|UNABLE_TO_(?:GET_ISSUER|VERIFY)/i

/** The way out for a step: the certificate of a proxy or a server of the team's own has to be in its image. */
export const trustAdvice =
  'The stage does not trust the server, or the proxy before it. Above this RUN, COPY the certificate of its authority to ' +
  '/usr/local/share/ca-certificates/ (its name ends in .crt) and RUN update-ca-certificates.'
