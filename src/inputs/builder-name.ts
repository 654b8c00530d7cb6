/** The builder that the input `builder` names; undefined where it leaves the choice to this program. */
export function nameOfBuilder(written: string): string | undefined {
  const name = written.trim()
  return name === '' || name === 'auto' ? undefined : name
}

/** The builder as a workflow writes it: in `inputs`, else as an input of its own. What is wrong with `inputs` is reported where all are read. */
export function writtenBuilder(env: NodeJS.ProcessEnv): string {
  try {
    const { builder } = JSON.parse(env['INPUT_INPUTS'] ?? '{}') as { builder?: unknown }
    if (typeof builder === 'string') return builder
  } catch {
    // No JSON: there is no builder in it.
  }
  return env['INPUT_BUILDER'] ?? ''
}
