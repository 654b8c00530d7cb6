import { partKey, type Part } from '../measure/analyze/attribution.ts'

/** What a part is, without its size. */
export type PartHead = { kind: Part['kind'] | 'repacked'; name: string }

/** By how much a part of the image changed. */
export interface PartDelta extends PartHead {
  packedDeltaBytes: number
  unpackedDeltaBytes: number
  /** Whether its packed bytes are a share of what a layer changed by. */
  isEstimate: boolean
}

/** Adds up the changes of a comparison, part by part. */
export class PartLedger {
  readonly #parts = new Map<string, PartDelta>()

  /** Adds bytes to a part; `isEstimate` where the packed ones are a share. */
  add(
    { kind, name }: PartHead,
    delta: { packedBytes: number; unpackedBytes: number },
    isEstimate: boolean,
  ): void {
    const key = keyOf({ kind, name })
    const part = this.#parts.get(key) ?? {
      kind,
      name,
      packedDeltaBytes: 0,
      unpackedDeltaBytes: 0,
      isEstimate,
    }
    part.packedDeltaBytes += delta.packedBytes
    part.unpackedDeltaBytes += delta.unpackedBytes
    this.#parts.set(key, part)
  }

  /** All parts that something was added to, also when it came to nothing. */
  parts(): PartDelta[] {
    return [...this.#parts.values()]
  }
}

/** What tells parts from each other; see `partKey`. */
export function keyOf({ kind, name }: PartHead): string {
  return kind === 'repacked' ? kind : partKey({ kind, name })
}
