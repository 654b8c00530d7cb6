import { expect, test } from '@jest/globals'
import { parseIgnoreFile, readIgnoreFile } from '../../../../src/plan/dockerfile/dockerignore.ts'
import { makeTempFolder } from '../../temp-folder.ts'

const files = [
  '.hid',
  'a/b/c/t.csproj',
  'src/a.cs',
  'src/bin/o.dll',
  't1.csproj',
  'tests/A.Tests/A.csproj',
  'top.csproj',
  'x y/f',
]

// What a COPY of such a context left out with Docker 28.5.
test.each<{ text: string; ignored: string[] }>([
  { text: '', ignored: [] },
  { text: 'tests', ignored: ['tests/A.Tests/A.csproj'] },
  { text: '/tests/', ignored: ['tests/A.Tests/A.csproj'] },
  { text: 'TESTS', ignored: [] },
  { text: '**/*.csproj', ignored: ['a/b/c/t.csproj', 't1.csproj', 'tests/A.Tests/A.csproj', 'top.csproj'] },
  { text: '*.csproj', ignored: ['t1.csproj', 'top.csproj'] },
  { text: '**/bin', ignored: ['src/bin/o.dll'] },
  { text: '*/bin', ignored: ['src/bin/o.dll'] },
  { text: 'src/**', ignored: ['src/a.cs', 'src/bin/o.dll'] },
  { text: '**/', ignored: files },
  { text: '*\n!src', ignored: files.filter((path) => !path.startsWith('src/')) },
  { text: '! src\n*\n! src', ignored: files.filter((path) => !path.startsWith('src/')) },
  { text: 'tests\n!tests/A.Tests', ignored: [] },
  { text: '!tests\ntests', ignored: ['tests/A.Tests/A.csproj'] },
  { text: '**\n!**/*.csproj', ignored: ['.hid', 'src/a.cs', 'src/bin/o.dll', 'x y/f'] },
  { text: '**/*Tests*', ignored: ['tests/A.Tests/A.csproj'] },
  { text: '# c\r\n  src  \r\n./a/../top.csproj', ignored: ['src/a.cs', 'src/bin/o.dll', 'top.csproj'] },
  { text: 'a/**/t.csproj', ignored: ['a/b/c/t.csproj'] },
  { text: 't?.csproj', ignored: ['t1.csproj'] },
  { text: 't[0-9].csproj', ignored: ['t1.csproj'] },
  { text: '.*', ignored: ['.hid'] },
  { text: 'x y', ignored: ['x y/f'] },
  { text: '\\#x', ignored: [] },
  { text: '[', ignored: [] },
  { text: '[z-a]', ignored: [] },
])('leaves out what $# names: $text', ({ text, ignored }) => {
  expect(files.filter(parseIgnoreFile(text).ruleFor)).toEqual(ignored)
})

test('the ignore file of the Dockerfile itself replaces that of the context', async () => {
  await using context = await makeTempFolder({
    '.dockerignore': 'a',
    'ci/Dockerfile.dockerignore': 'b',
  })
  const ofItself = await readIgnoreFile(context.path, `${context.path}/ci/Dockerfile`)
  const ofContext = await readIgnoreFile(context.path, `${context.path}/Dockerfile`)
  expect([ofItself?.name, ofItself?.ruleFor('a'), ofItself?.ruleFor('b/c')]).toEqual([
    'Dockerfile.dockerignore',
    undefined,
    { line: 1, pattern: 'b' },
  ])
  expect([ofContext?.name, ofContext?.ruleFor('a'), ofContext?.ruleFor('b')]).toEqual([
    '.dockerignore',
    { line: 1, pattern: 'a' },
    undefined,
  ])
})
