import { expect, test } from '@jest/globals'
import { parseStepName } from '../../../src/docker/build/steps.ts'
import { parseDockerfile } from '../../../src/plan/dockerfile/parse-dockerfile.ts'
import { findStepInstruction } from '../../../src/plan/dockerfile/stage-graph.ts'

const dockerfile = parseDockerfile(
  [
    'FROM sdk AS Build',
    'ENV A=1',
    'WORKDIR /src',
    'COPY . .',
    'RUN dotnet build || true',
    'FROM build',
    'USER app',
    'RUN dotnet test --no-build',
  ].join('\n'),
  'Dockerfile',
  [],
)

test.each<[what: string, step: string, line: number | undefined]>([
  ['a stage that begins from an image, which is a step too', '[build 4/4] RUN dotnet build || true', 5],
  ['the first of its own', '[build 2/4] WORKDIR /src', 3],
  ['a stage without a name that begins from another one', '[stage-1 1/1] RUN dotnet test --no-build', 8],
  ['one of several platforms', '[linux/arm64 build 3/4] COPY . .', 4],
  ['ONBUILD before its own', '[stage-1 2/3] RUN dotnet restore', undefined],
  ['its own after ONBUILD', '[stage-1 3/3] RUN dotnet test --no-build', 8],
  ['FROM', '[build 1/4] FROM docker.io/library/sdk', undefined],
  ['work of BuildKit', '[internal] load build context', undefined],
])('a step is that of %s', (_, step, line) => {
  expect(findStepInstruction(dockerfile, parseStepName(step))?.firstLine).toBe(line)
})
