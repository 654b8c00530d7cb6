import { expect, test } from '@jest/globals'
import { parseDockerfile, stageLabel } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { chainOf, neededFor, parentOf, nameStage } from '../../../../src/plan/dockerfile/stage-graph.ts'

const dockerfile = parseDockerfile(
  [
    'FROM aspnet AS base',
    'FROM sdk AS Build',
    'FROM build AS test',
    'RUN --mount=type=bind,from=tools,target=/t --mount=type=cache,target=/c dotnet test',
    'FROM busybox AS tools',
    'FROM build AS publish',
    'FROM 1 AS number',
    'FROM alpine AS alpine',
    'FROM base',
    'COPY --from=publish /app .',
    'COPY --from=ghcr.io/acme/tool /bin/tool /bin/',
    'FROM scratch AS export',
    'COPY --from=2 /results /',
    'COPY --from=later /x /',
    'FROM scratch AS later',
  ].join('\n'),
  'Dockerfile',
  [],
)

test.each<{ of: number; chain: string[]; needed: string[] }>([
  { of: 0, chain: ['base'], needed: ['base'] },
  { of: 2, chain: ['test', 'Build'], needed: ['test', 'Build'] },
  { of: 4, chain: ['publish', 'Build'], needed: ['publish', 'Build'] },
  // FROM takes a number for an image, and a stage’s own name for the image of that name.
  { of: 5, chain: ['number'], needed: ['number'] },
  { of: 6, chain: ['alpine'], needed: ['alpine'] },
  { of: 7, chain: ['stage-7', 'base'], needed: ['stage-7', 'base', 'publish', 'Build'] },
  { of: 8, chain: ['export'], needed: ['export', 'test', 'Build'] },
])('knows what stage $of is made of', ({ of, chain, needed }) => {
  const stage = dockerfile.stages[of]
  if (stage === undefined) throw new Error('no such stage')
  expect({
    parent: parentOf(stage) && stageLabel(parentOf(stage) ?? stage),
    chain: chainOf(stage).map(stageLabel),
    needed: [...neededFor(stage)].map(stageLabel),
  }).toEqual({ parent: chain[1], chain, needed })
})

test('a mount brings the stages that it reads from', () => {
  const one = parseDockerfile(
    'FROM a AS tools\nFROM b AS test\nRUN --mount=type=bind,source=/x,from=Tools,target=/t y\n',
    'Dockerfile',
    [],
  )
  const [, stage] = one.stages
  if (stage === undefined) throw new Error('no such stage')
  expect([...neededFor(stage)].map(stageLabel)).toEqual(['test', 'tools'])
})

test.each([
  { name: 'on one line', text: 'FROM sdk', named: 'FROM sdk AS dotnet-container-stage-0' },
  { name: 'on two lines', text: 'FROM \\\n  sdk  ', named: 'FROM \\\n  sdk AS dotnet-container-stage-0' },
  {
    name: 'with a comment between its lines',
    text: 'FROM \\\n# where we begin\n  sdk\nRUN x',
    named: 'FROM \\\n# where we begin\n  sdk AS dotnet-container-stage-0\nRUN x',
  },
  { name: 'with a name', text: 'FROM sdk AS build', named: 'FROM sdk AS build' },
  {
    name: 'with a name behind a blank that is none of ASCII',
    text: 'FROM sdk AS \u00a0build',
    named: 'FROM sdk AS \u00a0build',
  },
])('names a stage whose FROM stands $name', ({ text, named }) => {
  const [stage] = parseDockerfile(text, 'Dockerfile', []).stages
  const lines = text.split('\n')
  if (stage) nameStage(lines, stage)
  expect(lines.join('\n')).toBe(named)
})
