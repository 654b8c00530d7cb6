import type { Stage } from './dockerfile.ts'

/** Gives a stage without a name one, since `--target` and `FROM` take no number; the lines stay where they are. */
export function nameStage(lines: string[], stage: Stage): string {
  if (stage.name !== undefined) return stage.name
  const name = `dotnet-container-stage-${stage.index}`
  // A FROM may go on below its first line; its last one is where the name belongs.
  let at = stage.firstLine - 1
  while (/[\\`]\s*$/.test(lines[at] ?? '') && at < lines.length - 1) at++
  const line = lines[at] ?? ''
  if (!line.trimEnd().endsWith(` AS ${name}`)) lines[at] = line.replace(/\s*$/, ` AS ${name}`)
  return name
}
