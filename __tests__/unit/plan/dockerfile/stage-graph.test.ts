import { expect, test } from '@jest/globals'
import { parseDockerfile, stageLabel } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { chainOf, neededFor, parentOf } from '../../../../src/plan/dockerfile/stage-graph.ts'

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
    parent: parentOf(dockerfile, stage) && stageLabel(parentOf(dockerfile, stage) ?? stage),
    chain: chainOf(dockerfile, stage).map(stageLabel),
    needed: [...neededFor(dockerfile, stage)].map(stageLabel),
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
  expect([...neededFor(one, stage)].map(stageLabel)).toEqual(['test', 'tools'])
})
