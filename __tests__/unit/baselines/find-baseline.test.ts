import { expect, test } from '@jest/globals'
import { findStored, chooseBaseline, nameSeries } from '../../../src/baselines/find-baseline.ts'
import { saveRecords } from '../../../src/baselines/save-records.ts'
import type { Baseline } from '../../../src/compare/comparable.ts'
import { Docker } from '../../../src/docker/docker.ts'
import type { BaselineTools } from '../../../src/baselines/baseline-tools.ts'
import { HeldLog } from '../../../src/shared/log.ts'
import type { Builder } from '../../../src/docker/builder.ts'
import { buildImage } from '../../../src/job/build-image.ts'
import type { RawInputs } from '../../../src/inputs/input-table.generated.ts'
import { readSettings } from '../../../src/inputs/settings.ts'
import { makePlan } from '../../../src/plan/plan.ts'
import { prepareBuilds } from '../../../src/plan/prepare-builds.ts'
import { imageRecord, layerRecord } from '../measure/a-layout.ts'
import { commit, git } from '../git/a-repository.ts'
import { defaultInputs } from '../some-settings.ts'
import { makeTempFolder } from '../temp-folder.ts'
import { createFolderStore } from '../../../src/store/folder-store.ts'

const image = imageRecord([layerRecord('app')])
const stored: Baseline = {
  kind: 'found',
  record: imageRecord([layerRecord('base')]),
  source: 'cache',
  warnings: [],
}
const nothingStored: Baseline = {
  kind: 'none',
  reason: 'No baseline yet: no image of this name, stage and platform was measured before on main.',
  warnings: [],
  isStoreDown: false,
}

/** What a job finds in a repository of two commits, where docker knows nothing of any image. */
async function choose(
  inputs: Partial<RawInputs>,
  given: Baseline | ((commits: string[]) => Baseline),
  grewFrom: 'first' | 'nobody knows' = 'first',
): Promise<Baseline> {
  await using workspace = await makeTempFolder({ Dockerfile: 'FROM scratch\n' })
  await using temp = await makeTempFolder()
  git(workspace.path, 'init', '--quiet', '--initial-branch=main')
  const commits = [commit(workspace.path, 'first'), commit(workspace.path, 'second')]
  const settings = await readSettings(
    { ...defaultInputs, 'missing-test-stage': 'skip', ...inputs },
    workspace.path,
  )
  const plan = await makePlan(settings)
  const { image: request } = await prepareBuilds(
    plan,
    settings,
    { cacheFrom: [], testsFrom: [], attests: [], platforms: { image: [], tests: [] } },
    temp.path,
  )
  const history = {
    ...{ gitFolder: workspace.path, lookFrom: undefined, lookups: [], isShallow: false },
    grewFrom: grewFrom === 'first' ? commits[0] : undefined,
  }
  const docker = new Docker({ PATH: process.env['PATH'] }, 'false')
  const builder: Builder = {
    ...{ name: 'default', driver: 'docker', buildxVersion: '0.29.0', engine: 'Docker' },
    ...{ platforms: [], containerdStore: false },
  }
  const found = typeof given === 'function' ? given(commits) : given
  const log = new HeldLog()
  const tools: BaselineTools = {
    ...{ docker, log, tempFolder: temp.path },
    rebuild: (job, tempFolder) => buildImage({ docker, log, tempFolder }, { ...job, deliveries: [] }),
  }
  const job = { settings, builder, plan, request }
  return await chooseBaseline(tools, { history, remote: undefined }, job, image, found)
}

test('what was stored comes first where it is asked for first', async () => {
  expect(await choose({ baseline: 'cache\nrebuild' }, stored)).toEqual(stored)
})

test('counts the commits between its own one and what the tree grew from', async () => {
  const of = (commit: string | undefined): Baseline => ({
    ...stored,
    record: { ...stored.record, ...(commit === undefined ? {} : { commit }) },
  })
  expect(await choose({}, ([first]) => of(first))).toMatchObject({ commitsBetween: 0 })
  // A later one is not behind it.
  expect(await choose({}, ([, second]) => of(second))).not.toHaveProperty('commitsBetween')
  expect(await choose({}, ([first]) => of(first), 'nobody knows')).not.toHaveProperty('commitsBetween')
})

test('a source that gives none is told, and the next one is asked', async () => {
  const inputs = { baseline: 'registry\nrebuild\ncache', 'baseline-image': 'ghcr.io/acme/shop:main' }
  expect(await choose(inputs, stored, 'nobody knows')).toEqual({
    ...stored,
    warnings: [
      expect.stringMatching(/^baseline-image ghcr\.io\/acme\/shop:main is no baseline: .+\.$/),
      'baseline: rebuild gave none: the base commit is not known.',
    ],
  })
})

test('a stored record of another kind is passed over', async () => {
  const other = { ...stored, record: { ...stored.record, platform: 'linux/arm64' } }
  expect(await choose({}, other)).toMatchObject({
    kind: 'none',
    reason: 'No baseline that can be compared.',
    warnings: ['A stored baseline was not used: it is of linux/arm64, this image is of linux/amd64.'],
  })
})

test('none at all says why of each source', async () => {
  expect(await choose({ baseline: 'cache\nrebuild' }, nothingStored, 'nobody knows')).toEqual({
    kind: 'none',
    reason:
      'No baseline yet: no image of this name, stage and platform was measured before on main. No baseline: none could be built.',
    warnings: ['baseline: rebuild gave none: the base commit is not known.'],
    isStoreDown: false,
  })
  expect(await choose({ baseline: 'off' }, nothingStored)).toBe(nothingStored)
})

test.each([
  { whoSaves: undefined, reason: nothingStored.reason },
  {
    whoSaves: 'This run saves no measurement: it is none of its branch.',
    reason: `${nothingStored.reason} This run saves no measurement: it is none of its branch.`,
  },
])(
  'without a baseline it is told why the next run has none either: $whoSaves',
  async ({ whoSaves, reason }) => {
    await using folder = await makeTempFolder()
    const store = createFolderStore({ folder: folder.path })
    const history = {
      ...{ gitFolder: folder.path, grewFrom: undefined, lookFrom: undefined, isShallow: false },
      ...{ lookups: [{ branch: 'main' }], whoSaves },
    }
    const shop = { imageKey: 'shop', file: 'Dockerfile', target: 'final', buildArgs: [] }
    const found = await findStored({ store, history, remote: undefined }, { baseline: ['cache'] }, shop, [
      'linux/amd64',
    ])
    expect(found).toEqual([{ ...nothingStored, reason }])
  },
)

test('jobs of a matrix on runners of several platforms have a series each, as two Dockerfiles of one name have', () => {
  const shop = { imageKey: 'ghcr.io/acme/shop', file: 'Dockerfile', target: 'final' }
  const names = [
    nameSeries(shop, 'linux/amd64'),
    nameSeries(shop, 'linux/arm64'),
    nameSeries({ ...shop, file: 'Dockerfile.alpine' }, 'linux/amd64'),
    nameSeries({ ...shop, target: 'debug' }, 'linux/amd64'),
  ]
  expect(new Set(names).size).toBe(names.length)
  expect(nameSeries(shop, 'linux/arm64/v8')).toBe(names[1])
})

test('another image of one run under the same name is told of, and the same image built twice is not', async () => {
  await using folder = await makeTempFolder()
  const store = createFolderStore({ folder: folder.path })
  const place = { writes: { branch: 'main', commit: 'a'.repeat(40) }, run: '7-1' }
  const series = {
    settings: { baseline: ['cache' as const] },
    stored: [nothingStored],
    platforms: ['linux/amd64'],
  }
  const save = async (...layers: string[]): Promise<string[]> => {
    const record = { ...imageRecord(layers.map((name) => layerRecord(name))), ...place.writes }
    const { warnings, isStoreDown } = await saveRecords({ store }, place, series, [{ image: record }])
    expect(isStoreDown).toBe(false)
    return warnings
  }
  expect(await save('base', 'api')).toEqual([])
  expect(await save('base', 'api')).toEqual([])
  expect(await save('base', 'web')).toEqual([
    `The next run will miss this one as its baseline: another image of this run has the name ${image.imageKey}, too; give each an image-key.`,
  ])
})
