import { recordOfBaseline } from '../compare/comparable.ts'
import { readContextBytes, type Step } from '../docker/build/build-result.ts'
import { askCompressedBytes } from '../docker/registry.ts'
import type { Advice } from '../measure/advice/advice.ts'
import { adviseOn } from '../measure/advice/advise-on.ts'
import { findLeftovers } from '../measure/advice/leftovers.ts'
import { askNeighbours, nameNeighbours } from '../measure/analyze/neighbour-tags.ts'
import { recordOf, type Measurement, type RecordContext } from '../measure/measurement.ts'
import type { ImageRecord } from '../measure/record/image-record.ts'
import type { Redactor } from '../redaction/redactor.ts'
import { formatSize } from '../shared/format.ts'
import { runPhase } from '../shared/log.ts'
import type { BuiltImage, Measured } from './build-image.ts'
import type { Tools } from './job.ts'
import type { PreparedImage } from './prepare-job.ts'

/** What was measured of an image, and the ways on from here. */
export interface MeasuredImage extends Pick<Measured, 'toStart' | 'deliver'> {
  /** One for each platform. */
  images: readonly [ImageRecord, ...ImageRecord[]]
  layersRead: number
  advice: Advice[]
  warnings: string[]
}

/** Measures the image for each platform, asks what its base image and others like it weigh, and looks what could be better. */
export async function measureImage(
  { docker, log }: Pick<Tools, 'docker' | 'log'>,
  redactor: Redactor,
  {
    settings,
    plan,
    builder,
    stored,
    tests,
  }: Pick<PreparedImage, 'settings' | 'plan' | 'builder' | 'stored' | 'tests'>,
  built: BuiltImage,
  steps: readonly Step[],
  source: RecordContext['source'],
): Promise<MeasuredImage> {
  const asking = askNeighbours(
    (name, of) => askCompressedBytes(docker, name, of, settings.builder),
    nameNeighbours(plan.final),
    recordOfBaseline(stored[0]),
  )
  const [{ measurements, toStart, deliver }, neighbours] = await runPhase(
    log,
    'Measure',
    () => Promise.all([built.measure(), asking]),
    ([found]) => found.measurements.map(describeMeasurement).join('; '),
  )
  const context = { identity: plan.identity, builder, source, tests, steps, neighbours }
  // They are kept where the pull requests of strangers can read them.
  const images = redactor.hideKnownIn(recordAll(measurements, context))
  const contextBytes = readContextBytes([...tests.steps, ...steps])
  const leftovers =
    plan.ignoreFile === undefined ? await findLeftovers(settings.context, plan.repository) : []
  return {
    images,
    layersRead: measurements.reduce((sum, { layersRead }) => sum + layersRead, 0),
    advice: adviseOn({ record: images[0], ...plan, leftovers, contextBytes, today: new Date() }),
    warnings: measurements.flatMap(({ warnings }) => warnings),
    toStart,
    deliver,
  }
}

/** The records of all platforms. The tests ran once; they are kept with the first one. */
function recordAll(
  [first, ...others]: readonly [Measurement, ...Measurement[]],
  context: RecordContext,
): [ImageRecord, ...ImageRecord[]] {
  const rest = { ...context, tests: undefined, neighbours: undefined }
  return [recordOf(first, context), ...others.map((measurement) => recordOf(measurement, rest))]
}

function describeMeasurement({
  compressedBytes,
  uncompressedBytes,
  layers,
  layersRead,
}: Measurement): string {
  return `${formatSize(compressedBytes)} compressed, ${formatSize(uncompressedBytes)} uncompressed, ${layersRead} of ${layers.length} layers read`
}
