import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContextProjects } from './suggest-test-stage.ts'

const skippedFolders = new Set(['bin', 'obj', 'node_modules', '.git', '.vs', 'TestResults'])
const maxFolders = 5_000
const maxProjectBytes = 1024 * 1024

/** What marks a project as one of tests: the test SDK, a framework's package or its own SDK. */
const testMarks =
  /Microsoft\.NET\.Test\.Sdk|IsTestProject>\s*true|IsTestingPlatformApplication>\s*true|MSTest\.Sdk|Include="(?:xunit(?:\.v3)?|NUnit|MSTest|MSTest\.TestFramework|TUnit)"/i

/** Finds solutions and test projects below a build context, nearest to its top first; unreadable folders are passed over. */
export async function findProjects(context: string): Promise<ContextProjects> {
  const found: ContextProjects = { testProjects: [], solutions: [] }
  const folders = ['']
  for (let visited = 0; folders.length > 0 && visited < maxFolders; visited++) {
    const folder = folders.shift() as string
    const entries = await readdir(join(context, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(path)
      else if (entry.isFile() && /\.slnx?$/i.test(entry.name)) found.solutions.push(path)
      else if (
        entry.isFile() &&
        /\.(?:cs|fs|vb)proj$/i.test(entry.name) &&
        (await isTestProject(join(context, path)))
      ) {
        found.testProjects.push(path)
      }
    }
  }
  return found
}

async function isTestProject(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return testMarks.test(text.slice(0, maxProjectBytes))
}
