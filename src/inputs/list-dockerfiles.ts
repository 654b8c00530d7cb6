import { readFile, stat } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { walkFiles } from '../shared/files/walk-files.ts'

/** A Dockerfile of the workspace; paths are relative to it, with `/`. */
export interface FoundDockerfile {
  file: string
  /** The folder that its COPY lines begin from, as far as they tell; `.` is the workspace. */
  context: string
}

const maxFolders = 2_000
const dockerfileName = /^(?:dockerfile(?:[._-][\w.-]+)?|[\w.-]+\.dockerfile)$/i
const otherEnding = /\.(?:dockerignore|md|txt|sh|ps1|cs|json|ya?ml|template|j2)$/i

/**
 * Lists the Dockerfiles of a workspace, those with .NET first, else nearest to the top first; what comes after 2,000 folders is not looked at.
 */
export async function listDockerfiles(workspace: string): Promise<FoundDockerfile[]> {
  const found: string[] = []
  for await (const path of walkFiles(workspace, { maxFolders })) {
    const name = posix.basename(path)
    if (dockerfileName.test(name) && !otherEnding.test(name)) found.push(path)
  }
  const read = await Promise.all(
    found.map(async (file) => {
      const text = await readFile(join(workspace, file), 'utf8').catch(() => '')
      return { file, context: await contextOf(workspace, file, text), isDotnet: /dotnet/i.test(text) }
    }),
  )
  return [...read.filter(({ isDotnet }) => isDotnet), ...read.filter(({ isDotnet }) => !isDotnet)].map(
    ({ file, context }) => ({ file, context }),
  )
}

/** The highest folder, at the Dockerfile or above it, that has most of what its COPY lines name. */
async function contextOf(workspace: string, file: string, text: string): Promise<string> {
  const sources = [...text.matchAll(/^\s*COPY\s+(?!--from)(?:--\S+\s+)*(.+)$/gim)]
    .flatMap(([, words = '']) =>
      words
        .replace(/[[\]",]/g, ' ')
        .trim()
        .split(/\s+/)
        .slice(0, -1),
    )
    .filter((path) => path !== '.' && path !== './' && !/[*?$]/.test(path))
  let best = { folder: '.', count: 0 }
  const above = [dirname(file)]
  while (above[0] !== '.') above.unshift(dirname(above[0] ?? '.'))
  for (const folder of above) {
    const there = await Promise.all(
      sources.map((path) =>
        stat(join(workspace, folder, path)).then(
          () => true,
          () => false,
        ),
      ),
    )
    const count = there.filter(Boolean).length
    if (count > best.count) best = { folder, count }
  }
  return best.folder
}

const maxListed = 8

/** Dockerfiles as the inputs that choose them, one a line. */
export function describeDockerfiles(found: readonly FoundDockerfile[]): string {
  const lines = found
    .slice(0, maxListed)
    .map(({ file, context }) => `file: ${file}${context === '.' ? '' : `, context: ${context}`}`)
  const left = found.length - lines.length
  return [...lines, ...(left > 0 ? [`and ${left} more`] : [])].map((line) => `  ${line}`).join('\n')
}
