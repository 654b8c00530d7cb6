import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { makeTempFolder } from './temp-folder.ts'

const script = fileURLToPath(new URL('../../scripts/check-imports.mjs', import.meta.url))

/** What the check says of a house with these files, its measures last. */
async function check(files: Record<string, string>): Promise<{ exitCode: number; lines: string[] }> {
  await using house = await makeTempFolder(files)
  return await new Promise((resolve) => {
    const child = execFile(process.execPath, [script, house.path], (_, stdout) => {
      resolve({ exitCode: child.exitCode ?? -1, lines: stdout.trimEnd().split('\n') })
    })
  })
}

test('a house whose rooms import what is below them is in order', async () => {
  expect(
    await check({
      'job/run.ts': "import { read } from '../plan/deep/read.ts'\nexport const run = read\n",
      'plan/deep/read.ts':
        "import type { Log } from '../../shared/log.ts'\nexport const read = (log: Log) => log\n",
      'shared/log.ts': 'export type Log = string\n',
    }),
  ).toEqual({
    exitCode: 0,
    lines: [
      '3 files, 5 lines, 13 floors; largest folder job/ with 1 files; 0 circles; the longest chain of imports has 3 files',
    ],
  })
})

test.each([
  {
    name: 'an upward import of a type',
    files: { 'plan/a.ts': "import type { B } from '../job/b.ts'\n", 'job/b.ts': '' },
    problem: 'plan/a.ts imports job/b.ts: job/ is not below plan/.',
  },
  {
    name: 'an import of the room beside it, loaded later',
    files: { 'git/a.ts': "await import('../docker/b.ts')\n", 'docker/b.ts': '' },
    problem: 'git/a.ts imports docker/b.ts: docker/ is not below git/.',
  },
  {
    name: 'a circle of types in one room',
    files: {
      'plan/a.ts': "import type { B } from './b.ts'\n",
      'plan/b.ts': "export type { C } from './c.ts'\n",
      'plan/c.ts': "type A = import('./a.ts').A\n",
    },
    problem: 'In a circle: plan/a.ts, plan/b.ts, plan/c.ts.',
  },
  { name: 'a loose file', files: { 'main.ts': '' }, problem: 'main.ts lies loose: put it into its room.' },
  {
    name: 'a room that nobody placed',
    files: { 'utils/a.ts': '' },
    problem: 'utils/ has no floor: name it in scripts/check-imports.mjs.',
  },
  {
    name: 'a crowded folder',
    files: Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`plan/deep/${index}.ts`, ''])),
    problem: 'plan/deep/ has 13 files, and 12 are the limit.',
  },
])('$name is reported', async ({ files, problem }) => {
  const { exitCode, lines } = await check(files)
  expect([exitCode, ...lines.slice(0, -1)]).toEqual([1, problem])
})
