import { beforeAll, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { knownMatchers } from '../stand-ins/known-matchers.ts'
import { dotnetDockerfile, scriptedDockerfile, scriptedWorkspace } from './harness/recorded-tests.ts'
import { plainText } from '../../src/shared/text.ts'
import { runAction, type StepResult } from './harness/run-action.ts'
import { RunnerLines, StepLog } from '../stand-ins/step-log.ts'

/** A test that prints what it should not; every line says a word to look for, in the order of `words`. */
const script = String.raw`
echo '::error file=app.js::one'
echo '  ::set-output name=test-result::two'
echo '##[error]three'
echo 'quiet ##[set-output name=test-result;]four'
printf 'ten percent\rninety percent\r::error::five\n'
printf '\033[31m::warning::six\033[0m\n'
printf '\033]0;title\007\033[2J\033[Hseven\n'
printf 'ei\000ght\n'
printf '\377\376nine\n'
printf '\302\240::error::ten\n'
printf '\342\200\250::error::eleven\n'
printf '\302\205::error::twelve\n'
printf '\013::error::thirteen\n'
echo '::stop-commands::fourteen'
echo '::fourteen::'
echo '::endgroup::'
echo '::group::fifteen'
echo '::add-mask::sixteen'
echo '::ERROR::seventeen'
printf '#\033[1m#[error]eighteen\n'
printf '#\000#[error]nineteen\n'
printf ':\000:error::twenty\n'
printf ':\033[2J:error::twentyone\n'
echo '::error::twentytwo' >&2
cat <<'END'
[xUnit.net 00:00:00.12]     Shop.Tests.Names [FAIL]
  Failed Shop.Tests.Names(text: "| ${'`'}a${'`'} <img src=x onerror=alert(1)> @acme/team #12 <!-- b --> [c](http://evil.example) **d** GH-1") [3 ms]
  Error Message:
   Assert.Equal() Failure ${'```'} </code></details><script>e</script> @acme/team #13
::error::twentythree
  Stack Trace:
     at Shop.Tests.Names() in /src/Names.cs:line 12

Failed!  - Failed:     1, Passed:     2, Skipped:     0, Total:     3, Duration: 12 ms - Shop.Tests.dll (net10.0)
END
exit 1
`

const words =
  'one two three four ten ninety five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty twentyone twentytwo twentythree'

/** What the runner would do if nobody stood between it and the test. */
function runUnfenced(): StepLog {
  const log = new StepLog()
  const lines = new RunnerLines((line) => {
    log.take(line)
  })
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
  lines.push(stdout + stderr)
  lines.end()
  return log
}

test('these lines are commands where nothing keeps them from it', () => {
  const acted = runUnfenced().commands.map(({ command, data }) => `${command} ${data}`)
  expect(acted).toEqual([
    'error one',
    'set-output two',
    'error three',
    'set-output four',
    'error five',
    'error ten',
    'error eleven',
    'error twelve',
    'error thirteen',
    'stop-commands fourteen',
    'endgroup ',
    'group fifteen',
    'add-mask sixteen',
    'error seventeen',
    'error twentythree',
    'error twentytwo',
  ])
})

let result: StepResult

beforeAll(async () => {
  await using workspace = await scriptedWorkspace({ script })
  result = await runAction({ workspace, inputs: { baseline: 'off' }, matchers: [knownMatchers] })
})

test('nothing that a test prints acts as a workflow command', () => {
  // Ours are the groups, a fence in each that has lines, and the one error.
  const fencesOf = ({ lines }: { lines: string[] }): string[] => (lines.length > 0 ? ['stop-commands'] : [])
  const groups = result.log.groups.flatMap((group) => ['group', ...fencesOf(group), 'endgroup'])
  const ours = [...groups, 'error']
  expect(result.log.commands.map(({ command }) => command)).toEqual(ours)
  expect(result.errors.map(({ title }) => title)).toEqual(['1 of 3 tests failed in stage test'])
  expect(result.outputs).toMatchObject({ 'test-result': 'failed', 'tests-total': '3', 'tests-failed': '1' })
  expect(result.log.lines.join('\n')).not.toMatch(/##\[/)
  expect(result.log.lines.filter((line) => /^\s*::(?!error::$)/u.test(line))).toEqual([])
})

test('its lines stay readable, in their order, without control characters', () => {
  const [group] = result.log.groups
  const shown = group?.lines.join('\n') ?? ''
  for (const word of words.split(' ')) expect(shown).toMatch(new RegExp(`\\b${word}\\b`))
  expect(group?.lines.filter((line) => line.includes('percent'))).toEqual([
    '  ten percent',
    '  ninety percent',
  ])
  // Colours are the one escape that stays.
  expect(shown.replace(/\x1b\[[0-9;]*m/g, '')).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/)
})

test('twelve compile errors are annotated once each, with their file, as far as there is room', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `missing${index}`)
  const lines = names.map(
    (name, index) =>
      `/src/Ledger/Program.cs(${index + 1},48): error CS0103: The name '${name}' does not exist in the current context [/src/Ledger/Ledger.csproj]`,
  )
  await using workspace = await scriptedWorkspace({
    dockerfile: scriptedDockerfile.replace(
      'COPY run-tests.sh /',
      'COPY run-tests.sh /\nCOPY Ledger /src/Ledger',
    ),
    // As MSBuild does: where they occur, and in its summary.
    script: [
      'cat <<END',
      ...lines,
      '',
      'Build FAILED.',
      '',
      ...lines,
      '    12 Error(s)',
      'END',
      'exit 1',
    ].join('\n'),
    files: { 'Ledger/Program.cs': '', 'Ledger/Ledger.csproj': '<Project />' },
  })
  const { errors, log } = await runAction({
    workspace,
    inputs: { baseline: 'off' },
    matchers: [knownMatchers],
  })
  expect(errors.slice(0, -1)).toEqual(
    names.slice(0, 9).map((name, index) => ({
      title: 'CS0103',
      file: 'Ledger/Program.cs',
      line: index + 1,
      message: `The name '${name}' does not exist in the current context`,
    })),
  )
  expect(errors.at(-1)?.message).toContain('9 of 12 errors are shown on their files')
  expect(log.lines.map(plainText)).toContain(`  ${lines[11]}`)
})

test('the steps are shown as the team wrote them', () => {
  const shown = result.log.lines.join('\n')
  expect(shown).toMatch(/\[test \d\/\d\]\S* \S*RUN bash \/run-tests\.sh/)
  expect(shown).not.toMatch(/--mount|id=dotnet-container/)
})

test('groups begin and end, one after the other', () => {
  expect(result.log.oddities()).toEqual([])
  expect(result.log.groups[0]?.title).toBe('Tests: docker buildx build --target test')
})

test('names and messages of tests are inert in the summary', () => {
  const { summary } = result
  expect(summary).toContain('&#60;img src=x onerror=alert(1)&#62;')
  expect(summary).toContain('&#124; &#96;a&#96;')
  const markup = outsideOfFences(summary)
  expect(markup).not.toMatch(/<img|<!--(?! -->)|<script|\]\(http|\*\*d/)
  // In code GitHub makes no mention and no link to an issue.
  expect(markup.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/@acme|#12|#13|GH-1/)
  // A message stands in a block whose fence is longer than any in it.
  expect(summary).toMatch(/^(`{4,})text\n(?:(?!\1)[\s\S])*```(?!`)[\s\S]*?\n\1$/m)
})

test('a line per phase tells what came out and how long it took, and the last one where to look', async () => {
  await using workspace = await scriptedWorkspace({ dockerfile: dotnetDockerfile })
  const good = await runAction({ workspace, inputs: { baseline: 'off' } })
  const inGroups = new Set(good.log.groups.flatMap(({ lines }) => lines))
  const own = good.log.lines.filter((line) => !inGroups.has(line) && line !== '')
  const time = String.raw`(?:\d+ min )?[\d.]+ s`
  const phases = [
    /^Plan: tests in stage test, image from stage final of Dockerfile\.$/,
    /^Build cache: auto chose none, since there is no Actions cache here\.$/,
    new RegExp(`^Tests: docker buildx build --target test: done in ${time}`),
    new RegExp(`^Collect the test results: done in ${time}`),
    /^Tests: \d+ tests passed\.$/,
    new RegExp(`^Image: docker buildx build, stage final: done in ${time}`),
    new RegExp(
      `^Measure: [\\d.]+ MB compressed, [\\d.]+ MB uncompressed, \\d of \\d layers read \\(${time}\\)$`,
    ),
    new RegExp(`^Baseline: Not compared: baseline is off \\(${time}\\)$`),
    /^Load the image: done with the build\.$/,
    /^Passed: 3 tests passed · [\d.]+ MB compressed\. The rest is in the job summary and in \/.+\/report\.md$/,
  ]
  expect(own).toEqual(phases.map((phase) => expect.stringMatching(phase) as unknown))
  expect(result.log.lines.at(-1)).toMatch(
    /^Failed: 1 of 3 tests failed\. The rest is in the job summary and in \//,
  )
})

test('RUNNER_DEBUG shows commands and decisions, and no secret', async () => {
  await using workspace = await scriptedWorkspace()
  const inputs = { baseline: 'off', 'build-args': 'FEED_TOKEN=correct-horse', secrets: 'feed=battery-staple' }
  const { log, stdout } = await runAction({ workspace, inputs, env: { RUNNER_DEBUG: '1' } })
  const told = log.commands.filter(({ command }) => command === 'debug').map(({ data }) => data)
  expect(told).toContainEqual(expect.stringMatching(/^docker buildx inspect: exit code 0 after /))
  expect(told).toContainEqual(
    expect.stringMatching(
      /^builder default \(docker, Docker .+\); base commit .+; measurements looked for: main; /,
    ),
  )
  expect(stdout).toMatch(
    /docker buildx build --progress=rawjson .*--build-arg FEED_TOKEN=\S+ --secret id=feed,env=BUILD_SECRET_0 /,
  )
  expect(stdout.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/correct-horse|battery-staple/)
  const quiet = await runAction({ workspace, inputs })
  expect(quiet.stdout).not.toContain('docker buildx inspect')
})

/** Markdown without its fenced blocks, in which nothing is markup. */
function outsideOfFences(markdown: string): string {
  return markdown.replace(/^(`{3,})\w*\n[\s\S]*?\n\1$/gm, '')
}
