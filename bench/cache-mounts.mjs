/**
 * What `cache-mounts: true` costs and brings: a csproj changes, on an engine that is emptied before each job; packages come from the feeds
 * of this machine. Every RUN of the web app has a cache mount for its packages.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startThrowawayEngine } from '../scripts/machine/throwaway-engine.mjs'
import { copyWebApp } from './examples.mjs'
import { prepareMachine } from './machine.mjs'
import { startOurAction } from './our-action.mjs'
import { measurePairs, ms } from './pairs.mjs'

const images = ['sdk', 'aspnet'].map((name) => `mcr.microsoft.com/dotnet/${name}:10.0`)
const mount = '--mount=type=cache,target=/root/.nuget/packages'

/** @param {(line: string) => void} print @param {{ rounds: number }} options */
export async function benchCacheMounts(print, { rounds }) {
  const { docker, folder, env: ofMachine, node, remove } = await prepareMachine()
  /** @type {(() => Promise<void> | void)[]} */
  const ends = [remove]
  try {
    const engine = await startThrowawayEngine({ name: 'bench-mounts', docker })
    ends.unshift(engine.stop)
    await engine.loadImages(ofMachine, images)
    const env = { ...ofMachine, DOCKER_HOST: engine.host }
    /** @param {string} cacheMounts */
    const start = async (cacheMounts) => {
      const project = await copyWebApp(join(folder, cacheMounts))
      const dockerfile = join(project.context, 'Dockerfile')
      const text = await readFile(dockerfile, 'utf8')
      await writeFile(dockerfile, text.replaceAll('RUN dotnet', `RUN ${mount} dotnet`))
      const action = await startOurAction(node, env, project.context)
      ends.unshift(action.stop)
      return async () => {
        await project.changeProject()
        await engine.prune()
        const startedAt = performance.now()
        const printed = await action.run({ cache: 'off', 'cache-mounts': cacheMounts })
        const tookMs = performance.now() - startedAt
        for (const [phase] of printed.matchAll(/^.*cache mounts: .*$/gm)) print(`    ${phase}`)
        print(`  cache-mounts: ${cacheMounts}, ${ms(tookMs)}`)
      }
    }
    const [kept, empty] = [await start('true'), await start('false')]
    const { a, b, ratio } = await measurePairs(rounds, kept, empty)
    print(
      `a csproj, with emptying        cache-mounts ${ms(a)}, empty mounts ${ms(b)}: ${ratio.toFixed(2)} x`,
    )
  } finally {
    for (const end of ends) await end()
  }
}
