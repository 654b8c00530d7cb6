import { formatDuration, formatSize, plural } from '../../shared/format.ts'
import { cutText } from '../../shared/text.ts'
import { describeDelivery } from '../text/sentences.ts'
import { stageChart, type StageNode } from '../text/charts.ts'
import { code, details, table, text, linkPlace } from '../text/markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Stage = NonNullable<ReportJson['stages']>[number]
type Step = ReportJson['steps']['image'][number]

const maxStages = 60
const maxSteps = 120

/** The stages as a picture and a table: which comes from which, what each took, where the tests ran, which one is the final image. */
export function renderStages(report: ReportJson): string[] {
  const stages = (report.stages ?? [])
    .slice(0, maxStages)
    .map((stage) => ({ ...stage, isFinal: stage.isFinal && report.testsOnly !== true }))
  if (stages.length < 2) return []
  const steps = stepsByStage(report)
  const needed = report.image === undefined ? new Set<number>() : findNeeded(stages)
  const all = stages.map((stage, index) => ({
    stage,
    steps: steps.get(stage.name.toLowerCase()) ?? (needed.has(index) ? [] : undefined),
  }))
  const nameOf = (index: number): string => code(stages[index]?.name ?? '')
  const rows = all.map(({ stage, steps: own }) => [
    stage.line === undefined
      ? code(stage.name)
      : linkPlace({ file: report.file, line: stage.line }, report.source, code(stage.name)),
    stage.from === undefined ? code(stage.base) : nameOf(stage.from),
    stage.copiesFrom.map(nameOf).join(', '),
    ...(usage(own) ?? ['', '']),
    roleOf(stage, own),
  ])
  const nodes = all.map(({ stage, steps: own }): StageNode => ({
    lines: [stage.name, usage(own)?.join(', ').concat(' cached') ?? '', roleOf(stage, own)],
    image: stage.from === undefined ? stage.base : undefined,
    from: stage.from,
    copiesFrom: stage.copiesFrom,
    kind: own === undefined ? 'unbuilt' : stage.isFinal ? 'final' : stage.runsTests ? 'tests' : 'built',
  }))
  const built = all.filter((one) => one.steps !== undefined).length
  const list = table(['stage', 'made from', 'copies from', 'time:', 'steps from the cache:', ''], rows)
  return [details(`${plural(stages.length, 'stage')}, ${built} built`, `${stageChart(nodes)}\n\n${list}`)]
}

function roleOf({ isFinal, runsTests }: Stage, steps: readonly Step[] | undefined): string {
  if (steps === undefined) return 'not built'
  return [...(runsTests ? ['tests ran here'] : []), ...(isFinal ? ['final image'] : [])].join(', ')
}

/** The stages that the final image is made from: of those that are equal BuildKit builds one, and names that alone. */
function findNeeded(stages: readonly Stage[]): ReadonlySet<number> {
  const needed = new Set<number>()
  const waiting = stages.flatMap(({ isFinal }, index) => (isFinal ? [index] : []))
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const stage = stages[index]
    if (stage === undefined || needed.has(index)) continue
    needed.add(index)
    waiting.push(...stage.copiesFrom, ...(stage.from === undefined ? [] : [stage.from]))
  }
  return needed
}

/** The steps of each stage; one that was only named has an empty list. */
function stepsByStage(report: ReportJson): Map<string, Step[]> {
  const named = [...report.steps.test, ...report.steps.image].flatMap(
    ({ stage }) => stage?.toLowerCase() ?? [],
  )
  const stages = new Map(named.map((name): [string, Step[]] => [name, []]))
  for (const { step } of ownSteps(report)) stages.get(step.stage?.toLowerCase() ?? '')?.push(step)
  return stages
}

/** How long the steps of a stage took, and how many came from the cache; undefined where there are none. */
function usage(steps: readonly Step[] = []): [time: string, cached: string] | undefined {
  if (steps.length === 0) return undefined
  const ran = steps.filter(({ outcome }) => outcome !== 'cached')
  const durationMs = ran.reduce((sum, step) => sum + step.durationMs, 0)
  return [formatDuration(durationMs), `${steps.length - ran.length} of ${steps.length}`]
}

/** The steps of both builds, folded, and what the build cache cost and brought. */
export function renderSteps(report: ReportJson): string {
  const { cache, exported } = report
  const steps = ownSteps(report)
  const cacheSentence =
    cache === undefined
      ? ''
      : text(
          `Build ${cache.reason}.${describeUse(report)}${describeMounts(report)} ${describeDelivery(exported)}`.trimEnd(),
        )
  if (steps.length === 0) return cacheSentence
  const cached = steps.filter(({ step }) => step.outcome === 'cached').length
  const rows = steps.slice(0, maxSteps).map(stepRow)
  return details(
    `Steps: ${cached} of ${steps.length} from the cache`,
    `${table(['for', 'stage', 'step', 'time:'], rows)}\n\n${cacheSentence}`,
  )
}

/** What the cache brought, and what it cost. */
function describeUse({ cacheUse }: ReportJson): string {
  if (cacheUse === undefined) return ''
  const { readMs, receivedBytes, writeMs } = cacheUse
  const brought = receivedBytes === 0 ? '' : ` and brought ${formatSize(receivedBytes)}`
  const written = writeMs === undefined ? '' : `; writing it took ${formatDuration(writeMs)}`
  return ` Reading it took ${formatDuration(readMs)}${brought}${written}.`
}

/** What it cost to keep the cache mounts, and what it brought. */
function describeMounts({ cacheMounts }: ReportJson): string {
  if (cacheMounts === undefined) return ''
  const { restoreMs, restoredBytes, saveMs, savedBytes } = cacheMounts
  const restored =
    restoredBytes === 0
      ? 'nothing was there to restore'
      : `restoring ${formatSize(restoredBytes)} took ${formatDuration(restoreMs)}`
  const saved =
    saveMs === undefined ? '' : `; saving ${formatSize(savedBytes ?? 0)} took ${formatDuration(saveMs)}`
  return ` Cache mounts: ${restored}${saved}.`
}

/** The Dockerfile's steps of both builds, each once, whichever took it first, also what BuildKit does twice for one line, as for COPY --link. */
function ownSteps({ steps }: ReportJson): { build: string; step: Step }[] {
  const forTests = new Map(steps.test.filter(isOwn).map((step) => [keyOf(step), step]))
  const forImage = new Map(
    steps.image
      .filter((step) => {
        const known = forTests.get(keyOf(step))
        const isSame = step.outcome === 'cached' || known?.platform === step.platform
        return isOwn(step) && !(known !== undefined && isSame && step.outcome !== 'failed')
      })
      .map((step) => [`${step.platform ?? ''} ${keyOf(step)}`, step]),
  )
  return [
    ...[...forTests.values()].map((step) => ({ build: 'tests', step })),
    ...[...forImage.values()].map((step) => ({ build: 'image', step })),
  ]
}

function isOwn({ stage, name }: Step): boolean {
  return stage !== undefined && !/^(?:FROM|LINK) /.test(name)
}

function keyOf({ stage, position, name }: Step): string {
  return [stage, position, name].join(' ')
}

function stepRow({ build, step }: { build: string; step: Step }): string[] {
  const time =
    step.outcome === 'cached'
      ? 'cached'
      : step.outcome === 'done'
        ? formatDuration(step.durationMs)
        : step.outcome
  const stage = `${code(step.stage ?? '')}${step.platform === undefined ? '' : ` ${code(step.platform)}`}`
  return [build, stage, code(cutText(step.name, 120)), time]
}
