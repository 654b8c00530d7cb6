import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { contextPathOf, readCopiedTree } from '../../../../src/plan/dockerfile/copied-paths.ts'

function pathOf(copies: string, containerPath: string, files: string[]): string | undefined {
  const dockerfile = parseDockerfile(`FROM sdk AS build\nWORKDIR /src\n${copies}\n`, 'Dockerfile', [])
  const trees = dockerfile.stages.map((stage) => readCopiedTree(stage))
  return contextPathOf(trees, containerPath, (path, isFolder) =>
    isFolder ? files.some((file) => file.startsWith(`${path}/`)) : files.includes(path),
  )
}

test.each<{ name: string; copies: string; place: string; files: string[]; path: string | undefined }>([
  { name: 'the whole context', copies: 'COPY . .', place: '/src/a/B.cs', files: ['a/B.cs'], path: 'a/B.cs' },
  {
    name: 'a folder',
    copies: 'COPY src/a ./a',
    place: '/src/a/B.cs',
    files: ['src/a/B.cs'],
    path: 'src/a/B.cs',
  },
  { name: 'a folder, flat', copies: 'COPY src .', place: '/src/B.cs', files: ['src/B.cs'], path: 'src/B.cs' },
  { name: 'a file', copies: 'COPY a/B.cs c/', place: '/src/c/B.cs', files: ['a/B.cs'], path: 'a/B.cs' },
  {
    name: 'a file with a new name',
    copies: 'COPY a/B.cs C.cs',
    place: '/src/C.cs',
    files: ['a/B.cs'],
    path: 'a/B.cs',
  },
  {
    name: 'no file for the folder that it was put into',
    copies: 'COPY a/B.csproj c/',
    place: '/src/c',
    files: ['a/B.csproj'],
    path: undefined,
  },
  { name: 'a folder as a whole', copies: 'COPY a c/', place: '/src/c', files: ['a/B.cs'], path: 'a' },
  {
    name: 'a path with dots',
    copies: 'COPY . .',
    place: '/src/x/../a/B.cs',
    files: ['a/B.cs'],
    path: 'a/B.cs',
  },
  {
    name: 'a path that climbs out of the checkout',
    copies: 'COPY . .',
    place: '/src/../../etc/x.cs',
    files: ['../../etc/x.cs', '../etc/x.cs', 'etc/x.cs'],
    path: undefined,
  },
  {
    name: 'the last of several copies',
    copies: 'COPY old .\nCOPY new .',
    place: '/src/B.cs',
    files: ['old/B.cs', 'new/B.cs'],
    path: 'new/B.cs',
  },
  {
    name: 'the one of several copies that has it',
    copies: 'COPY old .\nCOPY new .',
    place: '/src/B.cs',
    files: ['old/B.cs'],
    path: 'old/B.cs',
  },
  {
    name: 'nothing for a file that is not there',
    copies: 'COPY . .',
    place: '/src/a/B.cs',
    files: [],
    path: undefined,
  },
  {
    name: 'nothing for a place elsewhere',
    copies: 'COPY . .',
    place: '/app/B.cs',
    files: ['B.cs'],
    path: undefined,
  },
  {
    name: 'nothing for a path that leaves',
    copies: 'COPY . .',
    place: '/src/../etc/passwd',
    files: ['etc/passwd'],
    path: undefined,
  },
])('finds what a COPY brought: $name', ({ copies, place, files, path }) => {
  expect(pathOf(copies, place, files)).toBe(path)
})
