/** The builder that the input `builder` names; undefined where it leaves the choice to this program. */
export function nameOfBuilder(written: string): string | undefined {
  const name = written.trim()
  return name === '' || name === 'auto' ? undefined : name
}
