import { formatDuration, plural } from '../../shared/format.ts'
import { stageChart, type StageNode } from '../text/charts.ts'
import { code, details, table, linkPlace } from '../text/markdown.ts'
import type { ReportJson } from '../model/report-schema.ts'

type Stage = NonNullable<ReportJson['stages']>[number]
type Step = ReportJson['steps']['image'][number]

const maxStages = 60

/** The stages as a picture and a table: which comes from which, what each took, where the tests ran, which one is the final image. */
export function renderStages(report: ReportJson): string[] {
  const stages = (report.stages ?? [])
    .slice(0, maxStages)
    .map((stage) => ({ ...stage, isFinal: stage.isFinal && report.testsOnly !== true }))
  if (stages.length < 2) return []
  const steps = ownSteps(report)
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
    own === undefined || own.length === 0 ? '' : formatDuration(timeOf(own)),
    own === undefined || own.length === 0 ? '' : `${countCached(own)} of ${own.length}`,
    roleOf(stage, own),
  ])
  const nodes = all.map(({ stage, steps: own }): StageNode => ({
    lines: [
      stage.name,
      ...(own === undefined || own.length === 0
        ? []
        : [`${formatDuration(timeOf(own))}, ${countCached(own)} of ${own.length} cached`]),
      roleOf(stage, own),
    ],
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

/** The steps of each stage in both builds, each once, also what BuildKit does twice for one line, as for COPY --link. */
function ownSteps({ steps }: ReportJson): Map<string, Step[]> {
  const stages = new Map<string, Map<string, Step>>()
  for (const step of [...steps.test, ...steps.image]) {
    if (step.stage === undefined) continue
    const known = stages.get(step.stage.toLowerCase()) ?? new Map<string, Step>()
    stages.set(step.stage.toLowerCase(), known)
    if (/^(?:FROM|LINK) /.test(step.name)) continue
    const key = `${step.platform ?? ''} ${step.name}`
    if (known.get(key)?.outcome !== 'done') known.set(key, step)
  }
  return new Map([...stages].map(([name, known]) => [name, [...known.values()]]))
}

function timeOf(steps: readonly Step[]): number {
  return steps.reduce((sum, { outcome, durationMs }) => sum + (outcome === 'cached' ? 0 : durationMs), 0)
}

function countCached(steps: readonly Step[]): number {
  return steps.filter(({ outcome }) => outcome === 'cached').length
}
