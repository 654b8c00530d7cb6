import { inspect } from 'node:util'

import { test } from '@jest/globals'

import { Random } from './random.ts'
import { Watchdog } from './watchdog.ts'

const firstSeed = Number(process.env['FUZZ_SEED'] || 1)
/** Rounds have a limit of their own; how many there are is up to who starts them. */
const testLimitMs = 24 * 3_600_000
const growthLimitBytes = 768 * 1024 * 1024

/** What a fuzz test does: makes an input, and checks what becomes of it. */
export interface Fuzz<Input> {
  /** Rounds where FUZZ_ROUNDS doesn't say how many. */
  rounds: number
  make: (random: Random) => Input
  /** Throws if the input is not treated as it must be. */
  check: (input: Input, random: Random) => unknown
}

/**
 * A test of many rounds, each with a seed of its own: FUZZ_SEED and the following numbers. A round that fails, takes a minute or
 * 768 MiB more memory is told with its seed.
 */
export function fuzz<Input>(name: string, { rounds, make, check }: Fuzz<Input>): void {
  test(
    name,
    async () => {
      await using watchdog = new Watchdog(name)
      const before = process.memoryUsage.rss()
      const last = firstSeed + Number(process.env['FUZZ_ROUNDS'] || rounds)
      for (let seed = firstSeed; seed < last; seed += 1) {
        watchdog.tell(seed)
        const random = new Random(seed)
        const input = make(random)
        try {
          await check(input, random)
          const growthBytes = process.memoryUsage.rss() - before
          if (growthBytes > growthLimitBytes) throw new Error(`It took ${growthBytes} B of memory.`)
        } catch (error) {
          throw new Error(describe(seed, input, error), { cause: error })
        }
      }
    },
    testLimitMs,
  )
}

function describe(seed: number, input: unknown, error: unknown): string {
  const shown = inspect(input, { maxStringLength: 2000, maxArrayLength: 50, depth: 5 })
  const why = error instanceof Error ? error.message : String(error)
  return `FUZZ_SEED=${seed} FUZZ_ROUNDS=1 does it again, with ${shown}:\n${why}`
}
