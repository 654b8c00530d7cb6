import { expect, test } from '@jest/globals'
import type { Rule } from '../../../../src/measure/advice/advice.ts'
import { findTools } from '../../../../src/measure/advice/rules/steps/build-tools.ts'
import { findSourceFiles } from '../../../../src/measure/advice/rules/files/source-files.ts'
import { findSymbols, findTestAssemblies } from '../../../../src/measure/advice/rules/files/publish-output.ts'
import { repositoryOf, testProject, webProject } from '../../plan/some-repository.ts'
import { published } from '../dotnet/published.ts'
import { documentsOf, filesOf, someFacts, type SomeLayer } from './an-image.ts'

const layerOf = (form: string): SomeLayer => {
  const { files, documents } = published(form, 'app')
  return { line: 3, files: filesOf(files), documents: documentsOf(documents) }
}

test.each<{ name: string; rule: Rule; layer: SomeLayer; advice: [id: string, bytes: number][] }>([
  {
    name: 'symbols of Native AOT',
    rule: findSymbols,
    layer: layerOf('native-aot'),
    advice: [['symbols', 2_611_648]],
  },
  { name: 'few symbols', rule: findSymbols, layer: layerOf('portable'), advice: [] },
  {
    name: 'a published test project',
    rule: findTestAssemblies,
    layer: layerOf('tests'),
    advice: [['test-assemblies', 29_801_319]],
  },
  { name: 'a published application', rule: findTestAssemblies, layer: layerOf('portable'), advice: [] },
  {
    name: 'assemblies with a test in their name',
    rule: findTestAssemblies,
    layer: { files: { 'app/TestApp.dll': 500_000, 'app/Contest.Api.dll': 500_000 } },
    advice: [],
  },
  {
    name: 'source, obj and .git',
    rule: findSourceFiles,
    layer: {
      files: {
        'src/Program.cs': 150_000,
        'src/Shop.csproj': 10_000,
        'src/obj/project.assets.json': 300_000,
        'src/obj/Release/net10.0/Shop.AssemblyInfo.cs': 10_000,
        'src/.git/objects/pack/x.pack': 5_000_000,
        'src/.git/HEAD': 20,
        'usr/share/dotnet/sdk/10.0.100/x.cs': 900_000,
      },
    },
    advice: [
      ['git-history', 5_000_020],
      ['source-files', 470_000],
    ],
  },
  {
    name: 'what only looks like them',
    rule: findSourceFiles,
    layer: {
      files: {
        'app/obj/model.bin': 900_000,
        'app/.gitignore': 200_000,
        'app/Views/Index.cshtml': 200_000,
        'app/git/objects/x': 200_000,
      },
    },
    advice: [],
  },
  {
    name: 'git and a compiler',
    rule: findTools,
    layer: {
      line: 3,
      files: {
        'usr/bin/git': 3_000_000,
        'usr/lib/git-core/git-remote-http': 2_000_000,
        'usr/lib/gcc/x86_64-linux-gnu/12/cc1': 30_000_000,
        'usr/bin/x86_64-linux-gnu-gcc-12': 1_000_000,
        'usr/bin/make': 200_000,
      },
    },
    advice: [['build-tools', 36_200_000]],
  },
  {
    name: 'no tools to build with',
    rule: findTools,
    layer: {
      files: {
        'usr/bin/gitlab-runner': 9_000_000,
        'usr/bin/curl': 300_000,
        'app/make': 900_000,
        'usr/lib/x86_64-linux-gnu/libgcc_s.so.1': 300_000,
      },
    },
    advice: [],
  },
])('finds $name', ({ rule, layer, advice }) => {
  expect(
    rule(someFacts({ layers: [layer] })).map(({ id, uncompressedBytes }) => [id, uncompressedBytes]),
  ).toEqual(advice)
})

test('counts files of the base image neither as tests nor as tools', () => {
  const base = [{ files: { 'usr/bin/git': 3_000_000, 'opt/xunit.core.dll': 300_000 } }]
  expect([...findTools(someFacts({ base })), ...findTestAssemblies(someFacts({ base }))]).toEqual([])
})

test('names the tools, the line and the project', () => {
  const [tools] = findTools(
    someFacts({ layers: [{ line: 3, files: { 'usr/bin/git': 3_000_000, 'usr/bin/gcc': 1_000_000 } }] }),
  )
  expect(tools).toMatchObject({
    title:
      'At least 4.00 MB (about 2.00 MB compressed) of tools to build with (gcc, git) are in the final image; an app that starts none of them does without.',
    evidence: ['usr/bin/git (3.00 MB)', 'usr/bin/gcc (1.00 MB)'],
    fix: 'Install gcc, git in the stage that builds, and copy from there what it made; take the installation out of line 3.',
  })
  const tests = layerOf('tests')
  const app = layerOf('portable')
  const [advice] = findTestAssemblies(
    someFacts({
      layers: [
        { files: { ...tests.files, ...app.files }, documents: { ...tests.documents, ...app.documents } },
      ],
    }),
  )
  expect(advice?.fix).toContain('RUN dotnet publish Shop.Web/Shop.Web.csproj -c Release -o /app/publish')
})

test("publishes the application with the team's own words, where the solution was published", async () => {
  const repository = await repositoryOf({
    'Shop.sln': 'Project("{A}") = "Shop", "src\\Shop\\Shop.csproj", "{B}"',
    'src/Shop/Shop.csproj': webProject(),
    'tests/Shop.Tests/Shop.Tests.csproj': testProject('../../src/Shop/Shop.csproj'),
  })
  const dockerfile =
    'FROM sdk AS build\nWORKDIR /src\nCOPY . .\nRUN --network=none dotnet publish Shop.sln -c Release -p:PublishDir=/out/ --no-restore\n' +
    'FROM aspnet\nCOPY --from=build /out /app\nENTRYPOINT ["dotnet", "/app/Shop.dll"]'
  const [advice] = findTestAssemblies(someFacts({ dockerfile, layers: [layerOf('tests')], repository }))
  expect(advice?.fix.split('\n\n')[1]).toBe(
    'In place of line 4:\nRUN --network=none dotnet publish src/Shop/Shop.csproj -c Release -p:PublishDir=/out/ --no-restore',
  )
})

test.each([
  {
    name: 'where another line copies what was published',
    lines: ['COPY . .', 'COPY --from=publish /out .'],
    fix: 'Take line 5 out.',
  },
  {
    name: 'where nothing else is copied',
    lines: ['COPY --link --from=publish / /app'],
    fix: 'In place of line 5:\nCOPY --link --from=publish /out /app/out',
  },
  {
    name: 'which is not in the folder that is copied',
    lines: ['COPY --from=publish /src .'],
    fix: 'Publish to a folder of its own in the stage that builds, with `dotnet publish -o`, and copy that one alone in line 5.',
  },
  {
    name: 'which another RUN wrote over them',
    lines: ['RUN git clone shop .'],
    fix: undefined,
  },
])('sources: copies the folder that the team publishes to, $name', ({ lines, fix }) => {
  const dockerfile = [
    'FROM sdk AS publish',
    'WORKDIR /src',
    'RUN dotnet publish Shop -o /out',
    'FROM aspnet',
    ...lines,
  ].join('\n')
  const layers = [{ line: 5, files: { 'app/Cart.cs': 200_000 } }]
  const [advice] = findSourceFiles(someFacts({ dockerfile, layers }))
  expect(advice?.fix).toBe(fix)
})
