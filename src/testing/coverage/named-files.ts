import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildRequest } from '../../docker/build/build-request.ts'
import { runBuild } from '../../docker/build/run-build.ts'
import type { BuildResult } from '../../docker/build/build-result.ts'
import { testRunNumber, withoutMarks } from '../../plan/instrument/run-mounts.ts'
import { readResults, silenceMs, type ResultTools } from '../results/collect-results.ts'
import type { ModuleCoverage } from './coverage-lines.ts'

const maxFiles = 50
const stageName = 'dotnet-container-coverage'
/** An absolute path of a report, as a test command names what it wrote; others could not stand in a COPY as they are. */
const reportPath = /(?:^|[\s'"(])(\/[\w./+@-]*(?:cobertura|coverage|opencover)[\w./+@-]*\.xml)(?=$|[\s'")\]])/gi

/** The coverage files that the testing RUNs of a build name in their log. */
export function findNamedFiles(output: readonly { step: string; text: string }[]): string[] {
  const paths = output
    .filter(({ step }) => testRunNumber(step) !== undefined)
    .flatMap(({ text }) => [...text.matchAll(reportPath)].flatMap(([, path]) => path ?? []))
  return [...new Set(paths)].slice(0, maxFiles)
}

/** The Dockerfile with a last stage that has nothing but these files of a stage, each in a folder of its number. */
export function namedFilesDockerfile(text: string, target: string, paths: readonly string[]): string {
  // A pattern that matches nothing is no error, as a path that is not there would be.
  const copies = paths.map((path, index) => `COPY --from=${target} ${path.slice(0, -1)}[l] /${index}/`)
  return [text.trimEnd(), `FROM scratch AS ${stageName}`, ...copies, ''].join('\n')
}

/** Brings out the coverage reports that the tests named in the log, by a cached build of their stage; one that failed has lost its files. */
export async function collectNamedFiles(
  tools: ResultTools,
  request: BuildRequest,
  builds: readonly { target: string; build: BuildResult }[],
  resultsFolder: string,
): Promise<ModuleCoverage[]> {
  const modules: ModuleCoverage[] = []
  const dockerfile = await readFile(request.dockerfile, 'utf8')
  for (const [number, { target, build }] of builds.entries()) {
    const paths = build.outcome === 'built' ? findNamedFiles(build.output) : []
    if (paths.length === 0) continue
    const folder = join(tools.tempFolder, `coverage-${number}`)
    const archive = `${folder}.tar`
    await writeFile(request.dockerfile, namedFilesDockerfile(dockerfile, target, paths))
    try {
      const copied = { target: stageName, outputs: [`type=tar,dest=${archive}`], noCache: false, noCacheStages: [] }
      const view = { reword: withoutMarks, isQuiet: true, silenceMs }
      await runBuild(tools.docker, tools.log, 'Collect the coverage', { ...request, ...copied }, view)
    } finally {
      await writeFile(request.dockerfile, dockerfile)
    }
    const exported = { kind: 'archive', path: archive } as const
    const left = join(resultsFolder, `${number}`)
    const { coverage } = await readResults({ ...tools, tempFolder: folder }, exported, left)
    modules.push(...coverage)
  }
  return modules
}
