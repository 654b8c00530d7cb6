import { plainText } from '../../shared/clean-text.ts'
import type { BuildResult } from './run-build.ts'

/** The step of a build that failed; one that was stopped since another failed is none. */
export function findFailedStep({
  steps,
}: Pick<BuildResult, 'steps'>): BuildResult['steps'][number] | undefined {
  return steps.find((step) => step.outcome === 'failed')
}

/** What the command of the step that failed printed, as plain text: BuildKit's own message only has its exit code. */
export function readLastOutput({ steps, output }: Pick<BuildResult, 'steps' | 'output'>): string[] {
  const failed = findFailedStep({ steps })
  if (failed === undefined) return []
  return output
    .filter(({ stage, step }) => stage === failed.stage && step.endsWith(failed.name))
    .map(({ text }) => plainText(text).trimEnd())
}
