import { expect, test } from '@jest/globals'
import { findRestoreOrder } from '../../../../src/measure/advice/rules/steps/repeated-restores.ts'
import { repositoryOf, projectFile, testProject, webProject } from '../../plan/some-repository.ts'
import { documentOf } from '../dotnet/published.ts'
import { someFacts } from './an-image.ts'

const from = (lines: string) =>
  `FROM sdk AS build\nWORKDIR /src\n${lines}\nFROM aspnet\nCOPY --from=build /out /app`

test('says what to copy first', () => {
  const dockerfile = from('COPY . .\nRUN dotnet publish ./src/Shop/Shop.csproj -c Release -o /out')
  expect(findRestoreOrder(someFacts({ dockerfile }))).toEqual([
    {
      id: 'restore-order',
      title:
        'Every change of a source file restores all packages again, since line 3 copies everything before line 4 restores.',
      uncompressedBytes: undefined,
      compressedBytes: undefined,
      evidence: ['Dockerfile:3 COPY . .', 'Dockerfile:4 dotnet publish'],
      place: { file: 'Dockerfile', line: 3 },
      fix:
        'Copy the project files first, one line for each project that is referenced:\n' +
        'COPY src/Shop/Shop.csproj src/Shop/\nRUN dotnet restore src/Shop/Shop.csproj\nCOPY . .',
      link: 'https://docs.docker.com/build/cache/optimize/',
    },
  ])
})

test('takes the name of the application for a project that no command names', () => {
  const config = 'app/Shop.Web.runtimeconfig.json'
  const layers = [
    {
      files: { [config]: 400 },
      documents: { [config]: documentOf('portable', 'Shop.Web.runtimeconfig.json') },
    },
  ]
  const [advice] = findRestoreOrder(someFacts({ dockerfile: from('COPY . .\nRUN dotnet restore'), layers }))
  expect(advice?.fix).toContain(
    'COPY Shop.Web/Shop.Web.csproj Shop.Web/\nRUN dotnet restore Shop.Web/Shop.Web.csproj\nCOPY . .',
  )
})

test.each<{ name: string; dockerfile: string; places: number[] }>([
  {
    name: 'a restore between',
    dockerfile: from('COPY Shop.csproj .\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish -o /out'),
    places: [],
  },
  {
    name: 'a build that does not restore',
    dockerfile: from('COPY . .\nRUN dotnet build --no-restore'),
    places: [],
  },
  {
    name: 'packages in a cache mount',
    dockerfile: from('COPY . .\nRUN --mount=type=cache,target=/root/.nuget/packages dotnet restore'),
    places: [],
  },
  {
    name: 'projects alone',
    dockerfile: from('COPY --parents **/*.csproj ./\nRUN dotnet restore\nCOPY . .'),
    places: [],
  },
  {
    name: 'a stage that the image is not built from',
    dockerfile: 'FROM sdk AS test\nCOPY . .\nRUN dotnet test\nFROM aspnet\nCOPY app /app',
    places: [],
  },
  {
    name: 'two stages that descend from the same one, once',
    dockerfile:
      'FROM sdk AS build\nCOPY . .\nRUN dotnet restore\nFROM build AS publish\nRUN dotnet publish -o /out\nFROM aspnet\nCOPY --from=build /a /a\nCOPY --from=publish /out /app',
    places: [2],
  },
  {
    name: 'a copy in the stage above',
    dockerfile:
      'FROM sdk AS source\nCOPY ./ /src\nFROM source AS build\nRUN cd /src && dotnet restore\nFROM aspnet\nCOPY --from=build /out /app',
    places: [2],
  },
])('looks at $name', ({ dockerfile, places }) => {
  expect(findRestoreOrder(someFacts({ dockerfile })).map(({ place }) => place?.line)).toEqual(places)
})

test('tells how often packages were restored anew, where earlier builds told', () => {
  const facts = someFacts({
    dockerfile: 'FROM sdk AS build\nCOPY . .\nRUN dotnet restore\nFROM aspnet\nCOPY --from=build /app .\n',
  })
  const point = { createdAt: '2026-03-01T00:00:00.000Z', compressedBytes: 1, uncompressedBytes: 1 }
  const history = [
    point,
    { ...point, isRestoreCached: false },
    { ...point, isRestoreCached: true },
    { ...point, isRestoreCached: false },
  ]
  const [advice] = findRestoreOrder({
    ...facts,
    record: { ...facts.record, history, isRestoreCached: false },
  })
  expect(advice?.title).toMatch(/ Of the last 4 builds, 3 restored them anew\.$/)
})

const files = {
  'Shop.slnx':
    '<Solution><Project Path="src/Web/Web.csproj" /><Project Path="tests/Web.Tests/Web.Tests.csproj" /></Solution>',
  'Directory.Packages.props': '<Project />',
  'src/Web/Web.csproj': webProject('../Core/Core.csproj'),
  'src/Core/Core.csproj': projectFile([]),
  'tests/Web.Tests/Web.Tests.csproj': testProject('../../src/Web/Web.csproj'),
}

test.each([
  {
    name: 'a project with what it refers to',
    dockerfile: from(
      'COPY --link . .\nRUN --mount=type=secret,id=feed dotnet publish src/Web -r linux-x64 -o /out',
    ),
    lines: [
      'COPY --link Directory.Packages.props ./',
      'COPY --link src/Core/Core.csproj src/Core/',
      'COPY --link src/Web/Web.csproj src/Web/',
      'RUN --mount=type=secret,id=feed dotnet restore src/Web/Web.csproj -r linux-x64',
      'COPY --link . .',
    ],
  },
  {
    name: 'a solution with all its projects, from where they are copied to',
    dockerfile:
      'FROM sdk AS build\nCOPY . /work\nWORKDIR /work\nRUN dotnet restore --locked-mode\nFROM aspnet\nCOPY --from=build /out /app',
    lines: [
      'COPY Directory.Packages.props Shop.slnx /work/',
      'COPY src/Core/Core.csproj /work/src/Core/',
      'COPY src/Web/Web.csproj /work/src/Web/',
      'COPY tests/Web.Tests/Web.Tests.csproj /work/tests/Web.Tests/',
      'RUN dotnet restore /work/Shop.slnx --locked-mode',
      'COPY . /work',
    ],
  },
  {
    name: 'the project of a working folder',
    dockerfile: from('COPY . .\nWORKDIR /src/src/Core\nRUN dotnet restore'),
    lines: [
      'COPY Directory.Packages.props ./',
      'COPY src/Core/Core.csproj src/Core/',
      'RUN dotnet restore src/Core/Core.csproj',
      'COPY . .',
    ],
  },
])('names every file that the restore reads: $name', async ({ dockerfile, lines }) => {
  const repository = await repositoryOf(files)
  const [advice] = findRestoreOrder(someFacts({ dockerfile, repository }))
  expect(advice?.fix.split('\n').slice(3)).toEqual(lines)
})
