import type { BaselineTools, ImageBuild, History } from './baseline-tools.ts'
import { join, relative } from 'node:path'
import { noBaseline, type Baseline } from '../compare/comparable.ts'
import { askRegistry, repositoryOf, type RegistryImage } from '../docker/registry.ts'
import { isCommit } from '../git/git.ts'
import { writesLayouts } from '../docker/builder.ts'
import { exportImage } from '../measure/oci/export-image.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import { recordOf } from '../measure/measurement.ts'
import { measureImages } from '../measure/measure-layout.ts'
import { readLayout } from '../measure/oci/oci-layout.ts'
import { mkdir, realpath } from 'node:fs/promises'
import { checkOutTree, type Tree } from '../git/checkout.ts'
import { findContext, isOutside } from '../inputs/paths.ts'
import { Problems } from '../shared/errors.ts'
import type { Settings } from '../inputs/settings.ts'
import { makePlan } from '../plan/plan.ts'
import { prepareBuilds } from '../plan/prepare-builds.ts'

const exportDeadlineMs = 5 * 60_000
/** The commit that an image was built from (OCI image specification, annotations). */
const revisionLabel = 'org.opencontainers.image.revision'

/** Measures what a registry has under `baseline-image`; of layers that the image just measured has too nothing is read. */
export async function readRegistryBaseline(
  { docker, tempFolder }: Pick<BaselineTools, 'docker' | 'tempFolder'>,
  reference: string,
  { settings, builder, plan }: Pick<ImageBuild, 'settings' | 'builder' | 'plan'>,
  after: ImageRecord,
): Promise<Baseline> {
  const lost = (reason: string): Baseline =>
    noBaseline(
      `No baseline: ${reference} could not be read.`,
      `baseline-image ${reference} is no baseline: ${reason}.`,
    )
  if (!writesLayouts(builder))
    return lost('this Docker engine, with its legacy image store, exports no OCI layout')
  const answer = await askRegistry(docker, reference, after.platform, settings.builder)
  if (answer.kind === 'none') return lost(answer.reason)
  const folder = join(tempFolder, `registry-baseline-${after.platform.replaceAll('/', '-')}`)
  const send = async (name: string, known: readonly { digest: string }[]): Promise<string> => {
    const sent = await exportImage(docker, {
      reference: `${repositoryOf(reference)}@${answer.image.digest}`,
      ...{ platform: after.platform, builder: settings.builder, known },
      ...{ folder: join(folder, name), deadlineMs: exportDeadlineMs },
    })
    if (sent.kind === 'failed') throw new Error(sent.reason)
    return sent.layoutFolder
  }
  const {
    layoutFolder,
    measurements: [measurement],
  } = await measureImages(
    { layoutFolder: await send('known', after.layers), steps: [] },
    {
      ...{ docker, plan, builderName: settings.builder, before: [after], tempFolder: folder },
      // Compressed as the registry has it.
      ...{ packing: [], platforms: [after.platform] },
      buildAgain: async () => ({ layoutFolder: await send('whole', []), steps: [] }),
    },
  )
  const { config } = await readLayout(layoutFolder)
  const revision = config.config?.Labels?.[revisionLabel] ?? ''
  const source = { commit: isCommit(revision) ? revision : undefined }
  const record = recordOf(measurement, {
    ...{ identity: after, builder, source, tests: undefined, steps: [], neighbours: undefined },
  })
  return {
    kind: 'found',
    source: 'registry',
    reference,
    // A registry does not tell when it was pushed, and `created` is when its last step ran: it may be of 1970, or of a cached step.
    record: asStored(record, answer.image),
    warnings: measurement.warnings,
  }
}

/** BuildKit writes the config of an image anew when it exports it: what the registry stores is what its manifest says. */
function asStored(record: ImageRecord, { digest, config, layers }: RegistryImage): ImageRecord {
  const isSame =
    layers.length === record.layers.length &&
    layers.every((layer, index) => layer.digest === record.layers[index]?.digest)
  if (!isSame) return record
  return {
    ...record,
    manifestDigest: digest,
    configDigest: config.digest,
    configBytes: config.size,
    compressedBytes: record.compressedBytes - record.configBytes + config.size,
  }
}

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
