import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestHabits } from '../instrument/result-strategy.ts'

/** What the folder of the build context has for tests; paths are relative to it, with `/`. */
export interface ContextProjects {
  testProjects: string[]
  /** Test projects that the ignore file keeps out of the build; they count for nothing else. */
  ignoredTestProjects: string[]
  solutions: string[]
  habits: TestHabits
}

const skippedFolders = new Set(['bin', 'obj', 'node_modules', '.git', '.vs', 'TestResults'])
const maxFolders = 5_000
const maxProjectLength = 1024 * 1024

/** What marks a project as one of tests: the test SDK, a framework's package or its own SDK. */
const testMarks =
  /Microsoft\.NET\.Test\.Sdk|IsTestProject>\s*true|IsTestingPlatformApplication>\s*true|MSTest\.Sdk|Include="(?:xunit(?:\.v3)?|NUnit|MSTest|MSTest\.TestFramework|TUnit)"/i

/** Finds solutions and test projects below a build context, nearest to its top first; unreadable folders are passed over. */
export async function findProjects(
  context: string,
  isIgnored: (path: string) => boolean,
): Promise<ContextProjects> {
  const testProjects: string[] = []
  const ignoredTestProjects: string[] = []
  const solutions: string[] = []
  const testTexts: string[] = []
  const allTexts: string[] = []
  const folders = ['']
  for (let visited = 0; folders.length > 0 && visited < maxFolders; visited++) {
    const folder = folders.shift() as string
    const entries = await readdir(join(context, folder), { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(path)
      if (!entry.isFile()) continue
      const isLeftOut = isIgnored(path)
      if (/\.slnx?$/i.test(entry.name) && !isLeftOut) solutions.push(path)
      if (!/\.(?:cs|fs|vb)proj$|^Directory\.\w+\.(?:props|targets)$|\.runsettings$/i.test(entry.name))
        continue
      const text = (await readFile(join(context, path), 'utf8').catch(() => '')).slice(0, maxProjectLength)
      const isTestProject = /proj$/i.test(entry.name) && testMarks.test(text)
      if (isLeftOut) {
        if (isTestProject) ignoredTestProjects.push(path)
        continue
      }
      allTexts.push(text)
      if (isTestProject) {
        testProjects.push(path)
        testTexts.push(text)
      }
    }
  }
  return { testProjects, ignoredTestProjects, solutions, habits: readHabits(testTexts, allTexts) }
}

function readHabits(testTexts: readonly string[], allTexts: readonly string[]): TestHabits {
  const options = new Set(testTexts.map(platformReportOptionOf))
  const [only] = options
  return {
    hasOwnRunSettings: allTexts.some((text) => text.includes('<RunSettingsFilePath>')),
    hasOwnLogger: allTexts.some((text) => /<VSTestLogger>|<VSTestResultsDirectory>|<Logger\s/.test(text)),
    // An option that one project does not know fails its whole run, so all of them must know the same.
    platformReportOption: options.size === 1 ? only : undefined,
    ...(testTexts.length > 0 && testTexts.every(isOnPlatform)
      ? { platformCoverage: testTexts.every((text) => platformCoverage.test(text)) }
      : {}),
    executablesKnowOption: only === '--report-trx' || testTexts.every(runsOnPlatform),
  }
}

/** Packages and an SDK that bring Microsoft.Testing.Platform's coverage along. */
const platformCoverage =
  /Microsoft\.Testing\.Extensions\.CodeCoverage|Include="(?:MSTest|TUnit)"|Sdk="MSTest\.Sdk/i

/** Whether a test project says that it runs on Microsoft.Testing.Platform. */
function isOnPlatform(text: string): boolean {
  return (
    runsOnPlatform(text) ||
    /<Enable(?:MSTest|NUnit)Runner>\s*true|<TestingPlatformDotnetTestSupport>\s*true|Include="TUnit"|Sdk="MSTest\.Sdk|Microsoft\.Testing\.Extensions\./i.test(
      text,
    )
  )
}

/** Whether a test project of xunit 3 has Microsoft.Testing.Platform as its runner also when it is started by itself. */
function runsOnPlatform(text: string): boolean {
  return /<UseMicrosoftTestingPlatformRunner>\s*true/i.test(text)
}

/** The TRX option of Microsoft.Testing.Platform that a test project surely knows, by its references. */
function platformReportOptionOf(text: string): TestHabits['platformReportOption'] {
  if (/Include="xunit\.v3(?:\.\w+)*"/i.test(text)) return '--report-xunit-trx'
  return /Microsoft\.Testing\.Extensions\.TrxReport|Include="(?:MSTest|TUnit)"|Sdk="MSTest\.Sdk/i.test(text)
    ? '--report-trx'
    : undefined
}
