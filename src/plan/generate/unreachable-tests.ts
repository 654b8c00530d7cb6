import { posix } from 'node:path'
import type { Dockerfile } from '../dockerfile/parse-dockerfile.ts'
import type { ImageTests } from '../projects/image-tests.ts'
import type { Project } from '../projects/project.ts'

const maxListed = 5

/**
 * Says of test projects that a build can't reach what keeps them out, each of them counted: "2 test projects are not in the build: …".
 * `context` is the build context as people see it.
 */
export function describeUnreachable(
  tests: readonly Project[],
  { shown }: Dockerfile,
  context: string,
): string {
  const count = tests.length === 1 ? 'a test project is' : `${tests.length} test projects are`
  const ups = tests.map(({ path }) => /^(?:\.\.\/)*/.exec(path)?.[0] ?? '')
  const widest = ups.reduce((a, b) => (b.length > a.length ? b : a), '')
  const outside =
    `it is outside of the build context, ${context}. Set context: ${posix.join(context, widest, '.')} and file: ${shown}, and let the ` +
    `COPY lines begin there.`
  const groups = groupByWhy(tests.map((project) => ({ project, why: whyAway(project, outside) })))
  const lines = groups.map(([why, projects]) => `${listProjects(projects)}: ${why}`)
  return `${count} not in the build:\n${lines.join('\n')}`
}

/** Names test projects that can't run in a build, each with why that is: "A, B (containers are needed: package testcontainers)". */
export function listUnfit(unfit: ImageTests['unfit']): string {
  return groupByWhy(unfit)
    .map(([why, projects]) => `${listProjects(projects)} (${why})`)
    .join('; ')
}

function groupByWhy(found: ImageTests['unfit']): [why: string, projects: Project[]][] {
  const groups = new Map<string, Project[]>()
  for (const { project, why } of found) groups.set(why, [...(groups.get(why) ?? []), project])
  return [...groups]
}

function whyAway({ place }: Project, outside: string): string {
  if (place.kind === 'ignored')
    return `line ${place.line} of ${place.file}, "${place.pattern}", keeps it out.`
  return outside
}

/** Some projects by their paths, with the number of all others. */
export function listProjects(projects: readonly Project[]): string {
  const shown = projects.slice(0, maxListed).map(({ path }) => path)
  const left = projects.length - shown.length
  return [...shown, ...(left > 0 ? [`and ${left} more`] : [])].join(', ')
}
