import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { nameStage } from '../../../../src/plan/dockerfile/name-stage.ts'

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
