import { type FailedBuild, type BuildFailure } from './failure.ts'

/** coverlet's words, those of ReportGenerator and of tools of their kind. */
const belowThreshold =
  /\b(?:minimum|total|average)? ?(?:line|branch|method|block|statement)s?\b.*\bcoverage\b.*\bbelow\b|\bcoverage\b.*\b(?:is|was|of|does|did)\b.*\b(?:below|less than|lower than|under|not meet|smaller than)\b.*\b(?:threshold|minimum|specified|required|expected|target|\d)/i

/** The tests passed, and a tool that measured their coverage failed the command. */
export function readCoverageThreshold(build: FailedBuild): BuildFailure | undefined {
  const texts = [...build.errors.map(({ text }) => text), ...build.lines].flatMap((text) => text.split('\n'))
  const said = texts.filter((line) => belowThreshold.test(line))
  // Microsoft.Testing.Platform has an exit code of its own for it.
  const isPlatforms =
    build.error.exitCode === 14 || build.lines.some((line) => /exit code:? 14\b/i.test(line))
  const words = said.length > 0 || !isPlatforms ? said : texts.filter((line) => /\bthreshold\b/i.test(line))
  if (words.length === 0 && !isPlatforms) return undefined
  const clean = words.map((line) =>
    line
      .replace(/^.*?\berror\s*:\s*/, '')
      .replace(/\s*\[[^\]]+proj\]$/, '')
      .trim(),
  )
  return {
    title: 'Coverage is below the threshold',
    message: [...new Set(clean)].slice(0, 5).join('\n') || 'The test platform ended with exit code 14.',
    isAfterTests: true,
  }
}
