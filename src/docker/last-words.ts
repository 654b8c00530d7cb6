import { plainText } from '../shared/clean-text.ts'
import type { BuildResult } from './run-build.ts'

/** Most lines of a command's output that stand in an error, and most characters of each. */
const maxLines = 10
const maxCharacters = 500

/** What the command of the step that failed printed last, indented: BuildKit's own message only has its exit code. */
export function lastWords({ steps, output }: Pick<BuildResult, 'steps' | 'output'>): string[] {
  const failed = steps.find((step) => step.outcome === 'failed')
  if (failed === undefined) return []
  const lines = output.filter(({ stage, step }) => stage === failed.stage && step.endsWith(failed.name))
  return lines
    .map(({ text }) => plainText(text).trimEnd())
    .filter((text) => text !== '')
    .slice(-maxLines)
    .map((text) => `  ${text.slice(0, maxCharacters)}`)
}
