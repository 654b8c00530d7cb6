import type { BaselineTools, ImageBuild, History } from './baseline-tools.ts'
import { mkdir, realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { noBaseline, type Baseline } from '../compare/comparable.ts'
import { checkOutTree, type Tree } from '../git/checkout.ts'
import { findContext, isOutside } from '../inputs/paths.ts'
import { Problems } from '../shared/errors.ts'
import type { Settings } from '../inputs/settings.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import { recordOf } from '../measure/record/make-record.ts'
import { makePlan } from '../plan/plan.ts'
import { prepareBuilds } from '../plan/prepare-builds.ts'

/** Builds the final stage of the base commit with the same settings and cache, in a private folder: what is checked out stays as it is. */
export async function rebuildBaseline(
  tools: BaselineTools,
  { grewFrom: commit, lookups }: Pick<History, 'grewFrom' | 'lookups'>,
  { settings, builder, request }: Pick<ImageBuild, 'settings' | 'builder' | 'request'>,
  after: ImageRecord,
): Promise<Baseline> {
  const lost = (reason: string): Baseline =>
    noBaseline('No baseline: none could be built.', `baseline: rebuild gave none: ${reason}.`)
  if (commit === undefined) return lost('the base commit is not known')
  const tempFolder = join(tools.tempFolder, `rebuilt-${after.platform.replaceAll('/', '-')}`)
  await mkdir(tempFolder, { recursive: true })
  const tree = await checkOutTree(settings.context, commit, tempFolder)
  if (tree === undefined) {
    return lost(`the clone does not have the commit ${commit}; set fetch-depth: 0 for actions/checkout`)
  }
  tools.log.info(`Baseline: the image of commit ${commit.slice(0, 7)} is built to compare with.`)
  const then: Settings = { ...settings, ...(await findPaths(tree, settings)), missingTestStage: 'skip' }
  const plan = await makePlan(then)
  const one = request.platforms.length === 0 ? [] : [after.platform]
  const platforms = { image: one, tests: one }
  const { image } = await prepareBuilds(plan, then, { ...request, testsFrom: [], platforms }, tempFolder)
  const job = { settings: then, builder, plan, request: { ...image, tags: [] }, before: [after] }
  await using built = await tools.rebuild(job, tempFolder)
  const {
    measurements: [measurement],
  } = await built.measure()
  const source = { commit, branch: lookups[0]?.branch }
  const record = recordOf(measurement, {
    ...{ identity: after, builder, source, tests: undefined, steps: built.steps, neighbours: undefined },
  })
  const dated = { ...record, createdAt: tree.committedAt }
  return { kind: 'found', source: 'rebuild', record: dated, warnings: built.warnings }
}

/** Context and Dockerfile where that commit had them. Throws a UserError when it had none there. */
async function findPaths({ folder, top }: Tree, settings: Settings): ReturnType<typeof findContext> {
  const root = await realpath(top)
  const [context, file] = [settings.context, settings.file].map((path) => relative(root, path))
  if (context === undefined || file === undefined || [context, file].some(isOutside)) {
    throw new Error('context and Dockerfile are not of one repository')
  }
  const problems = new Problems()
  const paths = await findContext(context === '' ? '.' : context, file, folder, problems)
  problems.throwIfAny()
  return paths
}
