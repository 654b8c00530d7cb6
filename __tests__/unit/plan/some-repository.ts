import { join } from 'node:path'
import { readIgnoreFile } from '../../../src/plan/dockerfile/dockerignore.ts'
import { readRepository } from '../../../src/plan/projects/read-repository.ts'
import type { Repository } from '../../../src/plan/projects/repository.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** A project file of an SDK with packages, references to projects, and more. */
export function projectFile(
  packages: readonly string[],
  references: readonly string[] = [],
  more = '<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>',
  sdk = 'Microsoft.NET.Sdk',
): string {
  const items = [
    ...packages.map((name) => `<PackageReference Include="${name}" Version="1.0.0" />`),
    ...references.map((path) => `<ProjectReference Include="${path.replaceAll('/', '\\')}" />`),
  ]
  return `<Project Sdk="${sdk}">${more}<ItemGroup>${items.join('')}</ItemGroup></Project>\n`
}

/** A project that tests others, as the template has it. */
export function testProject(...references: string[]): string {
  return projectFile(['Microsoft.NET.Test.Sdk', 'xunit', 'xunit.runner.visualstudio'], references)
}

/** A web app. */
export function webProject(...references: string[]): string {
  return projectFile([], references, undefined, 'Microsoft.NET.Sdk.Web')
}

/** Reads a repository whose build context is a folder of these files; the whole of them by default. */
export async function repositoryOf(files: Record<string, string>, context = ''): Promise<Repository> {
  await using folder = await makeTempFolder(files)
  const place = join(folder.path, context)
  return await readRepository(place, folder.path, await readIgnoreFile(place, join(place, 'Dockerfile')))
}
