/**
 * Reads a file such as GITHUB_OUTPUT as the runner does (actions/runner, FileCommandManager.cs): `name=value`, or
 * `name<<delimiter` with the lines up to the delimiter. Throws where the runner would fail the step.
 */
export function parseEnvironmentFile(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split(/\r\n|\n|\r/)
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)]
      const end = lines.indexOf(delimiter)
      if (name === '' || delimiter === '' || end < 0) throw new Error(`Invalid format '${line}'`)
      values[name] = lines
        .splice(0, end + 1)
        .slice(0, -1)
        .join('\n')
    } else if (equals > 0) values[line.slice(0, equals)] = line.slice(equals + 1)
    else throw new Error(`Invalid format '${line}'`)
  }
  return values
}
