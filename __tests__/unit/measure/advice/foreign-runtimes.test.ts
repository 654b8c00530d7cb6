import { expect, test } from '@jest/globals'
import { findForeignRuntimes } from '../../../../src/measure/advice/rules/files/foreign-runtimes.ts'
import { published } from '../dotnet/published.ts'
import { documentsOf, filesOf, someFacts, type SomeImage } from './an-image.ts'

const size = (files: readonly { path: string; sizeBytes: number }[], pattern: RegExp) =>
  files.filter(({ path }) => pattern.test(path)).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)

const debian = { 'usr/lib/os-release': 'PRETTY_NAME="Debian"\nVERSION_ID="12"\nID=debian\n' }
const alpine = { 'etc/os-release': 'NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.22.1\n' }

test('counts what a publish for one system does not write', () => {
  const portable = published('portable', 'app')
  const advice = findForeignRuntimes(
    someFacts({
      base: [{ documents: debian }],
      layers: [{ line: 3, files: filesOf(portable.files), documents: documentsOf(portable.documents) }],
    }),
  )
  const kept = size(published('linux-x64', 'app').files, /e_sqlite3/)
  const uncompressedBytes = size(portable.files, /runtimes\//) - kept
  expect(advice).toEqual([
    {
      id: 'foreign-runtimes',
      title:
        '17.85 MB (about 8.92 MB compressed) of files for other systems lie in runtimes/ and are never used on linux/amd64.',
      uncompressedBytes,
      compressedBytes: expect.any(Number),
      evidence: [
        'app/runtimes/win-x64/native/e_sqlite3.dll (1.60 MB)',
        'app/runtimes/osx-x64/native/libe_sqlite3.dylib (1.60 MB)',
        'app/runtimes/osx-arm64/native/libe_sqlite3.dylib (1.55 MB)',
        'app/runtimes/linux-mips64/native/libe_sqlite3.so (1.43 MB)',
        'app/runtimes/win-arm64/native/e_sqlite3.dll (1.38 MB)',
      ],
      place: { file: 'Dockerfile', line: 3 },
      fix: 'In the PropertyGroup of Shop.Web/Shop.Web.csproj:\n<RuntimeIdentifier>linux-x64</RuntimeIdentifier>\n<SelfContained>false</SelfContained>',
      link: 'https://learn.microsoft.com/en-us/dotnet/core/rid-catalog',
    },
  ])
  expect(uncompressedBytes).toBe(17_848_155)
  expect(Math.abs((advice[0]?.compressedBytes ?? 0) - uncompressedBytes / 2)).toBeLessThan(20)
})

/** Which of these identifiers are taken for those of other systems. */
function foreignOf(rids: string[], image: SomeImage, name = 'native/x.so'): string[] {
  const facts = someFacts({
    ...image,
    layers: [{ files: Object.fromEntries(rids.map((rid) => [`app/runtimes/${rid}/${name}`, 200_000])) }],
  })
  return rids.filter((rid) =>
    findForeignRuntimes({
      ...facts,
      applicationFiles: facts.applicationFiles.map((file) =>
        file.path.includes(`/${rid}/`) ? file : { ...file, sizeBytes: 0 },
      ),
    }).some(({ uncompressedBytes }) => uncompressedBytes === 200_000),
  )
}

const rids = [
  'linux',
  'unix',
  'any',
  'win',
  'osx-x64',
  'linux-x64',
  'linux-arm64',
  'linux-musl-x64',
  'alpine-x64',
  'browser-wasm',
]

test.each<{ name: string; image: SomeImage; foreign: string[] }>([
  {
    name: 'Debian on amd64',
    image: { base: [{ documents: debian }] },
    foreign: ['win', 'osx-x64', 'linux-arm64', 'linux-musl-x64', 'alpine-x64', 'browser-wasm'],
  },
  {
    name: 'Alpine on amd64',
    image: { base: [{ documents: alpine }] },
    foreign: ['win', 'osx-x64', 'linux-x64', 'linux-arm64', 'browser-wasm'],
  },
  {
    name: 'an unknown system, where either libc may be the right one',
    image: {},
    foreign: ['win', 'osx-x64', 'linux-arm64', 'browser-wasm'],
  },
  {
    name: 'arm64',
    image: { platform: 'linux/arm64/v8', base: [{ documents: debian }] },
    foreign: ['win', 'osx-x64', 'linux-x64', 'linux-musl-x64', 'alpine-x64', 'browser-wasm'],
  },
  { name: 'an architecture that is not known here', image: { platform: 'linux/constructor' }, foreign: [] },
  { name: 'Windows', image: { platform: 'windows/amd64' }, foreign: [] },
])('knows what is foreign on $name', ({ image, foreign }) => {
  expect(foreignOf(rids, image)).toEqual(foreign)
})

test('keeps on Alpine what is for glibc and has no twin for musl', () => {
  expect(foreignOf(['linux-x64', 'win-x64'], { base: [{ documents: alpine }] })).toEqual(['win-x64'])
})

test('says nothing below 100 kB, or of what a later layer hides', () => {
  expect(
    findForeignRuntimes(someFacts({ layers: [{ files: { 'app/runtimes/win/lib/net8.0/x.dll': 99_999 } }] })),
  ).toEqual([])
  const hidden = someFacts({
    layers: [{ files: { 'app/runtimes/win/lib/net8.0/x.dll': 500_000 } }, { removed: ['app/runtimes/win'] }],
  })
  expect(findForeignRuntimes(hidden)).toEqual([])
})

test('publishes an image of several platforms for the one that is built', () => {
  const dockerfile = [
    'FROM --platform=$BUILDPLATFORM sdk AS build',
    'RUN dotnet restore Shop',
    'RUN npm ci && dotnet publish Shop --no-restore -o /out',
    'FROM aspnet',
    'COPY --from=build /out /app',
  ].join('\n')
  const files = { 'app/runtimes/win-x64/native/x.dll': 500_000 }
  const [advice] = findForeignRuntimes(someFacts({ dockerfile, layers: [{ line: 5, files }] }))
  expect(advice?.fix.split('\n\n')).toEqual([
    'In place of line 2:\nRUN dotnet restore Shop -a $TARGETARCH',
    'In place of line 3:\nRUN npm ci && dotnet publish Shop --no-restore -o /out -a $TARGETARCH --self-contained false',
    'Below line 1:\nARG TARGETARCH',
  ])
})
