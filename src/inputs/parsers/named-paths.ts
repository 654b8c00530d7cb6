import { withDefaultContext } from './git-context.ts'
import { findListed, type PathPlace } from './listed-paths.ts'
import type { InputReader } from '../input-reader.ts'
import type { Problems } from '../problems.ts'

/** Reads `id=path` of secrets that are files. */
export async function readSecretFiles(
  read: InputReader,
  place: PathPlace,
  problems: Problems,
): Promise<[id: string, path: string][]> {
  const files: [string, string][] = []
  for (const [id, path] of read.keyValues('secret-files', 'id=path')) {
    const found = await findListed({ input: 'secret-files', path, kind: 'file' }, place, problems)
    if (found !== undefined) files.push([id, found])
  }
  return files
}

/** What is no path: `docker-image://…`, `oci-layout://…`, a URL, or a Git repository in the short form. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:\/\/|git@|github\.com\/)/i

/** Reads `name=source` of named contexts; those that are folders are looked for. */
export async function readBuildContexts(
  read: InputReader,
  place: PathPlace,
  problems: Problems,
): Promise<[name: string, source: string][]> {
  const contexts: [string, string][] = []
  for (const entry of read.list('build-contexts', false)) {
    const [, name, source] = /^([^=\s]+)=(.+)$/.exec(withDefaultContext(entry, place.env)) ?? []
    if (name === undefined || source === undefined) {
      problems.add(
        'build-contexts',
        `"${entry}" is not of the form name=path, name=docker-image://… or name=URL.`,
      )
      continue
    }
    const found = elsewhere.test(source)
      ? source
      : await findListed({ input: 'build-contexts', path: source, kind: 'folder' }, place, problems)
    if (found !== undefined) contexts.push([name, found])
  }
  return contexts
}
