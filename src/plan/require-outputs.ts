import { writesLayouts, type Builder } from '../docker/builder.ts'
import { formatOutput } from '../inputs/outputs.ts'
import type { Settings } from '../inputs/settings.ts'
import { UserError } from '../user-error.ts'

/**
 * Throws a UserError for outputs that the builder can't write: told now, not after the tests. An engine with its legacy store
 * writes no image archives and packs layers in its own way.
 */
export function requireOutputs({ outputs }: Pick<Settings, 'outputs'>, builder: Builder): void {
  if (writesLayouts(builder)) return
  const impossible = outputs.filter(
    ({ type, dest, attributes }) =>
      type === 'oci' ||
      (type === 'docker' && dest !== undefined) ||
      attributes.some(([key]) => /compression/.test(key)),
  )
  if (impossible.length === 0) return
  throw new UserError(
    'Outputs that this builder can’t write',
    `outputs: ${impossible.map(formatOutput).join('; ')}. This Docker engine keeps images in its legacy store. ` +
      'Add the step docker/setup-buildx-action above this one, or turn on the engine’s containerd image store.',
  )
}
