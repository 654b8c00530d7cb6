/**
 * Records report.json of real runs into __tests__/fixtures/reports/, from which the pictures of README and docs are made: the job of dist/ on
 * copies of examples/several-projects, each with one change. Needs a Docker with the .NET images, as `npm run demo` makes it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureNode24 } from './machine/node24.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const fixtures = join(root, '__tests__', 'fixtures', 'reports')
const folder = mkdtempSync(join(tmpdir(), 'recorded-reports-'))
const copy = join(folder, 'orders')
const node = await ensureNode24({ log: console.log })

/** @typedef {{ name: string, key?: string, options?: string[], edit?: () => void }} Run */

const testsOfTwelve = `namespace Orders.Core.Tests;

public class PriceTests
{
${[
  'Net',
  'Gross',
  'Discount',
  'Shipping',
  'Tax',
  'Refund',
  'Voucher',
  'Rounding',
  'Currency',
  'Minimum',
  'Maximum',
  'Total',
]
  .map(
    (name, index) =>
      `    [Fact]\n    public void ${name}_is_right() => Assert.Equal(${index + 10}.50m, ${index + 10}.05m);`,
  )
  .join('\n\n')}
}
`

/** In their order: later ones compare with the commit of the first. @type {Run[]} */
const runs = [
  { name: 'first-run' },
  { name: 'green', edit: addPackage },
  { name: 'over-limit', edit: addPackage, options: ['--max-increase', '100 kB'] },
  {
    name: 'one-red-test',
    edit: () => {
      change('src/Orders.Core/OrderNumber.cs', 'Sequence + 1', 'Sequence + 2')
    },
  },
  {
    name: 'twelve-red-tests',
    edit: () => {
      write('tests/Orders.Core.Tests/PriceTests.cs', testsOfTwelve)
    },
  },
  {
    name: 'tests-only',
    edit: () => {
      change('Dockerfile', /\nFROM build AS publish[\s\S]*$/, '')
    },
  },
]

try {
  mkdirSync(fixtures, { recursive: true })
  cpSync(join(root, 'examples', 'several-projects'), copy, { recursive: true })
  git('init', '--quiet', '--initial-branch', 'main')
  commit('first')
  for (const run of runs) {
    run.edit?.()
    if (run.name !== 'first-run') commit(run.name)
    await record(run)
    git('reset', '--quiet', '--hard', 'HEAD')
    if (run.name !== 'first-run') git('reset', '--quiet', '--hard', 'HEAD~1')
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @param {Run} run */
async function record({ name, options = [] }) {
  const output = join(folder, name)
  const args = [
    join(root, 'dist/cli/index.js'),
    copy,
    '--image-key',
    'orders',
    '--report-dir',
    output,
    ...options,
  ]
  const env = { ...process.env, XDG_STATE_HOME: join(folder, 'state') }
  console.log(`\n== ${name}`)
  const child = spawn(node, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
  await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  // A terminal has no branch and no address to link to; in a workflow they are those of the repository.
  const written = readFileSync(join(output, 'report.json'), 'utf8')
  const report = JSON.parse(written.replaceAll('"this machine"', '"main"'))
  const source = { repository: 'https://github.com/acme/orders', commit: git('rev-parse', 'HEAD').trim() }
  writeFileSync(join(fixtures, `${name}.json`), `${JSON.stringify({ ...report, source }, null, 1)}\n`)
}

function addPackage() {
  change(
    'src/Orders.Api/Orders.Api.csproj',
    '</Project>',
    '  <ItemGroup>\n    <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />\n  </ItemGroup>\n</Project>',
  )
  change(
    'src/Orders.Api/Program.cs',
    'app.Run();',
    'app.MapGet("/version", () => Newtonsoft.Json.JsonConvert.SerializeObject(new { version = 2 }));\n\napp.Run();',
  )
}

/** @param {string} file @param {string | RegExp} old @param {string} text */
function change(file, old, text) {
  const before = readFileSync(join(copy, file), 'utf8')
  const after = before.replace(old, () => text)
  if (after === before) throw new Error(`${file} has no ${String(old)}; the change does not fit it.`)
  write(file, after)
}

/** @param {string} file @param {string} text */
function write(file, text) {
  writeFileSync(join(copy, file), text)
}

/** @param {string} message */
function commit(message) {
  git('add', '--all')
  git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '--quiet', '--message', message)
}

/** @param {...string} args */
function git(...args) {
  const { status, stdout, stderr } = spawnSync('git', ['-C', copy, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout
}
