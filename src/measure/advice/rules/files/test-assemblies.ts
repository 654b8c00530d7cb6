import type { OwnFile } from '../../../analyze/attribution.ts'
import { type Advice, adviceOnFiles } from '../../advice.ts'
import { publishOf } from '../../../../plan/projects/published.ts'
import { commandsInPlace, wordsFor } from '../../command-edits.ts'
import { fixOf } from '../../edits.ts'
import { applicationOf, projectFileOf, type ImageFacts } from '../../image-facts.ts'

/** File names that only test frameworks, their runners and coverage collectors bring. */
const testFile =
  /(?:^|\/)(?:xunit\.[^/]*|testhost(?:\.x86)?|Microsoft\.TestPlatform\.[^/]*|Microsoft\.VisualStudio\.(?:TestPlatform|TestTools|CodeCoverage|TraceDataCollector)[^/]*|Microsoft\.Testing\.[^/]*|Microsoft\.CodeCoverage[^/]*|MSTest\.[^/]*|nunit[^/]*|TUnit[^/]*|coverlet\.[^/]*)\.(?:dll|exe)$|(?:^|\/)CodeCoverage\/|(?:^|\/)(?:lib|Microsoft)(?:InstrumentationEngine|CoverageInstrumentationMethod)[^/]*$/i
const testPackage =
  /^(?:xunit|nunit|mstest|tunit|coverlet\.|microsoft\.(?:net\.test\.sdk|testplatform|testing\.|codecoverage))/i

/** Test frameworks and their runners in the image. */
export function findTestAssemblies(facts: ImageFacts): Advice[] {
  const files = facts.applicationFiles.filter((file) => testFile.test(file.path) || isOfTestPackage(file))
  return adviceOnFiles(facts, files, {
    id: 'test-assemblies',
    title: (size) => `${size} of test frameworks and test runners are in the image.`,
    fix: fixOf(
      "Publish the application's project and not the solution or a test project.",
      publishApplication(facts),
    ),
    link: 'https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-publish',
  })
}

/** The team's own command with the application's project in it. */
function publishApplication(facts: ImageFacts): string {
  const { dockerfile, final } = facts
  const publish = publishOf(dockerfile, final)
  const application = applicationOf(facts)
  const words = publish && application && wordsFor(dockerfile, publish, application.path)
  return publish === undefined || words === undefined
    ? `RUN dotnet publish ${application?.path ?? projectFileOf(facts)} -c Release -o /app/publish`
    : commandsInPlace(dockerfile, [{ command: publish, words }])
}

function isOfTestPackage({ owner: { owner } }: OwnFile): boolean {
  return owner.kind === 'package' && testPackage.test(owner.name)
}
