import type { Dockerfile, Stage } from '../dockerfile/parse-dockerfile.ts'
import type { InstrumentedDockerfile } from './instrument.ts'
import { rootOf } from '../dockerfile/stage-graph.ts'
import { resultsMount } from './run-mounts.ts'

/** Folders of results that jobs left behind which were killed, in minutes. */
const staleMinutes = 24 * 60

/** Where the places of all testing RUNs are while their results are collected. */
const placesFolder = '/dotnet-container-places'
/** To name what is copied out of it BuildKit lists all below the folder that it is in: in the root that would be the whole image. */
const outFolder = '/dotnet-container/results'

/** A Dockerfile whose build moves the results of this job's testing RUNs, a folder for each, and its processes' files out of the builder; undefined where no RUN leaves any. */
export function collectorDockerfile({
  dockerfile,
  testRuns,
  jobId,
  place,
}: InstrumentedDockerfile): string | undefined {
  // A cache mount is another one where it begins from another image.
  const mountsByImage = new Map<string, string>()
  for (const [number, { instruction, way, isRecorded }] of testRuns.entries()) {
    if (way === 'log' && !isRecorded) continue
    const image = imageOf(instruction.stage)
    const mount = resultsMount(instruction.stage, number, place, `${placesFolder}/${number}`)
    mountsByImage.set(image, `${mountsByImage.get(image) ?? ''}${mount}`)
  }
  if (mountsByImage.size === 0) return undefined
  const collectors = [...mountsByImage].map(([image, mounts], index) =>
    [
      `FROM ${image} AS dotnet-container-collect-${index}`,
      'USER 0',
      // A step above: where a RUN's own files and what a mount begins with are the same image, BuildKit reads all of it to name the RUN.
      `WORKDIR ${outFolder}`,
      // A network for it would take longer than its work.
      `RUN --network=none${mounts} ${collectCommand(jobId)}`,
    ].join('\n'),
  )
  const copies = collectors.map((_, index) => `COPY --from=dotnet-container-collect-${index} ${outFolder}/ /`)
  return [headOf(dockerfile), ...collectors, 'FROM scratch', ...copies, ''].join('\n')
}

/** On one line, whatever the escape character of the file is. */
function collectCommand(jobId: string): string {
  // A dump may have gigabytes, and nobody reads it.
  const files = `find ${placesFolder}/*/${jobId} -type f ! -iname '*.trx' ! -iname '*.xml' -exec rm -f {} + 2>/dev/null || true`
  // What can't be copied, as for want of disk space, stays where it is.
  const copy = `for place in ${placesFolder}/*/${jobId}; do [ ! -d "$place" ] || cp -R "$place"/. . || exit 1; done`
  const processes = `for file in ${placesFolder}/*/${jobId}-*; do [ ! -e "$file" ] || cp "$file" . || exit 1; done`
  const stale = `find ${placesFolder} -mindepth 2 -maxdepth 2 -mmin +${staleMinutes} -exec rm -rf {} +`
  return `${files}; ${copy} && ${processes} && rm -rf ${placesFolder}/*/${jobId}* && { ${stale} || true; }`
}

/** The image that a stage's chain begins from, with the platform that the team gave it. */
export function imageOf(stage: Stage): string {
  const { base, firstLine, dockerfile } = rootOf(stage)
  const line = dockerfile.text.split('\n')[firstLine - 1] ?? ''
  const platform = /^\s*FROM\s+(--platform=\S+)/i.exec(line)?.[1]
  return platform === undefined ? base : `${platform} ${base}`
}

/** What stands above the first FROM: directives and the ARGs that FROM lines use. */
export function headOf({ text, stages }: Dockerfile): string {
  const first = stages[0]?.firstLine ?? 1
  return text
    .split(/\r?\n/)
    .slice(0, first - 1)
    .join('\n')
}
