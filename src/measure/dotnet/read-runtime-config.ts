import * as v from 'valibot'
import { parseJson } from './read-deps-json.ts'

/** A shared framework by name and version, as `Microsoft.AspNetCore.App` 10.0.0. */
export interface Framework {
  name: string
  version: string
}

/** What an application needs to start. */
export interface RuntimeConfig {
  /** The frameworks that must be installed; for a self-contained application those that it brings along. */
  frameworks: Framework[]
  isSelfContained: boolean
  /** How far a newer version may stand in, as `Major`; undefined for .NET's default, a newer minor version. */
  rollForward: string | undefined
}

const text = v.pipe(v.string(), v.maxLength(200))
const framework = v.object({ name: text, version: v.optional(text, '') })
const frameworks = v.optional(v.pipe(v.array(framework), v.maxLength(100)))
const configSchema = v.object({
  runtimeOptions: v.object({
    framework: v.optional(framework),
    frameworks,
    includedFrameworks: frameworks,
    rollForward: v.optional(text),
  }),
})

/**
 * Reads a runtimeconfig.json (dotnet/sdk, documentation/specs/runtime-configuration-file.md). Undefined for a text that is
 * none.
 */
export function readRuntimeConfig(json: string): RuntimeConfig | undefined {
  const parsed = v.safeParse(configSchema, parseJson(json))
  if (!parsed.success) return undefined
  const {
    framework: only,
    frameworks: several = [],
    includedFrameworks,
    rollForward,
  } = parsed.output.runtimeOptions
  const isSelfContained = includedFrameworks !== undefined
  return {
    frameworks: includedFrameworks ?? [...(only === undefined ? [] : [only]), ...several],
    isSelfContained,
    rollForward,
  }
}
