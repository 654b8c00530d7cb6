import { posix } from 'node:path'
import { readCopiedTree } from '../dockerfile/copied-paths.ts'
import {
  parseMount,
  typeOfMount,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../dockerfile/parse-dockerfile.ts'
import { commandOf } from '../commands/shell-text.ts'

/** What a restore of a stage brings along, so that one more reaches the same feeds. */
export interface RestoreStep {
  /** Mounts and the network, as flags of a RUN, each with a space behind it. */
  flags: string
  /** What stands in front of `dotnet`: variables that a secret's value goes into. */
  before: string
  /** Options such as `--configfile`, each with a space in front. */
  options: string
}

/** Reads it from the first of a stage's RUNs that restores, also as a part of build or publish. */
export function readRestoreStep(
  dockerfile: Dockerfile,
  source: Stage,
  runs: readonly Instruction[],
): RestoreStep {
  const restore =
    runs.find((run) => /\bdotnet\s+restore\b/.test(commandOf(run))) ??
    runs.find((run) => /\bdotnet\s+(?:publish|build)\b/.test(commandOf(run)))
  if (restore === undefined) return { flags: '', before: '', options: '' }
  const { workdir } = readCopiedTree(dockerfile, source, restore)
  const flags = restore.flags.flatMap(({ name, value }) => {
    if (name === 'network') return [`--network=${value} `]
    return name === 'mount' && !bringsSources(value) ? [`--mount=${withAbsoluteTarget(value, workdir)} `] : []
  })
  const command = commandOf(restore)
  const before =
    /((?:\b\w+=(?:"[^"]*"|'[^']*'|\$\([^)]*\)|\S+)\s+|export\s+[^&;]+&&\s*)+)dotnet\s+(?:restore|publish|build)\b/.exec(
      command,
    )?.[1]
  const [own = ''] = /\bdotnet\s+(?:restore|publish|build)\b(?:[^&|;\n]|\\\r?\n)*/.exec(command) ?? []
  const options = [...own.matchAll(/\s(--configfile|-s|--source)[=\s]("[^"]*"|\S+)/g)]
  return {
    flags: flags.join(''),
    before: before ?? '',
    options: options
      .map(([, name, value = '']) => ` ${name ?? ''} ${absolute(value, name ?? '', workdir)}`)
      .join(''),
  }
}

/** Whether a mount is of the build context, which the tests have by COPY, and not of a file that says where packages come from. */
function bringsSources(mount: string): boolean {
  const options = parseMount(mount)
  return typeOfMount(options) === 'bind' && !options.has('from') && !/nuget\.config(?:,|$)/i.test(mount)
}

/** Another WORKDIR must not move a mount. */
function withAbsoluteTarget(mount: string, workdir: string): string {
  return mount.replace(
    /(^|,)(target|dst|destination)=([^/$"',][^,]*)/,
    (_, comma: string, name: string, path: string) => `${comma}${name}=${posix.resolve(workdir, path)}`,
  )
}

function absolute(value: string, option: string, workdir: string): string {
  return option === '--configfile' && /^[\w.]/.test(value) ? posix.resolve(workdir, value) : value
}
