import type { Builder } from '../docker/builder.ts'

/** The platform of this machine. */
export const ownPlatform = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`

/** On which platforms a job works. */
export interface PlatformChoice {
  /** Those of the final build; the first one is the one that headlines speak of. Empty: the builder's own. */
  image: string[]
  /** The one that the tests are built for; empty: the builder's own. */
  tests: string[]
}

/** Tests run on the builder's own platform where that was asked for, else on the first that it can run, else on the first. Headlines speak of its own, too. */
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

/** The platforms that the image will be of: those that were asked for, else the one that buildx takes by itself. */
export function expectedPlatforms(
  { image }: Pick<PlatformChoice, 'image'>,
  { platforms }: Pick<Builder, 'platforms'>,
  env: NodeJS.ProcessEnv,
): [string, ...string[]] {
  const [first, ...others] = image
  if (first !== undefined) return [first, ...others]
  // A builder that has not started yet does not tell; mostly it is of this machine.
  return [env['DOCKER_DEFAULT_PLATFORM'] || (platforms[0] ?? ownPlatform)]
}

/** Whether two names are of one platform; `linux/arm64` is `linux/arm64/v8`, `linux/amd64` its first version. */
export function isSamePlatform(one: string, other: string): boolean {
  return plainPlatform(one) === plainPlatform(other)
}

/** The shortest name of a platform. */
export function plainPlatform(platform: string): string {
  return platform
    .toLowerCase()
    .replace(/^(.+\/arm64)\/v8$/, '$1')
    .replace(/^(.+\/amd64)\/v1$/, '$1')
}
