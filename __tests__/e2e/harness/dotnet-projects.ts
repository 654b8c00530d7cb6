/** A test framework with the platform that runs its tests. */
export interface Framework {
  name: string
  platform: 'vstest' | 'testing-platform'
  packages: readonly [name: string, version: string][]
  /** Its namespace, and what stands above a class. */
  using: string
  classAttribute: string
  testAttribute: string
  /** What a skipped test has, with its reason. */
  skip: (reason: string) => string
  equal: (expected: string, actual: string) => string
  /** How a test of one class is asked for on the command line of `dotnet test`. */
  filter: (className: string) => string
}

const testSdk: [string, string] = ['Microsoft.NET.Test.Sdk', '18.0.1']
const adapter: [string, string] = ['xunit.runner.visualstudio', '3.1.5']
const byName = (className: string): string => `--filter FullyQualifiedName~Shop.Tests.${className}`
const xunit = {
  using: 'Xunit',
  classAttribute: '',
  testAttribute: '[Fact]',
  skip: (reason: string) => `[Fact(Skip = "${reason}")]`,
  equal: (expected: string, actual: string) => `Assert.Equal(${expected}, ${actual});`,
}

/** The frameworks, each in every mode of `dotnet test` that it has. */
export const frameworks = {
  xunit2: {
    ...xunit,
    name: 'xunit 2',
    platform: 'vstest',
    packages: [testSdk, ['xunit', '2.9.3'], adapter],
    filter: byName,
  },
  xunit3: {
    ...xunit,
    name: 'xunit 3',
    platform: 'vstest',
    packages: [testSdk, ['xunit.v3', '3.2.2'], adapter],
    filter: byName,
  },
  xunit3Platform: {
    ...xunit,
    name: 'xunit 3 on Microsoft.Testing.Platform',
    platform: 'testing-platform',
    packages: [['xunit.v3', '3.2.2']],
    filter: (className) => `--filter-class Shop.Tests.${className}`,
  },
  nunit: {
    name: 'NUnit',
    platform: 'vstest',
    packages: [testSdk, ['NUnit', '4.4.0'], ['NUnit3TestAdapter', '5.2.0']],
    using: 'NUnit.Framework',
    classAttribute: '[TestFixture]',
    testAttribute: '[Test]',
    skip: (reason) => `[Test, Ignore("${reason}")]`,
    equal: (expected, actual) => `Assert.That(${actual}, Is.EqualTo(${expected}));`,
    filter: byName,
  },
  mstest: {
    name: 'MSTest',
    platform: 'vstest',
    packages: [testSdk, ['MSTest.TestFramework', '4.0.2'], ['MSTest.TestAdapter', '4.0.2']],
    using: 'Microsoft.VisualStudio.TestTools.UnitTesting',
    classAttribute: '[TestClass]',
    testAttribute: '[TestMethod]',
    skip: (reason) => `[TestMethod, Ignore("${reason}")]`,
    equal: (expected, actual) => `Assert.AreEqual(${expected}, ${actual});`,
    filter: byName,
  },
} satisfies Record<string, Framework>

/** The body of a test; `passes`, `fails` and `skipped` are what they say, all else is C#. */
type Body = 'passes' | 'fails' | 'skipped' | (string & {})

/** Test classes by name, with their tests. Every class has a file of its own. */
export type TestClasses = Readonly<Record<string, Readonly<Record<string, Body>>>>

/** What the reason of every skipped test is. */
export const skipReason = 'not before the move'

/** The source of a test class in the namespace Shop.Tests; `constructor` is the body of its constructor. */
export function testClass(
  framework: Framework,
  name: string,
  tests: Readonly<Record<string, Body>>,
  constructor?: string,
): string {
  const methods = Object.entries(tests).flatMap(([test, body]) => [
    `    ${body === 'skipped' ? framework.skip(skipReason) : framework.testAttribute}`,
    `    public void ${test}()`,
    '    {',
    `        ${statement(framework, test, body)}`,
    '    }',
    '',
  ])
  const attribute = framework.classAttribute === '' ? [] : [framework.classAttribute]
  const start = constructor === undefined ? [] : [`    public ${name}() { ${constructor} }`, '']
  const head = [`using ${framework.using};`, '', 'namespace Shop.Tests;', '', ...attribute]
  return [...head, `public class ${name}`, '{', ...start, ...methods.slice(0, -1), '}', ''].join('\n')
}

/** A test project for net10.0. */
export function testProject({ packages }: Pick<Framework, 'packages'>, more = ''): string {
  const isExecutable = packages.some(([name]) => name === 'xunit.v3')
  return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <IsPackable>false</IsPackable>
    <NoWarn>$(NoWarn);xUnit1004;xUnit1051;MSTEST0001</NoWarn>${isExecutable ? '\n    <OutputType>Exe</OutputType>' : ''}${more}
  </PropertyGroup>
  <ItemGroup>
${packages.map(([name, version]) => `    <PackageReference Include="${name}" Version="${version}" />`).join('\n')}
  </ItemGroup>
</Project>
`
}

/** A solution with these projects. */
export function solution(projects: readonly string[]): string {
  const lines = projects.map((path) => `  <Project Path="${path}" />`)
  return ['<Solution>', ...lines, '</Solution>', ''].join('\n')
}

/** The lines (from 1) of a source that have a text. */
export function linesWith(source: string, text: string): number[] {
  return source.split('\n').flatMap((line, index) => (line.includes(text) ? [index + 1] : []))
}

function statement({ equal }: Framework, test: string, body: Body): string {
  switch (body) {
    case 'passes':
    case 'skipped':
      return equal('4', '2 + 2')
    case 'fails':
      return equal('5', `2 + 2 /* ${test} */`)
    default:
      return body
  }
}
