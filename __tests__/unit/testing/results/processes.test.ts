import { expect, test } from '@jest/globals'
import { readProcesses } from '../../../../src/testing/results/processes.ts'
import { makeTempFolder } from '../../temp-folder.ts'

test('a process is known by its start, and ended well only where its end is there', async () => {
  await using folder = await makeTempFolder()
  const write = async (name: string, ...fields: (string | number)[]) => ({
    path: await folder.write(name, fields.join('\0')),
    run: 2,
    kind: 'process' as const,
  })
  const files = [
    await write(
      'job-2-bb.start',
      'aa',
      2000,
      'e1',
      '/src/A',
      '/sdk/vstest.console.dll',
      '/src/A/bin/A.dll',
      '',
    ),
    await write('job-2-aa.end', 1, 3000),
    await write(
      'job-2-aa.start',
      '',
      1000,
      'e2',
      '/src',
      '/usr/share/dotnet/sdk/10.0.401/dotnet.dll',
      'test',
    ),
    // Cut while it was written.
    await write('job-2-cc.start', 'aa', 2000),
  ]
  expect(await readProcesses(files)).toEqual([
    {
      testRun: 2,
      id: 'aa',
      parent: '',
      startedAtMs: 1000,
      environment: 'e2',
      folder: '/src',
      words: ['/usr/share/dotnet/sdk/10.0.401/dotnet.dll', 'test'],
      exitCode: 1,
    },
    {
      testRun: 2,
      id: 'bb',
      parent: 'aa',
      startedAtMs: 2000,
      environment: 'e1',
      folder: '/src/A',
      words: ['/sdk/vstest.console.dll', '/src/A/bin/A.dll', ''],
      exitCode: undefined,
    },
  ])
})
