import * as v from 'valibot'
import { count } from '../../shared/schema-values.ts'
import { assemblyName } from '../log/text.ts'
import type { FileLines, ModuleCoverage } from './coverage-lines.ts'
import { platformCoverageOptions } from '../../plan/instrument/result-strategy.ts'
import type { TestHabits } from '../../plan/projects/repository.ts'

const countsEntries = { linesCovered: count, linesValid: count, branchesCovered: count, branchesValid: count }

/** Lines and branches that tests reached, of those that there are: in all reports together, and by file in the order of their paths. */
export const coverageSchema = v.object({
  total: v.object(countsEntries),
  files: v.array(v.object({ path: v.string(), ...countsEntries })),
})

/** The same as a type. */
export type Coverage = v.InferOutput<typeof coverageSchema>
type CoverageCounts = Coverage['total']
type FileCoverage = Coverage['files'][number]

/** Covered lines in percent; 100 for code without lines. */
export function lineCoveragePercent({ total }: Coverage): number {
  return total.linesValid === 0 ? 100 : (total.linesCovered / total.linesValid) * 100
}

/** Covered branches in percent; 100 for code without branches. */
export function branchCoveragePercent({ total }: Coverage): number {
  return total.branchesValid === 0 ? 100 : (total.branchesCovered / total.branchesValid) * 100
}

/**
 * Merges by file and line, without the assemblies of the tests themselves. A line is covered if any report says so; of its branches the
 * best count holds, since Cobertura does not say which of them were taken. So a report that is found twice changes nothing.
 */
export function mergeCoverage(modules: Iterable<ModuleCoverage>, testAssemblies: Iterable<string>): Coverage {
  const tests = new Set(Array.from(testAssemblies, (name) => assemblyName(name).toLowerCase()))
  const merged = new Map<string, FileLines>()
  for (const { name, files } of modules)
    if (!tests.has(name.toLowerCase())) for (const file of files) mergeFile(merged, file)
  const files = [...merged.values()].map(countFile).sort((a, b) => (a.path < b.path ? -1 : 1))
  return { total: sum(files), files }
}

function mergeFile(merged: Map<string, FileLines>, { path, hits, branches }: FileLines): void {
  const into: FileLines = merged.get(path) ?? { path, hits: new Map(), branches: new Map() }
  merged.set(path, into)
  for (const [line, count] of hits) into.hits.set(line, Math.max(into.hits.get(line) ?? 0, count))
  for (const [line, { covered, valid }] of branches) {
    const old = into.branches.get(line) ?? { covered: 0, valid: 0 }
    into.branches.set(line, { covered: Math.max(old.covered, covered), valid: Math.max(old.valid, valid) })
  }
}

function countFile({ path, hits, branches }: FileLines): FileCoverage {
  const counts: FileCoverage = {
    path,
    linesCovered: 0,
    linesValid: hits.size,
    branchesCovered: 0,
    branchesValid: 0,
  }
  for (const count of hits.values()) if (count > 0) counts.linesCovered += 1
  for (const { covered, valid } of branches.values()) {
    counts.branchesCovered += covered
    counts.branchesValid += valid
  }
  return counts
}

function sum(files: readonly CoverageCounts[]): CoverageCounts {
  const total: CoverageCounts = { linesCovered: 0, linesValid: 0, branchesCovered: 0, branchesValid: 0 }
  const names = Object.keys(total) as (keyof CoverageCounts)[]
  for (const file of files) for (const name of names) total[name] += file[name]
  return total
}

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

/** What the tests were to collect and VSTest has no collector for: it goes on without, and its exit code is 0. */
export function describeMissingCollectors(output: readonly { text: string }[]): string[] {
  const names = output.flatMap(
    ({ text }) => /Unable to find a datacollector with friendly name '([^']+)'/.exec(text)?.[1] ?? [],
  )
  return [...new Set(names)].map((name) => {
    const wayOut = name === 'XPlat Code Coverage' ? ' The test projects need the package coverlet.collector.' : ''
    return `A data collector was not found: the tests ran without "${name}".${wayOut}`
  })
}
