import type { Stage } from './parse-dockerfile.ts'

/** Gives a stage without a name one, since `--target` and `FROM` take no number; the lines stay where they are. */
export function nameStage(lines: string[], stage: Stage): string {
  if (stage.name !== undefined) return stage.name
  const name = `dotnet-container-stage-${stage.index}`
  const at = stage.fromLastLine - 1
  const line = lines[at] ?? ''
  if (!line.trimEnd().endsWith(` AS ${name}`)) lines[at] = line.replace(/\s*$/, ` AS ${name}`)
  return name
}
