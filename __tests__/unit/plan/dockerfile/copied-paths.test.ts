import { expect, test } from '@jest/globals'
import { containerPathOf, readCopiedTree } from '../../../../src/plan/dockerfile/copied-paths.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'

/** The tree of the last stage. */
function treeOf(text: string) {
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const stage = dockerfile.stages.at(-1)
  if (stage === undefined) throw new Error('no stage')
  return readCopiedTree(stage)
}

test.each<{ name: string; text: string; workdir: string; copies: [source: string, destination: string][] }>([
  { name: 'the whole context', text: 'WORKDIR /src\nCOPY . .', workdir: '/src', copies: [['', '/src/']] },
  { name: 'the whole context to the root', text: 'COPY . .', workdir: '/', copies: [['', '/']] },
  {
    name: 'a file to a folder',
    text: 'WORKDIR /src\nCOPY Shop/Shop.csproj Shop/',
    workdir: '/src',
    copies: [['Shop/Shop.csproj', '/src/Shop/']],
  },
  {
    name: 'a file to a file',
    text: 'WORKDIR /src\nCOPY Shop/Shop.csproj ./App.csproj',
    workdir: '/src',
    copies: [['Shop/Shop.csproj', '/src/App.csproj']],
  },
  {
    name: 'a file to the working folder by its absolute name',
    text: 'WORKDIR /src\nCOPY Shop.sln /src',
    workdir: '/src',
    copies: [['Shop.sln', '/src/']],
  },
  {
    name: 'several sources',
    text: 'WORKDIR /src\nCOPY a.props b.props ./',
    workdir: '/src',
    copies: [
      ['a.props', '/src/'],
      ['b.props', '/src/'],
    ],
  },
  {
    name: 'the exec form',
    text: 'WORKDIR "/src/My Shop"\nCOPY ["My Shop/a.csproj", "./"]',
    workdir: '/src/My Shop',
    copies: [['My Shop/a.csproj', '/src/My Shop/']],
  },
  {
    name: 'quoted names with spaces',
    text: 'WORKDIR /src\nCOPY "My Shop/" "/src/My Shop/"',
    workdir: '/src',
    copies: [['My Shop', '/src/My Shop/']],
  },
  {
    name: 'working folders that go on from each other',
    text: 'WORKDIR /src\nWORKDIR shop\nWORKDIR ../other/./api\nCOPY . .',
    workdir: '/src/other/api',
    copies: [['', '/src/other/api/']],
  },
  {
    name: 'variables',
    text: 'ARG ROOT=/code\nENV APP="$ROOT/app" X=1\nENV OLD /old form\nWORKDIR $APP\nCOPY src ${ROOT}/src/\nCOPY src "$OLD"',
    workdir: '/code/app',
    copies: [
      ['src', '/code/src/'],
      ['src', '/old form'],
    ],
  },
  {
    name: 'no patterns, unknown variables, addresses or other stages',
    text:
      'WORKDIR /src\nCOPY *.sln ./\nCOPY $WHAT ./\nCOPY src $WHERE\nADD https://example.com/x ./\n' +
      'COPY --from=tools /t /t\nCOPY --parents src/*/*.csproj ./\nCOPY --chown=app src ./src',
    workdir: '/src',
    copies: [['src', '/src/src']],
  },
  {
    name: 'folders and files with those above them, up to a pivot',
    text: 'WORKDIR /src\nCOPY --parents src/a tests/B/b.csproj ./\nCOPY --parents libs/./c/d/ /all/\nCOPY --parents . .',
    workdir: '/src',
    copies: [
      ['src/a', '/src/src/a'],
      ['tests/B/b.csproj', '/src/tests/B/b.csproj'],
      ['libs/c/d', '/all/c/d'],
      ['', '/src'],
    ],
  },
  {
    name: 'no words of a here-document',
    text: 'WORKDIR /src\nCOPY <<EOF nuget.config /src/\ntests/ secret\nEOF\nCOPY src ./',
    workdir: '/src',
    copies: [
      ['nuget.config', '/src/'],
      ['src', '/src/'],
    ],
  },
  {
    name: 'the stages that the last one descends from, and no others',
    text: 'FROM sdk AS build\nWORKDIR /src\nCOPY . .\nFROM sdk AS other\nCOPY . /other\nFROM build\nWORKDIR api',
    workdir: '/src/api',
    copies: [['', '/src/']],
  },
])('follows $name', ({ text, workdir, copies }) => {
  const tree = treeOf(text.startsWith('FROM') ? text : `FROM sdk AS build\n${text}\n`)
  expect({
    workdir: tree.workdir,
    copies: tree.copies.map(({ source, destination }) => [source, destination]),
  }).toEqual({ workdir, copies })
})

test.each<{ name: string; copies: string; path: string; place: string | undefined }>([
  { name: 'a file of the whole context', copies: 'COPY . .', path: 'a/b.csproj', place: '/src/a/b.csproj' },
  {
    name: 'a file that was copied',
    copies: 'COPY a/b.csproj x/',
    path: 'a/b.csproj',
    place: '/src/x/b.csproj',
  },
  {
    name: 'a file with a new name',
    copies: 'COPY a/b.csproj x.csproj',
    path: 'a/b.csproj',
    place: '/src/x.csproj',
  },
  {
    name: 'a file in a copied folder',
    copies: 'COPY a ./z',
    path: 'a/b/c.csproj',
    place: '/src/z/b/c.csproj',
  },
  { name: 'a folder with a similar name', copies: 'COPY a ./z', path: 'ab/c.csproj', place: undefined },
  { name: 'a file that nothing brings', copies: 'COPY src ./src', path: 'tests/a.csproj', place: undefined },
  {
    name: 'the last copy of several',
    copies: 'COPY a/b.csproj old/\nCOPY . ./new',
    path: 'a/b.csproj',
    place: '/src/new/a/b.csproj',
  },
])('knows the place of $name', ({ copies, path, place }) => {
  expect(containerPathOf(treeOf(`FROM sdk\nWORKDIR /src\n${copies}\n`), path)).toBe(place)
})
