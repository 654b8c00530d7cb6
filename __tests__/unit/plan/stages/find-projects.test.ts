import { expect, test } from '@jest/globals'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { findProjects } from '../../../../src/plan/stages/find-projects.ts'
import { makeTempFolder } from '../../temp-folder.ts'

const project = (content: string) => `<Project Sdk="Microsoft.NET.Sdk">${content}</Project>`
const references = (...names: string[]) =>
  project(`<ItemGroup>${names.map((name) => `<PackageReference Include="${name}" />`).join('')}</ItemGroup>`)

test.each([
  { name: 'the test SDK', file: 'A.csproj', content: references('Microsoft.NET.Test.Sdk', 'xunit') },
  { name: 'xunit v3', file: 'A.csproj', content: references('xunit.v3') },
  { name: 'NUnit in F#', file: 'A.fsproj', content: references('NUnit') },
  { name: 'MSTest in Visual Basic', file: 'A.vbproj', content: references('MSTest') },
  { name: 'TUnit', file: 'A.csproj', content: references('TUnit') },
  { name: 'the SDK of MSTest', file: 'A.csproj', content: '<Project Sdk="MSTest.Sdk/4.0.0" />' },
  {
    name: 'a property',
    file: 'A.csproj',
    content: project('<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>'),
  },
])('knows a test project by $name', async ({ file, content }) => {
  await using context = await makeTempFolder({ [`src/${file}`]: content })
  expect((await findProjects(context.path, () => false)).testProjects).toEqual([`src/${file}`])
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
  { name: 'another kind of file', file: 'A.csproj.bak', content: references('xunit') },
])('takes $name for no test project', async ({ file, content }) => {
  await using context = await makeTempFolder({ [file]: content })
  expect((await findProjects(context.path, () => false)).testProjects).toEqual([])
})

test('finds projects and solutions, nearest to the top first, and passes over what was built', async () => {
  const content = references('xunit')
  await using context = await makeTempFolder({
    'tests/B.Tests/B.Tests.csproj': content,
    'tests/A.Tests/A.Tests.csproj': content,
    'Top.Tests.csproj': content,
    'Shop.sln': '',
    'src/Inner.slnx': '',
    'src/bin/Copy.Tests.csproj': content,
    'src/obj/Copy.Tests.csproj': content,
    'node_modules/x/Copy.Tests.csproj': content,
    '.git/Copy.Tests.csproj': content,
  })
  const { testProjects, solutions } = await findProjects(context.path, () => false)
  expect({ testProjects, solutions }).toEqual({
    testProjects: ['Top.Tests.csproj', 'tests/A.Tests/A.Tests.csproj', 'tests/B.Tests/B.Tests.csproj'],
    solutions: ['Shop.sln', 'src/Inner.slnx'],
  })
})

test('follows no link, so that a circle has an end', async () => {
  await using context = await makeTempFolder({ 'a/A.csproj': references('xunit') })
  await symlink('.', join(context.path, 'circle'))
  await symlink('a/A.csproj', join(context.path, 'B.csproj'))
  expect((await findProjects(context.path, () => false)).testProjects).toEqual(['a/A.csproj'])
})

test('a folder that is not there has no projects', async () => {
  await using context = await makeTempFolder()
  const { testProjects, solutions } = await findProjects(join(context.path, 'nowhere'), () => false)
  expect({ testProjects, solutions }).toEqual({ testProjects: [], solutions: [] })
})

test('what the ignore file keeps out of the build is not there, but test projects are told', async () => {
  await using context = await makeTempFolder({
    'Shop.sln': '',
    'tests/All.sln': '',
    'A.Tests/A.Tests.csproj': references('xunit.v3'),
    'tests/B.Tests/B.Tests.csproj': references('NUnit'),
    'tests/Directory.Build.props': project('<RunSettingsFilePath>a</RunSettingsFilePath>'),
  })
  expect(await findProjects(context.path, (path) => path.startsWith('tests/'))).toEqual({
    testProjects: ['A.Tests/A.Tests.csproj'],
    ignoredTestProjects: ['tests/B.Tests/B.Tests.csproj'],
    solutions: ['Shop.sln'],
    habits: {
      hasOwnRunSettings: false,
      hasOwnLogger: false,
      platformReportOption: '--report-xunit-trx',
      executablesKnowOption: false,
    },
  })
})
