import { existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { treeBefore } from '../../../plan/dockerfile/copied-paths.ts'
import { lineOf, type FailedBuild, type BuildFailure } from '../failure.ts'
import { describeMessage } from '../../compiler-messages.ts'
import { findFolder, findInContext } from '../context-paths.ts'

const assets = 'project.assets.json'
/** A folder of a Windows machine, where NuGet looked for packages. */
const windowsPath = /(?:^|[\s'"])([A-Za-z]:\\[^'"\n]*)/
/** What packages of node with native parts say where they were installed for another system or another node. */
const foreignModule =
  /You installed \S+ for another platform|Cannot find module '?@rollup\/rollup-|invalid ELF header|was compiled against a different Node\.js version|Could not load the "sharp" module/

/** A COPY has brought the `obj` folder of another machine over what the build restored. */
export function readForeignObj(build: FailedBuild): BuildFailure | undefined {
  const errors = build.errors.filter(
    ({ code, text }) =>
      /^NETSDK10(?:04|05|47|64)$/.test(code) ||
      (code === 'MSB4018' && /ResolvePackageAssets|project\.assets\.json/.test(text)) ||
      (/^(?:MSB|NETSDK|NU)/.test(code) && code !== 'NU1301' && windowsPath.test(text)),
  )
  const projects = errors.flatMap(({ project, file }) => project ?? file ?? [])
  const paths = projects.map((one) => posix.join(posix.dirname(findInContext(one, build)), 'obj', assets))
  const from = errors.map(({ text }) => windowsPath.exec(text)?.[1]).find(Boolean)
  const where = from === undefined ? '' : `, with paths such as ${from}`
  const brought = describeBrought(build, paths, `of another machine into the stage${where}`)
  if (brought === undefined && from === undefined) return undefined
  return {
    title: 'The restore of another machine is in the way',
    message: (
      brought ?? [
        `An obj/${assets} of another machine is in the build${where}.`,
        describeIgnoreFile(build, `obj/${assets}`),
      ]
    ).join('\n'),
  }
}

/** Sources that an earlier build wrote into an obj folder below a project's own, which the compiler takes for the project's. */
export function readForeignSources(build: FailedBuild): BuildFailure | undefined {
  const first = build.errors.find(
    ({ code, text }) =>
      code === 'CS0579' && /System\.(?:Reflection\.Assembly|Runtime\.Versioning\.)/.test(text),
  )
  if (first?.project === undefined) return undefined
  const folder = posix.dirname(findInContext(first.project, build))
  const inCheckout = join(build.sources.paths.context, folder)
  const all = existsSync(inCheckout) ? readdirSync(inCheckout, { recursive: true, encoding: 'utf8' }) : []
  const written = all.filter((path) => /\/obj\/.*\.Assembly(?:Info|Attributes)\.cs$/.test(path))
  const paths = written.map((path) => posix.join(folder, path))
  const brought = describeBrought(build, paths, 'of an earlier build among the sources')
  return (
    brought && {
      title: 'Files of another build are in the way',
      message: [describeMessage(first), ...brought].join('\n'),
    }
  )
}

/** A COPY has brought the `node_modules` folder of another machine over what the build installed. */
export function readForeignModules(build: FailedBuild): BuildFailure | undefined {
  const said = build.lines.find((line) => foreignModule.test(line))
  const folder = findInContext(posix.join(findFolder(build), 'node_modules'), build)
  const over = 'of the build context over what npm installs'
  const brought = said && describeBrought(build, [folder], over, 'the line **/node_modules')
  if (!brought) return undefined
  return {
    title: 'The node packages of another machine are in the way',
    message: [said.trim(), ...brought].join('\n'),
  }
}

/** The first of some paths of the context that a COPY brings, with what would keep it out. */
function describeBrought(
  build: FailedBuild,
  paths: readonly string[],
  how: string,
  add?: string,
): string[] | undefined {
  const { sources, instruction } = build
  const { patterns } = treeBefore(instruction)
  for (const path of paths) {
    const copy = patterns.findLast(({ brings }) => brings(path))
    const isThere = existsSync(join(sources.paths.context, path))
    if (copy !== undefined && isThere && sources.ignoreFile?.ruleFor(path) === undefined)
      return [
        `COPY of ${lineOf(build, copy.line)} brought ${path} ${how}.`,
        describeIgnoreFile(build, path, add),
      ]
  }
  return undefined
}

function describeIgnoreFile(
  { sources }: FailedBuild,
  path: string,
  add = 'the lines **/bin and **/obj',
): string {
  const { ignoreFile } = sources
  const exception = ignoreFile?.exceptionFor(path)
  if (ignoreFile === undefined) return `There is no .dockerignore: add one with ${add}.`
  if (exception !== undefined)
    return `Line ${exception.line} of ${ignoreFile.name}, "${exception.pattern}", lets it in: add ${add} below it.`
  const isOwn = ignoreFile.name !== '.dockerignore'
  return `${ignoreFile.name} does not keep it out${isOwn ? ', and with it .dockerignore is not read' : ''}: add ${add}.`
}
