import { errorsOf, type FailedBuild, type BuildFailure } from './failure.ts'

/** coverlet's words, those of ReportGenerator and of tools of their kind. */
const belowThreshold =
  /\b(?:minimum|total|average)? ?(?:line|branch|method|block|statement)s?\b.*\bcoverage\b.*\bbelow\b|\bcoverage\b.*\b(?:is|was|of|does|did)\b.*\b(?:below|less than|lower than|under|not meet|smaller than)\b.*\b(?:threshold|minimum|specified|required|expected|target|\d)/i

/** The tests passed, and a tool that measured their coverage failed the command. */
export function readCoverageThreshold(build: FailedBuild): BuildFailure | undefined {
  const said = [...errorsOf(build).map(({ text }) => text), ...build.lines].flatMap((text) =>
    text.split('\n').filter((line) => belowThreshold.test(line)),
  )
  const words = said.map((line) =>
    line
      .replace(/^.*?\berror\s*:\s*/, '')
      .replace(/\s*\[[^\]]+proj\]$/, '')
      .trim(),
  )
  if (words.length === 0) return undefined
  return {
    title: 'Coverage is below the threshold',
    message: [...new Set(words)].slice(0, 5).join('\n'),
    isAfterTests: true,
  }
}
