import type { Advice, Rule } from './advice.ts'
import { type AdviceInput, readFacts } from './image-facts.ts'
import { findUnsupportedBases } from './rules/base/base-support.ts'
import { findBuildContext } from './rules/steps/build-context.ts'
import { findSdk, findTools } from './rules/steps/build-tools.ts'
import { findDebugConfiguration } from './rules/steps/debug-configuration.ts'
import { findEarlyArgument } from './rules/early-argument.ts'
import { findPackagesWithApp } from './rules/files/packages-with-app.ts'
import { findForeignRuntimes } from './rules/files/foreign-runtimes.ts'
import { findMissingFramework } from './rules/base/missing-framework.ts'
import { findPackageLists } from './rules/steps/package-lists.ts'
import { findRemovedLater } from './rules/removed-later.ts'
import { findRepeatedCopies } from './rules/steps/repeated-copies.ts'
import { findRestoreOrder } from './rules/steps/restore-order.ts'
import { findRootUser } from './rules/base/root-user.ts'
import { findSecondRuntime } from './rules/second-runtime.ts'
import { findSmallerBase } from './rules/base/smaller-base.ts'
import { findSatelliteLanguages } from './rules/files/satellite-languages.ts'
import { findSourceFiles } from './rules/files/source-files.ts'
import { findSymbols } from './rules/files/symbols.ts'
import { findTestAssemblies } from './rules/files/test-assemblies.ts'

/** In the order in which advice without bytes is given. */
const rules: Rule[] = [
  findDebugConfiguration,
  findUnsupportedBases,
  findRootUser,
  findRestoreOrder,
  findEarlyArgument,
  findPackagesWithApp,
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
