import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import type { TestRunInstruction } from '../../../../src/plan/instrument/run-mounts.ts'
import type { BuildResult } from '../../../../src/docker/run-build.ts'
import {
  findCulprit,
  findSwallower,
  isClipped,
  readLogs,
} from '../../../../src/testing/verdict/gather-evidence.ts'

const commands = ['dotnet test A || true', 'dotnet test B; dotnet test C']
const { stages } = parseDockerfile(`FROM sdk\nRUN ${commands.join('\nRUN ')}\n`, 'Dockerfile', [])
const testRuns = stages.flatMap((owner) =>
  owner.instructions.map((instruction): TestRunInstruction => ({
    owner,
    instruction,
    way: 'log',
    isCertain: true,
  })),
)

/** A green build in which each RUN printed these lines. */
const printed = (...lines: string[]): BuildResult => ({
  outcome: 'built',
  steps: [],
  output: lines.map((text, number) => ({
    step: `[test ${number}/2] RUN --mount=type=secret,id=dotnet-container-run-${number}-a ${commands[number] ?? ''}`,
    stage: 'test',
    text,
  })),
  text: [],
  checks: [],
  durationMs: 0,
  cacheTrouble: undefined,
  isBuilderLost: false,
})

const passed = 'Passed!  - Failed: 0, Passed: 1, Skipped: 0, Total: 1, Duration: 1 ms - A.dll (net10.0)'
const failed = 'Failed!  - Failed: 1, Passed: 0, Skipped: 0, Total: 1, Duration: 1 ms - A.dll (net10.0)'
const broken = '/src/B.cs(1,2): error CS1002: ; expected [/src/B.csproj]'

test.each<{ name: string; lines: string[]; hiddenBy: string | undefined }>([
  { name: 'the first', lines: [failed, passed], hiddenBy: '|| true' },
  { name: 'the second, which did not compile', lines: [passed, broken], hiddenBy: '; dotnet test C' },
  { name: 'none', lines: [passed, passed], hiddenBy: undefined },
])('the RUN to look at is the one that failed: $name', ({ lines, hiddenBy }) => {
  const logs = readLogs([printed(...lines)], true)
  expect(findSwallower(findCulprit({ testRuns }, [], logs))).toBe(hiddenBy)
})

test.each([
  {
    name: 'what BuildKit writes in its place',
    line: '[output clipped, log limit 200KiB/s reached]',
    isOne: true,
  },
  { name: 'the same for the whole step', line: '[output clipped, log limit 2MiB reached]', isOne: true },
  {
    name: 'a line that only talks of it',
    line: 'see [output clipped, log limit 2MiB reached]',
    isOne: false,
  },
])('output that was cut off is known by $name', ({ line, isOne }) => {
  expect(isClipped([printed(line)])).toBe(isOne)
})
