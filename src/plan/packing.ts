import { formatFields } from '../shared/csv.ts'
import { isPush, withPush, type Output } from '../inputs/parsers/outputs.ts'

/** Attributes of an image output that decide which bytes a registry gets (BuildKit, exporter/containerimage). */
const packingKeys = new Set([
  'compression',
  'compression-level',
  'force-compression',
  'oci-mediatypes',
  'oci-artifact',
  'prefer-nondist-layers',
  'rewrite-timestamp',
  'source-date-epoch',
])

/** Attributes of an output, in buildx's words. */
export type Packing = readonly [key: string, value: string][]

/** The attributes of one output that make the image what it is. */
export function packingOf({ attributes }: Output): Packing {
  return attributes.filter(([key]) => packingKeys.has(key) || key.startsWith('annotation'))
}

/** How the image is compressed that is measured: as the one that a registry gets, else as that in an archive. */
export function choosePacking({ outputs, push }: { outputs: readonly Output[]; push: boolean }): Packing {
  const all = withPush(outputs, push)
  const chosen =
    all.find(isPush) ?? all.find(({ type }) => type === 'image') ?? all.find(({ type }) => type === 'oci')
  return chosen === undefined ? [] : packingOf(chosen)
}

/** The output that writes an image as an OCI layout into a folder. */
export function layoutOutput(folder: string, packing: Packing): string {
  const attributes = packing.map(([key, value]) => `${key}=${value}`)
  return formatFields(['type=oci', 'tar=false', ...attributes, `dest=${folder}`])
}
