import { posix } from 'node:path'

/** A small repository, written as text, with the choice that a person expects of the planner. */
export interface Skeleton {
  name: string
  /** What the planner is to decide, line by line. */
  expected: string[]
  /** Texts that the reader must find in the notice, the reason or the error. */
  says: string[]
  /** Texts that must not be there. */
  never: string[]
  inputs: Record<string, string>
  files: Record<string, string>
}

/**
 * Parses skeletons. Each begins with `# name`, then `expect: …`, `says: …`, `never: …` and `input name: value` lines, then files: `path: kind …` for a
 * project, `path: solution A B`, or `path:` with its text below, indented by two spaces.
 */
export function parseSkeletons(text: string): Skeleton[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.split('\n')
      return parseSkeleton(name.trim(), lines)
    })
}

function parseSkeleton(name: string, lines: readonly string[]): Skeleton {
  const skeleton: Skeleton = { name, expected: [], says: [], never: [], inputs: {}, files: {} }
  const described: [path: string, words: string][] = []
  let open = ''
  for (const line of lines) {
    const [, key = '', value = ''] = /^(\S[^:]*):\s*(.*)$/.exec(line) ?? []
    if (line.startsWith('  ')) skeleton.files[open] = `${skeleton.files[open] ?? ''}${line.slice(2)}\n`
    else if (key === 'expect') skeleton.expected.push(value)
    else if (key === 'says') skeleton.says.push(value)
    else if (key === 'never') skeleton.never.push(value)
    else if (key.startsWith('input ')) skeleton.inputs[key.slice(6)] = value
    else if (value !== '') described.push([key, value])
    else if (key !== '') open = key
  }
  for (const [path, words] of described) skeleton.files[path] = describe(path, words, described)
  return skeleton
}

/** The text of a project or a solution that is described by a few words. */
function describe(path: string, words: string, all: readonly [string, string][]): string {
  const [kind = '', ...rest] = words.split(/\s+/)
  const find = (name: string): string => {
    const found = all.find(([one]) => posix.basename(one).replace(/\.\w+$/, '') === name && /proj$/.test(one))
    if (found === undefined) throw new Error(`${path} names ${name}, which is no project of its skeleton`)
    return posix.relative(posix.dirname(path), found[0]).replaceAll('/', '\\')
  }
  if (kind === 'visual-studio') return visualStudio(rest[0] ?? '')
  if (kind === 'solution') return solution(path, rest.map(find))
  return project(kind, rest, find)
}

function solution(path: string, projects: readonly string[]): string {
  if (path.endsWith('.slnx'))
    return `<Solution>${projects.map((one) => `<Project Path="${one.replaceAll('\\', '/')}" />`).join('')}</Solution>\n`
  return projects
    .map((one) => `Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "P", "${one}", "{1}"\nEndProject\n`)
    .join('')
}

const sdks: Record<string, string> = {
  web: 'Microsoft.NET.Sdk.Web',
  worker: 'Microsoft.NET.Sdk.Worker',
  blazor: 'Microsoft.NET.Sdk.BlazorWebAssembly',
}

const packagesOf: Record<string, readonly string[]> = {
  xunit: ['Microsoft.NET.Test.Sdk', 'xunit', 'xunit.runner.visualstudio'],
  nunit: ['Microsoft.NET.Test.Sdk', 'NUnit', 'NUnit3TestAdapter'],
  mstest: ['MSTest'],
  tunit: ['TUnit'],
  v3: ['xunit.v3'],
  expecto: ['Expecto', 'YoloDev.Expecto.TestSdk', 'Microsoft.NET.Test.Sdk'],
  cake: ['Cake.Frosting'],
  nuke: ['Nuke.Common'],
}

/** `kind`, then `> references`, `+ packages`, `= frameworks`, `@ Property=value`. */
function project(kind: string, words: readonly string[], find: (name: string) => string): string {
  const parts: Record<string, string[]> = { '>': [], '+': [], '=': [], '@': [] }
  let part = '>'
  for (const word of words) {
    if (word in parts) part = word
    else parts[part]?.push(word)
  }
  const frameworks = parts['=']?.[0] ?? 'net10.0'
  const properties = [
    ...(frameworks === 'none'
      ? []
      : [frameworks.includes(';') ? `TargetFrameworks=${frameworks}` : `TargetFramework=${frameworks}`]),
    ...(/^(?:exe|cake|nuke)$/.test(kind) ? ['OutputType=Exe'] : []),
    ...(parts['@'] ?? []),
  ].map((one) => one.replace(/^(\w+)=(.*)$/, '<$1>$2</$1>'))
  const items = [
    ...[...(packagesOf[kind] ?? []), ...(parts['+'] ?? [])].map(
      (one) => `<PackageReference Include="${one}" />`,
    ),
    ...(parts['>'] ?? []).map((one) => `<ProjectReference Include="${find(one)}" />`),
  ]
  const sdk = sdks[kind] ?? 'Microsoft.NET.Sdk'
  return `<Project Sdk="${sdk}"><PropertyGroup>${properties.join('')}</PropertyGroup><ItemGroup>${items.join('')}</ItemGroup></Project>\n`
}

/** The Dockerfile of four stages that IDEs write for a project. */
function visualStudio(path: string): string {
  const folder = posix.dirname(path)
  const file = posix.basename(path)
  const name = file.replace(/\.\w+$/, '')
  return [
    'FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base',
    'WORKDIR /app',
    'FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build',
    'ARG BUILD_CONFIGURATION=Release',
    'WORKDIR /src',
    `COPY ["${path}", "${folder}/"]`,
    `RUN dotnet restore "./${path}"`,
    'COPY . .',
    `WORKDIR "/src/${folder}"`,
    `RUN dotnet build "./${file}" -c $BUILD_CONFIGURATION -o /app/build`,
    'FROM build AS publish',
    'ARG BUILD_CONFIGURATION=Release',
    `RUN dotnet publish "./${file}" -c $BUILD_CONFIGURATION -o /app/publish /p:UseAppHost=false`,
    'FROM base AS final',
    'WORKDIR /app',
    'COPY --from=publish /app/publish .',
    `ENTRYPOINT ["dotnet", "${name}.dll"]`,
    '',
  ].join('\n')
}
