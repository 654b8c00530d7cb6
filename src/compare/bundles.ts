import { readOwnFiles, type OwnFile } from '../measure/analyze/attribution.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'

/** The folders in which an application is one file in one of two images and many in the other, with its name. */
export function findBundles(before: ImageRecord, after: ImageRecord): Map<string, string> {
  const [was, is] = [bundlesOf(before), bundlesOf(after)]
  return new Map([...was, ...is].filter(([folder]) => was.has(folder) !== is.has(folder)))
}

function bundlesOf(record: ImageRecord): Map<string, string> {
  return new Map(
    readOwnFiles(record).flatMap(({ path, part }) =>
      part.kind === 'single-file' ? [[folderOf(path), part.name]] : [],
    ),
  )
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** A file as a part of the one that has it inside, or had: packages in one file did not go away. */
export function inBundle(file: OwnFile, bundles: ReadonlyMap<string, string>): OwnFile {
  const { path, part } = file
  const inside =
    part.kind === 'package' ||
    part.kind === 'project' ||
    (part.kind === 'runtime' && bundles.has(folderOf(path)))
  const [, name] = (inside && [...bundles].find(([folder]) => path.startsWith(folder))) || []
  return name === undefined ? file : { ...file, part: { kind: 'single-file', name, version: undefined } }
}
