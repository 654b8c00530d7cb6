import {
  attributeOf,
  formatOutput,
  isLoad,
  isPush,
  namesOf,
  withPush,
  type Output,
} from '../inputs/parsers/outputs.ts'
import type { Settings } from '../inputs/settings.ts'
import { choosePacking, packingOf } from '../plan/packing.ts'

/** One place that the image goes to. */
export interface PlannedDelivery {
  how: 'pushed' | 'loaded' | 'written'
  /** In buildx's words. */
  output: string
  /** What was asked for. */
  asked: Output
  /** Image names in a registry or an engine. */
  names: string[]
  /** Whether it is compressed as the image that was measured. */
  isCompressedAlike: boolean
}

const order = ['written', 'loaded', 'pushed'] as const

/**
 * All places that the image goes to, registries last, since what was pushed can't be taken back: the user's outputs, with `push` and `load` on top as buildx
 * adds them to others (commands/build.go). Who builds with the engine itself and asks for nothing expects the image there; for
 * other builders a load costs seconds.
 */
export function planDeliveries(
  { outputs, push, load, tags }: Pick<Settings, 'outputs' | 'push' | 'load' | 'tags'>,
  driver: string,
): PlannedDelivery[] {
  const asked = withPush(outputs, push)
  if (load && !asked.some(isLoad)) asked.push({ type: 'docker', attributes: [] })
  if (asked.length === 0 && driver === 'docker') asked.push({ type: 'docker', attributes: [] })
  const measured = JSON.stringify(choosePacking({ outputs, push }))
  const planned = asked
    .filter(({ type }) => type !== 'cacheonly')
    .map((output): PlannedDelivery => ({
      how: isPush(output) ? 'pushed' : output.dest === undefined ? 'loaded' : 'written',
      output: formatOutput(isPush(output) ? withMediaTypes(output) : output),
      asked: output,
      names: namesOf(output).length > 0 ? namesOf(output) : tags,
      isCompressedAlike: JSON.stringify(packingOf(output)) === measured,
    }))
  return planned.sort((a, b) => order.indexOf(a.how) - order.indexOf(b.how))
}

/** Without attestations BuildKit would push Docker's media types, and so another manifest than the layout has. */
function withMediaTypes(output: Output): Output {
  if (attributeOf(output, 'oci-mediatypes') !== undefined) return output
  return { ...output, attributes: [...output.attributes, ['oci-mediatypes', 'true']] }
}
