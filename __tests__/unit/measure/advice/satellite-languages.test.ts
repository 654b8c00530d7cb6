import { expect, test } from '@jest/globals'
import { findSatelliteLanguages } from '../../../../src/measure/advice/rules/files/publish-output.ts'
import { published } from '../dotnet/published.ts'
import { documentsOf, filesOf, someFacts } from './an-image.ts'

const satelliteBytes = (form: string) =>
  published(form, 'app')
    .files.filter(({ path }) => path.endsWith('.resources.dll'))
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)

test('counts what a publish with one language does not write, without the application’s own language', () => {
  const { files, documents } = published('portable', 'app')
  const [advice, ...others] = findSatelliteLanguages(
    someFacts({ layers: [{ line: 3, files: filesOf(files), documents: documentsOf(documents) }] }),
  )
  const germanOfPackage = 19_016
  expect(advice?.uncompressedBytes).toBe(
    satelliteBytes('portable') - satelliteBytes('english') - germanOfPackage,
  )
  expect(advice).toMatchObject({
    id: 'satellite-languages',
    title:
      '228.38 kB (about 114.19 kB compressed) are texts of packages in 12 languages that the application itself has no texts in.',
    place: { file: 'Dockerfile', line: 3 },
    fix: 'Name the languages that your users read.\n\nIn the PropertyGroup of Shop.Web/Shop.Web.csproj:\n<SatelliteResourceLanguages>en;de</SatelliteResourceLanguages>',
  })
  expect(others).toEqual([])
})

test('says nothing of a publish in one language, nor of an SDK', () => {
  const { files, documents } = published('english', 'app')
  expect(
    findSatelliteLanguages(
      someFacts({ layers: [{ files: filesOf(files), documents: documentsOf(documents) }] }),
    ),
  ).toEqual([])
  const sdk = { 'usr/share/dotnet/sdk/10.0.100/de/MSBuild.resources.dll': 900_000 }
  expect(findSatelliteLanguages(someFacts({ layers: [{ files: sdk }] }))).toEqual([])
})

test('puts no hostile language into the text to paste', () => {
  const text = JSON.stringify({
    runtimeTarget: { name: 't' },
    targets: { t: { 'A/1': { resources: { 'x/A.resources.dll': { locale: 'de' } } } } },
    libraries: { 'A/1': { type: 'project' } },
  })
  const facts = someFacts({
    layers: [
      {
        files: {
          'app/de/A.resources.dll': 1,
          'app/</b>/B.resources.dll': 300_000,
          'app/fr/B.resources.dll': 300_000,
        },
        documents: { 'app/A.deps.json': text },
      },
    ],
  })
  expect(
    findSatelliteLanguages(facts).map(({ uncompressedBytes, fix }) => [
      uncompressedBytes,
      fix.includes('</b>'),
    ]),
  ).toEqual([[300_000, false]])
})
