import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../shared/log.ts'
import { UserError } from '../shared/errors.ts'
import { parseBuildError } from './build/buildkit-words.ts'
import type { Docker } from './docker.ts'
import { runBuild } from './build/run-build.ts'

/** A Git repository that is a build context. */
export interface GitSource {
  /** With what follows `#`: ref and folder. */
  url: string
  builder: string | undefined
  secrets: readonly [id: string, value: string][]
  ssh: readonly string[]
}

/** Fetches the tree of a Git repository, and gives the folder that it is in. */
export type FetchTree = (source: GitSource) => Promise<string>

/** Has BuildKit fetch a repository, and brings the tree here: all builds are of this very tree, also when the branch moves on. Throws a UserError. */
export async function fetchTree(
  docker: Docker,
  log: Log,
  tempFolder: string,
  { url, builder, secrets, ssh }: GitSource,
): Promise<string> {
  const folder = join(tempFolder, 'git')
  const tree = join(folder, 'tree')
  await mkdir(tree, { recursive: true })
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY --from=tree / /\n')
  const request = {
    ...{ builder, secrets, ssh },
    context: folder,
    dockerfile: join(folder, 'Dockerfile'),
    buildContexts: [['tree', url] satisfies [string, string]],
    outputs: [`type=local,dest=${tree}`],
  }
  const view = { reword: (text: string) => text, isQuiet: true }
  const shown = url.replace(/\/\/[^/@]*@/, '//')
  const build = await runBuild(docker, log, `Fetch ${shown}`, request, view)
  if (build.outcome === 'built') return tree
  throw new UserError(
    'The Git context could not be fetched',
    `${shown}: ${parseBuildError(build.text).message}`,
  )
}
