import type { Stage } from './parse-dockerfile.ts'

/** The name that a stage without one is given. */
export function nameForStage(index: number): string {
  return `dotnet-container-stage-${index}`
}

/** Gives a stage without a name one, since `--target` and `FROM` take no number; the lines stay where they are. */
export function nameStage(lines: string[], stage: Stage): string {
  if (stage.name !== undefined) return stage.name
  const name = nameForStage(stage.index)
  const at = stage.fromLastLine - 1
  const line = lines[at] ?? ''
  // One of BuildKit's checks wants FROM and AS in the same case.
  const as = /^\s*from\b/.test(lines[stage.firstLine - 1] ?? '') ? 'as' : 'AS'
  if (!line.trimEnd().endsWith(` ${as} ${name}`)) lines[at] = line.replace(/\s*$/, ` ${as} ${name}`)
  return name
}
