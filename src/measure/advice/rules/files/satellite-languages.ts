import type { OwnFile } from '../../../analyze/attribution.ts'
import { type Advice, adviceOnFiles } from '../../advice.ts'
import { fixOf, inFile } from '../../edits.ts'
import { applicationOf, projectFileOf, type ImageFacts } from '../../image-facts.ts'

/**
 * Texts of packages in languages that the team's own projects have none in. Their own ones stay whatever the property says
 * (measured with SDK 10.0.401).
 */
export function findSatelliteLanguages(facts: ImageFacts): Advice[] {
  const satellites = facts.applicationFiles.flatMap((file) => {
    const culture = cultureOf(file)
    return culture === undefined ? [] : [{ file, culture }]
  })
  const wanted = new Set(
    satellites.filter(({ file }) => file.owner.owner.kind === 'project').map(({ culture }) => culture),
  )
  const unwanted = satellites.filter(({ culture }) => !wanted.has(culture))
  const languages = new Set(unwanted.map(({ culture }) => culture)).size
  const kept = [
    'en',
    ...[...wanted].filter((culture) => culture !== 'en' && /^[\w-]+$/.test(culture)).sort(),
  ].join(';')
  return adviceOnFiles(
    facts,
    unwanted.map(({ file }) => file),
    {
      id: 'satellite-languages',
      title: (size) =>
        `${size} are texts of packages in ${languages === 1 ? 'a language' : `${languages} languages`} that the application itself has no texts in.`,
      fix: fixOf(
        'Name the languages that your users read.',
        inFile(`the PropertyGroup of ${applicationOf(facts)?.path ?? projectFileOf(facts)}`, [
          `<SatelliteResourceLanguages>${kept}</SatelliteResourceLanguages>`,
        ]),
      ),
      link: 'https://learn.microsoft.com/en-us/dotnet/core/project-sdk/msbuild-props#satelliteresourcelanguages',
    },
  )
}

function cultureOf({ owner: { trait, owner } }: OwnFile): string | undefined {
  // What an installed SDK or runtime has is no matter of the project.
  return trait.kind === 'satellite' && owner.kind !== 'runtime' ? trait.culture : undefined
}
