import type { Dockerfile, Stage } from '../../plan/dockerfile/parse-dockerfile.ts'

/** An image of Microsoft's with .NET in it, as its name tells. */
export interface DotnetImage {
  kind: 'sdk' | 'aspnet' | 'runtime' | 'runtime-deps'
  /** As `8.0`; undefined for a tag without a number. */
  version: string | undefined
  /** What its tag has behind the version: `-alpine3.22`, `-noble-chiseled`; empty for none. */
  suffix: string
  /** Whether the name is of a repository that gets no new images any more. */
  isDead: boolean
  /** Where its repositories are, which may be a mirror of Microsoft's; with a slash at its end. */
  folder: string
}

const microsoft = 'mcr.microsoft.com/dotnet/'
const named = /^(.+\/dotnet\/)(core\/)?(?:nightly\/)?(sdk|aspnet|runtime|runtime-deps)$/
const hub = /^(?:(?:index\.)?docker\.io\/)?microsoft\/(dotnet|aspnetcore|aspnetcore-build)$/

/**
 * Reads the name of an image of .NET's, also of a mirror and under the names of old: `microsoft/dotnet` and `microsoft/aspnetcore` on Docker
 * Hub, and `mcr.microsoft.com/dotnet/core`, which ended with .NET Core 3.1.
 */
export function parseDotnetImage(name: string): DotnetImage | undefined {
  const [, repository = '', tag = ''] = /^(.*?)(?::([^:/@]+))?(?:@.*)?$/.exec(name.toLowerCase()) ?? []
  const [, major, minor = '0'] = /^(\d+)(?:\.(\d+))?/.exec(tag) ?? []
  const version = major === undefined ? undefined : `${major}.${minor}`
  const [, folder = microsoft, core, ofName] = named.exec(repository) ?? []
  const [, onHub] = hub.exec(repository) ?? []
  const kind = ofName ?? (onHub === undefined ? undefined : kindOnHub(onHub, tag))
  if (kind === undefined) return undefined
  const isDead = core !== undefined || onHub !== undefined
  const suffix = tag.replace(/^\d+(?:\.\d+)*(?:-(?:preview|rc)[\w.]*)?/, '').replace(/^latest$/, '')
  return {
    kind: kind as DotnetImage['kind'],
    version,
    // Of an image of old only the system tells what a new one is called.
    suffix: isDead ? (/-alpine/.test(tag) ? '-alpine' : '') : suffix,
    isDead,
    folder,
  }
}

/** Of microsoft/dotnet the tag says what is in it: `2.1-aspnetcore-runtime`, `2.1-sdk-alpine`. */
function kindOnHub(repository: string, tag: string): DotnetImage['kind'] {
  if (repository === 'aspnetcore') return 'aspnet'
  if (repository === 'aspnetcore-build' || /sdk|build/.test(tag)) return 'sdk'
  if (/aspnetcore/.test(tag)) return 'aspnet'
  if (/runtime-deps|deps/.test(tag)) return 'runtime-deps'
  return /runtime|core/.test(tag) ? 'runtime' : 'sdk'
}

/** The image of that kind and version. */
export function nameOfImage(
  kind: DotnetImage['kind'],
  version: string,
  suffix: string,
  folder = microsoft,
): string {
  return `${folder}${kind}:${version}${suffix}`
}

/** The part of a tag that newer versions have too, for a suffix that may name a release of a system. */
export function lastingSuffix(suffix: string): string {
  if (suffix.includes('chiseled'))
    return suffix.includes('extra') ? '-noble-chiseled-extra' : '-noble-chiseled'
  return suffix.includes('alpine') ? '-alpine' : ''
}

/** The FROM line of a stage with another image in it. */
export function fromLine({ text }: Dockerfile, stage: Stage, image: string): string {
  const line = text.split(/\r?\n/)[stage.firstLine - 1]?.trim() ?? ''
  const [, before, after = ''] = /^(FROM\s+(?:--\S+\s+)*)[^\s\\]+(?:(\s+AS\s+\S+))?\s*$/i.exec(line) ?? []
  if (before !== undefined) return `${before}${image}${after}`
  return `FROM ${image}${stage.name === undefined ? '' : ` AS ${stage.name}`}`
}
