import { writesLayouts, type Builder } from '../docker/builder.ts'
import { formatOutput, isLoad } from '../inputs/parsers/outputs.ts'
import type { Settings } from '../inputs/settings.ts'
import { UserError } from '../shared/errors.ts'

type Wanted = Pick<Settings, 'outputs' | 'load' | 'platforms'>

const legacyHint =
  'This Docker engine keeps images in its legacy store. Add the step docker/setup-buildx-action above this one, or turn on the ' +
  'engine’s containerd image store.'

/** Throws a UserError for what the builder can't write, told now and not after the tests. */
export function requireOutputs(wanted: Wanted, builder: Builder): void {
  if (!writesLayouts(builder)) requireOfLegacy(wanted)
  if (wanted.platforms.length > 1) requireOfSeveral(wanted, builder)
}

/** An engine with its legacy store writes no image archives, packs layers in its own way, and has one platform at a time. */
function requireOfLegacy({ outputs, platforms }: Wanted): void {
  const impossible = outputs.filter(
    ({ type, dest, attributes }) =>
      type === 'oci' ||
      (type === 'docker' && dest !== undefined) ||
      attributes.some(([key]) => /compression/.test(key)),
  )
  if (impossible.length > 0) {
    const words = impossible.map(formatOutput).join('; ')
    throw new UserError('Outputs that this builder can’t write', `outputs: ${words}. ${legacyHint}`)
  }
  if (platforms.length > 1) {
    throw new UserError(
      'This builder makes images for one platform',
      `platforms: ${platforms.join(', ')}. ${legacyHint}`,
    )
  }
}

/** Docker's own archive has one platform; and only an engine that builds itself takes several. */
function requireOfSeveral({ outputs, load, platforms }: Wanted, { driver }: Builder): void {
  const what = platforms.join(', ')
  if (outputs.some((output) => output.type === 'docker' && !isLoad(output))) {
    throw new UserError(
      'A Docker archive holds one platform',
      `outputs: type=docker with dest can’t hold ${what}; write type=oci,dest=….`,
    )
  }
  if (driver !== 'docker' && (load || outputs.some(isLoad))) {
    throw new UserError(
      'Several platforms can’t be loaded from this builder',
      `load: a builder of the driver ${driver} loads one platform at a time, not ${what}. Push the image, write it as ` +
        'type=oci,dest=…, or build with an engine that has the containerd image store (builder: default).',
    )
  }
}
