/**
 * How fast and in how much memory 100,000 results are read, by node 24 and as JavaScript, as it ships. With
 * TEST_REPORTER_DIST, the path of dist/index.js in a checkout of dorny/test-reporter, that action reads the same file in
 * pairs with ours: asked for nothing but the counts, which spares it its git call and its long report.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ensureNode24 } from '../scripts/machine/node24.mjs'
import { measurePairs, median } from './pairs.mjs'

const results = 100_000
const heapMb = 256
const root = fileURLToPath(new URL('..', import.meta.url))
const reader = join(root, 'lib/src/testing/trx/read-trx.js')

/** Writes a TRX file as VSTest's logger does. @param {string} path */
async function writeTrx(path) {
  const file = createWriteStream(path)
  /** @param {string} text */
  const write = async (text) => {
    if (!file.write(text)) await once(file, 'drain')
  }
  /** @param {number} index */
  const id = (index) => `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`
  await write(
    '\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">\n<Times creation="2026-11-20T18:16:53.0000000+00:00" queuing="2026-11-20T18:16:53.0000000+00:00" start="2026-11-20T18:16:53.0000000+00:00" finish="2026-11-20T18:16:53.0000000+00:00" />\n<Results>\n',
  )
  for (let index = 0; index < results; index++) {
    const failed = index % 1000 === 7
    const output = failed
      ? '<Output><ErrorInfo><Message>Assert.Equal() Failure: Values differ</Message><StackTrace>   at Shop.CartTests.Adds() in /src/tests/CartTests.cs:line 12</StackTrace></ErrorInfo></Output>'
      : '<Output><StdOut>checked the cart, the price and the tax of it</StdOut></Output>'
    await write(
      `<UnitTestResult executionId="${id(index)}" testId="${id(index)}" testName="Shop.Tests.CartTests.Adds_the_price_of_article(number: ${index})" computerName="build" duration="00:00:00.0012345" startTime="2026-11-20T18:16:53.0000000+00:00" endTime="2026-11-20T18:16:53.0000000+00:00" testType="13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b" outcome="${failed ? 'Failed' : 'Passed'}" testListId="8c84fa94-04c1-424b-9868-57a2d4851a1d" relativeResultsDirectory="${id(index)}">${output}</UnitTestResult>\n`,
    )
  }
  await write('</Results>\n<TestDefinitions>\n')
  for (let index = 0; index < results; index++) {
    await write(
      `<UnitTest name="Shop.Tests.CartTests.Adds_the_price_of_article(number: ${index})" storage="/src/tests/shop.tests/bin/release/net10.0/shop.tests.dll" id="${id(index)}"><Execution id="${id(index)}" /><TestMethod codeBase="/src/tests/Shop.Tests/bin/Release/net10.0/Shop.Tests.dll" adapterTypeName="executor://xunit/VsTestRunner3/netcore/" className="Shop.Tests.CartTests" name="Adds_the_price_of_article" /></UnitTest>\n`,
    )
  }
  await write('</TestDefinitions>\n<ResultSummary outcome="Failed" />\n</TestRun>\n')
  file.end()
  await once(file, 'close')
}

/** @param {(line: string) => void} print */
export async function benchTrx(print) {
  const node = await ensureNode24({ log: () => undefined })
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  execFileSync(process.execPath, [compiler, '--noCheck', '--outDir', 'lib'], { cwd: root })
  const folder = await mkdtemp(join(tmpdir(), 'dotnet-container-bench-'))
  const path = join(folder, 'results.trx')
  await writeTrx(path)
  const megabytes = (await stat(path)).size / 1e6
  const program = `
    import { createReadStream } from 'node:fs'
    const { readTrx } = await import(${JSON.stringify(reader)})
    const start = performance.now()
    const run = await readTrx(createReadStream(${JSON.stringify(path)}), { fileName: 'results.trx' })
    console.log(JSON.stringify({ ms: performance.now() - start, total: run.counts.total, rssMb: process.resourceUsage().maxRSS / 1000 }))`
  try {
    const runs = []
    for (let round = 0; round < 5; round++) runs.push(await readInChild(node, program))
    const seconds = median(runs.map((run) => run.ms)) / 1000
    const rss = median(runs.map((run) => run.rssMb))
    print(
      `reading ${results.toLocaleString('en')} results       ${megabytes.toFixed(0)} MB of TRX in ${seconds.toFixed(2)} s: ${(megabytes / seconds).toFixed(0)} MB/s, heap limit ${heapMb} MB, peak ${rss.toFixed(0)} MB`,
    )
    const reporter = process.env['TEST_REPORTER_DIST']
    if (reporter === undefined) return
    const theirs = () => readWithReporter(node, reporter, folder, path)
    const ours = () => readInChild(node, program)
    const pair = await measurePairs(5, theirs, async () => void (await ours()))
    print(
      `dorny/test-reporter           whole process ${(pair.a / 1000).toFixed(2)} s, ours ${(pair.b / 1000).toFixed(2)} s: ${pair.ratio.toFixed(1)} x`,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string} node @param {string} program @returns {Promise<{ ms: number, total: number, rssMb: number }>} */
async function readInChild(node, program) {
  const child = spawn(node, [`--max-old-space-size=${heapMb}`, '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (/** @type {Buffer} */ chunk) => (out += chunk.toString()))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`reading ended with exit code ${String(code)}`)
  const result = JSON.parse(out)
  if (result.total !== results) throw new Error(`${result.total} results were read instead of ${results}`)
  return result
}

/** @param {string} node @param {string} reporter @param {string} folder @param {string} path */
async function readWithReporter(node, reporter, folder, path) {
  const summary = join(folder, 'summary')
  const output = join(folder, 'output')
  for (const file of [summary, output]) await writeFile(file, '')
  const inputs = {
    NAME: 'tests',
    PATH: path,
    REPORTER: 'dotnet-trx',
    'LIST-SUITES': 'none',
    'LIST-TESTS': 'none',
    'LIST-FILES': 'none',
    'MAX-ANNOTATIONS': '0',
    'ONLY-SUMMARY': 'true',
    'USE-ACTIONS-SUMMARY': 'true',
    'FAIL-ON-ERROR': 'false',
    'FAIL-ON-EMPTY': 'true',
    COLLAPSED: 'auto',
    TOKEN: 'none',
  }
  const env = {
    PATH: process.env['PATH'],
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: output,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
  }
  const child = spawn(node, [reporter], { stdio: ['ignore', 'ignore', 'inherit'], env, cwd: folder })
  const [code] = await once(child, 'close')
  const text = await readFile(output, 'utf8')
  if (code !== 0 || !text.includes(`${results - results / 1000}\n`))
    throw new Error(`test-reporter ended with exit code ${String(code)}:\n${text}`)
}
