import { partKey, type Part } from '../measure/analyze/attribution.ts'

/** What a part is, without its size. */
export type PartHead = { kind: Part['kind'] | 'recompressed'; name: string }

/** By how much a part of the image changed. */
export interface PartSum extends PartHead {
  compressedChangeBytes: number
  uncompressedChangeBytes: number
  /** Whether its compressed bytes are a share of what a layer changed by. */
  isEstimate: boolean
}

/** Adds up the changes of a comparison, part by part. */
export class PartLedger {
  readonly #parts = new Map<string, PartSum>()

  /** Adds bytes to a part; `isEstimate` where the compressed ones are a share. */
  add(
    { kind, name }: PartHead,
    delta: { compressedBytes: number; uncompressedBytes: number },
    isEstimate: boolean,
  ): void {
    const key = keyOf({ kind, name })
    const part = this.#parts.get(key) ?? {
      kind,
      name,
      compressedChangeBytes: 0,
      uncompressedChangeBytes: 0,
      isEstimate,
    }
    part.compressedChangeBytes += delta.compressedBytes
    part.uncompressedChangeBytes += delta.uncompressedBytes
    this.#parts.set(key, part)
  }

  /** All parts that something was added to, also when it came to nothing. */
  parts(): PartSum[] {
    return [...this.#parts.values()]
  }
}

/** What tells parts from each other; see `partKey`. */
export function keyOf({ kind, name }: PartHead): string {
  return kind === 'recompressed' ? kind : partKey({ kind, name })
}
