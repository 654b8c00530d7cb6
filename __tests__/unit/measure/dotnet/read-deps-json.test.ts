import { expect, test } from '@jest/globals'
import { readDepsJson } from '../../../../src/measure/dotnet/json-documents.ts'
import { documentOf, forms, published } from './published.ts'

/** A deps.json of one target with these libraries: their type, and what the target says of them. */
function depsOf(libraries: Record<string, { type: string; target: object }>): string {
  const pick = (of: 'type' | 'target') =>
    Object.fromEntries(
      Object.entries(libraries).map(([id, library]) => [
        id,
        of === 'type' ? { type: library.type } : library.target,
      ]),
    )
  return JSON.stringify({
    runtimeTarget: { name: '.NETCoreApp,Version=v10.0', signature: '' },
    targets: { '.NETCoreApp,Version=v10.0': pick('target') },
    libraries: pick('type'),
  })
}

test('reads the libraries of a portable application with the files that its publish wrote', () => {
  const libraries = readDepsJson(documentOf('portable', 'Shop.Web.deps.json'))
  expect(libraries.map(({ type, name, version, files }) => [type, name, version, files.length])).toEqual([
    ['project', 'Shop.Web', '1.0.0', 1],
    ['package', 'Humanizer.Core', '2.14.1', 1],
    ['package', 'Newtonsoft.Json', '13.0.3', 1],
    ['package', 'SQLitePCLRaw.lib.e_sqlite3', '2.0.6', 15],
    ['package', 'System.CommandLine', '2.0.0', 14],
    ['package', 'System.Configuration.ConfigurationManager', '9.0.23', 1],
    ['package', 'System.Security.Cryptography.ProtectedData', '10.0.0', 1],
    ['project', 'Shop.Core', '1.0.0', 2],
  ])
  expect(libraries.find(({ name }) => name === 'Humanizer.Core')?.files).toEqual([
    { path: 'Humanizer.dll', kind: 'assembly' },
  ])
  expect(libraries.find(({ name }) => name === 'SQLitePCLRaw.lib.e_sqlite3')?.files[0]).toEqual({
    path: 'runtimes/alpine-x64/native/libe_sqlite3.so',
    kind: 'native',
  })
  expect(libraries.find(({ name }) => name === 'Shop.Core')?.files).toEqual([
    { path: 'Shop.Core.dll', kind: 'assembly' },
    { path: 'de/Shop.Core.resources.dll', kind: 'satellite' },
  ])
})

test('finds a native file beside the application once it is published for one system', () => {
  const libraries = readDepsJson(documentOf('linux-x64', 'Shop.Web.deps.json'))
  expect(libraries.find(({ name }) => name === 'SQLitePCLRaw.lib.e_sqlite3')?.files).toEqual([
    { path: 'libe_sqlite3.so', kind: 'native' },
  ])
})

test('reads the runtime packs of a self-contained application', () => {
  const libraries = readDepsJson(documentOf('self-contained', 'Shop.Web.deps.json'))
  expect(
    libraries.filter(({ type }) => type === 'runtimepack').map(({ name, files }) => [name, files.length]),
  ).toEqual([
    ['runtimepack.Microsoft.NETCore.App.Runtime.linux-x64', 187],
    ['runtimepack.Microsoft.AspNetCore.App.Runtime.linux-x64', 141],
  ])
})

test.each(forms)('names no file that the publish %s did not write', (form) => {
  const { files, documents } = published(form, 'app')
  const written = new Set(files.map(({ path }) => path))
  const named = documents.flatMap(({ text }) => readDepsJson(text)).flatMap((library) => library.files)
  expect(named.filter(({ path }) => !written.has(`app/${path}`))).toEqual([])
})

test.each<{ name: string; type: string; target: object; paths: string[] | undefined }>([
  {
    name: 'nothing for a library of the compiler',
    type: 'package',
    target: { compileOnly: true },
    paths: undefined,
  },
  { name: 'nothing for a reference assembly', type: 'referenceassembly', target: {}, paths: undefined },
  {
    name: 'the place that a file says it has (localPath, .NET 10)',
    type: 'package',
    target: { runtime: { 'lib/net10.0/A.dll': { localPath: 'plugins/A.dll' } } },
    paths: ['plugins/A.dll'],
  },
  {
    name: 'no file for NuGet’s mark of an empty folder',
    type: 'package',
    target: {
      runtime: { 'lib/net10.0/_._': {} },
      runtimeTargets: { 'runtimes/win/lib/net10.0/_._': { rid: 'win' } },
    },
    paths: [],
  },
  {
    name: 'a referenced file',
    type: 'reference',
    target: { runtime: { 'Old.dll': { assemblyVersion: '1.0.0.0' } } },
    paths: ['Old.dll'],
  },
])('gives $name', ({ type, target, paths }) => {
  const [library] = readDepsJson(depsOf({ 'A/1.0.0': { type, target } }))
  expect(library?.files.map(({ path }) => path)).toEqual(paths)
})

test.each<{ name: string; text: string }>([
  { name: 'no JSON', text: '{' },
  { name: 'an empty text', text: '' },
  { name: 'another type', text: '[]' },
  { name: 'a deep nest', text: '['.repeat(200_000) },
  { name: 'a target that is none', text: '{"runtimeTarget":{"name":"x"},"targets":{"x":7},"libraries":{}}' },
  { name: 'a target that is not there', text: '{"runtimeTarget":{"name":"y"},"targets":{},"libraries":{}}' },
  {
    name: 'the name of an inherited property',
    text: '{"runtimeTarget":{"name":"constructor"},"targets":{},"libraries":{}}',
  },
  { name: 'a library without a version', text: depsOf({ A: { type: 'package', target: {} } }) },
  {
    name: 'a path that is none',
    text: depsOf({ 'A/1': { type: 'package', target: { runtime: ['a.dll'] } } }),
  },
  {
    name: 'more than 4 MiB',
    text: `${depsOf({ 'A/1': { type: 'package', target: {} } })}${' '.repeat(4 * 1024 * 1024)}`,
  },
  {
    name: 'more files than a record lists',
    text: depsOf({
      'A/1': {
        type: 'package',
        target: { runtime: Object.fromEntries(Array.from({ length: 50_001 }, (_, i) => [`${i}.dll`, {}])) },
      },
    }),
  },
])('ignores a text with $name', ({ text }) => {
  expect(readDepsJson(text)).toEqual([])
})

test('lets no text change what objects inherit', () => {
  const text =
    '{"runtimeTarget":{"name":"x"},"targets":{"x":{"A/1":{"runtime":{"__proto__":{"polluted":true}}},"__proto__":{"polluted":{}}}},' +
    '"libraries":{"A/1":{"type":"package"},"__proto__":{"type":"package"}}}'
  expect(readDepsJson(text)).toEqual([{ type: 'package', name: 'A', version: '1', files: [] }])
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
