import type { Advice, Rule } from './advice.ts'
import { type AdviceInput, readFacts } from './image-facts.ts'
import { findUnsupportedBases } from './rules/base-support.ts'
import { findBuildContext } from './rules/build-context.ts'
import { findSdk, findTools } from './rules/build-tools.ts'
import { findDebugConfiguration } from './rules/debug-configuration.ts'
import { findEarlyArgument } from './rules/early-argument.ts'
import { findForeignRuntimes } from './rules/foreign-runtimes.ts'
import { findMissingFramework } from './rules/missing-framework.ts'
import { findPackageLists } from './rules/package-lists.ts'
import { findRemovedLater } from './rules/removed-later.ts'
import { findRepeatedCopies } from './rules/repeated-copies.ts'
import { findRestoreOrder } from './rules/restore-order.ts'
import { findRootUser } from './rules/root-user.ts'
import { findSecondRuntime } from './rules/second-runtime.ts'
import { findSmallerBase } from './rules/smaller-base.ts'
import { findSatelliteLanguages } from './rules/satellite-languages.ts'
import { findSourceFiles } from './rules/source-files.ts'
import { findSymbols } from './rules/symbols.ts'
import { findTestAssemblies } from './rules/test-assemblies.ts'

/** In the order in which advice without bytes is given. */
const rules: Rule[] = [
  findDebugConfiguration,
  findUnsupportedBases,
  findRootUser,
  findRestoreOrder,
  findEarlyArgument,
  findBuildContext,
  findSdk,
  findSecondRuntime,
  findSmallerBase,
  findTools,
  findTestAssemblies,
  findForeignRuntimes,
  findSatelliteLanguages,
  findSymbols,
  findSourceFiles,
  findRepeatedCopies,
  findRemovedLater,
  findPackageLists,
]

/**
 * What can be made better, the most compressed bytes first and what is not about bytes behind it. Only that a container can't start
 * stands before all else.
 */
export function adviseOn(input: AdviceInput): Advice[] {
  const facts = readFacts(input)
  const found = rules.flatMap((rule) => rule(facts))
  return [...findMissingFramework(facts), ...found.sort((a, b) => weightOf(b) - weightOf(a))]
}

function weightOf({ compressedBytes, uncompressedBytes }: Advice): number {
  return compressedBytes ?? uncompressedBytes ?? -1
}
