import { expect, test } from '@jest/globals'
import { adviseOn } from '../../../../src/measure/advice/advise-on.ts'
import { published } from '../dotnet/published.ts'
import { anInput, documentsOf, filesOf } from './an-image.ts'

test('has nothing to say of an image that is as it should be', () => {
  const { files, documents } = published('linux-x64', 'app')
  const shared = ['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App'].map((name): [string, number] => [
    `usr/share/dotnet/shared/${name}/10.0.1/${name}.dll`,
    1_000_000,
  ])
  const noLanguages = files.filter(({ path }) => !path.endsWith('.resources.dll'))
  const input = anInput({
    base: [
      { files: Object.fromEntries(shared), documents: { 'etc/os-release': 'ID=ubuntu\nVERSION_ID="24.04"' } },
    ],
    layers: [{ line: 3, files: filesOf(noLanguages), documents: documentsOf(documents) }],
    contextBytes: 3_000_000,
  })
  expect(adviseOn(input)).toEqual([])
})

const everything = () => {
  const { files, documents } = published('portable', 'app')
  return anInput({
    dockerfile: [
      'FROM mcr.microsoft.com/dotnet/sdk:6.0 AS build',
      'COPY . .',
      'RUN dotnet build -o /out',
      'FROM mcr.microsoft.com/dotnet/runtime:6.0',
      'COPY --from=build /out /app',
      'RUN apt-get update',
    ].join('\n'),
    baseName: 'mcr.microsoft.com/dotnet/runtime:6.0',
    base: [{ isUnlisted: true }],
    layers: [
      {
        line: 5,
        files: { ...filesOf(files), 'app/.git/objects/x': 200_000 },
        documents: documentsOf(documents),
      },
      { line: 6, files: { 'var/lib/apt/lists/x': 9_000_000 } },
    ],
    user: '',
    leftovers: ['.git'],
    contextBytes: 8_000_000,
  })
}

test('says first that the container can not start, then what is worth most, then what has no bytes', () => {
  expect(adviseOn(everything()).map(({ id, uncompressedBytes }) => [id, uncompressedBytes])).toEqual([
    ['missing-framework', undefined],
    ['foreign-runtimes', 15_491_403],
    ['apt-package-lists', 9_000_000],
    ['satellite-languages', 228_384],
    ['git-history', 200_000],
    ['dotnet-out-of-support', undefined],
    ['root-user', undefined],
    ['no-dockerignore', undefined],
    ['debug-configuration', undefined],
    ['restore-order', undefined],
  ])
})

test('has for each advice a line, a text to paste and a page of the vendor, and never more than five signs', () => {
  for (const advice of adviseOn(everything())) {
    expect(advice.place).toEqual({ file: 'Dockerfile', line: expect.any(Number) })
    expect(advice.fix).not.toBe('')
    expect(advice.evidence.length).toBeLessThanOrEqual(5)
    expect(new URL(advice.link).host).toMatch(/^(?:learn\.microsoft\.com|docs\.docker\.com)$/)
    expect(advice.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(advice.title.endsWith('.')).toBe(true)
  }
})

test('does not mind hostile names, nor an image without any list', () => {
  const names = [
    '__proto__',
    '../../etc/passwd',
    'app/\u001b[31m\n.pdb',
    'app/`$(x)`.git/objects/y',
    'app/constructor.deps.json',
  ]
  const input = anInput({
    layers: [{ files: Object.fromEntries(names.map((name): [string, number] => [name, 200_000])) }],
  })
  expect(adviseOn(input).map(({ id }) => id)).toEqual(['symbols'])
  expect(adviseOn(anInput({ base: [{ isUnlisted: true }], layers: [{ isUnlisted: true }] }))).toEqual([])
  expect(adviseOn(anInput({ base: [], layers: [], dockerfile: 'FROM scratch', user: '1' }))).toEqual([])
})
