import { expect, test } from '@jest/globals'
import { ownersOf, type FileOwner, type Owner } from '../../../../src/measure/dotnet/owners.ts'
import { forms, published } from './published.ts'

const label = (owner: Owner): string => Object.values(owner).join(' ')
const traitLabel = ({ trait }: FileOwner): string => Object.values(trait).join(' ')

/** Bytes by owner, the largest first. */
function bytesByOwner(files: { path: string; sizeBytes: number }[], owners: FileOwner[]): [string, number][] {
  const sums = new Map<string, number>()
  for (const [index, { owner }] of owners.entries())
    sums.set(label(owner), (sums.get(label(owner)) ?? 0) + (files[index]?.sizeBytes ?? 0))
  return [...sums].sort((a, b) => b[1] - a[1])
}

/** Owner and trait by path, for files of one byte. */
function ownersByPath(
  paths: string[],
  documents: { path: string; text: string }[] = [],
): Record<string, string> {
  const owners = ownersOf(
    paths.map((path) => ({ path, sizeBytes: 1 })),
    documents,
  )
  return Object.fromEntries(
    owners.map((one, index): [string, string] => [
      paths[index] ?? '',
      `${label(one.owner)}: ${traitLabel(one)}`,
    ]),
  )
}

test.each<{ form: string; bytes: [string, number][] }>([
  {
    form: 'portable',
    bytes: [
      ['package SQLitePCLRaw.lib.e_sqlite3 2.0.6', 19_043_355],
      ['package Newtonsoft.Json 13.0.3', 712_464],
      ['package System.Configuration.ConfigurationManager 9.0.23', 442_664],
      ['package System.CommandLine 2.0.0', 398_984],
      ['package Humanizer.Core 2.14.1', 355_944],
      ['project Shop.Web', 128_058],
      ['package System.Security.Cryptography.ProtectedData 10.0.0', 40_208],
      ['project Shop.Core', 18_606],
      ['static-web-assets Shop.Web', 138],
    ],
  },
  {
    form: 'self-contained',
    bytes: [
      ['runtime Microsoft.NETCore.App 10.0.12', 82_497_176],
      ['runtime Microsoft.AspNetCore.App 10.0.12', 26_997_896],
      ['package SQLitePCLRaw.lib.e_sqlite3 2.0.6', 1_195_200],
      ['package Newtonsoft.Json 13.0.3', 712_464],
      ['package System.Configuration.ConfigurationManager 9.0.23', 442_664],
      ['package System.CommandLine 2.0.0', 398_984],
      ['package Humanizer.Core 2.14.1', 355_944],
      ['project Shop.Web', 174_563],
      ['package System.Security.Cryptography.ProtectedData 10.0.0', 40_208],
      ['project Shop.Core', 18_606],
      ['static-web-assets Shop.Web', 138],
    ],
  },
  {
    // What lies beside a single file has no name in any list.
    form: 'single-file',
    bytes: [
      ['single-file Shop.Web', 102_639_899],
      ['other', 1_195_326],
      ['static-web-assets Shop.Web', 138],
    ],
  },
  {
    form: 'single-file-small',
    bytes: [
      ['single-file Shop.Web', 2_063_240],
      ['other', 1_195_326],
      ['static-web-assets Shop.Web', 138],
    ],
  },
  { form: 'native-aot', bytes: [['single-file Shop.Aot', 4_188_080]] },
  {
    form: 'worker',
    bytes: [
      ['package Microsoft.Data.SqlClient.SNI.runtime 7.1.2', 1_561_872],
      ['package Newtonsoft.Json 13.0.2', 711_952],
      ['project Shop.Worker', 96_597],
      ['project Shop.Core', 18_606],
    ],
  },
])('knows whom the bytes of the publish $form belong to', ({ form, bytes }) => {
  const { files, documents } = published(form, 'app')
  expect(bytesByOwner(files, ownersOf(files, documents))).toEqual(bytes)
})

test('keeps the applications of two folders apart', () => {
  const [web, worker] = [published('portable', 'app/web'), published('worker', 'app/worker')]
  const owners = ownersOf([...web.files, ...worker.files], [...worker.documents, ...web.documents])
  expect(owners).toEqual([...ownersOf(web.files, web.documents), ...ownersOf(worker.files, worker.documents)])
})

test('gives a file to the first of two applications in one folder that name it', () => {
  const [web, worker] = [published('portable', 'app'), published('worker', 'app')]
  const files = [
    ...web.files,
    ...worker.files.filter(({ path }) => !web.files.some((file) => file.path === path)),
  ]
  const owners = ownersOf(files, [...worker.documents, ...web.documents])
  const ownerOf = (path: string) => owners[files.findIndex((file) => file.path === path)]?.owner
  expect(ownerOf('app/Newtonsoft.Json.dll')).toEqual({
    kind: 'package',
    name: 'Newtonsoft.Json',
    version: '13.0.3',
  })
  expect(ownerOf('app/Shop.Worker.dll')).toEqual({ kind: 'project', name: 'Shop.Worker' })
  expect(ownerOf('app/Shop.Web.pdb')).toEqual({ kind: 'project', name: 'Shop.Web' })
})

test('counts the deps.json of the upper layer where a lower one has another', () => {
  const { files, documents } = published('worker', 'app')
  const old = documents.map(({ path, text }) => ({ path, text: text.replaceAll('13.0.2', '12.0.1') }))
  expect(ownersOf([...files, ...files], [...old, ...documents])).toEqual([
    ...ownersOf(files, documents),
    ...ownersOf(files, documents),
  ])
})

test.each<{ name: string; owners: Record<string, string> }>([
  {
    name: 'what lies beside the application',
    owners: {
      'app/Shop.deps.json': 'project Shop: configuration',
      'app/Shop.runtimeconfig.json': 'project Shop: configuration',
      'app/Shop.dll': 'project Shop: assembly',
      'app/Shop.dll.config': 'project Shop: configuration',
      'app/Shop': 'project Shop: native',
      'app/Shop.exe': 'project Shop: native',
      'app/Shop.pdb': 'project Shop: symbols',
      'app/Shop.xml': 'project Shop: documentation',
      'app/appsettings.json': 'project Shop: configuration',
      'app/appsettings.Production.json': 'project Shop: configuration',
      'app/web.config': 'project Shop: configuration',
      'app/Unlisted.dll': 'other: assembly',
      'app/Unlisted.pdb': 'other: symbols',
      'app/Program.cs': 'other: source',
      'app/libx.so.1.2': 'other: native',
      'app/notes.xml': 'other: other',
      'appsettings.json': 'other: configuration',
    },
  },
  {
    name: 'an application without a deps.json, at the root',
    owners: {
      'Shop.runtimeconfig.json': 'project Shop: configuration',
      'Shop.dll': 'project Shop: assembly',
    },
  },
  {
    name: 'a shared framework that was copied into the image',
    owners: {
      'usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.1/System.Text.Json.dll':
        'runtime Microsoft.NETCore.App 10.0.1: assembly',
      'usr/share/dotnet/shared/Microsoft.NETCore.App/10.0.1/Microsoft.NETCore.App.deps.json':
        'runtime Microsoft.NETCore.App 10.0.1: configuration',
      'opt/dotnet/sdk/10.0.100/MSBuild.dll': 'runtime .NET SDK 10.0.100: assembly',
      'opt/dotnet/packs/Microsoft.NETCore.App.Ref/10.0.0/data/x.xml': 'runtime .NET SDK: other',
      'usr/lib/dotnet/host/fxr/10.0.1/libhostfxr.so': 'runtime .NET host 10.0.1: native',
      'usr/lib/dotnet/dotnet': 'runtime .NET host: other',
    },
  },
  {
    name: 'web assets, those of a package by its name',
    owners: {
      'app/Shop.deps.json': 'project Shop: configuration',
      'app/wwwroot/css/site.css': 'static-web-assets Shop: static-web-asset',
      'app/wwwroot/_content/Shop.Ui/a.dll': 'static-web-assets Shop.Ui: static-web-asset',
      'var/wwwroot/index.html': 'other: other',
    },
  },
  {
    name: 'no program that only may be a single file',
    owners: {
      'app/tool': 'other: other',
      'app/appsettings.json': 'other: configuration',
      'usr/bin/git': 'other: other',
    },
  },
])('knows $name', ({ owners }) => {
  expect(ownersByPath(Object.keys(owners))).toEqual(owners)
})

test.each<{ name: string; beside: string[]; owner: string }>([
  {
    name: 'the only large program beside its settings',
    beside: ['app/appsettings.json'],
    owner: 'single-file Shop.Api',
  },
  { name: 'nothing beside it', beside: [], owner: 'other' },
  { name: 'assemblies beside it', beside: ['app/appsettings.json', 'app/x.dll'], owner: 'other' },
  { name: 'another large program beside it', beside: ['app/appsettings.json', 'app/ffmpeg'], owner: 'other' },
])('takes a large file with $name for: $owner', ({ beside, owner }) => {
  const paths = ['app/Shop.Api', ...beside]
  const [first] = ownersOf(
    paths.map((path) => ({ path, sizeBytes: 5_000_000 })),
    [],
  )
  expect(first && label(first.owner)).toBe(owner)
})

test('ignores a deps.json that is broken, and names that lead elsewhere', () => {
  const text = JSON.stringify({
    runtimeTarget: { name: 't' },
    targets: {
      t: {
        'Evil/1': { runtimeTargets: { '../etc/passwd': { rid: 'linux' }, '/etc/passwd': { rid: 'linux' } } },
      },
    },
    libraries: { 'Evil/1': { type: 'package' } },
  })
  const documents = [
    { path: 'app/Evil.deps.json', text },
    { path: 'app/Broken.deps.json', text: '{' },
    { path: 'etc/os-release', text: 'ID=debian' },
  ]
  expect(ownersByPath(['etc/passwd', '__proto__', 'constructor/x'], documents)).toEqual({
    'etc/passwd': 'other: other',
    ['__proto__']: 'other: other',
    'constructor/x': 'other: other',
  })
})

test.each(forms)('loses no byte of the publish %s, wherever it is put', (form) => {
  for (const place of ['app', 'usr/share/dotnet', 'srv/wwwroot', 'app/runtimes/win/lib/net10.0']) {
    const { files, documents } = published(form, place)
    const sum = bytesByOwner(files, ownersOf(files, documents)).reduce((all, [, bytes]) => all + bytes, 0)
    expect(sum).toBe(files.reduce((all, { sizeBytes }) => all + sizeBytes, 0))
  }
})

test('gives every file of a made-up image exactly one owner', () => {
  const words = [
    'app',
    'wwwroot',
    'runtimes',
    'win-x64',
    'native',
    'de',
    'shared',
    'Shop',
    'Shop.dll',
    'Shop.pdb',
    'Shop.deps.json',
  ]
  let state = 7
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  for (let round = 0; round < 300; round++) {
    const files = Array.from({ length: 1 + next(40) }, () => ({
      path: Array.from({ length: 1 + next(4) }, () => words[next(words.length)]).join('/'),
      sizeBytes: next(3_000_000),
    }))
    const owners = ownersOf(files, [])
    expect(owners).toHaveLength(files.length)
    const sum = bytesByOwner(files, owners).reduce((all, [, bytes]) => all + bytes, 0)
    expect(sum).toBe(files.reduce((all, { sizeBytes }) => all + sizeBytes, 0))
  }
})
