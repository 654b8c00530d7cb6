import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { helpLink } from '../../src/shared/help-link.ts'
import { manifest, repository } from './harness/action-manifest.ts'
import { removeLater } from './harness/docker.ts'
import { parseReport } from './harness/report.ts'
import { scriptedWorkspace } from './harness/recorded-tests.ts'
import { copyExample, type Workspace } from './harness/workspace.ts'

interface TerminalResult {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs the command as a person would: in the repository, without any variable of a workflow run. */
async function runTerminal(workspace: Workspace, ...args: string[]): Promise<TerminalResult> {
  const { PATH, HOME } = process.env
  const own = (name: string): string => join(workspace.folder, '.git', name)
  await mkdir(own('tmp'), { recursive: true })
  const env = { PATH, HOME, TMPDIR: own('tmp'), XDG_STATE_HOME: own('state'), NO_COLOR: '1' }
  const program = join(process.env['ACTION_DIST'] ?? join(repository, 'dist'), 'cli', 'index.js')
  const reportDir =
    args.includes('--help') || args.includes('--report-dir') ? [] : ['--report-dir', own('report')]
  return await new Promise((resolve) => {
    const child = execFile(
      process.env['E2E_NODE'] ?? 'node',
      [program, ...args, ...reportDir],
      { cwd: workspace.folder, env, maxBuffer: 64 * 1024 * 1024 },
      (_, stdout, stderr) => {
        resolve({ exitCode: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })
}

const tooWide = (text: string): string[] =>
  text.split('\n').filter((line) => line.length > 100 && !line.startsWith('  Help: '))

test('tells tests and size, and the next time what changed', async () => {
  await using workspace = await copyExample('visual-studio')
  const first = await runTerminal(workspace, workspace.context)
  expect(first.exitCode).toBe(0)
  expect(first.stdout).toMatch(
    /^\n✔ 9 tests passed · \d+\.\d\d MB compressed\n {2}examples\/visual-studio:final, stage final\n/,
  )
  expect(first.stdout).toContain(
    'No baseline yet: no image of this name, stage and platform was measured before on this machine.',
  )
  expect(first.stderr).toMatch(/Passed! {2}- Failed: {5}0, Passed: {5}9/)
  expect(tooWide(withoutPaths(first.stdout))).toEqual([])
  expect(await readReport(workspace)).toMatchObject({ tests: { result: 'passed', counts: { total: 9 } } })

  await workspace.git('tag', 'v1.0.0')
  await workspace.edit(
    'WeatherApi/WeatherForecast.cs',
    '"Freezing"',
    `"Freezing" + "${'x'.repeat(20_000)}".Substring(20_000)`,
  )
  const second = await runTerminal(workspace, workspace.context, '--baseline-release', 'v*')
  await readReport(workspace)
  expect(second.exitCode).toBe(0)
  expect(second.stdout).toMatch(/^\n✔ 9 tests passed · \d+\.\d\d MB compressed, [+−]\d+/)
  expect(second.stdout).toMatch(/\ncompressed \(registry\) +\d+\.\d\d MB +\d+\.\d\d MB +[+−]/)
  expect(second.stdout).toMatch(/\nSince release v1\.0\.0, (?:just now|\d+ minutes? ago): [+−]\d/)
  expect(second.stdout).toMatch(/\nproject WeatherApi +≈ \+\d/)
  expect(tooWide(withoutPaths(second.stdout))).toEqual([])
})

test('ends with 1 when a test fails, and says which one', async () => {
  await using workspace = await scriptedWorkspace({
    script:
      "echo '  Failed Shop.Tests.Adds [3 ms]'; echo 'Failed!  - Failed:     1, Passed:     2, Skipped:     0, " +
      "Total:     3, Duration: 12 ms - Shop.Tests.dll (net10.0)'; exit 1",
  })
  const result = await runTerminal(workspace)
  expect(result.exitCode).toBe(1)
  expect(result.stdout).toMatch(/^\n✘ 1 of 3 tests failed\n/)
  expect(result.stdout).toContain('\n✘ Shop.Tests.Adds\n')
})

test('ends with 2 when the command line is wrong, and says what was meant', async () => {
  await using workspace = await scriptedWorkspace()
  const stderr =
    '✘ Wrong command line: --tagrt is not an option. Did you mean --target? See --help.\n' +
    `Help: ${helpLink('Wrong command line')}\n`
  expect(await runTerminal(workspace, '--tagrt', 'final')).toEqual({ exitCode: 2, stdout: '', stderr })
})

test('ends with 1 when an input is wrong', async () => {
  await using workspace = await scriptedWorkspace()
  const result = await runTerminal(workspace, '--cache', 'ghaa')
  expect(result.exitCode).toBe(1)
  expect(result.stdout).toContain('cache: "ghaa" is not one of auto, gha, registry, local, off.')
})

test('a Dockerfile is also found from the top of the repository and from the build context, as errors name it', async () => {
  await using workspace = await scriptedWorkspace()
  await mkdir(join(workspace.folder, 'deploy'))
  await writeFile(join(workspace.folder, 'deploy/Shop.Dockerfile'), 'FROM scratch AS only\n')
  const result = await runTerminal(workspace, 'deploy', '--file', 'Shop.Dockerfile', '--target', 'none')
  expect(result.stdout).toContain('deploy/Shop.Dockerfile has no stage "none"; it has only.')
})

test('shows its help with every input of the action', async () => {
  await using workspace = await scriptedWorkspace()
  const { exitCode, stdout } = await runTerminal(workspace, '--help')
  expect(exitCode).toBe(0)
  expect(tooWide(stdout)).toEqual([])
  const options = [...stdout.matchAll(/^ +--([a-z-]+)/gm)].map(([, name]) => name)
  expect(options).toEqual(Object.keys(manifest.inputs).filter((name) => name !== 'context'))
})

/** report.json of the last run, whose image is to go away later. */
async function readReport(workspace: Workspace): Promise<ReturnType<typeof parseReport>> {
  const report = parseReport(await readFile(join(workspace.folder, '.git', 'report', 'report.json'), 'utf8'))
  if (report?.exported) await removeLater(report.exported.digest)
  return report
}

/** The report without the places of its files, which are as long as they are. */
function withoutPaths(stdout: string): string {
  return stdout.replace(/\nreport: [\s\S]*$/, '')
}

test.each([
  { name: 'a green build', script: undefined, exitCode: 0 },
  {
    name: 'a failed test',
    script: "echo 'Failed!  - Failed:     1, Passed:     2, Skipped:     0, Total:     3'\nexit 1",
    exitCode: 1,
  },
])(
  '$name stays what it is where neither reports nor records can be written',
  async ({ script, exitCode }) => {
    await using workspace = await scriptedWorkspace(script === undefined ? {} : { script })
    // A file in place of the folder of records.
    await workspace.write('.git/state', '')
    const result = await runTerminal(workspace, '.', '--report-dir', '/etc/passwd/reports')
    expect(result.exitCode).toBe(exitCode)
    expect(result.stderr).toContain('Lost: the reports (ENOTDIR')
  },
)
