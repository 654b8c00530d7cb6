import type { OwnFile } from '../../../analyze/attribution.ts'
import type { Advice } from '../../advice.ts'
import { adviceOnFiles } from '../../advice-on-files.ts'
import { projectFileOf, type ImageFacts } from '../../image-facts.ts'

/** File names that only test frameworks, their runners and coverage collectors bring. */
const testFile =
  /(?:^|\/)(?:xunit\.[^/]*|testhost(?:\.x86)?|Microsoft\.TestPlatform\.[^/]*|Microsoft\.VisualStudio\.(?:TestPlatform|TestTools|CodeCoverage|TraceDataCollector)[^/]*|Microsoft\.Testing\.[^/]*|Microsoft\.CodeCoverage[^/]*|MSTest\.[^/]*|nunit[^/]*|TUnit[^/]*|coverlet\.[^/]*)\.(?:dll|exe)$|(?:^|\/)CodeCoverage\/|(?:^|\/)(?:lib|Microsoft)(?:InstrumentationEngine|CoverageInstrumentationMethod)[^/]*$/i
const testPackage =
  /^(?:xunit|nunit|mstest|tunit|coverlet\.|microsoft\.(?:net\.test\.sdk|testplatform|testing\.|codecoverage))/i

/** Test frameworks and their runners in the image. */
export function findTestAssemblies(facts: ImageFacts): Advice[] {
  const files = facts.visibleFiles.filter((file) => testFile.test(file.path) || isOfTestPackage(file))
  return adviceOnFiles(facts, files, {
    id: 'test-assemblies',
    title: (size) => `${size} of test frameworks and test runners are in the image.`,
    fix: `Publish the application's project and not the solution or a test project:\nRUN dotnet publish ${projectFileOf(facts)} -c Release -o /app/publish`,
    link: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-publish',
  })
}

function isOfTestPackage({ owner: { owner } }: OwnFile): boolean {
  return owner.kind === 'package' && testPackage.test(owner.name)
}
