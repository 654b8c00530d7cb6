import { existsSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { readCopiedTree } from '../../../plan/dockerfile/copied-paths.ts'
import { errorsOf, lineOf, type FailedBuild, type BuildFailure, type FailurePlace } from '../failure.ts'
import { describeMessage } from '../../compiler-messages.ts'
import { findFolder, findInContext, isBrought } from '../context-paths.ts'

const assets = 'project.assets.json'
/** A folder of a Windows machine, where NuGet looked for packages. */
const windowsPath = /(?:^|[\s'"])[A-Za-z]:\\/

/** A COPY has brought the `obj` folder of another machine over what the build restored. */
export function readForeignObj(build: FailedBuild): BuildFailure | undefined {
  const { place } = build
  const errors = errorsOf(build).filter(
    ({ code, text }) =>
      /^NETSDK10(?:04|05|47|64)$/.test(code) ||
      (code === 'MSB4018' && /ResolvePackageAssets|project\.assets\.json/.test(text)) ||
      (/^(?:MSB|NETSDK|NU)/.test(code) && code !== 'NU1301' && windowsPath.test(text)),
  )
  if (errors.length === 0) return undefined
  const projects = errors.flatMap(({ project, file }) => project ?? file ?? [])
  const brought = place && projects.flatMap((project) => findBrought(project, place))[0]
  const isForeign = errors.some(({ text }) => windowsPath.test(text))
  if (brought === undefined && !isForeign) return undefined
  const from = errors
    .map(({ text }) => /[A-Za-z]:\\[^'"\n]*/.exec(text)?.[0])
    .find((path) => path !== undefined)
  const paths = from === undefined ? '' : `, with paths such as ${from}`
  return {
    title: 'The restore of another machine is in the way',
    message: [
      brought === undefined
        ? `An obj/${assets} of another machine is in the build${paths}.`
        : `COPY of ${lineOf(build, brought.line)} brought ${brought.path} of another machine into the stage${paths}.`,
      describeIgnoreFile(build, brought?.path ?? `obj/${assets}`),
    ].join('\n'),
  }
}

/** Sources that an earlier build wrote into an obj folder below a project's own, which the compiler takes for the project's. */
export function readForeignSources(build: FailedBuild): BuildFailure | undefined {
  const { place, sources } = build
  const errors = errorsOf(build).filter(
    ({ code, text }) =>
      code === 'CS0579' && /System\.(?:Reflection\.Assembly|Runtime\.Versioning\.)/.test(text),
  )
  const [first] = errors
  if (place === undefined || first?.project === undefined) return undefined
  const folder = posix.dirname(findInContext(first.project, place))
  const path = listGenerated(join(sources.paths.context, folder))
    .map((inside) => posix.join(folder, inside))
    .find((one) => sources.ignoreFile?.ruleFor(one) === undefined && isBrought(one, place, place.instruction))
  if (path === undefined) return undefined
  return {
    title: 'Files of another build are in the way',
    message: [
      describeMessage(first),
      `${path} was written by an earlier build, and a COPY brings it among the sources.`,
      describeIgnoreFile(build, path),
    ].join('\n'),
  }
}

/** What packages of node with native parts say where they were installed for another system or another node. */
const foreignModule =
  /You installed \S+ for another platform|Cannot find module '?@rollup\/rollup-|invalid ELF header|was compiled against a different Node\.js version|Could not load the "sharp" module/

/** A COPY has brought the `node_modules` folder of another machine over what the build installed. */
export function readForeignModules(build: FailedBuild): BuildFailure | undefined {
  const { place, sources, lines } = build
  const said = lines.find((line) => foreignModule.test(line))
  if (place === undefined || said === undefined) return undefined
  const folder = findInContext(posix.join(findFolder(place), 'node_modules'), place)
  if (!existsSync(join(sources.paths.context, folder)) || !isBrought(`${folder}/x`, place, place.instruction))
    return undefined
  return {
    title: 'The node packages of another machine are in the way',
    message: [
      said.trim(),
      `A COPY brings ${folder} of the build context over what npm installs.`,
      describeIgnoreFile(build, folder, 'the line **/node_modules'),
    ].join('\n'),
  }
}

function listGenerated(folder: string): string[] {
  const all = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return all.filter((path) => /\/obj\/.*\.Assembly(?:Info|Attributes)\.cs$/.test(path))
}

function findBrought(projectInContainer: string, place: FailurePlace): { path: string; line: number }[] {
  const { sources, stage, instruction } = place
  const path = posix.join(posix.dirname(findInContext(projectInContainer, place)), 'obj', assets)
  if (!existsSync(join(sources.paths.context, path)) || sources.ignoreFile?.ruleFor(path) !== undefined)
    return []
  const copy = readCopiedTree(sources.dockerfile, stage, instruction).patterns.findLast(({ brings }) =>
    brings(path),
  )
  return copy === undefined ? [] : [{ path, line: copy.line }]
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
