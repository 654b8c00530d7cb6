import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { readCopiedTree } from '../../plan/dockerfile/copied-paths.ts'
import { errorsOf, lineOf, type FailedBuild, type BuildFailure, type FailurePlace } from './failure.ts'
import { findInContext } from './stage-files.ts'

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
      (/^(?:MSB|NETSDK|NU)/.test(code) && windowsPath.test(text)),
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

function describeIgnoreFile({ sources }: FailedBuild, path: string): string {
  const { ignoreFile } = sources
  const exception = ignoreFile?.exceptionFor(path)
  if (ignoreFile === undefined) return 'There is no .dockerignore: add one with the lines **/bin and **/obj.'
  if (exception !== undefined)
    return `Line ${exception.line} of ${ignoreFile.name}, "${exception.pattern}", lets it in: add **/bin and **/obj below it.`
  const isOwn = ignoreFile.name !== '.dockerignore'
  return `${ignoreFile.name} does not keep it out${isOwn ? ', and with it .dockerignore is not read' : ''}: add the lines **/bin and **/obj.`
}
