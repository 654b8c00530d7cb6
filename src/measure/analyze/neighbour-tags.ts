import { rootOf, neededFor, parentOf } from '../../plan/dockerfile/stage-graph.ts'
import type { Stage } from '../../plan/dockerfile/parse-dockerfile.ts'
import { ownPlatform } from '../../plan/choose-platforms.ts'
import { parseDotnetImage } from '../advice/dotnet-image.ts'
import type { ImageRecord, Neighbours } from '../record/image-record.ts'

/** The registry is asked anew when what it said is older, or was of another base image. */
const maxAgeMs = 7 * 24 * 60 * 60 * 1_000

/** Tags that the .NET images of a version have with less in them (dotnet-docker, documentation/image-variants.md). */
const smallerVariants = ['alpine', 'noble-chiseled']

/** What a registry is asked about an image: its base, smaller variants of that, and the image with the SDK that built it. */
export interface NeighbourNames {
  base: string
  smaller: string[]
  sdk: string | undefined
}

/** Tells whom to compare the base image with. Undefined where it is no official .NET image, or already a small one. */
export function nameNeighbours(final: Stage): NeighbourNames | undefined {
  const base = rootOf(final).base
  const image = parseDotnetImage(base)
  const repository = /^(.*):[^:/@]+$/.exec(base)?.[1]
  if (image?.version === undefined || image.kind === 'sdk' || repository === undefined) return undefined
  const { version, suffix } = image
  const isSmall = /alpine|chiseled|distroless/.test(suffix)
  const sdk = [...neededFor(final)].find(
    (stage) => parentOf(stage) === undefined && parseDotnetImage(stage.base)?.kind === 'sdk',
  )?.base
  return {
    base,
    smaller: isSmall ? [] : smallerVariants.map((name) => `${repository}:${version}-${name}`),
    sdk,
  }
}

/**
 * Asks a registry for the sizes of an image's neighbours, all at once; what the baseline knows and is not too old is taken
 * from it. Undefined where there is nobody to ask about.
 */
export async function askNeighbours(
  ask: (reference: string, platform: string) => Promise<number | undefined>,
  names: NeighbourNames | undefined,
  before: ImageRecord | undefined,
): Promise<Neighbours | undefined> {
  if (names === undefined) return undefined
  const known = before?.neighbours
  if (known?.base.name === names.base && Date.now() - Date.parse(known.askedAt) < maxAgeMs) return known
  const platform = before?.platform ?? ownPlatform
  const sizeOf = async (name: string | undefined): Promise<{ name: string; compressedBytes: number }[]> => {
    const compressedBytes = name === undefined ? undefined : await ask(name, platform)
    return name === undefined || compressedBytes === undefined ? [] : [{ name, compressedBytes }]
  }
  const asked = await Promise.all([names.base, names.sdk, ...names.smaller].map(sizeOf))
  const [[base] = [], [sdk] = [], ...smaller] = asked
  return {
    askedAt: new Date().toISOString(),
    platform,
    base: { name: names.base, compressedBytes: base?.compressedBytes },
    smaller: smaller.flat(),
    sdk,
  }
}
