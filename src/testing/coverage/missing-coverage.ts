import { platformCoverageOptions } from '../../plan/instrument/result-strategy.ts'
import type { TestHabits } from '../../plan/projects/repository.ts'

/** How the warning begins that no coverage was collected. */
export const noCoverage = 'No coverage was collected'

/** Why there is no coverage although it was asked for, and what to do about it. `output` is what the tests printed. */
export function describeMissingCoverage(
  { platformCoverage }: Pick<TestHabits, 'platformCoverage'>,
  output: readonly { text: string }[],
): string {
  const binary = output.map(({ text }) => /\/[^\s'"]*\.coverage(?=$|[\s'"])/.exec(text)?.[0]).find(Boolean)
  if (binary !== undefined)
    return `${noCoverage}: the tests wrote ${binary}, whose format only Visual Studio reads. Add --coverage-output-format cobertura.`
  const isOnPlatform = platformCoverage !== undefined || output.some(({ text }) => /^\s*Test run summary: /.test(text))
  return isOnPlatform
    ? `${noCoverage}: the tests run on Microsoft.Testing.Platform, where the test projects need the package ` +
        `Microsoft.Testing.Extensions.CodeCoverage, and their command ${platformCoverageOptions}.`
    : `${noCoverage}: the test projects need the package coverlet.collector.`
}
