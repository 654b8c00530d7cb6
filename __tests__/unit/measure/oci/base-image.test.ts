import { expect, test } from '@jest/globals'
import type { Step } from '../../../../src/docker/build/build-result.ts'
import { readLayerOrigins } from '../../../../src/measure/analyze/layer-origins.ts'
import { findBase } from '../../../../src/measure/oci/base-image.ts'
import { parseStepName } from '../../../../src/docker/build/steps.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'

const [a, b] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`)
const step = (name: string): Step => ({
  ...parseStepName(name),
  outcome: 'done',
  durationMs: 1,
  error: undefined,
})
const aspnet = 'mcr.microsoft.com/dotnet/aspnet'

test.each<{ name: string; dockerfile: string[]; steps: string[]; digest: string | undefined }>([
  {
    name: 'of the only FROM',
    dockerfile: [`FROM ${aspnet}:10.0 AS final`],
    steps: [`[final 1/1] FROM ${aspnet}:10.0@${a}`],
    digest: a,
  },
  {
    name: 'of the final stage’s own FROM where both are pinned',
    dockerfile: [`FROM ${aspnet}@${a} AS build`, `FROM ${aspnet}@${b} AS final`, 'COPY --from=build / /'],
    steps: [`[build 1/1] FROM ${aspnet}@${a}`, `[final 1/2] FROM ${aspnet}@${b}`],
    digest: b,
  },
  {
    name: 'of the final stage’s own FROM where the other one alone is pinned',
    dockerfile: [`FROM ${aspnet}:10.0@${a} AS build`, `FROM ${aspnet}:10.0`, 'COPY --from=build / /'],
    steps: [`[build 1/1] FROM ${aspnet}:10.0@${a}`, `[stage-1 1/2] FROM ${aspnet}:10.0@${b}`],
    digest: b,
  },
  {
    name: 'of a stage that got its name from us',
    dockerfile: [`FROM ${aspnet}:10.0@${a} AS build`, `FROM ${aspnet}:10.0`, 'COPY --from=build / /'],
    steps: [
      `[build 1/1] FROM ${aspnet}:10.0@${a}`,
      `[dotnet-container-stage-1 1/2] FROM ${aspnet}:10.0@${b}`,
    ],
    digest: b,
  },
  {
    name: 'of a step that stages share, which bears the name of another one',
    dockerfile: [
      `FROM ${aspnet}:10.0 AS base`,
      'WORKDIR /app',
      `FROM ${aspnet}:10.0 AS final`,
      'COPY --from=base / /',
    ],
    steps: [`[base 1/2] FROM ${aspnet}:10.0@${a}`],
    digest: a,
  },
  {
    name: 'of the stage that the final one begins from',
    dockerfile: [`FROM ${aspnet}:10.0 AS base`, 'FROM base AS final'],
    steps: [`[linux/arm64 base 1/1] FROM ${aspnet}:10.0@${a}`],
    digest: a,
  },
  {
    name: 'that nobody told, where the one shown is another stage’s',
    dockerfile: [
      `FROM ${aspnet}:10.0@${a} AS build`,
      `FROM ${aspnet}:10.0 AS final`,
      'COPY --from=build / /',
    ],
    steps: [`[build 1/1] FROM ${aspnet}:10.0@${a}`],
    digest: undefined,
  },
])('finds the digest $name', async ({ dockerfile: lines, steps, digest }) => {
  const dockerfile = parseDockerfile(lines.join('\n'), 'Dockerfile', [])
  const final = dockerfile.stages.at(-1)
  if (final === undefined) throw new Error('no stage')
  const config = { os: 'linux', architecture: 'amd64', rootfs: { diff_ids: [] }, history: [] }
  const clues = {
    ...{
      plan: { dockerfile, final },
      steps: steps.map(step),
      image: { config, layers: [] },
      before: undefined,
    },
    origins: readLayerOrigins(config, final),
  }
  const base = await findBase(clues, () => Promise.resolve(0))
  expect(base?.digest).toBe(digest)
})

test('what ONBUILD of a base image made is yours, also where the base can not be asked for its layers', async () => {
  const dockerfile = parseDockerfile('FROM acme/onbuild:1 AS final\nCOPY a /c', 'Dockerfile', [])
  const [final] = dockerfile.stages
  if (final === undefined) throw new Error('no stage')
  const layers = ['COPY a /a # buildkit', 'COPY b /b # buildkit', 'WORKDIR /w', 'COPY a /c # buildkit']
  const history = [
    ...layers.slice(0, 3).map((created_by) => ({ created_by, empty_layer: false })),
    { created_by: 'ENV X=1', empty_layer: true },
    { created_by: layers[3] ?? '', empty_layer: false },
  ]
  const config = {
    ...{ os: 'linux', architecture: 'amd64', history },
    rootfs: { diff_ids: layers.map(() => a ?? '') },
  }
  const steps = [
    `[final 1/2] FROM docker.io/acme/onbuild:1@${a}`,
    '[final 2/5] ONBUILD COPY b /b',
    '[final 3/5] ONBUILD WORKDIR /w',
    '[final 4/5] COPY a /c',
    '[build 2/3] ONBUILD RUN make',
  ]
  const clues = {
    ...{
      plan: { dockerfile, final },
      steps: steps.map(step),
      image: { config, layers: [] },
      before: undefined,
    },
    origins: readLayerOrigins(config, final),
  }
  const base = await findBase(clues, () => Promise.resolve(undefined))
  expect(base?.layerCount).toBe(1)
})
