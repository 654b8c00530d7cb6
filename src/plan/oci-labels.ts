import type { Settings } from '../inputs/settings.ts'
import type { Dockerfile } from './dockerfile/parse-dockerfile.ts'

const prefix = 'org.opencontainers.image.'

/**
 * The labels of the final image: those of the OCI specification that the run knows, then the input `labels`. What that or a `LABEL` of
 * the Dockerfile says itself is left to them. Times are the commit's, so that the same commit gives the same image.
 */
export function labelsOf(
  { labels, ociLabels, facts, imageNames, tags, version }: Settings,
  dockerfile: Dockerfile,
): string[] {
  if (!ociLabels || facts.repositoryUrl === '') return labels
  const name = imageNames[0] ?? tags[0] ?? facts.repositoryUrl
  const known: Record<string, string | undefined> = {
    title: name.replace(/^.*\//, '').replace(/[:@].*$/, ''),
    description: facts.description,
    url: facts.repositoryUrl,
    source: facts.repositoryUrl,
    revision: facts.commit,
    version,
    created: facts.committedAt,
    licenses: facts.license,
  }
  const written = dockerfile.stages.flatMap(({ instructions }) =>
    instructions.filter(({ keyword }) => keyword === 'LABEL').map(({ argument }) => argument),
  )
  const isTaken = (key: string): boolean =>
    labels.some((label) => label.startsWith(`${key}=`)) || written.some((text) => text.includes(key))
  const own = Object.entries(known).flatMap(([key, value = '']) =>
    value === '' || isTaken(prefix + key) ? [] : [`${prefix}${key}=${value.replace(/[\r\n]+/g, ' ')}`],
  )
  return [...own, ...labels]
}
