import * as v from 'valibot'
import { maxDocumentBytes, maxListedFiles } from '../record/image-record.ts'

/** One file of a library, where a publish puts it. */
export interface DepsFile {
  /** Relative to the folder of the deps.json. */
  path: string
  kind: 'assembly' | 'native' | 'satellite'
}

/** Something that an application is made of. */
export interface DepsLibrary {
  type: 'project' | 'package' | 'runtimepack' | 'reference'
  name: string
  version: string
  files: DepsFile[]
}

const text = v.pipe(v.string(), v.maxLength(1_000))
const assets = v.optional(
  v.record(
    text,
    v.object({
      locale: v.optional(text),
      localPath: v.optional(text),
      assetType: v.optional(text),
    }),
  ),
)
const depsSchema = v.object({
  runtimeTarget: v.object({ name: text }),
  targets: v.record(
    text,
    v.record(
      text,
      v.object({
        compileOnly: v.optional(v.boolean()),
        runtime: assets,
        native: assets,
        resources: assets,
        runtimeTargets: assets,
      }),
    ),
  ),
  libraries: v.record(text, v.object({ type: text })),
})

type TargetLibrary = v.InferOutput<typeof depsSchema>['targets'][string][string]

/**
 * Reads what an application is made of from the text of its deps.json (dotnet/sdk,
 * documentation/specs/runtime-configuration-file.md). Nothing for a text that is none, is larger than 4 MiB or names more
 * files than a record lists. What is there for the compiler only is left out.
 */
export function readDepsJson(json: string): DepsLibrary[] {
  const parsed = v.safeParse(depsSchema, parseJson(json))
  if (!parsed.success) return []
  const { runtimeTarget, targets, libraries } = parsed.output
  const types = new Map(Object.entries(libraries).map(([id, { type }]) => [id, type]))
  const target = new Map(Object.entries(targets)).get(runtimeTarget.name) ?? {}
  const found = Object.entries(target).flatMap(([id, library]) => readLibrary(id, types.get(id), library))
  const fileCount = found.reduce((sum, { files }) => sum + files.length, 0)
  return fileCount > maxListedFiles ? [] : found
}

/** The value of a JSON text; undefined for a text that is none or is larger than a record keeps. */
function parseJson(json: string): unknown {
  if (json.length > maxDocumentBytes) return undefined
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function readLibrary(id: string, type: string | undefined, library: TargetLibrary): DepsLibrary[] {
  const slash = id.lastIndexOf('/')
  if (slash <= 0 || library.compileOnly === true || type === undefined || type === 'referenceassembly')
    return []
  const [name, version] = [id.slice(0, slash), id.slice(slash + 1)]
  return [{ type: knownType(type), name, version, files: readFiles(library) }]
}

/** Types that are not known here are of files that someone added by hand, as references are. */
function knownType(type: string): DepsLibrary['type'] {
  if (type === 'package' || type === 'runtimepack') return type
  return type === 'project' || type === 'msbuildproject' ? 'project' : 'reference'
}

function readFiles({ runtime, native, resources, runtimeTargets }: TargetLibrary): DepsFile[] {
  const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
  const place = (
    group: TargetLibrary['runtime'],
    kindOf: (asset: Asset) => DepsFile['kind'],
    placeOf: (path: string, asset: Asset) => string,
  ): DepsFile[] =>
    Object.entries(group ?? {})
      // NuGet's name for "nothing here", which stands for no file.
      .filter(([path]) => !path.endsWith('_._'))
      .map(([path, asset]) => ({ path: asset.localPath ?? placeOf(path, asset), kind: kindOf(asset) }))
  return [
    ...place(runtime, () => 'assembly', fileName),
    ...place(native, () => 'native', fileName),
    ...place(
      resources,
      () => 'satellite',
      (path, { locale }) => (locale === undefined ? path : `${locale}/${fileName(path)}`),
    ),
    // Files for one of several systems keep their folder, all others are published beside the application.
    ...place(
      runtimeTargets,
      ({ assetType }) => (assetType === 'native' ? 'native' : 'assembly'),
      (path) => path,
    ),
  ]
}

type Asset = NonNullable<TargetLibrary['runtime']>[string]

const short = v.pipe(v.string(), v.maxLength(200))
const frameworkSchema = v.object({ name: short, version: v.optional(short, '') })

/** A shared framework by name and version, as `Microsoft.AspNetCore.App` 10.0.0. */
export type Framework = v.InferOutput<typeof frameworkSchema>

/** What an application needs to start. */
export interface RuntimeConfig {
  /** The frameworks that must be installed; for a self-contained application those that it brings along. */
  frameworks: Framework[]
  isSelfContained: boolean
  /** Whether unused code was left out when it was published. */
  isTrimmed: boolean
  /** Whether it runs without the data of cultures. */
  isInvariant: boolean
  /** How far a newer version may stand in, as `Major`; undefined for .NET's default, a newer minor version. */
  rollForward: string | undefined
}

const frameworksSchema = v.optional(v.pipe(v.array(frameworkSchema), v.maxLength(100)))
const configSchema = v.object({
  runtimeOptions: v.object({
    framework: v.optional(frameworkSchema),
    frameworks: frameworksSchema,
    includedFrameworks: frameworksSchema,
    rollForward: v.optional(short),
    configProperties: v.optional(v.record(v.string(), v.unknown()), {}),
  }),
})

/** What the SDK sets for an application whose unused code is left out. */
const trimmed = 'Microsoft.Extensions.DependencyInjection.VerifyOpenGenericServiceTrimmability'
const invariant = 'System.Globalization.Invariant'

/** Reads a runtimeconfig.json (dotnet/sdk, documentation/specs/runtime-configuration-file.md); undefined for a text that is none. */
export function readRuntimeConfig(json: string): RuntimeConfig | undefined {
  const parsed = v.safeParse(configSchema, parseJson(json))
  if (!parsed.success) return undefined
  const { framework, frameworks = [], includedFrameworks, ...options } = parsed.output.runtimeOptions
  return {
    frameworks: includedFrameworks ?? [...(framework === undefined ? [] : [framework]), ...frameworks],
    isSelfContained: includedFrameworks !== undefined,
    isTrimmed: options.configProperties[trimmed] === true,
    isInvariant: options.configProperties[invariant] === true,
    rollForward: options.rollForward,
  }
}
