/**
 * `npm run demo`: sees to it that there is a Docker with the .NET images, runs the job on a copy of an example, then again
 * with a package and a method more, so that the second report shows a size change. Both runs are in one folder: baselines of two
 * repositories never meet. Needs no `npm ci`: dist is committed.
 */
import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDotnetImages } from './machine/dotnet-images.mjs'
import { ensureEngine } from './machine/engine.mjs'
import { ensureNode24 } from './machine/node24.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const example = join(root, 'examples', 'several-projects')

const newPackage = `  <ItemGroup>
    <PackageReference Include="Newtonsoft.Json" Version="13.0.3" />
  </ItemGroup>

</Project>`

const newMethod = `app.MapGet("/orders/{number}/json", (string number, IOrderStore store) =>
    OrderNumber.Parse(number) is { } parsed && store.Find(parsed) is { } order
        ? Results.Text(Newtonsoft.Json.JsonConvert.SerializeObject(order), "application/json")
        : Results.NotFound());

app.Run();`

const log = (/** @type {string} */ line) => {
  console.log(line)
}

/**
 * Replaces one piece of a file, which must be there exactly once.
 * @param {string} path @param {string} old @param {string} text
 */
async function edit(path, old, text) {
  const before = await readFile(path, 'utf8')
  if (before.split(old).length !== 2)
    throw new Error(`${path} should have "${old}" once; the demo's change does not fit it.`)
  await writeFile(
    path,
    before.replace(old, () => text),
  )
}

/**
 * Runs the job as a user does in a terminal; fails the demo when the job fails.
 * @param {string} node @param {string[]} args @param {NodeJS.ProcessEnv} env
 */
async function runJob(node, args, env) {
  const child = spawn(node, [join(root, 'dist', 'cli', 'index.js'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Error(`The job ended with exit code ${String(code)}; its report above says why.`)
}

log('1. Docker, the .NET images and node 24')
const engine = await ensureEngine({ log })
const folder = await mkdtemp(join(tmpdir(), 'dotnet-container-demo-'))
// A state folder of its own: the demo compares with its own first run and with nothing else.
const env = { ...process.env, PATH: engine.path, XDG_STATE_HOME: join(folder, 'state') }
await ensureDotnetImages({ docker: engine.dockerPath, env, log, tags: ['sdk:10.0', 'aspnet:10.0'] })
const node = await ensureNode24({ log })

log('\n2. The job on a copy of examples/several-projects')
const options = ['--image-key', 'orders', '--report-dir']
const copy = join(folder, 'several-projects')
await cp(example, copy, { recursive: true })
await runJob(node, [copy, ...options, join(folder, 'first')], env)

log('\n3. The job on the same folder with a package and a method more')
await edit(join(copy, 'src/Orders.Api/Orders.Api.csproj'), '</Project>', newPackage)
await edit(join(copy, 'src/Orders.Api/Program.cs'), 'app.Run();', newMethod)
await runJob(node, [copy, ...options, join(folder, 'second')], env)
/** @type {{ baseline: { kind: string } }} */
const { baseline } = JSON.parse(await readFile(join(folder, 'second', 'report.json'), 'utf8'))
if (baseline.kind === 'none')
  throw new Error('The second run should have found the first one as its baseline.')

log(`\nThe reports of both runs lie in ${folder}: first/report.md and second/report.md.`)
