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
      '',
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
      '',
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
      hasTests: false,
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
      hasTests: false,
      folder: '/src/A',
      words: ['/sdk/vstest.console.dll', '/src/A/bin/A.dll', ''],
      exitCode: undefined,
    },
  ])
})

test('what Testing Platform wrote down of fixtures belongs to its process', async () => {
  await using folder = await makeTempFolder()
  const id = 'aa'
  const start = ['', 1000, 'e', 'nunit.framework', '/src', '/src/U/bin/Debug/net10.0/U.dll'].join('\0')
  const log = [
    '2026-11-30T07:18:32.3395201+00:00 Microsoft.Testing.Extensions.VSTestBridge.ObjectModel.MessageLoggerAdapter ERROR TearDown failed for test fixture U.Tests.Teardown',
    '2026-11-30T07:18:32.3682533+00:00 Microsoft.Testing.Extensions.VSTestBridge.ObjectModel.MessageLoggerAdapter ERROR TearDown : System.Exception : gone',
    'StackTrace: --TearDown',
    '   at U.Tests.Teardown.D() in /mtp/U/T.cs:line 14',
    '2026-11-30T07:18:33.0000000+00:00 Microsoft.Testing.Platform.Hosts.Something ERROR of another kind',
  ]
  const files = [
    { path: await folder.write(`job-0-${id}.start`, start), run: 0, kind: 'process' as const },
    {
      path: await folder.write(`job-0-${id}_261130071830759.diag`, log.join('\n')),
      run: 0,
      kind: 'process' as const,
    },
  ]
  expect(await readProcesses(files)).toMatchObject([
    {
      hasTests: true,
      errors: [
        'TearDown failed for test fixture U.Tests.Teardown\nTearDown : System.Exception : gone\nStackTrace: --TearDown\n   at U.Tests.Teardown.D() in /mtp/U/T.cs:line 14',
      ],
    },
  ])
})
