import { expect, test } from '@jest/globals'
import { chmod, readFile } from 'node:fs/promises'
import { HeldLog } from '../../../src/shared/log.ts'
import type { Step } from '../../../src/docker/build/build-result.ts'
import { Docker } from '../../../src/docker/docker.ts'
import type { ImageJob } from '../../../src/job/job.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { makePlan } from '../../../src/plan/plan.ts'
import { ParallelImage } from '../../../src/job/parallel-image.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'

const request = { context: '/app', dockerfile: '/app/Dockerfile', target: 'final' }
const [began, ended] = ['2026-11-29T10:00:00Z', '2026-11-29T10:00:02Z']

/** What BuildKit tells of a build with these steps. */
function progressOf(names: readonly string[], how: object): string {
  const vertexes = names.map((name, index) => ({ digest: `sha256:${index}`, name, started: began, ...how }))
  return `${JSON.stringify({ vertexes })}\n`
}

interface Run {
  steps: readonly Step[]
  warnings: string[]
  /** What became of the writing of the cache. */
  writes: string[]
  builds: number
}

/** Builds an image of such steps while the tests run, then does what a job does next, and takes it; of a later build all is cached. */
async function takeAfter(
  names: readonly string[],
  next: (image: ParallelImage, isBuilt: Promise<void>) => unknown = () => undefined,
  { exitCode = 0, told = '', cacheFrom = [] as string[] } = {},
): Promise<Run> {
  await using folder = await makeTempFolder({
    Dockerfile:
      'FROM sdk AS build\nRUN it\nRUN it\nFROM build AS publish\nRUN it\nFROM aspnet AS final\nCOPY --from=publish /app /app\n',
    first: told + progressOf(names, { completed: ended }),
    later: progressOf(names, { completed: began, cached: true }),
  })
  const script = [
    `if [ -e ${folder.path}/built ]; then cat ${folder.path}/later >&2; echo >> ${folder.path}/built; exit; fi`,
    `echo > ${folder.path}/built; cat ${folder.path}/first >&2; exit ${exitCode}`,
  ]
  await chmod(await folder.write('docker', `#!/bin/sh\n${script.join('\n')}\n`), 0o755)
  const tools = {
    docker: new Docker({ PATH: process.env['PATH'] }, `${folder.path}/docker`),
    log: new HeldLog(),
    tempFolder: folder.path,
  }
  const settings = await readSettings(defaultInputs, folder.path)
  const plan = await makePlan(settings)
  const builder = { driver: 'docker-container', containerdStore: false }
  const job = { settings, builder, plan, before: [] }
  const searched = Promise.resolve([{ kind: 'none' }])
  const prepared = { ...job, parallelBuild: { kind: 'parallel' }, builds: { image: request }, searched }
  const writes: string[] = []
  let resolve = (): void => undefined
  const isBuilt = new Promise<void>((built) => {
    resolve = built
  })
  const writing = {
    beginImage: () => {
      writes.push('begun')
      resolve()
    },
    stop: () => Promise.resolve(void writes.push('stopped')),
  }
  await using image = new ParallelImage(tools, prepared as never, plan, writing)
  image.begin([])
  await next(image, isBuilt)
  const taken = { ...job, request: { ...request, cacheFrom } }
  const { steps, warnings } = await image.take(taken as unknown as ImageJob)
  const builds = (await readFile(`${folder.path}/built`, 'utf8')).length
  return { steps, warnings, writes, builds }
}

test('the image is built once, while the tests run, and goes into the cache', async () => {
  const names = ['[build 1/2] RUN it', '[build 2/2] RUN it', '[publish 1/1] RUN it']
  const { steps, writes, builds } = await takeAfter(names)
  expect(
    steps.map(({ stage, position, outcome, durationMs }) => [stage, position, outcome, durationMs]),
  ).toEqual([
    ['build', '1/2', 'done', 2000],
    ['build', '2/2', 'done', 2000],
    ['publish', '1/1', 'done', 2000],
  ])
  expect({ writes, builds }).toEqual({ writes: ['begun'], builds: 1 })
})

test('what fails in parallel is built again after the tests, with the steps as they first ran', async () => {
  const platforms = ['linux/amd64', 'linux/arm64']
  const names = platforms.map((platform) => `[${platform} publish 1/1] RUN it`)
  const { steps, builds, writes } = await takeAfter(names, () => undefined, { exitCode: 1 })
  expect(steps.map(({ platform, outcome, durationMs }) => [platform, outcome, durationMs])).toEqual(
    platforms.map((platform) => [platform, 'done', 2000]),
  )
  expect({ writes, builds }).toEqual({ writes: [], builds: 2 })
})

test('when the tests need all there is, it is stopped, taken away and built again', async () => {
  const { writes, builds } = await takeAfter(['[publish 1/1] RUN it'], async (image, isBuilt) => {
    await isBuilt
    await image.findShortage()
    await image.end()
  })
  expect({ writes, builds }).toEqual({ writes: ['begun', 'stopped'], builds: 2 })
})

test.each([
  { name: 'is told', cacheFrom: ['type=registry,ref=shop'], warnings: 1 },
  {
    name: 'is not told once more where the builds of the tests could not read it either',
    cacheFrom: [],
    warnings: 0,
  },
])('a cache that the image could not read $name', async ({ cacheFrom, warnings: count }) => {
  const vertex = {
    digest: 'sha256:c',
    name: 'importing cache manifest from shop',
    error: 'connection refused',
  }
  const told = `${JSON.stringify({ vertexes: [{ ...vertex, started: began, completed: ended }] })}\n`
  const { warnings } = await takeAfter(['[publish 1/1] RUN it'], () => undefined, { told, cacheFrom })
  expect(warnings).toHaveLength(count)
})
