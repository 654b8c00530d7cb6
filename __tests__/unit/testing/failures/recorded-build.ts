import { readFileSync } from 'node:fs'
import { parseStepName } from '../../../../src/docker/build/steps.ts'
import type { BuildResult } from '../../../../src/docker/build/build-result.ts'
import { readIgnoreFile } from '../../../../src/plan/dockerfile/dockerignore.ts'
import { parseDockerfile } from '../../../../src/plan/dockerfile/parse-dockerfile.ts'
import { explainFailure, type ExplainedFailure } from '../../../../src/testing/failures/explain-failure.ts'
import { makeTempFolder } from '../../temp-folder.ts'

/** What a build said, as far as failures are read from it. */
export type SaidByBuild = Pick<BuildResult, 'steps' | 'output' | 'text' | 'checks'>

interface RecordedBuild {
  files: Record<string, string>
  build: SaidByBuild
}

/** Explains a build that was recorded, with its files in a real folder; `change` may take some away or add others. */
export async function explainRecorded(
  name: string,
  change: (files: Record<string, string>) => Record<string, string> = (files) => files,
): Promise<ExplainedFailure> {
  const url = new URL(`../../../fixtures/failed-builds/${name}.json`, import.meta.url)
  const { files, build } = JSON.parse(readFileSync(url, 'utf8')) as RecordedBuild
  return explain(change(files), build)
}

/** Explains a step that failed after printing some lines; `on` is the line of its instruction. */
export async function explainPrinted(
  files: Record<string, string>,
  on: number,
  lines: string[],
  secretIds?: string[],
): Promise<ExplainedFailure> {
  const command = (files['Dockerfile'] ?? '').split('\n')[on - 1] ?? ''
  const step = `[build 9/9] ${command}`
  const code = lines.some((line) => line.endsWith(': not found')) ? 127 : 1
  const failed = { ...parseStepName(step), outcome: 'failed' as const, durationMs: 1, error: 'exit code: 1' }
  return explain(
    files,
    {
      steps: [failed],
      output: lines.map((text) => ({ step, stage: 'build', text })),
      text: [
        `Dockerfile:${on}`,
        '--------------------',
        `ERROR: failed to solve: process "/bin/sh -c ${command}" did not complete successfully: exit code: ${code}`,
      ],
      checks: [],
    },
    secretIds,
  )
}

/** Explains a build of which only BuildKit speaks; `on` is the line that it names. */
export async function explainWords(
  dockerfile: string,
  on: number | undefined,
  words: string,
): Promise<ExplainedFailure> {
  const place = on === undefined ? [] : [`Dockerfile:${on}`, '--------------------']
  const text = [...place, `ERROR: failed to solve: ${words}`]
  return explain({ Dockerfile: dockerfile }, { steps: [], output: [], text, checks: [] })
}

async function explain(
  files: Record<string, string>,
  build: SaidByBuild,
  secretIds?: string[],
): Promise<ExplainedFailure> {
  await using folder = await makeTempFolder(files)
  const file = `${folder.path}/Dockerfile`
  const paths = { workspace: folder.path, context: folder.path, file, fileShown: 'Dockerfile' }
  const dockerfile = parseDockerfile(files['Dockerfile'] ?? '', 'Dockerfile', [])
  const ignoreFile = await readIgnoreFile(paths.context, file)
  return explainFailure(build, { dockerfile, paths, ignoreFile, ...(secretIds && { secretIds }) })
}
