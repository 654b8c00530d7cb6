import { expect, test } from '@jest/globals'
import { scriptedWorkspace, threePassed } from '../e2e/harness/recorded-tests.ts'
import { runAction } from '../e2e/harness/run-action.ts'

test('a step that prints nothing for long is named every 30 s', async () => {
  await using workspace = await scriptedWorkspace({ script: `sleep 35; echo '${threePassed}'` })
  const { log } = await runAction({ workspace, inputs: { baseline: 'off' } })
  const shown = log.groups[0]?.lines.join('\n').replace(/\x1b\[\d*m/g, '')
  expect(shown).toMatch(/\[test \d\/\d\] RUN bash \/run-tests\.sh {2}still running after 3\d\.\d s\n/)
})
