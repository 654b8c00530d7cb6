import { expect, test } from '@jest/globals'
import type { Vertex } from '../../../../src/docker/build/progress.ts'
import { parseStepName, StepTracker } from '../../../../src/docker/build/steps.ts'
import type { Step } from '../../../../src/docker/build/build-result.ts'

test.each([
  { title: '[build 3/7] RUN dotnet test', stage: 'build', position: '3/7', name: 'RUN dotnet test' },
  { title: '[build  2/10] RUN x', stage: 'build', position: '2/10', name: 'RUN x' },
  { title: '[stage-1 2/2] COPY a b', stage: 'stage-1', position: '2/2', name: 'COPY a b' },
  { title: '[2/3] RUN x', stage: 'stage-0', position: '2/3', name: 'RUN x' },
  {
    title: '[linux/arm64 build 2/3] RUN x',
    stage: 'build',
    platform: 'linux/arm64',
    position: '2/3',
    name: 'RUN x',
  },
  {
    title: '[linux/arm/v7 build 2/3] RUN x',
    stage: 'build',
    platform: 'linux/arm/v7',
    position: '2/3',
    name: 'RUN x',
  },
  {
    title: '[linux/amd64->arm64 build 2/3] RUN x',
    stage: 'build',
    platform: 'linux/amd64->arm64',
    position: '2/3',
    name: 'RUN x',
  },
  {
    title: '[linux/arm64 2/3] RUN x',
    stage: 'stage-0',
    platform: 'linux/arm64',
    position: '2/3',
    name: 'RUN x',
  },
  { title: '[linux 2/3] RUN x', stage: 'linux', position: '2/3', name: 'RUN x' },
  { title: '[windows-test 2/3] RUN x', stage: 'windows-test', position: '2/3', name: 'RUN x' },
  { title: '[build 1/2] RUN <<EOF (a...)\nb', stage: 'build', position: '1/2', name: 'RUN <<EOF (a...)\nb' },
  {
    title: '[build 1/2] RUN echo "[x 1/2] y"',
    stage: 'build',
    position: '1/2',
    name: 'RUN echo "[x 1/2] y"',
  },
  {
    title: '[internal] load build context',
    stage: undefined,
    position: undefined,
    name: '[internal] load build context',
  },
  { title: 'exporting to image', stage: undefined, position: undefined, name: 'exporting to image' },
  { title: '', stage: undefined, position: undefined, name: '' },
])('splits the name $title', ({ title, ...parts }) => {
  expect(parseStepName(title)).toEqual(parts)
})

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString()

function track(changes: Vertex[]): Step[] {
  const tracker = new StepTracker()
  for (const vertex of changes) tracker.take({ kind: 'vertex', vertex })
  return tracker.steps()
}

const run = { digest: 'a', name: '[build 2/2] RUN x' }
const step = { stage: 'build', position: '2/2', name: 'RUN x', error: undefined }

test('a step that sends the build context knows how much', () => {
  const tracker = new StepTracker()
  const name = '[internal] load build context'
  tracker.take({ kind: 'vertex', vertex: { digest: 'c', name, started: at(1) } })
  for (const sentBytes of [0, 1_200_000, 33]) tracker.take({ kind: 'context', vertex: 'c', sentBytes })
  tracker.take({ kind: 'vertex', vertex: { digest: 'c', name, started: at(1), completed: at(2) } })
  expect(tracker.steps()).toMatchObject([{ name, sentBytes: 1_200_000 }])
})

test.each<{ name: string; changes: Vertex[]; steps: Step[] }>([
  { name: 'a step that was never begun', changes: [run], steps: [] },
  {
    name: 'a step that ran',
    changes: [run, { ...run, started: at(1) }, { ...run, started: at(1), completed: at(3.5) }],
    steps: [{ ...step, outcome: 'done', durationMs: 2500 }],
  },
  {
    name: 'a step from the cache',
    changes: [run, { ...run, started: at(1), completed: at(1), cached: true }],
    steps: [{ ...step, outcome: 'cached', durationMs: 0 }],
  },
  {
    name: 'a step that failed',
    changes: [
      { ...run, started: at(1) },
      { ...run, started: at(1), completed: at(2), error: 'exit code: 1' },
    ],
    steps: [{ ...step, outcome: 'failed', durationMs: 1000, error: 'exit code: 1' }],
  },
  {
    name: 'an empty error, which is none',
    changes: [{ ...run, started: at(1), completed: at(2), error: '' }],
    steps: [{ ...step, outcome: 'done', durationMs: 1000 }],
  },
  {
    name: 'a step that another one’s failure cancelled',
    changes: [{ ...run, started: at(1), completed: at(2), error: 'context canceled: context canceled' }],
    steps: [{ ...step, outcome: 'cancelled', durationMs: 1000, error: 'context canceled: context canceled' }],
  },
  {
    name: 'a step that never ended',
    changes: [{ ...run, started: at(1) }],
    steps: [{ ...step, outcome: 'cancelled', durationMs: 0 }],
  },
  {
    name: 'a step in two parts, whose times add up',
    changes: [
      { ...run, started: at(1), completed: at(2) },
      { ...run, started: at(5) },
      { ...run, started: at(5), completed: at(7) },
    ],
    steps: [{ ...step, outcome: 'done', durationMs: 3000 }],
  },
  {
    name: 'a step that began again and never ended',
    changes: [
      { ...run, started: at(1), completed: at(2) },
      { ...run, started: at(5) },
    ],
    steps: [{ ...step, outcome: 'cancelled', durationMs: 1000 }],
  },
  {
    name: 'a change that is told again, which counts once',
    changes: [
      { ...run, started: at(1), completed: at(2) },
      { ...run, started: at(1), completed: at(2) },
    ],
    steps: [{ ...step, outcome: 'done', durationMs: 1000 }],
  },
  {
    name: 'an end without a start',
    changes: [
      { ...run, started: at(1) },
      { ...run, completed: at(2) },
    ],
    steps: [{ ...step, outcome: 'done', durationMs: 1000 }],
  },
  {
    name: 'a clock that went back',
    changes: [{ ...run, started: at(5), completed: at(1) }],
    steps: [{ ...step, outcome: 'done', durationMs: 0 }],
  },
])('reports $name', ({ changes, steps }) => {
  expect(track(changes)).toEqual(steps)
})

test('orders stages by their beginning and the steps of a stage by their place', () => {
  const begun = (digest: string, name: string, started: string) => ({
    digest,
    name,
    started,
    completed: started,
  })
  const steps = track([
    begun('1', '[final 2/2] COPY a', '2026-01-01T00:00:09Z'),
    begun('2', '[build 10/10] RUN last', '2026-01-01T00:00:05Z'),
    begun('3', '[build 2/10] RUN first', '2026-01-01T00:00:06Z'),
    begun('4', '[final 1/2] FROM b', '2026-01-01T00:00:01.5Z'),
    // Less than a second before the stage above, and written without a fraction.
    begun('5', '[build 1/10] FROM a', '2026-01-01T00:00:01Z'),
    begun('6', '[internal] load metadata', '2026-01-01T00:00:00.25Z'),
  ])
  expect(steps.map(({ stage, position }) => [stage, position])).toEqual([
    [undefined, undefined],
    ['build', '1/10'],
    ['build', '2/10'],
    ['build', '10/10'],
    ['final', '1/2'],
    ['final', '2/2'],
  ])
})
