import { expect, test } from '@jest/globals'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { readRepository } from '../../../../src/plan/projects/read-repository.ts'
import { makeTempFolder } from '../../temp-folder.ts'
import { repositoryOf, testProject } from '../some-repository.ts'

async function testsOf(files: Record<string, string>): Promise<string[]> {
  const { projects } = await repositoryOf(files)
  return projects.filter(({ kind }) => kind === 'tests').map(({ path }) => path)
}

const project = (content: string) => `<Project Sdk="Microsoft.NET.Sdk">${content}</Project>`
const references = (...names: string[]) =>
  project(`<ItemGroup>${names.map((name) => `<PackageReference Include="${name}" />`).join('')}</ItemGroup>`)

test.each([
  { name: 'the test SDK', file: 'A.csproj', content: references('Microsoft.NET.Test.Sdk', 'xunit') },
  { name: 'xunit v3', file: 'A.csproj', content: references('xunit.v3') },
  { name: 'NUnit in F#', file: 'A.fsproj', content: references('NUnit', 'NUnit3TestAdapter') },
  { name: 'a framework and its name', file: 'A.Tests.csproj', content: references('NUnit') },
  { name: 'MSTest in Visual Basic', file: 'A.vbproj', content: references('MSTest') },
  { name: 'TUnit', file: 'A.csproj', content: references('TUnit') },
  { name: 'the SDK of MSTest', file: 'A.csproj', content: '<Project Sdk="MSTest.Sdk/4.0.0" />' },
  {
    name: 'a property',
    file: 'A.csproj',
    content: project('<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>'),
  },
])('knows a test project by $name', async ({ file, content }) => {
  expect(await testsOf({ [`src/${file}`]: content })).toEqual([`src/${file}`])
})

test.each([
  { name: 'a program', file: 'Shop.csproj', content: references('Serilog') },
  { name: 'a program with tests in its name', file: 'Shop.Tests.csproj', content: project('') },
  {
    name: 'a project that says that it is none',
    file: 'A.csproj',
    content: project('<PropertyGroup><IsTestProject>false</IsTestProject></PropertyGroup>'),
  },
  { name: 'a library of helpers for tests', file: 'A.csproj', content: references('xunit.assert') },
  { name: 'a library with a framework', file: 'A.csproj', content: references('xunit') },
  {
    name: 'a project with the test SDK that says that it is none',
    file: 'A.Tests.csproj',
    content: references('Microsoft.NET.Test.Sdk').replace(
      '<ItemGroup>',
      '<PropertyGroup><IsTestProject>false</IsTestProject></PropertyGroup><ItemGroup>',
    ),
  },
  { name: 'another kind of file', file: 'A.csproj.bak', content: references('xunit') },
])('takes $name for no test project', async ({ file, content }) => {
  expect(await testsOf({ [file]: content })).toEqual([])
})

test('finds projects and solutions, nearest to the top first, and passes over what was built', async () => {
  const content = testProject()
  const { projects, solutions } = await repositoryOf({
    'tests/B.Tests/B.Tests.csproj': content,
    'tests/A.Tests/A.Tests.csproj': content,
    'Top.Tests.csproj': content,
    'Shop.sln':
      'Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "A.Tests", "tests\\A.Tests\\A.Tests.csproj", "{1}"\nEndProject\n',
    'src/Inner.slnx':
      '<Solution><Folder Name="/t/"><Project Path="../Top.Tests.csproj" /></Folder></Solution>',
    'Some.slnf': '{"solution": {"path": "Shop.sln", "projects": ["tests\\\\B.Tests\\\\B.Tests.csproj"]}}',
    'src/bin/Copy.Tests.csproj': content,
    'src/obj/Copy.Tests.csproj': content,
    'node_modules/x/Copy.Tests.csproj': content,
    '.git/Copy.Tests.csproj': content,
  })
  expect({ projects: projects.map(({ path }) => path), solutions }).toEqual({
    projects: ['Top.Tests.csproj', 'tests/A.Tests/A.Tests.csproj', 'tests/B.Tests/B.Tests.csproj'],
    solutions: [
      { path: 'Shop.sln', projects: ['tests/A.Tests/A.Tests.csproj'] },
      { path: 'Some.slnf', projects: ['tests/B.Tests/B.Tests.csproj'] },
      { path: 'src/Inner.slnx', projects: ['Top.Tests.csproj'] },
    ],
  })
})

test('follows no link, so that a circle has an end', async () => {
  await using context = await makeTempFolder({ 'a/A.csproj': testProject() })
  await symlink('.', join(context.path, 'circle'))
  await symlink('a/A.csproj', join(context.path, 'B.csproj'))
  const { projects } = await readRepository(context.path, context.path, undefined)
  expect(projects.map(({ path }) => path)).toEqual(['a/A.csproj'])
})

test('a folder that is not there has no projects', async () => {
  await using context = await makeTempFolder()
  const { projects, solutions } = await readRepository(join(context.path, 'nowhere'), context.path, undefined)
  expect({ projects, solutions }).toEqual({ projects: [], solutions: [] })
})

test('says of each project where it stands: in the build, kept out by a line, or outside of it', async () => {
  const { projects, habits, solutions } = await repositoryOf(
    {
      'src/.dockerignore': '**/obj\ntests/\n',
      'src/Shop.sln': '',
      'src/tests/All.sln': '',
      'src/A.Tests/A.Tests.csproj': references('xunit.v3'),
      'src/tests/B.Tests/B.Tests.csproj': references('NUnit'),
      'src/tests/Directory.Build.props': project('<RunSettingsFilePath>a</RunSettingsFilePath>'),
      'more/C.Tests/C.Tests.csproj': references('NUnit'),
    },
    'src',
  )
  expect({
    projects: projects.map(({ path, kind, place }) => [path, kind, place]),
    solutions: solutions.map(({ path }) => path),
    habits,
  }).toEqual({
    projects: [
      ['A.Tests/A.Tests.csproj', 'tests', { kind: 'context' }],
      [
        'tests/B.Tests/B.Tests.csproj',
        'tests',
        { kind: 'ignored', file: '.dockerignore', rules: [{ line: 2, pattern: 'tests/' }] },
      ],
      ['../more/C.Tests/C.Tests.csproj', 'tests', { kind: 'outside' }],
    ],
    solutions: ['Shop.sln'],
    habits: {
      hasOwnRunSettings: false,
      hasOwnLogger: false,
      platformReportOption: '--report-xunit-trx',
      executablesKnowOption: false,
    },
  })
})
