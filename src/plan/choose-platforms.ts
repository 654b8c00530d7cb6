import type { Builder } from '../docker/builder.ts'

/** On which platforms a job works. */
export interface PlatformChoice {
  /** Those of the final build; the first one is the one that headlines speak of. Empty: the builder's own. */
  image: string[]
  /** The one that the tests are built for; empty: the builder's own. */
  tests: string[]
}

/**
 * Tests run on the builder's own platform where that was asked for, else on the first one that it can run, else on the first
 * one: a stage that begins with `--platform=$BUILDPLATFORM` runs there all the same. Headlines speak of the builder's own too.
 */
export function choosePlatforms(
  asked: readonly string[],
  { platforms }: Pick<Builder, 'platforms'>,
): PlatformChoice {
  const [first] = asked
  if (first === undefined) return { image: [], tests: [] }
  const isNative = (one: string): boolean => platforms[0] !== undefined && isSamePlatform(one, platforms[0])
  const canRun = (one: string): boolean => platforms.some((other) => isSamePlatform(one, other))
  const main = asked.find(isNative) ?? first
  const tests = asked.find(isNative) ?? asked.find(canRun) ?? first
  return { image: [main, ...asked.filter((one) => one !== main)], tests: [tests] }
}

/** Whether two names are of one platform; `linux/arm64` is `linux/arm64/v8`, `linux/amd64` its first version. */
export function isSamePlatform(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(platform: string): string {
  return platform
    .toLowerCase()
    .replace(/^(.+\/arm64)\/v8$/, '$1')
    .replace(/^(.+\/amd64)\/v1$/, '$1')
}
