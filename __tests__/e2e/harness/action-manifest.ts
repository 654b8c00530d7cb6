import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/** The folder of this repository. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url))

interface ActionManifest {
  inputs: Record<string, { default?: string | number | boolean }>
  outputs: Record<string, unknown>
  runs: { using: string; main: string; post: string }
}

/** action.yml, as the runner reads it. */
export const manifest = parse(readFileSync(join(repository, 'action.yml'), 'utf8')) as ActionManifest

/**
 * The INPUT_* variables of a step: every input of action.yml has one, with its default where the step gives no value, and an
 * empty text where there is no default (actions/runner, ActionManifestManager.ConvertInputs). Throws for an unknown input.
 */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const unknown = Object.keys(inputs).filter((name) => !(name in manifest.inputs))
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(manifest.inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs[name] ?? String(input.default ?? ''),
    ]),
  )
}
