/** What measuring costs: a large image that nobody knows yet, and a small change of one that the baseline knows. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { prepareMachine } from './machine.mjs'
import { measurePairs, median, ms, time } from './pairs.mjs'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

/** About 440 MB uncompressed: the ASP.NET image with the SDK's own folder as the application. */
const dockerfile = `FROM mcr.microsoft.com/dotnet/sdk:10.0 AS sdk
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final
WORKDIR /app
COPY --from=sdk /usr/share/dotnet/sdk /app/sdk
COPY own.txt /app/
`
const tag = 'dotnet-container-bench:1'

/** One layer of 2.2 GB that no compression makes smaller. */
const hugeDockerfile = `FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final
RUN head -c 2200000000 /dev/urandom > /huge
`

/** The peer: everything that a listing by hand takes. */
const saveAndList = `set -e
rm -rf "$1"; mkdir "$1"; cd "$1"
docker save "$2" | tar -x
for blob in blobs/sha256/*; do gzip -t "$blob" 2>/dev/null && gzip -dc "$blob" | tar -tv > /dev/null; done
true`

/** @param {(line: string) => void} print */
export async function benchMeasure(print) {
  const { docker: client, folder, env, node, remove } = await prepareMachine()
  await writeFile(join(folder, 'Dockerfile'), dockerfile)
  await writeFile(join(folder, '.dockerignore'), '*\n!own.txt\n')
  const change = () => writeFile(join(folder, 'own.txt'), `${randomUUID()}\n`)
  const options = ['--missing-test-stage', 'skip', '--cache', 'off', '--image-key', 'bench']
  /** Gives the peak memory in MB. @param {string[]} more */
  const ours = async (...more) => {
    const usage = join(folder, 'usage')
    const hook = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(usage)}, String(process.resourceUsage().maxRSS / 1000)))`
    await writeFile(join(folder, 'usage.cjs'), hook)
    const reports = ['--report-dir', join(folder, 'report')]
    await run(node, ['--require', join(folder, 'usage.cjs'), cli, folder, ...options, ...reports, ...more], {
      env,
    })
    return Number(await readFile(usage, 'utf8'))
  }
  const build = () => run(client, ['buildx', 'build', '--quiet', '--load', `--tag=${tag}`, folder], { env })
  try {
    await change()
    await build()
    /** @type {number[]} */
    const peaks = []
    const full = await measurePairs(
      5,
      async () => {
        peaks.push(await ours('--baseline', 'off', '--tags', tag))
      },
      async () => void (await run('sh', ['-c', saveAndList, 'sh', join(folder, 'saved'), tag], { env })),
    )
    print(
      `a large image, nothing known  ours ${ms(full.a)} with build and load, docker save and tar -tv ${ms(full.b)}: ${full.ratio.toFixed(2)} x, peak ${median(peaks).toFixed(0)} MB`,
    )
    await ours()
    peaks.length = 0
    const changed = await measurePairs(
      7,
      async () => {
        await change()
        peaks.push(await ours())
      },
      async () => {
        await change()
        await build()
      },
    )
    print(
      `a small change of it          ours ${ms(changed.a)}, the bare build ${ms(changed.b)}: +${ms(changed.differenceMs)}, peak ${median(peaks).toFixed(0)} MB`,
    )
    const huge = join(folder, 'huge.Dockerfile')
    await writeFile(huge, hugeDockerfile)
    const hugePeak = await ours('--file', huge, '--baseline', 'off', '--outputs', 'type=cacheonly')
    print(`a layer of 2.2 GB             listed with a peak of ${hugePeak.toFixed(0)} MB`)
    const containerDiff = process.env['CONTAINER_DIFF']
    if (containerDiff === undefined) return
    // The two versions that it compares are in the engine already, hence what ours takes above the bare build. Its gigabytes of temporary
    // files slow down what follows, hence not in turn.
    const images = ['1', '2'].map((version) => tag.replace(/1$/, version))
    await run(client, ['tag', tag, images[1] ?? ''], { env })
    await change()
    await build()
    const arguments_ = [
      'diff',
      ...images.map((image) => `daemon://${image}`),
      '--type=file',
      '--no-cache',
      '--quiet',
    ]
    const diffs = []
    for (let round = 0; round < 3; round++) {
      diffs.push(
        await time(
          async () =>
            void (await run(containerDiff, arguments_, { env: { ...env, HOME: folder }, maxBuffer: 1e9 })),
        ),
      )
    }
    await run(client, ['image', 'rm', images[1] ?? ''], { env })
    const ratio = median(diffs) / changed.differenceMs
    print(
      `the same by container-diff    ${ms(median(diffs))}, ours above the bare build ${ms(changed.differenceMs)}: ${ratio.toFixed(1)} times as long`,
    )
  } finally {
    await run(client, ['image', 'rm', '--force', tag], { env })
    await remove()
  }
}
