import type { Rule } from './advice.ts'
import { findUnsupportedBases } from './rules/base/base-support.ts'
import { findMissingFramework } from './rules/base/missing-framework.ts'
import { findRootUser } from './rules/base/root-user.ts'
import { findSecondRuntime } from './rules/base/second-runtime.ts'
import { findSmallerBase } from './rules/base/smaller-base.ts'
import { findForeignRuntimes } from './rules/files/foreign-runtimes.ts'
import { findPackagesWithApp } from './rules/files/packages-with-app.ts'
import { findSymbols, findSatelliteLanguages, findTestAssemblies } from './rules/files/publish-output.ts'
import { findSourceFiles } from './rules/files/source-files.ts'
import { findBuildContext } from './rules/steps/build-context.ts'
import { findSdk, findTools } from './rules/steps/build-tools.ts'
import { findDebugConfiguration } from './rules/steps/debug-configuration.ts'
import { findPackageLists } from './rules/steps/package-lists.ts'
import { findRemovedLater } from './rules/steps/removed-later.ts'
import { findRepeatedCopies } from './rules/steps/repeated-copies.ts'
import { findRestoreOrder, findEarlyArgument } from './rules/steps/repeated-restores.ts'

/** Every rule, which `npm run docs` finds in the folder `rules`. */
export const rules: readonly Rule[] = [
  findUnsupportedBases,
  findMissingFramework,
  findRootUser,
  findSecondRuntime,
  findSmallerBase,
  findForeignRuntimes,
  findPackagesWithApp,
  findSymbols,
  findSatelliteLanguages,
  findTestAssemblies,
  findSourceFiles,
  findBuildContext,
  findSdk,
  findTools,
  findDebugConfiguration,
  findPackageLists,
  findRemovedLater,
  findRepeatedCopies,
  findRestoreOrder,
  findEarlyArgument,
]
