import type { OwnFile } from '../../../analyze/attribution.ts'
import { type Advice, adviceOnFiles } from '../../advice.ts'
import { commandsInPlace, wordsFor } from '../../command-edits.ts'
import { fixOf, inProject } from '../../edits.ts'
import type { ImageFacts } from '../../image-facts.ts'

/** Debug symbols in the image. */
export function findSymbols(facts: ImageFacts): Advice[] {
  const files = facts.applicationFiles.filter(({ owner }) => owner.trait.kind === 'symbols')
  const isNative = files.length > 0 && files.every(({ path }) => path.endsWith('.dbg'))
  return adviceOnFiles(facts, files, {
    id: 'symbols',
    title: (size) => `${size} of debug symbols are in the image.`,
    fix: isNative
      ? fixOf(
          'Keep the symbols out of what is published; keep them elsewhere to read crash dumps.',
          inProject(
            facts,
            '<CopyOutputSymbolsToPublishDirectory>false</CopyOutputSymbolsToPublishDirectory>',
          ),
        )
      : fixOf('Publish without symbols, if stack traces may do without line numbers.', withoutSymbols(facts)),
    link: isNative
      ? 'https://learn.microsoft.com/en-us/dotnet/core/deploying/native-aot/'
      : 'https://learn.microsoft.com/en-us/dotnet/csharp/language-reference/compiler-options/code-generation',
  })
}

function withoutSymbols(facts: ImageFacts): string {
  const { dockerfile, commands, publish } = facts
  if (publish === undefined) return inProject(facts, '<DebugType>none</DebugType>')
  // What was built with symbols is published with them.
  const writers = commands.filter((one) => one === publish || one.verb === 'build')
  return commandsInPlace(
    dockerfile,
    writers.map((command) => ({ command, words: [...command.words, '-p:DebugType=none'] })),
  )
}

/** Texts of packages in languages that the team's own projects have none in. Their own ones stay whatever the property says (SDK 10.0.401). */
export function findSatelliteLanguages(facts: ImageFacts): Advice[] {
  const { files, wanted } = unwantedTexts(facts)
  const languages = new Set(files.map(languageOf)).size
  const others = [...wanted].filter((culture) => culture !== 'en' && /^[\w-]+$/.test(culture)).sort()
  return adviceOnFiles(facts, files, {
    id: 'satellite-languages',
    title: (size) =>
      `${size} are texts of packages in ${languages === 1 ? 'a language' : `${languages} languages`} that the application itself has no texts in.`,
    fix: fixOf(
      'Name the languages that your users read.',
      inProject(
        facts,
        `<SatelliteResourceLanguages>${['en', ...others].join(';')}</SatelliteResourceLanguages>`,
      ),
    ),
    link: 'https://learn.microsoft.com/en-us/dotnet/core/project-sdk/msbuild-props#satelliteresourcelanguages',
  })
}

/** The texts that `findSatelliteLanguages` has taken out, and the languages of the team's own ones. */
export function unwantedTexts({ applicationFiles }: ImageFacts): {
  files: OwnFile[]
  wanted: ReadonlySet<string>
} {
  const texts = applicationFiles.filter((file) => languageOf(file) !== '')
  const own = texts.filter(({ owner }) => owner.owner.kind === 'project')
  const wanted = new Set(own.map(languageOf))
  // What an installed SDK or runtime has is no matter of the project.
  const others = texts.filter(({ owner }) => owner.owner.kind !== 'runtime')
  return { files: others.filter((file) => !wanted.has(languageOf(file))), wanted }
}

/** The language of texts; empty for any other file. */
function languageOf({ owner: { trait } }: OwnFile): string {
  return trait.kind === 'satellite' ? trait.culture : ''
}

/** File names that only test frameworks, their runners and coverage collectors bring. */
const testFile =
  /(?:^|\/)(?:xunit\.[^/]*|testhost(?:\.x86)?|Microsoft\.TestPlatform\.[^/]*|Microsoft\.VisualStudio\.(?:TestPlatform|TestTools|CodeCoverage|TraceDataCollector)[^/]*|Microsoft\.Testing\.[^/]*|Microsoft\.CodeCoverage[^/]*|MSTest\.[^/]*|nunit[^/]*|TUnit[^/]*|coverlet\.[^/]*)\.(?:dll|exe)$|(?:^|\/)CodeCoverage\/|(?:^|\/)(?:lib|Microsoft)(?:InstrumentationEngine|CoverageInstrumentationMethod)[^/]*$/i
const testPackage =
  /^(?:xunit|nunit|mstest|tunit|coverlet\.|microsoft\.(?:net\.test\.sdk|testplatform|testing\.|codecoverage))/i

/** Test frameworks and their runners in the image. */
export function findTestAssemblies(facts: ImageFacts): Advice[] {
  const files = facts.applicationFiles.filter(
    ({ path, owner: { owner } }) =>
      testFile.test(path) || (owner.kind === 'package' && testPackage.test(owner.name)),
  )
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
function publishApplication({ dockerfile, publish, application, projectFile }: ImageFacts): string {
  const words = publish && application && wordsFor(publish, application.path)
  return publish === undefined || words === undefined
    ? `RUN dotnet publish ${projectFile} -c Release -o /app/publish`
    : commandsInPlace(dockerfile, [{ command: publish, words }])
}
