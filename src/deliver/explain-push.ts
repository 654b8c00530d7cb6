/** What to do about a registry that refuses, by its words; the first that fits counts. */
const refusals: [RegExp, (host: string) => string][] = [
  [
    /immutable|can ?not be overwritten|tag .*already exists/i,
    () => 'The registry lets no tag move: give each commit one of its own, such as github.sha.',
  ],
  [
    /\b429\b|too ?many ?requests|rate (?:limit|exceeded)/i,
    () => 'The registry limits its requests: run the job again later.',
  ],
  [
    /\b401\b|unauthorized|authentication required|authorization failed|insufficient_scope|no basic auth|access denied, repository/i,
    (host) =>
      `Log in to ${host} in a step above this one, such as docker/login-action. Runs of forks and of Dependabot have no secrets: push from branches alone.`,
  ],
  [
    /\b403\b|denied|forbidden/i,
    (host) =>
      host === 'ghcr.io'
        ? 'Give the job permissions: { contents: read, packages: write }. Where another repository made the package, let this one write it: package settings, Manage Actions access.'
        : `Who is logged in to ${host} may not push there.`,
  ],
  [
    /name unknown|name_unknown|repository .*(?:does not exist|not found)/i,
    () => 'Make that repository in the registry first.',
  ],
]

/** The words of a push that failed, with what was to be pushed and, where the words tell, the way out. */
export function explainPush(words: string, names: readonly string[]): string {
  const refused = names.find((name) => words.includes(`${name}:`))
  const [host = '', ...path] = (refused ?? names[0] ?? '').split('/')
  const isHost = path.length > 0 && (/[.:]/.test(host) || host === 'localhost')
  const [, wayOut] = refusals.find(([pattern]) => pattern.test(words)) ?? []
  const known = refused === undefined ? `${names.join(', ')}: ${words}` : words
  return wayOut === undefined ? known : `${known}\n${wayOut(isHost ? host : 'docker.io')}`
}
