import { expect, test } from '@jest/globals'
import { findShortage, type Shortage } from '../../../../src/docker/build/find-shortage.ts'
import type { BuildResult } from '../../../../src/docker/build/run-build.ts'

const plain: BuildResult = {
  outcome: 'failed',
  steps: [],
  output: [],
  text: [],
  checks: [],
  durationMs: 0,
  cacheTrouble: undefined,
  isBuilderLost: false,
}
const exited = (code: number): string =>
  `ERROR: failed to build: failed to solve: process "/bin/sh -c dotnet test" did not complete successfully: exit code: ${code}`
const printed = (text: string): BuildResult['output'] => [{ step: '[test 2/2] RUN x', stage: 'test', text }]

test.each<{ name: string; build: Partial<BuildResult>; shortage: Shortage | undefined }>([
  { name: 'a command that was killed', build: { text: [exited(137)] }, shortage: 'memory' },
  { name: 'a build that took too long', build: { outcome: 'timed-out' }, shortage: 'time' },
  { name: 'a builder that went away', build: { isBuilderLost: true }, shortage: 'builder' },
  {
    name: 'a full disk in BuildKit’s words',
    build: { text: ['ERROR: write /a: no space left on device'] },
    shortage: 'disk',
  },
  {
    name: 'a full disk in .NET’s words',
    build: { output: printed('System.IO.IOException: No space left on device : /src/a') },
    shortage: 'disk',
  },
  { name: 'a failed test', build: { text: [exited(1)], output: printed('Failed!') }, shortage: undefined },
  {
    name: 'a build that ended well',
    build: { outcome: 'built', output: printed('No space left on device') },
    shortage: undefined,
  },
])('what gave out: $name', ({ build, shortage }) => {
  expect(findShortage({ ...plain, ...build })).toBe(shortage)
})
