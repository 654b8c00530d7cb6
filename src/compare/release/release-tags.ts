import type { TagPattern } from '../../inputs/parsers/tag-pattern.ts'

/** Numbers with dots, and what SemVer calls build metadata; a pre-release is no release. */
const versionPattern = /^(\d{1,15}(?:\.\d{1,15}){0,3})(?:\+[\w.-]+)?$/

/**
 * The tags that name a release, the highest version first. By version, not by date: a patch of an old release may be younger. Of
 * `v2` and `v2.0.0` the longer one comes first, since the shorter one may be moved on.
 */
export function highestFirst<T extends { name: string }>(
  tags: readonly T[],
  { prefix, suffix }: Pick<TagPattern, 'prefix' | 'suffix'>,
): T[] {
  return tags
    .flatMap((tag) => {
      const version = readVersion(tag.name, prefix, suffix)
      return version === undefined ? [] : [{ tag, version }]
    })
    .sort((a, b) => compareVersions(b.version, a.version))
    .map(({ tag }) => tag)
}

function readVersion(name: string, prefix: string, suffix: string): number[] | undefined {
  if (!name.startsWith(prefix) || !name.endsWith(suffix)) return undefined
  const [, numbers] = versionPattern.exec(name.slice(prefix.length, name.length - suffix.length)) ?? []
  return numbers?.split('.').map(Number)
}

function compareVersions(one: readonly number[], other: readonly number[]): number {
  for (let index = 0; index < 4; index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}
