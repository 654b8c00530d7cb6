import { expect, test } from '@jest/globals'
import { parseDockerfile } from '../../../src/plan/dockerfile/parse-dockerfile.ts'
import { sourceLocator } from '../../../src/testing/locate-sources.ts'
import { makeTempFolder } from '../temp-folder.ts'

test('a path below a file that was copied to a folder is none of the checkout', async () => {
  await using folder = await makeTempFolder({ 'ci.sh': '#!/bin/sh\n', 'tests/A/T.cs': '\n' })
  const text = 'FROM base\nWORKDIR /src\nCOPY tests .\nCOPY ci.sh .\nRUN ./ci.sh\n'
  const dockerfile = parseDockerfile(text, 'Dockerfile', [])
  const testRuns = dockerfile.stages.map((stage) => ({ instruction: { stage } }))
  const locate = sourceLocator({ context: folder.path, workspace: folder.path }, { testRuns })
  expect(locate('/src/ci.sh/T.cs', 3)).toBeUndefined()
  expect(locate('/src/B/T.cs', 3)).toBeUndefined()
  expect(locate('/src/A/T.cs', 3)).toEqual({ file: 'tests/A/T.cs', line: 3 })
})
