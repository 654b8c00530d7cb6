import { expect, test } from '@jest/globals'
import { classifyOnbuildRun } from '../../../../src/plan/dockerfile/onbuild.ts'

test.each([
  { words: 'ONBUILD RUN dotnet test', kind: 'tests' },
  { words: 'ONBUILD RUN --mount=type=cache,target=/x ["dotnet", "test"]', kind: 'tests' },
  { words: 'ONBUILD RUN ./build.sh', kind: 'unknown' },
  { words: 'ONBUILD RUN apt-get update', kind: 'known' },
  { words: 'ONBUILD COPY tests .', kind: undefined },
  { words: 'RUN dotnet test', kind: undefined },
])('$words: $kind', ({ words, kind }) => {
  expect(classifyOnbuildRun(words)).toBe(kind)
})
