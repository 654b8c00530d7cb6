import type { Rule } from './advice.ts'
import { findUnsupportedBases } from './rules/base/base-support.ts'
import { findMissingFramework } from './rules/base/missing-framework.ts'
import { findRootUser } from './rules/base/root-user.ts'
import { findSmallerBase } from './rules/base/smaller-base.ts'
import { findEarlyArgument } from './rules/early-argument.ts'
import { findForeignRuntimes } from './rules/files/foreign-runtimes.ts'
import { findPackagesWithApp } from './rules/files/packages-with-app.ts'
import { findSatelliteLanguages } from './rules/files/satellite-languages.ts'
import { findSourceFiles } from './rules/files/source-files.ts'
import { findSymbols } from './rules/files/symbols.ts'
import { findTestAssemblies } from './rules/files/test-assemblies.ts'
import { findRemovedLater } from './rules/removed-later.ts'
import { findSecondRuntime } from './rules/second-runtime.ts'
import { findBuildContext } from './rules/steps/build-context.ts'
import { findSdk, findTools } from './rules/steps/build-tools.ts'
import { findDebugConfiguration } from './rules/steps/debug-configuration.ts'
import { findPackageLists } from './rules/steps/package-lists.ts'
import { findRepeatedCopies } from './rules/steps/repeated-copies.ts'
import { findRestoreOrder } from './rules/steps/restore-order.ts'

/** Every rule, which `npm run docs` finds in the folder `rules`. */
export const rules: readonly Rule[] = [
  findUnsupportedBases,
  findMissingFramework,
  findRootUser,
  findSmallerBase,
  findEarlyArgument,
  findForeignRuntimes,
  findPackagesWithApp,
  findSatelliteLanguages,
  findSourceFiles,
  findSymbols,
  findTestAssemblies,
  findRemovedLater,
  findSecondRuntime,
  findBuildContext,
  findSdk,
  findTools,
  findDebugConfiguration,
  findPackageLists,
  findRepeatedCopies,
  findRestoreOrder,
]
